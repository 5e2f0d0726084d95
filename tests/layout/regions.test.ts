/** css-regions-1: linked frames. */
import { describe, expect, it } from 'vitest';
import { layOut } from '../support/lay-out.ts';
import { checkLayout } from '../support/layout-cases.ts';

const story = (words: string) => `<article style="flow-into:a"><p>${words}</p></article>`;
const frame = (css: string) => `<div style="flow-from:a;${css}"></div>`;

describe('linked frames', () => {
  checkLayout([
    [
      'each goes on where the one before ended, in lines of its own width',
      story('aa bb cc dd ee ff gg hh') +
        frame('width:60pt;height:20pt') +
        `<div style="display:flex">${frame('width:40pt;height:20pt')}${frame('width:50pt;height:30pt')}</div>`,
      `
div 0,0 60×20 › box 0,0 60×20 › article 0,0 60×20 › p 0,0 60×20
  line 0,0 50×10 "aa bb"
  line 0,10 50×10 "cc dd"
div 0,20 100×30
  div 0,0 40×20 › box 0,0 40×20 › article 0,0 40×20 › p 0,0 40×20
    line 0,0 20×10 "ee"
    line 0,10 20×10 "ff"
  div 40,0 50×30 › box 0,0 50×10 › article 0,0 50×10 › p 0,0 50×10 › line 0,0 50×10 "gg hh"`,
    ],
    [
      'over pages',
      story('aa bb cc dd ee ff') + frame('height:20pt;width:50pt') + frame('break-before:page'),
      `
— 1
div 0,0 50×20 › box 0,0 50×20 › article 0,0 50×20 › p 0,0 50×20
  line 0,0 50×10 "aa bb"
  line 0,10 50×10 "cc dd"
— 2
div 0,0 100×10 › box 0,0 100×10 › article 0,0 100×10 › p 0,0 100×10 › line 0,0 50×10 "ee ff"`,
    ],
    [
      'one that is not needed stays empty',
      story('aa') + frame('height:10pt') + frame('height:10pt'),
      `
div 0,0 100×10 › box 0,0 100×10 › article 0,0 100×10 › p 0,0 100×10 › line 0,0 20×10 "aa"
div 0,10 100×10`,
    ],
  ]);

  it.each([
    [
      'what the last cannot hold is overset',
      story('aaa bbb ccc ddd eee fff') + frame('width:30pt;height:20pt').repeat(2),
      'error[layout/overset-text] 2 lines (6 characters) do not fit in `<div>`, from `eee` on',
    ],
    [
      'words that no frame shows',
      story('aa'),
      'error[layout/flow-without-frame] no box shows the flow `a`: what `<article>` holds would be lost',
    ],
    [
      'a frame that nothing flows into',
      frame('height:10pt'),
      'warning[layout/frame-without-flow] `<div>` shows the flow `a`, which nothing flows into',
    ],
  ])('%s', async (_name, body, expected) => {
    const { messages } = await layOut(body);
    expect(messages).toEqual([expected]);
  });
});
