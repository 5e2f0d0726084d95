/**
 * Styles made from an element's: as it is used, or as if something had not been set. Each is made once
 * of a style, so that boxes alike have one, and with it all that is kept by style.
 */
import type { ComputedStyle } from '../style/index.ts';

/** `change` must go by the style alone. */
export function derivedStyle(
  change: (style: ComputedStyle) => Partial<ComputedStyle>,
): (style: ComputedStyle) => ComputedStyle {
  const known = new WeakMap<ComputedStyle, ComputedStyle>();
  return (style) => {
    const made = known.get(style) ?? { ...style, ...change(style) };
    known.set(style, made);
    return made;
  };
}

const displays = new Map<ComputedStyle['display'], (style: ComputedStyle) => ComputedStyle>();

/** The style with another `display`. */
export function displayedAs(
  style: ComputedStyle,
  display: ComputedStyle['display'],
): ComputedStyle {
  const derive = displays.get(display) ?? derivedStyle(() => ({ display }));
  displays.set(display, derive);
  return derive(style);
}
