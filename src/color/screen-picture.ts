/**
 * A prepared picture as it will look in print, for screens: its inks through the condition's
 * profile to sRGB, so that page pictures and the screen edition show what comes off the press.
 */
import { inflateSync } from 'node:zlib';
import { type Context, deflate, type Size, sha256 } from '../base/index.ts';
import type { Condition } from './condition.ts';
import { decodePicture } from './decode-picture.ts';
import { encodeJpeg } from './encode-jpeg.ts';
import { unpackBits } from './line-art.ts';
import type { PictureUse } from './picture-use.ts';
import { type PreparedPicture, restorePicture, storePicture } from './prepared-picture.ts';
import { unusableProfile } from './problems.ts';
import { resampledSize, screenResampling } from './resolution.ts';
import type { RawPicture } from './sharp.ts';

/** Raised whenever the same input would give other bytes. */
const algorithmVersion = 2;

type Samples = Pick<RawPicture, 'widthPx' | 'heightPx' | 'samples'>;

/** The picture's samples, unpacked; a JPEG is resampled on the way. */
async function inkSamples(
  picture: PreparedPicture,
  sizeFor: (natural: Size) => Size,
): Promise<Samples | null> {
  if (picture.encoding === 'flate') {
    const { widthPx, heightPx, bitsPerComponent } = picture;
    const stored = new Uint8Array(inflateSync(picture.bytes));
    const samples = bitsPerComponent === 1 ? unpackBits(stored, widthPx, heightPx) : stored;
    return { widthPx, heightPx, samples };
  }
  const raw = await decodePicture(picture.bytes, sizeFor);
  return raw.kind === 'raw' ? raw : null;
}

/** Gray samples (255 white) as CMYK with black ink alone. */
function grayToInks(gray: Uint8Array): Uint8Array {
  const inks = new Uint8Array(gray.length * 4);
  for (let index = 0; index < gray.length; index += 1)
    inks[index * 4 + 3] = 255 - (gray[index] ?? 255);
  return inks;
}

async function proofSamples(
  samples: Uint8Array,
  space: 'cmyk' | 'gray',
  condition: Condition,
): Promise<Uint8Array | null> {
  const transform = await condition.inksToRgb();
  if (!transform) return null;
  if (space === 'cmyk') return transform.convert(samples);
  const steps = transform.convert(grayToInks(Uint8Array.from({ length: 256 }, (_, gray) => gray)));
  const rgb = new Uint8Array(samples.length * 3);
  samples.forEach((gray, index) => {
    rgb.set(steps.subarray(gray * 3, gray * 3 + 3), index * 3);
  });
  return rgb;
}

async function proofPicture(
  picture: PreparedPicture,
  space: 'cmyk' | 'gray',
  sizeFor: (natural: Size) => Size,
  condition: Condition,
): Promise<PreparedPicture | null> {
  const inks = await inkSamples(picture, sizeFor);
  const rgb = inks && (await proofSamples(inks.samples, space, condition));
  if (!rgb) return null;
  const { widthPx, heightPx } = inks;
  const bytes =
    picture.encoding === 'flate'
      ? deflate(rgb, 6)
      : await encodeJpeg('rgb', rgb, widthPx, heightPx);
  return {
    ...picture,
    widthPx,
    heightPx,
    bytes,
    space: 'srgb',
    bitsPerComponent: 8,
    adobeInverted: false,
  };
}

/**
 * The soft-proofed sRGB form of a picture that was prepared for the press, at most 250 ppi at its
 * drawn size; the soft mask is kept. Null (with `color/unusable-profile`) where the profile cannot
 * be used.
 */
export async function preparePictureForScreen(
  picture: PreparedPicture,
  use: PictureUse,
  condition: Condition,
  context: Context,
): Promise<PreparedPicture | null> {
  if (picture.space === 'srgb') return picture;
  const { width, height } = resampledSize(picture, use, screenResampling);
  const mask = picture.softMask ? sha256(picture.softMask.bytes) : 'opaque';
  const key = `screen-picture ${algorithmVersion} ${picture.space} ${picture.bitsPerComponent} ${picture.encoding} ${sha256(picture.bytes)} ${mask} ${condition.profileHash} ${width}x${height}`;
  const cached = context.workspace.cache.get(key);
  const restored = cached ? restorePicture(cached, picture.path) : null;
  if (restored) return restored.picture;
  const proofed = await proofPicture(picture, picture.space, () => ({ width, height }), condition);
  if (!proofed) {
    context.report(
      unusableProfile(
        condition.identifier,
        { kind: 'fault', reason: 'unusable', found: '' },
        use.span,
      ),
    );
    return null;
  }
  const notes = { foreignProfile: false, fittedFromPercent: null };
  context.workspace.cache.set(key, storePicture({ picture: proofed, notes }));
  return proofed;
}
