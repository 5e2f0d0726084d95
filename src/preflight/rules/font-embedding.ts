import type { ContentFont } from '../content/font.ts';
import { type PreflightRule, say } from '../rule.ts';

export const fontEmbedding: PreflightRule = {
  code: 'preflight/font-embedding',
  title: say('every font is embedded', 'alle skrifter er indlejret'),
  severity: 'error',
  source: 'ISO 15930-7:2010, fonts',
  check({ pages }) {
    const fonts = new Set<ContentFont>(pages.flatMap((page) => page.fonts));
    const loose = [...fonts].filter(({ isEmbedded }) => !isEmbedded);
    const unnamed = pages
      .filter(({ events }) => events.some((event) => event.kind === 'text' && !event.font))
      .map((page) => ({
        message: say('text is set in no known font', 'tekst er sat uden en kendt skrift'),
        page,
      }));
    return [
      ...loose.map(({ baseFont }) => ({
        message: say(
          `the font \`${baseFont}\` is not embedded`,
          `skriften \`${baseFont}\` er ikke indlejret`,
        ),
      })),
      ...unnamed,
    ];
  },
};
