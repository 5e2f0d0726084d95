/**
 * Pictures in their final inks as the PDF stores them: the file itself where it needs no change,
 * JPEG for photographs, and without loss what is flat, drawn, or made for this press already.
 */
import { deflate } from '../base/index.ts';
import { encodeJpeg } from './encode-jpeg.ts';
import { packBits } from './line-art.ts';
import { hasAdobeMarker, isDctJpeg, pictureFormat } from './picture-file.ts';
import type { PreparedPicture, SoftMask } from './prepared-picture.ts';
import type { RawPicture } from './sharp.ts';

/** Samples in their final colours, not yet compressed. */
export interface InkPicture {
  readonly space: 'cmyk' | 'gray';
  readonly samples: Uint8Array;
}

/** A picture with more equal neighbours than this is flat art, kept without loss. */
const flatShare = 0.5;
/** Below this many pixels, JPEG saves nothing. */
const smallestJpegPixels = 64 * 64;

/** Share of pixels that equal the one to their left. */
function equalNeighbours(samples: Uint8Array, channels: number): number {
  let equal = 0;
  for (let at = channels; at < samples.length; at += channels) {
    let same = 1;
    for (let part = 0; part < channels; part += 1)
      if (samples[at + part] !== samples[at + part - channels]) same = 0;
    equal += same;
  }
  return (equal * channels) / samples.length;
}

export function softMaskOf({ alpha, widthPx, heightPx }: RawPicture): SoftMask | null {
  if (!alpha || alpha.every((value) => value === 255)) return null;
  return { widthPx, heightPx, bytes: deflate(alpha, 6) };
}

/** The file itself, where its samples are already what the press needs. */
export function passThrough(
  source: SourceFile,
  raw: RawPicture,
  peakInkPercent: number,
): PreparedPicture | null {
  if (raw.space === 'rgb' || !raw.asStored || !isDctJpeg(source.bytes)) return null;
  return {
    path: source.path,
    widthPx: raw.widthPx,
    heightPx: raw.heightPx,
    encoding: 'jpeg',
    bytes: source.bytes,
    space: raw.space,
    bitsPerComponent: 8,
    adobeInverted: raw.space === 'cmyk' && hasAdobeMarker(source.bytes),
    softMask: null,
    peakInkPercent,
  };
}

/** Whether a picture looks drawn: large areas of one colour. */
export function isFlat({ samples, space }: Pick<RawPicture, 'samples' | 'space'>): boolean {
  return equalNeighbours(samples, { gray: 1, rgb: 3, cmyk: 4 }[space]) > flatShare;
}

/** Black and white alone; brought down, its edges were gray for a moment. */
function isLineArt({ isBitonal, asStored }: RawPicture, { space, samples }: InkPicture): boolean {
  if (!isBitonal || space !== 'gray') return false;
  if (asStored) return samples.every((value) => value === 0 || value === 255);
  return samples.includes(0) && samples.includes(255);
}

/**
 * What JPEG would spoil: drawn pictures, and inks that come as they shall print (a CMYK TIFF goes
 * to the press sample for sample).
 */
function keepsEverySample(source: SourceFile, raw: RawPicture, inks: InkPicture): boolean {
  if (raw.widthPx * raw.heightPx < smallestJpegPixels) return true;
  if (pictureFormat(source.bytes) === 'jpeg') return false;
  if (raw.space === 'cmyk' && raw.asStored && inks.samples === raw.samples) return true;
  return isFlat(inks);
}

export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export async function compressPicture(
  source: SourceFile,
  raw: RawPicture,
  inks: InkPicture,
  peakInkPercent: number,
): Promise<PreparedPicture> {
  const { widthPx, heightPx } = raw;
  const isBits = isLineArt(raw, inks);
  const isLossless = isBits || keepsEverySample(source, raw, inks);
  const bytes = isBits
    ? packBits(inks.samples, widthPx, heightPx)
    : isLossless
      ? deflate(inks.samples, 6)
      : await encodeJpeg(inks.space, inks.samples, widthPx, heightPx);
  return {
    path: source.path,
    widthPx,
    heightPx,
    encoding: isLossless ? 'flate' : 'jpeg',
    bytes,
    space: inks.space,
    bitsPerComponent: isBits ? 1 : 8,
    adobeInverted: !isLossless && inks.space === 'cmyk',
    softMask: softMaskOf(raw),
    peakInkPercent,
  };
}
