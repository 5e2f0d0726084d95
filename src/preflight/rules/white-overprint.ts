import { inksOf, isWhite } from '../content/color-space.ts';
import { excerpt, visible, worstOfEachPage } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

export const whiteOverprint: PreflightRule = {
  code: 'preflight/white-overprint',
  title: say(
    'white never overprints: it would vanish',
    'hvid overtrykker aldrig: den ville forsvinde',
  ),
  severity: 'error',
  source: 'GWG 2022 R0007 (text), R0008 (paths)',
  check(art) {
    const found = visible(art, 'text', 'fill', 'stroke').filter(({ event }) => {
      const inks = inksOf(event.color);
      return event.overprints && inks !== null && isWhite(inks);
    });
    return worstOfEachPage(
      found,
      ({ event }) => (event.kind === 'text' ? 1 : 0),
      ({ event }) => ({
        message:
          event.kind === 'text'
            ? say(
                `the white text \`${excerpt(event)}\` overprints and will vanish`,
                `den hvide tekst \`${excerpt(event)}\` overtrykker og vil forsvinde`,
              )
            : say(
                'a white area or line overprints and will vanish',
                'en hvid flade eller streg overtrykker og vil forsvinde',
              ),
        severity: event.kind === 'text' ? 'error' : 'warning',
        rect: event.rect,
      }),
    );
  },
};
