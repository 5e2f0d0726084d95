/**
 * CSS gradients (css-images-3 §3) as paints: gradient line, ending shape, stops put in order,
 * repeats written out. Colours keep their space; a paint's offsets are always 0–1.
 */
import type { Point, Rect } from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import {
  type ColorStop,
  type ConicGradient,
  type Gradient,
  type LengthPercentage,
  type LinearGradient,
  type MixMethod,
  mixColorsIn,
  type RadialGradient,
  resolveLength,
} from '../style/index.ts';
import type { GradientStop, Paint } from './item.ts';
import { mixColors } from './mix-colors.ts';

type Stop = GradientStop<AuthorColor>;

/** Repeats past this are finer than any screen ruling: of them, the average is seen. */
const mostRepeats = 1000;

/** §3.6: the average along the gradient; stops that all stand in one place count as evenly spread. */
function averageOf(stops: readonly Stop[]): AuthorColor | undefined {
  const [first, last] = [stops[0], stops.at(-1)];
  if (!first || !last) return undefined;
  const length = last.offset - first.offset;
  let [average, weight] = [first.color, 0];
  const add = (color: AuthorColor, share: number): void => {
    if (share <= 0) return;
    weight += share;
    average = mixWith(average, color, share / weight, null);
  };
  stops.forEach((stop, index) => {
    const before = stops[index - 1];
    if (!before) return;
    const share = length > 0 ? (stop.offset - before.offset) / length : 1;
    add(before.color, share / 2);
    add(stop.color, share / 2);
  });
  return average;
}

/** §3.5.3: positions as multiples of `length`, missing ones filled in, none before the last. */
export function placeStops(
  stops: readonly ColorStop[],
  length: number,
  method: MixMethod | null = null,
): readonly Stop[] {
  const share = (pt: number) => (length > 0 ? pt / length : 0);
  const place = (position: LengthPercentage) => share(resolveLength(position, length));
  // Hints stand among the stops: they too come after what is before them.
  const given = stops.flatMap(({ position, hint }) => [
    position && place(position),
    ...(hint ? [place(hint)] : []),
  ]);
  given[0] ??= 0;
  given[given.length - 1] ??= 1;
  let highest = Number.NEGATIVE_INFINITY;
  const ordered = given.map((offset) => {
    if (offset === null) return null;
    highest = Math.max(highest, offset);
    return highest;
  });
  let next = 0;
  const marks = stops.map(({ color, hint }) => {
    const offset = spread(ordered, next);
    const middle = hint ? spread(ordered, next + 1) : null;
    next += hint ? 2 : 1;
    return { offset, color, middle };
  });
  return marks.flatMap((mark, index) => {
    const before = marks[index - 1];
    const stop = { offset: mark.offset, color: mark.color };
    return before ? [...stepsBetween(before, stop, before.middle, method), stop] : [stop];
  });
}

/** Stretches that do not change evenly are written as so many that do. */
const mixedSteps = 24;

/** Stops between two stops whose middle is elsewhere or whose colours mix in another space. */
function stepsBetween(
  one: Stop,
  other: Stop,
  middle: number | null,
  method: MixMethod | null,
): readonly Stop[] {
  const length = other.offset - one.offset;
  if (length <= 0 || (middle === null && method === null)) return [];
  const hint = middle === null ? 0.5 : (middle - one.offset) / length;
  if (hint <= 0) return [{ offset: one.offset, color: other.color }];
  if (hint >= 1) return [{ offset: other.offset, color: one.color }];
  const power = Math.log(0.5) / Math.log(hint);
  return Array.from({ length: mixedSteps - 1 }, (_, index) => {
    const share = (index + 1) / mixedSteps;
    const color = mixWith(one.color, other.color, share ** power, method);
    return { offset: one.offset + share * length, color };
  });
}

