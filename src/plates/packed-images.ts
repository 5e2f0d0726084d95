/**
 * Pictures that are packed as picture files are: JPEG, fax (ISO 32000-1 §7.4.6, ITU-T T.4 and T.6),
 * JPEG 2000 and JBIG2. Decoded before a page is painted, side by side on other threads.
 */
import { decodePicture, hasAdobeMarker } from '../color/index.ts';
import {
  as,
  filtersOf,
  nameOf,
  type PdfDictionary,
  type PdfFile,
  type PdfObject,
  type PdfStream,
} from '../pdf/index.ts';
import type { decodeBorrowed } from './borrowed-images.ts';
import { faxTiff } from './fax.ts';
import { type PackedPicture, type Samples, turned } from './samples.ts';

const jpegNames: ReadonlySet<string> = new Set(['DCTDecode', 'DCT']);

const faxNames: ReadonlySet<string> = new Set(['CCITTFaxDecode', 'CCF']);

function lastFilter(file: PdfFile, stream: PdfStream): string {
  return filtersOf(stream, (object) => file.resolve(object)).at(-1) ?? '';
}

/** Whether a picture's samples are those that were decoded ahead. */
export function isPacked(file: PdfFile, stream: PdfStream): boolean {
  const filter = lastFilter(file, stream);
  return jpegNames.has(filter) || faxNames.has(filter) || borrowedNames.has(filter);
}

/** Decoded by the renderer that makes the pictures of pages. */
const borrowedNames: ReadonlySet<string> = new Set(['JPXDecode', 'JBIG2Decode']);

export type DecodeBorrowed = typeof decodeBorrowed;

/** Whether that renderer is needed for a picture, rather than a decoder here. */
export function isBorrowedFormat(file: PdfFile, stream: PdfStream): boolean {
  return borrowedNames.has(lastFilter(file, stream));
}

/** The pictures of a page that were decoded ahead. */
export type DecodedAhead = ReadonlyMap<PdfStream, PackedPicture>;

const reducedBy =
  (times: number) => (size: { readonly width: number; readonly height: number }) => ({
    width: Math.ceil(size.width / times),
    height: Math.ceil(size.height / times),
  });

/**
 * A JPEG's stored components. Adobe's CMYK files store the complement of ink, which the decoder
 * undoes and PDF does not. `reduction`: how many times smaller it may come.
 */
async function decodeJpeg(bytes: Uint8Array, reduction: number): Promise<Samples | null> {
  const raw = await decodePicture(bytes, reducedBy(reduction));
  if (raw.kind !== 'raw') return null;
  const channels = { gray: 1, rgb: 3, cmyk: 4 }[raw.space];
  const samples = { width: raw.widthPx, height: raw.heightPx, channels, bytes: raw.samples };
  return raw.space === 'cmyk' && hasAdobeMarker(bytes) ? turned(samples) : samples;
}

/** One-bit samples of a fax as bytes, 0 and 255 and what reduction makes between them. */
async function decodeFax(
  file: PdfFile,
  stream: PdfStream,
  bytes: Uint8Array,
  reduction: number,
): Promise<Samples | null> {
  const fax = faxTiff(file, stream, bytes);
  const raw = fax && (await decodePicture(fax.tiff, reducedBy(reduction)));
  if (raw?.kind !== 'raw' || raw.space !== 'gray') return null;
  const samples = { width: raw.widthPx, height: raw.heightPx, channels: 1, bytes: raw.samples };
  return fax?.blackIs1 ? turned(samples) : samples;
}

/** The stream with only the filters before its last left to undo. */
function packedBytes(file: PdfFile, stream: PdfStream): Uint8Array | null {
  const filters = filtersOf(stream, (object) => file.resolve(object));
  if (filters.length === 1) return stream.raw;
  const entries = new Map(stream.dictionary.entries);
  const names = filters.slice(0, -1).map((value): PdfObject => ({ kind: 'name', value }));
  entries.set('Filter', { kind: 'array', items: names });
  entries.delete('DecodeParms');
  return file.decode({ ...stream, dictionary: { kind: 'dictionary', entries } });
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
      visitStream(file.entry(stream.dictionary, 'Mask', 'stream'));
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

function isImageStream(file: PdfFile, { dictionary }: PdfStream): boolean {
  return nameOf(file.resolve(dictionary.entries.get('Subtype'))) === 'Image';
}

export interface DecodingOptions {
  /** How many times smaller than stored each picture may come. */
  reductionOf(stream: PdfStream): number;
  /** How many components its space in the file has; null where it has none there. */
  componentsOf(stream: PdfStream): number | null;
  /** Null where the file has no picture for it. */
  readonly decodeBorrowed: DecodeBorrowed | null;
}

/** All such pictures that a page can paint, side by side. */
export async function decodeAhead(
  file: PdfFile,
  resources: PdfDictionary | null,
  { reductionOf, componentsOf, decodeBorrowed }: DecodingOptions,
): Promise<DecodedAhead> {
  const streams = [...collectImages(file, resources)].filter((stream) => isPacked(file, stream));
  const decoded = await Promise.all(
    streams.map(async (stream) => {
      const bytes = packedBytes(file, stream);
      if (!bytes) return [stream, null] as const;
      const filter = lastFilter(file, stream);
      const reduction = reductionOf(stream);
      if (borrowedNames.has(filter)) {
        const request = { filter, stored: componentsOf(stream), reduction };
        return [stream, (await decodeBorrowed?.(file, stream, bytes, request)) ?? null] as const;
      }
      const samples = faxNames.has(filter)
        ? await decodeFax(file, stream, bytes, reduction)
        : await decodeJpeg(bytes, reduction);
      return [stream, samples && { samples, opacity: null }] as const;
    }),
  );
  return new Map(decoded.flatMap(([stream, picture]) => (picture ? [[stream, picture]] : [])));
}
