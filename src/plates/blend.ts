/**
 * Blend functions (ISO 32000-1 §11.3.5) for inks. The standard's formulas work on light, so
 * amounts of ink are turned into light before and back after (§11.3.4). A mode that mixes the
 * channels of a colour is computed on the process inks by `blendHsl`.
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
  return mode === 'Normal' || mode === 'Compatible' || onLight.has(mode);
}
