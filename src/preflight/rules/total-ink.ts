import { inkSum, inksOf } from '../content/color-space.ts';
import { figure, visible, worstOfEachPage } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

export const totalInk: PreflightRule = {
  code: 'preflight/total-ink',
  title: say(
    'no flat colour lays down more ink than the printing condition takes',
    'ingen farve lægger mere farve på, end trykbetingelsen tåler',
  ),
  severity: 'error',
  source: 'house rule: the condition’s limit; after GWG 2022 R0026',
  check(art) {
    const limit = art.expected.totalInkLimitPercent;
    const found = visible(art, 'text', 'fill', 'stroke').flatMap(({ page, event }) => {
      const inks = inksOf(event.color);
      const percent = inks ? inkSum(inks) * 100 : 0;
      return percent > limit + 0.5 ? [{ page, event, percent }] : [];
    });
    return worstOfEachPage(
      found,
      ({ percent }) => percent,
      ({ event, percent }) => ({
        message: say(
          `a colour has ${figure(percent, 'en')} % ink, expected ${limit} % at most`,
          `en farve har ${figure(percent, 'da')} % farvedækning; den må højst have ${limit} %`,
        ),
        rect: event.rect,
        measured: percent,
        limit,
        unit: 'percent',
      }),
    );
  },
};
