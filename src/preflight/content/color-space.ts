/**
 * Colour spaces as a page names them (ISO 32000-1 §8.6), down to what matters on press: the
 * family, the number of components, and the inks that values stand for.
 */
import {
  as,
  inkNameOf,
  nameOf,
  numberOf,
  type PdfDictionary,
  type PdfFile,
  type PdfObject,
} from '../../pdf/index.ts';

export type ColorFamily =
  | 'DeviceCMYK'
  | 'DeviceGray'
  | 'DeviceRGB'
  | 'CalGray'
  | 'CalRGB'
  | 'Lab'
  | 'ICCBased'
  | 'Indexed'
  | 'Separation'
  | 'DeviceN'
  | 'Pattern'
  | 'unknown';

export interface ColorSpace {
  readonly family: ColorFamily;
  readonly components: number;
  /** Inks of a Separation or DeviceN space. */
  readonly colorants: readonly string[];
  /** Of an Indexed or uncoloured Pattern space. */
  readonly base: ColorSpace | null;
}

/** A current colour: its space and numbers; for patterns, the pattern's resource name. */
export interface ContentColor {
  readonly space: ColorSpace;
  readonly values: readonly number[];
  readonly pattern: string | null;
}

/** Amounts 0–1 of process ink, and of spots by name. */
export interface Inks {
  readonly c: number;
  readonly m: number;
  readonly y: number;
  readonly k: number;
  readonly spots: ReadonlyMap<string, number>;
}

function space(
  family: ColorFamily,
  components: number,
  rest: Partial<ColorSpace> = {},
): ColorSpace {
  return { family, components, colorants: [], base: null, ...rest };
}

export const deviceGray = space('DeviceGray', 1);
export const deviceRgb = space('DeviceRGB', 3);
export const deviceCmyk = space('DeviceCMYK', 4);
const unknownSpace = space('unknown', 0);

/** By full name, and as inline images abbreviate (table 93). */
const named: ReadonlyMap<string, ColorSpace> = new Map([
  ['DeviceGray', deviceGray],
  ['G', deviceGray],
  ['DeviceRGB', deviceRgb],
  ['RGB', deviceRgb],
  ['DeviceCMYK', deviceCmyk],
  ['CMYK', deviceCmyk],
  ['Pattern', space('Pattern', 0)],
]);

/** A colour space object, or the name of one in `resources`. */
export function readColorSpace(
  file: PdfFile,
  object: PdfObject | undefined,
  resources: PdfDictionary | null,
  depth = 0,
): ColorSpace {
  const resolved = file.resolve(object);
  const name = nameOf(resolved);
  if (depth > 8) return unknownSpace;
  if (name !== null) {
    const known = named.get(name);
    if (known) return known;
    const list = resources && file.entry(resources, 'ColorSpace', 'dictionary');
    const entry = list?.entries.get(name);
    return entry === undefined ? unknownSpace : readColorSpace(file, entry, null, depth + 1);
  }
  const array = as(resolved, 'array');
  return array ? readArray(file, array.items, resources, depth) : unknownSpace;
}

function readArray(
  file: PdfFile,
  items: readonly PdfObject[],
  resources: PdfDictionary | null,
  depth: number,
): ColorSpace {
  const family = nameOf(file.resolve(items[0]));
  const second = file.resolve(items[1]);
  const base = () => readColorSpace(file, items[1], resources, depth + 1);
  switch (family) {
    case 'CalGray':
      return space('CalGray', 1);
    case 'CalRGB':
    case 'Lab':
      return space(family, 3);
    case 'ICCBased':
      return space('ICCBased', numberOf(as(second, 'stream')?.dictionary.entries.get('N')) ?? 0);
    case 'Indexed':
    case 'I':
      return space('Indexed', 1, { base: base() });
    case 'Pattern':
      return space('Pattern', 0, { base: items.length > 1 ? base() : null });
    case 'Separation':
      return space('Separation', 1, { colorants: [inkNameOf(second) ?? ''] });
    case 'DeviceN': {
      const colorants = as(second, 'array')?.items.map((item) => inkNameOf(item) ?? '') ?? [];
      return space('DeviceN', colorants.length, { colorants });
    }
    default:
      return named.get(family ?? '') ?? unknownSpace;
  }
}

const noSpots: ReadonlyMap<string, number> = new Map();
const processColorants: ReadonlyMap<string, 'c' | 'm' | 'y' | 'k'> = new Map([
  ['Cyan', 'c'],
  ['Magenta', 'm'],
  ['Yellow', 'y'],
  ['Black', 'k'],
]);

function colorantInks(colorants: readonly string[], values: readonly number[]): Inks {
  const process = { c: 0, m: 0, y: 0, k: 0 };
  const spots = new Map<string, number>();
  colorants.forEach((name, index) => {
    const amount = values[index] ?? 0;
    const plate = processColorants.get(name);
    if (plate) process[plate] = amount;
    else if (name === 'All') process.c = process.m = process.y = process.k = amount;
    else if (name !== 'None') spots.set(name, amount);
  });
  return { ...process, spots };
}

/** The inks of a colour; null where numbers alone do not say (RGB, Lab, patterns, indexed). */
export function inksOf({ space: { family, colorants }, values }: ContentColor): Inks | null {
  const [first = 0, m = 0, y = 0, k = 0] = values;
  if (family === 'DeviceCMYK') return { c: first, m, y, k, spots: noSpots };
  if (family === 'DeviceGray') return { c: 0, m: 0, y: 0, k: 1 - first, spots: noSpots };
  if (family === 'Separation' || family === 'DeviceN') return colorantInks(colorants, values);
  return null;
}

/** Names of the inks that a space can print on, in plate order; the four for device CMYK. */
export function plateNames({ family, colorants, base }: ColorSpace): readonly string[] {
  if (family === 'DeviceCMYK') return ['Cyan', 'Magenta', 'Yellow', 'Black'];
  if (family === 'DeviceGray') return ['Black'];
  if (family === 'Indexed') return base ? plateNames(base) : [];
  return colorants;
}

/** Differences of ink below this are rounding. */
const inkTolerance = 1 / 510;

/** Sum of all inks, 0–4 and more with spots. */
export function inkSum({ c, m, y, k, spots }: Inks): number {
  let sum = c + m + y + k;
  for (const amount of spots.values()) sum += amount;
  return sum;
}

/** Nothing printed: all process inks and spots at 0. */
export function isWhite(inks: Inks): boolean {
  return inkSum(inks) < inkTolerance;
}

/** K 100 % and no other ink (GWG 2022: "black"). */
export function isBlack({ c, m, y, k, spots }: Inks): boolean {
  return k > 1 - inkTolerance && c + m + y < inkTolerance && spots.size === 0;
}

/** How many inks print. */
export function inkCount({ c, m, y, k, spots }: Inks): number {
  return [c, m, y, k, ...spots.values()].filter((amount) => amount >= inkTolerance).length;
}
