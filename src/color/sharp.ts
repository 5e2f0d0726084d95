/**
 * sharp (libvips), wrapped: picture files to raw 8-bit samples and back to JPEG. It never converts
 * between colour spaces of print here: RGB stays in the file's own RGB, gray gray, CMYK CMYK.
 * Loaded at the first use; no cache of its own, so that the same input gives the same bytes.
 */
import type { Metadata, Sharp, SharpOptions } from 'sharp';
import { type Size, sha256 } from '../base/index.ts';
import { hasAdobeMarker, pictureFormat } from './picture-file.ts';
import { addDetail, brightnessOf } from './sharpen.ts';

/** Megapixels beyond which a file is refused before anything is unpacked. */
const largestFile = 100;
/** Megapixels beyond which a picture is refused at its printed size: A3 at 450 ppi has 39. */
const largestResult = 40;

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

export type DecodeFault =
  | { readonly kind: 'unknown-format' }
  | { readonly kind: 'oversized'; readonly megapixels: number; readonly limit: number }
  /** With the decoder's words. */
  | { readonly kind: 'damaged'; readonly reason: string };

type Open = (input: Uint8Array, options?: SharpOptions) => Sharp;

let loading: Promise<Open> | undefined;

async function loadSharp(): Promise<Open> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  return sharp;
}

function openSharp(): Promise<Open> {
  loading ??= loadSharp();
  return loading;
}

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

const componentsOf = { gray: 1, rgb: 3, cmyk: 4 } as const;

function inSpace(image: Sharp, space: RawPicture['space'], isDeep = false): Sharp {
  if (isDeep) return image.pipelineColourspace('rgb16').toColourspace('rgb16');
  if (space === 'gray') return image.toColourspace('b-w');
  if (space === 'rgb') return image.toColourspace('srgb');
  return image.pipelineColourspace('cmyk').toColourspace('cmyk');
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

/** Unsharp mask: 75 % of the difference to a small blur, in each ink on its own. */
const sharperInks = {
  width: 3,
  height: 3,
  kernel: [-1, -2, -1, -2, 28, -2, -1, -2, -1],
  scale: 16,
};

/** Of an unsharp mask's blur: radius 1.5 px is what resampling to 300 ppi and the screen take. */
const blurSigma = 1.75;

async function blur(open: Open, gray: Uint8Array, { widthPx, heightPx }: PixelSize) {
  const raw = { width: widthPx, height: heightPx, channels: 1 } as const;
  const image = open(gray, { raw, limitInputPixels: false });
  return inSpace(image.blur(blurSigma), 'gray').raw().toBuffer();
}

type PixelSize = Pick<RawPicture, 'widthPx' | 'heightPx'>;

/** Sharpens RGB or gray in place, sixteen bits where there are. Inks are sharpened by `decode`. */
async function sharpen(open: Open, raw: RawPicture): Promise<void> {
  const { space, samples, deepSamples } = raw;
  if (space === 'cmyk') return;
  const brightness = space === 'gray' ? samples.slice() : brightnessOf(samples);
  const blurred = await blur(open, brightness, raw);
  const channels = space === 'gray' ? 1 : 3;
  addDetail(samples, channels, brightness, blurred);
  if (deepSamples) addDetail(deepSamples, channels, brightness, blurred);
}

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
  if (isSharpened) await sharpen(open, raw);
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

/** Sharpens samples that are decoded already, in place; inks stay as they are. */
export async function sharpenSamples(raw: RawPicture): Promise<void> {
  await sharpen(await openSharp(), raw);
}

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
