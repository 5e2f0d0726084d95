/**
 * Lengths as they are specified (css-values-4 §5–6, §10) and how they become points. A sum of
 * units stays exact until the element's font size is known; percentages stay until layout.
 *
 * Deviation: `ex` and `ch` are 0.5em and `cap` is 0.7em, since fonts are loaded after the cascade.
 */
import { pointsPerUnit } from '../base/index.ts';
import type { LengthPercentage } from './values.ts';

/** pt + percent × base + em × font size + … ; `percent` is a fraction. */
export interface LinearLength {
  readonly kind: 'linear';
  readonly pt: number;
  readonly percent: number;
  readonly em: number;
  readonly rem: number;
  readonly lh: number;
  readonly rlh: number;
}

/**
 * `min()`, `max()` and sums that hold them. The parser lets only such comparisons through whose
 * operands are all lengths or all percentages, so that the result is one `LengthPercentage`.
 */
export type SpecifiedLength =
  | LinearLength
  | { readonly kind: 'min' | 'max' | 'sum'; readonly terms: readonly SpecifiedLength[] }
  | { readonly kind: 'scaled'; readonly factor: number; readonly value: SpecifiedLength };

/** What relative units refer to, in pt. */
export interface FontMeasures {
  readonly fontSize: number;
  readonly rootFontSize: number;
  readonly lineHeight: number;
  readonly rootLineHeight: number;
}

const nothing: LinearLength = { kind: 'linear', pt: 0, percent: 0, em: 0, rem: 0, lh: 0, rlh: 0 };

export const zeroLength: LinearLength = nothing;

export const pointsLength = (pt: number): LinearLength => ({ ...nothing, pt });
export const percentLength = (percent: number): LinearLength => ({ ...nothing, percent });

const relativeUnits: ReadonlyMap<string, (value: number) => LinearLength> = new Map([
  ['em', (value: number) => ({ ...nothing, em: value })],
  ['rem', (value: number) => ({ ...nothing, rem: value })],
  ['ex', (value: number) => ({ ...nothing, em: value * 0.5 })],
  ['ch', (value: number) => ({ ...nothing, em: value * 0.5 })],
  ['cap', (value: number) => ({ ...nothing, em: value * 0.7 })],
  ['lh', (value: number) => ({ ...nothing, lh: value })],
  ['rlh', (value: number) => ({ ...nothing, rlh: value })],
]);

const absoluteUnits: ReadonlyMap<string, number> = new Map(Object.entries(pointsPerUnit));

/** Units one may write, for "did you mean". */
export const lengthUnits: readonly string[] = [...absoluteUnits.keys(), ...relativeUnits.keys()];

/** Units of CSS that have no meaning here: a page has no viewport, and boxes are no containers. */
export const unsupportedUnits: ReadonlySet<string> = new Set(
  ['', 's', 'l', 'd']
    .flatMap((size) => ['vw', 'vh', 'vi', 'vb', 'vmin', 'vmax'].map((unit) => size + unit))
    .concat(['cqw', 'cqh', 'cqi', 'cqb', 'cqmin', 'cqmax', 'ic', 'rex', 'rch', 'rcap', 'ric']),
);

/** A number with a unit as a length; `undefined` for a unit that is none of length. */
export function lengthOf(value: number, unit: string): LinearLength | undefined {
  const points = absoluteUnits.get(unit);
  if (points !== undefined) return pointsLength(value * points);
  return relativeUnits.get(unit)?.(value);
}

/** The sum of two lengths; linear ones are merged, and a sum has no sum for its first term. */
export function addLengths(a: SpecifiedLength, b: SpecifiedLength): SpecifiedLength {
  if (a.kind === 'sum') return { kind: 'sum', terms: [...a.terms, b] };
  if (a.kind !== 'linear' || b.kind !== 'linear') return { kind: 'sum', terms: [a, b] };
  return {
    kind: 'linear',
    pt: a.pt + b.pt,
    percent: a.percent + b.percent,
    em: a.em + b.em,
    rem: a.rem + b.rem,
    lh: a.lh + b.lh,
    rlh: a.rlh + b.rlh,
  };
}

/** A length times a number. */
export function scaleLength(value: SpecifiedLength, factor: number): SpecifiedLength {
  if (value.kind === 'scaled') return { ...value, factor: value.factor * factor };
  if (value.kind !== 'linear') return { kind: 'scaled', factor, value };
  return {
    kind: 'linear',
    pt: value.pt * factor,
    percent: value.percent * factor,
    em: value.em * factor,
    rem: value.rem * factor,
    lh: value.lh * factor,
    rlh: value.rlh * factor,
  };
}

/** Whether percentages, lengths or both are in it. A plain zero is neither. */
export function contentOf(value: SpecifiedLength): { percent: boolean; length: boolean } {
  if (value.kind === 'scaled') return contentOf(value.value);
  if (value.kind === 'linear') {
    const { pt, em, rem, lh, rlh } = value;
    const length = pt !== 0 || em !== 0 || rem !== 0 || lh !== 0 || rlh !== 0;
    return { percent: value.percent !== 0, length };
  }
  const parts = value.terms.map(contentOf);
  return {
    percent: parts.some(({ percent }) => percent),
    length: parts.some(({ length }) => length),
  };
}

/** True for a length that is written down negative, whatever the font size. */
export function isNegative(value: SpecifiedLength): boolean {
  if (value.kind !== 'linear') return false;
  const { pt, percent, em, rem, lh, rlh } = value;
  const parts = [pt, percent, em, rem, lh, rlh];
  return parts.some((part) => part < 0) && parts.every((part) => part <= 0);
}

/** Nothing computed is larger, in pt and as a share (css-values-4 §10.12): three kilometres. */
const largest = 1e7;

function clamp(value: number): number {
  return Math.min(Math.max(value, -largest), largest);
}

/** The computed value: relative units become points, percentages stay. Never infinite. */
export function computeLength(value: SpecifiedLength, measures: FontMeasures): LengthPercentage {
  const { pt, percent } = exactLength(value, measures);
  return { pt: clamp(pt), percent: clamp(percent) };
}

function exactLength(value: SpecifiedLength, measures: FontMeasures): LengthPercentage {
  switch (value.kind) {
    case 'linear':
      return { pt: pointsOf(value, measures), percent: value.percent };
    case 'scaled': {
      const { pt, percent } = exactLength(value.value, measures);
      return { pt: pt * value.factor, percent: percent * value.factor };
    }
    case 'sum':
      return value.terms
        .map((term) => exactLength(term, measures))
        .reduce((a, b) => ({ pt: a.pt + b.pt, percent: a.percent + b.percent }));
    case 'min':
    case 'max': {
      const sign = value.kind === 'min' ? 1 : -1;
      const isLess = (a: LengthPercentage, b: LengthPercentage) =>
        sign * (a.pt - b.pt || a.percent - b.percent) < 0;
      return value.terms
        .map((term) => exactLength(term, measures))
        .reduce((best, term) => (isLess(term, best) ? term : best));
    }
  }
}

function pointsOf({ pt, em, rem, lh, rlh }: LinearLength, measures: FontMeasures): number {
  // Products only where the unit occurs: `0 × NaN` or rounding must not touch plain lengths.
  let sum = pt;
  if (em !== 0) sum += em * measures.fontSize;
  if (rem !== 0) sum += rem * measures.rootFontSize;
  if (lh !== 0) sum += lh * measures.lineHeight;
  if (rlh !== 0) sum += rlh * measures.rootLineHeight;
  return sum;
}
