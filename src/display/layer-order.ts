/** Layers of a stacking context in order: by depth in space, by their elements' places in the document. */
import type { BoxFragment } from '../layout/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import type { BoxPainter, Item } from './box-effects.ts';
import { clipItems, originOf } from './boxes.ts';
import { paintedFromBehind } from './depth-order.ts';
import type { Plane } from './planes.ts';

/** Painted items with their place among the layers of a stacking context. */
export interface Layer {
  readonly z: number;
  readonly box: BoxFragment;
  items: readonly Item[];
  /** In space: it is in its place already; null for one that lies on the context's plane. */
  plane: Plane | null;
}

/** What is in one space: each plane in its place, those further away first. */
export function inOrderOfDepth(
  box: BoxFragment,
  own: Plane,
  layers: readonly Layer[],
): readonly Item[] {
  const onOwnPlane = (items: readonly Item[]): readonly Item[] =>
    own.isSeen && items.length > 0
      ? [{ ...clipItems(items, null, originOf(box)), transform: own.drawn.matrix }]
      : [];
  return paintedFromBehind(
    layers.map(({ plane, items }) =>
      plane
        ? { corners: plane.corners, items }
        : { corners: own.corners, items: onOwnPlane(items) },
    ),
  );
}

/** True for boxes that hang from another box than their element's parent. */
export function isOutOfFlow({ position }: ComputedStyle): boolean {
  return position === 'absolute' || position === 'fixed';
}

function goesOnInFlow({ style, cut }: BoxFragment): boolean {
  return cut !== undefined && cut.above > 0 && !isOutOfFlow(style);
}

/**
 * Fragments of boxes out of flow hang from their containing blocks; painted they are where their
 * elements stand: each goes back before the layers of later elements, as far as the last box that
 * goes on here from another column.
 */
export function inDocumentOrder(
  layers: readonly Layer[],
  { orderOf }: BoxPainter,
): readonly Layer[] {
  if (layers.length < 2 || !layers.some(({ box }) => isOutOfFlow(box.style))) return layers;
  const ordered: { readonly layer: Layer; readonly order: number }[] = [];
  let last = Number.NEGATIVE_INFINITY;
  /** Where the last one went that was brought back; what is in it comes right after it. */
  let behind = -1;
  let start = 0;
  for (const layer of layers) {
    const order = orderOf(layer.box) ?? last;
    if (order < last && goesOnInFlow(layer.box)) {
      start = ordered.length;
      last = order;
    }
    const isLate = order < last && (isOutOfFlow(layer.box.style) || behind >= 0);
    const place = isLate
      ? ordered.findIndex((one, index) => index >= start && one.order > order)
      : -1;
    behind = isLate ? place : -1;
    ordered.splice(place < 0 ? ordered.length : place, 0, { layer, order });
    last = Math.max(last, order);
  }
  return ordered.map(({ layer }) => layer);
}
