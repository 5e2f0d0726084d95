/** What the colour functions of the screen are made of: their components, and how these are read. */
import type { SrgbColor } from '../color/index.ts';
import { angle, number, numberOrPercentage, percentage } from './basic-types.ts';
import { type ColorSpace, type Triple, toSrgbInGamut } from './color-spaces.ts';
import type { SpecifiedColor } from './colors.ts';
import { keyword } from './combinators.ts';
import { isAtEnd, type Reader, takeDelim } from './reader.ts';

/** How a colour inside another is read. */
export type ReadColor = (reader: Reader) => SpecifiedColor | undefined;

/** What 100 % of a component is, and what one unit of a plain number is; or an angle. */
export type Component = { readonly percentIs: number; readonly perUnit: number } | 'hue';

export interface ColorFunction {
  readonly space: ColorSpace;
  readonly components: readonly [Component, Component, Component];
  /** Names in relative colours, and their size as a number there. */
  readonly channels: readonly [string, string, string];
  /** Commas are as old as the function. */
  readonly hasCommas: boolean;
}

export const unit = { percentIs: 1, perUnit: 1 } as const;
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

export const functions: ReadonlyMap<string, ColorFunction> = new Map<string, ColorFunction>([
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

export const clamp = (value: number): number => Math.min(1, Math.max(0, value));

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

export function colorOf(
  space: ColorSpace,
  components: readonly number[],
  alpha: number,
): SrgbColor {
  const [x = 0, y = 0, z = 0] = components;
  const [r, g, b] = toSrgbInGamut(space, bounded(space, [x, y, z]));
  return { space: 'srgb', r, g, b, alpha };
}
