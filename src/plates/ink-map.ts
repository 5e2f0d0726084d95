/** Total ink as a picture: pale where there is little, red where the condition's limit is passed. */
import { totalInkOf } from './measure-ink.ts';
import type { PagePlates } from './render-plates.ts';

export type Rgb = readonly [number, number, number];

/** Colours by share of the limit; between them evenly. Beyond it, the last one at once. */
const steps: readonly (readonly [share: number, color: Rgb])[] = [
  [0, [255, 255, 255]],
  [0.35, [214, 230, 242]],
  [0.7, [120, 170, 205]],
  [0.9, [60, 110, 160]],
  [1, [30, 60, 110]],
];
const beyond: Rgb = [222, 30, 30];
/** From 20 % of ink beyond the limit on: a peak that is warned of. */
const farBeyond: Rgb = [150, 0, 90];

/** The map's colour for an amount of ink in percent. */
export function inkColor(percent: number, limitPercent: number): Rgb {
  if (percent > limitPercent + 20) return farBeyond;
  if (percent > limitPercent + 0.8) return beyond;
  const share = Math.min(1, percent / limitPercent);
  const index = Math.max(
    1,
    steps.findIndex(([at]) => share <= at),
  );
  const [low, from] = steps[index - 1] ?? [0, beyond];
  const [high, to] = steps[index] ?? [1, beyond];
  const part = (share - low) / (high - low);
  const mix = (channel: 0 | 1 | 2) =>
    Math.round(from[channel] + (to[channel] - from[channel]) * part);
  return [mix(0), mix(1), mix(2)];
}

/** The page's ink, four bytes a pixel: red, green, blue, opacity. */
export function inkMapOf(page: PagePlates, limitPercent: number): Uint8Array {
  const total = totalInkOf(page);
  const colors = Array.from({ length: page.plates.length * 255 + 1 }, (_, amount) =>
    inkColor(amount / 2.55, limitPercent),
  );
  const rgba = new Uint8Array(total.length * 4);
  total.forEach((amount, at) => {
    const [r, g, b] = colors[amount] ?? beyond;
    rgba.set([r, g, b, 255], at * 4);
  });
  return rgba;
}
