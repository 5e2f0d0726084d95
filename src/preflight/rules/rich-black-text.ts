import { type Inks, inkSum, inksOf } from '../content/color-space.ts';
import { excerpt, figure, visibleLetters, worstOfEachPage } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

const inkLimit = 2.8;
const smallPt = 12;

/** K with other inks under it: below 12 pt no press keeps them in register. */
function isRichBlack(inks: Inks): boolean {
  return inks.k >= 0.95 && inks.c + inks.m + inks.y > 0.1;
}

export const richBlackText: PreflightRule = {
  code: 'preflight/rich-black-text',
  title: say('black text is not made of four inks', 'sort tekst er ikke blandet af fire farver'),
  severity: 'warning',
  source: 'GWG 2022 R0015; house rule: error below 12 pt',
  check(art) {
    const found = visibleLetters(art).flatMap(({ page, event }) => {
      const inks = inksOf(event.color);
      if (!inks) return [];
      const isSmall = isRichBlack(inks) && event.sizePt < smallPt;
      const isHeavy = inks.k >= 0.85 && inkSum(inks) > inkLimit;
      return isSmall || isHeavy ? [{ page, event, isSmall, percent: inkSum(inks) * 100 }] : [];
    });
    return worstOfEachPage(
      found,
      ({ isSmall, percent }) => (isSmall ? 1000 : 0) + percent,
      ({ event, isSmall, percent }) => ({
        message: say(
          `the text \`${excerpt(event)}\` (${figure(event.sizePt, 'en')} pt) is a black of ${figure(percent, 'en')} % ink, expected black ink alone`,
          `teksten \`${excerpt(event)}\` (${figure(event.sizePt, 'da')} pt) er sort med ${figure(percent, 'da')} % farve; lille tekst skal være ren sort`,
        ),
        severity: isSmall ? 'error' : 'warning',
        rect: event.rect,
        measured: percent,
        limit: isSmall ? 100 : inkLimit * 100,
        unit: 'percent',
      }),
    );
  },
};
