import type { ContentFont } from '../content/font.ts';
import { excerpt } from '../judge.ts';
import { type Offence, type PreflightRule, say } from '../rule.ts';

export const fontUnicode: PreflightRule = {
  code: 'preflight/font-unicode',
  title: say(
    'text can be read back: every code has its letter in `/ToUnicode`',
    'teksten kan læses tilbage: hver kode har sit bogstav i `/ToUnicode`',
  ),
  severity: 'warning',
  source: 'house rule; ISO 32000-1 §9.10.3',
  check({ pages }) {
    const fonts = new Set<ContentFont>(pages.flatMap((page) => page.fonts));
    const without = [...fonts]
      .filter(({ hasToUnicode }) => !hasToUnicode)
      .map(
        ({ baseFont }): Offence => ({
          message: say(
            `the font \`${baseFont}\` has no \`/ToUnicode\``,
            `skriften \`${baseFont}\` har intet \`/ToUnicode\``,
          ),
        }),
      );
    const unmapped = pages.flatMap((page) => {
      const event = page.events.find(
        (each) => each.kind === 'text' && each.font?.hasToUnicode && each.unmappedCodes > 0,
      );
      if (event?.kind !== 'text') return [];
      const message = say(
        `\`${excerpt(event)}\` has ${event.unmappedCodes} codes without a letter`,
        `\`${excerpt(event)}\` har ${event.unmappedCodes} koder uden bogstav`,
      );
      return [{ message, page, rect: event.rect, measured: event.unmappedCodes, limit: 0 }];
    });
    return [...without, ...unmapped];
  },
};
