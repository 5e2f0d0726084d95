import { type PreflightRule, say } from '../rule.ts';

export const pageContents: PreflightRule = {
  code: 'preflight/page-contents',
  title: say('everything a page paints can be read', 'alt, hvad en side tegner, kan læses'),
  severity: 'error',
  source: 'ISO 32000-1 §7.8',
  check: ({ pages }) =>
    pages
      .filter(({ isWhole }) => !isWhole)
      .map((page) => ({
        message: say(
          'some of the page’s contents cannot be read',
          'noget af sidens indhold kan ikke læses',
        ),
        page,
      })),
};
