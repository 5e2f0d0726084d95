/**
 * A printing condition: the press, paper and inks a job is made for, as its ICC profile describes
 * them. Converts colours both ways; pictures go through `prepare-picture.ts`.
 */
import { sha256 } from '../base/index.ts';
import type { CmykColor, SrgbColor } from './color.ts';
import type { InkFit } from './fit-ink.ts';
import { createPictureTransform } from './grid-transform.ts';
import { findProfileFault, type ProfileFault } from './icc-header.ts';
import { cautiousInkLimitPercent, registryName } from './known-conditions.ts';
import { createTransform, type Intent, type Transform } from './lcms.ts';

/** Conversion of single colours; at hand after `Condition.prepare`. */
export interface ColorConversion {
  readonly kind: 'conversion';
  /**
   * sRGB (0–1) to the condition's inks, relative colorimetric with black point compensation.
   * Deviation: a neutral colour (r = g = b) becomes black ink alone, K = 1 − value: through the
   * profile, black text would be four inks that never register.
   */
  convertSrgb(r: number, g: number, b: number): CmykColor;
  /** What the inks look like on the condition's paper, as sRGB: the soft proof. Alpha is kept. */
  proof(color: CmykColor): SrgbColor;
}

export interface Condition {
  readonly kind: 'condition';
  /** `OutputConditionIdentifier`: `FOGRA39`. */
  readonly identifier: string;
  /** `Info` of the output intent: the condition in words. */
  readonly info: string;
  /** `OutputCondition` of the output intent; null for a condition that is not in our table. */
  readonly outputCondition: string | null;
  readonly registryName: string;
  readonly profile: Uint8Array;
  /** SHA-256 of the profile, hexadecimal. */
  readonly profileHash: string;
  /** Sum of inks the press takes, in percent: 330. */
  readonly totalInkLimitPercent: number;
  /** What presses usually take on such paper, where that is less; null: nothing is said. */
  readonly advisedInkPercent: number | null;
  /** Loads the colour engine. The fault is a profile whose tables the engine rejects. */
  prepare(): Promise<ColorConversion | ProfileFault>;
  /** For pictures, made once: 8-bit sRGB to 8-bit inks. Null where the engine rejects the profile. */
  rgbToInks(intent: Intent): Promise<Transform | null>;
  /** For pictures, made once: 8-bit inks to 8-bit sRGB, the soft proof. */
  inksToRgb(): Promise<Transform | null>;
  /** For pictures, made once for each limit: brings 8-bit inks under so many percent. */
  inkFit(limitPercent: number): Promise<InkFit | null>;
}

/** `make`, called at the first use of each key only. */
function once<K, T>(make: (key: K) => T): (key: K) => T {
  const made = new Map<K, T>();
  return (key) => {
    const found = made.get(key) ?? make(key);
    made.set(key, found);
    return found;
  };
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function convertDoubles(transform: Transform, values: readonly number[]): Float64Array {
  const bytes = transform.convert(new Uint8Array(Float64Array.from(values).buffer));
  return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
}

function convertSrgb(transform: Transform, r: number, g: number, b: number): CmykColor {
  if (r === g && g === b) return { space: 'cmyk', c: 0, m: 0, y: 0, k: clamp(1 - r), alpha: 1 };
  const [c = 0, m = 0, y = 0, k = 0] = convertDoubles(transform, [r, g, b]);
  const share = (percent: number) => clamp(percent / 100);
  return { space: 'cmyk', c: share(c), m: share(m), y: share(y), k: share(k), alpha: 1 };
}

function proof(transform: Transform, { c, m, y, k, alpha }: CmykColor): SrgbColor {
  const [r = 0, g = 0, b = 0] = convertDoubles(transform, [c * 100, m * 100, y * 100, k * 100]);
  return { space: 'srgb', r: clamp(r), g: clamp(g), b: clamp(b), alpha };
}

async function prepareConversion(profile: Uint8Array): Promise<ColorConversion | ProfileFault> {
  const toInks = await createTransform('srgb', 'rgb-double', profile, 'cmyk-double', 'relative');
  const toScreen = await createTransform(profile, 'cmyk-double', 'srgb', 'rgb-double', 'relative');
  if (!toInks || !toScreen) return { kind: 'fault', reason: 'unusable', found: '' };
  return {
    kind: 'conversion',
    convertSrgb: (r, g, b) => convertSrgb(toInks, r, g, b),
    proof: (color) => proof(toScreen, color),
  };
}

/** What a job or a data file says of a condition; the profile says the rest. */
export interface ConditionNames {
  readonly identifier: string;
  readonly info: string;
  readonly outputCondition?: string | null;
  readonly totalInkPercent?: number;
  readonly advisedInkPercent?: number | null;
}

/** The condition behind a profile's bytes, or why they are none. Loads nothing. */
export function openCondition(
  profile: Uint8Array,
  names: ConditionNames,
): Condition | ProfileFault {
  const fault = findProfileFault(profile);
  if (fault) return fault;
  const conversion = once((_: '') => prepareConversion(profile));
  const toInks = once((intent: Intent) => createPictureTransform('srgb', profile, intent));
  const toScreen = once((_: '') => createTransform(profile, 'cmyk8', 'srgb', 'rgb8', 'relative'));
  const fits = once(async (limitPercent: number) => {
    const { createInkFit } = await import('./fit-ink.ts');
    return createInkFit(profile, limitPercent);
  });
  return {
    kind: 'condition',
    identifier: names.identifier,
    info: names.info,
    outputCondition: names.outputCondition ?? null,
    registryName,
    profile,
    profileHash: sha256(profile),
    totalInkLimitPercent: names.totalInkPercent ?? cautiousInkLimitPercent,
    advisedInkPercent: names.advisedInkPercent ?? null,
    prepare: () => conversion(''),
    rgbToInks: (intent) => toInks(intent),
    inksToRgb: () => toScreen(''),
    inkFit: (limitPercent) => fits(limitPercent),
  };
}
