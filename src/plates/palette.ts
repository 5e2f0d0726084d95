/**
 * The colours of pictures that show plates and ink: grays, and for total ink pale where there is
 * little, dark at the condition's limit, red where it is passed. All of them fit a palette of 256:
 * a byte a pixel is drawn and written in a third of the time.
 */
export type Rgb = readonly [number, number, number];

/** Grays from black to white. */
const grayCount = 128;
/** Steps of ink from none to the limit. */
const inkCount = 120;

/** Colours by share of the limit; between them evenly. */
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
const mark: Rgb = [255, 120, 0];

const beyondIndex = grayCount + inkCount;

/** Beside `grayIndex` and `inkIndexes`. */
export const markIndex = beyondIndex + 2;

/** The gray nearest to a value of 0–255. */
export function grayIndex(value: number): number {
  return Math.round((value * (grayCount - 1)) / 255);
}

export function isGray(index: number): boolean {
  return index < grayCount;
}

function inkColor(share: number): Rgb {
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

/** Every colour, by index. */
export function palette(): readonly Rgb[] {
  const grays = Array.from({ length: grayCount }, (_, index): Rgb => {
    const value = Math.round((index * 255) / (grayCount - 1));
    return [value, value, value];
  });
  const inks = Array.from({ length: inkCount }, (_, index) => inkColor(index / (inkCount - 1)));
  return [...grays, ...inks, beyond, farBeyond, mark];
}

/** The colour for an amount of ink in percent. */
export function inkIndex(percent: number, limitPercent: number): number {
  if (percent > limitPercent + 20) return beyondIndex + 1;
  if (percent > limitPercent + 0.8) return beyondIndex;
  return grayCount + Math.round(Math.min(1, percent / limitPercent) * (inkCount - 1));
}

/** By ink on one plate, 0–255: its gray, black for full ink. */
export function plateIndexes(): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, amount) => grayIndex(255 - amount));
}

/** By total ink, 255 for one full ink, of so many plates: its colour. */
export function inkIndexes(plateCount: number, limitPercent: number): Uint8Array {
  return Uint8Array.from({ length: plateCount * 255 + 1 }, (_, amount) =>
    inkIndex(amount / 2.55, limitPercent),
  );
}
