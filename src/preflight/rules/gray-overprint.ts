import { hasInk, visible, worstOfEachPage } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

export const grayOverprint: PreflightRule = {
  code: 'preflight/gray-overprint',
  title: say('DeviceGray never overprints', 'DeviceGray overtrykker aldrig'),
  severity: 'warning',
  source: 'GWG 2022 R0013',
  check: (art) =>
    worstOfEachPage(
      visible(art, 'text', 'fill', 'stroke').filter(
        ({ event }) =>
          event.color.space.family === 'DeviceGray' && event.overprints && hasInk(event),
      ),
      () => 0,
      ({ event }) => ({
        message: say(
          'something in DeviceGray is set to overprint, which presses do differently',
          'noget i DeviceGray er sat til overtryk, hvilket trykkerier gør forskelligt',
        ),
        rect: event.rect,
      }),
    ),
};
