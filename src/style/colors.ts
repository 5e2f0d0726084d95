/**
 * Colours as CSS writes them (css-color-4, `device-cmyk()` of css-color-5 §10). Components become
 * 0–1. CMYK is never converted here: what is written is what the plates get.
 *
 * Deviation: CMYK components out of range are refused, not clamped: `device-cmyk(0 100 80 0)`
 * means percent, and clamping would print solid ink.
 */
import type { AuthorColor, CmykColor, SrgbColor } from '../color/index.ts';
import { angle, number, numberOrPercentage, percentage } from './basic-types.ts';
import { custom, either, keyword } from './combinators.ts';
import type { FunctionValue } from './component-values.ts';
import { namedColors } from './named-colors.ts';
import {
  complain,
  isAtEnd,
  type Parser,
  peek,
  type Reader,
  readerWithin,
  takeDelim,
} from './reader.ts';

/** An ink of an `@spot-color` rule, found when the sheets are known. */
export interface SpotReference {
  readonly space: 'spot-reference';
  readonly ident: string;
  readonly tint: number;
  readonly alpha: number;
}

/** `currentcolor` stays until the element's `color` is known, a spot until the sheets are. */
export type SpecifiedColor = AuthorColor | SpotReference | 'currentcolor';

export const transparent: SrgbColor = { space: 'srgb', r: 0, g: 0, b: 0, alpha: 0 };

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** `rgb`, `rrggbb`, `rgba` or `rrggbbaa`; `undefined` for other digits or lengths. */
export function parseHex(digits: string): SrgbColor | undefined {
  if (!/^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(digits)) return undefined;
  const size = digits.length < 6 ? 1 : 2;
  const part = (index: number): number => {
    const text = digits.slice(index * size, index * size + size);
    return text === '' ? 1 : Number.parseInt(size === 1 ? text + text : text, 16) / 255;
  };
  return { space: 'srgb', r: part(0), g: part(1), b: part(2), alpha: part(3) };
}

const hexColor: Parser<AuthorColor> = custom('<hex-color>', (reader) => {
  const value = peek(reader);
  const color = value?.kind === 'hash' ? parseHex(value.text) : undefined;
  if (color) reader.index += 1;
  return color;
});

const namedColor: Parser<AuthorColor> = custom(
  '<named-color>',
  (reader) => {
    const value = peek(reader);
    if (value?.kind !== 'ident') return undefined;
    const hex = namedColors.get(value.word);
    const color = value.word === 'transparent' ? transparent : hex && parseHex(hex);
    if (!color) return undefined;
    reader.index += 1;
    return color;
  },
  ['transparent', ...namedColors.keys()],
);

/** Arguments with spaces and `/ alpha`, or with commas and the alpha as one more. */
function readComponents(
  reader: Reader,
  count: number,
  component: (reader: Reader, index: number) => number | undefined,
): { components: readonly number[]; alpha: number } | undefined {
  const components: number[] = [];
  let hasCommas = false;
  for (let index = 0; index < count; index += 1) {
    if (index === 1) hasCommas = takeDelim(reader, ',');
    else if (index > 1 && hasCommas && !takeDelim(reader, ',')) return undefined;
    const value = readNone(reader) ?? component(reader, index);
    if (value === undefined) return undefined;
    components.push(value);
  }
  if (isAtEnd(reader)) return { components, alpha: 1 };
  if (!takeDelim(reader, hasCommas ? ',' : '/')) return undefined;
  const alpha = numberOrPercentage.read(reader);
  return alpha === undefined || !isAtEnd(reader) ? undefined : { components, alpha: clamp(alpha) };
}

/** A missing component (css-color-4 §4.4) counts as 0. */
const none = keyword('none', 0);
const readNone = (reader: Reader): number | undefined => none.read(reader);

const inkNames = ['c', 'm', 'y', 'k'];

function readCmyk(reader: Reader, value: FunctionValue): CmykColor | undefined {
  const result = readComponents(reader, 4, (inner) => numberOrPercentage.read(inner));
  if (!result) return undefined;
  const [c = 0, m = 0, y = 0, k = 0] = result.components;
  const wrong = [c, m, y, k].findIndex((ink) => ink < 0 || ink > 1);
  if (wrong >= 0) {
    const range = `${inkNames[wrong]}: 0–1, 0–100%`;
    return complain(reader, { kind: 'out-of-range', range, value });
  }
  return { space: 'cmyk', c, m, y, k, alpha: result.alpha };
}

