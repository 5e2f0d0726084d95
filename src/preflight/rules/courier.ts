import { type PreflightRule, say } from '../rule.ts';

export const courier: PreflightRule = {
  code: 'preflight/courier',
  title: say(
    'no text is set in Courier, which mostly stands in for a font that was missing',
    'ingen tekst er sat med Courier, som oftest erstatter en skrift, der manglede',
  ),
  severity: 'warning',
  source: 'GWG 2022 R0014',
  check: ({ pages }) =>
    pages.flatMap((page) =>
      page.fonts
        .filter(({ baseFont }) => /^(?:[A-Z]{6}\+)?Courier(?!Prime)/i.test(baseFont))
        .map(({ baseFont }) => ({
          message: say(`text is set in \`${baseFont}\``, `tekst er sat med \`${baseFont}\``),
          page,
        })),
    ),
};
