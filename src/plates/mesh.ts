/**
 * Meshes of triangles (ISO 32000-1 §8.7.4.5.5, §8.7.4.5.6): free-form and lattice-form Gouraud
 * shadings. Colours run evenly over each triangle; pixels are taken at their centres, so that
 * neighbours leave no seam.
 */
import type { Matrix } from '../base/index.ts';
import { as, numberOf, type PdfFile, type PdfStream } from '../pdf/index.ts';
import type { PixelBox } from './coverage.ts';

export interface MeshVertex {
  /** In pixels. */
  readonly x: number;
  readonly y: number;
  /** Components as `Decode` gives them: a colour, or a function's one input. */
  readonly color: readonly number[];
}

export type Triangle = readonly [MeshVertex, MeshVertex, MeshVertex];

/** More than any page has a use for. */
const mostVertices = 2_000_000;

/** Whole numbers of some bits, most significant first. */
class BitReader {
  readonly #bytes: Uint8Array;
  #bit = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  hasMore(bits: number): boolean {
    return this.#bit + bits <= this.#bytes.length * 8;
  }

  read(bits: number): number {
    let value = 0;
    let left = bits;
    while (left > 0) {
      const free = 8 - (this.#bit & 7);
      const take = Math.min(free, left);
      const byte = this.#bytes[this.#bit >> 3] ?? 0;
      value = value * 2 ** take + ((byte >> (free - take)) & (2 ** take - 1));
      this.#bit += take;
      left -= take;
    }
    return value;
  }

  /** Each vertex begins at a whole byte. */
  align(): void {
    this.#bit = (this.#bit + 7) & ~7;
  }
}

interface MeshFormat {
  readonly flag: number;
  readonly coordinate: number;
  readonly component: number;
  readonly decode: readonly number[];
  readonly components: number;
}

function formatOf(file: PdfFile, { dictionary }: PdfStream, hasFlags: boolean): MeshFormat {
  const number = (key: string) => numberOf(file.resolve(dictionary.entries.get(key))) ?? 0;
  const items = as(file.resolve(dictionary.entries.get('Decode')), 'array')?.items ?? [];
  const decode = items.map((item) => numberOf(file.resolve(item)) ?? 0);
  return {
    flag: hasFlags ? number('BitsPerFlag') : 0,
    coordinate: number('BitsPerCoordinate'),
    component: number('BitsPerComponent'),
    decode,
    components: decode.length / 2 - 2,
  };
}

interface FlaggedVertex extends MeshVertex {
  readonly flag: number;
}

function readVertices(
  bytes: Uint8Array,
  format: MeshFormat,
  [a, b, c, d, e, f]: Matrix,
): readonly FlaggedVertex[] {
  const { flag, coordinate, component, decode, components } = format;
  const size = flag + 2 * coordinate + components * component;
  if (!(coordinate > 0 && component > 0 && components > 0)) return [];
  const reader = new BitReader(bytes);
  const value = (bits: number, pair: number) => {
    const [low = 0, high = 1] = [decode[pair * 2], decode[pair * 2 + 1]];
    return low + (reader.read(bits) * (high - low)) / (2 ** bits - 1);
  };
  const vertices: FlaggedVertex[] = [];
  while (reader.hasMore(size) && vertices.length < mostVertices) {
    const kind = flag > 0 ? reader.read(flag) & 3 : 0;
    const [x, y] = [value(coordinate, 0), value(coordinate, 1)];
    const color = Array.from({ length: components }, (_, index) => value(component, index + 2));
    vertices.push({ flag: kind, x: a * x + c * y + e, y: b * x + d * y + f, color });
    reader.align();
  }
  return vertices;
}

