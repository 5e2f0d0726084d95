/**
 * Gradients with hard edges (css-images-3 §3.4: two stops at one place): stripes, two halves, the
 * lines of a notepad, the slices of a pie. Each stretch between two jumps is an area with an outline
 * of its own, in a plain colour where it has but one. A shading would leave the edge to the RIP,
 * which samples it in a few hundred steps and loses whatever is thinner than a step.
 */
import type { Path, PathSegment, Point, Rect } from '../../base/index.ts';
import type { FillItem, GradientStop, Paint } from '../../display/index.ts';
import { type Color, componentsOf } from './colors.ts';
import { type GradientPaint, shortestStretch } from './gradient.ts';
import { pathBounds } from './operators.ts';

type Stop = GradientStop<Color>;
type PaintOf<K extends GradientPaint['kind']> = Extract<GradientPaint, { kind: K }>;

/** More bands than this are a screen, which a shading draws as well. */
const mostBands = 5000;

function nameOf(color: Color): string {
  return color.space === 'spot' ? color.name : color.space;
}

function isSame(one: Color, other: Color): boolean {
  if (one === other || (one.alpha === 0 && other.alpha === 0)) return true;
  const values = (color: Color) => [...componentsOf(color), color.alpha];
  const others = values(other);
  return (
    nameOf(one) === nameOf(other) &&
    values(one).every((value, index) => Math.abs(value - (others[index] ?? 0)) < 1e-6)
  );
}

/** From one jump to the next; offsets are the whole gradient's. */
interface Band {
  readonly stops: readonly Stop[];
  readonly start: number;
  readonly end: number;
}

/** Cut where the colour jumps. Of several stops at one place the first and the last are seen. */
function bandsOf(stops: readonly Stop[]): readonly Band[] {
  const bands: Stop[][] = [];
  for (const given of stops) {
    const last = bands.at(-1);
    const before = last?.at(-1);
    // Offsets never go back; those of repeats would, by a rounding error.
    const isBack = before !== undefined && given.offset < before.offset;
    const stop = isBack ? { ...given, offset: before.offset } : given;
    if (!last || !before) bands.push([stop]);
    else if (stop.offset - before.offset < shortestStretch && !isSame(stop.color, before.color))
      bands.push([stop]);
    else last.push(stop);
  }
  return bands
    .map((band) => ({
      stops: band,
      start: band[0]?.offset ?? 0,
      end: band.at(-1)?.offset ?? 1,
    }))
    .filter(
      ({ start, end }, index) =>
        index === 0 || index === bands.length - 1 || end - start > shortestStretch,
    );
}

/** The one colour of a band; null where it changes. */
function plainColor({ stops }: Band): Color | null {
  const [first] = stops;
  return first && stops.every(({ color }) => isSame(color, first.color)) ? first.color : null;
}

const isOpaque = ({ stops }: Band): boolean => stops.every(({ color }) => color.alpha === 1);

/** The gradient with a band's colours alone, which go on as they are before and after it. */
function bandPaint(paint: GradientPaint, band: Band): Paint<Color> {
  const color = plainColor(band);
  if (color) return { kind: 'solid', color };
  const [first, last] = [band.stops[0], band.stops.at(-1)];
  if (!first || !last) return paint;
  const before = first.offset > 0 ? [{ ...first, offset: 0 }] : [];
  const after = last.offset < 1 ? [{ ...last, offset: 1 }] : [];
  return { ...paint, stops: [...before, ...band.stops, ...after] };
}

function polygon(points: readonly Point[]): Path {
  return [
    ...points.map(
      ({ x, y }, index): PathSegment => ({ kind: index === 0 ? 'move' : 'line', x, y }),
    ),
    { kind: 'close' },
  ];
}

type Outline = (from: number, to: number) => Path | null;

const cornersOf = ({ x, y, width, height }: Rect): readonly Point[] => [
  { x, y },
  { x: x + width, y },
  { x, y: y + height },
  { x: x + width, y: y + height },
];

/** Across the gradient line, no farther than the area reaches. */
function straightOutline({ from: start, to: end }: PaintOf<'linear'>, area: Rect): Outline | null {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const square = dx * dx + dy * dy;
  if (square === 0) return null;
  const along = ({ x, y }: Point) => ((x - start.x) * dx + (y - start.y) * dy) / square;
  const across = ({ x, y }: Point) => ((y - start.y) * dx - (x - start.x) * dy) / square;
  const corners = cornersOf(area);
  const [sides, ends] = [corners.map(across), corners.map(along)];
  const [left, right] = [Math.min(...sides), Math.max(...sides)];
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  const at = (share: number, side: number): Point => ({
    x: start.x + share * dx - side * dy,
    y: start.y + share * dy + side * dx,
  });
  return (from, to) => {
    const [near, far] = [Math.max(first, from), Math.min(last, to)];
    if (far <= near) return null;
    return polygon([at(near, left), at(near, right), at(far, right), at(far, left)]);
  };
}

