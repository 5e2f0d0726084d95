/** `shape-outside` (css-shapes-1 §4): what lines keep clear of instead of a float's margin box. */
import { type Edges, insetRect, type Point, type Rect } from '../base/index.ts';
import {
  type BasicShape,
  type ComputedStyle,
  type LengthPercentage,
  type Position,
  resolveLength,
  type ShapeBox,
  type ShapeRadius,
  shapeOutline,
} from '../style/index.ts';
import { type AlphaPicture, alphaOfGradient } from './alpha-rows.ts';
import type { Box } from './box.ts';
import {
  type CornerRadii,
  type Extent,
  ellipseShape,
  outlineShape,
  polygonShape,
  roundRectShape,
  rowsShape,
  type Shape,
} from './contours.ts';
import { type Contour, type FloatSide, sideOf } from './exclusions.ts';
import type { BoxFragment } from './fragment.ts';
import { type ShapeFrame, shapeFrame, turnAround } from './shape-frame.ts';
import type { LayoutContext } from './space.ts';
import type { Turn } from './turn.ts';

/** What a float's shape is drawn in. */
interface Area {
  readonly style: ComputedStyle;
  readonly marginBox: Rect;
  readonly margin: Edges;
  readonly fragment: BoxFragment;
  /** `shape-margin` in pt. */
  readonly grown: number;
  /** From the page's coordinates to those around the float. */
  readonly turn: Turn;
  readonly context: LayoutContext;
}

/** The contour of a float whose margin box is known; null: the margin box itself. */
export function contourOf(
  box: Box,
  marginBox: Rect,
  fragment: BoxFragment,
  margin: Edges,
  width: number,
  context: LayoutContext,
): Contour | null {
  const { style } = box;
  if (style.shapeOutside === 'none') return null;
  const grown = resolveLength(style.shapeMargin, width);
  const turn = turnAround(box);
  const shape = shapeOf({ style, marginBox, margin, fragment, grown, turn, context });
  return shape && clippedTo(marginBox, shape, sideOf(style));
}

/** §4: a shape does not reach out of the margin box. */
function clippedTo(box: Rect, shape: Shape, side: FloatSide): Contour {
  const [left, right] = [box.x, box.x + box.width];
  return {
    reach: (top, bottom) => {
      const extent = shape.extent(Math.max(top, box.y), Math.min(bottom, box.y + box.height));
      if (!extent || extent.right <= left || extent.left >= right) return null;
      return side === 'left' ? Math.min(extent.right, right) : Math.max(extent.left, left);
    },
  };
}

function shapeOf(area: Area): Shape | null {
  const { shapeOutside } = area.style;
  if (shapeOutside === 'none') return null;
  if (shapeOutside.kind === 'picture') {
    const picture = area.context.alphaPictures.get(shapeOutside.path);
    return picture ? pictureShape(picture, area) : null;
  }
  if (shapeOutside.kind !== 'shape') {
    const { box } = shapeFrame(referenceBox('content-box', area), area.turn);
    return pictureShape(alphaOfGradient(shapeOutside, box, area.context.gradientAlpha), area);
  }
  const box = referenceBox(shapeOutside.box, area);
  if (shapeOutside.shape)
    return basicShape(shapeOutside.shape, shapeFrame(box, area.turn), area.grown);
  return grownRect(box, borderRadii(shapeOutside.box, box, area), area.grown);
}

/** Distances of a box's sides from the margin box's. */
function insetOf(box: ShapeBox, { margin, fragment }: Area): Edges {
  const add = (one: Edges, other: Edges): Edges => ({
    top: one.top + other.top,
    right: one.right + other.right,
    bottom: one.bottom + other.bottom,
    left: one.left + other.left,
  });
  const none = { top: 0, right: 0, bottom: 0, left: 0 };
  if (box === 'margin-box') return none;
  if (box === 'border-box') return margin;
  const padding = add(margin, fragment.border);
  return box === 'padding-box' ? padding : add(padding, fragment.padding);
}

function referenceBox(box: ShapeBox, area: Area): Rect {
  return insetRect(area.marginBox, insetOf(box, area));
}

/** The border's round corners, as they are at another box's edge (css-shapes-1 §5.1). */
function borderRadii(box: ShapeBox, rect: Rect, area: Area): CornerRadii {
  const { style, fragment, margin } = area;
  const inset = insetOf(box, area);
  const given = [
    [style.borderTopLeftRadius, 'left', 'top'],
    [style.borderTopRightRadius, 'right', 'top'],
    [style.borderBottomRightRadius, 'right', 'bottom'],
    [style.borderBottomLeftRadius, 'left', 'bottom'],
  ] as const;
  const [a, b, c, d] = given.map(([radius, across, down]): Point => {
    const x = resolveLength(radius.x, fragment.width);
    const y = resolveLength(radius.y, fragment.height);
    if (x === 0 || y === 0) return square;
    const cut = { x: inset[across] - margin[across], y: inset[down] - margin[down] };
    return { x: corner(x, cut.x), y: corner(y, cut.y) };
  });
  return fitRadii([a ?? square, b ?? square, c ?? square, d ?? square], rect);
}

/** Inwards a radius gets smaller; outwards it grows, a small one less (css-shapes-1 §5.1). */
function corner(radius: number, inset: number): number {
  if (inset >= 0) return Math.max(0, radius - inset);
  const ratio = radius / -inset;
  return ratio < 1 ? radius - inset * (1 + (ratio - 1) ** 3) : radius - inset;
}

const square: Point = { x: 0, y: 0 };

