/** Pictures that were brought down, sharpened again: an unsharp mask. */
import { inSpace, type Open, openSharp, type RawPicture } from './sharp.ts';
import { addDeepDetail, addDetail, brightnessOf } from './sharpen.ts';

/** Unsharp mask: 75 % of the difference to a small blur, in each ink on its own. */
export const sharperInks = {
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
export async function sharpenSamples(raw: RawPicture): Promise<void> {
  const { space, samples, deepSamples } = raw;
  if (space === 'cmyk') return;
  const open = await openSharp();
  const brightness = space === 'gray' ? samples.slice() : brightnessOf(samples);
  const blurred = await blur(open, brightness, raw);
  const channels = space === 'gray' ? 1 : 3;
  addDetail(samples, channels, brightness, blurred);
  if (deepSamples) addDeepDetail(deepSamples, brightness, blurred);
}
