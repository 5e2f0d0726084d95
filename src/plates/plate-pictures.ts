/** Plates and ink maps as PNG files. */
import type { Artifact } from '../base/index.ts';
import { encodeGrayPng, encodeIndexedPng } from '../paint/index.ts';
import type { MeasuredPage } from './measure-plates.ts';
import { inkIndexes, palette } from './palette.ts';
import type { Plate } from './render-plates.ts';

/** An ink's name as a file's: letters and digits of any script, the rest as dashes. */
export function fileNameOf(name: string): string {
  const plain = name.normalize('NFC').replace(/[^\p{Letter}\p{Number}]+/gu, '-');
  return plain.replace(/^-|-$/g, '').toLowerCase() || 'ink';
}

/** File names of some inks; those that would be equal are numbered. */
function fileNames(plates: readonly Plate[]): readonly string[] {
  const used = new Set<string>();
  return plates.map(({ name }) => {
    const plain = fileNameOf(name);
    let result = plain;
    for (let number = 2; used.has(result); number += 1) result = `${plain}-${number}`;
    used.add(result);
    return result;
  });
}

/** White where there is no ink. */
function inverted(ink: Uint8Array): Uint8Array {
  const result = new Uint8Array(ink.length);
  for (let at = 0; at < ink.length; at += 1) result[at] = 255 - (ink[at] as number);
  return result;
}

/**
 * `plates/<page>-<ink>.png`, black where the plate has full ink, and `plates/<page>-ink-map.png`.
 */
export async function platePictures({
  plates: page,
  totalInk,
  limitPercent,
}: MeasuredPage): Promise<readonly Artifact[]> {
  const { widthPx, heightPx, dpi, plates } = page;
  const names = fileNames(plates);
  const pictures = await Promise.all(
    plates.map(async ({ ink }, index) => ({
      path: `plates/${fileNameOf(page.name)}-${names[index]}.png`,
      bytes: await encodeGrayPng({ widthPx, heightPx, gray: inverted(ink) }, dpi),
    })),
  );
  const colors = inkIndexes(plates.length, limitPercent);
  const indexes = new Uint8Array(totalInk.length);
  for (let at = 0; at < indexes.length; at += 1)
    indexes[at] = colors[totalInk[at] as number] as number;
  const map = await encodeIndexedPng({ widthPx, heightPx, indexes, palette: palette() }, dpi);
  return [...pictures, { path: `plates/${fileNameOf(page.name)}-ink-map.png`, bytes: map }];
}
