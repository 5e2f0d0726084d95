/**
 * The box that a shape is drawn in: shapes are said in the page's directions, whichever way the words
 * run that keep clear of them (css-shapes-1 §3).
 */
import type { Point, Rect } from '../base/index.ts';
import type { AlphaPicture } from './alpha-rows.ts';
import type { Box } from './box.ts';
import type { CornerRadii } from './contours.ts';
import { joinTurns, noTurn, type Turn, turnBack, turnOfWriting, turnPoint } from './turn.ts';

export interface ShapeFrame {
  /** At 0,0, in the page's directions. */
  readonly box: Rect;
  /** A point of it in the coordinates around the float. */
  point(point: Point): Point;
  rect(rect: Rect): Rect;
  /** Lengths along x and y. */
  radii(radii: Point): Point;
  corners(corners: CornerRadii): CornerRadii;
  picture(picture: AlphaPicture): AlphaPicture;
}

/** From the page's coordinates to those around a box. */
export function turnAround(box: Box): Turn {
  const own = box.kind === 'picture' || box.kind === 'region' ? noTurn : turnOfWriting(box.style);
  return joinTurns(box.turn ?? noTurn, turnBack(own));
}

/** `place`: the reference box in the coordinates around the float. */
export function shapeFrame(place: Rect, turn: Turn): ShapeFrame {
  const [width, height] = turn.swaps ? [place.height, place.width] : [place.width, place.height];
  const point = (one: Point): Point => {
    const { x, y } = turnPoint(one, width, height, turn);
    return { x: place.x + x, y: place.y + y };
  };
  const radii = ({ x, y }: Point): Point => (turn.swaps ? { x: y, y: x } : { x, y });
  const rect = (one: Rect): Rect => {
    const a = point(one);
    const b = point({ x: one.x + one.width, y: one.y + one.height });
    const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
    return { x, y, width: Math.max(a.x, b.x) - x, height: Math.max(a.y, b.y) - y };
  };
  return {
    box: { x: 0, y: 0, width, height },
    point,
    rect,
    radii,
    corners: (corners) => turnedCorners(corners, turn, radii),
    picture: (picture) => turnedPicture(picture, turn),
  };
}

const square: Point = { x: 0, y: 0 };

/** Corners of a square of 1, from the top left clockwise. */
const places: readonly Point[] = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

function turnedCorners(
  corners: CornerRadii,
  turn: Turn,
  radii: (radii: Point) => Point,
): CornerRadii {
  const made = [square, square, square, square] as [Point, Point, Point, Point];
  for (const [index, place] of places.entries()) {
    const { x, y } = turnPoint(place, 1, 1, turn);
    const at = places.findIndex((one) => one.x === x && one.y === y);
    made[at] = radii(corners[index] ?? square);
  }
  return made;
}

function turnedPicture(picture: AlphaPicture, turn: Turn): AlphaPicture {
  const { widthPx, heightPx, alpha } = picture;
  if (!turn.swaps && !turn.flipsX && !turn.flipsY) return picture;
  const [wide, high] = turn.swaps ? [heightPx, widthPx] : [widthPx, heightPx];
  const made = alpha && new Uint8Array(alpha.length);
  if (alpha && made)
    for (let row = 0; row < heightPx; row++)
      for (let column = 0; column < widthPx; column++) {
        // Of pixels the middles are turned.
        const middle = { x: column + 0.5, y: row + 0.5 };
        const { x, y } = turnPoint(middle, widthPx, heightPx, turn);
        made[Math.floor(y) * wide + Math.floor(x)] = alpha[row * widthPx + column] ?? 0;
      }
  return { ...picture, widthPx: wide, heightPx: high, alpha: made };
}
