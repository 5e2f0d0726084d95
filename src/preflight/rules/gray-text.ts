import { excerpt, hasInk, liesOnInk, visible, worstOfEachPage } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

const limitPt = 12;

export const grayText: PreflightRule = {
  code: 'preflight/gray-text',
  title: say(
    'small text on other elements is not in DeviceGray, whose overprint is unreliable',
    'lille tekst oven på andre elementer er ikke i DeviceGray, som overtrykker upålideligt',
  ),
  severity: 'warning',
  source: 'GWG 2022 R0011',
  check(art) {
    const found = visible(art, 'text').filter(
      (placed) =>
        placed.event.color.space.family === 'DeviceGray' &&
        placed.event.sizePt < limitPt &&
        hasInk(placed.event) &&
        liesOnInk(placed),
    );
    return worstOfEachPage(
      found,
      ({ event }) => -event.sizePt,
      ({ event }) => ({
        message: say(
          `the text \`${excerpt(event)}\` is in DeviceGray on top of another element; write black as DeviceCMYK`,
          `teksten \`${excerpt(event)}\` er i DeviceGray oven på et andet element; skriv sort som DeviceCMYK`,
        ),
        rect: event.rect,
        measured: event.sizePt,
        limit: limitPt,
        unit: 'pt',
      }),
    );
  },
};
