/** Flex and grid containers over pages of 100 pt, and over columns. */
import { describe } from 'vitest';
import { box, checkLayout } from '../support/layout-cases.ts';

const item = (height: number) => box(`height:${height}pt;width:40pt;overflow:hidden`);
const soft = (height: number) => box(`height:${height}pt;width:40pt`);

describe('containers are cut between their lines and rows', () => {
  checkLayout([
    [
      'lines of a wrapping flex container, and what comes after it',
      `${box('display:flex;flex-wrap:wrap;gap:5pt', item(40).repeat(5))}<p>aa</p>`,
      `
— 1
div 0,0 100×100
  div 0,0 40×40
  div 45,0 40×40
  div 0,45 40×40
  div 45,45 40×40
— 2
div 0,0 100×40 › div 0,0 40×40
p 0,40 100×10 › line 0,0 20×10 "aa"`,
    ],
    [
      'rows of a grid, with its edges at its ends',
      box('display:grid;padding:3pt;grid-template-columns:1fr 1fr', item(40).repeat(6)),
      `
— 1
div 0,0 100×100
  div 3,3 40×40
  div 50,3 40×40
  div 3,43 40×40
  div 50,43 40×40
— 2
div 0,0 100×43
  div 3,0 40×40
  div 50,0 40×40`,
    ],
    [
      'one line goes on as a whole',
      box('height:70pt') + box('display:flex', item(40) + item(20)),
      `
— 1
div 0,0 100×70
— 2
div 0,0 100×40
  div 0,0 40×40
  div 40,0 40×20`,
    ],
    [
      'and so does what asks for it',
      box('height:70pt') + box('display:grid;break-inside:avoid', item(20).repeat(2)),
      `
— 1
div 0,0 100×70
— 2
div 0,0 100×40
  div 0,0 40×20
  div 0,20 40×20`,
    ],
    [
      'inside the items of a line, beside each other',
      box('height:70pt') + box('display:flex', `${soft(40) + soft(20)}<p>aa<br>bb</p>`),
      `
— 1
div 0,0 100×70
div 0,70 100×30
  div 0,0 40×30
  div 40,0 40×20
  p 80,0 20×30
    line 0,0 20×10 "aa"
    line 0,10 20×10 "bb"
— 2
div 0,0 100×10
  div 0,0 40×10
  p 80,0 20×10`,
    ],
    [
      'where an item asks for it',
      box('display:flex;flex-direction:column', soft(20) + box('height:20pt;break-before:page')),
      `
— 1
div 0,0 100×100 › div 0,0 40×20
— 2
div 0,0 100×20 › div 0,0 100×20`,
    ],
    [
      'in columns',
      box('columns:2;column-gap:0', box('display:flex;flex-direction:column', item(20).repeat(3))),
      `
div 0,0 100×40
  box 0,0 50×40 › div 0,0 50×40
    div 0,0 40×20
    div 0,20 40×20
  box 50,0 50×20 › div 0,0 50×20 › div 0,0 40×20`,
    ],
  ]);
});
