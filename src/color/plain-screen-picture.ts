/**
 * A picture as a browser shows it: its own RGB, not by way of a press. For documents that are
 * rendered for the screen alone; proofs of print are `screen-picture.ts`.
 */
import { type Context, deflate, type Size } from '../base/index.ts';
import type { Condition } from './condition.ts';
import { decodePicture } from './decode-picture.ts';
import { softMaskOf } from './encode-picture.ts';
import { profileSpace } from './icc-header.ts';
import { createTransform } from './lcms.ts';
import { isDctJpeg } from './picture-file.ts';
import type { PictureSource, PictureUse } from './picture-use.ts';
import { reportFault } from './prepare-picture.ts';
import type { PreparedPicture } from './prepared-picture.ts';
import { unusableProfile } from './problems.ts';
import { profileText } from './profile-text.ts';
import { resampledSize, screenResampling } from './resolution.ts';
import type { RawPicture } from './sharp.ts';

/** The profile of a picture whose numbers mean other colours than sRGB's; null for all others. */
function foreignProfile({ space, profile }: RawPicture): Uint8Array | null {
  const isForeign = space === 'rgb' && profile !== null && profileSpace(profile) === 'RGB ';
  return isForeign && !/^srgb/i.test(profileText(profile, 'desc')) ? profile : null;
}

/** From a profile that cannot be used, samples are taken as sRGB, as browsers do. */
async function byProfile(samples: Uint8Array, profile: Uint8Array): Promise<Uint8Array> {
  const transform = await createTransform(profile, 'rgb8', 'srgb', 'rgb8', 'relative');
  const converted = transform?.convert(samples) ?? samples;
  transform?.release();
  return converted;
}

/** Samples in sRGB or gray; inks by the condition's profile. Null where that cannot be used. */
async function samplesOf(raw: RawPicture, condition: Condition): Promise<Uint8Array | null> {
  const profile = foreignProfile(raw);
  if (profile) return byProfile(raw.samples, profile);
  if (raw.space !== 'cmyk') return raw.samples;
  const transform = await condition.inksToRgb();
  return transform?.convert(raw.samples) ?? null;
}

/**
 * A picture in sRGB or gray, at most 250 ppi at its drawn size, alpha as a soft mask. Null where
 * it cannot be decoded, which is reported as by `preparePicture`; resolution is not judged.
 */
export async function preparePlainScreenPicture(
  source: PictureSource,
  use: PictureUse,
  condition: Condition,
  context: Context,
): Promise<PreparedPicture | null> {
  const sizeFor = (natural: Size) =>
    resampledSize({ widthPx: natural.width, heightPx: natural.height }, use, screenResampling);
  const raw = await decodePicture(source.bytes, sizeFor);
  if (raw.kind !== 'raw') return reportFault(source, raw, use.span, context);
  const samples = await samplesOf(raw, condition);
  if (!samples) {
    const fault = { kind: 'fault', reason: 'unusable', found: '' } as const;
    context.report(unusableProfile(condition.identifier, fault, use.span));
    return null;
  }
  const isSrgb = raw.space !== 'cmyk' && !foreignProfile(raw);
  const isKept = raw.asStored && isSrgb && isDctJpeg(source.bytes);
  return {
    path: source.path,
    widthPx: raw.widthPx,
    heightPx: raw.heightPx,
    encoding: isKept ? 'jpeg' : 'flate',
    bytes: isKept ? source.bytes : deflate(samples, 6),
    space: raw.space === 'gray' ? 'gray' : 'srgb',
    bitsPerComponent: 8,
    adobeInverted: false,
    softMask: softMaskOf(raw),
    peakInkPercent: 0,
  };
}
