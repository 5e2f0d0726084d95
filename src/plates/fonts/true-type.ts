/**
 * Outlines of TrueType glyphs: `loca` and `glyf`, simple and composite.
 * https://learn.microsoft.com/typography/opentype/spec/glyf
 */
import type { Matrix } from '../../base/index.ts';
import type { Outline } from '../../preflight/index.ts';
import { transformOutline } from '../flatten.ts';

/** Outline in font units, y up; empty where there is none. */
export type GlyphOutlines = (glyph: number) => Outline;

export interface FontProgram {
  readonly unitsPerEm: number;
  readonly outlineOf: GlyphOutlines;
}

const deepestComposite = 8;

const simple = { onCurve: 1, xShort: 2, yShort: 4, repeat: 8, xSame: 16, ySame: 32 };
const composite = {
  words: 1,
  offsets: 2,
  scale: 8,
  more: 0x20,
  xAndYScale: 0x40,
  twoByTwo: 0x80,
};

function readTables(view: DataView): ReadonlyMap<string, DataView> {
  const tables = new Map<string, DataView>();
  if (view.byteLength < 12) return tables;
  const count = view.getUint16(4);
  for (let index = 0; index < count && 28 + index * 16 <= view.byteLength; index += 1) {
    const at = 12 + index * 16;
    const tag = [0, 1, 2, 3].map((byte) => String.fromCharCode(view.getUint8(at + byte))).join('');
    const offset = view.getUint32(at + 8);
    const length = view.getUint32(at + 12);
    if (offset + length <= view.byteLength)
      tables.set(tag, new DataView(view.buffer, view.byteOffset + offset, length));
  }
  return tables;
}

interface ContourPoint {
  readonly x: number;
  readonly y: number;
  readonly isOn: boolean;
}

function readFlags(glyph: DataView, start: number, count: number) {
  const flags: number[] = [];
  let at = start;
  while (flags.length < count) {
    const flag = glyph.getUint8(at++);
    const times = flag & simple.repeat ? glyph.getUint8(at++) + 1 : 1;
    for (let time = 0; time < times && flags.length < count; time += 1) flags.push(flag);
  }
  return { flags, end: at };
}

/** Coordinates of one axis, as differences to the point before. */
function readAxis(
  glyph: DataView,
  start: number,
  flags: readonly number[],
  { short, same }: { readonly short: number; readonly same: number },
) {
  const values: number[] = [];
  let at = start;
  let value = 0;
  for (const flag of flags) {
    if (flag & short) value += flag & same ? glyph.getUint8(at++) : -glyph.getUint8(at++);
    else if (!(flag & same)) {
      value += glyph.getInt16(at);
      at += 2;
    }
    values.push(value);
  }
  return { values, end: at };
}

/** A contour of quadratic curves; two control points in a row have a point on the curve between. */
function contourOutline(points: readonly ContourPoint[]): Outline {
  const first = points.find((point) => point.isOn);
  const [lead, next] = points;
  if (!lead || !next) return [];
  const middle = (a: ContourPoint, b: ContourPoint) => ({
    x: (a.x + b.x) / 2,
    y: (a.y + b.y) / 2,
    isOn: true,
  });
  const start = first ?? middle(lead, next);
  const from = first ? points.indexOf(first) + 1 : 1;
  const outline: number[] = [0, start.x, start.y];
  let current = start;
  let control: ContourPoint | null = null;
  const curveTo = (to: ContourPoint, by: ContourPoint) => {
    const cubic = (end: ContourPoint) => [
      end.x + ((by.x - end.x) * 2) / 3,
      end.y + ((by.y - end.y) * 2) / 3,
    ];
    outline.push(2, ...cubic(current), ...cubic(to), to.x, to.y);
    current = to;
  };
  for (let step = 0; step < points.length; step += 1) {
    const point = points[(from + step) % points.length] ?? start;
    if (point.isOn) {
      if (control) curveTo(point, control);
      else {
        outline.push(1, point.x, point.y);
        current = point;
      }
      control = null;
    } else {
      if (control) curveTo(middle(control, point), control);
      control = point;
    }
  }
  if (control) curveTo(start, control);
  outline.push(3);
  return outline;
}

