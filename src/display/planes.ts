/**
 * Boxes in space (css-transforms-2): the plane of each, seen from in front. Most boxes have none: they
 * lie on the page, and their transform is a matrix of the page.
 */
import { identity, type Point, type Rect } from '../base/index.ts';
import type { BoxFragment } from '../layout/index.ts';
import { borderBox } from './boxes.ts';
import type { SpacePoint } from './depth-order.ts';
import {
  type Flattened,
  facesAway,
  flatten,
  inSpace,
  multiplyInSpace,
  type SpaceMatrix,
  seenAt,
} from './space.ts';
import { keepsSpace, moves } from './stacking-context.ts';
import { isFlat, perspectiveOf, spaceTransformOf } from './transforms.ts';

/** A box whose children stay in space with it, and its matrix there. */
export interface Space {
  readonly box: BoxFragment;
  readonly matrix: SpaceMatrix;
}

/** A box with its place in page coordinates. */
export interface PlacedBox {
  readonly box: BoxFragment;
  readonly at: Point;
}

export interface Plane {
  readonly matrix: SpaceMatrix;
  readonly drawn: Flattened;
  /** Of the box, as they are seen. */
  readonly corners: readonly SpacePoint[];
  /** Its parent's space is its own: it is not painted on the parent's plane. */
  readonly isInSpace: boolean;
  /** Neither behind the eye nor a back that is to be hidden. */
  readonly isSeen: boolean;
}

const still = inSpace(identity);

/** A box without a width or height has a plane all the same. */
function cornersOf({ x, y, width, height }: Rect): readonly Point[] {
  const [right, bottom] = [x + Math.max(width, 0.01), y + Math.max(height, 0.01)];
  return [
    { x, y },
    { x: right, y },
    { x: right, y: bottom },
    { x, y: bottom },
  ];
}

/** The plane of a box; null for one that lies on its parent's, or moves on it. */
export function planeOf(
  { box, at }: PlacedBox,
  parent: PlacedBox | null,
  space: Space | null,
): Plane | null {
  const { style } = box;
  const isInSpace = space !== null && space.box === parent?.box;
  const isPlain =
    isFlat(style) && style.transformStyle === 'flat' && style.backfaceVisibility === 'visible';
  // Nothing that lies at the depth of its parent is seen otherwise through a perspective.
  if (isPlain && !isInSpace) return null;
  const rect = borderBox(box, at);
  const own = moves(box) ? spaceTransformOf(box, rect) : still;
  const lens = parent && perspectiveOf(parent.box.style, borderBox(parent.box, parent.at));
  const seen = lens ? multiplyInSpace(lens, own) : own;
  const matrix = isInSpace ? multiplyInSpace(space.matrix, seen) : seen;
  const middle = { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
  const drawn = flatten(matrix, middle);
  const isBack = style.backfaceVisibility === 'hidden' && facesAway(matrix);
  return {
    matrix,
    drawn,
    corners: cornersOf(rect).map((corner) => seenAt(matrix, corner)),
    isInSpace,
    isSeen: !drawn.isBehind && !isBack,
  };
}

/** True for a box that is a plane of its own because its back may be hidden. */
export function mayHide({ style }: BoxFragment, space: Space | null): boolean {
  return space !== null && style.backfaceVisibility === 'hidden';
}

/** The space that a box's children are in; null for the page. */
export function spaceWithin(box: BoxFragment, plane: Plane | null): Space | null {
  return plane && keepsSpace(box) ? { box, matrix: plane.matrix } : null;
}
