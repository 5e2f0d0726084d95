import { describe, expect, it } from 'vitest';
import type { PageGeometry } from '../../src/layout/index.ts';
import { layOut } from '../support/lay-out.ts';
import { box, checkLayout } from '../support/layout-cases.ts';

const block = (height: number, style = '') => box(`height:${height}pt;${style}`);
/** A block that cannot be broken. */
const whole = (height: number, style = '') => block(height, `overflow:hidden;${style}`);

describe('content flows on', () => {
  checkLayout([
    [
      'between blocks',
      whole(60) + whole(30) + whole(30) + whole(80),
      `
— 1
div 0,0 100×60
div 0,60 100×30
— 2
div 0,0 100×30
— 3
div 0,0 100×80`,
    ],
    [
      'in a box that clips and no page holds, which is cut where it stands',
      block(40) + whole(130) + whole(80, 'margin-top:5pt'),
      `
— 1
div 0,0 100×40
div 0,40 100×60
— 2
div 0,0 100×70
— 3
div 0,0 100×80`,
    ],
    [
      'in an inline block that no page holds and that stands alone',
      block(40) +
        box('line-height:0', box('display:inline-block;width:50%', block(70) + block(70))) +
        block(10),
      `
— 1
div 0,0 100×40
— 2
div 0,0 100×100 › line 0,0 50×100 › div 0,0 50×100
  div 0,0 50×70
  div 0,70 50×30
— 3
div 0,0 100×40 › line 0,0 50×40 › div 0,0 50×40 › div 0,0 50×40
div 0,40 100×10`,
    ],
    [
      'not in a box that clips and just fills a page',
      block(40) + whole(100),
      `
— 1
div 0,0 100×40
— 2
div 0,0 100×100`,
    ],
    [
      'earlier where a break is to be avoided',
      whole(60) + whole(30, 'break-after:avoid') + whole(30),
      `
— 1
div 0,0 100×60
— 2
div 0,0 100×30
div 0,30 100×30`,
    ],
    [
      'where a break is forced, with the margin after it kept',
      block(10) +
        box('margin-top:5pt;break-before:page', block(4)) +
        block(10, 'break-after:page') +
        block(3),
      `
— 1
div 0,0 100×10
— 2
div 0,5 100×4 › div 0,0 100×4
div 0,9 100×10
— 3
div 0,0 100×3`,
    ],
    [
      'where a break is forced, that margin taking its room',
      block(10) + box('margin-top:80pt;break-before:page', whole(10) + whole(15)),
      `
— 1
div 0,0 100×10
— 2
div 0,80 100×20 › div 0,0 100×10
— 3
div 0,0 100×15 › div 0,0 100×15`,
    ],
    [
      'in a block with positioned boxes, which stand where its pieces together have them',
      box(
        'position:relative',
        '<i style="position:absolute;top:120pt;width:20pt;height:10pt"></i><i style="position:absolute;bottom:0;width:10pt;height:40pt"></i>' +
          block(230),
      ),
      `
— 1
div 0,0 100×100 › div 0,0 100×100
— 2
div 0,0 100×100
  i 0,20 20×10
  i 0,90 10×10
  div 0,0 100×100
— 3
div 0,0 100×30
  i 0,0 10×30
  div 0,0 100×30`,
    ],
    [
      'in the body, whose edges above are the first page’s and those below the last one’s',
      '<style>body{padding:10pt 0 5pt;border-top:2pt solid}</style>' + whole(60) + whole(60),
      `
— 1
div 0,12 100×60
— 2
div 0,0 100×60`,
    ],
    [
      'where a break is forced in columns, that before it is not balanced',
      box(
        'columns:2;column-gap:0',
        whole(20) + whole(20) + whole(10, 'margin-top:5pt;break-before:page') + whole(10),
      ) + block(3),
      `
— 1
div 0,0 100×100 › box 0,0 50×100
  div 0,0 50×20
  div 0,20 50×20
— 2
div 0,0 100×15
  box 0,0 50×15 › div 0,5 50×10
  box 50,0 50×10 › div 0,0 50×10
div 0,15 100×3`,
    ],
    [
      'where a break is forced in columns, all of them balanced where that is asked',
      box(
        'columns:2;column-gap:0;column-fill:balance-all',
        whole(20) + whole(20) + box('columns:2;column-gap:0', whole(10, 'break-before:page')),
      ),
      `
— 1
div 0,0 100×100
  box 0,0 50×20 › div 0,0 50×20
  box 50,0 50×20 › div 0,0 50×20
— 2
div 0,0 100×10 › box 0,0 50×10 › div 0,0 50×10 › box 0,0 25×10 › div 0,0 25×10`,
    ],
    [
      'before a heading over columns that may not be left alone',
      box(
        'columns:2;column-gap:0',
        whole(60) + whole(30, 'column-span:all;break-after:avoid') + whole(20),
      ) +
        whole(80) +
        box('columns:2;column-gap:0', whole(10, 'column-span:all;break-after:avoid') + whole(30)),
      `
— 1
div 0,0 100×100 › box 0,0 50×60 › div 0,0 50×60
— 2
div 0,0 100×50
  div 0,0 100×30
  box 0,30 50×20 › div 0,0 50×20
— 3
div 0,0 100×80
— 4
div 0,0 100×40
  div 0,0 100×10
  box 0,10 50×30 › div 0,0 50×30`,
    ],
    [
      'where a box that spans columns asks for a page',
      box('columns:2;column-gap:0', whole(20) + whole(10, 'column-span:all;break-before:page')),
      `
— 1
div 0,0 100×100 › box 0,0 50×20 › div 0,0 50×20
— 2
div 0,0 100×10 › div 0,0 100×10`,
    ],
    [
      'inside a box, whose slices have only their own edges',
      box('padding:5pt', whole(50) + whole(50) + whole(60)),
      `
— 1
div 0,0 100×100 › div 5,5 90×50
— 2
div 0,0 100×100 › div 5,0 90×50
— 3
div 0,0 100×65 › div 5,0 90×60`,
    ],
    [
      'not inside a box that is to stay whole',
      block(60) + box('break-inside:avoid', block(30) + block(30)),
      `
— 1
div 0,0 100×60
— 2
div 0,0 100×60
  div 0,0 100×30
  div 0,30 100×30`,
    ],
    [
      'inside a box of a height, as css-break-3 has it',
      block(30) + block(250) + block(4),
      `
— 1
div 0,0 100×30
div 0,30 100×70
— 2
div 0,0 100×100
— 3
div 0,0 100×80
div 0,80 100×4`,
    ],
    [
      'two lines of a paragraph at least on either page',
      `${block(78)}<p>aaaaaa bbbbbb cccccc dddddd eeeeee</p>${whole(75)}<p>fffff ggggg hhhhh</p>`,
      `
— 1
div 0,0 100×78
p 0,78 100×22
  line 0,0 60×10 "aaaaaa"
  line 0,10 60×10 "bbbbbb"
— 2
p 0,0 100×30
  line 0,0 60×10 "cccccc"
  line 0,10 60×10 "dddddd"
  line 0,20 60×10 "eeeeee"
— 3
div 0,0 100×75
— 4
p 0,0 100×30
  line 0,0 50×10 "fffff"
  line 0,10 50×10 "ggggg"
  line 0,20 50×10 "hhhhh"`,
    ],
    [
      'a page for the right-hand side leaves a blank one before it',
      block(10) + block(10, 'break-before:right') + block(5, 'break-before:left'),
      `
— 1
div 0,0 100×10
— 2

— 3
div 0,0 100×10
— 4
div 0,0 100×5`,
    ],
    [
      'each page has a body of its own, as high as the page',
      `<style>html, body { height: 100% } section { height: 100% } .b { break-before: page }</style>
<section></section><section class="b"></section>`,
      `
— 1
section 0,0 100×100
— 2
.b 0,0 100×100`,
    ],
  ]);
});

