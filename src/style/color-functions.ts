/**
 * Colour functions of the screen (css-color-4 §5–10, css-color-5 §3–4): all become sRGB, mapped
 * into its gamut. A relative colour's channels are put in as numbers before it is read.
 */
import type { AuthorColor, SrgbColor } from '../color/index.ts';
import { angle, number, numberOrPercentage, percentage } from './basic-types.ts';
import { type HueMethod, type MixMethod, mixColors, sharesOf } from './color-mix.ts';
import {
  type ColorSpace,
  colorSpaces,
  fromSrgb,
  hueIndex,
  type Triple,
  toSrgbInGamut,
} from './color-spaces.ts';
import type { SpecifiedColor } from './colors.ts';
import { custom, keyword, keywords } from './combinators.ts';
import type { ComponentValue, FunctionValue } from './component-values.ts';
import {
  complain,
  isAtEnd,
  type Parser,
  peek,
  type Reader,
  readerWithin,
  takeDelim,
} from './reader.ts';

/** What 100 % of a component is, and what one unit of a plain number is; or an angle. */
type Component = { readonly percentIs: number; readonly perUnit: number } | 'hue';

interface ColorFunction {
  readonly space: ColorSpace;
  readonly components: readonly [Component, Component, Component];
  /** Names in relative colours, and their size as a number there. */
  readonly channels: readonly [string, string, string];
  /** Commas are as old as the function. */
  readonly hasCommas: boolean;
}

const unit = { percentIs: 1, perUnit: 1 } as const;
const eighth = { percentIs: 1, perUnit: 1 / 255 } as const;
const share = { percentIs: 1, perUnit: 0.01 } as const;
const scaled = (percentIs: number) => ({ percentIs, perUnit: 1 });

const rgb: ColorFunction = {
  space: 'srgb',
  components: [eighth, eighth, eighth],
  channels: ['r', 'g', 'b'],
  hasCommas: true,
};
const hsl: ColorFunction = {
  space: 'hsl',
  components: ['hue', share, share],
  channels: ['h', 's', 'l'],
  hasCommas: true,
};

const functions: ReadonlyMap<string, ColorFunction> = new Map<string, ColorFunction>([
  ['rgb', rgb],
  ['rgba', rgb],
  ['hsl', hsl],
  ['hsla', hsl],
  [
    'hwb',
    {
      space: 'hwb',
      components: ['hue', share, share],
      channels: ['h', 'w', 'b'],
      hasCommas: false,
    },
  ],
  [
    'lab',
    {
      space: 'lab',
      components: [scaled(100), scaled(125), scaled(125)],
      channels: ['l', 'a', 'b'],
      hasCommas: false,
    },
  ],
  [
    'lch',
    {
      space: 'lch',
      components: [scaled(100), scaled(150), 'hue'],
      channels: ['l', 'c', 'h'],
      hasCommas: false,
    },
  ],
  [
    'oklab',
    {
      space: 'oklab',
      components: [unit, scaled(0.4), scaled(0.4)],
      channels: ['l', 'a', 'b'],
      hasCommas: false,
    },
  ],
  [
    'oklch',
    {
      space: 'oklch',
      components: [unit, scaled(0.4), 'hue'],
      channels: ['l', 'c', 'h'],
      hasCommas: false,
    },
  ],
]);

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** A missing component (css-color-4 §4.4) counts as 0. */
const none = keyword('none', 0);

function readComponent(reader: Reader, component: Component): number | undefined {
  const missing = none.read(reader);
  if (missing !== undefined) return missing;
  if (component === 'hue') return number.read(reader) ?? angle.read(reader);
  const fraction = percentage.read(reader);
  if (fraction !== undefined) return fraction * component.percentIs;
  const value = number.read(reader);
  return value === undefined ? undefined : value * component.perUnit;
}

