/** Picture files to raw samples, upright and at the size they are printed. */
import { type Size, sha256 } from '../base/index.ts';
import { hasAdobeMarker, pictureFormat } from './picture-file.ts';
import {
  componentsOf,
  inSpace,
  type Metadata,
  type Open,
  openSharp,
  type RawPicture,
  type Sharp,
  type SharpOptions,
} from './sharp.ts';
import { sharpenSamples, sharperInks } from './sharpen-picture.ts';

/** Megapixels beyond which a file is refused before anything is unpacked. */
const largestFile = 100;
/** Megapixels beyond which a picture is refused at its printed size: A3 at 450 ppi has 39. */
const largestResult = 40;

export type DecodeFault =
  | { readonly kind: 'unknown-format' }
  | { readonly kind: 'oversized'; readonly megapixels: number; readonly limit: number }
  /** With the decoder's words. */
  | { readonly kind: 'damaged'; readonly reason: string };

/** First line of the decoder's message, without its own file positions that vary by version. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? '').replace(/^Input (buffer|file) /, '').replaceAll('`', "'");
}

function spaceOf(space: string | undefined): RawPicture['space'] {
  if (space === 'cmyk') return 'cmyk';
  return space === 'b-w' || space === 'grey16' ? 'gray' : 'rgb';
}

/** Every n-th byte from `first`: one channel of interleaved samples. */
function channel(samples: Uint8Array, first: number, channels: number): Uint8Array {
  const result = new Uint8Array(samples.length / channels);
  for (let index = 0, at = first; index < result.length; index += 1, at += channels)
    result[index] = samples[at] ?? 0;
  return result;
}

/** The first `kept` of each pixel's channels. */
function dropChannels(samples: Uint8Array, channels: number, kept: number): Uint8Array {
  if (channels === kept) return samples;
  const pixels = samples.length / channels;
  const result = new Uint8Array(pixels * kept);
  for (let pixel = 0; pixel < pixels; pixel += 1)
    for (let part = 0; part < kept; part += 1)
      result[pixel * kept + part] = samples[pixel * channels + part] ?? 0;
  return result;
}

function dropDeepChannels(samples: Uint16Array, channels: number, kept: number): Uint16Array {
  return channels === kept ? samples : samples.filter((_, at) => at % channels < kept);
}

/**
 * libvips takes every CMYK JPEG for an inverted one; without Adobe's marker the stored numbers are
 * the inks, as PDF's DCTDecode has it.
 */
function isWronglyInverted(bytes: Uint8Array, space: RawPicture['space']): boolean {
  return space === 'cmyk' && pictureFormat(bytes) === 'jpeg' && !hasAdobeMarker(bytes);
}

function exceeds({ width, height }: Size, limit: number): DecodeFault | null {
  const megapixels = Math.ceil((width * height) / 1e6);
  return megapixels > limit ? { kind: 'oversized', megapixels, limit } : null;
}

/** What is asked of the decoder beside the samples. */
export interface DecodeWishes {
  /** Sixteen bits of RGB are to be kept. */
  readonly keepsDepth?: boolean;
  /** A photograph that is brought down is sharpened again. */
  readonly sharpens?: boolean;
}

/** How a picture's natural size leads to the size it is decoded at. */
export type SizeFor = (natural: Size, isBitonal: boolean) => Size;

/** Screenshots and drawings come as PNG or GIF, and need no sharpening; a photograph may, too. */
export function isDrawnFormat(bytes: Uint8Array): boolean {
  const format = pictureFormat(bytes);
  return format === 'png' || format === 'gif';
}

const reading: SharpOptions = {
  failOn: 'error',
  limitInputPixels: largestFile * 1e6,
  ignoreIcc: true,
};

function readFacts(open: Open, bytes: Uint8Array): Promise<Metadata> {
  return open(bytes, { ...reading, limitInputPixels: false }).metadata();
}

/**
 * Up to so many pixels an RGB JPEG is decoded whole before it is brought down, so that this can
 * begin before its size on the page is known. Of larger ones the decoder itself leaves out every
 * other pixel.
 */
const wholePixels = 8e6;

function isDecodedWhole({ format, space, autoOrient: { width, height } }: Metadata): boolean {
  return format === 'jpeg' && spaceOf(space) === 'rgb' && width * height <= wholePixels;
}

