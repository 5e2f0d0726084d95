/** What quirks mode changes of values and names (quirks §3.1, §3.2, selectors-4 §6.6). */
import { describe, expect, it } from 'vitest';
import { createSource } from '../../src/base/index.ts';
import type { HtmlDocument } from '../../src/input/index.ts';
import { type ComputedStyle, computeStyles } from '../../src/style/index.ts';
import { documentOf, element, plainSheet, workspaceOf } from './support.ts';

function styleIn(mode: HtmlDocument['mode'], css: string) {
  const p = element('p.Lead#First');
  const plain = documentOf(element('html', element('body', p)));
  const document = mode ? { ...plain, mode } : plain;
  const codes: string[] = [];
  const styled = computeStyles(
    document,
    {
      sheets: [createSource('page.css', css)],
      userAgentSheet: plainSheet,
      media: 'press',
      rootProperties: {},
      forgiving: true,
    },
    { report: ({ code }) => codes.push(code), workspace: workspaceOf({}) },
  );
  return { style: styled.styleOf(p), codes };
}

const red = { space: 'srgb', r: 1, g: 0, b: 0, alpha: 1 };
const navy = { space: 'srgb', r: 0, g: 0, b: 0x12 / 255, alpha: 1 };
type Row = readonly [css: string, property: keyof ComputedStyle, quirky: unknown, plain: unknown];

const rows: readonly Row[] = [
  ['p { padding-left: 8 }', 'paddingLeft', { pt: 6, percent: 0 }, { pt: 0, percent: 0 }],
  ['p { margin: 8 4 }', 'marginLeft', { pt: 3, percent: 0 }, { pt: 0, percent: 0 }],
  ['p { font-size: 8 }', 'fontSize', 6, 12],
  // Neither functions nor shorthands of more than lengths.
  ['p { padding-left: calc(8) }', 'paddingLeft', { pt: 0, percent: 0 }, { pt: 0, percent: 0 }],
  ['p { order: 8 }', 'order', 8, 8],
  ['p { color: ff0000 }', 'color', red, expect.not.objectContaining(red)],
  ['p { color: f00 }', 'color', red, expect.not.objectContaining(red)],
  // A number has lost its zeros.
  ['p { color: 000012 }', 'color', navy, expect.not.objectContaining(navy)],
  ['p { color: 12 }', 'color', navy, expect.not.objectContaining(navy)],
  ['.lead { order: 1 }', 'order', 1, 0],
  ['#FIRST { order: 1 }', 'order', 1, 0],
  ['[class=lead] { order: 1 }', 'order', 0, 0],
];

describe('quirks mode', () => {
  it.each(rows)('%s', (css, property, quirky, plain) => {
    expect(styleIn('quirks', css).style[property]).toEqual(quirky);
    expect(styleIn('limited-quirks', css).style[property]).toEqual(plain);
    expect(styleIn(undefined, css).style[property]).toEqual(plain);
  });

  it('says nothing of what it understands', () => {
    expect(styleIn('quirks', 'p { width: 8; color: ff0000 }').codes).toEqual([]);
    expect(styleIn(undefined, 'p { width: 8; color: ff0000 }').codes).toHaveLength(2);
  });
});
