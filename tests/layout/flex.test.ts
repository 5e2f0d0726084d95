import { describe } from 'vitest';
import { box, checkLayout } from '../support/layout-cases.ts';

describe('flex', () => {
  checkLayout([
    [
      'items share what is left',
      box('display:flex;gap:5pt', box('flex:1;height:10pt') + box('width:20pt') + box('flex:2')),
      `
div 0,0 100×10
  div 0,0 23.33×10
  div 28.33,0 20×10
  div 53.33,0 46.67×10`,
    ],
    [
      'items shrink to their words, and no further',
      box('display:flex;gap:10pt', '<p>aaa</p><p>bb cc dd ee</p>'),
      `
div 0,0 100×20
  p 0,0 30×20 › line 0,0 30×10 "aaa"
  p 40,0 60×20
    line 0,0 50×10 "bb cc"
    line 0,10 50×10 "dd ee"`,
    ],
    [
      'lines wrap',
      box(
        'display:flex;flex-wrap:wrap;gap:2pt 4pt',
        box('width:40pt;height:5pt') + box('width:40pt;height:8pt') + box('width:60pt;height:3pt'),
      ),
      `
div 0,0 100×13
  div 0,0 40×5
  div 44,0 40×8
  div 0,10 60×3`,
    ],
    [
      'a column fills its height',
      box(
        'display:flex;flex-direction:column;height:60pt',
        box('height:5pt') + box('height:8pt;align-self:center;width:20pt') + box('flex:1'),
      ),
      `
div 0,0 100×60
  div 0,0 100×5
  div 40,5 20×8
  div 0,13 100×47`,
    ],
    [
      'min-height gives the items room to share',
      box(
        'display:flex;flex-direction:column;min-height:60pt',
        box('height:5pt') + box('margin-top:auto;height:1pt'),
      ),
      `
div 0,0 100×60
  div 0,0 100×5
  div 0,59 100×1`,
    ],
    [
      'auto margins push; order reorders',
      box(
        'display:flex',
        box('width:5pt;order:2;height:1pt') + box('width:6pt;height:1pt;margin-left:auto'),
      ),
      `
div 0,0 100×1
  div 89,0 6×1
  div 95,0 5×1`,
    ],
    [
      'baselines meet, and the line is as high as that makes it',
      box(
        'display:flex;align-items:baseline',
        '<p style="font-size:20pt">a</p><p style="padding-bottom:9pt">b</p>',
      ),
      `
div 0,0 100×27
  p 0,0 20×20 › line 0,0 20×20 "a"
  p 20,8 10×19 › line 0,0 10×10 "b"`,
    ],
    [
      'words between items are an item',
      box('display:flex', 'aa<p>b</p>'),
      `
div 0,0 100×10
  box 0,0 20×10 › line 0,0 20×10 "aa"
  p 20,0 10×10 › line 0,0 10×10 "b"`,
    ],
    [
      'percentages of a height that flexing made definite',
      box('display:flex;flex-direction:column;height:40pt', box('flex:1', box('height:50%'))),
      'div 0,0 100×40 › div 0,0 100×40 › div 0,0 100×20',
    ],
    [
      'a container in an item is measured by its items',
      box('display:flex', `${box('display:flex;gap:5pt', '<p>a</p><p>bb</p>')}<p>c</p>`),
      `
div 0,0 100×10
  div 0,0 35×10
    p 0,0 10×10 › line 0,0 10×10 "a"
    p 15,0 20×10 › line 0,0 20×10 "bb"
  p 35,0 10×10 › line 0,0 10×10 "c"`,
    ],
  ]);
});
