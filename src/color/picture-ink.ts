/** How much ink a picture brings, over squares of a millimetre at its printed size. */
import type { WasmModule } from '../base/index.ts';
import { openRoom, startKernels, stripPixels } from './pixel-kernels.ts';

/** A part of a row in the kernels' memory, and what its squares have come to. */
interface Strip {
  readonly kernels: WasmModule;
  readonly samples: number;
  readonly sums: number;
}

const stripBytes = stripPixels * 4;

let opened: Strip | undefined;

function openStrip(): Strip {
  const { take } = openRoom();
  return { kernels: startKernels(), samples: take(stripBytes), sums: take(stripBytes * 4) };
}

/** Columns of squares that go through the memory together, in bytes of a row. */
interface Columns {
  readonly from: number;
  readonly to: number;
  readonly squareBytes: number;
}

/** Sums of the samples in each square of these columns, from row to row. */
function squareSums(
  { kernels, samples: place, sums }: Strip,
  samples: Uint8Array,
  rowStarts: Iterable<number>,
  { from, to, squareBytes }: Columns,
): Uint32Array {
  const count = Math.ceil((to - from) / squareBytes);
  const result = new Uint32Array(kernels.bytes().buffer, sums, count);
  result.fill(0);
  for (const start of rowStarts) {
    kernels.bytes().set(samples.subarray(start + from, start + to), place);
    kernels.call('sumSquares', place, place + to - from, squareBytes, sums);
  }
  return result;
}

/**
 * Highest mean sum of inks over squares of `side` pixels, in percent. Samples are interleaved, 255
 * full ink for CMYK; gray is black ink, 255 white.
 */
export function peakInkPercent(
  samples: Uint8Array,
  widthPx: number,
  heightPx: number,
  channels: 1 | 4,
  side: number,
): number {
  opened ??= openStrip();
  const rowBytes = widthPx * channels;
  // A square wider than the memory is as good as one that just fits.
  const squareBytes = Math.min(side * channels, stripBytes);
  const columnBytes = Math.floor(stripBytes / squareBytes) * squareBytes;
  let highest = 0;
  for (let top = 0; top < heightPx; top += side) {
    const bottom = Math.min(heightPx, top + side);
    const rows = Array.from({ length: bottom - top }, (_, row) => (top + row) * rowBytes);
    for (let from = 0; from < rowBytes; from += columnBytes) {
      const to = Math.min(rowBytes, from + columnBytes);
      squareSums(opened, samples, rows, { from, to, squareBytes }).forEach((sum, square) => {
        const width = Math.min(squareBytes, to - from - square * squareBytes) / channels;
        const mean = sum / (width * rows.length);
        highest = Math.max(highest, channels === 1 ? 255 - mean : mean);
      });
    }
  }
  return highest / 2.55;
}
