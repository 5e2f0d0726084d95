/** Plates and ink maps as PNG files. */
import type { Artifact, Helpers } from '../base/index.ts';
import { type BytePicture, encodeBytePng } from '../paint/index.ts';
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

/** Of an amount of ink: white where there is none. */
const light = Uint8Array.from({ length: 256 }, (_, ink) => 255 - ink);

/**
 * `plates/<page>-<ink>.png`, black where the plate has full ink, and `plates/<page>-ink-map.png`;
 * packed by helpers where there are any.
 */
export async function platePictures(
  { plates: page, totalInk, limitPercent }: MeasuredPage,
  helpers?: Helpers,
): Promise<readonly Artifact[]> {
  const { widthPx, heightPx, dpi, plates } = page;
  const names = fileNames(plates);
  const shown = plates.map(({ ink }, index) => ({ name: names[index], values: ink }));
  const gray = { widthPx, heightPx, dpi, byteOf: light, palette: null };
  const map = {
    ...{ widthPx, heightPx, dpi, values: totalInk, palette: palette() },
    byteOf: inkIndexes(plates.length, limitPercent),
  };
  const artifact = async (name: string | undefined, picture: BytePicture) => ({
    path: `plates/${fileNameOf(page.name)}-${name}.png`,
    bytes: await encodeBytePng(picture, helpers),
  });
  return Promise.all([
    ...shown.map(({ name, values }) => artifact(name, { ...gray, values })),
    artifact('ink-map', map),
  ]);
}
