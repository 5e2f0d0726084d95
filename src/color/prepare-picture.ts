/**
 * A picture as the press needs it: from the cache where an equal one was converted at an equal size
 * before (without loading a decoder), else converted, on a thread of its own where there is one.
 */
import { type Cache, type Context, type Helpers, type Span, sha256 } from '../base/index.ts';
import type { Condition } from './condition.ts';
import {
  type Conversion,
  convertPicture,
  convertPictureTask,
  planOf,
  readyConverterTask,
} from './convert-picture.ts';
import type { DecodeFault } from './decode-picture.ts';
import type { Intent } from './lcms.ts';
import type { PictureSource, PictureUse } from './picture-use.ts';
import { isPlaceholder } from './placeholder.ts';
import {
  type PreparedPicture,
  restorePicture,
  type StoredPicture,
  storePicture,
} from './prepared-picture.ts';
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
  lineArtLimits,
  photographLimits,
  type ResolutionLimits,
} from './resolution.ts';

/** Raised whenever the same input would give other bytes. */
const algorithmVersion = 5;

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
  reportResolution(source, use, photographLimits, context);
}

function reportResolution(
  source: PictureSource,
  use: PictureUse,
  limits: ResolutionLimits,
  { report }: Context,
): void {
  const finding = findLowResolution(source, use, limits, use.span);
  if (finding) report(finding);
}

/** One bit a pixel asks for more of them; whether it is one bit is known when it was converted. */
function reportLineArt(
  source: PictureSource,
  use: PictureUse,
  { bitsPerComponent }: PreparedPicture,
  context: Context,
): void {
  const isCoarse = effectivePpi(source, use) <= photographLimits.warningPpi;
  if (bitsPerComponent === 1 && !isCoarse) reportResolution(source, use, lineArtLimits, context);
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

/** Digests of files as they were read: a photograph is asked for several times. */
const digests = new WeakMap<Uint8Array, string>();

function digestOf({ bytes }: PictureSource): string {
  const digest = digests.get(bytes) ?? sha256(bytes);
  digests.set(bytes, digest);
  return digest;
}

/** Names a picture that was converted at some size. */
function metKey(source: PictureSource, { profileHash }: Condition): string {
  return `press-picture-met ${algorithmVersion} ${digestOf(source)} ${profileHash}`;
}

/** Equal for pictures whose conversions are equal, whatever their paths. */
export function pictureIdentity(
  source: PictureSource,
  use: PictureUse,
  { profileHash }: Condition,
): string {
  const { intent, sharpens, fitInkPercent, sizeFor, pixelsPerMm } = planOf(source, use);
  const natural = { width: source.widthPx, height: source.heightPx };
  const sizes = [sizeFor(natural, false), sizeFor(natural, true)];
  return [
    digestOf(source),
    profileHash,
    ...sizes.map(({ width, height }) => `${width}x${height}`),
    intent,
    sharpens ? 'sharpened' : 'plain',
    ...(fitInkPercent === null ? [] : [fitInkPercent, Math.round(pixelsPerMm)]),
  ].join(' ');
}

/** Everything that the result depends on, its measured ink among it. */
function cacheKey(source: PictureSource, use: PictureUse, condition: Condition): string {
  const pixelsPerMm = Math.round(planOf(source, use).pixelsPerMm);
  const identity = pictureIdentity(source, use, condition);
  return `press-picture ${algorithmVersion} ${identity} ${pixelsPerMm}`;
}

/** Who converts a picture. */
export type Convert = (
  source: PictureSource,
  use: PictureUse,
  condition: Condition,
) => Promise<Conversion>;

/** Conversions on other threads, each begun once, however early it is asked for. */
export function convertOn(helpers: Helpers): Convert {
  const begun = new Map<string, Promise<Conversion>>();
  return (source, use, condition) => {
    const { path } = source;
    const key = `${path} ${cacheKey(source, use, condition)}`;
    const task = { source, use, target: condition.profile };
    const conversion = begun.get(key) ?? helpers.run(convertPictureTask, task, path);
    begun.set(key, conversion);
    return conversion;
  };
}

/**
 * A picture ready for the press PDF; null where it cannot be decoded, which is reported
 * (`color/damaged-picture`, `color/oversized-picture`, `color/unknown-picture-format`).
 * Also reports `color/low-resolution`, `color/placeholder-picture` and `color/foreign-profile`.
 * Unless told otherwise, all is done on this thread.
 */
export async function preparePicture(
  source: PictureSource,
  use: PictureUse,
  condition: Condition,
  context: Context,
  convert: Convert = convertPicture,
): Promise<PreparedPicture | null> {
  const { path } = source;
  const { cache } = context.workspace;
  reportUse(source, use, context);
  const key = cacheKey(source, use, condition);
  const cached = cache.get(key);
  const restored = cached ? restorePicture(cached, path) : null;
  const stored = restored ?? (await convert(source, use, condition));
  if (stored === null) {
    const fault = { kind: 'fault', reason: 'unusable', found: '' } as const;
    context.report(unusableProfile(condition.identifier, fault, use.span));
    return null;
  }
  if ('kind' in stored) return reportFault(source, stored, use.span, context);
  reportNotes(stored, use, condition, context);
  reportLineArt(source, use, stored.picture, context);
  if (!restored) {
    cache.set(key, storePicture(stored));
    cache.set(metKey(source, condition), new Uint8Array());
  }
  return stored.picture;
}

/** Whether a picture was never converted for a condition: it will have to be, whatever its size. */
export function isUnmet(source: PictureSource, condition: Condition, cache: Cache): boolean {
  return cache.get(metKey(source, condition)) === undefined;
}

/** Has helpers make themselves ready to convert these pictures, as far as there are helpers. */
export function readyConverters(
  sources: readonly PictureSource[],
  { profile: target }: Condition,
  intent: Intent,
  helpers: Helpers,
): void {
  // Who is not ready will be when its first picture comes, or tells then what is wrong.
  for (const { bytes, path } of sources.slice(0, helpers.count))
    helpers.run(readyConverterTask, { bytes, intent, target }, path).catch(() => {});
}
