/**
 * Colours as CSS writes them (css-color-4, `device-cmyk()` of css-color-5 §10). Components become
 * 0–1. CMYK is never converted here: what is written is what the plates get.
 *
 * Deviation: CMYK components out of range are refused, not clamped: `device-cmyk(0 100 80 0)`
 * means percent, and clamping would print solid ink.
 */
import type { AuthorColor, CmykColor, SrgbColor } from '../color/index.ts';
import { numberOrPercentage } from './basic-types.ts';
import { readComponents } from './color-components.ts';
import { colorFunction } from './color-functions.ts';
import type { MixMethod, MixShares } from './color-mix.ts';
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

/** A mixture with a colour that is not known yet. */
export interface MixedColor {
  readonly space: 'mix';
  readonly colors: readonly [SpecifiedColor, SpecifiedColor];
  readonly shares: MixShares;
  readonly method: MixMethod;
}

/** A colour that is made of one that is not known yet: `rgb(from currentcolor …)`. */
export interface DerivedColor {
  readonly space: 'derived';
  readonly origin: SpecifiedColor;
  /** Undefined where there is no way from this origin. */
  readonly derive: (origin: AuthorColor) => AuthorColor | undefined;
}

/** `currentcolor` stays until the element's `color` is known, a spot until the sheets are. */
export type SpecifiedColor =
  | AuthorColor
  | SpotReference
  | MixedColor
  | DerivedColor
  | 'currentcolor';

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

const inkNames = ['c', 'm', 'y', 'k'];
const ink = { percentIs: 1, perUnit: 1 };

function readCmyk(reader: Reader, value: FunctionValue): CmykColor | undefined {
  const result = readComponents(reader, [ink, ink, ink, ink], true);
  if (!result) return undefined;
  const [c = 0, m = 0, y = 0, k = 0] = result.components;
  const wrong = [c, m, y, k].findIndex((ink) => ink < 0 || ink > 1);
  if (wrong >= 0) {
    const range = `${inkNames[wrong]}: 0–1, 0–100%`;
    return complain(reader, { kind: 'out-of-range', range, value });
  }
  return { space: 'cmyk', c, m, y, k, alpha: result.alpha };
}

const cmykSyntax = 'device-cmyk(<c> <m> <y> <k> [ / <alpha> ]?)';

const cmykFunction: Parser<CmykColor> = custom(
  cmykSyntax,
  (reader) => {
    const value = peek(reader);
    if (value?.kind !== 'function' || value.name !== 'device-cmyk') return undefined;
    const inner = readerWithin(reader, value.values);
    const result = readCmyk(inner, value);
    if (!result) return complain(reader, { kind: 'arguments', syntax: cmykSyntax, value });
    reader.index += 1;
    return result;
  },
  ['device-cmyk'],
);

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

/** A colour on its own, which `color-mix()` and relative colours hold too. */
export const color: Parser<SpecifiedColor> = {
  ...either(
    keyword('currentcolor', 'currentcolor'),
    hexColor,
    namedColor,
    spotColor,
    cmykFunction,
    colorFunction((reader) => color.read(reader)),
  ),
  syntax: '<color>',
};
