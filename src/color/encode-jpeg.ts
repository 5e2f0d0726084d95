/** Samples to JPEG, as presses expect it. */
import { componentsOf, inSpace, openSharp, type RawPicture } from './sharp.ts';

/**
 * Uncompressed CMYK samples as a TIFF (TIFF 6.0 §16): the one form in which sharp takes four
 * channels as inks. Raw input of four channels is RGB with alpha to it.
 */
function tiffOfInks(samples: Uint8Array, width: number, height: number): Uint8Array {
  const entries: readonly (readonly [tag: number, type: 3 | 4, count: number, value: number])[] = [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, 4, 0],
    [259, 3, 1, 1],
    [262, 3, 1, 5],
    [273, 4, 1, 0],
    [277, 3, 1, 4],
    [278, 4, 1, height],
    [279, 4, 1, samples.length],
    [284, 3, 1, 1],
  ];
  const bitsAt = 8 + 2 + entries.length * 12 + 4;
  const samplesAt = bitsAt + 8;
  const file = new Uint8Array(samplesAt + samples.length);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x002a4949, true);
  view.setUint32(4, 8, true);
  view.setUint16(8, entries.length, true);
  entries.forEach(([tag, type, count, value], index) => {
    const at = 10 + index * 12;
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, count, true);
    view.setUint32(at + 8, tag === 258 ? bitsAt : tag === 273 ? samplesAt : value, true);
  });
  for (let part = 0; part < 4; part += 1) view.setUint16(bitsAt + part * 2, 8, true);
  file.set(samples, samplesAt);
  return file;
}

/** Above this, smaller Huffman tables are not worth the second pass over the picture. */
const optimisedPixels = 1e6;

/**
 * Samples as a baseline JPEG of quality 92 without chroma subsampling. CMYK comes out with Adobe's
 * marker and inverted, as every press workflow expects it.
 */
export async function encodeJpeg(
  space: RawPicture['space'],
  samples: Uint8Array,
  widthPx: number,
  heightPx: number,
): Promise<Uint8Array> {
  const open = await openSharp();
  const channels = componentsOf[space];
  const image =
    space === 'cmyk'
      ? open(tiffOfInks(samples, widthPx, heightPx), { limitInputPixels: false })
      : open(samples, {
          raw: { width: widthPx, height: heightPx, channels: space === 'gray' ? 1 : 3 },
          limitInputPixels: false,
        });
  const data = await inSpace(image, channels === 4 ? 'cmyk' : space)
    .jpeg({
      quality: 92,
      chromaSubsampling: '4:4:4',
      optimiseCoding: widthPx * heightPx < optimisedPixels,
    })
    .toBuffer();
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
