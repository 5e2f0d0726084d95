/**
 * A picture as the press needs it: in the condition's inks, not larger than it can print,
 * compressed for the PDF. Colour is converted by Little CMS from the file's own profile; gray
 * stays black ink alone; a CMYK or gray JPEG that needs no change passes byte for byte.
 * Equal pictures at equal sizes come from the cache without loading a decoder.
 */
import { type Context, type Helpers, type Span, sha256 } from '../base/index.ts';
import type { Condition } from './condition.ts';
import { compressPicture, isFlat, passThrough } from './encode-picture.ts';
import type { Intent } from './lcms.ts';
import { isPlaceholder } from './placeholder.ts';
import {
  type PreparedPicture,
  restorePicture,
  type StoredPicture,
  storePicture,
} from './prepared-picture.ts';
import { pressInks } from './press-inks.ts';
import {
  damagedPicture,
  foreignProfile,
  inkFitted,
  oversizedPicture,
  placeholderPicture,
  unknownPictureFormat,
  unusableProfile,
} from './problems.ts';
import {
  effectivePpi,
  findLowResolution,
  lineArtResampling,
  pressResampling,
  resampledSize,
} from './resolution.ts';
import {
  type DecodeFault,
  decodePicture,
  isDrawnFormat,
  type RawPicture,
  type SizeFor,
  sharpenSamples,
} from './sharp.ts';

/** Raised whenever the same input would give other bytes. */
const algorithmVersion = 4;

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
  /** Whether a photograph that is brought down is sharpened; yes, where it is not said. */
  readonly sharpens?: boolean;
  /** Pictures with more ink over a square millimetre are brought under it, in percent. */
  readonly fitInkPercent?: number | null;
  /** Where the picture is asked for; findings point there. */
  readonly span?: Span;
}

function bringsForeignProfile({ space, profile }: RawPicture, condition: Condition): boolean {
  return space === 'cmyk' && profile !== null && sha256(profile) !== condition.profileHash;
}

/**
 * A photograph that came in a format for drawings and was brought down; the decoder left it as it
 * was, since only its samples show what it is.
 */
async function sharpenedPhotograph(
  raw: RawPicture,
  { bytes }: PictureSource,
  { sharpens }: Plan,
): Promise<RawPicture> {
  const isBroughtDown = !raw.asStored && sharpens && !raw.isBitonal;
  if (!isBroughtDown || !isDrawnFormat(bytes) || isFlat(raw)) return raw;
  await sharpenSamples(raw);
  return raw;
}

/** Beside what decides the result: how the work is done. */
export interface ConversionSettings {
  /** Called when a decoder is at work on threads of its own. */
  readonly whenStarted?: () => void;
  /** Threads to compute inks on; absent: this one. */
  readonly helpers?: Helpers | undefined;
}

/** How a picture is to be converted, and at which size. */
interface Plan {
  readonly intent: Intent;
  readonly sharpens: boolean;
  readonly fitInkPercent: number | null;
  readonly sizeFor: SizeFor;
  /** Pixels to a millimetre of paper along one axis, as the file has them. */
  readonly pixelsPerMm: number;
  readonly naturalWidthPx: number;
}

async function convert(
  source: PictureSource,
  condition: Condition,
  plan: Plan,
  { whenStarted = () => {}, helpers }: ConversionSettings,
): Promise<StoredPicture | DecodeFault | null> {
  const { sharpens, sizeFor, intent, fitInkPercent } = plan;
  const decoded = await decodePicture(source.bytes, sizeFor, {
    sharpens,
    keepsDepth: true,
    // Meanwhile the colour engine can be made ready here. A failure shows where the transform is
    // used; until then nobody waits for this promise.
    whenStarted: () => {
      whenStarted();
      if (!helpers) condition.rgbToInks(intent).catch(() => {});
    },
  });
  if (decoded.kind !== 'raw') return decoded;
  const raw = await sharpenedPhotograph(decoded, source, plan);
  const { space, samples, deepSamples, profile, widthPx, heightPx } = raw;
  const pixelsPerMm = (plan.pixelsPerMm * widthPx) / plan.naturalWidthPx;
  const converted = await pressInks(
    {
      raw: { space, samples, deepSamples, profile, widthPx, heightPx },
      intent,
      fitInkPercent,
      pixelsPerMm,
    },
    condition,
    helpers,
  );
  if (!converted) return null;
  const { inks, peakInkPercent, fittedFromPercent } = converted;
  const notes = { foreignProfile: bringsForeignProfile(raw, condition), fittedFromPercent };
  const passed = fittedFromPercent === null ? passThrough(source, raw, peakInkPercent) : null;
  return { picture: passed ?? (await compressPicture(source, raw, inks, peakInkPercent)), notes };
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
  settings: ConversionSettings = {},
): Promise<PreparedPicture | null> {
  const { path } = source;
  const { span } = use;
  reportUse(source, use, context);
  const key = cacheKey(source, use, condition);
  const cached = context.workspace.cache.get(key);
  const restored = cached ? restorePicture(cached, path) : null;
  const stored = restored ?? (await convert(source, condition, planOf(source, use), settings));
  if (stored === null) {
    const fault = { kind: 'fault', reason: 'unusable', found: '' } as const;
    context.report(unusableProfile(condition.identifier, fault, span));
    return null;
  }
  if ('kind' in stored) return reportFault(source, stored, span, context);
  reportNotes(stored, use, condition, context);
  if (!restored) context.workspace.cache.set(key, storePicture(stored));
  return stored.picture;
}

function planOf(source: PictureSource, use: PictureUse): Plan {
  const { intent = 'relative', sharpens = true, fitInkPercent = null } = use;
  return {
    intent,
    sharpens,
    fitInkPercent,
    sizeFor: ({ width, height }, isBitonal) => {
      const rule = isBitonal ? lineArtResampling : pressResampling;
      return resampledSize({ widthPx: width, heightPx: height }, use, rule);
    },
    pixelsPerMm: effectivePpi(source, use) / 25.4,
    naturalWidthPx: source.widthPx,
  };
}

/** Everything that the result depends on. */
function cacheKey(source: PictureSource, use: PictureUse, condition: Condition): string {
  const { intent, sharpens, fitInkPercent, sizeFor, pixelsPerMm } = planOf(source, use);
  const natural = { width: source.widthPx, height: source.heightPx };
  const sizes = [sizeFor(natural, false), sizeFor(natural, true)];
  return [
    `press-picture ${algorithmVersion}`,
    sha256(source.bytes),
    condition.profileHash,
    ...sizes.map(({ width, height }) => `${width}x${height}`),
    Math.round(pixelsPerMm),
    intent,
    sharpens ? 'sharpened' : 'plain',
    fitInkPercent ?? 'as it is',
  ].join(' ');
}

function reportNotes(
  { picture, notes }: StoredPicture,
  { span }: PictureUse,
  { identifier }: Condition,
  { report }: Context,
): void {
  const { path, peakInkPercent: now } = picture;
  if (notes.foreignProfile) report(foreignProfile(path, identifier, span));
  if (notes.fittedFromPercent !== null)
    report(inkFitted(path, { before: notes.fittedFromPercent, after: now }, span));
}
