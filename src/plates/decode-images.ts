/**
 * The pictures of a file as samples (ISO 32000-1 §8.9.5): JPEG by the picture decoder, all else by
 * the filters of the reader. Done before a page is painted, since JPEG is decoded on other threads.
 */
import { decodePicture, hasAdobeMarker } from '../color/index.ts';
import {
  as,
  filtersOf,
  nameOf,
  numberOf,
  type PdfDictionary,
  type PdfFile,
  type PdfObject,
  type PdfStream,
} from '../pdf/index.ts';
import { type InkSpace, type PlateNames, readInkSpace } from './ink-space.ts';
import { type Samples, unpackSamples } from './samples.ts';

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

const jpegNames: ReadonlySet<string> = new Set(['DCTDecode', 'DCT']);

/**
 * A JPEG's stored components. Adobe's CMYK files store the complement of ink, which the decoder
 * undoes and PDF does not. `reduction`: how many times smaller it may come.
 */
async function decodeJpeg(bytes: Uint8Array, reduction: number): Promise<Samples | null> {
  const raw = await decodePicture(bytes, ({ width, height }) => ({
    width: Math.ceil(width / reduction),
    height: Math.ceil(height / reduction),
  }));
  if (raw.kind !== 'raw') return null;
  const channels = { gray: 1, rgb: 3, cmyk: 4 }[raw.space];
  const isTurned = raw.space === 'cmyk' && hasAdobeMarker(bytes);
  const samples = isTurned ? raw.samples.map((value) => 255 - value) : raw.samples;
  return { width: raw.widthPx, height: raw.heightPx, channels, bytes: samples };
}

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

/** The stream with only the filters before its JPEG left to undo; null for any other. */
function jpegOf(file: PdfFile, stream: PdfStream): Uint8Array | null {
  const filters = filtersOf(stream, (object) => file.resolve(object));
  if (!jpegNames.has(filters.at(-1) ?? '')) return null;
  if (filters.length === 1) return stream.raw;
  const entries = new Map(stream.dictionary.entries);
  const names = filters.slice(0, -1).map((value): PdfObject => ({ kind: 'name', value }));
  entries.set('Filter', { kind: 'array', items: names });
  entries.delete('DecodeParms');
  return file.decode({ ...stream, dictionary: { kind: 'dictionary', entries } });
}

/** JPEGs of a page, decoded ahead. */
export type DecodedJpegs = ReadonlyMap<PdfStream, Samples>;

function decodeSamples(
  file: PdfFile,
  stream: PdfStream,
  channels: number,
  isIndex: boolean,
  jpegs: DecodedJpegs,
): Samples | null {
  if (!isJpeg(file, stream)) return decodeRaw(file, stream, channels, isIndex);
  const samples = jpegs.get(stream);
  return samples?.channels === channels ? samples : null;
}

function isJpeg(file: PdfFile, stream: PdfStream): boolean {
  const filters = filtersOf(stream, (object) => file.resolve(object));
  return jpegNames.has(filters.at(-1) ?? '');
}

/** Filters of pictures that no decoder here reads. */
const foreignFilters: ReadonlySet<string> = new Set([
  'JPXDecode',
  'JBIG2Decode',
  'CCITTFaxDecode',
  'CCF',
]);

/** Whether a picture is packed in a way that is not read here, rather than damaged. */
export function isForeignFormat(file: PdfFile, stream: PdfStream): boolean {
  return filtersOf(stream, (object) => file.resolve(object)).some((name) =>
    foreignFilters.has(name),
  );
}

