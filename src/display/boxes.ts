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
import type { BoxFragment } from '../layout/index.ts';
import type { DisplayItem, GroupItem, Origin } from './item.ts';
import { addEdges } from './outline.ts';
import { insetRounded, type RoundedRect, roundRect } from './rounded.ts';

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
  const { style } = box;
  const border = roundRect(borderBox(box, at), {
    topLeft: style.borderTopLeftRadius,
    topRight: style.borderTopRightRadius,
    bottomRight: style.borderBottomRightRadius,
    bottomLeft: style.borderBottomLeftRadius,
  });
  const inner: Edges = addEdges(box.border, box.padding);
  return {
    border,
    padding: insetRounded(border, box.border),
    content: insetRounded(border, inner),
  };
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
