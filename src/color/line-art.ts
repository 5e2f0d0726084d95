/** Line art: pictures of one bit a pixel, printed in black alone. */
import { deflate } from '../base/index.ts';

/** Gray samples (255 white) as bits, 1 white, each row at a whole byte; compressed. */
export function packBits(gray: Uint8Array, widthPx: number, heightPx: number): Uint8Array {
  const rowBytes = Math.ceil(widthPx / 8);
  const packed = new Uint8Array(rowBytes * heightPx);
  for (let row = 0; row < heightPx; row += 1)
    for (let column = 0; column < widthPx; column += 1)
      if ((gray[row * widthPx + column] ?? 0) >= 128) {
        const at = row * rowBytes + (column >> 3);
        packed[at] = (packed[at] ?? 0) | (0x80 >> (column & 7));
      }
  return deflate(packed, 6);
}

/** Back to gray samples. */
export function unpackBits(packed: Uint8Array, widthPx: number, heightPx: number): Uint8Array {
  const rowBytes = Math.ceil(widthPx / 8);
  const gray = new Uint8Array(widthPx * heightPx);
  for (let row = 0; row < heightPx; row += 1)
    for (let column = 0; column < widthPx; column += 1)
      if ((packed[row * rowBytes + (column >> 3)] ?? 0) & (0x80 >> (column & 7)))
        gray[row * widthPx + column] = 255;
  return gray;
}