/** Mixed as asked for; inks and light each their own way where that cannot be. */
function mixWith(
  one: AuthorColor,
  other: AuthorColor,
  share: number,
  method: MixMethod | null,
): AuthorColor {
  const own = { space: one.space === 'cmyk' ? 'device-cmyk' : 'srgb', hue: 'shorter' } as const;
  const shares = { first: 1 - share, second: share };
  return mixColorsIn(one, other, shares, method ?? own) ?? mixColors(one, other, share);
}

/** The offset at `index`, or an even share of the way between its placed neighbours. */
function spread(offsets: readonly (number | null)[], index: number): number {
  const own = offsets[index];
  if (own !== null && own !== undefined) return own;
  let before = index;
  let after = index;
  while (before > 0 && offsets[before] === null) before -= 1;
  while (after < offsets.length - 1 && offsets[after] === null) after += 1;
  const [start, end] = [offsets[before] ?? 0, offsets[after] ?? 1];
  return start + ((end - start) * (index - before)) / (after - before);
}

/** The colour at `offset`: that of the end stops outside them. */
function colorAt(stops: readonly Stop[], offset: number): AuthorColor | undefined {
  const after = stops.findIndex((stop) => stop.offset > offset);
  if (after < 0) return stops.at(-1)?.color;
  const [one, two] = [stops[after - 1], stops[after]];
  if (!one || !two) return two?.color;
  return mixWith(one.color, two.color, (offset - one.offset) / (two.offset - one.offset), null);
}

/** Stops between `from` and `to`, as offsets 0–1 of that stretch, both ends included. */
function windowStops(stops: readonly Stop[], from: number, to: number): readonly Stop[] {
  const first = colorAt(stops, from);
  const last = colorAt(stops, to);
  if (!first || !last) return [];
  const inside = stops.filter(({ offset }) => offset >= from && offset <= to);
  const width = to - from;
  const scaled = inside.map(({ offset, color }) => ({ offset: (offset - from) / width, color }));
  const head = scaled[0]?.offset === 0 ? [] : [{ offset: 0, color: first }];
  const tail = scaled.at(-1)?.offset === 1 ? [] : [{ offset: 1, color: last }];
  return [...head, ...scaled, ...tail];
}

/** The pattern written out from `from` to `to` (§3.6). */
function repeatStops(stops: readonly Stop[], from: number, to: number): readonly Stop[] {
  const start = stops[0]?.offset ?? 0;
  const period = (stops.at(-1)?.offset ?? 0) - start;
  if (period <= 0 || (to - from) / period > mostRepeats) {
    const color = averageOf(stops);
    return color ? [{ offset: from, color }] : stops;
  }
  const all: Stop[] = [];
  const first = Math.floor((from - start) / period);
  const last = Math.ceil((to - start) / period);
  for (let turn = first; turn < last; turn += 1)
    for (const { offset, color } of stops) all.push({ offset: offset + turn * period, color });
  return all;
}

/** Stops and the stretch of the gradient line they cover; at least 0 to 1. */
function fitStops(gradient: LinearGradient | RadialGradient, length: number, reach: number) {
  const placed = placeStops(gradient.stops, length, gradient.method);
  const offsets = placed.map(({ offset }) => offset);
  const from = gradient.kind === 'radial-gradient' ? 0 : Math.min(0, ...offsets);
  const to = Math.max(1, gradient.repeating ? reach : 0, ...offsets);
  const all = gradient.repeating ? repeatStops(placed, from, to) : placed;
  return { stops: windowStops(all, from, to), from, to };
}

/** §3.1.1: degrees that put the line's middle colour on the two other corners. */
function degreesOf({ direction }: LinearGradient, { width, height }: Rect): number {
  if (direction.kind === 'angle') return direction.degrees;
  const { x, y } = direction.corner;
  const slope = (Math.atan2(height, width) * 180) / Math.PI;
  if (y === 'top') return x === 'right' ? slope : 360 - slope;
  return x === 'right' ? 180 - slope : 180 + slope;
}

