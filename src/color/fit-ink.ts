/**
 * Pictures with more ink than the paper takes, brought under the limit: cyan, magenta and yellow
 * are lowered together, which keeps the hue, and black makes up for the lost depth (gray component
 * replacement). How much black is asked of the condition's own profile: as much as keeps the
 * lightness. Pixels under the limit, and black itself, stay as they are.
 */
import { createTransform, type Transform } from './lcms.ts';

/** Points to an axis at which the profile is asked. */
const points = 9;
const last = points - 1;
/** Least excess that the rate is asked for, in inks: below the limit there is none of its own. */
const leastExcess = 0.1;
const bisections = 8;

/** Samples (four bytes a pixel, 255 full ink) to samples under the limit. */
export type InkFit = (samples: Uint8Array) => Uint8Array;

/** Relative luminance of sRGB doubles (IEC 61966-2-1), three a colour. */
function luminances(rgb: Float64Array): Float64Array {
  const linear = (value: number) => {
    const level = Math.min(1, Math.max(0, value));
    return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4;
  };
  return Float64Array.from(
    { length: rgb.length / 3 },
    (_, at) =>
      0.2126 * linear(rgb[at * 3] ?? 0) +
      0.7152 * linear(rgb[at * 3 + 1] ?? 0) +
      0.0722 * linear(rgb[at * 3 + 2] ?? 0),
  );
}

/** Luminance of inks 0–1, four a colour. */
function luminancesOf(inks: Float64Array, toRgb: Transform): Float64Array {
  const percent = inks.map((ink) => ink * 100);
  const bytes = toRgb.convert(new Uint8Array(percent.buffer));
  return luminances(new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8));
}

/** A colour with its black set and the other inks lowered so that the sum is `target`. */
function loweredTo(
  target: number,
  black: number,
  inks: Float64Array,
  at: number,
): readonly number[] {
  const [c = 0, m = 0, y = 0] = [inks[at], inks[at + 1], inks[at + 2]];
  const scale = Math.min(1, Math.max(0, target - black) / Math.max(1e-9, c + m + y));
  return [c * scale, m * scale, y * scale, black];
}

function gridInks(): Float64Array {
  const inks = new Float64Array(points ** 4 * 4);
  for (let node = 0; node < points ** 4; node += 1) {
    const axes = [points ** 3, points ** 2, points, 1];
    axes.forEach((step, axis) => {
      inks[node * 4 + axis] = (Math.floor(node / step) % points) / last;
    });
  }
  return inks;
}

/**
 * Black to add for each unit of excess at every point: as much as keeps the lightness, found by
 * halving, all points at once.
 */
function rateGrid(limit: number, toRgb: Transform): Float32Array {
  const inks = gridInks();
  const wanted = luminancesOf(inks, toRgb);
  const count = points ** 4;
  const sums = Float64Array.from({ length: count }, (_, node) =>
    [0, 1, 2, 3].reduce((sum, axis) => sum + (inks[node * 4 + axis] ?? 0), 0),
  );
  const targets = sums.map((sum) => Math.max(0, Math.min(limit, sum - leastExcess)));
  const low = Float64Array.from({ length: count }, (_, node) => inks[node * 4 + 3] ?? 0);
  const high = low.map((black, node) => Math.max(black, Math.min(1, targets[node] ?? 0)));
  for (let step = 0; step < bisections; step += 1) {
    const tried = new Float64Array(count * 4);
    const middle = low.map((from, node) => (from + (high[node] ?? 0)) / 2);
    middle.forEach((black, node) => {
      tried.set(loweredTo(targets[node] ?? 0, black, inks, node * 4), node * 4);
    });
    luminancesOf(tried, toRgb).forEach((light, node) => {
      const isTooLight = light > (wanted[node] ?? 0);
      (isTooLight ? low : high)[node] = middle[node] ?? 0;
    });
  }
  return Float32Array.from({ length: count }, (_, node) => {
    const excess = Math.max(leastExcess, (sums[node] ?? 0) - limit);
    return ((low[node] ?? 0) - (inks[node * 4 + 3] ?? 0)) / excess;
  });
}

/** The rate between the grid's points. */
function rateAt(rates: Float32Array, c: number, m: number, y: number, k: number): number {
  let base = 0;
  const shares: number[] = [];
  const steps: number[] = [];
  for (const ink of [c, m, y, k]) {
    const place = (ink / 255) * last;
    const floor = Math.min(last - 1, Math.floor(place));
    base = base * points + floor;
    shares.push(place - floor);
    steps.push(points ** (3 - steps.length));
  }
  let rate = 0;
  for (let corner = 0; corner < 16; corner += 1) {
    let weight = 1;
    let at = base;
    for (let axis = 0; axis < 4; axis += 1) {
      const share = shares[axis] ?? 0;
      const isUpper = (corner >> axis) & 1;
      weight *= isUpper ? share : 1 - share;
      if (isUpper) at += steps[axis] ?? 0;
    }
    if (weight > 0) rate += weight * (rates[at] ?? 0);
  }
  return rate;
}

function fitSamples(samples: Uint8Array, limit: number, rates: Float32Array): Uint8Array {
  const result = samples.slice();
  for (let at = 0; at < samples.length; at += 4) {
    const [c = 0, m = 0, y = 0, k = 0] = [
      samples[at],
      samples[at + 1],
      samples[at + 2],
      samples[at + 3],
    ];
    const excess = c + m + y + k - limit;
    if (excess <= 0) continue;
    const black = Math.min(255, Math.floor(k + rateAt(rates, c, m, y, k) * excess));
    const scale = Math.min(1, Math.max(0, limit - black) / (c + m + y));
    result[at] = Math.floor(c * scale);
    result[at + 1] = Math.floor(m * scale);
    result[at + 2] = Math.floor(y * scale);
    result[at + 3] = black;
  }
  return result;
}

/**
 * Brings 8-bit CMYK samples (255 full ink) under a limit in percent. Null where the
 * profile cannot be used.
 */
export async function createInkFit(
  profile: Uint8Array,
  limitPercent: number,
): Promise<InkFit | null> {
  const toRgb = await createTransform(profile, 'cmyk-double', 'srgb', 'rgb-double', 'relative');
  if (!toRgb) return null;
  const rates = rateGrid(limitPercent / 100, toRgb);
  toRgb.release();
  return (samples) => fitSamples(samples, Math.floor(limitPercent * 2.55), rates);
}
