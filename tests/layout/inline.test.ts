import { describe, expect, it } from 'vitest';
import type { Fragment } from '../../src/layout/index.ts';
import { layOut } from '../support/lay-out.ts';
import { checkLayout } from '../support/layout-cases.ts';

describe('lines', () => {
  checkLayout([
    [
      'one below the other',
      '<p>aaa bbb ccc ddd</p>',
      `
p 0,0 100×20
  line 0,0 70×10 "aaa bbb"
  line 0,10 70×10 "ccc ddd"`,
    ],
    [
      'aligned',
      '<p style="text-align:center">aaa</p><p style="text-align:right">aaa bb</p><p style="text-align:justify">aaaa bb cc ddd</p>',
      `
p 0,0 100×10 › line 35,0 30×10 "aaa"
p 0,10 100×10 › line 40,0 60×10 "aaa bb"
p 0,20 100×20
  line 0,0 100×10 "aaaa bb cc"
  line 0,10 30×10 "ddd"`,
    ],
    [
      'line height as a number and as a length, with half-leading',
      '<p style="line-height:2"><b>a</b></p><p style="line-height:15pt">a<br>b</p>',
      `
p 0,0 100×20 › line 0,0 10×20 › b 0,5 10×10 › text 0,0 10×10 "a"
p 0,20 100×30
  line 0,0 10×15 "a"
  line 0,15 10×15 "b"`,
    ],
    [
      'an empty line between breaks is as high as the strut',
      '<p>a<br><br>b</p>',
      `
p 0,0 100×30
  line 0,0 10×10 "a"
  line 0,10 0×10 ""
  line 0,20 10×10 "b"`,
    ],
    [
      'indent of the first line',
      '<p style="text-indent:20pt">aaa bbb ccc</p>',
      `
p 0,0 100×20
  line 20,0 70×10 "aaa bbb"
  line 0,10 30×10 "ccc"`,
    ],
  ]);
});

describe('white space', () => {
  checkLayout([
    [
      'collapses across inline boxes and at both ends',
      '<p>  a  <b style="font-weight:400"> b </b> <i style="font-style:normal">c</i>  </p>',
      `
p 0,0 100×10 › line 0,0 50×10
  text 0,0 20×10 "a "
  b 20,0 20×10 › text 0,0 20×10 "b "
  i 40,0 10×10 › text 0,0 10×10 "c"`,
    ],
    [
      'goes around a line break',
      '<p>a <br> b</p>',
      `
p 0,0 100×20
  line 0,0 10×10 "a"
  line 0,10 10×10 "b"`,
    ],
    [
      'stays in pre',
      '<p style="white-space:pre">a  b\n c</p>',
      `
p 0,0 100×20
  line 0,0 40×10 "a  b"
  line 0,10 20×10 " c"`,
    ],
    [
      'breaks stay in pre-line',
      '<p style="white-space:pre-line">a  b \n  c</p>',
      `
p 0,0 100×20
  line 0,0 30×10 "a b"
  line 0,10 10×10 "c"`,
    ],
    [
      'alone makes no line',
      '<div> <p>a</p> </div>',
      'div 0,0 100×10 › p 0,0 100×10 › line 0,0 10×10 "a"',
    ],
  ]);
});

describe('inline boxes', () => {
  checkLayout([
    [
      'are cut into slices, with their edges at the first and the last',
      '<p>a <span style="padding:2pt;border:1pt solid black;margin:3pt">bb cc dddd ee</span> f</p>',
      `
p 0,0 100×20
  line 0,0 76×10
    text 0,0 20×10 "a "
    span 23,-3 53×16 › text 3,3 50×10 "bb cc"
  line 0,10 96×10
    span 0,-3 73×16 › text 0,3 70×10 "dddd ee"
    text 76,0 20×10 " f"`,
    ],
    [
      'stand higher or lower',
      '<p style="line-height:20pt">a<span style="vertical-align:2pt">b</span><span style="vertical-align:-10%">c</span></p>',
      `
p 0,0 100×24 › line 0,0 30×24
  text 0,7 10×10 "a"
  span 10,5 10×10 › text 0,0 10×10 "b"
  span 20,9 10×10 › text 0,0 10×10 "c"`,
    ],
    [
      'aligned to the line’s top and bottom come last',
      '<p>a<span style="display:inline-block;width:10pt;height:30pt;vertical-align:top"></span><span style="vertical-align:bottom">b</span></p>',
      `
p 0,0 100×30 › line 0,0 30×30
  text 0,0 10×10 "a"
  span 10,0 10×30
  span 20,20 10×10 › text 0,0 10×10 "b"`,
    ],
    [
      'an inline block stands on its last line, an empty one on its margin edge',
      '<p>a<span style="display:inline-block;width:20pt;height:15pt;margin-bottom:1pt"></span><span style="display:inline-block;padding:2pt">c<br>d</span></p>',
      `
p 0,0 100×24 › line 0,0 44×24
  text 0,12 10×10 "a"
  span 10,4 20×15
  span 30,0 14×24
    line 2,2 10×10 "c"
    line 2,12 10×10 "d"`,
    ],
  ]);
});

