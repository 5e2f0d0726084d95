/** Plates and ink maps as PNG files. */
import type { Artifact } from '../base/index.ts';
import { encodeGrayPng, encodePng } from '../paint/index.ts';
import { inkMapOf } from './ink-map.ts';
import type { MeasuredPage } from './measure-plates.ts';
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

/**
 * `plates/<page>-<ink>.png`, black where the plate has full ink, and `plates/<page>-ink-map.png`.
 */
export async function platePictures({
  plates: page,
  limitPercent,
}: MeasuredPage): Promise<readonly Artifact[]> {
  const { widthPx, heightPx, dpi, plates } = page;
  const names = fileNames(plates);
  const pictures = await Promise.all(
    plates.map(async ({ ink }, index) => ({
      path: `plates/${fileNameOf(page.name)}-${names[index]}.png`,
      bytes: await encodeGrayPng({ widthPx, heightPx, gray: ink.map((value) => 255 - value) }, dpi),
    })),
  );
  const rgba = inkMapOf(page, limitPercent);
  const map = await encodePng({ widthPx, heightPx, rgba }, dpi);
  return [...pictures, { path: `plates/${fileNameOf(page.name)}-ink-map.png`, bytes: map }];
}
