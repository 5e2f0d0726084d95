/**
 * Colour spaces as plates (ISO 32000-1 §8.6): which component lays ink on which plate. In every
 * space of a press file a plate's ink is a component as it stands or its complement, so that
 * pictures can be scaled first and separated after. RGB and Lab have no inks of their own; they
 * are shown by a plain complement and told of.
 */
import {
  as,
  inkNameOf,
  nameOf,
  numberOf,
  type PdfDictionary,
  type PdfFile,
  type PdfObject,
} from '../pdf/index.ts';
import type { ColorSpace } from '../preflight/index.ts';

export interface InkChannel {
  /** Indices of plates. */
  readonly plates: readonly number[];
  /** The component is light (gray, RGB), not ink. */
  readonly isLight: boolean;
}

export interface InkSpace {
  readonly family: string;
  readonly channels: readonly InkChannel[];
  /** Colours are process colours: overprinting keeps the spots only (table 148). */
  readonly isProcess: boolean;
  /** Whether the plates are what a press would get. */
  readonly isExact: boolean;
  /** Largest value of a component and smallest, where they are not 0 and 1. */
  readonly ranges: readonly (readonly [number, number])[] | null;
  /** An Indexed space's colours in its base, 8 bits a component. */
  readonly palette: { readonly base: InkSpace; readonly bytes: Uint8Array } | null;
}

/** Names of plates: the four, then spots. */
export interface PlateNames {
  readonly names: readonly string[];
  /** Those that print: registration marks fall on all of these (§8.6.6.4), and on no instruction. */
  readonly printing: readonly number[];
  indexOf(name: string): number | undefined;
}

export const processNames = ['Cyan', 'Magenta', 'Yellow', 'Black'] as const;

export function plateNamesOf(
  spots: readonly string[],
  technical: ReadonlySet<string> = new Set(),
): PlateNames {
  const names = [...processNames, ...spots];
  const indices = new Map(names.map((name, index) => [name, index] as const));
  const printing = [...names.keys()].filter((index) => !technical.has(names[index] ?? ''));
  return { names, printing, indexOf: (name) => indices.get(name) };
}

const black = 3;
const noPlate: InkChannel = { plates: [], isLight: false };
const ink = (plate: number): InkChannel => ({ plates: [plate], isLight: false });
const light = (plate: number): InkChannel => ({ plates: [plate], isLight: true });

function process(family: string, channels: readonly InkChannel[], isExact = true): InkSpace {
  return { family, channels, isProcess: true, isExact, ranges: null, palette: null };
}

const gray = process('DeviceGray', [light(black)]);
const cmyk = process('DeviceCMYK', [ink(0), ink(1), ink(2), ink(3)]);
const rgb = process('DeviceRGB', [light(0), light(1), light(2)], false);
const unknown = process('unknown', [], false);

const named: ReadonlyMap<string, InkSpace> = new Map([
  ['DeviceGray', gray],
  ['G', gray],
  ['DeviceCMYK', cmyk],
  ['CMYK', cmyk],
  ['DeviceRGB', rgb],
  ['RGB', rgb],
]);

function colorants(family: string, names: readonly string[], plates: PlateNames): InkSpace {
  const channels = names.map((name): InkChannel => {
    if (name === 'All') return { plates: plates.printing, isLight: false };
    const plate = plates.indexOf(name);
    return plate === undefined ? noPlate : ink(plate);
  });
  return { family, channels, isProcess: false, isExact: true, ranges: null, palette: null };
}

function indexed(
  file: PdfFile,
  items: readonly PdfObject[],
  resources: PdfDictionary | null,
  plates: PlateNames,
  depth: number,
): InkSpace {
  const base = readInkSpace(file, items[1], resources, plates, depth + 1);
  const table = file.resolve(items[3]);
  const stream = as(table, 'stream');
  const bytes = stream ? file.decode(stream) : as(table, 'string')?.bytes;
  return {
    ...base,
    family: 'Indexed',
    palette: { base, bytes: bytes ?? new Uint8Array() },
  };
}

