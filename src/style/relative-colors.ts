/**
 * Colours made of another (css-color-5 §4 and §9): its channels are put in as numbers before the
 * function is read. One of `currentcolor` waits until that is known.
 */
import type { AuthorColor, SrgbColor } from '../color/index.ts';
import { type ColorFunction, colorOf, type ReadColor, readComponents } from './color-components.ts';
import { fromSrgb } from './color-spaces.ts';
import type { SpecifiedColor } from './colors.ts';
import { keyword } from './combinators.ts';
import type { ComponentValue } from './component-values.ts';
import { type Reader, readerWithin } from './reader.ts';

/** True for a colour that waits for no other. */
export const isKnown = (color: SpecifiedColor): color is AuthorColor =>
  color !== 'currentcolor' &&
  color.space !== 'mix' &&
  color.space !== 'derived' &&
  color.space !== 'spot-reference';

/** What a colour is on a screen, as css-color-5 §10.2 has it for inks of no profile; spots keep theirs. */
function onScreen(color: AuthorColor): SrgbColor | undefined {
  if (color.space === 'srgb') return color;
  if (color.space !== 'cmyk') return undefined;
  const light = (ink: number) => (1 - ink) * (1 - color.k);
  const { c, m, y, alpha } = color;
  return { space: 'srgb', r: light(c), g: light(m), b: light(y), alpha };
}

/** css-color-5 §4.1: `from <color>`, then components in which its channels are numbers. */
export function readRelative(
  reader: Reader,
  definition: ColorFunction,
  readColor: ReadColor,
): SpecifiedColor | undefined {
  if (!keyword('from', true).read(reader)) return undefined;
  const origin = readColor(reader);
  if (!origin || (isKnown(origin) && origin.space !== 'srgb')) return undefined;
  const rest = readerWithin(reader, reader.values.slice(reader.index));
  reader.index = reader.values.length;
  if (isKnown(origin)) return deriveColor(rest, definition, origin);
  // What cannot be understood cannot be whatever the origin is.
  if (!deriveColor(rest, definition, sampleOrigin)) return undefined;
  return { space: 'derived', origin, derive: (color) => deriveColor(rest, definition, color) };
}

const sampleOrigin: SrgbColor = { space: 'srgb', r: 0.5, g: 0.4, b: 0.3, alpha: 1 };

function deriveColor(
  reader: Reader,
  { space, components, channels }: ColorFunction,
  origin: AuthorColor,
): SrgbColor | undefined {
  const seen = onScreen(origin);
  if (!seen) return undefined;
  const own = fromSrgb(space, [seen.r, seen.g, seen.b]);
  const known = new Map<string, number>([['alpha', seen.alpha]]);
  channels.forEach((name, index) => {
    const component = components[index] ?? 'hue';
    known.set(name, (own[index] ?? 0) / (component === 'hue' ? 1 : component.perUnit));
  });
  const values = putIn(reader.values, known);
  const result = readComponents(readerWithin(reader, values), components, false);
  if (!result) return undefined;
  const hasAlpha = values.some((value) => value.kind === 'delim' && value.text === '/');
  return colorOf(space, result.components, hasAlpha ? result.alpha : seen.alpha);
}

/** Channel names become numbers, in calculations too. */
function putIn(
  values: readonly ComponentValue[],
  known: ReadonlyMap<string, number>,
): readonly ComponentValue[] {
  return values.map((value) => {
    if (value.kind === 'function' || value.kind === 'block')
      return { ...value, values: putIn(value.values, known) };
    const channel = value.kind === 'ident' ? known.get(value.word) : undefined;
    if (channel === undefined) return value;
    const { start, end, spaced } = value;
    return { kind: 'number', value: channel, isInteger: false, start, end, spaced };
  });
}

/** css-color-5 §9: black or white, whichever is read better on the colour (WCAG 2.1 contrast). */
export function readContrast(reader: Reader, readColor: ReadColor): SpecifiedColor | undefined {
  const ground = readColor(reader);
  if (!ground) return undefined;
  const isSolved = isKnown(ground);
  return isSolved
    ? contrastOf(ground)
    : { space: 'derived', origin: ground, derive: (color) => contrastOf(color) };
}

function contrastOf(color: AuthorColor): SrgbColor | undefined {
  const seen = onScreen(color);
  if (!seen) return undefined;
  const [, luminance = 0] = fromSrgb('xyz', [seen.r, seen.g, seen.b]);
  const isDark = (luminance + 0.05) / 0.05 < 1.05 / (luminance + 0.05);
  const part = isDark ? 1 : 0;
  return { space: 'srgb', r: part, g: part, b: part, alpha: 1 };
}
