/**
 * `swatches` of `job.yaml`: the job's inks by name, as style sheets use them: `var(--deep)`.
 *
 *     swatches:
 *       deep: [88, 0, 38, 78]
 *       brand: {spot: PANTONE 286 C, alternate: [100, 75, 0, 2], tint: 60}
 */
import type { Report } from '../base/index.ts';
import * as problems from './problems.ts';
import type { YamlEntry, YamlNode } from './yaml.ts';
import { readKeys, readMap, readNumber, readWords, reportWrong } from './yaml-reader.ts';

/** Inks 0–1: cyan, magenta, yellow, black. */
export type SwatchInks = readonly [c: number, m: number, y: number, k: number];

export interface Swatch {
  /** Without dashes: `deep` is `var(--deep)`. */
  readonly name: string;
  readonly inks: SwatchInks;
  /** Null: `inks` are printed; else what a press prints in place of the spot. */
  readonly spot: { readonly name: string; readonly tint: number } | null;
}

const cmykText =
  /^device-cmyk\(\s*([\d.]+%?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?)\s*\)$/;

const wantedInks = {
  en: 'four inks in percent such as `[100, 75, 0, 2]`, or `device-cmyk(100% 75% 0% 2%)`',
  da: 'fire farver i procent, f.eks. `[100, 75, 0, 2]`, eller `device-cmyk(100% 75% 0% 2%)`',
};

/** 0–1 of `75%`, or of a share as CSS has it. */
function shareOf(text: string): number {
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
}

function inksOf(node: YamlNode): SwatchInks | null {
  const shares =
    node.kind === 'scalar'
      ? (cmykText.exec(node.text.trim())?.slice(1).map(shareOf) ?? [])
      : node.kind === 'list'
        ? node.items.map((item) =>
            item.kind === 'scalar' && item.text.trim() !== '' ? Number(item.text) / 100 : NaN,
          )
        : [];
  const [c, m, y, k] = shares;
  if (c === undefined || m === undefined || y === undefined || k === undefined) return null;
  return shares.length === 4 && shares.every((share) => share >= 0 && share <= 1)
    ? [c, m, y, k]
    : null;
}

/** A spot that an earlier swatch described need not be described again. */
function readSpotSwatch(
  entry: YamlEntry,
  known: ReadonlyMap<string, SwatchInks>,
  report: Report,
): Omit<Swatch, 'name'> | null {
  const map = readMap(entry.value, entry.key, report);
  const entries = map && readKeys(map, ['spot', 'alternate', 'tint'], report);
  const named = entries?.get('spot');
  if (!map || !entries) return null;
  if (!named) {
    report(problems.keyMissing('spot', 'spot: PANTONE 286 C', map.span));
    return null;
  }
  const name = readWords(named, report);
  const alternate = entries.get('alternate');
  const tint = entries.get('tint');
  const percent = tint ? readNumber(tint, { min: 0, max: 100, isWhole: false }, report) : 100;
  const inks = alternate ? inksOf(alternate.value) : known.get(name ?? '');
  if (alternate && !inks)
    return reportWrong(alternate, wantedInks, report, inksHint(alternate.key));
  if (!inks) {
    report(problems.keyMissing('alternate', 'alternate: [100, 75, 0, 2]', map.span));
    return null;
  }
  return name === null || percent === null ? null : { inks, spot: { name, tint: percent / 100 } };
}

function inksHint(key: string) {
  return problems.exampleHint(key, '[100, 75, 0, 2]');
}

const namePattern = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

/** The swatches in the order they are written; one that is wrong is reported and left out. */
export function readSwatches(entry: YamlEntry, report: Report): readonly Swatch[] | null {
  const map = readMap(entry.value, 'swatches', report);
  if (!map) return null;
  const spots = new Map<string, SwatchInks>();
  const swatches: Swatch[] = [];
  for (const own of map.entries) {
    if (!namePattern.test(own.key) || own.key === 'bleed') {
      report(problems.swatchName(own.key, own.keySpan));
      continue;
    }
    const inks = own.value.kind === 'map' ? null : inksOf(own.value);
    const read =
      own.value.kind === 'map'
        ? readSpotSwatch(own, spots, report)
        : inks
          ? { inks, spot: null }
          : reportWrong(own, wantedInks, report, inksHint(own.key));
    if (!read) continue;
    if (read.spot) spots.set(read.spot.name, read.inks);
    swatches.push({ name: own.key, ...read });
  }
  return swatches;
}

const cmyk = (inks: SwatchInks) => `device-cmyk(${inks.join(' ')})`;

/** The swatches as the custom properties of the root, and the rules that declare their spots. */
export function swatchStyles(swatches: readonly Swatch[]): {
  readonly properties: Readonly<Record<string, string>>;
  readonly rules: string;
} {
  const properties: Record<string, string> = {};
  const rules: string[] = [];
  for (const { name, inks, spot } of swatches) {
    properties[`--${name}`] = spot ? `color(--${name} ${spot.tint})` : cmyk(inks);
    if (spot)
      rules.push(
        `@spot-color --${name} { name: ${JSON.stringify(spot.name)}; alternate: ${cmyk(inks)} }`,
      );
  }
  return { properties, rules: rules.join('\n') };
}
