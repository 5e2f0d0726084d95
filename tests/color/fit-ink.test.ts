/** Pictures with too much ink, brought under a limit: what is kept, and what gives way. */
import { unzlibSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { decodePicture } from '../../src/color/decode-picture.ts';
import { encodeJpeg } from '../../src/color/encode-jpeg.ts';
import { preparePicture } from '../../src/color/index.ts';
import { codes, fogra39, testContext } from './support.ts';

const condition = fogra39();

async function lowered(inks: readonly number[], limit = 300): Promise<readonly number[]> {
  const lower = await condition.inkFit(limit);
  if (!lower) throw new Error('no fit');
  return [...lower(Uint8Array.from(inks))];
}

const sum = (inks: readonly number[]) => inks.reduce((total, ink) => total + ink, 0);

/** Lightness of inks in print, 0–255 on the green of the proof. */
async function lightness(inks: readonly number[]): Promise<number> {
  const transform = await condition.inksToRgb();
  return transform?.convert(Uint8Array.from(inks))[1] ?? -1;
}

describe('one colour', () => {
  test.each([[[0, 0, 0, 255]], [[255, 255, 255, 0]], [[10, 20, 30, 40]]])(
    '%j is under the limit and stays',
    async (inks) => {
      expect(await lowered(inks)).toEqual(inks);
    },
  );

  test.each([
    [[255, 255, 255, 255]],
    [[230, 210, 200, 180]],
    [[255, 180, 255, 100]],
    [[255, 255, 255, 20]],
  ])('%j comes under it and keeps black, hue and lightness', async (inks) => {
    const [c = 0, m = 0, y = 0, k = 0] = await lowered(inks);
    expect(sum([c, m, y, k])).toBeLessThanOrEqual(765);
    expect(sum([c, m, y, k])).toBeGreaterThan(755);
    expect(k).toBeGreaterThanOrEqual(inks[3] ?? 0);
    const [c0 = 1, m0 = 1, y0 = 1] = inks;
    expect(Math.abs(c / c0 - m / m0)).toBeLessThan(0.02);
    expect(Math.abs(c / c0 - y / y0)).toBeLessThan(0.02);
    const [before, after] = [await lightness(inks), await lightness([c, m, y, k])];
    expect(Math.abs(after - before)).toBeLessThanOrEqual(5);
  });

  test('no step where the limit is passed', async () => {
    const near = await Promise.all(
      [764, 765, 766, 768].map((total) => lowered([200, 190, 185, total - 575])),
    );
    near.slice(1).forEach((inks, index) => {
      inks.forEach((ink, plate) => {
        expect(Math.abs(ink - (near[index]?.[plate] ?? 0))).toBeLessThanOrEqual(3);
      });
    });
  });
});

describe('a picture', () => {
  const [width, height] = [200, 120];
  const dark = Uint8Array.from({ length: width * height * 4 }, (_, at) =>
    Math.min(255, 200 + (at % 4) * 5 + (Math.floor(at / 4) % 50)),
  );
  const prepare = async (bytes: Uint8Array, fitInkPercent: number | null) => {
    const context = testContext();
    const source = { path: 'dark', widthPx: width, heightPx: height, bytes };
    const use = { widthPt: width * 0.24, heightPt: height * 0.24, fitInkPercent };
    const picture = await preparePicture(source, use, condition, context);
    if (!picture) throw new Error('no picture');
    return { picture, context, again: () => preparePicture(source, use, condition, context) };
  };

  test('is brought under the limit, told of, and told of again from the cache', async () => {
    const jpeg = await encodeJpeg('cmyk', dark, width, height);
    const { picture, context, again } = await prepare(jpeg, 330);
    expect(picture.peakInkPercent).toBeLessThanOrEqual(330);
    expect(codes(context)).toEqual(['note color/ink-fitted']);
    await again();
    expect(codes(context)).toHaveLength(2);
    const raw = await decodePicture(picture.bytes, (natural) => natural);
    const { samples } = raw as Extract<typeof raw, { kind: 'raw' }>;
    const sums = Array.from({ length: width * height }, (_, at) =>
      sum([...samples.subarray(at * 4, at * 4 + 4)]),
    );
    expect(sum(sums) / sums.length / 2.55).toBeLessThanOrEqual(330);
  });

  test('passes as it is where it is not asked for, or is under the limit', async () => {
    const jpeg = await encodeJpeg('cmyk', dark, width, height);
    expect((await prepare(jpeg, null)).picture.bytes).toEqual(jpeg);
    expect((await prepare(jpeg, 400)).picture.bytes).toEqual(jpeg);
    expect((await prepare(jpeg, null)).picture.peakInkPercent).toBeGreaterThan(350);
  });

  test('a CMYK TIFF passes sample for sample', async () => {
    const jpeg = await encodeJpeg('cmyk', dark, width, height);
    const tiff = sharp(jpeg)
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .tiff({ compression: 'lzw' });
    const bytes = new Uint8Array(await tiff.toBuffer());
    const { picture } = await prepare(bytes, null);
    const raw = await decodePicture(bytes, (natural) => natural);
    expect(picture.encoding).toBe('flate');
    expect(unzlibSync(picture.bytes)).toEqual(
      new Uint8Array((raw as { samples: Uint8Array }).samples),
    );
  });
});
