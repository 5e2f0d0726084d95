import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { throughGrid } from '../../src/color/grid-transform.ts';
import { createTransform, type Intent } from '../../src/color/lcms.ts';

const profile = new Uint8Array(
  readFileSync(new URL('../../assets/icc/FOGRA39L_coated.icc', import.meta.url)),
);

/** Colours all over the cube, the same in every run. */
function colors(count: number): Uint8Array {
  let state = 7;
  return Uint8Array.from({ length: count * 3 }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state >> 23;
  });
}

async function transforms(intent: Intent) {
  const exact = await createTransform('srgb', 'rgb8', profile, 'cmyk16', intent, 'exact');
  if (!exact) throw new Error('the profile was refused');
  return { exact, grid: throughGrid(exact) };
}

describe('a grid of colours', () => {
  it.each(['relative', 'perceptual'] as const)(
    'is as near to the profiles themselves as rounding lets it: %s',
    async (intent) => {
      const { exact, grid } = await transforms(intent);
      const pixels = colors(20_000);
      const wanted = new Uint16Array(exact.convert(pixels).buffer);
      const got = grid.convert(pixels);
      const distances = Array.from(got, (ink, at) => Math.abs(ink - (wanted[at] ?? 0) / 257));
      expect(got).toHaveLength(80_000);
      expect(distances.reduce((sum, distance) => sum + distance, 0) / 80_000).toBeLessThan(0.25);
      // Where the press runs out of colour the profiles bend; no table follows them everywhere.
      expect(distances.filter((distance) => distance > 1).length).toBeLessThan(1_200);
    },
  );

  it('is exact at its nodes, up to white', async () => {
    const { exact, grid } = await transforms('relative');
    const pixels = Uint8Array.from([0, 0, 0, 255, 255, 255, 255, 0, 0, 10, 250, 125]);
    const wanted = new Uint16Array(exact.convert(pixels).buffer);
    expect([...grid.convert(pixels)]).toEqual([...wanted].map((ink) => Math.round(ink / 257)));
  });

  it('does not depend on what was converted before', async () => {
    const [one, other] = [await transforms('relative'), await transforms('relative')];
    one.grid.convert(colors(500));
    expect(one.grid.convert(colors(100))).toEqual(other.grid.convert(colors(100)));
  });
});