/** Flag 0 begins a triangle; 1 goes on from its last side, 2 from its first and last corner. */
function freeTriangles(vertices: readonly FlaggedVertex[]): readonly Triangle[] {
  const triangles: Triangle[] = [];
  for (let at = 0; at < vertices.length; ) {
    const [first, second, third] = vertices.slice(at, at + 3);
    const last = triangles.at(-1);
    if (!first) break;
    if (first.flag !== 0 && last) {
      triangles.push(first.flag === 1 ? [last[1], last[2], first] : [last[0], last[2], first]);
      at += 1;
    } else {
      if (!second || !third) break;
      triangles.push([first, second, third]);
      at += 3;
    }
  }
  return triangles;
}

function latticeTriangles(vertices: readonly MeshVertex[], perRow: number): readonly Triangle[] {
  const triangles: Triangle[] = [];
  if (perRow < 2) return triangles;
  for (let at = 0; at + perRow + 1 < vertices.length; at += 1) {
    if (at % perRow === perRow - 1) continue;
    const [p, q] = [vertices[at], vertices[at + 1]];
    const [r, s] = [vertices[at + perRow], vertices[at + perRow + 1]];
    if (p && q && r && s) triangles.push([p, q, r], [q, r, s]);
  }
  return triangles;
}

/** The triangles of a shading of type 4 or 5, placed by `matrix`. */
export function readMesh(
  file: PdfFile,
  stream: PdfStream,
  type: 4 | 5,
  matrix: Matrix,
): readonly Triangle[] {
  const bytes = file.decode(stream);
  if (!bytes) return [];
  const vertices = readVertices(bytes, formatOf(file, stream, type === 4), matrix);
  if (type === 4) return freeTriangles(vertices);
  const perRow = numberOf(file.resolve(stream.dictionary.entries.get('VerticesPerRow'))) ?? 0;
  return latticeTriangles(vertices, perRow);
}

/** Where a row through pixel centres cuts a triangle; null where it does not. */
function spanOf(triangle: Triangle, y: number): readonly [number, number] | null {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  triangle.forEach((from, index) => {
    const to = triangle[(index + 1) % 3] ?? from;
    if (Math.min(from.y, to.y) > y || Math.max(from.y, to.y) < y) return;
    const share = from.y === to.y ? 0 : (y - from.y) / (to.y - from.y);
    const x = from.x + (to.x - from.x) * share;
    left = Math.min(left, x, from.y === to.y ? to.x : x);
    right = Math.max(right, x, from.y === to.y ? to.x : x);
  });
  return left <= right ? [left, right] : null;
}

/** Half a thousandth of a pixel: what lies on the side between two triangles is in both. */
const slack = 5e-4;

/** Visits every pixel of `box` inside a triangle, with its colour. */
export function eachMeshPixel(
  triangle: Triangle,
  box: PixelBox,
  visit: (at: number, color: readonly number[]) => void,
): void {
  const [p, q, r] = triangle;
  const area = (q.x - p.x) * (r.y - p.y) - (r.x - p.x) * (q.y - p.y);
  if (area === 0) return;
  const top = Math.max(box.y0, Math.floor(Math.min(p.y, q.y, r.y)));
  const bottom = Math.min(box.y1, Math.ceil(Math.max(p.y, q.y, r.y)) + 1);
  const width = box.x1 - box.x0;
  for (let row = top; row < bottom; row += 1) {
    const y = row + 0.5;
    const span = spanOf(triangle, y);
    if (!span) continue;
    const first = Math.max(box.x0, Math.ceil(span[0] - 0.5 - slack));
    const last = Math.min(box.x1 - 1, Math.floor(span[1] - 0.5 + slack));
    for (let column = first; column <= last; column += 1) {
      const x = column + 0.5;
      const v = ((x - p.x) * (r.y - p.y) - (r.x - p.x) * (y - p.y)) / area;
      const w = ((q.x - p.x) * (y - p.y) - (x - p.x) * (q.y - p.y)) / area;
      const u = 1 - v - w;
      const color = p.color.map(
        (value, index) => value * u + (q.color[index] ?? 0) * v + (r.color[index] ?? 0) * w,
      );
      visit((row - box.y0) * width + column - box.x0, color);
    }
  }
}
