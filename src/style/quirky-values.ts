/**
 * Values that pages in quirks mode may leave unfinished (quirks §3.1, §3.2): colours without their `#`,
 * lengths without a unit, which are pixels. Neither counts within functions, nor in `@supports`.
 */
import type { ComponentValue } from './component-values.ts';

const sides = ['top', 'right', 'bottom', 'left'];

const colors: ReadonlySet<string> = new Set([
  ...['background-color', 'border-color', 'color'],
  ...sides.map((side) => `border-${side}-color`),
]);

const lengths: ReadonlySet<string> = new Set([
  ...['background-position', 'border-spacing', 'border-width', 'clip', 'font-size', 'height'],
  ...['letter-spacing', 'margin', 'max-height', 'max-width', 'min-height', 'min-width', 'padding'],
  ...['text-indent', 'vertical-align', 'width', 'word-spacing'],
  ...sides.flatMap((side) => [side, `border-${side}-width`, `margin-${side}`, `padding-${side}`]),
]);

/** The values as they are meant; null for a property that allows nothing unfinished. `text` is the sheet's. */
export function quirkyValues(
  cssName: string,
  values: readonly ComponentValue[],
  text: string,
): readonly ComponentValue[] | null {
  if (lengths.has(cssName)) return values.map(withUnit);
  return colors.has(cssName) ? values.map((value) => withHash(value, text)) : null;
}

function withUnit(value: ComponentValue): ComponentValue {
  if (value.kind !== 'number') return value;
  const { start, end, spaced } = value;
  return { kind: 'dimension', value: value.value, unit: 'px', start, end, spaced };
}

/** Digits in front of a colour's letters are a number to the tokenizer, which may have lost zeros. */
function withHash(value: ComponentValue, text: string): ComponentValue {
  const { kind, start, end, spaced } = value;
  if (kind !== 'ident' && kind !== 'number' && kind !== 'dimension') return value;
  const written = text.slice(start, end);
  const digits = kind === 'ident' ? written : written.padStart(6, '0');
  const isColor = /^(?:[\da-f]{3}|[\da-f]{6})$/i.test(digits);
  return isColor ? { kind: 'hash', text: digits, start, end, spaced } : value;
}