describe('named pages', () => {
  const css = `<style>.a { page: a } .b { page: b } @page a { size: 50pt 60pt }
@page b { size: 70pt 60pt; margin: 5pt } section { height: 100% } html, body { height: 100% }</style>`;

  it('a change of name is a break, and each page has its size and area', async () => {
    const { text, pages, messages } = await layOut(
      `${css}<section class="a"></section><section class="b"></section><main><section class="b">x</section></main>`,
    );
    expect(messages).toEqual([]);
    expect(text).toBe(
      `
— a
.a 0,0 50×60
— b
.b 0,0 60×50
— b
main 0,0 60×10 › .b 0,0 60×10 › line 0,0 10×10 "x"`.trim(),
    );
    expect(pages.map(({ widthPt, heightPt }) => [widthPt, heightPt])).toEqual([
      [50, 60],
      [70, 60],
      [70, 60],
    ]);
  });

  const fold: PageGeometry = {
    sizeOf: (name) => (name === 'front' || name === 'back' ? { width: 40, height: 50 } : null),
    fixed: true,
    names: ['front', 'back'],
    fallback: { width: 40, height: 50 },
  };
  const panel = (name: string, inside = '') =>
    `<section style="page: ${name}; height: 100%">${inside}</section>`;
  const whole = '<style>html, body { height: 100% }</style>';

  it('the fold gives each panel its size', async () => {
    const { text, messages } = await layOut(whole + panel('front') + panel('back'), {
      geometry: fold,
    });
    expect(messages).toEqual([]);
    expect(text).toBe('— front\nsection 0,0 40×50\n— back\nsection 0,0 40×50');
  });

  it('a panel that the fold does not have, one that is missing, and one used twice', async () => {
    const { findings, messages } = await layOut(
      whole + panel('frnt') + panel('back') + panel('front') + panel('back'),
      { geometry: fold },
    );
    expect(messages).toEqual([
      'error[layout/unknown-page] the fold has no panel `frnt`; it has `front`, `back`',
      'error[layout/repeated-page] the panel `back` is used twice; a fold has it once',
    ]);
    expect(findings[0]?.hints[0]?.replacement).toBe('front');
    const missing = await layOut(whole + panel('front'), { geometry: fold });
    expect(missing.messages).toEqual([
      'error[layout/missing-page] nothing is set on the panel `back`',
    ]);
  });

  it('a panel used twice by elements side by side, which nothing parts', async () => {
    const twice = panel('front', '<p>aa</p>') + panel('front', '<p>bb</p>') + panel('back');
    const { messages } = await layOut(whole + twice, { geometry: fold });
    expect(messages).toEqual([
      'error[layout/repeated-page] the panel `front` is used twice; a fold has it once',
    ]);
  });

  it('two elements may share a panel that has room for both', async () => {
    const half = (inside: string) =>
      `<section style="page: front; height: 50%">${inside}</section>`;
    const { messages } = await layOut(whole + half('a') + half('b') + panel('back'), {
      geometry: fold,
    });
    expect(messages).toEqual([]);
  });

  it('content outside every panel', async () => {
    const { messages } = await layOut(`${whole}<p>a</p>${panel('front')}${panel('back')}`, {
      geometry: fold,
    });
    expect(messages).toEqual([
      'error[layout/unknown-page] content stands outside the panels; each panel needs an element with `page: …` (`front`, `back`)',
    ]);
  });

  it('what runs past a panel is overset, not a further page', async () => {
    const { pages, messages } = await layOut(
      whole + panel('front', '<p>aaaa bbbb cccc dddd eeee ffff</p>') + panel('back'),
      { geometry: fold },
    );
    expect(pages).toHaveLength(2);
    expect(messages).toEqual([
      'error[layout/overset-text] 1 line (4 characters) does not fit in `<section>`, from `ffff` on',
    ]);
  });
});

it('a positioned box that goes on past the last page of its block has pages of its own', async () => {
  const long = '<i style="position:absolute;top:0;width:20pt;height:210pt"></i>';
  const { pages, messages } = await layOut(box('position:relative', long + block(150)));
  expect(pages).toHaveLength(3);
  const [beside] = pages[2]?.root.children ?? [];
  const pieces = beside?.kind === 'box' ? beside.children : [];
  expect(pieces.map(({ y, height }) => [y, height])).toEqual([[0, 10]]);
  expect(messages).toEqual([]);
});
