/** Page numbers of other elements: css-content-3 §2.6. The square font, pages of 100 × 100 pt. */
import { describe, expect, it } from 'vitest';
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
