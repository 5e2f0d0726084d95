/** What a box paints of itself, and what its clips, opacity, blending and transform make of all in it. */
import type { Matrix, Path, Point } from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import type { BoxFragment, TextFragment } from '../layout/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import type { Adoptions } from './adoption.ts';
import { blendsWithin } from './blending.ts';
import { clipItems, originOf } from './boxes.ts';
import { clipRuleOf } from './clip-shape.ts';
import type { Content, DisplayItem, GroupMask } from './item.ts';
import { isIdentity } from './outline.ts';
import { overflowClip } from './overflow.ts';

/** What is painted, in the colours of the author. */
export type Item = DisplayItem<AuthorColor>;

/** What a box paints of itself; everything else here is about order. */
export interface BoxPainter {
  /** Background and border (step 1 or 4), links included. */
  paintBox(box: BoxFragment, at: Point): readonly Item[];
  /** The outline around a box: step 10. */
  paintOutline(box: BoxFragment, at: Point): readonly Item[];
  /** The outlines of `clip-path`, all of which cut. */
  clipsOf(box: BoxFragment, at: Point): readonly Path[];
  /** What `mask` lets through; null where there is none. */
  maskOf(box: BoxFragment, at: Point): GroupMask | null;
  /** Replaced content: part of step 7. */
  paintContent(box: BoxFragment, at: Point): readonly Item[];
  /** What a text is to a reader; undefined where nobody is to read it, or nobody asked. */
  contentOf(text: TextFragment): Content | undefined;
  readonly adoptions: Adoptions;
  /** Says that a box is seen at a slant, which no page can show. */
  sayForeshortened(box: BoxFragment): void;
  /** True where `overflow` of this box was given to the page (CSS 2 §11.1.1). */
  isOverflowOfPage(box: BoxFragment): boolean;
  /** Where a box's element stands among all, in document order; null where that is not known. */
  orderOf(box: BoxFragment): number | null;
}

/** The outline that a box cuts its content at, or null. */
export function clipOfContent(box: BoxFragment, at: Point, painter: BoxPainter): Path | null {
  return painter.isOverflowOfPage(box) ? null : overflowClip(box, at);
}

/** Items cut at several outlines, the last the innermost. */
export function clipAll(items: readonly Item[], clips: readonly Path[]): readonly Item[] {
  if (items.length === 0) return items;
  return clips.toReversed().reduce((inner, clip) => [clipItems(inner, clip)], items);
}

/** An outline that a box cuts what is in it at. */
export interface Cut {
  readonly path: Path;
  readonly box: BoxFragment;
}

/** The same at the outlines of boxes. */
export function cutAll(items: readonly Item[], cuts: readonly Cut[]): readonly Item[] {
  if (cuts.length === 0) return items;
  return clipAll(
    items,
    cuts.map(({ path }) => path),
  );
}

/** css-color-4 §4.2 and `opacity()` of filter-effects-1, which is the same on top. */
export function opacityOf({ opacity, filter }: ComputedStyle): number {
  return filter === 'none' ? opacity : opacity * filter.opacity;
}

/**
 * Opacity, blending and transform of a stacking context, as one group where there are any. What
 * blends inside mixes with what is inside alone (compositing-2 §3.2).
 */
export function applyEffects(
  box: BoxFragment,
  at: Point,
  items: readonly Item[],
  painter: BoxPainter,
  transform: Matrix,
): readonly Item[] {
  const { mixBlendMode } = box.style;
  const opacity = opacityOf(box.style);
  if (items.length === 0 || opacity === 0) return [];
  const [clip = null, ...further] = painter.clipsOf(box, at);
  if (clip?.length === 0 || further.some(({ length }) => length === 0)) return [];
  const mask = painter.maskOf(box, at);
  const isMixed = opacity < 1 || mixBlendMode !== 'normal' || mask !== null;
  const isolated = !isMixed && blendsWithin(items);
  if (!isMixed && !isolated && !clip && isIdentity(transform)) return items;
  return [
    {
      ...originOf(box),
      kind: 'group',
      items: clipAll(items, further),
      transform,
      clip,
      ...(clip && clipRuleOf(box.style.clipPath) === 'evenodd' ? { clipRule: 'evenodd' } : {}),
      opacity,
      blend: mixBlendMode,
      ...(mask ? { mask } : {}),
      ...(isolated ? { isolated } : {}),
    },
  ];
}
