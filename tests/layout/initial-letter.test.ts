/** css-inline-3 §7. The square font: capitals 7 pt of 10 pt, ascent 8 pt. */

import { describe } from 'vitest';
import { checkLayout } from '../support/layout-cases.ts';

const letter = (value: string, css = '') =>
  `<style>p { line-height: 12pt } ${css} p::first-letter { initial-letter: ${value}; margin-right: 2pt }</style>
   <p>Aaa bb cc dd ee ff</p>`;

describe('initial-letter', () => {
  checkLayout([
    [
      'its capitals reach from those of the first line to the baseline of the last',
      letter('3'),
      `
p 0,0 100×36
  box 0,0 44.29×39.43 › line 0,0 44.29×39.43 "A"
  line 46.29,0 50×12 "aa bb"
  line 46.29,12 50×12 "cc dd"
  line 46.29,24 50×12 "ee ff"`,
    ],
    [
      'on the baseline grid it goes down with the lines',
      letter(
        '2',
        'html { line-height: 12pt; line-grid: create; line-snap: baseline } p { padding-top: 5pt }',
      ),
      `
p 0,0 100×48
  box 0,5 27.14×32.71 › line 0,7 27.14×25.71 "A"
  line 29.14,12 50×12 "aa bb"
  line 29.14,24 50×12 "cc dd"
  line 0,36 50×12 "ee ff"`,
    ],
    [
      'raised, it stands in the first line',
      letter('2 raise'),
      `
p 0,0 100×46
  line 0,0 79.14×22
    box 0,-2.71 27.14×27.14 › text 0,0 27.14×27.14 "A"
    text 29.14,11 50×10 "aa bb"
  line 0,22 80×12 "cc dd ee"
  line 0,34 20×12 "ff"`,
    ],
    [
      'keeps clear of its lines where they run down the page',
      letter('2', 'p { writing-mode: vertical-rl; height: 60pt }'),
      `
p 0,0 48×60
  box 20.29,0 25.71×27.14 › line 0,0 25.71×27.14 "A"
  line 36,27.14 12×20 "aa"
  line 24,27.14 12×20 "bb"
  line 12,0 12×50 "cc dd"
  line 0,0 12×50 "ee ff"`,
    ],
    [
      'and where they follow one another towards their heads',
      letter('2', 'p { writing-mode: vertical-lr; height: 60pt }'),
      `
p 0,0 48×60
  box 0,0 22.29×27.14 › line 0,0 22.29×27.14 "A"
  line 0,27.14 12×20 "aa"
  line 12,27.14 12×20 "bb"
  line 24,0 12×50 "cc dd"
  line 36,0 12×50 "ee ff"`,
    ],
  ]);
});
