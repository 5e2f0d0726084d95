import { excerpt, visible, worstOfEachPage } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

export const missingGlyph: PreflightRule = {
  code: 'preflight/missing-glyph',
  title: say('no letter is missing in its font', 'intet tegn mangler i sin skrift'),
  severity: 'error',
  source: 'house rule; ISO 32000-1 §9.7.6.3 (glyph 0)',
  check(art) {
    return worstOfEachPage(
      visible(art, 'text').filter(({ event }) => event.missingGlyphs > 0),
      ({ event }) => event.missingGlyphs,
      ({ event }) => ({
        message: say(
          `\`${excerpt(event)}\` shows a glyph that \`${event.font?.baseFont ?? ''}\` does not have`,
          `\`${excerpt(event)}\` viser et tegn, som \`${event.font?.baseFont ?? ''}\` ikke har`,
        ),
        rect: event.rect,
        measured: event.missingGlyphs,
        limit: 0,
        unit: 'glyphs',
      }),
    );
  },
};
