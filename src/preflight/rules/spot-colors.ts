import type { ColorSpace } from '../content/color-space.ts';
import type { PaintEvent } from '../content/events.ts';
import { visible } from '../judge.ts';
import { type PreflightRule, say } from '../rule.ts';

/** Colorants that are no ink of their own. */
const reserved: ReadonlySet<string> = new Set([
  'All',
  'None',
  'Cyan',
  'Magenta',
  'Yellow',
  'Black',
]);

function colorantsOf(space: ColorSpace | null): readonly string[] {
  if (!space) return [];
  return space.base ? colorantsOf(space.base) : space.colorants;
}

function spaceOf(event: PaintEvent): ColorSpace | null {
  return event.kind === 'picture' || event.kind === 'shading' ? event.space : event.color.space;
}

export const spotColors: PreflightRule = {
  code: 'preflight/spot-colors',
  title: say('no spot ink beyond those of the job', 'ingen spotfarver ud over jobbets egne'),
  severity: 'error',
  source: 'GWG 2022 R0020',
  check(art) {
    const placed = visible(art, 'fill', 'stroke', 'text', 'picture', 'shading');
    const names = new Set(placed.flatMap(({ event }) => colorantsOf(spaceOf(event))));
    return [...names]
      .filter((name) => !reserved.has(name) && !art.expected.spots.includes(name))
      .sort()
      .map((name) => ({
        message: say(
          `the spot ink \`${name}\` is used, which the job does not print with`,
          `spotfarven \`${name}\` bruges, men jobbet trykkes ikke med den`,
        ),
      }));
  },
};
