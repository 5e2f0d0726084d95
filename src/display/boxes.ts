/** A box fragment placed on the page: its areas with their rounded corners. */
import {
  type Edges,
  identity,
  insetRect,
  type Path,
  type Point,
  type Rect,
} from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import type { BoxFragment, PieceOf } from '../layout/index.ts';
import type { DisplayItem, GroupItem, Origin } from './item.ts';
import { addEdges } from './outline.ts';
import { insetRounded, type RoundedRect, roundRect, squareCorners } from './rounded.ts';

/** The three edges of a box in page coordinates, with their corners. */
export interface BoxAreas {
  readonly border: RoundedRect;
  readonly padding: RoundedRect;
  readonly content: RoundedRect;
}

/** The border box of a fragment whose top left stands at `at`. */
export function borderBox({ width, height }: BoxFragment, at: Point): Rect {
  return { x: at.x, y: at.y, width, height };
}

/** The content box of a fragment whose top left stands at `at`. */
export function contentBox(box: BoxFragment, at: Point): Rect {
  return insetRect(borderBox(box, at), addEdges(box.border, box.padding));
}

/** Border, padding and content edges of a fragment whose top left stands at `at`. */
export function areasOf(box: BoxFragment, at: Point): BoxAreas {
  const { style, cut, broken } = box;
  const [above, below] = [cut !== undefined && cut.above > 0, cut?.goesOn === true];
  const top = above || broken?.top === true;
  const right = broken?.right === true;
  const bottom = below || broken?.bottom === true;
  const left = broken?.left === true;
  const border = roundRect(borderBox(box, at), {
    topLeft: top || left ? noRadius : style.borderTopLeftRadius,
    topRight: top || right ? noRadius : style.borderTopRightRadius,
    bottomRight: bottom || right ? noRadius : style.borderBottomRightRadius,
    bottomLeft: bottom || left ? noRadius : style.borderBottomLeftRadius,
  });
  return areasWithin(border, box.border, box.padding);
}

function areasWithin(border: RoundedRect, widths: Edges, padding: Edges): BoxAreas {
  const inner: Edges = addEdges(widths, padding);
  return {
    border,
    padding: insetRounded(border, widths),
    content: insetRounded(border, inner),
  };
}

const noLength = { pt: 0, percent: 0 };
/** Where a box is cut its corners are square. */
const noRadius = { x: noLength, y: noLength };

/**
 * Where the pictures behind a piece of a box are placed: as if the box had not been cut and all its
 * pieces, `height` together, stood one below the other (css-break-3 §5.4).
 */
export function areasOfWhole(cut: PieceOf, box: BoxFragment, at: Point, height: number): BoxAreas {
  const rect = { x: at.x, y: at.y - cut.above, width: box.width, height };
  return areasWithin({ rect, radii: squareCorners }, cut.border, cut.padding);
}

/** The same with the box's own corners. */
export function roundedAreasOfWhole(
  cut: PieceOf,
  box: BoxFragment,
  at: Point,
  height: number,
): BoxAreas {
  const { style } = box;
  const rect = { x: at.x, y: at.y - cut.above, width: box.width, height };
  const rounded = roundRect(rect, {
    topLeft: style.borderTopLeftRadius,
    topRight: style.borderTopRightRadius,
    bottomRight: style.borderBottomRightRadius,
    bottomLeft: style.borderBottomLeftRadius,
  });
  return areasWithin(rounded, cut.border, cut.padding);
}

/** The place that an item of this box came from: the element's start tag. */
export function originOf(box: BoxFragment): Origin {
  return box.element?.span ? { span: box.element.span } : {};
}

/** Items that show only within an outline. */
export function clipItems(
  items: readonly DisplayItem<AuthorColor>[],
  clip: Path | null,
  origin: Origin = {},
): GroupItem<AuthorColor> {
  return {
    ...origin,
    kind: 'group',
    items,
    transform: identity,
    clip,
    opacity: 1,
    blend: 'normal',
  };
}

/** Items mixed on their own before they meet what lies below. */
export function isolate(
  items: readonly DisplayItem<AuthorColor>[],
  origin: Origin = {},
): GroupItem<AuthorColor> {
  return {
    ...origin,
    kind: 'group',
    items,
    transform: identity,
    clip: null,
    opacity: 1,
    blend: 'normal',
    isolated: true,
  };
}

/** An outline filled with one colour. */
export function fillPath(
  path: Path,
  color: AuthorColor,
  origin: Origin,
  rule: 'nonzero' | 'evenodd' = 'nonzero',
): DisplayItem<AuthorColor> {
  return { ...origin, kind: 'fill', path, rule, paint: { kind: 'solid', color } };
}
