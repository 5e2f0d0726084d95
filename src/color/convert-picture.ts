/**
 * A picture file in the press's inks, not larger than it can print, compressed for the PDF. Colour
 * is converted by Little CMS from the file's own profile; gray stays black ink alone; a CMYK or
 * gray JPEG that needs no change passes byte for byte. Needs only what it is given, so that it is
 * done on any thread.
 */
import { sha256, type Task } from '../base/index.ts';
import { type Condition, openCondition } from './condition.ts';
import {
  type DecodeFault,
  decodeAhead,
  decodePicture,
  isDrawnFormat,
  type SizeFor,
} from './decode-picture.ts';
import { compressPicture, isFlat, passThrough } from './encode-picture.ts';
import type { Intent } from './lcms.ts';
import type { PictureSource, PictureUse } from './picture-use.ts';
import type { StoredPicture } from './prepared-picture.ts';
import { toPressInks } from './press-inks.ts';
import { effectivePpi, lineArtResampling, pressResampling, resampledSize } from './resolution.ts';
import type { RawPicture } from './sharp.ts';
import { sharpenSamples } from './sharpen-picture.ts';

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

/** How a picture is to be converted, and at which size. */
export interface Plan {
  readonly intent: Intent;
  readonly sharpens: boolean;
  readonly fitInkPercent: number | null;
  readonly sizeFor: SizeFor;
  /** Pixels to a millimetre of paper along one axis, as the file has them. */
  readonly pixelsPerMm: number;
}

export function planOf(source: PictureSource, use: PictureUse): Plan {
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
  };
}

/** What comes of a picture file: null where the condition's profile cannot be used. */
export type Conversion = StoredPicture | DecodeFault | null;

/** The conversion on this thread. */
export async function convertPicture(
  source: PictureSource,
  use: PictureUse,
  condition: Condition,
): Promise<Conversion> {
  const plan = planOf(source, use);
  const { sharpens, sizeFor, intent, fitInkPercent } = plan;
  const decoded = await decodePicture(source.bytes, sizeFor, { sharpens, keepsDepth: true });
  if (decoded.kind !== 'raw') return decoded;
  const raw = await sharpenedPhotograph(decoded, source, plan);
  const pixelsPerMm = (plan.pixelsPerMm * raw.widthPx) / source.widthPx;
  const converted = await toPressInks({ raw, intent, fitInkPercent, pixelsPerMm }, condition);
  if (!converted) return null;
  const { inks, peakInkPercent, fittedFromPercent } = converted;
  const notes = { foreignProfile: bringsForeignProfile(raw, condition), fittedFromPercent };
  const passed = fittedFromPercent === null ? passThrough(source, raw, peakInkPercent) : null;
  return { picture: passed ?? (await compressPicture(source, raw, inks, peakInkPercent)), notes };
}

/** Conditions that this thread has met, by their profiles' hashes: tables are made once. */
const met = new Map<string, Condition>();

function conditionOf(profile: Uint8Array): Condition | null {
  const hash = sha256(profile);
  const known = met.get(hash);
  if (known) return known;
  const opened = openCondition(profile, { identifier: '', info: '' });
  if (opened.kind !== 'condition') return null;
  met.set(hash, opened);
  return opened;
}

/** The conversion on another thread. */
export const convertPictureTask: Task<
  {
    readonly source: PictureSource;
    readonly use: PictureUse;
    /** The condition's profile. */
    readonly target: Uint8Array;
  },
  Conversion
> = {
  name: 'convert-picture',
  async run({ source, use, target }) {
    const condition = conditionOf(target);
    return condition && convertPicture(source, use, condition);
  },
};

/** Does what a conversion needs before it is known how large the picture is printed. */
export const readyConverterTask: Task<
  { readonly bytes: Uint8Array; readonly intent: Intent; readonly target: Uint8Array },
  null
> = {
  name: 'ready-converter',
  async run({ bytes, intent, target }) {
    // What is wrong with the profile shows where it is used.
    await Promise.all([decodeAhead(bytes), conditionOf(target)?.rgbToInks(intent)]);
    return null;
  },
};
