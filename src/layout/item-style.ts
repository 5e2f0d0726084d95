/**
 * Computed styles as Taffy's. Lengths are resolved here wherever what they refer to is known, so
 * that Taffy adds in pt; percentages of a grid area stay percentages until it has been placed.
 */
import { type ComputedStyle, type LengthPercentage, resolveLength } from '../style/index.ts';
import type { IntrinsicWidths } from '../text/index.ts';
import type { BoxEdges, SizeValue } from './sizing.ts';
import type { Taffy, TaffyStyle } from './taffy.ts';

/** The container's content box, as far as percentages of its items go. */
export interface ItemBase {
  readonly kind: 'flex' | 'grid';
  /** Null while the container itself is being measured. */
  readonly width: number | null;
  readonly height: number | null;
}

type Dimension = number | `${number}%` | 'auto';
type Alignment = ComputedStyle['alignSelf'] | ComputedStyle['justifySelf'];

/** A length in pt, or a percentage of a grid area; `auto` where it refers to nothing known. */
export function dimension(
  value: LengthPercentage,
  base: number | null,
  kind: ItemBase['kind'],
): Dimension {
  if (value.percent === 0) return value.pt;
  if (kind === 'grid' && value.pt === 0 && !value.calculation) return `${value.percent * 100}%`;
  return base === null ? 'auto' : resolveLength(value, base);
}

function lengthOrZero(value: LengthPercentage, base: number | null, kind: ItemBase['kind']) {
  const used = dimension(value, base, kind);
  return used === 'auto' ? 0 : used;
}

function margin(value: LengthPercentage | 'auto', base: ItemBase): Dimension {
  return value === 'auto' ? 'auto' : lengthOrZero(value, base.width, base.kind);
}

/** A width property; content keywords become what was measured. */
function widthValue(
  value: SizeValue,
  style: ComputedStyle,
  edges: BoxEdges,
  base: ItemBase,
  measure: () => IntrinsicWidths,
): Dimension {
  if (typeof value === 'object') return dimension(value, base.width, base.kind);
  const inset = style.boxSizing === 'border-box' ? 0 : edges.horizontal;
  if (value === 'min-content') return measure().minContentPt - inset;
  if (value === 'max-content') return measure().maxContentPt - inset;
  if (value === 'fit-content') {
    const { minContentPt, maxContentPt } = measure();
    const room = base.width ?? Number.POSITIVE_INFINITY;
    return Math.max(minContentPt, Math.min(maxContentPt, room)) - inset;
  }
  return 'auto';
}

function heightValue(value: SizeValue, base: ItemBase): Dimension {
  return typeof value === 'object' ? dimension(value, base.height, base.kind) : 'auto';
}

/** `align-self` and its kin; undefined where the container decides. */
export function alignSelfValue(value: Alignment, { AlignSelf }: Taffy['enums']) {
  const values: Readonly<Record<Alignment, number | undefined>> = {
    auto: undefined,
    normal: undefined,
    stretch: AlignSelf.Stretch,
    start: AlignSelf.Start,
    end: AlignSelf.End,
    'flex-start': AlignSelf.FlexStart,
    'flex-end': AlignSelf.FlexEnd,
    'self-start': AlignSelf.Start,
    'self-end': AlignSelf.End,
    left: AlignSelf.Start,
    right: AlignSelf.End,
    center: AlignSelf.Center,
    // Baselines are ours: items are put at the start and moved down by their margin.
    baseline: AlignSelf.Start,
    'last baseline': AlignSelf.End,
    'safe start': AlignSelf.Start,
    'safe end': AlignSelf.End,
    'safe center': AlignSelf.Center,
    'safe flex-start': AlignSelf.FlexStart,
    'safe flex-end': AlignSelf.FlexEnd,
  };
  return values[value];
}

type Distribution = ComputedStyle['justifyContent'] | ComputedStyle['alignContent'];