function linearPaint(gradient: LinearGradient, area: Rect): Paint<AuthorColor> {
  const angle = (degreesOf(gradient, area) * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const length = Math.abs(area.width * sin) + Math.abs(area.height * cos);
  const center = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
  const { stops, from, to } = fitStops(gradient, length, 1);
  const at = (offset: number): Point => ({
    x: center.x + (offset - 0.5) * length * sin,
    y: center.y - (offset - 0.5) * length * cos,
  });
  return { kind: 'linear', from: at(from), to: at(to), stops };
}

/** Distances from the centre to the area's sides: nearest and farthest on each axis. */
function sideDistances(center: Point, area: Rect) {
  const [left, right] = [Math.abs(center.x - area.x), Math.abs(area.x + area.width - center.x)];
  const [top, bottom] = [Math.abs(center.y - area.y), Math.abs(area.y + area.height - center.y)];
  return {
    closest: { x: Math.min(left, right), y: Math.min(top, bottom) },
    farthest: { x: Math.max(left, right), y: Math.max(top, bottom) },
  };
}

/** §3.2.2: radii of the ending shape. */
function radiiOf({ size, shape }: RadialGradient, center: Point, area: Rect): Point {
  if (typeof size !== 'string')
    return { x: resolveLength(size.x, area.width), y: resolveLength(size.y, area.height) };
  const { closest, farthest } = sideDistances(center, area);
  const side = size.startsWith('closest') ? closest : farthest;
  const isCorner = size.endsWith('corner');
  if (shape === 'circle') {
    const toSide = size === 'closest-side' ? Math.min(side.x, side.y) : Math.max(side.x, side.y);
    const radius = isCorner ? Math.hypot(side.x, side.y) : toSide;
    return { x: radius, y: radius };
  }
  // An ellipse through the corner has the proportions of the one to the sides.
  const grow = isCorner ? Math.SQRT2 : 1;
  return { x: side.x * grow, y: side.y * grow };
}

/** §3.2.3: a shape without extent is drawn as one too small to see. */
const leastRadius = 1e-4;

function radialPaint(gradient: RadialGradient, area: Rect): Paint<AuthorColor> {
  const { position } = gradient;
  const center = {
    x: area.x + resolveLength(position.x, area.width),
    y: area.y + resolveLength(position.y, area.height),
  };
  const given = radiiOf(gradient, center, area);
  const radii = { x: Math.max(given.x, leastRadius), y: Math.max(given.y, leastRadius) };
  const { farthest } = sideDistances(center, area);
  const reach = Math.hypot(farthest.x / radii.x, farthest.y / radii.y);
  const { stops, to } = fitStops(gradient, radii.x, reach);
  return { kind: 'radial', center, radiusX: radii.x * to, radiusY: radii.y * to, stops };
}

/** §3.3: the gradient line is one full turn; what lies before or after it is not seen. */
function conicPaint(gradient: ConicGradient, area: Rect): Paint<AuthorColor> {
  const { position, fromDegrees } = gradient;
  const center = {
    x: area.x + resolveLength(position.x, area.width),
    y: area.y + resolveLength(position.y, area.height),
  };
  const placed = placeStops(gradient.stops, 1, gradient.method);
  const all = gradient.repeating ? repeatStops(placed, 0, 1) : placed;
  return { kind: 'conic', center, fromDegrees, stops: windowStops(all, 0, 1) };
}

/** The paint of a gradient whose box is `area`, in the coordinates of `area`. */
export function gradientPaint(gradient: Gradient, area: Rect): Paint<AuthorColor> {
  switch (gradient.kind) {
    case 'linear-gradient':
      return linearPaint(gradient, area);
    case 'radial-gradient':
      return radialPaint(gradient, area);
    case 'conic-gradient':
      return conicPaint(gradient, area);
  }
}
