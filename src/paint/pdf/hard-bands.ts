/**
 * Straight gradients whose colours only jump: stripes, two halves, the lines of a notepad. They are
 * drawn as areas in plain colours. A shading would leave it to the RIP, which samples it in a few
 * hundred steps and loses whatever is thinner than a step.
 */
import type { Path, Point } from '../../base/index.ts';
import type { FillItem } from '../../display/index.ts';
import { type Color, componentsOf } from './colors.ts';
import type { GradientPaint } from './gradient.ts';
import { pathBounds } from './operators.ts';

/** Stretches of the gradient line shorter than this are jumps. */
const shortest = 1e-9;

interface Band {
  readonly start: number;
  readonly end: number;
  readonly color: Color;
}

function nameOf(color: Color): string {
  return color.space === 'spot' ? color.name : color.space;
}

function isSame(one: Color, other: Color): boolean {
  const values = (color: Color) => [...componentsOf(color), color.alpha];
  if (one.alpha === 0 && other.alpha === 0) return true;
  const others = values(other);
  return (
    nameOf(one) === nameOf(other) &&
    values(one).every((value, index) => Math.abs(value - (others[index] ?? 0)) < 1e-6)
  );
}

/** The stretches of one colour each; null where colours blend anywhere, or nothing jumps. */
function bandsOf({ stops }: GradientPaint): readonly Band[] | null {
  const bands: Band[] = [];
  let last = stops[0];
  for (const stop of stops.slice(1)) {
    if (!last) return null;
    if (stop.offset - last.offset > shortest) {
      if (!isSame(last.color, stop.color)) return null;
      const before = bands.at(-1);
      if (before && isSame(before.color, stop.color))
        bands[bands.length - 1] = { ...before, end: stop.offset };
      else bands.push({ start: last.offset, end: stop.offset, color: stop.color });
    }
    if (stop.offset >= last.offset) last = stop;
  }
  return bands.length > 1 ? bands : null;
}

/**
 * Fills that come to `item`'s picture once they are clipped to its outline; null where its gradient
 * is none of these. An opaque band goes on under the next one, so that no light shows between them.
 */
export function hardBands(item: FillItem<Color>): readonly FillItem<Color>[] | null {
  const { paint, path } = item;
  if (paint.kind !== 'linear' || item.overprint === 'on') return null;
  const area = pathBounds(path);
  const bands = area && bandsOf(paint);
  const [dx, dy] = [paint.to.x - paint.from.x, paint.to.y - paint.from.y];
  const square = dx * dx + dy * dy;
  if (!bands || square === 0) return null;
  const along = ({ x, y }: Point) => ((x - paint.from.x) * dx + (y - paint.from.y) * dy) / square;
  const across = ({ x, y }: Point) => ((y - paint.from.y) * dx - (x - paint.from.x) * dy) / square;
  const corners = [area.x, area.x + area.width].flatMap((x) =>
    [area.y, area.y + area.height].map((y) => ({ x, y })),
  );
  const [sides, ends] = [corners.map(across), corners.map(along)];
  const [left, right] = [Math.min(...sides), Math.max(...sides)];
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  const at = (share: number, side: number): Point => ({
    x: paint.from.x + share * dx - side * dy,
    y: paint.from.y + share * dy + side * dx,
  });
  return bands.flatMap(({ start, end, color }, index): readonly FillItem<Color>[] => {
    const next = bands[index + 1];
    const under = next && color.alpha === 1 && next.color.alpha === 1 ? next.end : end;
    const from = index === 0 ? first : Math.max(first, start);
    const to = next ? Math.min(last, under) : last;
    if (to <= from || color.alpha === 0) return [];
    const outline: Path = [
      { kind: 'move', ...at(from, left) },
      { kind: 'line', ...at(from, right) },
      { kind: 'line', ...at(to, right) },
      { kind: 'line', ...at(to, left) },
      { kind: 'close' },
    ];
    return [{ ...item, path: outline, rule: 'nonzero', paint: { kind: 'solid', color } }];
  });
}