/** A colour space object, or the name of one in `resources`. */
export function readInkSpace(
  file: PdfFile,
  object: PdfObject | undefined,
  resources: PdfDictionary | null,
  plates: PlateNames,
  depth = 0,
): InkSpace {
  const resolved = file.resolve(object);
  const name = nameOf(resolved);
  if (depth > 8) return unknown;
  if (name !== null) {
    const known = named.get(name);
    const list = resources && file.entry(resources, 'ColorSpace', 'dictionary');
    const entry = list?.entries.get(name);
    if (known || entry === undefined) return known ?? unknown;
    return readInkSpace(file, entry, null, plates, depth + 1);
  }
  const items = as(resolved, 'array')?.items ?? [];
  const second = file.resolve(items[1]);
  switch (nameOf(file.resolve(items[0]))) {
    case 'ICCBased': {
      const count = numberOf(as(second, 'stream')?.dictionary.entries.get('N'));
      return count === 4 ? cmyk : count === 1 ? gray : rgb;
    }
    case 'CalGray':
      return gray;
    case 'CalRGB':
      return rgb;
    case 'Lab':
      return {
        ...process('Lab', [light(black), noPlate, noPlate], false),
        ranges: [
          [0, 100],
          [-100, 100],
          [-100, 100],
        ],
      };
    case 'Indexed':
    case 'I':
      return indexed(file, items, resources, plates, depth);
    case 'Separation':
      return colorants('Separation', [inkNameOf(second) ?? ''], plates);
    case 'DeviceN':
      return colorants(
        'DeviceN',
        as(second, 'array')?.items.map((item) => inkNameOf(file.resolve(item)) ?? '') ?? [],
        plates,
      );
    case 'Pattern':
      return readInkSpace(file, items[1], resources, plates, depth + 1);
    default:
      return named.get(nameOf(file.resolve(items[0])) ?? '') ?? unknown;
  }
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** Values of a colour in its base space, where the space is a palette. */
function throughPalette(space: InkSpace, values: readonly number[]): readonly number[] {
  if (!space.palette) return values;
  const count = space.channels.length;
  const start = Math.max(0, Math.round(values[0] ?? 0)) * count;
  return Array.from(
    { length: count },
    (_, index) => (space.palette?.bytes[start + index] ?? 0) / 255,
  );
}

/** Ink of each plate, 0–1. */
export function inksOfColor(
  space: InkSpace,
  given: readonly number[],
  plateCount: number,
): number[] {
  const values = throughPalette(space, given);
  const inks = new Array<number>(plateCount).fill(0);
  space.channels.forEach(({ plates, isLight }, index) => {
    const [low, high] = space.ranges?.[index] ?? [0, 1];
    const share = clamp(((values[index] ?? 0) - low) / (high - low));
    for (const plate of plates) inks[plate] = isLight ? 1 - share : share;
  });
  return inks;
}

/** For each plate, whether the space says anything of it: the rest is kept when overprinting. */
export function addressedPlates(space: InkSpace, plateCount: number): readonly boolean[] {
  const addressed = new Array<boolean>(plateCount).fill(false);
  if (space.isProcess) addressed.fill(true, 0, 4);
  for (const { plates } of space.channels) for (const plate of plates) addressed[plate] = true;
  return addressed;
}

/** The space of a colour that the interpreter set. A palette's colours are not in it: not exact. */
export function inkSpaceOf(
  { family, colorants: names, base }: ColorSpace,
  plates: PlateNames,
): InkSpace {
  if (family === 'Separation' || family === 'DeviceN') return colorants(family, names, plates);
  if (family === 'CalGray') return gray;
  if (family === 'Indexed')
    return { ...(base ? inkSpaceOf(base, plates) : unknown), isExact: false };
  return named.get(family) ?? rgb;
}
