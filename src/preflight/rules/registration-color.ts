import { visible, worstOfEachPage } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

export const registrationColor: PreflightRule = {
  code: 'preflight/registration-color',
  title: say(
    'registration ink (`All`) is for marks outside the bleed only',
    'passerfarve (`All`) er kun til mærker uden for beskæringen',
  ),
  severity: 'warning',
  source: 'GWG 2022 R0024',
  check: (art) =>
    worstOfEachPage(
      visible(art, 'fill', 'stroke', 'text').filter(({ event }) =>
        event.color.space.colorants.includes('All'),
      ),
      () => 0,
      ({ event }) => ({
        message: say(
          'something inside the bleed is painted in registration ink',
          'noget inden for beskæringen er tegnet med passerfarve',
        ),
        rect: event.rect,
      }),
    ),
};
