import { describe, expect, it } from 'vitest';
import { addDeepDetail, addDetail, brightnessOf } from '../../src/color/sharpen.ts';

/** One pixel sharpened, whose surroundings are of the brightness given. */
function sharpened(pixel: readonly number[], around: number): readonly number[] {
  const samples = Uint8Array.from(pixel);
  addDetail(samples, 3, brightnessOf(samples), Uint8Array.of(around));
  return [...samples];
}

describe('sharpening', () => {
  it.each([
    ['an edge in shadow, darker', [60, 60, 60], 73, [50, 50, 50]],
    ['an edge in light, lighter', [200, 200, 200], 190, [207, 207, 207]],
    ['grain, as it is', [100, 100, 100], 103, [100, 100, 100]],
    ['no halo: at most 20 lighter', [200, 200, 200], 100, [220, 220, 220]],
    ['no halo: at most 31 darker', [100, 100, 100], 200, [69, 69, 69]],
    ['colours keep their distances', [90, 120, 60], 118, [79, 109, 49]],
    ['white and black are the ends', [250, 5, 250], 50, [255, 25, 255]],
  ] as const)('%s', (_, pixel, around, wanted) => {
    expect(sharpened(pixel, around)).toEqual(wanted);
  });

  it('in sixteen bits the same', () => {
    const samples = Uint16Array.of(60 * 257, 60 * 257, 60 * 257);
    addDeepDetail(samples, Uint8Array.of(60), Uint8Array.of(73));
    expect([...samples]).toEqual([50 * 257, 50 * 257, 50 * 257]);
  });

  it('of a picture of any size, by its last pixel too', () => {
    const pixels = 40_001;
    const rgb = Uint8Array.from({ length: pixels * 3 }, (_, at) => (at * 7919) % 256);
    const weights = [77, 150, 29];
    const wanted = Uint8Array.from(
      { length: pixels },
      (_, pixel) =>
        weights.reduce((sum, weight, part) => sum + weight * (rgb[pixel * 3 + part] ?? 0), 128) >>
        8,
    );
    expect(brightnessOf(rgb)).toEqual(wanted);
    const gray = Uint8Array.from({ length: pixels }, () => 100);
    addDetail(
      gray,
      1,
      gray.slice(),
      gray.map(() => 200),
    );
    expect(new Set(gray)).toEqual(new Set([69]));
  });
});
