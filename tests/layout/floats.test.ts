/** CSS 2 §9.5. Places that Chromium gives the same boxes; the square font is 10 pt. */
import { describe, expect, it } from 'vitest';
import { layOut } from '../support/lay-out.ts';
import { box, checkLayout } from '../support/layout-cases.ts';

const float = (side: string, width: number, height: number, style = '', inside = '') =>
  box(`float:${side};width:${width}pt;height:${height}pt;${style}`, inside);

describe('floats', () => {
  checkLayout([
    [
      'lines keep clear on both sides',
      `${float('left', 20, 15)}${float('right', 30, 25)}<p>aa bb cc dd ee ff</p>`,
      `
div 0,0 20×15
div 70,0 30×25
p 0,0 100×30
  line 20,0 50×10 "aa bb"
  line 20,10 50×10 "cc dd"
  line 0,20 50×10 "ee ff"`,
    ],
    [
      'side by side while there is room, then below',
      float('left', 60, 20) + float('left', 30, 10) + float('left', 30, 10) + float('right', 50, 5),
      `
div 0,0 60×20
div 60,0 30×10
div 60,10 30×10
div 50,20 50×5`,
    ],
    [
      'margins that outdo a box let it hang out of its end',
      float('right', 4, 0, 'margin:0 -10pt') + float('left', 4, 0, 'margin:0 -10pt'),
      `
div 106,0 4×0
div -10,0 4×0`,
    ],
    [
      'among the words: on the line where there is room, else below it',
      '<p>aa <span style="float:left;width:30pt;height:15pt"></span>bb cc dd ee</p>',
      `
p 0,0 100×30
  span 0,0 30×15
  line 30,0 50×10 "aa bb"
  line 30,10 50×10 "cc dd"
  line 0,20 20×10 "ee"`,
    ],
    [
      'a word that finds no room goes below',
      `${float('left', 70, 15)}<p>aaaa bb</p>`,
      `
div 0,0 70×15
p 0,0 100×25 › line 0,15 70×10 "aaaa bb"`,
    ],
    [
      'clearance takes the margin into it',
      float('left', 20, 15) + box('clear:left;margin-top:10pt;height:5pt') + box('height:2pt'),
      `
div 0,0 20×15
div 0,15 100×5
div 0,20 100×2`,
    ],
    [
      'a float goes where its parent will be once margins have met',
      box('height:5pt') +
        box('margin-top:5pt', float('left', 20, 5) + box('margin-top:15pt;height:4pt')),
      `
div 0,0 100×5
div 0,20 100×4
  div 0,0 20×5
  div 0,0 100×4`,
    ],
    [
      'a formatting context of its own holds its floats and stands beside others',
      float('left', 30, 20) + box('overflow:hidden', `${float('right', 20, 30)}aa bb`),
      `
div 0,0 30×20
div 30,0 70×30
  div 50,0 20×30
  line 0,0 50×10 "aa bb"`,
    ],
    [
      'or below them',
      float('left', 70, 20) + box('overflow:hidden;width:40pt;height:5pt;margin-top:3pt'),
      `
div 0,0 70×20
div 0,20 40×5`,
    ],
    [
      'as wide as its content',
      `<div style="float:left">${float('left', 10, 5)}aa</div><p>bb</p>`,
      `
div 0,0 30×10
  div 0,0 10×5
  line 10,0 20×10 "aa"
p 0,0 100×10 › line 30,0 20×10 "bb"`,
    ],
    [
      'a flex item does not float',
      box('display:flex', float('right', 20, 5)),
      'div 0,0 100×5 › div 0,0 20×5',
    ],
    [
      'in columns',
      box('columns:2;column-gap:10pt', `${float('left', 20, 20)}<p>aa bb cc dd ee ff gg hh</p>`),
      `
div 0,0 100×40
  box 0,0 45×40
    div 0,0 20×20
    p 0,0 45×40
      line 20,0 20×10 "aa"
      line 20,10 20×10 "bb"
      line 0,20 20×10 "cc"
      line 0,30 20×10 "dd"
  box 55,0 45×40 › p 0,0 45×40
    line 0,0 20×10 "ee"
    line 0,10 20×10 "ff"
    line 0,20 20×10 "gg"
    line 0,30 20×10 "hh"`,
    ],
  ]);
});

describe('floats over pages', () => {
  checkLayout([
    [
      'what does not fit comes first on the next page, and text goes on without it',
      `${box('height:80pt')}${box('float:left;width:20pt;height:30pt;overflow:hidden')}<p>aa bb cc dd ee ff gg hh ii jj kk ll</p>`,
      `
— 1
div 0,0 100×80
p 0,80 100×20
  line 0,0 80×10 "aa bb cc"
  line 0,10 80×10 "dd ee ff"
— 2
div 0,0 20×30
p 0,0 100×20
  line 20,0 80×10 "gg hh ii"
  line 20,10 80×10 "jj kk ll"`,
    ],
    [
      'words in a float go on beside the words after it',
      `${box('height:80pt')}<div style="float:left;width:40pt">aa bb cc dd</div><p>aa bb cc dd ee ff gg hh</p>`,
      `
— 1
div 0,0 100×80
div 0,80 40×20
  line 0,0 20×10 "aa"
  line 0,10 20×10 "bb"
p 0,80 100×20
  line 40,0 50×10 "aa bb"
  line 40,10 50×10 "cc dd"
— 2
div 0,0 40×20
  line 0,0 20×10 "cc"
  line 0,10 20×10 "dd"
p 0,0 100×20
  line 40,0 50×10 "ee ff"
  line 40,10 50×10 "gg hh"`,
    ],
    [
      'lines are broken anew for a page of another width',
      '<style>@page:right{size:100pt 20pt}@page:left{size:50pt 100pt}</style><p>aa bb cc dd ee ff gg hh ii jj</p>',
      `
— 1
p 0,0 100×20
  line 0,0 80×10 "aa bb cc"
  line 0,10 80×10 "dd ee ff"
— 2
p 0,0 50×20
  line 0,0 50×10 "gg hh"
  line 0,10 50×10 "ii jj"`,
    ],
  ]);
});

describe('floats without end', () => {
  const nest = (count: number, open: string) => `${open.repeat(count)}a${'</div>'.repeat(count)}`;
  it.each([
    ['in floats', nest(250, '<div style="float:left">')],
    [
      'beside boxes that never fit',
      nest(100, `${float('left', 90, 1)}<div style="overflow:hidden;min-width:60pt">`),
    ],
    ['side by side', float('left', 10, 10).repeat(1000)],
    [
      'among words',
      `<p>${'aa <span style="float:left;width:10pt;height:10pt"></span>'.repeat(60)}</p>`,
    ],
  ])('%s', async (_name, body) => {
    const { pages } = await layOut(body);
    expect(pages.length).toBeGreaterThan(0);
  });

  it('none among the words is lost', async () => {
    const { text } = await layOut(
      `<p>${'aa <b style="float:left;width:30pt;height:10pt"></b>'.repeat(40)}</p>`,
    );
    expect(text.match(/^\s*b /gm)).toHaveLength(40);
  });
});
