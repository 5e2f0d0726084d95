/** Shadings (ISO 32000-1 §8.7.4) as planes of ink: axial, radial, and meshes of triangles. */
import { invert, type Matrix } from '../base/index.ts';
import { as, numberOf, type PdfDictionary, type PdfFile, type PdfObject } from '../pdf/index.ts';
import { type Coverage, isEmptyBox, type PixelBox } from './coverage.ts';
import { type PdfFunction, readFunction } from './functions.ts';
import { type Along, axial, radial } from './gradient-axes.ts';
import {
  addressedPlates,
  type InkSpace,
  inksOfColor,
  type PlateNames,
  readInkSpace,
} from './ink-space.ts';
import { eachMeshPixel, readMesh } from './mesh.ts';

export interface PaintedShading {
  readonly planes: readonly (Float32Array | number)[];
  /** 0 where the shading leaves the paper alone: beyond its ends, or outside its box. */
  readonly coverage: Coverage;
  readonly space: InkSpace;
}

export interface ShadingPlace {
  /** From the shading's coordinates to pixels. */
  readonly matrix: Matrix;
  /** Pixels to fill. */
  readonly box: PixelBox;
  /** In a pattern the shading has a background. */
  readonly isPattern: boolean;
}

/** What a shading is painted into. */
interface Canvas {
  readonly file: PdfFile;
  readonly dictionary: PdfDictionary;
  readonly space: InkSpace;
  readonly plateCount: number;
  readonly box: PixelBox;
  /** Null for plates that the space says nothing of. */
  readonly planes: readonly (Float32Array | null)[];
  readonly values: Float32Array;
}

/** Colours along the axis are looked up among so many. */
const steps = 1024;

function numbers(file: PdfFile, dictionary: PdfDictionary, key: string): readonly number[] {
  const items = file.entry(dictionary, key, 'array')?.items ?? [];
  return items.map((item) => numberOf(file.resolve(item)) ?? 0);
}

/** One function of all components, or one for each; null where components are given. */
function functionOf(file: PdfFile, dictionary: PdfDictionary): PdfFunction | null {
  const object = dictionary.entries.get('Function');
  if (object === undefined) return null;
  const list = as(file.resolve(object), 'array')?.items;
  if (!list) return readFunction(file, object);
  const parts = list.map((item) => readFunction(file, item));
  return (inputs) => parts.map((part) => part(inputs)[0] ?? 0);
}

function createCanvas(
  file: PdfFile,
  dictionary: PdfDictionary,
  resources: PdfDictionary | null,
  box: PixelBox,
  plates: PlateNames,
): Canvas {
  const plateCount = plates.names.length;
  const space = readInkSpace(file, dictionary.entries.get('ColorSpace'), resources, plates);
  const size = (box.x1 - box.x0) * (box.y1 - box.y0);
  const planes = addressedPlates(space, plateCount).map((isUsed) =>
    isUsed ? new Float32Array(size) : null,
  );
  return { file, dictionary, space, plateCount, box, planes, values: new Float32Array(size) };
}

function setPixel({ planes, values }: Canvas, at: number, inks: readonly number[]): void {
  values[at] = 1;
  planes.forEach((plane, plate) => {
    if (plane) plane[at] = inks[plate] ?? 0;
  });
}

/** Ink of every plate at every step along the axis. */
function inkSteps({ file, dictionary, space, plateCount }: Canvas): readonly (readonly number[])[] {
  const compute = functionOf(file, dictionary) ?? (() => []);
  const [low = 0, high = 1] = numbers(file, dictionary, 'Domain');
  return Array.from({ length: steps + 1 }, (_, step) =>
    inksOfColor(space, compute([low + ((high - low) * step) / steps]), plateCount),
  );
}

function fillBackground(canvas: Canvas): void {
  const { file, dictionary, space, plateCount, values } = canvas;
  const background = numbers(file, dictionary, 'Background');
  if (background.length === 0) return;
  const inks = inksOfColor(space, background, plateCount);
  for (let at = 0; at < values.length; at += 1) setPixel(canvas, at, inks);
}

function paintAxis(canvas: Canvas, type: 2 | 3, inverse: Matrix): void {
  const { file, dictionary, box, values } = canvas;
  const [extends0 = false, extends1 = false] = (
    file.entry(dictionary, 'Extend', 'array')?.items ?? []
  ).map((item) => file.resolve(item) === true);
  const coordinates = numbers(file, dictionary, 'Coords');
  const along: Along = type === 2 ? axial(coordinates) : radial(coordinates, extends0, extends1);
  const inks = inkSteps(canvas);
  const [a, b, c, d, e, f] = inverse;
  const width = box.x1 - box.x0;
  for (let at = 0; at < values.length; at += 1) {
    const px = box.x0 + (at % width) + 0.5;
    const py = box.y0 + Math.floor(at / width) + 0.5;
    const share = along(a * px + c * py + e, b * px + d * py + f);
    if (share === null || (share < 0 && !extends0) || (share > 1 && !extends1)) continue;
    const step = Math.round(Math.min(1, Math.max(0, share)) * steps);
    setPixel(canvas, at, inks[step] ?? []);
  }
}

function paintMesh(canvas: Canvas, object: PdfObject, type: 4 | 5, matrix: Matrix): void {
  const { file, dictionary, space, plateCount, box } = canvas;
  const stream = as(object, 'stream');
  const compute = functionOf(file, dictionary);
  for (const triangle of stream ? readMesh(file, stream, type, matrix) : [])
    eachMeshPixel(triangle, box, (at, color) => {
      const components = compute ? compute(color) : color;
      setPixel(canvas, at, inksOfColor(space, components, plateCount));
    });
}

/** Nothing outside the shading's own box. */
function cutToBox({ file, dictionary, box, values }: Canvas, [a, b, c, d, e, f]: Matrix): void {
  if (!dictionary.entries.has('BBox')) return;
  const [left = 0, bottom = 0, right = 0, top = 0] = numbers(file, dictionary, 'BBox');
  const width = box.x1 - box.x0;
  for (let at = 0; at < values.length; at += 1) {
    const px = box.x0 + (at % width) + 0.5;
    const py = box.y0 + Math.floor(at / width) + 0.5;
    const [x, y] = [a * px + c * py + e, b * px + d * py + f];
    if (x < left || x > right || y < bottom || y > top) values[at] = 0;
  }
}

/** A shading over some pixels. Null for a kind that is not painted: by function, and of patches. */
export function paintShadingOver(
  file: PdfFile,
  object: PdfObject,
  resources: PdfDictionary | null,
  plates: PlateNames,
  { matrix, box, isPattern }: ShadingPlace,
): PaintedShading | null {
  const dictionary = as(object, 'dictionary') ?? as(object, 'stream')?.dictionary;
  const inverse = invert(matrix);
  if (!dictionary || !inverse || isEmptyBox(box)) return null;
  const type = numberOf(file.resolve(dictionary.entries.get('ShadingType')));
  if (type !== 2 && type !== 3 && type !== 4 && type !== 5) return null;
  const canvas = createCanvas(file, dictionary, resources, box, plates);
  if (isPattern) fillBackground(canvas);
  if (type === 2 || type === 3) paintAxis(canvas, type, inverse);
  else paintMesh(canvas, object, type, matrix);
  cutToBox(canvas, inverse);
  const planes = canvas.planes.map((plane) => plane ?? 0);
  return { planes, coverage: { box, values: canvas.values }, space: canvas.space };
}
