/**
 * What lies in one space in the order of its depth (css-transforms-2 §5.2): planes that pass through
 * each other are cut where they meet (a binary space partition), those in one plane keep their order.
 */
import type { Path } from '../base/index.ts';
import { clipAll, type Item } from './box-effects.ts';

/** A corner on the page, and how far out of it. */
export interface SpacePoint {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** What lies in a plane of space, with a convex outline of about where. */
export interface SpacePiece {
  readonly corners: readonly SpacePoint[];
  readonly items: readonly Item[];
}

/** Of a surface over the page: `z = x · slopeX + y · slopeY + base`. */
interface Surface {
  readonly slopeX: number;
  readonly slopeY: number;
  readonly base: number;
}

/** How near to a plane counts as in it, in pt. */
const near = 1e-3;
/** Past any page, in pt. */
const far = 2e4;

/** Null where the plane is seen edge on. */
function surfaceOf([one, two, three]: readonly SpacePoint[]): Surface | null {
  if (!one || !two || !three) return null;
  const [a, b] = [
    { x: two.x - one.x, y: two.y - one.y, z: two.z - one.z },
    { x: three.x - one.x, y: three.y - one.y, z: three.z - one.z },
  ];
  const area = a.x * b.y - a.y * b.x;
  if (Math.abs(area) < 1e-6) return null;
  const slopeX = (a.z * b.y - b.z * a.y) / area;
  const slopeY = (b.z * a.x - a.z * b.x) / area;
  return { slopeX, slopeY, base: one.z - slopeX * one.x - slopeY * one.y };
}

const heightOver = ({ slopeX, slopeY, base }: Surface, { x, y, z }: SpacePoint) =>
  z - slopeX * x - slopeY * y - base;

/** The part of a convex outline where `valueAt` is not negative. */
function cut(
  corners: readonly SpacePoint[],
  valueAt: (point: SpacePoint) => number,
): readonly SpacePoint[] {
  return corners.flatMap((point, index) => {
    const next = corners[(index + 1) % corners.length] ?? point;
    const [one, other] = [valueAt(point), valueAt(next)];
    const kept = one >= 0 ? [point] : [];
    if (one >= 0 === other >= 0) return kept;
    const share = one / (one - other);
    const between = (from: number, to: number) => from + (to - from) * share;
    const meeting = {
      x: between(point.x, next.x),
      y: between(point.y, next.y),
      z: between(point.z, next.z),
    };
    return [...kept, meeting];
  });
}

const everywhere: readonly SpacePoint[] = [
  { x: -far, y: -far, z: 0 },
  { x: far, y: -far, z: 0 },
  { x: far, y: far, z: 0 },
  { x: -far, y: far, z: 0 },
];

function outlineOf(corners: readonly SpacePoint[]): Path {
  const lines: Path = corners.map(({ x, y }, index) => ({
    kind: index === 0 ? 'move' : 'line',
    x,
    y,
  }));
  return [...lines, { kind: 'close' }];
}

/** The part of a piece that is in front of a surface (`way` 1) or behind it (-1). */
function partOf(piece: SpacePiece, own: Surface, surface: Surface, way: 1 | -1): SpacePiece {
  const side = ({ x, y }: SpacePoint) =>
    way * heightOver(surface, { x, y, z: own.slopeX * x + own.slopeY * y + own.base });
  return {
    corners: cut(piece.corners, side),
    items: clipAll(piece.items, [outlineOf(cut(everywhere, side))]),
  };
}

/** The items of all pieces, those further away first. */
export function paintedFromBehind(pieces: readonly SpacePiece[]): readonly Item[] {
  const [first, ...others] = pieces;
  if (!first) return [];
  const surface = surfaceOf(first.corners);
  // Seen edge on, all that shows of it is what stands out of its plane.
  if (!surface) return [...first.items, ...paintedFromBehind(others)];
  const behind: SpacePiece[] = [];
  const before: SpacePiece[] = [];
  const within: Item[] = [...first.items];
  for (const piece of others) {
    const heights = piece.corners.map((corner) => heightOver(surface, corner));
    const [isBefore, isBehind] = [Math.max(...heights) > near, Math.min(...heights) < -near];
    const own = surfaceOf(piece.corners);
    if (isBefore && isBehind && own) {
      before.push(partOf(piece, own, surface, 1));
      behind.push(partOf(piece, own, surface, -1));
    } else if (isBefore) before.push(piece);
    else if (isBehind) behind.push(piece);
    else within.push(...piece.items);
  }
  return [...paintedFromBehind(behind), ...within, ...paintedFromBehind(before)];
}
