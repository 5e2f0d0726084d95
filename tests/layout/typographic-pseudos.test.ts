/** `::first-line` and `::first-letter`: which words they get, and what becomes of the lines. */
import { describe } from 'vitest';
import { checkLayout } from '../support/layout-cases.ts';

const big = '<style>p::first-line { font-size: 20pt }</style>';

describe('::first-line', () => {
  checkLayout([
    [
      'is as long as its own letters let it be',
      `${big}<p>aa bb cc dd ee</p>`,
      `
p 0,0 100×30
  line 0,0 100×20 › box 0,0 100×20 › text 0,0 100×20 "aa bb"
  line 0,20 80×10 "cc dd ee"`,
    ],
    [
      'smaller letters take more words',
      '<style>p::first-line { font-size: 5pt; line-height: 10pt }</style><p>aaa bbb ccc ddd eee fff</p>',
      `
p 0,0 100×20
  line 0,0 75×10 › box 0,2.5 75×5 › text 0,0 75×5 "aaa bbb ccc ddd"
  line 0,10 70×10 "eee fff"`,
    ],
    [
      'cuts the inline boxes that run on',
      `${big}<p>a <i style="font-style:normal">bb cc dd</i></p>`,
      `
p 0,0 100×30
  line 0,0 80×20 › box 0,0 80×20
    text 0,0 40×20 "a "
    i 40,0 40×20 › text 0,0 40×20 "bb"
  line 0,20 50×10 › i 0,0 50×10 › text 0,0 50×10 "cc dd"`,
    ],
    [
      'changes the case of its words only',
      '<style>p::first-line { text-transform: uppercase }</style><p>maße aaa bbb</p>',
      `
p 0,0 100×20
  line 0,0 90×10 › box 0,0 90×10 › text 0,0 90×10 "MASSE AAA"
  line 0,10 30×10 "bbb"`,
    ],
    [
      'is in the first block of a block',
      '<style>div::first-line { letter-spacing: 5pt }</style><div><section>aa bb</section><p>cc</p></div>',
      `
div 0,0 100×20
  section 0,0 100×10 › line 0,0 70×10 › box 0,0 70×10 › text 0,0 70×10 "aa bb"
  p 0,10 100×10 › line 0,0 20×10 "cc"`,
    ],
    [
      'is shorter beside a float',
      `${big}<div style="float:left; width:50pt; height:20pt"></div><p>aa bb cc</p>`,
      `
div 0,0 50×20
p 0,0 100×30
  line 50,0 40×20 › box 0,0 40×20 › text 0,0 40×20 "aa"
  line 0,20 50×10 "bb cc"`,
    ],
    [
      'of one line is the whole paragraph',
      `${big}<p>aa</p>`,
      `
p 0,0 100×20 › line 0,0 40×20 › box 0,0 40×20 › text 0,0 40×20 "aa"`,
    ],
  ]);
});

describe('::first-letter', () => {
  const letter = (rule: string) => `<style>p::first-letter { ${rule} }</style>`;
  checkLayout([
    [
      'has the punctuation around it',
      `${letter('font-size: 20pt')}<p>»A«bc</p>`,
      `
p 0,0 100×20 › line 0,0 80×20
  box 0,0 60×20 › text 0,0 60×20 "»A«"
  text 60,8 20×10 "bc"`,
    ],
    [
      'is found within inline boxes',
      `${letter('font-size: 20pt')}<p><i style="font-style:normal">ab</i>c</p>`,
      `
p 0,0 100×20 › line 0,0 40×20
  i 0,8 30×10
    box 0,-8 20×20 › text 0,0 20×20 "a"
    text 20,0 10×10 "b"
  text 30,8 10×10 "c"`,
    ],
    [
      'may float',
      `${letter('float: left; font-size: 20pt; margin-right: 5pt')}<p>abc def ghi jkl</p>`,
      `
p 0,0 100×20
  box 0,0 20×20 › line 0,0 20×20 "a"
  line 25,0 60×10 "bc def"
  line 25,10 70×10 "ghi jkl"`,
    ],
    [
      'is generated words too',
      `<style>p::before { content: "x" }</style>${letter('font-size: 20pt')}<p>a</p>`,
      `
p 0,0 100×20 › line 0,0 30×20
  box 0,8 20×10 › box 0,-8 20×20 › text 0,0 20×20 "x"
  text 20,8 10×10 "a"`,
    ],
    [
      'is none behind a box in the line',
      `${letter('font-size: 20pt')}<p><span style="display:inline-block; width:5pt; height:5pt"></span>a</p>`,
      `
p 0,0 100×10 › line 0,0 15×10
  span 0,3 5×5
  text 5,0 10×10 "a"`,
    ],
    [
      'takes only what it may be given',
      `${letter('width: 50pt; display: block; padding-left: 3pt')}<p>ab</p>`,
      `
p 0,0 100×10 › line 0,0 23×10
  box 0,0 13×10 › text 3,0 10×10 "a"
  text 13,0 10×10 "b"`,
    ],
  ]);
});
