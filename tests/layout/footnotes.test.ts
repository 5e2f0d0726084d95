/** css-gcpm-3 §2: footnotes. */
import { describe, expect, it } from 'vitest';
import { layOut } from '../support/lay-out.ts';
import { checkLayout } from '../support/layout-cases.ts';

const note = (words: string) => `<span style="float:footnote">${words}</span>`;
const call = (x: number, number: number) => `box ${x},-0.53 6.5×6.5 › text 0,0 6.5×6.5 "${number}"`;

const marker = (number: number) => `box 0,0 20×10 › text 0,0 20×10 "${number}\u00a0"`;

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
  span 0,1 80×10 › line 0,0 70×10
    ${marker(1)}
    text 20,0 50×10 "xx yy"
  span 0,11 80×10 › line 0,0 40×10
    ${marker(2)}
    text 20,0 20×10 "zz"`,
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
box 0,90 100×10 › span 0,0 100×10 › line 0,0 40×10
  ${marker(1)}
  text 20,0 20×10 "xx"
— 2
p 0,0 100×20
  line 0,0 80×10 "dd ee ff"
  line 0,10 26.5×10
    text 0,0 20×10 "gg"
    ${call(20, 2)}
box 0,90 100×10 › span 0,0 100×10 › line 0,0 40×10
  ${marker(2)}
  text 20,0 20×10 "yy"`,
    ],
    [
      'have calls and markers with a style of their own; numbers begin anew where they are told to',
      `<style>::footnote-call { content: counter(footnote, lower-alpha); font-size: 5pt; vertical-align: baseline }
         ::footnote-marker { content: counter(footnote, lower-alpha); display: inline-block; width: 15pt }
         .new { counter-reset: footnote }</style>
       <p>aa${note('xx')} bb${note('yy')}</p><p class="new">cc${note('zz')}</p>`,
      `
p 0,0 100×10 › line 0,0 60×10
  text 0,0 20×10 "aa"
  box 20,4 5×5 › text 0,0 5×5 "a"
  text 25,0 30×10 " bb"
  box 55,4 5×5 › text 0,0 5×5 "b"
.new 0,10 100×10 › line 0,0 25×10
  text 0,0 20×10 "cc"
  box 20,4 5×5 › text 0,0 5×5 "a"
box 0,70 100×30
  span 0,0 100×10 › line 0,0 35×10
    box 0,0 15×10 › line 0,0 10×10 "a"
    text 15,0 20×10 "xx"
  span 0,10 100×10 › line 0,0 35×10
    box 0,0 15×10 › line 0,0 10×10 "b"
    text 15,0 20×10 "yy"
  span 0,20 100×10 › line 0,0 35×10
    box 0,0 15×10 › line 0,0 10×10 "a"
    text 15,0 20×10 "zz"`,
    ],
    [
      'may call further ones, which stand after them',
      `<p>aa${note(`xx${note(`yy${note('zz')}`)}`)}${note('vv')}</p>`,
      `
p 0,0 100×10 › line 0,0 33×10
  text 0,0 20×10 "aa"
  box 20,-0.53 6.5×6.5 › text 0,0 6.5×6.5 "1"
  box 26.5,-0.53 6.5×6.5 › text 0,0 6.5×6.5 "4"
box 0,60 100×40
  span 0,0 100×10 › line 0,0 46.5×10
    box 0,0 20×10 › text 0,0 20×10 "1\u00a0"
    text 20,0 20×10 "xx"
    box 40,-0.53 6.5×6.5 › text 0,0 6.5×6.5 "2"
  span 0,10 100×10 › line 0,0 46.5×10
    box 0,0 20×10 › text 0,0 20×10 "2\u00a0"
    text 20,0 20×10 "yy"
    box 40,-0.53 6.5×6.5 › text 0,0 6.5×6.5 "3"
  span 0,20 100×10 › line 0,0 40×10
    box 0,0 20×10 › text 0,0 20×10 "3\u00a0"
    text 20,0 20×10 "zz"
  span 0,30 100×10 › line 0,0 40×10
    box 0,0 20×10 › text 0,0 20×10 "4\u00a0"
    text 20,0 20×10 "vv"`,
    ],
    [
      'may have neither',
      `<style>::footnote-call { content: none } ::footnote-marker { display: none }</style><p>aa${note('xx')}</p>`,
      `
p 0,0 100×10 › line 0,0 20×10 "aa"
box 0,90 100×10 › span 0,0 100×10 › line 0,0 20×10 "xx"`,
    ],
  ]);

  it.each(['vertical-rl', 'vertical-lr', 'sideways-lr'])(
    'lie at the foot of the page where their call is %s',
    async (mode) => {
      const body = `<section style="writing-mode:${mode};height:50pt;width:60pt">aa${note('xx')}</section>`;
      const { text } = await layOut(body);
      expect(text.slice(text.lastIndexOf('box 0,90'))).toBe(
        `box 0,90 100×10 › span 0,0 100×10 › line 0,0 40×10
  box 0,0 20×10 › text 0,0 20×10 "1\u00a0"
  text 20,0 20×10 "xx"`,
      );
    },
  );

  it('are kept with what calls them in a positioned box whose block goes over pages', async () => {
    const positioned = `<div style="position:absolute;top:0">aa${note('xx')}</div>`;
    const { text, messages } = await layOut(
      `<div style="position:relative">${positioned}<div style="height:150pt"></div></div>`,
    );
    expect(text).toContain('20,0 20×10 "xx"');
    expect(messages).toEqual([]);
  });

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
