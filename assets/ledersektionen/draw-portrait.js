/**
 * Draws the placeholder portrait: `node assets/ledersektionen/draw-portrait.js`.
 *
 * The drawing is `portraet.svg`; film grain is laid over it, the same at every run. The word
 * `trykklar-placeholder` in the picture's EXIF makes every check warn until the client's own
 * photograph has taken its place.
 */
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const here = new URL('.', import.meta.url);
const width = 1830;
const height = 2600;
const strength = 12;
/** As on film, black is not quite black: its sum of inks stays below 280 %. Red, green, blue. */
const black = [30, 40, 40];
/** Tones from here up are left as drawn. */
const toe = 88;

/** Numbers from 0 to 1, always in the same order (mulberry32). */
function makeRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function develop(value, floor) {
  const light = Math.max(0, Math.min(255, value));
  return light < toe ? Math.round(light + floor * (1 - light / toe) ** 2) : light;
}

const random = makeRandom(9);
const drawing = await sharp(fileURLToPath(new URL('portraet.svg', here)))
  .resize(width, height)
  .removeAlpha()
  .raw()
  .toBuffer();

for (let i = 0; i < drawing.length; i += 3) {
  // The mean of two is closer to film than white noise is.
  const grain = Math.round((random() + random() - 1) * strength);
  for (let channel = 0; channel < 3; channel += 1)
    drawing[i + channel] = develop(drawing[i + channel] + grain, black[channel]);
}

await sharp(drawing, { raw: { width, height, channels: 3 } })
  .withIccProfile('srgb')
  .withExif({ IFD0: { ImageDescription: 'trykklar-placeholder', Copyright: 'CC0-1.0' } })
  .withDensity(300)
  .jpeg({ quality: 84, chromaSubsampling: '4:4:4', mozjpeg: true })
  .toFile(fileURLToPath(new URL('portraet.jpg', here)));
