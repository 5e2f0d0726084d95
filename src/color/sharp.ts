/**
 * sharp (libvips), wrapped for `decode-picture.ts`, `sharpen-picture.ts` and `encode-jpeg.ts`. It
 * never converts between colour spaces of print here: RGB stays in the file's own RGB, gray gray,
 * CMYK CMYK. Loaded at the first use; no cache of its own, so that the same input gives the same
 * bytes.
 */
import type { Metadata, Sharp, SharpOptions } from 'sharp';

export type { Metadata, Sharp, SharpOptions };

export interface RawPicture {
  readonly kind: 'raw';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly space: 'gray' | 'rgb' | 'cmyk';
  /** Interleaved, one byte per component. CMYK: 255 is full ink. Gray: 255 is white. */
  readonly samples: Uint8Array;
  /** The same in full where the file has sixteen bits of RGB and they were asked for. */
  readonly deepSamples: Uint16Array | null;
  /** One bit a pixel in the file: line art. */
  readonly isBitonal: boolean;
  /** One byte per pixel, 255 opaque; null where the file has no alpha channel. */
  readonly alpha: Uint8Array | null;
  /** The file's embedded ICC profile. */
  readonly profile: Uint8Array | null;
  /** The samples are the file's own: neither turned nor resampled nor sharpened. */
  readonly asStored: boolean;
}

export type Open = (input: Uint8Array, options?: SharpOptions) => Sharp;

let loading: Promise<Open> | undefined;

async function loadSharp(): Promise<Open> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  return sharp;
}

export function openSharp(): Promise<Open> {
  loading ??= loadSharp();
  return loading;
}

export const componentsOf = { gray: 1, rgb: 3, cmyk: 4 } as const;

export function inSpace(image: Sharp, space: RawPicture['space'], isDeep = false): Sharp {
  if (isDeep) return image.pipelineColourspace('rgb16').toColourspace('rgb16');
  if (space === 'gray') return image.toColourspace('b-w');
  if (space === 'rgb') return image.toColourspace('srgb');
  return image.pipelineColourspace('cmyk').toColourspace('cmyk');
}
