/** Which boxes paint themselves and everything in them as one whole, and which keep it in space. */
import type { BoxFragment } from '../layout/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import { isInlineBox } from './decorations.ts';
import { hasMask } from './masks.ts';
import { isTransformed } from './transforms.ts';

export function isPositioned({ position }: ComputedStyle): boolean {
  return position !== 'static';
}

export function isItem(parent: ComputedStyle | null): boolean {
  const display = parent?.display ?? '';
  return display.endsWith('flex') || display.endsWith('grid');
}

/** CSS 2 §9.9.1, css-flexbox-1 §5.4: `z-index` is of positioned boxes and of items. */
export function levelOf({ style }: BoxFragment, parent: ComputedStyle | null): number {
  return style.zIndex !== 'auto' && (isPositioned(style) || isItem(parent)) ? style.zIndex : 0;
}

/** css-will-change-1 §3: what would make one once it has a value makes one now. */
const foretold = new Set([
  ...['opacity', 'transform', 'translate', 'rotate', 'scale', 'mix-blend-mode', 'isolation'],
  ...['clip-path', 'mask', 'mask-image', 'filter', 'backdrop-filter', 'perspective'],
  ...['transform-style', 'position', 'contain'],
]);

/** css-transforms-1 §2: an inline box is never transformed. */
export function moves(box: BoxFragment): boolean {
  return isTransformed(box.style) && !isInlineBox(box);
}

/** True where a box paints everything in it as one whole. */
export function isStackingContext(box: BoxFragment, parent: ComputedStyle | null): boolean {
  const { style } = box;
  // css-tables-3 §3.3.1: of columns, only what is behind the cells is painted.
  if (style.display.startsWith('table-column')) return false;
  const hasLevel =
    (style.zIndex !== 'auto' || style.willChange.includes('z-index')) &&
    (isPositioned(style) || isItem(parent));
  return (
    hasLevel ||
    style.position === 'fixed' ||
    style.position === 'sticky' ||
    style.filter !== 'none' ||
    style.backdropFilter !== 'none' ||
    style.opacity < 1 ||
    moves(box) ||
    style.willChange.some((name) => foretold.has(name)) ||
    style.mixBlendMode !== 'normal' ||
    style.isolation === 'isolate' ||
    style.clipPath !== 'none' ||
    ((style.contain.layout || style.contain.paint) && !isInlineBox(box)) ||
    style.perspective !== 'none' ||
    style.transformStyle === 'preserve-3d' ||
    hasMask(style)
  );
}

/** css-transforms-2 §3: a box whose children stay in one space with it; what groups them is flat. */
export function keepsSpace({ style }: BoxFragment): boolean {
  return (
    style.transformStyle === 'preserve-3d' &&
    style.overflowX === 'visible' &&
    style.overflowY === 'visible' &&
    style.opacity === 1 &&
    style.mixBlendMode === 'normal' &&
    style.isolation === 'auto' &&
    style.filter === 'none' &&
    style.clipPath === 'none' &&
    !style.contain.paint &&
    !hasMask(style)
  );
}
