/**
 * A picture as the press needs it: in the condition's inks, not larger than it can print,
 * compressed for the PDF. Colour is converted by Little CMS from the file's own profile; gray
 * stays black ink alone; a CMYK or gray JPEG that needs no change passes byte for byte.
 * Equal pictures at equal sizes come from the cache without loading a decoder.
 */
import { zlibSync } from 'fflate';
import type { Context, Size, Span } from '../base/index.ts';
import type { Condition } from './condition.ts';
import { sha256 } from './hash.ts';
import { profileSpace } from './icc-header.ts';
import { createTransform, type Intent, type Transform } from './lcms.ts';
import { hasAdobeMarker, isDctJpeg, pictureFormat } from './picture-file.ts';
import { isPlaceholder } from './placeholder.ts';
import {
  type PictureNotes,
  type PreparedPicture,
  restorePicture,
  type SoftMask,
  type StoredPicture,
  storePicture,
} from './prepared-picture.ts';
import {
  damagedPicture,
  foreignProfile,
  oversizedPicture,
  placeholderPicture,
  unknownPictureFormat,
  unusableProfile,
} from './problems.ts';
import { effectivePpi, findLowResolution, pressResampling, resampledSize } from './resolution.ts';
import { type DecodeFault, decodePicture, encodeJpeg, type RawPicture } from './sharp.ts';

/** Raised whenever the same input would give other bytes. */
const algorithmVersion = 1;

/** A picture file as it was read; sizes after EXIF orientation. */
export interface PictureSource {
  readonly path: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bytes: Uint8Array;
}

/** How a picture is used: the largest size that the WHOLE picture is drawn at, and how to convert. */
export interface PictureUse {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly intent?: Intent;
  /** Where the picture is asked for; findings point there. */
  readonly span?: Span;
}

/** Samples in their final colours, not yet compressed. */
interface InkPicture {
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

/** The one component of RGB samples that are gray throughout; null where a single pixel is not. */
function grayOf(rgb: Uint8Array): Uint8Array | null {
  for (let at = 0; at < rgb.length; at += 3)
    if (rgb[at] !== rgb[at + 1] || rgb[at] !== rgb[at + 2]) return null;
  const gray = new Uint8Array(rgb.length / 3);
  for (let index = 0; index < gray.length; index += 1) gray[index] = rgb[index * 3] ?? 0;
  return gray;
}

export function softMaskOf({ alpha, widthPx, heightPx }: RawPicture): SoftMask | null {
  if (!alpha || alpha.every((value) => value === 255)) return null;
  return { widthPx, heightPx, bytes: zlibSync(alpha, { level: 6 }) };
}

async function toInks(
  raw: RawPicture,
  condition: Condition,
  intent: Intent,
): Promise<InkPicture | null> {
  if (raw.space !== 'rgb') return { space: raw.space, samples: raw.samples };
  const gray = grayOf(raw.samples);
  if (gray) return { space: 'gray', samples: gray };
  const own = await ownProfileToInks(raw.profile, condition, intent);
  const transform = own ?? (await condition.rgbToInks(intent));
  if (!transform) return null;
  const samples = transform.convert(raw.samples);
  own?.release();
  return { space: 'cmyk', samples };
}

/** From the RGB profile that the picture brings; null where it brings none that can be used. */
async function ownProfileToInks(
  profile: Uint8Array | null,
  condition: Condition,
  intent: Intent,
): Promise<Transform | null> {
  if (!profile || profileSpace(profile) !== 'RGB ') return null;
  return createTransform(profile, 'rgb8', condition.profile, 'cmyk8', intent);
}

/** The file itself, where its samples are already what the press needs. */
function passThrough(source: PictureSource, raw: RawPicture): PreparedPicture | null {
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
  };
}

function isFlatArt(source: PictureSource, inks: InkPicture, pixels: number): boolean {
  if (pixels < smallestJpegPixels) return true;
  if (pictureFormat(source.bytes) === 'jpeg') return false;
  return equalNeighbours(inks.samples, inks.space === 'cmyk' ? 4 : 1) > flatShare;
}

