import { inksOf, isWhite } from '../content/color-space.ts';
import { figure, type Line, visibleLines, worstOfEachPage } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

/** Widths are kept to about this much in the file. */
const tolerancePt = 0.002;

const errorPt = 0.15;
const positivePt = 0.25;
const reversedPt = 0.5;

function neededPt({ event }: Line): number {
  const inks = inksOf(event.color);
  return inks !== null && isWhite(inks) ? reversedPt : positivePt;
}

export const thinLines: PreflightRule = {
  code: 'preflight/thin-lines',
  title: say(
    'lines are thick enough to print: 0.25 pt, or 0.5 pt reversed',
    'streger er tykke nok til at trykke: 0,25 pt, eller 0,5 pt negativt',
  ),
  severity: 'warning',
  source: 'GWG 2022 R0018, R0019; house rule: 0.25 and 0.5 pt, error below 0.15 pt',
  check(art) {
    const found = visibleLines(art)
      .map((line) => ({ ...line, needed: neededPt(line) }))
      .filter(({ widthPt, needed }) => widthPt < needed - tolerancePt);
    return worstOfEachPage(
      found,
      ({ widthPt, needed }) => needed - widthPt,
      ({ event, widthPt, needed }) => ({
        message: say(
          `a line is ${figure(widthPt, 'en')} pt thick, expected ${figure(needed, 'en')} pt`,
          `en streg er ${figure(widthPt, 'da')} pt tyk; den skal være mindst ${figure(needed, 'da')} pt`,
        ),
        severity: widthPt < errorPt - tolerancePt ? 'error' : 'warning',
        rect: event.rect,
        measured: widthPt,
        limit: needed,
        unit: 'pt',
      }),
    );
  },
};
