/** What another renderer makes of a PDF: Ghostscript's `tiffsep`, eight samples a pixel each way. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Plate } from '../../src/plates/index.ts';

const samples = 8;

/** By ink. Another renderer may round the page to fewer pixels. */
export type OtherPlates = ReadonlyMap<
  string,
  { readonly widthPx: number; readonly ink: Uint8Array }
>;

/** The plates of a PDF's first page by ink name. */
export async function ghostscriptPlates(pdf: Uint8Array, dpi: number): Promise<OtherPlates> {
  const folder = mkdtempSync(join(tmpdir(), 'tiffsep-'));
  try {
    writeFileSync(join(folder, 'in.pdf'), pdf);
    execFileSync('gs', [
      ...['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=tiffsep', '-dFirstPage=1'],
      ...['-dLastPage=1', `-r${dpi * samples}`, `-dDownScaleFactor=${samples}`],
      ...[`-sOutputFile=${join(folder, 'out.tif')}`],
      // A pixel is painted where its centre is covered, not where anything of it is.
      ...['-c', '0 0 .setfilladjust2', '-f', join(folder, 'in.pdf')],
    ]);
    const plates = new Map<string, { widthPx: number; ink: Uint8Array }>();
    for (const file of readdirSync(folder)) {
      const name = /^out\((.*)\)\.tif$/.exec(file)?.[1];
      if (name === undefined) continue;
      const { data, info } = await sharp(readFileSync(join(folder, file)))
        .toColourspace('b-w')
        .raw()
        .toBuffer({ resolveWithObject: true });
      plates.set(name, { widthPx: info.width, ink: Uint8Array.from(data, (value) => 255 - value) });
    }
    return plates;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Mean ink of squares of pixels, in percent. */
export function squareMeans(ink: Uint8Array, widthPx: number, side: number): readonly number[] {
  const rows = Math.floor(ink.length / widthPx / side);
  const columns = Math.floor(widthPx / side);
  return Array.from({ length: rows * columns }, (_, square) => {
    const [x0, y0] = [(square % columns) * side, Math.floor(square / columns) * side];
    let sum = 0;
    for (let at = 0; at < side * side; at += 1)
      sum += ink[(y0 + Math.floor(at / side)) * widthPx + x0 + (at % side)] ?? 0;
    return sum / (side * side) / 2.55;
  });
}

/** Where two plates differ by more than `tolerance` percent of ink over squares of pixels. */
export function differences(
  plates: readonly Plate[],
  others: OtherPlates,
  widthPx: number,
  side: number,
  tolerance: number,
): readonly string[] {
  const columns = Math.floor(widthPx / side);
  return plates.flatMap(({ name, ink }) => {
    const other = others.get(name);
    const theirs = other ? squareMeans(other.ink, other.widthPx, side) : [];
    return squareMeans(ink, widthPx, side).flatMap((percent, square) => {
      const there = theirs[square] ?? 0;
      const place = `${(square % columns) * side},${Math.floor(square / columns) * side}`;
      return Math.abs(percent - there) > tolerance
        ? [`${name} at ${place}: ${percent.toFixed(1)} %, Ghostscript ${there.toFixed(1)} %`]
        : [];
    });
  });
}