async function compress(
  source: PictureSource,
  raw: RawPicture,
  inks: InkPicture,
): Promise<PreparedPicture> {
  const { widthPx, heightPx } = raw;
  const flat = isFlatArt(source, inks, widthPx * heightPx);
  const bytes = flat
    ? zlibSync(inks.samples, { level: 6 })
    : await encodeJpeg(inks.space, inks.samples, widthPx, heightPx);
  return {
    path: source.path,
    widthPx,
    heightPx,
    encoding: flat ? 'flate' : 'jpeg',
    bytes,
    space: inks.space,
    bitsPerComponent: 8,
    adobeInverted: !flat && inks.space === 'cmyk',
    softMask: softMaskOf(raw),
  };
}

function notesOf(raw: RawPicture, condition: Condition): PictureNotes {
  const foreign = raw.space === 'cmyk' && raw.profile !== null;
  return { foreignProfile: foreign && sha256(raw.profile) !== condition.profileHash };
}

async function convert(
  source: PictureSource,
  condition: Condition,
  intent: Intent,
  sizeFor: (natural: Size) => Size,
): Promise<StoredPicture | DecodeFault | null> {
  const decoding = decodePicture(source.bytes, sizeFor);
  // The decoder works on its own threads; meanwhile the colour engine can be made ready here.
  // A failure shows where the transform is used; until then nobody waits for this promise.
  condition.rgbToInks(intent).catch(() => {});
  const raw = await decoding;
  if (raw.kind !== 'raw') return raw;
  const notes = notesOf(raw, condition);
  const passed = passThrough(source, raw);
  if (passed) return { picture: passed, notes };
  const inks = await toInks(raw, condition, intent);
  return inks && { picture: await compress(source, raw, inks), notes };
}

export function reportFault(
  { path }: PictureSource,
  fault: DecodeFault,
  span: Span | undefined,
  context: Context,
): null {
  if (fault.kind === 'unknown-format') context.report(unknownPictureFormat(path, span));
  else if (fault.kind === 'oversized')
    context.report(oversizedPicture(path, fault.megapixels, fault.limit, span));
  else context.report(damagedPicture(path, fault.reason, span));
  return null;
}

/** What can be said of a picture without decoding it. */
function reportUse(source: PictureSource, use: PictureUse, context: Context): void {
  if (isPlaceholder(source.bytes)) context.report(placeholderPicture(source.path, use.span));
  const finding = findLowResolution(source.path, effectivePpi(source, use), use.span);
  if (finding) context.report(finding);
}

/**
 * A picture ready for the press PDF; null where it cannot be decoded, which is reported
 * (`color/damaged-picture`, `color/oversized-picture`, `color/unknown-picture-format`).
 * Also reports `color/low-resolution`, `color/placeholder-picture` and `color/foreign-profile`.
 */
export async function preparePicture(
  source: PictureSource,
  use: PictureUse,
  condition: Condition,
  context: Context,
): Promise<PreparedPicture | null> {
  const { path, bytes } = source;
  const { span, intent = 'relative' } = use;
  reportUse(source, use, context);
  const size = resampledSize(source, use, pressResampling);
  const key = `press-picture ${algorithmVersion} ${sha256(bytes)} ${condition.profileHash} ${size.width}x${size.height} ${intent}`;
  const cached = context.workspace.cache.get(key);
  const restored = cached ? restorePicture(cached, path) : null;
  const sizeFor = (natural: Size) =>
    resampledSize({ widthPx: natural.width, heightPx: natural.height }, use, pressResampling);
  const stored = restored ?? (await convert(source, condition, intent, sizeFor));
  if (stored === null) {
    context.report(
      unusableProfile(condition.identifier, { kind: 'fault', reason: 'unusable', found: '' }, span),
    );
    return null;
  }
  if ('kind' in stored) return reportFault(source, stored, span, context);
  if (stored.notes.foreignProfile) context.report(foreignProfile(path, condition.identifier, span));
  if (!restored) context.workspace.cache.set(key, storePicture(stored));
  return stored.picture;
}