/** css-backgrounds-3 §5.5: all radii by one factor, so that none overlap. */
function fitRadii([a, b, c, d]: CornerRadii, { width, height }: Rect): CornerRadii {
  const share = (room: number, sum: number) => (sum > room && sum > 0 ? room / sum : 1);
  const factor = Math.min(
    share(width, a.x + b.x),
    share(height, b.y + c.y),
    share(width, c.x + d.x),
    share(height, d.y + a.y),
  );
  const scaled = ({ x, y }: Point): Point => ({ x: x * factor, y: y * factor });
  return [scaled(a), scaled(b), scaled(c), scaled(d)];
}

/** A rectangle grown on all sides; its corners grow round. */
function grownRect(rect: Rect, [a, b, c, d]: CornerRadii, by: number): Shape {
  const grow = ({ x, y }: Point): Point => ({ x: x + by, y: y + by });
  return roundRectShape(
    { x: rect.x - by, y: rect.y - by, width: rect.width + 2 * by, height: rect.height + 2 * by },
    [grow(a), grow(b), grow(c), grow(d)],
  );
}

function basicShape(shape: BasicShape, frame: ShapeFrame, grown: number): Shape | null {
  const { box } = frame;
  const at = (point: Position): Point => ({
    x: resolveLength(point.x, box.width),
    y: resolveLength(point.y, box.height),
  });
  switch (shape.kind) {
    case 'inset':
      return insetShape(shape, frame, grown);
    case 'circle': {
      const center = at(shape.center);
      // §3.1: a percentage is of the box's diagonal over √2.
      const base = Math.hypot(box.width, box.height) / Math.SQRT2;
      const radius = radiusOf(shape.radius, sidesOf(center, box), base) + grown;
      return ellipseShape(frame.point(center), radius, radius);
    }
    case 'ellipse': {
      const center = at(shape.center);
      const [left, right, top, bottom] = sidesOf(center, box);
      const { x, y } = frame.radii({
        x: radiusOf(shape.radiusX, [left, right], box.width),
        y: radiusOf(shape.radiusY, [top, bottom], box.height),
      });
      const middle = frame.point(center);
      return grown === 0
        ? ellipseShape(middle, x, y)
        : polygonShape(ellipsePoints(middle, x, y), grown);
    }
    case 'polygon':
      return polygonShape(
        shape.points.map((point) => frame.point(at(point))),
        grown,
      );
    case 'path':
    case 'shape':
      return outlineShape(shapeOutline(shape, box), grown, frame.point);
  }
}

function insetShape(
  { sides, radiiX, radiiY }: Extract<BasicShape, { readonly kind: 'inset' }>,
  { box, ...frame }: ShapeFrame,
  grown: number,
): Shape {
  const [top, right, bottom, left] = sides;
  const [y, below] = meeting(
    resolveLength(top, box.height),
    resolveLength(bottom, box.height),
    box.height,
  );
  const [x, after] = meeting(
    resolveLength(left, box.width),
    resolveLength(right, box.width),
    box.width,
  );
  const rect = insetRect(box, { top: y, right: after, bottom: below, left: x });
  const point = (x: LengthPercentage, y: LengthPercentage): Point => ({
    x: resolveLength(x, box.width),
    y: resolveLength(y, box.height),
  });
  const radii: CornerRadii = [
    point(radiiX[0], radiiY[0]),
    point(radiiX[1], radiiY[1]),
    point(radiiX[2], radiiY[2]),
    point(radiiX[3], radiiY[3]),
  ];
  return grownRect(frame.rect(rect), frame.corners(fitRadii(radii, rect)), grown);
}

/** §3.1: insets that leave nothing meet in their ratio. */
function meeting(start: number, end: number, size: number): readonly [number, number] {
  const sum = start + end;
  return sum > size ? [(start * size) / sum, (end * size) / sum] : [start, end];
}

/** Distances of a point from the box's left, right, top and bottom. */
function sidesOf({ x, y }: Point, box: Rect): readonly [number, number, number, number] {
  return [
    Math.abs(x - box.x),
    Math.abs(box.x + box.width - x),
    Math.abs(y - box.y),
    Math.abs(box.y + box.height - y),
  ];
}

function radiusOf(
  radius: ShapeRadius<LengthPercentage>,
  sides: readonly number[],
  base: number,
): number {
  if (radius === 'closest-side') return Math.min(...sides);
  if (radius === 'farthest-side') return Math.max(...sides);
  return Math.max(0, resolveLength(radius, base));
}

/** Enough points that no line is off by a hundredth of a point. */
const ellipseSteps = 360;

function ellipsePoints({ x, y }: Point, radiusX: number, radiusY: number): readonly Point[] {
  return Array.from({ length: ellipseSteps }, (_, step) => {
    const angle = (2 * Math.PI * step) / ellipseSteps;
    return { x: x + radiusX * Math.cos(angle), y: y + radiusY * Math.sin(angle) };
  });
}

/** The pixels that are more opaque than the threshold, the picture laid over the content box. */
function pictureShape(picture: AlphaPicture, area: Area): Shape {
  const frame = shapeFrame(referenceBox('content-box', area), area.turn);
  const box = frame.rect(frame.box);
  const { widthPx, heightPx, alpha } = frame.picture(picture);
  const least = area.style.shapeImageThreshold * 255;
  const pixel = box.width / widthPx;
  const rows = Array.from({ length: heightPx }, (_, row): Extent | null => {
    if (!alpha) return { left: box.x, right: box.x + box.width };
    const line = alpha.subarray(row * widthPx, (row + 1) * widthPx);
    const first = line.findIndex((value) => value > least);
    if (first < 0) return null;
    const last = line.findLastIndex((value) => value > least);
    return { left: box.x + first * pixel, right: box.x + (last + 1) * pixel };
  });
  return rowsShape(box.y, box.height / heightPx, rows, area.grown);
}
