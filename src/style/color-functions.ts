/**
 * Colour functions of the screen (css-color-4 §5–10, css-color-5 §3–4): all become sRGB, mapped
 * into its gamut.
 */
import { percentage } from './basic-types.ts';
import {
  type ColorFunction,
  clamp,
  colorOf,
  functions,
  type ReadColor,
  readComponents,
  unit,
} from './color-components.ts';
import { type HueMethod, type MixMethod, mixColors, sharesOf } from './color-mix.ts';
import { type ColorSpace, colorSpaces, hueIndex } from './color-spaces.ts';
import type { SpecifiedColor } from './colors.ts';
import { custom, keyword, keywords } from './combinators.ts';
import type { FunctionValue } from './component-values.ts';
import {
  complain,
  isAtEnd,
  type Parser,
  peek,
  type Reader,
  readerWithin,
  takeDelim,
} from './reader.ts';
import { isKnown, readContrast, readRelative } from './relative-colors.ts';

/** A plain function: `lab(50% 20 30 / 0.5)`. */
function readPlain(reader: Reader, { space, components, hasCommas }: ColorFunction) {
  const result = readComponents(reader, components, hasCommas);
  if (!result) return undefined;
  // Colours that are already of the screen keep the numbers that were written.
  const [r = 0, g = 0, b = 0] = result.components.map(clamp);
  if (space === 'srgb') return { space, r, g, b, alpha: result.alpha } as const;
  return colorOf(space, result.components, result.alpha);
}

const rgbSpaces = keywords(
  ...(['srgb', 'srgb-linear', 'display-p3', 'a98-rgb', 'prophoto-rgb', 'rec2020'] as const),
  ...(['xyz', 'xyz-d50', 'xyz-d65'] as const),
);

const spaceFunction = (space: ColorSpace): ColorFunction => ({
  space,
  components: [unit, unit, unit],
  channels: space.startsWith('xyz') ? ['x', 'y', 'z'] : ['r', 'g', 'b'],
  hasCommas: false,
});

/** `color(display-p3 1 0 0)`, `color(from <color> srgb r g b)`. */
function readColorSpace(reader: Reader, readColor: ReadColor): SpecifiedColor | undefined {
  const space = rgbSpaces.read(reader);
  if (space) {
    const result = readComponents(reader, [unit, unit, unit], false);
    return result && colorOf(space, result.components, result.alpha);
  }
  // The space stands after the origin: it is taken out, and the rest read as for any function.
  const at = reader.values.findIndex(
    (value, index) => index > 1 && value.kind === 'ident' && rgbSpaces.words.includes(value.word),
  );
  const named = reader.values[at];
  if (named?.kind !== 'ident') return undefined;
  const values = reader.values.filter((_, index) => index !== at);
  const inner = readerWithin(reader, values);
  const result = readRelative(inner, spaceFunction(named.word as ColorSpace), readColor);
  reader.index = reader.values.length;
  return result;
}

const mixSpaces = keywords(...colorSpaces, 'device-cmyk');
const hueMethods = keywords('shorter', 'longer', 'increasing', 'decreasing');

/** `in <space> [<method> hue]?` (css-color-4 §12.1). */
export const interpolationMethod: Parser<MixMethod> = custom(
  'in <space> [<method> hue]?',
  (reader) => {
    if (!keyword('in', true).read(reader)) return undefined;
    const space = mixSpaces.read(reader);
    if (!space) return undefined;
    const hue: HueMethod | undefined = hueMethods.read(reader);
    if (hue && (space === 'device-cmyk' || hueIndex[space] === undefined)) return undefined;
    if (hue && !keyword('hue', true).read(reader)) return undefined;
    return { space, hue: hue ?? 'shorter' };
  },
);

/** The method and its comma; Oklab where it is left out. */
function readMethod(reader: Reader): MixMethod | undefined {
  const first = peek(reader);
  if (first?.kind !== 'ident' || first.word !== 'in') return { space: 'oklab', hue: 'shorter' };
  const method = interpolationMethod.read(reader);
  return method && takeDelim(reader, ',') ? method : undefined;
}

/** A colour with its share before or after it. */
function readPart(reader: Reader, readColor: ReadColor) {
  const before = percentage.read(reader);
  const color = readColor(reader);
  const amount = before ?? percentage.read(reader);
  if (!color || (amount !== undefined && (amount < 0 || amount > 1))) return undefined;
  return { color, amount };
}

function readMix(reader: Reader, readColor: ReadColor): SpecifiedColor | undefined {
  const method = readMethod(reader);
  const first = method && readPart(reader, readColor);
  const second = first && takeDelim(reader, ',') ? readPart(reader, readColor) : undefined;
  const shares = first && second && sharesOf(first.amount, second.amount);
  if (!method || !first || !second || !shares) return undefined;
  if (isKnown(first.color) && isKnown(second.color))
    return mixColors(first.color, second.color, shares, method);
  return { space: 'mix', colors: [first.color, second.color], shares, method };
}

/** `light-dark()`: paper is light. */
function readLightDark(reader: Reader, readColor: ReadColor): SpecifiedColor | undefined {
  const light = readColor(reader);
  return takeDelim(reader, ',') && readColor(reader) ? light : undefined;
}

const syntaxOf: Readonly<Record<string, string>> = {
  color: 'color(<space> <x> <y> <z> [ / <alpha> ]?)',
  'color-mix': 'color-mix(in <space>, <color> <percentage>?, <color> <percentage>?)',
  'light-dark': 'light-dark(<color>, <color>)',
  'contrast-color': 'contrast-color(<color>)',
};

function syntaxFor(name: string): string {
  const channels = functions
    .get(name)
    ?.channels.map((channel) => `<${channel}>`)
    .join(' ');
  return syntaxOf[name] ?? `${name}([from <color>]? ${channels} [ / <alpha> ]?)`;
}

function readFunction(
  reader: Reader,
  { name }: FunctionValue,
  readColor: ReadColor,
): SpecifiedColor | undefined {
  if (name === 'color') return readColorSpace(reader, readColor);
  if (name === 'color-mix') return readMix(reader, readColor);
  if (name === 'light-dark') return readLightDark(reader, readColor);
  if (name === 'contrast-color') return readContrast(reader, readColor);
  const definition = functions.get(name);
  if (!definition) return undefined;
  const first = peek(reader);
  const isRelative = first?.kind === 'ident' && first.word === 'from';
  return isRelative ? readRelative(reader, definition, readColor) : readPlain(reader, definition);
}

const names: readonly string[] = [...functions.keys(), ...Object.keys(syntaxOf)];

/** Any colour function of the screen; `readColor` reads the colours inside it. */
export function colorFunction(readColor: ReadColor): Parser<SpecifiedColor> {
  return custom(
    'rgb() | hsl() | hwb() | lab() | lch() | oklab() | oklch() | color() | color-mix() | light-dark() | contrast-color()',
    (reader) => {
      const value = peek(reader);
      if (value?.kind !== 'function') return undefined;
      if (!names.includes(value.name)) return undefined;
      const inner = readerWithin(reader, value.values);
      const color = readFunction(inner, value, readColor);
      if (!color || !isAtEnd(inner))
        return complain(reader, { kind: 'arguments', syntax: syntaxFor(value.name), value });
      reader.index += 1;
      return color;
    },
    names,
  );
}
