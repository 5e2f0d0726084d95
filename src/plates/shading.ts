/** Axial and radial shadings (ISO 32000-1 §8.7.4.5.3, §8.7.4.5.4) as planes of ink. */
import type { Matrix } from '../base/index.ts';
import { as, numberOf, type PdfDictionary, type PdfFile } from '../pdf/index.ts';
import { type Coverage, isEmptyBox, type PixelBox } from './coverage.ts';
import { type PdfFunction, readFunction } from './functions.ts';
import {
  addressedPlates,
  type InkSpace,
  inksOfColor,
  type PlateNames,
  readInkSpace,
} from './ink-space.ts';
import { invertMatrix } from './matrix.ts';

export interface PaintedShading {
  readonly planes: readonly (Float32Array | number)[];
  /** 0 where the shading leaves the paper alone: beyond its ends, or outside its box. */
  readonly coverage: Coverage;
  readonly space: InkSpace;
}

/** Colours along the axis are looked up among so many. */
const steps = 1024;

function numbers(file: PdfFile, dictionary: PdfDictionary, key: string): readonly number[] {
  const items = file.entry(dictionary, key, 'array')?.items ?? [];
  return items.map((item) => numberOf(file.resolve(item)) ?? 0);
}

/** Place along the axis of a point, as a share; null where there is no colour. */
type Along = (x: number, y: number) => number | null;

function axial([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): Along {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const square = dx * dx + dy * dy;
  if (square === 0) return () => null;
  return (x, y) => ((x - x0) * dx + (y - y0) * dy) / square;
}

/** The larger circle through the point wins, if its radius is not negative. */
function radial(
  [x0 = 0, y0 = 0, r0 = 0, x1 = 0, y1 = 0, r1 = 0]: readonly number[],
  extends0: boolean,
  extends1: boolean,
): Along {
  const [dx, dy, dr] = [x1 - x0, y1 - y0, r1 - r0];
  const a = dx * dx + dy * dy - dr * dr;
  const isAllowed = (s: number) => r0 + s * dr >= 0 && (s >= 0 || extends0) && (s <= 1 || extends1);
  return (x, y) => {
    const [px, py] = [x - x0, y - y0];
    const b = px * dx + py * dy + r0 * dr;
    const c = px * px + py * py - r0 * r0;
    if (Math.abs(a) < 1e-12) {
      const s = b === 0 ? Number.NaN : c / (2 * b);
      return isAllowed(s) ? s : null;
    }
    const root = b * b - a * c;
    if (root < 0) return null;
    const [first, second] = [(b + Math.sqrt(root)) / a, (b - Math.sqrt(root)) / a];
    const [larger, smaller] = first > second ? [first, second] : [second, first];
    if (isAllowed(larger)) return larger;
    return isAllowed(smaller) ? smaller : null;
  };
}

function functionOf(file: PdfFile, dictionary: PdfDictionary): PdfFunction {
  const object = dictionary.entries.get('Function');
  const list = as(file.resolve(object), 'array')?.items;
  if (!list) return readFunction(file, object);
  const parts = list.map((item) => readFunction(file, item));
  return (inputs) => parts.map((part) => part(inputs)[0] ?? 0);
}

/** Ink of each plate at every step: plate after plate. */
function lookupTable(
  file: PdfFile,
  dictionary: PdfDictionary,
  space: InkSpace,
  plateCount: number,
): readonly Float32Array[] {
  const compute = functionOf(file, dictionary);
  const [low = 0, high = 1] = numbers(file, dictionary, 'Domain');
  const table = Array.from({ length: plateCount }, () => new Float32Array(steps + 1));
  for (let step = 0; step <= steps; step += 1) {
    const inks = inksOfColor(space, compute([low + ((high - low) * step) / steps]), plateCount);
    inks.forEach((amount, plate) => {
      const row = table[plate];
      if (row) row[step] = amount;
    });
  }
  return table;
}

/**
 * A shading over some pixels; `matrix` leads from its coordinates to them. Null for a kind that is
 * not painted: function-based and mesh shadings.
 */
export function paintShadingOver(
  file: PdfFile,
  dictionary: PdfDictionary,
  resources: PdfDictionary | null,
  matrix: Matrix,
  box: PixelBox,
  plates: PlateNames,
  isPattern: boolean,
): PaintedShading | null {
  const type = numberOf(file.resolve(dictionary.entries.get('ShadingType')));
  const inverse = invertMatrix(matrix);
  if ((type !== 2 && type !== 3) || !inverse || isEmptyBox(box)) return null;
  const [a, b, c, d, e, f] = inverse;
  const count = plates.names.length;
  const space = readInkSpace(file, dictionary.entries.get('ColorSpace'), resources, plates);
  const extend = (file.entry(dictionary, 'Extend', 'array')?.items ?? []).map(
    (item) => file.resolve(item) === true,
  );
  const [extends0 = false, extends1 = false] = extend;
  const coordinates = numbers(file, dictionary, 'Coords');
  const along = type === 2 ? axial(coordinates) : radial(coordinates, extends0, extends1);
  const table = lookupTable(file, dictionary, space, count);
  const background = isPattern ? numbers(file, dictionary, 'Background') : [];
  const behind = background.length > 0 ? inksOfColor(space, background, count) : null;
  const width = box.x1 - box.x0;
  const size = width * (box.y1 - box.y0);
  const addressed = addressedPlates(space, count);
  const planes = addressed.map((isUsed) => (isUsed ? new Float32Array(size) : 0));
  const values = new Float32Array(size);
  const [left = 0, bottom = 0, right = 0, top = 0] = numbers(file, dictionary, 'BBox');
  const hasBox = dictionary.entries.has('BBox');
  for (let at = 0; at < size; at += 1) {
    const px = box.x0 + (at % width) + 0.5;
    const py = box.y0 + Math.floor(at / width) + 0.5;
    const x = a * px + c * py + e;
    const y = b * px + d * py + f;
    if (hasBox && (x < left || x > right || y < bottom || y > top)) continue;
    const share = along(x, y);
    const isPainted = share !== null && (share >= 0 || extends0) && (share <= 1 || extends1);
    if (!isPainted && !behind) continue;
    values[at] = 1;
    const step = isPainted ? Math.round(Math.min(1, Math.max(0, share)) * steps) : 0;
    for (let plate = 0; plate < count; plate += 1) {
      const plane = planes[plate];
      if (typeof plane === 'object')
        plane[at] = isPainted ? (table[plate]?.[step] ?? 0) : (behind?.[plate] ?? 0);
    }
  }
  return { planes, coverage: { box, values }, space };
}
