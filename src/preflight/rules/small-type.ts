import { inkCount, inksOf, isWhite } from '../content/color-space.ts';
import type { TextEvent } from '../content/events.ts';
import { excerpt, figure, visibleLetters, worstOfEachPage } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

/** Sizes are kept to about this much in the file. */
const tolerancePt = 0.005;

const errorPt = 5;
const oneInkPt = 6;
const manyInksPt = 8;

/** The size this text needs: more for several inks, and for white cut out of a ground. */
function neededPt({ color }: Pick<TextEvent, 'color'>): number {
  const inks = inksOf(color);
  return inks !== null && (isWhite(inks) || inkCount(inks) > 1) ? manyInksPt : oneInkPt;
}

export const smallType: PreflightRule = {
  code: 'preflight/small-type',
  title: say(
    'type is large enough for its inks: 6 pt, or 8 pt reversed or in several inks',
    'skriften er stor nok til sine farver: 6 pt, eller 8 pt negativt eller i flere farver',
  ),
  severity: 'warning',
  source: 'GWG 2022 R0016, R0017; house rule: 6 pt, error below 5 pt',
  check(art) {
    const found = visibleLetters(art)
      .map(({ page, event }) => ({ page, event, needed: neededPt(event) }))
      .filter(({ event, needed }) => event.sizePt < needed - tolerancePt);
    return worstOfEachPage(
      found,
      ({ event, needed }) => needed - event.sizePt,
      ({ event, needed }) => ({
        message: say(
          `the text \`${excerpt(event)}\` is ${figure(event.sizePt, 'en')} pt, expected ${needed} pt for its inks`,
          `teksten \`${excerpt(event)}\` er ${figure(event.sizePt, 'da')} pt; til dens farver skal den være mindst ${needed} pt`,
        ),
        severity: event.sizePt < errorPt - tolerancePt ? 'error' : 'warning',
        rect: event.rect,
        measured: event.sizePt,
        limit: needed,
        unit: 'pt',
      }),
    );
  },
};