/** The farthest that anything of the area lies from a point. */
function reachFrom(center: Point, area: Rect): number {
  return Math.max(...cornersOf(area).map(({ x, y }) => Math.hypot(x - center.x, y - center.y)));
}

/** A slice of the turn. */
function sliceOutline({ center, fromDegrees }: PaintOf<'conic'>, area: Rect): Outline {
  const reach = 2 * reachFrom(center, area);
  return (from, to) => {
    const [near, far] = [Math.max(0, from), Math.min(1, to)];
    if (far <= near) return null;
    const steps = Math.max(1, Math.ceil((far - near) * 12));
    const rim = Array.from({ length: steps + 1 }, (_, step): Point => {
      const turn = near + ((far - near) * step) / steps;
      const angle = ((fromDegrees + turn * 360) * Math.PI) / 180;
      return { x: center.x + reach * Math.sin(angle), y: center.y - reach * Math.cos(angle) };
    });
    return polygon([center, ...rim]);
  };
}

/** How far the handles of a quarter of a circle stand out, in radii. */
const quarterHandle = 0.5522847498307936;

function ellipse({ center, radiusX, radiusY }: PaintOf<'radial'>, share: number): Path {
  const [rx, ry] = [radiusX * share, radiusY * share];
  const point = (x: number, y: number) => ({ x: center.x + rx * x, y: center.y + ry * y });
  const curve = (x1: number, y1: number, x2: number, y2: number, x: number, y: number) => {
    const [one, two, end] = [point(x1, y1), point(x2, y2), point(x, y)];
    return { kind: 'cubic', x1: one.x, y1: one.y, x2: two.x, y2: two.y, ...end } as const;
  };
  const k = quarterHandle;
  return [
    { kind: 'move', ...point(1, 0) },
    curve(1, k, k, 1, 0, 1),
    curve(-k, 1, -1, k, -1, 0),
    curve(-1, -k, -k, -1, 0, -1),
    curve(k, -1, 1, -k, 1, 0),
    { kind: 'close' },
  ];
}

/** A ring, or all outside it. */
function ringOutline(paint: PaintOf<'radial'>, area: Rect): Outline {
  const least = Math.max(1e-6, Math.min(paint.radiusX, paint.radiusY));
  const all = (2 * reachFrom(paint.center, area)) / least;
  return (from, to) => {
    if (to <= 0) return null;
    return [...ellipse(paint, Math.min(all, to)), ...(from > 0 ? ellipse(paint, from) : [])];
  };
}

function outlineOf(paint: GradientPaint, area: Rect): Outline | null {
  switch (paint.kind) {
    case 'linear':
      return straightOutline(paint, area);
    case 'conic':
      return sliceOutline(paint, area);
    case 'radial':
      return paint.focus ? null : ringOutline(paint, area);
  }
}

/**
 * Fills that come to `item`'s picture once they are clipped to its outline; null where nothing
 * jumps. An opaque band goes on under the next one, so that no light shows between them.
 */
export function hardBands(item: FillItem<Color>): readonly FillItem<Color>[] | null {
  const { paint, path } = item;
  if (paint.kind === 'solid' || item.overprint === 'on') return null;
  const bands = bandsOf(paint.stops);
  if (bands.length < 2 || bands.length > mostBands) return null;
  const area = pathBounds(path);
  const outline = area && outlineOf(paint, area);
  if (!outline) return null;
  const [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return bands.flatMap((band, index): readonly FillItem<Color>[] => {
    const shown = bandPaint(paint, band);
    if (shown.kind === 'solid' && shown.color.alpha === 0) return [];
    const next = bands[index + 1];
    const afterNext = bands[index + 2];
    const isUnder = next && isOpaque(band) && isOpaque(next);
    const under = isUnder ? (afterNext?.start ?? most) : next?.start;
    const own = outline(index === 0 ? least : band.start, under ?? most);
    const rule = paint.kind === 'radial' ? 'evenodd' : 'nonzero';
    // Black lies on the bands below it as any other colour does.
    const overprint = item.overprint ?? 'off';
    return own ? [{ ...item, path: own, rule, paint: shown, overprint }] : [];
  });
}