/** Arguments with spaces and `/ alpha`, or with commas and the alpha as one more. */
export function readComponents(
  reader: Reader,
  kinds: readonly Component[],
  mayHaveCommas: boolean,
): { components: readonly number[]; alpha: number } | undefined {
  const components: number[] = [];
  let hasCommas = false;
  for (const [index, kind] of kinds.entries()) {
    if (index === 1) hasCommas = mayHaveCommas && takeDelim(reader, ',');
    else if (index > 1 && hasCommas && !takeDelim(reader, ',')) return undefined;
    const value = readComponent(reader, kind);
    if (value === undefined) return undefined;
    components.push(value);
  }
  if (isAtEnd(reader)) return { components, alpha: 1 };
  if (!takeDelim(reader, hasCommas ? ',' : '/')) return undefined;
  const alpha = none.read(reader) ?? numberOrPercentage.read(reader);
  return alpha === undefined || !isAtEnd(reader) ? undefined : { components, alpha: clamp(alpha) };
}

/** Lightness and chroma within their bounds (css-color-4 §9); RGB, HSL and HWB within theirs. */
function bounded(space: ColorSpace, [x, y, z]: Triple): Triple {
  const atLeast0 = (value: number) => Math.max(0, value);
  switch (space) {
    case 'srgb':
      return [clamp(x), clamp(y), clamp(z)];
    case 'hsl':
    case 'hwb':
      return [x, clamp(y), clamp(z)];
    case 'lab':
      return [Math.min(100, atLeast0(x)), y, z];
    case 'lch':
      return [Math.min(100, atLeast0(x)), atLeast0(y), z];
    case 'oklab':
      return [clamp(x), y, z];
    case 'oklch':
      return [clamp(x), atLeast0(y), z];
    default:
      return [x, y, z];
  }
}

function colorOf(space: ColorSpace, components: readonly number[], alpha: number): SrgbColor {
  const [x = 0, y = 0, z = 0] = components;
  const [r, g, b] = toSrgbInGamut(space, bounded(space, [x, y, z]));
  return { space: 'srgb', r, g, b, alpha };
}

type ReadColor = (reader: Reader) => SpecifiedColor | undefined;

/** A plain function: `lab(50% 20 30 / 0.5)`. */
function readPlain(reader: Reader, { space, components, hasCommas }: ColorFunction) {
  const result = readComponents(reader, components, hasCommas);
  if (!result) return undefined;
  // Colours that are already of the screen keep the numbers that were written.
  const [r = 0, g = 0, b = 0] = result.components.map(clamp);
  if (space === 'srgb') return { space, r, g, b, alpha: result.alpha } as const;
  return colorOf(space, result.components, result.alpha);
}

/** css-color-5 §4.1: `from <color>`, then components in which its channels are numbers. */
function readRelative(
  reader: Reader,
  { space, components, channels }: ColorFunction,
  readColor: ReadColor,
): SrgbColor | undefined {
  if (!keyword('from', true).read(reader)) return undefined;
  const origin = readColor(reader);
  if (!origin || origin === 'currentcolor' || origin.space !== 'srgb') return undefined;
  const own = fromSrgb(space, [origin.r, origin.g, origin.b]);
  const known = new Map<string, number>([['alpha', origin.alpha]]);
  channels.forEach((name, index) => {
    const component = components[index] ?? 'hue';
    known.set(name, (own[index] ?? 0) / (component === 'hue' ? 1 : component.perUnit));
  });
  const values = putIn(reader.values.slice(reader.index), known);
  reader.index = reader.values.length;
  const result = readComponents(readerWithin(reader, values), components, false);
  if (!result) return undefined;
  const hasAlpha = values.some((value) => value.kind === 'delim' && value.text === '/');
  return colorOf(space, result.components, hasAlpha ? result.alpha : origin.alpha);
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
function readColorSpace(reader: Reader, readColor: ReadColor): SrgbColor | undefined {
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

const isKnown = (color: SpecifiedColor): color is AuthorColor =>
  color !== 'currentcolor' && color.space !== 'mix' && color.space !== 'spot-reference';

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
    'rgb() | hsl() | hwb() | lab() | lch() | oklab() | oklch() | color() | color-mix() | light-dark()',
    (reader) => {
      const value = peek(reader);
      if (value?.kind !== 'function') return undefined;
      if (value.name === 'contrast-color')
        return complain(reader, { kind: 'unsupported-function', name: value.name, value });
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
