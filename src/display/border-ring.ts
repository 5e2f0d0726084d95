/**
 * The area between a border's outer and inner edge. Where a side has no border the two edges would
 * lie on each other, and printers paint a hairline there (ISO 32000-1 §10.6.5 has every pixel that a
 * shape touches filled): sides that have one are outlined alone.
 */
import { type Edges, type Path, type PathSegment, type Point, rectPath } from '../base/index.ts';
import { isEmptyRect } from './outline.ts';
import {
  type Corner,
  hasRoundCorner,
  quarterHandle,
  type RoundedRect,
  roundedPath,
} from './rounded.ts';

type SideName = keyof Edges;

/** Clockwise; each side begins at the corner of its own number. */
const clockwise = ['top', 'right', 'bottom', 'left'] as const;

/** A corner as one comes to it clockwise, and as one leaves it; the two handles of its curve. */
interface Turn {
  readonly from: Point;
  readonly to: Point;
  readonly handles: readonly [Point, Point];
}

/** The four corners, from the top left one. */
function turnsOf({ rect, radii }: RoundedRect): readonly Turn[] {
  const [left, top] = [rect.x, rect.y];
  const [right, bottom] = [left + rect.width, top + rect.height];
  const turn = (corner: Point, { x, y }: Corner, into: Point, out: Point): Turn => {
    const at = (share: number, direction: Point) => ({
      x: corner.x + direction.x * x * share,
      y: corner.y + direction.y * y * share,
    });
    const near = 1 - quarterHandle;
    return { from: at(1, into), to: at(1, out), handles: [at(near, into), at(near, out)] };
  };
  const [up, down] = [
    { x: 0, y: -1 },
    { x: 0, y: 1 },
  ];
  const [back, on] = [
    { x: -1, y: 0 },
    { x: 1, y: 0 },
  ];
  return [
    turn({ x: left, y: top }, radii.topLeft, down, on),
    turn({ x: right, y: top }, radii.topRight, back, down),
    turn({ x: right, y: bottom }, radii.bottomRight, up, back),
    turn({ x: left, y: bottom }, radii.bottomLeft, on, up),
  ];
}

const isSame = (one: Point, other: Point) => one.x === other.x && one.y === other.y;

/** Through corners, from where one path has come to. */
function follow(turns: readonly Turn[], isFirst: boolean): readonly PathSegment[] {
  return turns.flatMap(({ from, to, handles: [one, two] }, index) => {
    const begin: PathSegment = { kind: isFirst && index === 0 ? 'move' : 'line', ...from };
    if (isSame(from, to)) return [begin];
    const curve = { x1: one.x, y1: one.y, x2: two.x, y2: two.y, ...to };
    return [begin, { kind: 'cubic', ...curve } as const];
  });
}

function reversed({ from, to, handles: [one, two] }: Turn): Turn {
  return { from: to, to: from, handles: [two, one] };
}

/** Runs of sides that have a border, one after the other around the corners; not all four. */
function runsOf(widths: Edges): readonly (readonly SideName[])[] {
  const has = (index: number) => widths[clockwise[(index + 4) % 4] ?? 'top'] > 0;
  const starts = [0, 1, 2, 3].filter((index) => has(index) && !has(index - 1));
  return starts.map((start) => {
    const run: SideName[] = [];
    for (let index = start; has(index); index++) run.push(clockwise[index % 4] ?? 'top');
    return run;
  });
}

/** The band of a run of sides: along the outer edge, and back along the inner one. */
function bandPath(run: readonly SideName[], outer: RoundedRect, inner: RoundedRect): Path {
  const first = clockwise.indexOf(run[0] ?? 'top');
  const along = (rounded: RoundedRect) => {
    const turns = turnsOf(rounded);
    return Array.from({ length: run.length + 1 }, (_, step) => turns[(first + step) % 4]).filter(
      (turn) => turn !== undefined,
    );
  };
  const back = along(inner).map(reversed).reverse();
  return [...follow(along(outer), true), ...follow(back, false), { kind: 'close' }];
}

/**
 * One path for the even-odd rule. `widths` are those of the whole border: only which of them are 0
 * counts.
 */
export function ringPath(outer: RoundedRect, inner: RoundedRect, widths: Edges): Path {
  if (isEmptyRect(inner.rect)) return roundedPath(outer);
  if (clockwise.every((name) => widths[name] > 0))
    return [...roundedPath(outer), ...roundedPath(inner)];
  return runsOf(widths).flatMap((run) => bandPath(run, outer, inner));
}

/** A side of one rectangle beyond that of another: positive outside it, 0 where they coincide. */
function beyond({ rect: one }: RoundedRect, { rect: other }: RoundedRect): Edges {
  const exact = (length: number) => (Math.abs(length) < 1e-6 ? 0 : length);
  return {
    top: exact(other.y - one.y),
    right: exact(one.x + one.width - other.x - other.width),
    bottom: exact(one.y + one.height - other.y - other.height),
    left: exact(other.x - one.x),
  };
}

/** What square corners leave on each side; pieces overlap, for one path of the nonzero rule. */
function stripsPath({ rect }: RoundedRect, { top, right, bottom, left }: Edges): Path {
  const { x, y, width, height } = rect;
  const strips = [
    { x, y, width, height: Math.min(height, top) },
    { x: x + Math.max(0, width - right), y, width: Math.min(width, right), height },
    { x, y: y + Math.max(0, height - bottom), width, height: Math.min(height, bottom) },
    { x, y, width: Math.min(width, left), height },
  ];
  return strips.flatMap((strip) => (isEmptyRect(strip) ? [] : rectPath(strip)));
}

/**
 * What of one shape lies outside another, for the nonzero rule, with no edge where sides of both
 * coincide. Null for round shapes that are moved or grown otherwise than along their sides: those
 * are told by a clip.
 */
export function differencePath(one: RoundedRect, other: RoundedRect): Path | null {
  const widths = beyond(one, other);
  if (!hasRoundCorner(one.radii) && !hasRoundCorner(other.radii)) return stripsPath(one, widths);
  const sides = clockwise.map((name) => widths[name]);
  const coincides = sides.includes(0);
  const isAlongSides = sides.every(
    (width, index) => width >= 0 || (sides[(index + 1) % 4] === 0 && sides[(index + 3) % 4] === 0),
  );
  if (!coincides || !isAlongSides) return null;
  return runsOf(widths).flatMap((run) => bandPath(run, one, other));
}
