/** Numbers and lengths of SVG attributes (SVG 2 §4.2), and lists of them. */
import { pointsPerPx, pointsPerUnit } from '../../base/index.ts';

// Each character of a number can be read in one way only, so that no text makes these slow.
const lengthPattern = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)([a-zA-Z]*|%)$/;
const nextNumber = /[\s,]*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)/y;
const onlySeparators = /^[\s,]*$/;

/** More numbers than this in one attribute are nobody's drawing. */
const longestList = 200_000;

/** A plain number; null for anything else. */
export function parseNumber(text: string): number | null {
  const match = lengthPattern.exec(text.trim());
  return match && match[2] === '' ? Number(match[1]) : null;
}

/** A number, or a percentage as a fraction (`50%` is 0.5); null for anything else. */
export function parseFraction(text: string): number | null {
  const match = lengthPattern.exec(text.trim());
  if (!match || (match[2] !== '' && match[2] !== '%')) return null;
  return match[2] === '%' ? Number(match[1]) / 100 : Number(match[1]);
}

/**
 * A length in user units; a percentage is of `base`, `em` of `fontSize` (both in user units).
 * Null for what is no length.
 */
export function parseLength(text: string, base: number, fontSize = 16): number | null {
  const match = lengthPattern.exec(text.trim());
  if (!match) return null;
  const value = Number(match[1]);
  const unit = (match[2] ?? '').toLowerCase();
  if (unit === '') return value;
  if (unit === '%') return (value / 100) * base;
  if (unit === 'em') return value * fontSize;
  const points = Object.hasOwn(pointsPerUnit, unit) ? pointsPerUnit[unit] : undefined;
  return points === undefined ? null : (value * points) / pointsPerPx;
}

/** Numbers parted by white space or commas; null where something else stands between. */
export function parseNumbers(text: string): readonly number[] | null {
  const numbers: number[] = [];
  let at = 0;
  while (numbers.length < longestList) {
    nextNumber.lastIndex = at;
    const match = nextNumber.exec(text);
    if (!match) break;
    numbers.push(Number(match[1]));
    at = nextNumber.lastIndex;
  }
  return onlySeparators.test(text.slice(at)) ? numbers : null;
}
