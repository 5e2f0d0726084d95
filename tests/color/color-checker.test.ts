/** The 24 patches of a ColorChecker through our conversion and through lcms's own command line. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { unzlibSync } from 'fflate';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { type Intent, preparePicture } from '../../src/color/index.ts';
import { fogra39, testContext } from './support.ts';

/** Lab under D50 (X-Rite, charts since November 2014 measured alike): four rows of six. */
const patches: readonly (readonly [number, number, number])[] = [
  [37.99, 13.56, 14.06],
  [65.71, 18.13, 17.81],
  [49.93, -4.88, -21.93],
  [43.14, -13.1, 21.91],
  [55.11, 8.84, -25.4],
  [70.72, -33.4, -0.2],
  [62.66, 36.07, 57.1],
  [40.02, 10.41, -45.96],
  [51.12, 48.24, 16.25],
  [30.33, 22.98, -21.59],
  [72.53, -23.71, 57.26],
  [71.94, 19.36, 67.86],
  [28.78, 14.18, -50.3],
  [55.26, -38.34, 31.37],
  [42.1, 53.38, 28.19],
  [81.73, 4.04, 79.82],
  [51.94, 49.99, -14.57],
  [51.04, -28.63, -28.64],
  [96.54, -0.43, 1.19],
  [81.26, -0.64, -0.34],
  [66.77, -0.73, -0.5],
  [50.87, -0.15, -0.27],
  [35.66, -0.42, -1.23],
  [20.46, -0.08, -0.97],
];

/** Lab (D50) to sRGB, 0–255: CIE 15, then the matrix of the profile connection space (ICC.1). */
function toSrgb([l, a, b]: readonly [number, number, number]): readonly number[] {
  const y = (l + 16) / 116;
  const linear = (t: number) => (t > 6 / 29 ? t ** 3 : 3 * (6 / 29) ** 2 * (t - 4 / 29));
  const [X, Y, Z] = [linear(y + a / 500) * 0.9642, linear(y), linear(y - b / 200) * 0.8249];
  return [
    3.1339 * X - 1.6169 * Y - 0.4906 * Z,
    -0.9788 * X + 1.9161 * Y + 0.0335 * Z,
    0.0719 * X - 0.229 * Y + 1.4052 * Z,
  ].map((value) => {
    const light = Math.min(1, Math.max(0, value));
    return Math.round(
      255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055),
    );
  });
}

const colors = patches.map(toSrgb);
const profile = fileURLToPath(new URL('../../assets/icc/FOGRA39L_coated.icc', import.meta.url));

/** C, M, Y, K in 255ths, by Little CMS' command line. */
function byTransicc(intent: '0' | '1'): readonly (readonly number[])[] {
  const input = colors.map((color) => color.join(' ')).join('\n');
  const flags = ['-v0', '-n', '-b', `-t${intent}`, '-i*sRGB', `-o${profile}`];
  const said = execFileSync('transicc', flags, {
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return said
    .split('\n')
    .filter((line) => /^[\d. ]+$/.test(line.trim()) && line.trim() !== '')
    .map((line) =>
      line
        .trim()
        .split(/\s+/)
        .map((percent) => Math.round(Number(percent) * 2.55)),
    );
}

async function byUs(intent: Intent): Promise<readonly (readonly number[])[]> {
  const samples = Uint8Array.from(colors.flat());
  const raw = { width: colors.length, height: 1, channels: 3 } as const;
  const bytes = new Uint8Array(await sharp(samples, { raw }).png().toBuffer());
  const source = { path: 'checker.png', widthPx: colors.length, heightPx: 1, bytes };
  const use = { widthPt: (colors.length * 72) / 300, heightPt: 72 / 300, intent };
  const picture = await preparePicture(source, use, fogra39(), testContext());
  const inks = unzlibSync(picture?.bytes ?? new Uint8Array());
  return colors.map((_, index) => [...inks.subarray(index * 4, index * 4 + 4)]);
}

test.each([
  ['relative', '1'],
  ['perceptual', '0'],
] as const)('%s: within one level of 255', async (intent, number) => {
  const [ours, theirs] = [await byUs(intent), byTransicc(number)];
  expect(theirs).toHaveLength(24);
  const apart = ours.map((inks, patch) =>
    Math.max(...inks.map((ink, index) => Math.abs(ink - (theirs[patch]?.[index] ?? 999)))),
  );
  expect(Math.max(...apart)).toBeLessThanOrEqual(1);
});
