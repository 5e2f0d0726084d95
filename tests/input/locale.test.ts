import { describe, expect, it } from 'vitest';
import { formatDay, formatNumber } from '../../src/input/locale.ts';

const shown = (text: string) => text.replaceAll('\u00a0', '~');

describe('numbers and dates', () => {
  it.each([
    ['da', '1.~maj 2026', 'maj 2026', '1.5.2026', '12.345,6'],
    ['en', '1~May 2026', 'May 2026', '1/5/2026', '12,345.6'],
    ['fr', '1er~mai 2026', 'mai 2026', '01/05/2026', '12~345,6'],
    ['nl', '1~mei 2026', 'mei 2026', '01-05-2026', '12.345,6'],
    ['it', '1~maggio 2026', 'maggio 2026', '01/05/2026', '12.345,6'],
    ['es', '1~de mayo de 2026', 'mayo de 2026', '1/5/2026', '12.345,6'],
    // Nobody's words where the language is not known, least of all Danish ones.
    ['pl', '2026-05-01', '2026-05', '2026-05-01', '12~345,6'],
  ])('in %s', (language, long, month, short, number) => {
    const day = { day: 1, month: 5, year: 2026 };
    const styles = (['long', 'month', 'short'] as const).map((style) =>
      shown(formatDay(day, style, language)),
    );
    expect([...styles, shown(formatNumber(12345.6, null, language))]).toEqual([
      long,
      month,
      short,
      number,
    ]);
  });
});