function readRgb(reader: Reader): SrgbColor | undefined {
  const result = readComponents(reader, 3, (inner) => {
    const fraction = percentage.read(inner);
    if (fraction !== undefined) return fraction;
    const value = number.read(inner);
    return value === undefined ? undefined : value / 255;
  });
  if (!result) return undefined;
  const [r = 0, g = 0, b = 0] = result.components.map(clamp);
  return { space: 'srgb', r, g, b, alpha: result.alpha };
}

function readHsl(reader: Reader): SrgbColor | undefined {
  const result = readComponents(reader, 3, (inner, index) => {
    if (index === 0) return number.read(inner) ?? angle.read(inner);
    const fraction = percentage.read(inner);
    if (fraction !== undefined) return fraction;
    const value = number.read(inner);
    return value === undefined ? undefined : value / 100;
  });
  if (!result) return undefined;
  const [hue = 0, saturation = 0, lightness = 0] = result.components;
  const { r, g, b } = hslToRgb(hue, clamp(saturation), clamp(lightness));
  return { space: 'srgb', r, g, b, alpha: result.alpha };
}

/** css-color-4 §7.1; the hue in degrees. */
function hslToRgb(hue: number, saturation: number, lightness: number) {
  const part = (n: number): number => {
    const k = (((n + hue / 30) % 12) + 12) % 12;
    const a = saturation * Math.min(lightness, 1 - lightness);
    return lightness - a * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return { r: part(0), g: part(8), b: part(4) };
}

const unsupportedFunctions: ReadonlySet<string> = new Set([
  ...['hwb', 'lab', 'lch', 'oklab', 'oklch', 'color', 'color-mix', 'light-dark'],
  'contrast-color',
]);

const rgbSyntax = 'rgb(<r> <g> <b> [ / <alpha> ]?)';
const hslSyntax = 'hsl(<hue> <saturation> <lightness> [ / <alpha> ]?)';

const functionSyntax: ReadonlyMap<string, string> = new Map([
  ['device-cmyk', 'device-cmyk(<c> <m> <y> <k> [ / <alpha> ]?)'],
  ['rgb', rgbSyntax],
  ['rgba', rgbSyntax],
  ['hsl', hslSyntax],
  ['hsla', hslSyntax],
]);

const colorFunction: Parser<AuthorColor> = custom(
  'device-cmyk() | rgb() | hsl()',
  (reader) => {
    const value = peek(reader);
    if (value?.kind !== 'function') return undefined;
    if (unsupportedFunctions.has(value.name))
      return complain(reader, { kind: 'unsupported-function', name: value.name, value });
    const syntax = functionSyntax.get(value.name);
    if (syntax === undefined) return undefined;
    const color = readFunction(readerWithin(reader, value.values), value);
    if (!color) return complain(reader, { kind: 'arguments', syntax, value });
    reader.index += 1;
    return color;
  },
  [...functionSyntax.keys()],
);

function readFunction(reader: Reader, value: FunctionValue): AuthorColor | undefined {
  switch (value.name) {
    case 'device-cmyk':
      return readCmyk(reader, value);
    case 'rgb':
    case 'rgba':
      return readRgb(reader);
    case 'hsl':
    case 'hsla':
      return readHsl(reader);
    default:
      return undefined;
  }
}

const spotSyntax = 'color(--<name> [<tint>]? [ / <alpha> ]?)';

/** `color(--name 60% / 0.5)` (css-color-5 §5); any other space of `color()` is not for us. */
const spotColor: Parser<SpotReference> = custom(
  spotSyntax,
  (reader) => {
    const value = peek(reader);
    const [name, ...rest] = value?.kind === 'function' ? value.values : [];
    if (value?.kind !== 'function' || value.name !== 'color') return undefined;
    if (name?.kind !== 'ident' || !name.text.startsWith('--')) return undefined;
    const inner = readerWithin(reader, rest);
    const isTinted = !isAtEnd(inner) && peek(inner)?.kind !== 'delim';
    const tint = isTinted ? numberOrPercentage.read(inner) : 1;
    const alpha = takeDelim(inner, '/') ? numberOrPercentage.read(inner) : 1;
    if (tint === undefined || alpha === undefined || !isAtEnd(inner))
      return complain(reader, { kind: 'arguments', syntax: spotSyntax, value });
    if (tint < 0 || tint > 1)
      return complain(reader, { kind: 'out-of-range', range: '0–1, 0–100%', value });
    reader.index += 1;
    return { space: 'spot-reference', ident: name.text, tint, alpha: clamp(alpha) };
  },
  ['color'],
);

export const color: Parser<SpecifiedColor> = {
  ...either(
    keyword('currentcolor', 'currentcolor'),
    hexColor,
    namedColor,
    spotColor,
    colorFunction,
  ),
  syntax: '<color>',
};