/** Image streams that a page's resources lead to: in forms, patterns and soft masks too. */
function collectImages(file: PdfFile, resources: PdfDictionary | null): ReadonlySet<PdfStream> {
  const images = new Set<PdfStream>();
  const seen = new Set<PdfDictionary>();
  const visit = (dictionary: PdfDictionary | null) => {
    if (!dictionary || seen.has(dictionary)) return;
    seen.add(dictionary);
    for (const key of ['XObject', 'Pattern', 'ExtGState'])
      for (const value of file.entry(dictionary, key, 'dictionary')?.entries.values() ?? [])
        visitResource(file.resolve(value));
  };
  const visitStream = (stream: PdfStream | null) => {
    if (!stream) return;
    if (!isImageStream(file, stream))
      visit(file.entry(stream.dictionary, 'Resources', 'dictionary'));
    else {
      images.add(stream);
      visitStream(file.entry(stream.dictionary, 'SMask', 'stream'));
    }
  };
  const visitResource = (object: PdfObject) => {
    visitStream(as(object, 'stream'));
    const state = as(object, 'dictionary');
    const mask = state && file.entry(state, 'SMask', 'dictionary');
    if (mask) visitStream(file.entry(mask, 'G', 'stream'));
  };
  visit(resources);
  return images;
}

/**
 * All JPEGs that a page can paint, side by side. `reductionOf`: how many times smaller than stored
 * each may come.
 */
export async function decodeJpegs(
  file: PdfFile,
  resources: PdfDictionary | null,
  reductionOf: (stream: PdfStream) => number,
): Promise<DecodedJpegs> {
  const streams = [...collectImages(file, resources)].filter((stream) => isJpeg(file, stream));
  const decoded = await Promise.all(
    streams.map(async (stream) => {
      const bytes = jpegOf(file, stream);
      return [stream, bytes && (await decodeJpeg(bytes, reductionOf(stream)))] as const;
    }),
  );
  return new Map(decoded.flatMap(([stream, samples]) => (samples ? [[stream, samples]] : [])));
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

function turned(samples: Samples): Samples {
  return { ...samples, bytes: samples.bytes.map((value) => 255 - value) };
}

function decodeMask(
  file: PdfFile,
  dictionary: PdfDictionary,
  samples: Samples,
  jpegs: DecodedJpegs,
): Samples | null {
  const soft = file.entry(dictionary, 'SMask', 'stream');
  if (soft) {
    const mask = decodeSamples(file, soft, 1, false, jpegs);
    const [first] = numbersOf(file, imageEntry(file, soft.dictionary, 'Decode', 'D'));
    return mask && first === 1 ? turned(mask) : mask;
  }
  const explicit = as(file.resolve(dictionary.entries.get('Mask')), 'stream');
  if (explicit) return stencilOf(file, explicit);
  const key = numbersOf(file, file.resolve(dictionary.entries.get('Mask')));
  return key.length > 0 ? colorKey(samples, key) : null;
}

/** A stencil mask's opacity (§8.9.6.2): samples of 0 paint, unless `Decode` turns that round. */
export function stencilOf(file: PdfFile, stream: PdfStream): Samples | null {
  const samples = decodeRaw(file, stream, 1, false);
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

/** A picture's samples and space. Null where it cannot be decoded. */
export function decodeImage(
  file: PdfFile,
  stream: PdfStream,
  resources: PdfDictionary | null,
  plates: PlateNames,
  jpegs: DecodedJpegs,
): DecodedImage | null {
  const { dictionary } = stream;
  const object = imageEntry(file, dictionary, 'ColorSpace', 'CS');
  const space = readInkSpace(file, object, resources, plates);
  const isIndex = space.palette !== null;
  const stored = isIndex ? 1 : space.channels.length;
  const raw = decodeSamples(file, stream, stored, isIndex, jpegs);
  if (!raw) return null;
  const mask = decodeMask(file, dictionary, raw, jpegs);
  const decode = decodeArray(file, dictionary, space);
  return { samples: expandPalette(raw, space), space, decode, mask };
}

export function isStencil(file: PdfFile, dictionary: PdfDictionary): boolean {
  return imageEntry(file, dictionary, 'ImageMask', 'IM') === true;
}

function isImageStream(file: PdfFile, { dictionary }: PdfStream): boolean {
  return nameOf(file.resolve(dictionary.entries.get('Subtype'))) === 'Image';
}
