/** What the containers of items, flex and grid, have in common. */
import type { ComputedStyle } from '../style/index.ts';
import { type Box, type FlexBox, type GridBox, isOutOfFlow } from './box.ts';
import type { BoxFragment } from './fragment.ts';
import type { OutOfFlow } from './space.ts';
import { synthesizedBaseline } from './vertical-lines.ts';

export type ContainerBox = FlexBox | GridBox;

export interface ContentBox {
  readonly width: number;
  /** Null: as high as the items make it. */
  readonly height: number | null;
  readonly minHeight: number;
  readonly maxHeight: number;
}

export interface LaidItems {
  /** Relative to the content box, in order-modified document order. */
  readonly fragments: readonly BoxFragment[];
  readonly outOfFlow: readonly OutOfFlow[];
  readonly height: number;
  /** What the items take, whatever height is set. */
  readonly contentHeight: number;
  /** Of the container, from the content box's top; null without items. */
  readonly firstBaseline: number | null;
  readonly lastBaseline: number | null;
  /** The lines of a grid that a positioned child names. */
  readonly areaOf?: (child: Box) => AreaSides;
}

/** From the content box's top left; null where no line is named: the padding edge. */
export interface AreaSides {
  readonly left: number | null;
  readonly right: number | null;
  readonly top: number | null;
  readonly bottom: number | null;
}

/** Where an item stands in flow, and which of its baselines it gives the container. */
export interface BaselineItem {
  readonly fragment: BoxFragment;
  /** How far `position: relative` has moved it down. */
  readonly shift: number;
  readonly kind: 'first' | 'last';
}

/**
 * Baselines of a container from those of its items (css-align-3 §9.1): of items that share one by
 * that, be it their first or their last. An item without lines has it at its bottom edge.
 */
export function containerBaselines(
  first: BaselineItem | null,
  last: BaselineItem | null,
  container: ComputedStyle,
): Pick<LaidItems, 'firstBaseline' | 'lastBaseline'> {
  return {
    firstBaseline: first && baselineOfItem(first, container),
    lastBaseline: last && baselineOfItem(last, container),
  };
}

function baselineOfItem({ fragment, shift, kind }: BaselineItem, container: ComputedStyle): number {
  const own = ownBaseline(fragment, kind) ?? synthesizedBaseline(fragment.height, container);
  return fragment.y - shift + own;
}

function ownBaseline(fragment: BoxFragment, kind: 'first' | 'last'): number | null {
  if (fragment.style.contain.layout) return null;
  return kind === 'first' ? fragment.firstBaseline : fragment.lastBaseline;
}

/** False for an item whose bottom stands for a baseline. */
export function hasOwnBaseline(fragment: BoxFragment): boolean {
  return ownBaseline(fragment, 'first') !== null;
}

/**
 * A baseline of an item, from its border box's top: at the bottom where it has none, and inside a box
 * that clips (css-align-3 §9.1).
 */
export function itemBaseline(
  fragment: BoxFragment,
  kind: 'first' | 'last',
  container: ComputedStyle,
): number {
  const { style, height } = fragment;
  const own = ownBaseline(fragment, kind) ?? synthesizedBaseline(height, container);
  return style.overflowX === 'hidden' ? Math.max(0, Math.min(own, height)) : own;
}

/** Items in flow, in the order of `order` (css-display-4 §4). */
export function sortItems(children: readonly Box[]): readonly Box[] {
  const inFlow = children.filter((child) => !isOutOfFlow(child));
  const isSorted = inFlow.every(({ style }) => style.order === 0);
  return isSorted ? inFlow : inFlow.toSorted((one, other) => one.style.order - other.style.order);
}
