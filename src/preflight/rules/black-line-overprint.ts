import { inksOf, isBlack } from '../content/color-space.ts';
import { figure, liesOnInk, overprintsBlack, visibleLines, worstOfEachPage } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

const limitPt = 2;

export const blackLineOverprint: PreflightRule = {
  code: 'preflight/black-line-overprint',
  title: say(
    'thin black lines on other elements overprint them',
    'tynde sorte streger oven på andre elementer overtrykker dem',
  ),
  severity: 'warning',
  source: 'GWG 2022 R0010',
  check(art) {
    const found = visibleLines(art).filter((line) => {
      const { event, widthPt } = line;
      const inks = event.color.space.family === 'DeviceGray' ? null : inksOf(event.color);
      if (!inks || !isBlack(inks) || widthPt >= limitPt) return false;
      return !overprintsBlack(event.color, event) && liesOnInk(line);
    });
    return worstOfEachPage(
      found,
      ({ widthPt }) => -widthPt,
      ({ event, widthPt }) => ({
        message: say(
          `a black line (${figure(widthPt, 'en')} pt) knocks out what lies below it`,
          `en sort streg (${figure(widthPt, 'da')} pt) skærer hul i det, den ligger på`,
        ),
        rect: event.rect,
        measured: widthPt,
        limit: limitPt,
        unit: 'pt',
      }),
    );
  },
};
