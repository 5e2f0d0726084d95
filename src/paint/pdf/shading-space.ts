/**
 * The one colour space that all stops of a shading are told in (ISO 32000-1 §8.7.4.3). Inks stay
 * inks: a gradient of one spot is a Separation, one between spots, or between a spot and process
 * colours, a DeviceN of exactly the plates it prints on.
 */
import { isWhite, type SpotColor } from '../../color/index.ts';
import {
  type BlendingSpace,
  type Color,
  colorSpaceValue,
  componentsOf,
  separation,
} from './colors.ts';
import { formatNumber } from './number.ts';
import { type PdfValue, pdfName } from './pdfkit.ts';
import type { ResourcePool } from './resources.ts';

export interface ShadingSpace {
  readonly value: PdfValue;
  readonly components: number;
  componentsOf(color: Color): readonly number[];
}

const processNames = ['Cyan', 'Magenta', 'Yellow', 'Black'] as const;

/** Paper, or nothing: no ink of any plate. */
function isNothing(color: Color): boolean {
  return color.alpha === 0 || (color.space !== 'srgb' && isWhite(color));
}

/** The spots in order of first use. */
function spotsOf(colors: readonly Color[]): readonly SpotColor[] {
  const spots = new Map<string, SpotColor>();
  for (const color of colors)
    if (color.space === 'spot' && !spots.has(color.name)) spots.set(color.name, color);
  return [...spots.values()];
}

/**
 * PostScript calculator code (§7.10.5): inks in, the four process inks out, each the sum of what
 * every colorant brings, at most 1.
 */
function tintTransform(spots: readonly SpotColor[], hasProcess: boolean): string {
  const count = spots.length + (hasProcess ? 4 : 0);
  const outputs = (['c', 'm', 'y', 'k'] as const).map((ink, done) => {
    const input = (position: number) => `${count - 1 - position + done} index`;
    const deeper = (position: number) => `${count - position + done} index`;
    const start = hasProcess ? input(done) : '0';
    const parts = spots.map((spot, index) => {
      const at = deeper(index + (hasProcess ? 4 : 0));
      return `${at} ${formatNumber(spot.alternate[ink], 6)} mul add`;
    });
    return [start, ...parts, 'dup 1 gt {pop 1} if'].join(' ');
  });
  const drop = Array.from({ length: count }, () => 'pop').join(' ');
  return `{ ${outputs.join(' ')} ${count + 4} 4 roll ${drop} }`;
}

function deviceN(spots: readonly SpotColor[], hasProcess: boolean, pool: ResourcePool): PdfValue {
  const names = [...(hasProcess ? processNames : []), ...spots.map(({ name }) => pdfName(name))];
  const key = JSON.stringify([names, spots.map(({ alternate }) => alternate)]);
  return pool.share('ColorSpace', key, (file) => {
    const range = [0, 1, 0, 1, 0, 1, 0, 1];
    const domain = names.flatMap(() => [0, 1]);
    const code = new TextEncoder().encode(tintTransform(spots, hasProcess));
    const transform = file.stream({ FunctionType: 4, Domain: domain, Range: range }, code);
    // §8.6.6.5: each spot on its own too, for devices that have some of the inks.
    const colorants = Object.fromEntries(
      spots.map((spot) => [pdfName(spot.name), separation(spot)]),
    );
    return ['DeviceN', names, 'DeviceCMYK', transform, { Colorants: colorants }];
  }).reference;
}

/** Masks are gray: a tone of black as how light it is. */
const graySpace: ShadingSpace = {
  value: 'DeviceGray',
  components: 1,
  componentsOf: (color) => [color.space === 'cmyk' ? 1 - color.k : 1],
};

/** The space of a shading whose stops have these colours. */
export function shadingSpace(
  colors: readonly Color[],
  blending: BlendingSpace,
  pool: ResourcePool,
): ShadingSpace {
  if (blending === 'DeviceGray') return graySpace;
  const [first] = colors;
  const spots = spotsOf(colors);
  const [spot] = spots;
  if (!first || !spot) {
    const value = first ? colorSpaceValue(first, pool) : 'DeviceGray';
    return { value, components: first ? componentsOf(first).length : 1, componentsOf };
  }
  const hasProcess = colors.some((color) => color.space !== 'spot' && !isNothing(color));
  const tints = (color: Color) =>
    spots.map(({ name }) => (color.space === 'spot' && color.name === name ? color.tint : 0));
  const value =
    spots.length === 1 && !hasProcess
      ? colorSpaceValue(spot, pool)
      : deviceN(spots, hasProcess, pool);
  const process = (color: Color) => (color.space === 'cmyk' ? componentsOf(color) : [0, 0, 0, 0]);
  return {
    value,
    components: spots.length + (hasProcess ? 4 : 0),
    componentsOf: (color) => [...(hasProcess ? process(color) : []), ...tints(color)],
  };
}
