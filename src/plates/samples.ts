/**
 * Pictures' samples: unpacked to a byte a component, and averaged over the pixels of a plate.
 */
import { invert, type Matrix } from '../base/index.ts';
import type { PixelBox } from './coverage.ts';

/** Interleaved, row by row from the top, one byte a component. */
export interface Samples {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly bytes: Uint8Array;
}

/** A picture that was decoded by what is made for its format. */
export interface PackedPicture {
  readonly samples: Samples;
  /** Its own, where the file says that it counts (`SMaskInData`). */
  readonly opacity: Samples | null;
}

/** Light for dark. */
export function turned(samples: Samples): Samples {
  const bytes = new Uint8Array(Math.ceil(samples.bytes.length / 4) * 4);
  bytes.set(samples.bytes);
  const words = new Uint32Array(bytes.buffer);
  for (let at = 0; at < words.length; at += 1) words[at] = ~(words[at] as number);
  return { ...samples, bytes: bytes.subarray(0, samples.bytes.length) };
}

/** Samples of 1, 2, 4, 8 or 16 bits to bytes; rows begin at whole bytes (ISO 32000-1 §8.9.3). */
export function unpackSamples(
  packed: Uint8Array,
  width: number,
  height: number,
  channels: number,
  bits: number,
  isIndex: boolean,
): Samples {
  const perRow = width * channels;
  const bytes = new Uint8Array(perRow * height);
  if (bits === 8) {
    bytes.set(packed.subarray(0, bytes.length));
    return { width, height, channels, bytes };
  }
  const rowBytes = Math.ceil((perRow * bits) / 8);
  const scale = isIndex ? 1 : 255 / (2 ** bits - 1);
  for (let row = 0; row < height; row += 1)
    for (let index = 0; index < perRow; index += 1) {
      const bit = index * bits;
      const byte = packed[row * rowBytes + (bit >> 3)] ?? 0;
      const value = (byte >> (8 - bits - (bit & 7))) & (2 ** bits - 1);
      bytes[row * perRow + index] = bits === 16 ? byte : Math.round(value * scale);
    }
  return { width, height, channels, bytes };
}

/** For each pixel from `first` on, which samples it averages and how much of each it covers. */
interface Spans {
  readonly first: Int32Array;
  readonly count: Int32Array;
  /** Share of the first and of the last sample. */
  readonly head: Float32Array;
  readonly tail: Float32Array;
}

/** `start + pixel · step` are a pixel's edges among `size` samples; `step` may be negative. */
function spansOf(pixels: number, start: number, step: number, size: number): Spans {
  const spans: Spans = {
    first: new Int32Array(pixels),
    count: new Int32Array(pixels),
    head: new Float32Array(pixels),
    tail: new Float32Array(pixels),
  };
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    const [a, b] = [start + pixel * step, start + (pixel + 1) * step];
    const low = Math.min(size - 1e-6, Math.max(0, Math.min(a, b)));
    const high = Math.max(low + 1e-6, Math.min(size, Math.max(a, b)));
    const first = Math.floor(low);
    const last = Math.min(size - 1, Math.ceil(high) - 1);
    spans.first[pixel] = first;
    spans.count[pixel] = last - first + 1;
    spans.head[pixel] = last === first ? high - low : first + 1 - low;
    spans.tail[pixel] = high - last;
  }
  return spans;
}

/** Rows and columns averaged one after the other: exact where the picture is not turned. */
function averageUpright(
  { width, height, channels, bytes }: Samples,
  [a, , , d, e, f]: Matrix,
  box: PixelBox,
): Float32Array {
  const columns = box.x1 - box.x0;
  const rows = box.y1 - box.y0;
  const across = spansOf(columns, ((box.x0 - e) / a) * width, width / a, width);
  const down = spansOf(rows, ((box.y0 - f) / d) * height, height / d, height);
  const result = new Float32Array(columns * rows * channels);
  const line = new Float32Array(columns * channels);
  let lineRow = -1;
  for (let row = 0; row < rows; row += 1) {
    const first = down.first[row] ?? 0;
    const count = down.count[row] ?? 1;
    const head = down.head[row] ?? 1;
    const tail = down.tail[row] ?? 1;
    const total = (count === 1 ? head : head + tail + count - 2) * 255;
    const start = row * line.length;
    for (let step = 0; step < count; step += 1) {
      if (first + step !== lineRow) {
        lineRow = first + step;
        averageRow(bytes, lineRow * width * channels, channels, across, line);
      }
      addRow(result, start, line, (step === 0 ? head : step === count - 1 ? tail : 1) / total);
    }
  }
  return result;
}

