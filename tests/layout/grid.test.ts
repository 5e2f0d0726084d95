import { describe } from 'vitest';
import { box, checkLayout } from '../support/layout-cases.ts';

describe('grid', () => {
  checkLayout([
    [
      'areas by name',
      box(
        'display:grid;grid-template:"a a" 10pt "b c" auto / 1fr 3fr;gap:4pt',
        box('grid-area:c;height:6pt') + box('grid-area:a') + box('grid-area:b'),
      ),
      `
div 0,0 100×20
  div 28,14 72×6
  div 0,0 100×10
  div 0,14 24×6`,
    ],
    [
      'as many columns as there is room for',
      box(
        'display:grid;grid-template-columns:repeat(auto-fill,minmax(30pt,1fr));row-gap:1pt;column-gap:5pt',
        box('height:2pt').repeat(4),
      ),
      `
div 0,0 100×5
  div 0,0 30×2
  div 35,0 30×2
  div 70,0 30×2
  div 0,3 30×2`,
    ],
    [
      'lines by name, spans, and automatic rows',
      box(
        'display:grid;grid-template-columns:[x] 20pt [y] 30pt [z];grid-auto-rows:5pt',
        box('grid-column:y / z') + box('grid-column:x / span 2') + box('grid-column:-1 / -2'),
      ),
      `
div 0,0 100×15
  div 20,0 30×5
  div 0,5 50×5
  div 20,10 30×5`,
    ],
    [
      'fit-content stops at its limit, but not below the words',
      box('display:grid;grid-template-columns:fit-content(45pt) 1fr', '<p>aa bb</p><p>c</p>') +
        box('display:grid;grid-template-columns:fit-content(45pt) 1fr', '<p>aa</p><p>c</p>'),
      `
div 0,0 100×20
  p 0,0 45×20
    line 0,0 20×10 "aa"
    line 0,10 20×10 "bb"
  p 45,0 55×20 › line 0,0 10×10 "c"
div 0,20 100×10
  p 0,0 20×10 › line 0,0 20×10 "aa"
  p 20,0 80×10 › line 0,0 10×10 "c"`,
    ],
    [
      'percentages refer to the area',
      box(
        'display:grid;height:40pt;grid-template-rows:1fr 1fr;grid-template-columns:40pt 60pt',
        box('padding:10%') + box('width:50%;height:50%;justify-self:end;align-self:center'),
      ),
      `
div 0,0 100×40
  div 0,0 40×20
  div 70,5 30×10`,
    ],
    [
      'words size an automatic column',
      box('display:grid;grid-template-columns:auto 1fr', '<p>aaa</p><p>bb cc dd ee</p>'),
      `
div 0,0 100×20
  p 0,0 30×20 › line 0,0 30×10 "aaa"
  p 30,0 70×20
    line 0,0 50×10 "bb cc"
    line 0,10 50×10 "dd ee"`,
    ],
    [
      'baselines meet in each row',
      box(
        'display:grid;grid-template-columns:auto 1fr;align-items:baseline',
        '<p style="font-size:20pt">1</p><p>a</p><p>2</p><p>b</p>',
      ),
      `
div 0,0 100×30
  p 0,0 20×20 › line 0,0 20×20 "1"
  p 20,8 80×10 › line 0,0 10×10 "a"
  p 0,20 20×10 › line 0,0 10×10 "2"
  p 20,20 80×10 › line 0,0 10×10 "b"`,
    ],
    [
      'shrinks to its content in an inline block',
      box('display:inline-grid;grid-template-columns:auto auto;gap:3pt', '<p>a</p><p>bb</p>'),
      `
line 0,0 33×10 › div 0,0 33×10
  p 0,0 10×10 › line 0,0 10×10 "a"
  p 13,0 20×10 › line 0,0 20×10 "bb"`,
    ],
  ]);
});
