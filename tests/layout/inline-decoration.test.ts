import { describe } from 'vitest';
import { checkLayout } from '../support/layout-cases.ts';

const page = (style: string, words: string, block = '') =>
  `<style>b { font-weight: normal; box-decoration-break: clone; ${style} }</style><p style="line-height:10pt;${block}">${words}</p>`;

/** css-break-3 §6.1. The square font: 10 pt a letter. */
describe('box-decoration-break: clone in lines', () => {
  checkLayout([
    [
      'each line has both edges',
      page('padding:0 3pt 0 5pt', '<b>aaaa bbbb</b>', 'width:60pt'),
      `
p 0,0 60×20
  line 0,0 48×10 › b 0,0 48×10 › text 5,0 40×10 "aaaa"
  line 0,10 48×10 › b 0,0 48×10 › text 5,0 40×10 "bbbb"`,
    ],
    [
      'lines are broken for them',
      page('padding:0 5pt', 'a <b>bb ccc d</b> eeee', 'width:60pt;text-align:right'),
      `
p 0,0 60×30
  line 10,0 50×10
    text 0,0 20×10 "a "
    b 20,0 30×10 › text 5,0 20×10 "bb"
  line 0,10 60×10 › b 0,0 60×10 › text 5,0 50×10 "ccc d"
  line 20,20 40×10 "eeee"`,
    ],
    [
      'boxes inside open and close first',
      page('padding:0 2pt', '<b>aa <b>bb cc</b></b>', 'width:40pt'),
      `
p 0,0 40×30
  line 0,0 24×10 › b 0,0 24×10 › text 2,0 20×10 "aa"
  line 0,10 28×10 › b 0,0 28×10 › b 2,0 24×10 › text 2,0 20×10 "bb"
  line 0,20 28×10 › b 0,0 28×10 › b 2,0 24×10 › text 2,0 20×10 "cc"`,
    ],
    [
      'a box within one line has each edge once',
      page('padding:0 3pt', '<b>aa</b> b'),
      `
p 0,0 100×10 › line 0,0 46×10
  b 0,0 26×10 › text 3,0 20×10 "aa"
  text 26,0 20×10 " b"`,
    ],
  ]);
});
