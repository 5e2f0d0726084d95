import { unzlibSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { preparePlainScreenPicture } from '../../src/color/index.ts';
import { fogra39, testContext } from './support.ts';

/** A red square, as a file whose numbers are those of a profile. */
const square = sharp({
  create: { width: 20, height: 20, channels: 3, background: { r: 255, g: 0, b: 0 } },
});

async function prepare(bytes: Uint8Array) {
  const source = { path: 'p', widthPx: 20, heightPx: 20, bytes };
  const use = { widthPt: 20, heightPt: 20 };
  const picture = await preparePlainScreenPicture(source, use, fogra39(), testContext());
  if (!picture) throw new Error('no picture');
  return picture;
}

describe('pictures for the screen alone', () => {
  it.each(['jpeg', 'png'] as const)('are in sRGB whatever their profile (%s)', async (format) => {
    const bytes = await square.clone().withIccProfile('p3').toFormat(format).toBuffer();
    const { encoding, space, bytes: stored } = await prepare(bytes);
    expect({ encoding, space }).toEqual({ encoding: 'flate', space: 'srgb' });
    const [r = 0, g = 0, b = 0] = unzlibSync(stored);
    expect(r).toBeGreaterThan(250);
    expect(Math.max(g, b)).toBeLessThan(8);
  });

  it('stay as they are stored where they are in sRGB, told or not', async () => {
    for (const file of [square.clone(), square.clone().withIccProfile('srgb')]) {
      const bytes = await file.jpeg().toBuffer();
      expect(await prepare(bytes)).toMatchObject({ encoding: 'jpeg', bytes });
    }
  });
});
