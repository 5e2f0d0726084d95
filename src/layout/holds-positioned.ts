/** Boxes that hold what is positioned in them without being positioned themselves. */
import type { ComputedStyle } from '../style/index.ts';

/** css-will-change-1 §3: named in advance, they hold as they would with a value. */
const foretold = new Set([
  ...['transform', 'translate', 'rotate', 'scale', 'perspective', 'filter', 'backdrop-filter'],
]);

/**
 * css-transforms-1 §3: a box that moves holds absolute and fixed boxes, and so does one that is
 * filtered (filter-effects-1 §5); an inline box never does.
 */
export function holdsPositioned(style: ComputedStyle): boolean {
  const { transform, translate, rotate, scale, willChange, display } = style;
  if (display === 'inline') return false;
  const steps = transform.length + translate.length + rotate.length + scale.length;
  if (steps > 0 || style.contain.layout) return true;
  if (style.filter !== 'none' || style.backdropFilter !== 'none') return true;
  // css-transforms-2 §5–6: what makes a space of its own holds them too.
  if (style.perspective !== 'none' || style.transformStyle === 'preserve-3d') return true;
  return willChange.some((name) => foretold.has(name));
}
