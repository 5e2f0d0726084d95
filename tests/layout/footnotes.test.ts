/** css-gcpm-3 §2: footnotes. */
import { describe, expect, it } from 'vitest';
import { layOut } from '../support/lay-out.ts';
import { checkLayout } from '../support/layout-cases.ts';

const note = (words: string) => `<span style="float:footnote">${words}</span>`;
const call = (x: number, number: number) => `box ${x},-0.53 6.5×6.5 › text 0,0 6.5×6.5 "${number}"`;

describe('footnotes', () => {
  checkLayout([
    [
      'leave a number, and stand at the foot of the page',
      `<style>@page { @footnote { margin: 2pt 10pt 3pt; border-top: 1pt solid } }</style>
       <p>aa bb${note('xx yy')} cc${note('zz')}</p>`,
      `
p 0,0 100×10 › line 0,0 93×10
  text 0,0 50×10 "aa bb"
  ${call(50, 1)}
  text 56.5,0 30×10 " cc"
  ${call(86.5, 2)}
box 10,76 80×21
  span 0,1 80×10 › line 0,0 70×10 "1\u00a0xx yy"
  span 0,11 80×10 › line 0,0 40×10 "2\u00a0zz"`,
    ],
    [
      'take room from the text that calls them, which takes its note along',
      `<style>p { orphans: 1; widows: 1 }</style><div style="height:70pt"></div>
       <p>aa bb cc${note('xx')} dd ee ff gg${note('yy')}</p>`,
      `
— 1
div 0,0 100×70
p 0,70 100×14 › line 0,0 86.5×10
  text 0,0 80×10 "aa bb cc"
  ${call(80, 1)}
box 0,90 100×10 › span 0,0 100×10 › line 0,0 40×10 "1\u00a0xx"
— 2
p 0,0 100×20
  line 0,0 80×10 "dd ee ff"
  line 0,10 26.5×10
    text 0,0 20×10 "gg"
    ${call(20, 2)}
box 0,90 100×10 › span 0,0 100×10 › line 0,0 40×10 "2\u00a0yy"`,
    ],
  ]);

  it('on a panel, words that run into its notes are overset', async () => {
    const geometry = { fixed: true, names: ['a'], sizeOf: () => ({ width: 100, height: 50 }) };
    const { messages } = await layOut(
      `<section style="page:a">aa${note('xx')}<br>bb<br>cc<br>dd</section>`,
      { geometry },
    );
    expect(messages).toEqual([
      'error[layout/overset-text] 1 line (2 characters) does not fit on the page `a`, from `dd` on',
    ]);
  });
});