/** A row of samples as means over its spans. */
function averageRow(
  bytes: Uint8Array,
  start: number,
  channels: number,
  { first, count, head, tail }: Spans,
  line: Float32Array,
): void {
  for (let column = 0, to = 0; column < first.length; column += 1) {
    const samples = count[column] as number;
    const [headShare, tailShare] = [head[column] as number, tail[column] as number];
    const total = samples === 1 ? headShare : headShare + tailShare + samples - 2;
    const from = start + (first[column] as number) * channels;
    const last = from + (samples - 1) * channels;
    for (let channel = 0; channel < channels; channel += 1, to += 1) {
      let sum = (bytes[from + channel] as number) * headShare;
      for (let at = from + channels; at < last; at += channels)
        sum += bytes[at + channel] as number;
      if (samples > 1) sum += (bytes[last + channel] as number) * tailShare;
      line[to] = sum / total;
    }
  }
}

function addRow(result: Float32Array, start: number, line: Float32Array, weight: number): void {
  for (let at = 0; at < line.length; at += 1)
    result[start + at] = (result[start + at] as number) + (line[at] as number) * weight;
}

/** Averages blocks of `by` × `by` samples. */
export function reduceSamples({ width, height, channels, bytes }: Samples, by: number): Samples {
  if (by <= 1) return { width, height, channels, bytes };
  const [columns, rows] = [Math.ceil(width / by), Math.ceil(height / by)];
  const result = new Uint8Array(columns * rows * channels);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      for (let channel = 0; channel < channels; channel += 1) {
        let sum = 0;
        let count = 0;
        for (let y = row * by; y < Math.min(height, (row + 1) * by); y += 1)
          for (let x = column * by; x < Math.min(width, (column + 1) * by); x += 1) {
            sum += bytes[(y * width + x) * channels + channel] ?? 0;
            count += 1;
          }
        result[(row * columns + column) * channels + channel] = Math.round(sum / count);
      }
  return { width: columns, height: rows, channels, bytes: result };
}

/** Points of a pixel that are looked up in a turned picture, along each axis. */
const turnedPoints = 3;

function averageTurned(given: Samples, matrix: Matrix, box: PixelBox): Float32Array {
  const inverse = invert(matrix);
  const columns = box.x1 - box.x0;
  const result = new Float32Array(columns * (box.y1 - box.y0) * given.channels);
  if (!inverse) return result;
  const perPixel = Math.sqrt(
    Math.abs(inverse[0] * inverse[3] - inverse[1] * inverse[2]) * given.width * given.height,
  );
  const { width, height, channels, bytes } = reduceSamples(
    given,
    Math.max(1, Math.floor(perPixel / turnedPoints)),
  );
  const [a, b, c, d, e, f] = inverse;
  const weight = 1 / (turnedPoints * turnedPoints * 255);
  let to = 0;
  for (let y = box.y0; y < box.y1; y += 1)
    for (let x = box.x0; x < box.x1; x += 1, to += channels)
      for (let point = 0; point < turnedPoints * turnedPoints; point += 1) {
        const px = x + ((point % turnedPoints) + 0.5) / turnedPoints;
        const py = y + (Math.floor(point / turnedPoints) + 0.5) / turnedPoints;
        const u = Math.min(width - 1, Math.max(0, Math.floor((a * px + c * py + e) * width)));
        const v = Math.min(height - 1, Math.max(0, Math.floor((b * px + d * py + f) * height)));
        const from = (v * width + u) * channels;
        for (let channel = 0; channel < channels; channel += 1)
          result[to + channel] =
            (result[to + channel] ?? 0) + (bytes[from + channel] ?? 0) * weight;
      }
  return result;
}

/**
 * A picture's components 0–1, interleaved, averaged over each pixel of `box`. `matrix` leads from
 * the picture's unit square, y down from its top row, to the pixels.
 */
export function averageSamples(samples: Samples, matrix: Matrix, box: PixelBox): Float32Array {
  const isUpright = Math.abs(matrix[1]) < 1e-6 && Math.abs(matrix[2]) < 1e-6;
  return isUpright ? averageUpright(samples, matrix, box) : averageTurned(samples, matrix, box);
}
