/**
 * The pictures of a file as samples (ISO 32000-1 §8.9.5), by the filters of the reader; those of
 * `packed-images.ts` are ready by then.
 */
import {
  as,
  numberOf,
  type PdfDictionary,
  type PdfFile,
  type PdfObject,
  type PdfStream,
} from '../pdf/index.ts';
import { type InkSpace, type PlateNames, readInkSpace } from './ink-space.ts';
import { type DecodedAhead, isPacked } from './packed-images.ts';
import { type Samples, turned, unpackSamples } from './samples.ts';

/** A picture's colour, ready to be laid on plates. */
export interface DecodedImage {
  readonly samples: Samples;
  readonly space: InkSpace;
  /** `Decode`, for each channel: the values of 0 and of the largest sample. */
  readonly decode: readonly (readonly [number, number])[];
  /** Opacity samples: a soft mask, a stencil mask or a colour key. */
  readonly mask: Samples | null;
}

/** Its value by the full or the inline name (table 93). */
export function imageEntry(
  file: PdfFile,
  { entries }: PdfDictionary,
  full: string,
  short: string,
): PdfObject {
  return file.resolve(entries.get(full) ?? entries.get(short));
}

function sizeOf(file: PdfFile, dictionary: PdfDictionary) {
  const number = (full: string, short: string) =>
    Math.floor(numberOf(imageEntry(file, dictionary, full, short)) ?? 0);
  return {
    width: number('Width', 'W'),
    height: number('Height', 'H'),
    bits: number('BitsPerComponent', 'BPC') || 8,
  };
}

function numbersOf(file: PdfFile, object: PdfObject): readonly number[] {
  return (as(object, 'array')?.items ?? []).map((item) => numberOf(file.resolve(item)) ?? 0);
}

/** More samples than any page has a use for. */
const mostSamples = 400_000_000;

function decodeRaw(
  file: PdfFile,
  stream: PdfStream,
  channels: number,
  isIndex: boolean,
): Samples | null {
  const { width, height, bits } = sizeOf(file, stream.dictionary);
  const isStencil = imageEntry(file, stream.dictionary, 'ImageMask', 'IM') === true;
  const bytes = width * height * channels > mostSamples ? null : file.decode(stream);
  return bytes && unpackSamples(bytes, width, height, channels, isStencil ? 1 : bits, isIndex);
}

function decodeSamples(
  file: PdfFile,
  stream: PdfStream,
  channels: number,
  isIndex: boolean,
  ahead: DecodedAhead,
): Samples | null {
  if (!isPacked(file, stream)) return decodeRaw(file, stream, channels, isIndex);
  const samples = ahead.get(stream)?.samples;
  return samples?.channels === channels ? samples : null;
}

/** A palette's colours in place of its indices, so that neighbours can be averaged. */
function expandPalette(samples: Samples, { palette, channels }: InkSpace): Samples {
  if (!palette) return samples;
  const count = channels.length;
  const bytes = new Uint8Array(samples.bytes.length * count);
  samples.bytes.forEach((index, at) => {
    bytes.set(palette.bytes.subarray(index * count, (index + 1) * count), at * count);
  });
  return { ...samples, channels: count, bytes };
}

/** 0 where all components lie in the ranges (§8.9.6.4), 255 elsewhere. */
function colorKey({ width, height, channels, bytes }: Samples, ranges: readonly number[]): Samples {
  const mask = new Uint8Array(width * height).fill(255);
  mask.forEach((_, pixel) => {
    for (let channel = 0; channel < channels; channel += 1) {
      const value = bytes[pixel * channels + channel] ?? 0;
      if (value < (ranges[channel * 2] ?? 0) || value > (ranges[channel * 2 + 1] ?? 255)) return;
    }
    mask[pixel] = 0;
  });
  return { width, height, channels: 1, bytes: mask };
}

function decodeMask(
  file: PdfFile,
  dictionary: PdfDictionary,
  samples: Samples,
  ahead: DecodedAhead,
): Samples | null {
  const soft = file.entry(dictionary, 'SMask', 'stream');
  if (soft) {
    const mask = decodeSamples(file, soft, 1, false, ahead);
    const [first] = numbersOf(file, imageEntry(file, soft.dictionary, 'Decode', 'D'));
    return mask && first === 1 ? turned(mask) : mask;
  }
  const explicit = as(file.resolve(dictionary.entries.get('Mask')), 'stream');
  if (explicit) return stencilOf(file, explicit, ahead);
  const key = numbersOf(file, file.resolve(dictionary.entries.get('Mask')));
  return key.length > 0 ? colorKey(samples, key) : null;
}

/** A stencil mask's opacity (§8.9.6.2): samples of 0 paint, unless `Decode` turns that round. */
export function stencilOf(file: PdfFile, stream: PdfStream, ahead: DecodedAhead): Samples | null {
  const samples = decodeSamples(file, stream, 1, false, ahead);
  const [first] = numbersOf(file, imageEntry(file, stream.dictionary, 'Decode', 'D'));
  return samples && first !== 1 ? turned(samples) : samples;
}

function decodeArray(
  file: PdfFile,
  dictionary: PdfDictionary,
  { channels, palette }: InkSpace,
): readonly (readonly [number, number])[] {
  const given = palette ? [] : numbersOf(file, imageEntry(file, dictionary, 'Decode', 'D'));
  return channels.map((_, index) => [given[index * 2] ?? 0, given[index * 2 + 1] ?? 1] as const);
}

const deviceSpaces: Readonly<Record<number, string>> = {
  1: 'DeviceGray',
  3: 'DeviceRGB',
  4: 'DeviceCMYK',
};

/** JPEG 2000 may leave its space to the picture itself (§7.4.9): then its components tell. */
function spaceOf(file: PdfFile, stream: PdfStream, ahead: DecodedAhead): PdfObject {
  const stated = imageEntry(file, stream.dictionary, 'ColorSpace', 'CS');
  const own = deviceSpaces[ahead.get(stream)?.samples.channels ?? 0];
  return stated === null && own !== undefined ? { kind: 'name', value: own } : stated;
}

/** How many components a picture's stated space has; null where none is stated. */
export function storedComponents(
  file: PdfFile,
  stream: PdfStream,
  resources: PdfDictionary | null,
  plates: PlateNames,
): number | null {
  const stated = imageEntry(file, stream.dictionary, 'ColorSpace', 'CS');
  if (stated === null) return null;
  const space = readInkSpace(file, stated, resources, plates);
  return space.palette ? 1 : space.channels.length;
}

/** A picture's samples and space. Null where it cannot be decoded. */
export function decodeImage(
  file: PdfFile,
  stream: PdfStream,
  resources: PdfDictionary | null,
  plates: PlateNames,
  ahead: DecodedAhead,
): DecodedImage | null {
  const { dictionary } = stream;
  const space = readInkSpace(file, spaceOf(file, stream, ahead), resources, plates);
  const isIndex = space.palette !== null;
  const stored = isIndex ? 1 : space.channels.length;
  const raw = decodeSamples(file, stream, stored, isIndex, ahead);
  if (!raw) return null;
  const mask = ahead.get(stream)?.opacity ?? decodeMask(file, dictionary, raw, ahead);
  const decode = decodeArray(file, dictionary, space);
  return { samples: expandPalette(raw, space), space, decode, mask };
}

export function isStencil(file: PdfFile, dictionary: PdfDictionary): boolean {
  return imageEntry(file, dictionary, 'ImageMask', 'IM') === true;
}
