import { inksOf, isBlack } from '../content/color-space.ts';
import { excerpt, figure, liesOnInk, overprintsBlack, visible, worstOfEachPage } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

const limitPt = 12;

export const blackTextOverprint: PreflightRule = {
  code: 'preflight/black-text-overprint',
  title: say(
    'small black text on other elements overprints them',
    'lille sort tekst oven på andre elementer overtrykker dem',
  ),
  severity: 'warning',
  source: 'GWG 2022 R0009',
  check(art) {
    const found = visible(art, 'text').filter((placed) => {
      const { event } = placed;
      const inks = event.color.space.family === 'DeviceGray' ? null : inksOf(event.color);
      if (!inks || !isBlack(inks) || event.sizePt >= limitPt) return false;
      return !overprintsBlack(event.color, event) && liesOnInk(placed);
    });
    return worstOfEachPage(
      found,
      ({ event }) => -event.sizePt,
      ({ event }) => ({
        message: say(
          `the black text \`${excerpt(event)}\` (${figure(event.sizePt, 'en')} pt) knocks out what lies below it`,
          `den sorte tekst \`${excerpt(event)}\` (${figure(event.sizePt, 'da')} pt) skærer hul i det, den ligger på`,
        ),
        rect: event.rect,
        measured: event.sizePt,
        limit: limitPt,
        unit: 'pt',
      }),
    );
  },
};
