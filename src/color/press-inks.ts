/** Decoded samples in the condition's inks, under the ink limit where that is asked for. */
import type { Condition } from './condition.ts';
import type { InkPicture } from './encode-picture.ts';
import { createPictureTransform } from './grid-transform.ts';
import { profileSpace } from './icc-header.ts';
import { createTransform, type Intent, type Transform } from './lcms.ts';
import { peakInkPercent } from './picture-ink.ts';
import type { RawPicture } from './sharp.ts';

/** Samples and how they become inks. */
export interface InkWork {
  readonly raw: Pick<
    RawPicture,
    'space' | 'samples' | 'deepSamples' | 'profile' | 'widthPx' | 'heightPx'
  >;
  readonly intent: Intent;
  /** Brought under so much ink over a square millimetre; null: as it is. */
  readonly fitInkPercent: number | null;
  /** Pixels to a millimetre of paper. */
  readonly pixelsPerMm: number;
}

export interface PressInks {
  readonly inks: InkPicture;
  /** Highest mean ink over a square millimetre. */
  readonly peakInkPercent: number;
  /** The same before it was brought under the limit; null where it was not. */
  readonly fittedFromPercent: number | null;
}

/** The one component of RGB samples that are gray throughout; null where a single pixel is not. */
function grayOf(rgb: Uint8Array | Uint16Array): Uint8Array | null {
  for (let at = 0; at < rgb.length; at += 3)
    if (rgb[at] !== rgb[at + 1] || rgb[at] !== rgb[at + 2]) return null;
  const gray = new Uint8Array(rgb.length / 3);
  const shift = rgb instanceof Uint16Array ? 8 : 0;
  for (let index = 0; index < gray.length; index += 1) gray[index] = (rgb[index * 3] ?? 0) >> shift;
  return gray;
}

/**
 * From the RGB profile that the picture brings, at its own depth; null where it has eight bits and
 * brings no profile that can be used: all such pictures share one transform.
 */
async function ownToInks(
  { profile, deepSamples }: InkWork['raw'],
  condition: Condition,
  intent: Intent,
): Promise<Transform | null> {
  const own = profile && profileSpace(profile) === 'RGB ' ? profile : null;
  const target = condition.profile;
  if (!deepSamples) return own && createPictureTransform(own, target, intent);
  const byOwn = own && (await createTransform(own, 'rgb16', target, 'cmyk8', intent));
  return byOwn ?? createTransform('srgb', 'rgb16', target, 'cmyk8', intent);
}

async function toInks({ raw, intent }: InkWork, condition: Condition): Promise<InkPicture | null> {
  if (raw.space !== 'rgb') return { space: raw.space, samples: raw.samples };
  const { samples: rgb, deepSamples: deep } = raw;
  const gray = grayOf(deep ?? rgb);
  if (gray) return { space: 'gray', samples: gray };
  const own = await ownToInks(raw, condition, intent);
  const transform = own ?? (await condition.rgbToInks(intent));
  if (!transform) return null;
  const samples = transform.convert(
    own && deep ? new Uint8Array(deep.buffer, deep.byteOffset, deep.byteLength) : rgb,
  );
  own?.release();
  return { space: 'cmyk', samples };
}

function peakOf({ raw, pixelsPerMm }: InkWork, { space, samples }: InkPicture): number {
  const side = Math.max(1, Math.round(pixelsPerMm));
  return peakInkPercent(samples, raw.widthPx, raw.heightPx, space === 'cmyk' ? 4 : 1, side);
}

/** Aimed a little below the limit: JPEG moves inks by a level or two. */
const fitHeadroomPercent = 2;

/** Null where the profile cannot be used. */
export async function toPressInks(work: InkWork, condition: Condition): Promise<PressInks | null> {
  const inks = await toInks(work, condition);
  if (!inks) return null;
  const peak = peakOf(work, inks);
  const limit = work.fitInkPercent;
  if (limit === null || inks.space !== 'cmyk' || peak <= limit)
    return { inks, peakInkPercent: peak, fittedFromPercent: null };
  const lower = await condition.inkFit(limit - fitHeadroomPercent);
  if (!lower) return null;
  const fitted: InkPicture = { space: 'cmyk', samples: lower(inks.samples) };
  return { inks: fitted, peakInkPercent: peakOf(work, fitted), fittedFromPercent: peak };
}
