/** Plates and ink maps as PNG files. */
import type { Artifact, Helpers } from '../base/index.ts';
import { encodeBytePng } from '../paint/index.ts';
import type { MeasuredPage } from './measure-plates.ts';
import type { Plate } from './paint-page.ts';
import { inkIndexes, palette } from './palette.ts';
import type { PagePlates } from './render-plates.ts';

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

const pathOf = (page: PagePlates, name: string | undefined) =>
  `plates/${fileNameOf(page.name)}-${name}.png`;

/** Of fewer, a thread packs dozens before another one has started and compiled its code. */
const sharedMegapixels = 4;

/**
 * Pictures of a small page are all packed by the thread that has painted pages of its file, or is
 * given the first picture: it is there, and has compiled its code.
 */
export function packingSubject({ widthPx, heightPx, subject }: PagePlates): string | undefined {
  return widthPx * heightPx < sharedMegapixels * 1e6 ? subject : undefined;
}

/** `plates/<page>-<ink>.png`, black where the plate has full ink. */
export function platePictures(page: PagePlates, helpers?: Helpers): Promise<readonly Artifact[]> {
  const { widthPx, heightPx, dpi, plates } = page;
  const names = fileNames(plates);
  const gray = { widthPx, heightPx, dpi, byteOf: light, palette: null };
  const subject = packingSubject(page);
  return Promise.all(
    plates.map(async ({ ink }, index) => ({
      path: pathOf(page, names[index]),
      bytes: await encodeBytePng({ ...gray, values: ink }, helpers, subject),
    })),
  );
}

/** `plates/<page>-ink-map.png`. */
export async function inkMapPicture(
  { plates: page, limitPercent }: MeasuredPage,
  helpers?: Helpers,
): Promise<Artifact> {
  const { widthPx, heightPx, dpi, plates } = page;
  const byteOf = inkIndexes(plates.length, limitPercent);
  const map = { widthPx, heightPx, dpi, values: page.totalInk, palette: palette(), byteOf };
  return {
    path: pathOf(page, 'ink-map'),
    bytes: await encodeBytePng(map, helpers, packingSubject(page)),
  };
}
