import { describe } from 'vitest';
import { box, checkLayout } from '../support/layout-cases.ts';

describe('margins collapse', () => {
  checkLayout([
    [
      'between siblings: the larger wins, a negative one is taken off',
      box('height:10pt;margin-bottom:8pt') +
        box('height:10pt;margin:6pt 0 -2pt') +
        box('height:5pt'),
      `
div 0,0 100×10
div 0,18 100×10
div 0,26 100×5`,
    ],
    [
      'through an empty box',
      box('height:10pt;margin-bottom:4pt') + box('margin:7pt 0') + box('height:5pt'),
      `
div 0,0 100×10
div 0,17 100×0
div 0,17 100×5`,
    ],
    [
      'through the parent’s top and bottom',
      box('height:2pt') +
        box('margin-top:3pt', box('margin-top:9pt;height:5pt;margin-bottom:4pt')) +
        box('height:1pt'),
      `
div 0,0 100×2
div 0,11 100×5 › div 0,0 100×5
div 0,20 100×1`,
    ],
    [
      'not through padding',
      box('padding:3pt', box('margin:4pt;height:5pt')),
      'div 0,0 100×19 › div 7,7 86×5',
    ],
    [
      'not out of a formatting context of its own',
      box('display:flow-root', box('margin:4pt;height:5pt')),
      'div 0,0 100×13 › div 4,4 92×5',
    ],
    [
      'not out of a box that clips',
      box('overflow:hidden', box('margin:4pt;height:5pt')),
      'div 0,0 100×13 › div 4,4 92×5',
    ],
    [
      'not through the bottom of a box with a height',
      box('height:20pt', box('height:5pt;margin-bottom:9pt')) + box('height:1pt'),
      `
div 0,0 100×20 › div 0,0 100×5
div 0,20 100×1`,
    ],
  ]);
});

describe('sizes', () => {
  checkLayout([
    [
      'auto margins centre or push',
      box('width:40pt;margin:0 auto;height:3pt') + box('width:40pt;margin-left:auto;height:3pt'),
      `
div 30,0 40×3
div 60,3 40×3`,
    ],
    [
      'minimum wins over maximum over size',
      box('width:10pt;min-width:20pt;height:30pt;max-height:7pt') +
        box('max-width:50%;min-height:4pt'),
      `
div 0,0 20×7
div 0,7 50×4`,
    ],
    [
      'border-box, and percentages of a height that is set',
      box(
        'box-sizing:border-box;width:20pt;padding:3pt;border:1pt solid black;height:20pt',
        box('height:50%'),
      ),
      'div 0,0 20×20 › div 4,4 12×6',
    ],
    [
      'a percentage of a height that is not known is auto',
      box('height:50%') + box('height:40pt', box('height:50%;width:25%')),
      `
div 0,0 100×0
div 0,0 100×40 › div 0,0 25×20`,
    ],
    [
      'aspect ratio from either side',
      box('width:40pt;aspect-ratio:2') + box('height:10pt;aspect-ratio:2/1'),
      `
div 0,0 40×20
div 0,20 20×10`,
    ],
    [
      'content keywords',
      box('width:min-content', 'aa bbb c') +
        box('width:max-content', 'aa bb') +
        box('width:fit-content', 'a'),
      `
div 0,0 30×30
  line 0,0 20×10 "aa"
  line 0,10 30×10 "bbb"
  line 0,20 10×10 "c"
div 0,30 50×10 › line 0,0 50×10 "aa bb"
div 0,40 10×10 › line 0,0 10×10 "a"`,
    ],
    [
      'relative positioning moves the box alone',
      box('position:relative;top:3pt;left:10%;height:5pt') + box('height:5pt'),
      `
div 10,3 100×5
div 0,5 100×5`,
    ],
  ]);
});

describe('boxes around words', () => {
  checkLayout([
    [
      'words beside blocks get lines of their own',
      'aaa<div>b</div>ccc',
      `
line 0,0 30×10 "aaa"
div 0,10 100×10 › line 0,0 10×10 "b"
line 0,20 30×10 "ccc"`,
    ],
    [
      'a block in an inline box cuts it in two',
      '<div>a<span style="padding:0 5pt">b<div>c</div>d</span></div>',
      `
div 0,0 100×30
  line 0,0 25×10
    text 0,0 10×10 "a"
    span 10,0 15×10 › text 5,0 10×10 "b"
  div 0,10 100×10 › line 0,0 10×10 "c"
  line 0,20 15×10 › span 0,0 15×10 › text 0,0 10×10 "d"`,
    ],
    [
      'display: contents leaves its children',
      '<div style="display:contents"><p>a</p></div>',
      'p 0,0 100×10 › line 0,0 10×10 "a"',
    ],
    [
      'display: none leaves nothing',
      '<p style="display:none">a</p><p>b</p>',
      'p 0,0 100×10 › line 0,0 10×10 "b"',
    ],
  ]);
});
