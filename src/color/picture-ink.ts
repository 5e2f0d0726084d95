/** How much ink a picture brings, over squares of a millimetre at its printed size. */

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
  const squares = Math.ceil(widthPx / side);
  const sums = new Float64Array(squares);
  let highest = 0;
  for (let top = 0; top < heightPx; top += side) {
    const bottom = Math.min(heightPx, top + side);
    sums.fill(0);
    for (let at = top * widthPx * channels; at < bottom * widthPx * channels; ) {
      // Row by row, square by square.
      for (let square = 0; square < squares; square += 1) {
        const end = at + (Math.min(widthPx, (square + 1) * side) - square * side) * channels;
        let sum = 0;
        for (; at < end; at += 1) sum += samples[at] ?? 0;
        sums[square] = (sums[square] ?? 0) + sum;
      }
    }
    for (let square = 0; square < squares; square += 1) {
      const width = Math.min(widthPx, (square + 1) * side) - square * side;
      const mean = (sums[square] ?? 0) / (width * (bottom - top));
      highest = Math.max(highest, channels === 1 ? 255 - mean : mean);
    }
  }
  return highest / 2.55;
}
