/** The colour bar of a sheet: patches of each ink, for the press's densitometer. */
import { mmToPt, type Rect, rectPath } from '../../base/index.ts';
import type { CmykColor, PrintColor, SpotColor } from '../../color/index.ts';
import type { DisplayItem } from '../../display/index.ts';
import { type Band, firstClear, type Stretch } from './bands.ts';

type Item = DisplayItem<PrintColor>;

const patch = mmToPt(5);
const patchOffset = mmToPt(1);

/** A rectangle in one colour. */
export function filled(rect: Rect, color: PrintColor): Item {
  return { kind: 'fill', path: rectPath(rect), rule: 'nonzero', paint: { kind: 'solid', color } };
}

const cmyk = (c: number, m: number, y: number, k: number): CmykColor => ({
  space: 'cmyk',
  c,
  m,
  y,
  k,
  alpha: 1,
});

/** Solids, half tones, the gray of three inks beside that of black, overprints, spot inks. */
function patches(spots: readonly string[]): readonly PrintColor[] {
  const spot = (name: string, tint: number): SpotColor => ({
    space: 'spot',
    name,
    tint,
    // The file's own space of that name stands for this one.
    alternate: cmyk(0, 0, 0, 1),
    alpha: 1,
  });
  return [
    cmyk(1, 0, 0, 0),
    cmyk(0, 1, 0, 0),
    cmyk(0, 0, 1, 0),
    cmyk(0, 0, 0, 1),
    cmyk(0.5, 0, 0, 0),
    cmyk(0, 0.5, 0, 0),
    cmyk(0, 0, 0.5, 0),
    cmyk(0, 0, 0, 0.5),
    cmyk(0.5, 0.4, 0.4, 0),
    cmyk(1, 1, 0, 0),
    cmyk(0, 1, 1, 0),
    cmyk(1, 0, 1, 0),
    ...spots.flatMap((name) => [spot(name, 1), spot(name, 0.5)]),
  ];
}

/** Patches along a side, passing over what stands there; null where they do not all fit. */
export function colorBar(
  band: Band,
  taken: readonly Stretch[],
  spots: readonly string[],
): { readonly items: readonly Item[]; readonly stretch: Stretch } | null {
  if (band.depth < patch + patchOffset) return null;
  const items: Item[] = [];
  const first = firstClear(taken, 0, patch, band.length);
  let u = first ?? 0;
  for (const color of patches(spots)) {
    const at = firstClear(taken, u, patch, band.length);
    if (at === null) return null;
    const a = band.at(at, patchOffset);
    const b = band.at(at + patch, patchOffset + patch);
    const rect = {
      x: Math.min(a.x, b.x),
      y: Math.min(a.y, b.y),
      width: Math.abs(a.x - b.x),
      height: Math.abs(a.y - b.y),
    };
    items.push(filled(rect, color));
    u = at + patch;
  }
  return { items, stretch: [first ?? 0, u] };
}