/** An RGB JPEG at its natural size, upright. */
interface WholePicture {
  readonly samples: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

async function decodeWhole(open: Open, bytes: Uint8Array): Promise<WholePicture> {
  const image = inSpace(open(bytes, reading).autoOrient(), 'rgb').raw();
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  return { samples: data, widthPx: info.width, heightPx: info.height };
}

/** The one picture that this thread has decoded ahead. */
let ahead: { readonly hash: string; readonly whole: Promise<WholePicture> } | undefined;

/** Loads the decoder, and decodes a picture as far as its size on the page does not matter. */
export async function decodeAhead(bytes: Uint8Array): Promise<void> {
  const open = await openSharp();
  try {
    if (!pictureFormat(bytes) || !isDecodedWhole(await readFacts(open, bytes))) return;
    ahead = { hash: sha256(bytes), whole: decodeWhole(open, bytes) };
    await ahead.whole;
  } catch {
    // What is wrong with it is told when it is asked for.
    ahead = undefined;
  }
}

function takeWhole(open: Open, bytes: Uint8Array): Promise<WholePicture> {
  const taken = ahead;
  ahead = undefined;
  return taken?.hash === sha256(bytes) ? taken.whole : decodeWhole(open, bytes);
}

async function openUpright(open: Open, bytes: Uint8Array, facts: Metadata): Promise<Sharp> {
  if (!isDecodedWhole(facts)) return open(bytes, reading).autoOrient();
  const { samples, widthPx, heightPx } = await takeWhole(open, bytes);
  const raw = { width: widthPx, height: heightPx, channels: 3 } as const;
  return open(samples, { raw, limitInputPixels: false });
}

async function decode(
  open: Open,
  bytes: Uint8Array,
  sizeFor: SizeFor,
  { keepsDepth = false, sharpens = false }: DecodeWishes,
): Promise<RawPicture | DecodeFault> {
  const facts = await readFacts(open, bytes);
  const natural = facts.autoOrient;
  const isBitonal = facts.bitsPerSample === 1;
  const size = sizeFor(natural, isBitonal);
  const oversized = exceeds(natural, largestFile) ?? exceeds(size, largestResult);
  if (oversized) return oversized;
  const resampled = size.width !== natural.width || size.height !== natural.height;
  const space = spaceOf(facts.space);
  let image = await openUpright(open, bytes, facts);
  if (resampled) image = image.resize(size.width, size.height, { fit: 'fill', kernel: 'lanczos3' });
  const isSharpened = resampled && sharpens && !isBitonal && !isDrawnFormat(bytes);
  // Every ink on its own, so that black stays black alone.
  if (isSharpened && space === 'cmyk') image = image.convolve(sharperInks);
  const isDeep = keepsDepth && space === 'rgb' && facts.depth === 'ushort';
  const { data, info } = await inSpace(image, space, isDeep)
    .raw({ depth: isDeep ? 'ushort' : 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const components = componentsOf[space];
  const stored = isDeep ? new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2) : null;
  const eightBit = stored ? Uint8Array.from(stored, (value) => value >> 8) : data;
  const samples = dropChannels(eightBit, info.channels, components);
  const raw: RawPicture = {
    kind: 'raw',
    widthPx: info.width,
    heightPx: info.height,
    space,
    samples: isWronglyInverted(bytes, space) ? samples.map((ink) => 255 - ink) : samples,
    deepSamples: stored && dropDeepChannels(stored, info.channels, components),
    isBitonal,
    alpha: info.channels > components ? channel(eightBit, components, info.channels) : null,
    profile: facts.icc ?? null,
    asStored: !resampled && (facts.orientation ?? 1) === 1,
  };
  if (isSharpened) await sharpenSamples(raw);
  return raw;
}

/**
 * A picture file as raw samples, turned as its EXIF orientation says and resampled (Lanczos) to
 * the size that `sizeFor` gives for the turned size. A file that does not decode to its very end
 * is a fault. Only the six formats of `pictureFormat` are opened, never SVG or PDF.
 */
export async function decodePicture(
  bytes: Uint8Array,
  sizeFor: SizeFor,
  wishes: DecodeWishes = {},
): Promise<RawPicture | DecodeFault> {
  if (!pictureFormat(bytes)) return { kind: 'unknown-format' };
  const open = await openSharp();
  try {
    return await decode(open, bytes, sizeFor, wishes);
  } catch (error) {
    return { kind: 'damaged', reason: reasonOf(error) };
  }
}
