import { hasInk, liesOnInk, visibleLines, worstOfEachPage } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

const limitPt = 2;

export const grayLine: PreflightRule = {
  code: 'preflight/gray-line',
  title: say(
    'thin lines on other elements are not in DeviceGray, whose overprint is unreliable',
    'tynde streger oven på andre elementer er ikke i DeviceGray, som overtrykker upålideligt',
  ),
  severity: 'warning',
  source: 'GWG 2022 R0012',
  check(art) {
    const found = visibleLines(art).filter(
      (line) =>
        line.event.color.space.family === 'DeviceGray' &&
        line.widthPt < limitPt &&
        hasInk(line.event) &&
        liesOnInk(line),
    );
    return worstOfEachPage(
      found,
      ({ widthPt }) => -widthPt,
      ({ event, widthPt }) => ({
        message: say(
          'a thin line is in DeviceGray on top of another element; write black as DeviceCMYK',
          'en tynd streg er i DeviceGray oven på et andet element; skriv sort som DeviceCMYK',
        ),
        rect: event.rect,
        measured: widthPt,
        limit: limitPt,
        unit: 'pt',
      }),
    );
  },
};