function simpleOutline(glyph: DataView, contours: number): Outline {
  const ends = Array.from({ length: contours }, (_, index) => glyph.getUint16(10 + index * 2));
  const count = (ends.at(-1) ?? -1) + 1;
  const instructions = glyph.getUint16(10 + contours * 2);
  const { flags, end } = readFlags(glyph, 12 + contours * 2 + instructions, count);
  const xs = readAxis(glyph, end, flags, { short: simple.xShort, same: simple.xSame });
  const ys = readAxis(glyph, xs.end, flags, { short: simple.yShort, same: simple.ySame });
  const points = flags.map((flag, index) => ({
    x: xs.values[index] ?? 0,
    y: ys.values[index] ?? 0,
    isOn: (flag & simple.onCurve) !== 0,
  }));
  return ends.flatMap((last, index) =>
    contourOutline(points.slice((ends[index - 1] ?? -1) + 1, last + 1)),
  );
}

function compositeOutline(
  glyph: DataView,
  outlineOf: (glyph: number, depth: number) => Outline,
  depth: number,
): Outline {
  const outline: number[] = [];
  for (let at = 10; at + 4 <= glyph.byteLength; ) {
    const flags = glyph.getUint16(at);
    const component = glyph.getUint16(at + 2);
    const isWords = (flags & composite.words) !== 0;
    const isOffset = (flags & composite.offsets) !== 0;
    const argument = (place: number) =>
      isWords ? glyph.getInt16(at + 4 + place * 2) : glyph.getInt8(at + 4 + place);
    const [dx, dy] = isOffset ? [argument(0), argument(1)] : [0, 0];
    at += isWords ? 8 : 6;
    const f2dot14 = (place: number) => glyph.getInt16(at + place * 2) / 16384;
    let matrix: Matrix = [1, 0, 0, 1, dx, dy];
    if (flags & composite.scale) {
      matrix = [f2dot14(0), 0, 0, f2dot14(0), dx, dy];
      at += 2;
    } else if (flags & composite.xAndYScale) {
      matrix = [f2dot14(0), 0, 0, f2dot14(1), dx, dy];
      at += 4;
    } else if (flags & composite.twoByTwo) {
      matrix = [f2dot14(0), f2dot14(1), f2dot14(2), f2dot14(3), dx, dy];
      at += 8;
    }
    outline.push(...transformOutline(outlineOf(component, depth + 1), matrix));
    if (!(flags & composite.more)) break;
  }
  return outline;
}

/** A TrueType font file's outlines; null where a table is missing. */
export function readTrueType(bytes: Uint8Array): FontProgram | null {
  const tables = readTables(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const [head, loca, glyf] = ['head', 'loca', 'glyf'].map((tag) => tables.get(tag));
  if (!head || !loca || !glyf) return null;
  const isLong = head.getInt16(50) === 1;
  const entries = loca.byteLength / (isLong ? 4 : 2);
  const offset = (index: number) =>
    isLong ? loca.getUint32(index * 4) : loca.getUint16(index * 2) * 2;
  const read = (glyph: number, depth: number): Outline => {
    if (glyph + 1 >= entries || depth > deepestComposite) return [];
    const [start, end] = [offset(glyph), offset(glyph + 1)];
    if (end - start < 10 || end > glyf.byteLength) return [];
    const data = new DataView(glyf.buffer, glyf.byteOffset + start, end - start);
    const contours = data.getInt16(0);
    return contours >= 0 ? simpleOutline(data, contours) : compositeOutline(data, read, depth);
  };
  const outlineOf = (glyph: number): Outline => {
    try {
      return read(glyph, 0);
    } catch {
      // A glyph whose data end early has no outline.
      return [];
    }
  };
  return { unitsPerEm: head.getUint16(18) || 1000, outlineOf };
}
