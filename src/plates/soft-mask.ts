/** Soft masks by luminosity (ISO 32000-1 §11.5.3). */
import { numberOf, type PdfDictionary, type PdfFile, type PdfStream } from '../pdf/index.ts';
import { readFunction } from './functions.ts';
import { inksOfColor, plateNamesOf, readInkSpace } from './ink-space.ts';
import type { Layer } from './layer.ts';

const noSpots = plateNamesOf([]);

/** Light that inks leave: the weights of §10.3.4. */
function lightOf(c: number, m: number, y: number, k: number): number {
  return 1 - Math.min(1, 0.3 * c + 0.59 * m + 0.11 * y + k);
}

/** Luminosity of `BC`, the colour behind the group; black where the mask does not say. */
function backdropLight(file: PdfFile, mask: PdfDictionary, group: PdfStream): number {
  const attributes = file.entry(group.dictionary, 'Group', 'dictionary');
  const items = file.entry(mask, 'BC', 'array')?.items;
  if (!items || !attributes) return 0;
  const space = readInkSpace(file, attributes.entries.get('CS'), null, noSpots);
  const values = items.map((item) => numberOf(file.resolve(item)) ?? 0);
  const [c = 0, m = 0, y = 0, k = 0] = inksOfColor(space, values, 4);
  return lightOf(c, m, y, k);
}

/** The mask's values, 0–1, from its group's inks over the colour behind it. */
export function luminosityOf(
  file: PdfFile,
  mask: PdfDictionary,
  group: PdfStream,
  { planes, alpha }: Layer,
): Float32Array {
  const [c, m, y, k] = planes;
  const behind = backdropLight(file, mask, group);
  const transfer = file.resolve(mask.entries.get('TR'));
  const isFunction = typeof transfer === 'object' && transfer?.kind !== 'name';
  const change = isFunction && transfer !== null ? readFunction(file, transfer) : null;
  return alpha.map((opacity, at) => {
    const ink =
      0.3 * (c?.[at] ?? 0) + 0.59 * (m?.[at] ?? 0) + 0.11 * (y?.[at] ?? 0) + (k?.[at] ?? 0);
    const light = opacity - Math.min(opacity, ink) + (1 - opacity) * behind;
    return change ? (change([light])[0] ?? light) : light;
  });
}
