import { describe, expect, it } from 'vitest';
import { layOut } from '../support/lay-out.ts';
import { box, checkLayout } from '../support/layout-cases.ts';

/** In one piece. */
const block = (height: number, style = '') => box(`height:${height}pt;break-inside:avoid;${style}`);

describe('columns', () => {
  checkLayout([
    [
      'balanced, with rules between',
      box(
        'column-count:3;column-gap:5pt;column-rule:1pt solid black',
        block(10) + block(20) + block(10) + block(10),
      ),
      `
div 0,0 100×20
  box 32,0 1×20
  box 67,0 1×20
  box 0,0 30×20 › div 0,0 30×10
  box 35,0 30×20 › div 0,0 30×20
  box 70,0 30×20
    div 0,0 30×10
    div 0,10 30×10`,
    ],
    [
      'a box whose height is set is cut where the columns are even',
      box('columns:2;column-gap:0', box('height:10pt') + box('height:20pt')),
      `
div 0,0 100×15
  box 0,0 50×15
    div 0,0 50×10
    div 0,10 50×5
  box 50,0 50×15 › div 0,0 50×15`,
    ],
    [
      'a cut box keeps its edges at its ends, or has them on each piece',
      box(
        'columns:2;column-gap:0',
        box('border:2pt solid;padding:3pt', '<p>aaa bbb ccc ddd</p>') +
          box('border:1pt solid;box-decoration-break:clone', '<p>aaa bbb ccc ddd</p>'),
      ),
      `
div 0,0 100×50
  box 0,0 50×50 › div 0,0 50×50 › p 5,5 40×40
    line 0,0 30×10 "aaa"
    line 0,10 30×10 "bbb"
    line 0,20 30×10 "ccc"
    line 0,30 30×10 "ddd"
  box 50,0 50×42 › div 0,0 50×42 › p 1,1 48×40
    line 0,0 30×10 "aaa"
    line 0,10 30×10 "bbb"
    line 0,20 30×10 "ccc"
    line 0,30 30×10 "ddd"`,
    ],
    [
      'columns without height end, though a bottom edge never fits them',
      box(
        'columns:2;column-gap:0;height:10pt',
        block(15, 'column-span:all') + box('border-bottom:5pt solid', block(4)),
      ),
      `
div 0,0 100×10
  div 0,0 100×15
  box 0,15 50×0.75 › div 0,0 50×0.75 › div 0,0 50×0.75
  box 50,15 50×0.75 › div 0,0 50×0.75 › div 0,0 50×0.75
  box 100,15 50×0.75 › div 0,0 50×0.75 › div 0,0 50×0.75
  box 150,15 50×0.75 › div 0,0 50×0.75 › div 0,0 50×0.75
  box 200,15 50×0.75 › div 0,0 50×0.75 › div 0,0 50×0.75
  box 250,15 50×0.25 › div 0,0 50×0.25 › div 0,0 50×0.25
  box 300,15 50×5 › div 0,0 50×5`,
    ],
    [
      'what spans them inside a box cuts the box',
      box('columns:2;column-gap:0', box('', block(6) + block(7, 'column-span:all') + block(4))),
      `
div 0,0 100×17
  box 0,0 50×6 › div 0,0 50×6 › div 0,0 50×6
  div 0,6 100×7
  box 0,13 50×4 › div 0,0 50×4 › div 0,0 50×4`,
    ],
    [
      'filled one after the other',
      box('columns:2;column-gap:0;column-fill:auto;height:30pt', block(10).repeat(4)),
      `
div 0,0 100×30
  box 0,0 50×30
    div 0,0 50×10
    div 0,10 50×10
    div 0,20 50×10
  box 50,0 50×10 › div 0,0 50×10`,
    ],
    [
      'parted by what spans them',
      box('columns:2;column-gap:0', block(10) + block(10) + block(7, 'column-span:all') + block(4)),
      `
div 0,0 100×21
  box 0,0 50×10 › div 0,0 50×10
  box 50,0 50×10 › div 0,0 50×10
  div 0,10 100×7
  box 0,17 50×4 › div 0,0 50×4`,
    ],
    [
      'broken where a break is asked for',
      box('columns:2;column-gap:0', block(10) + block(10, 'break-before:column') + block(10)),
      `
div 0,0 100×20
  box 0,0 50×20 › div 0,0 50×10
  box 50,0 50×20
    div 0,0 50×10
    div 0,10 50×10`,
    ],
    [
      'two lines at least on either side of a break',
      box('columns:2;column-gap:10pt', '<p>aaa bbb ccc</p><p>ddd eee</p>'),
      `
div 0,0 100×30
  box 0,0 45×30 › p 0,0 45×30
    line 0,0 30×10 "aaa"
    line 0,10 30×10 "bbb"
    line 0,20 30×10 "ccc"
  box 55,0 45×20 › p 0,0 45×20
    line 0,0 30×10 "ddd"
    line 0,10 30×10 "eee"`,
    ],
    [
      'a heading goes with its text',
      box(
        'columns:2;column-gap:10pt',
        '<p>aaa bbb</p><h2 style="break-after:avoid">hh</h2><p>ccc ddd</p>',
      ),
      `
div 0,0 100×30
  box 0,0 45×30 › p 0,0 45×20
    line 0,0 30×10 "aaa"
    line 0,10 30×10 "bbb"
  box 55,0 45×30
    h2 0,0 45×10 › line 0,0 20×10 "hh"
    p 0,10 45×20
      line 0,0 30×10 "ccc"
      line 0,10 30×10 "ddd"`,
    ],
    [
      'as many as fit of a width',
      box('column-width:30pt;column-gap:5pt', block(10).repeat(3)),
      `
div 0,0 100×10
  box 0,0 30×10 › div 0,0 30×10
  box 35,0 30×10 › div 0,0 30×10
  box 70,0 30×10 › div 0,0 30×10`,
    ],
    [
      'going on over pages',
      box('columns:2;column-gap:0', block(40).repeat(5)),
      `
— 1
div 0,0 100×100
  box 0,0 50×100
    div 0,0 50×40
    div 0,40 50×40
  box 50,0 50×100
    div 0,0 50×40
    div 0,40 50×40
— 2
div 0,0 100×40 › box 0,0 50×40 › div 0,0 50×40`,
    ],
  ]);

  it('a list item keeps its marker beside its first line', async () => {
    const { text } = await layOut(
      '<ul style="padding:0;margin:0"><li style="columns:2;column-gap:0;list-style-type:\'-\'"><p>a</p><p>b</p></li></ul>',
    );
    expect(text).toContain('box -10,0 10×10 › line 0,0 10×10 "-"');
  });

  it('what does not fit stands in columns beside the box, and is reported', async () => {
    const { text, messages } = await layOut(
      box('columns:2;column-gap:10pt;height:20pt', '<p>aaa bbb ccc ddd eee fff</p>'),
    );
    expect(messages).toEqual([
      'error[layout/overset-text] 2 lines (6 characters) stand outside `<div>`, from `eee` on',
    ]);
    expect(text).toContain('box 110,0 45×20');
  });
});