describe('letters change case', () => {
  checkLayout([
    [
      'one letter may become two',
      '<p style="text-transform:uppercase">straße æ</p>',
      'p 0,0 100×10 › line 0,0 90×10 "STRASSE Æ"',
    ],
    [
      'a word goes on through an inline box',
      '<p style="text-transform:capitalize">abc d<b>e</b> «f</p>',
      `
p 0,0 100×10 › line 0,0 90×10
  text 0,0 50×10 "Abc D"
  b 50,0 10×10 › text 0,0 10×10 "e"
  text 60,0 30×10 " «F"`,
    ],
  ]);
});

describe('the last line of a page', () => {
  checkLayout([
    [
      'may be hyphenated unless the style forbids it',
      '<p style="orphans:1;widows:1">aaa<br>bbb<br>ccc<br>ddd<br>eee<br>fff<br>ggg<br>hhh<br>iii<br>jjjj kkk&shy;llll mmmm nnnn</p>',
      `
— 1
p 0,0 100×100
  line 0,0 30×10 "aaa"
  line 0,10 30×10 "bbb"
  line 0,20 30×10 "ccc"
  line 0,30 30×10 "ddd"
  line 0,40 30×10 "eee"
  line 0,50 30×10 "fff"
  line 0,60 30×10 "ggg"
  line 0,70 30×10 "hhh"
  line 0,80 30×10 "iii"
  line 0,90 90×10 "jjjj kkk\u00ad"
— 2
p 0,0 100×20
  line 0,0 90×10 "llll mmmm"
  line 0,10 40×10 "nnnn"`,
    ],
    [
      'is not, and the next page goes on where it ends',
      '<p style="orphans:1;widows:1;hyphenate-limit-last:column">aaa<br>bbb<br>ccc<br>ddd<br>eee<br>fff<br>ggg<br>hhh<br>iii<br>jjjj kkk&shy;llll mmmm nnnn</p>',
      `
— 1
p 0,0 100×100
  line 0,0 30×10 "aaa"
  line 0,10 30×10 "bbb"
  line 0,20 30×10 "ccc"
  line 0,30 30×10 "ddd"
  line 0,40 30×10 "eee"
  line 0,50 30×10 "fff"
  line 0,60 30×10 "ggg"
  line 0,70 30×10 "hhh"
  line 0,80 30×10 "iii"
  line 0,90 40×10 "jjjj"
— 2
p 0,0 100×20
  line 0,0 70×10 "kkk\u00adllll"
  line 0,10 90×10 "mmmm nnnn"`,
    ],
    [
      'nor beside a float',
      '<i style="float:left;width:10pt;height:98pt"></i><p style="orphans:1;widows:1;hyphenate-limit-last:column">aaa<br>bbb<br>ccc<br>ddd<br>eee<br>fff<br>ggg<br>hhh<br>iii<br>jjjj kk&shy;llll mmmm nnnn</p>',
      `
— 1
i 0,0 10×98
p 0,0 100×100
  line 10,0 30×10 "aaa"
  line 10,10 30×10 "bbb"
  line 10,20 30×10 "ccc"
  line 10,30 30×10 "ddd"
  line 10,40 30×10 "eee"
  line 10,50 30×10 "fff"
  line 10,60 30×10 "ggg"
  line 10,70 30×10 "hhh"
  line 10,80 30×10 "iii"
  line 10,90 40×10 "jjjj"
— 2
p 0,0 100×20
  line 0,0 60×10 "kk\u00adllll"
  line 0,10 90×10 "mmmm nnnn"`,
    ],
  ]);
});

describe('small capitals that the font does not have', () => {
  const sizes = async (caps: string) => {
    const { pages } = await layOut(`<p style="font-variant-caps:${caps}">Ab 1c\u00df D</p>`);
    const found: (readonly [text: string, size: number])[] = [];
    const visit = (one: Fragment): void => {
      if (one.kind !== 'text') one.children.forEach(visit);
      else found.push([one.text, one.run.sizePt]);
    };
    for (const { root } of pages) visit(root);
    return found;
  };

  it.each([
    [
      'small-caps',
      [
        ['A', 10],
        ['b', 7],
        [' 1', 10],
        ['c', 7],
        ['\u00df D', 10],
      ],
    ],
    [
      'all-small-caps',
      [
        ['Ab', 7],
        [' 1', 10],
        ['c', 7],
        ['\u00df ', 10],
        ['D', 7],
      ],
    ],
    ['normal', [['Ab 1c\u00df D', 10]]],
  ])('are made of its capitals: %s', async (caps, expected) => {
    expect(await sizes(caps)).toEqual(expected);
  });

  it('are capitals in the file, and small letters where they are read', async () => {
    const glyphs = async (html: string) => {
      const { pages } = await layOut(html);
      const all = (one: Fragment): readonly { id: number; text: string }[] =>
        one.kind === 'text' ? [...one.run.glyphs] : one.children.flatMap(all);
      return pages.flatMap(({ root }) => all(root));
    };
    const made = await glyphs('<p style="font-variant-caps:small-caps">ab</p>');
    const capitals = await glyphs('<p>AB</p>');
    expect(made.map(({ id }) => id)).toEqual(capitals.map(({ id }) => id));
    expect(made.map(({ text }) => text)).toEqual(['a', 'b']);
  });
});