/** `justify-content`, `align-content`; undefined is Taffy's `normal`. */
export function distributionValue(value: Distribution, { AlignContent }: Taffy['enums']) {
  const values: Readonly<Record<Distribution, number | undefined>> = {
    normal: undefined,
    stretch: AlignContent.Stretch,
    start: AlignContent.Start,
    end: AlignContent.End,
    'flex-start': AlignContent.FlexStart,
    'flex-end': AlignContent.FlexEnd,
    left: AlignContent.Start,
    right: AlignContent.End,
    center: AlignContent.Center,
    'space-between': AlignContent.SpaceBetween,
    'space-around': AlignContent.SpaceAround,
    'space-evenly': AlignContent.SpaceEvenly,
    baseline: AlignContent.Start,
    'last baseline': AlignContent.End,
    'safe start': AlignContent.Start,
    'safe end': AlignContent.End,
    'safe center': AlignContent.Center,
    'safe flex-start': AlignContent.FlexStart,
    'safe flex-end': AlignContent.FlexEnd,
  };
  return values[value];
}

/** An item's size, edges and alignment; what concerns flexing and grid lines is added by others. */
export function itemStyle(
  style: ComputedStyle,
  edges: BoxEdges,
  base: ItemBase,
  measure: () => IntrinsicWidths,
  enums: Taffy['enums'],
): TaffyStyle {
  const width = (value: SizeValue) => widthValue(value, style, edges, base, measure);
  const pad = (value: LengthPercentage) => lengthOrZero(value, base.width, base.kind);
  const hasBothSizes = style.width !== 'auto' && style.height !== 'auto';
  const overflow = style.overflow === 'hidden' ? enums.Overflow.Hidden : enums.Overflow.Visible;
  return {
    boxSizing:
      style.boxSizing === 'border-box' ? enums.BoxSizing.BorderBox : enums.BoxSizing.ContentBox,
    overflow: { x: overflow, y: overflow },
    size: { width: width(style.width), height: heightValue(style.height, base) },
    minSize: { width: width(style.minWidth), height: heightValue(style.minHeight, base) },
    maxSize: { width: width(style.maxWidth), height: heightValue(style.maxHeight, base) },
    ...(style.aspectRatio === 'auto' || hasBothSizes ? {} : { aspectRatio: style.aspectRatio }),
    margin: {
      top: margin(style.marginTop, base),
      right: margin(style.marginRight, base),
      bottom: margin(style.marginBottom, base),
      left: margin(style.marginLeft, base),
    },
    padding: {
      top: pad(style.paddingTop),
      right: pad(style.paddingRight),
      bottom: pad(style.paddingBottom),
      left: pad(style.paddingLeft),
    },
    border: {
      top: style.borderTopWidth,
      right: style.borderRightWidth,
      bottom: style.borderBottomWidth,
      left: style.borderLeftWidth,
    },
  };
}

/** Alignment shared by both kinds of container, and its gaps. */
export function containerAlignment(
  style: ComputedStyle,
  base: { readonly width: number | null; readonly height: number | null },
  enums: Taffy['enums'],
): TaffyStyle {
  const gap = (value: LengthPercentage | 'normal', size: number | null) =>
    value === 'normal' ? 0 : resolveLength(value, size ?? 0);
  return {
    boxSizing: enums.BoxSizing.BorderBox,
    gap: { width: gap(style.columnGap, base.width), height: gap(style.rowGap, base.height) },
    alignItems: alignSelfItems(style.alignItems, enums),
    justifyItems: alignSelfItems(style.justifyItems, enums),
    alignContent: distributionValue(style.alignContent, enums),
    justifyContent: distributionValue(style.justifyContent, enums),
  } as TaffyStyle;
}

/** `align-items` has the values of `align-self`, one number lower in Taffy's list. */
function alignSelfItems(value: Alignment, enums: Taffy['enums']): number | undefined {
  const own = alignSelfValue(value, enums);
  return own === undefined ? undefined : own - 1;
}
