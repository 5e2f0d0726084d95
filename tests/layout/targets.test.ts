/** Page numbers of other elements: css-content-3 §2.6. The square font, pages of 100 × 100 pt. */
import { describe, expect, it } from 'vitest';
import type { Fragment } from '../../src/layout/index.ts';
import { layOut } from '../support/lay-out.ts';

const css = (more = '') =>
  `<style>a::after { content: ' ' target-counter(attr(href), page) } .new { break-before: page }${more}</style>`;

/** The words of each page. */
async function wordsOf(html: string) {
  const { text, messages } = await layOut(html);
  const pages = text.split(/^—.*$/m).filter((page) => page.trim() !== '');
  const words = pages.map((page) =>
    [...page.matchAll(/"([^"]*)"/g)].map(([, one]) => one).join(''),
  );
  return { words, messages };
}

describe('target-counter()', () => {
  it('is the number of the page that the element begins on', async () => {
    const { words, messages } = await wordsOf(
      `${css()}<p><a href="#b">b</a></p><p><a href="#c">c</a></p><p class="new" id="b">x</p><p class="new">y <span id="c">z</span></p>`,
    );
    expect(messages).toEqual([]);
    expect(words).toEqual(['b 2c 3', 'x', 'y z']);
  });

  it.each([
    ['a::after { content: target-counter(attr(href url), page, upper-roman) }', 'bII'],
    ['a::after { content: target-counter("#b", page) }', 'b2'],
    ['a::after { content: target-counter(url(#b), page) }', 'b2'],
    ['a::after { content: target-counter("b", page) }', 'b'],
    ['a::after { content: target-counter("#b", chapter) }', 'b'],
  ])('%s', async (rule, expected) => {
    const { words } = await wordsOf(
      `<style>${rule} .new { break-before: page }</style><p><a href="#b">b</a></p><p class="new" id="b">x</p>`,
    );
    expect(words).toEqual([expected, 'x']);
  });

  it('is as an element sets the counter `page`, which goes on from there', async () => {
    const { words, messages } = await wordsOf(
      `${css('@page { margin: 20pt; @bottom-center { content: counter(page) } } #b { counter-reset: page 10 }')}<p><a href="#b">b</a></p><p class="new" id="b">x</p><p class="new">y</p>`,
    );
    expect(messages).toEqual([]);
    expect(words).toEqual(['b 101', 'x10', 'y11']);
  });

  it('takes room: what it pushes to the next page is counted there', async () => {
    const entry = '<p><a href="#b">aaaa aaaa</a></p>';
    const { words } = await wordsOf(`${css()}${entry.repeat(5)}<p id="b">x</p>`);
    // Without its numbers the list has five lines of ten, and all is on one page.
    expect(words).toEqual(['aaaa aaaa2'.repeat(5), 'x']);
  });

  it('names an id that no page has', async () => {
    const { messages } = await wordsOf(`${css()}<p><a href="#nowhere">b</a></p>`);
    expect(messages).toEqual([
      'error[layout/unknown-target] no page has an element with the id `nowhere`, so its page number is unknown',
    ]);
  });

  it('reports what else it finds once, however often it is laid out', async () => {
    const { messages } = await wordsOf(
      `${css()}<p><a href="#b">b</a></p><p style="flow-from:none"></p><div style="flow-into:f">q</div><p class="new" id="b">x</p>`,
    );
    expect(messages.map((message) => message.slice(0, 32))).toEqual([
      'error[layout/flow-without-frame]',
    ]);
  });
});

describe('target-text()', () => {
  it.each([
    ['a::after { content: target-text(attr(href)) }', 'b» Om kål'],
    ['a::after { content: target-text("#b", first-letter) }', 'b» O'],
    ['a::after { content: target-text("b") }', 'b'],
    ['a::after { content: target-text("#b", after) }', 'b'],
  ])('%s', async (rule, expected) => {
    const { words } = await wordsOf(
      `<style>${rule} .new { break-before: page }</style><p><a href="#b">b</a></p><h2 class="new" id="b">» Om\n <b>kål</b></h2>`,
    );
    expect(words[0]).toBe(expected);
  });

  it('names an id that no element has', async () => {
    const { messages } = await wordsOf(
      '<style>a::after { content: target-text(attr(href)) }</style><p><a href="#nowhere">b</a></p>',
    );
    expect(messages).toEqual([
      'error[layout/unknown-target] no element has the id `nowhere`, so its words are unknown',
    ]);
  });
});

describe('leader()', () => {
  /** Each line's pieces: where they begin, how wide they are, how many glyphs. */
  async function piecesOf(html: string, css: string) {
    const { pages, messages } = await layOut(`<style>${css}</style>${html}`);
    expect(messages).toEqual([]);
    const lines: string[] = [];
    const visit = (fragment: Fragment, x: number) => {
      const at = x + fragment.x;
      if (fragment.kind === 'line') lines.push('');
      if (fragment.kind !== 'text') for (const child of fragment.children) visit(child, at);
      else {
        const words = fragment.run.glyphs.text();
        lines[lines.length - 1] += `${at}:${words} `;
      }
    };
    for (const { root } of pages) visit(root, 0);
    return lines.map((line) => line.trim());
  }
  const list = 'p::after { content: leader(dotted) "9" }';

  it('fills what its line leaves free', async () => {
    expect(await piecesOf('<p>aaa</p><p>bb</p>', list)).toEqual([
      '0:aaa 30:...... 90:9',
      '0:bb 20:....... 90:9',
    ]);
  });

  it('is counted from the right edge, so that those of a list stand below each other', async () => {
    const css = 'p::after { content: leader(". ") "9" } p { padding-left: 4pt }';
    expect(await piecesOf('<p>a</p><p>bb</p>', css)).toEqual([
      '4:a 20:.\u00a0.\u00a0.\u00a0 90:9',
      '4:bb 40:.\u00a0.\u00a0 90:9',
    ]);
  });

  it('stands on the last of several lines, and never begins one', async () => {
    const lines = await piecesOf('<p>aaaa bbbb cccc</p><p>aaaa bbbbb</p>', list);
    expect(lines).toEqual([
      '0:aaaa bbbb',
      '0:cccc 40:..... 90:9',
      '0:aaaa',
      '0:bbbbb 50:.... 90:9',
    ]);
  });

  it('shares the room with others of its line', async () => {
    const css = 'p::after { content: leader(".") "8" leader("-") "9" }';
    expect(await piecesOf('<p>aa</p>', css)).toEqual(['0:aa 20:... 50:8 60:--- 90:9']);
  });

  it('takes all there is in justified, centred and right-aligned lines', async () => {
    for (const align of ['justify', 'center', 'right', 'end'])
      expect(await piecesOf('<p>a a</p>', `${list} p { text-align: ${align} }`)).toEqual([
        '0:a a 30:...... 90:9',
      ]);
  });

  it('is one rule from the word to the end where it is solid: low lines overlap', async () => {
    const css = 'p::after { content: leader(solid) }';
    expect(await piecesOf('<p>aaa</p><p>bb</p>', css)).toEqual([
      '0:aaa 30:________',
      '0:bb 20:_________',
    ]);
  });

  it('makes no address of the words around it', async () => {
    const css = 'p { width: 60pt } p::after { content: leader(dotted) "ii" }';
    expect(await piecesOf('<p>aaa bb</p>', css)).toEqual(['0:aaa', '0:bb 20:.. 40:ii']);
  });
});
