/** Tables of layout cases: HTML beside the fragments it gives, and nothing reported. */
import { expect, it } from 'vitest';
import { type LayOutOptions, layOut } from './lay-out.ts';

/** A page is 100 × 100 pt; the font is 10 pt squares. */
export type LayoutCase = readonly [name: string, body: string, expected: string];

/** One test for each case; expected text may begin and end with a line break. */
export function checkLayout(cases: readonly LayoutCase[], options: LayOutOptions = {}): void {
  it.each(cases)('%s', async (_name, body, expected) => {
    const { text, messages } = await layOut(body, options);
    expect(messages).toEqual([]);
    expect(text).toBe(expected.trim());
  });
}

/** `<div style="…">…</div>`. */
export function box(style: string, inside = ''): string {
  return `<div style='${style}'>${inside}</div>`;
}
