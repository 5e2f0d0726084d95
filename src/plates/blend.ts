/**
 * Blend functions (ISO 32000-1 §11.3.5) for inks. The standard's formulas work on light, so
 * amounts of ink are turned into light before and back after (§11.3.4).
 */

/** Ink of the backdrop and of the source, 0–1, to ink. */
export type Blend = (backdrop: number, source: number) => number;

type OnLight = (b: number, s: number) => number;

const hardLight: OnLight = (b, s) => (s <= 0.5 ? 2 * s * b : b + (2 * s - 1) - b * (2 * s - 1));

const softLight: OnLight = (b, s) => {
  if (s <= 0.5) return b - (1 - 2 * s) * b * (1 - b);
  const d = b <= 0.25 ? ((16 * b - 12) * b + 4) * b : Math.sqrt(b);
  return b + (2 * s - 1) * (d - b);
};

const onLight: ReadonlyMap<string, OnLight> = new Map<string, OnLight>([
  ['Multiply', (b, s) => b * s],
  ['Screen', (b, s) => b + s - b * s],
  ['Overlay', (b, s) => hardLight(s, b)],
  ['Darken', Math.min],
  ['Lighten', Math.max],
  ['ColorDodge', (b, s) => (b <= 0 ? 0 : b >= 1 - s ? 1 : b / (1 - s))],
  ['ColorBurn', (b, s) => (b >= 1 ? 1 : 1 - b >= s ? 0 : 1 - (1 - b) / s)],
  ['HardLight', hardLight],
  ['SoftLight', softLight],
  ['Difference', (b, s) => Math.abs(b - s)],
  ['Exclusion', (b, s) => b + s - 2 * b * s],
]);

/** Modes that leave white alone; only these reach spot plates (§11.7.4.2). */
const whitePreserving: ReadonlySet<string> = new Set([
  'Multiply',
  'Screen',
  'Overlay',
  'Darken',
  'Lighten',
  'ColorDodge',
  'ColorBurn',
  'HardLight',
  'SoftLight',
]);

/** The blend function of a mode for one plate; null where it is Normal there. */
export function blendOf(mode: string, isSpot: boolean): Blend | null {
  const formula = onLight.get(mode);
  if (!formula || (isSpot && !whitePreserving.has(mode))) return null;
  return (backdrop, source) => 1 - formula(1 - backdrop, 1 - source);
}

/** Whether a mode is one that plates are computed for exactly. */
export function isKnownBlend(mode: string): boolean {
  return mode === 'Normal' || mode === 'Compatible' || onLight.has(mode) || isMixing(mode);
}

type Light = readonly [r: number, g: number, b: number];

function luminosity([r, g, b]: Light): number {
  return 0.3 * r + 0.59 * g + 0.11 * b;
}

function saturation(light: Light): number {
  return Math.max(...light) - Math.min(...light);
}

function map(light: Light, change: (value: number) => number): Light {
  return [change(light[0]), change(light[1]), change(light[2])];
}

/** Moved to a luminosity, and pulled towards gray where that leaves the range. */
function withLuminosity(light: Light, wanted: number): Light {
  const moved = map(light, (value) => value + wanted - luminosity(light));
  const [level, low, high] = [luminosity(moved), Math.min(...moved), Math.max(...moved)];
  if (low < 0) return map(moved, (value) => level + ((value - level) * level) / (level - low));
  if (high > 1)
    return map(moved, (value) => level + ((value - level) * (1 - level)) / (high - level));
  return moved;
}

function withSaturation(light: Light, wanted: number): Light {
  const [low, range] = [Math.min(...light), saturation(light)];
  return map(light, (value) => (range > 0 ? ((value - low) * wanted) / range : 0));
}

type Mix = (backdrop: Light, source: Light) => Light;

/** Modes that mix the channels of a colour (§11.3.5.3). */
const mixes: ReadonlyMap<string, Mix> = new Map<string, Mix>([
  ['Hue', (b, s) => withLuminosity(withSaturation(s, saturation(b)), luminosity(b))],
  ['Saturation', (b, s) => withLuminosity(withSaturation(b, saturation(s)), luminosity(b))],
  ['Color', (b, s) => withLuminosity(s, luminosity(b))],
  ['Luminosity', (b, s) => withLuminosity(b, luminosity(s))],
]);

export function isMixing(mode: string): boolean {
  return mixes.has(mode);
}

/** Four amounts of ink: cyan, magenta, yellow, black. */
export type ProcessInks = readonly [number, number, number, number];

/**
 * A mixing mode on process inks: on cyan, magenta and yellow as light; black is the backdrop's, or
 * the source's for Luminosity.
 */
export function mixInks(mode: string, backdrop: ProcessInks, source: ProcessInks): ProcessInks {
  const light = ([c, m, y]: ProcessInks): Light => [1 - c, 1 - m, 1 - y];
  const [r, g, b] = mixes.get(mode)?.(light(backdrop), light(source)) ?? light(source);
  return [1 - r, 1 - g, 1 - b, mode === 'Luminosity' ? source[3] : backdrop[3]];
}
