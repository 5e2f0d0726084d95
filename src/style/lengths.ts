/**
 * Lengths as they are specified (css-values-4 §5–6, §10) and how they become points. A sum of
 * units stays exact until the element's font is known; percentages stay until layout.
 */
import { pointsPerUnit } from '../base/index.ts';
import { applyMath, type MathName } from './math-functions.ts';
import type { LengthCalculation, LengthPercentage } from './values.ts';

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

/** Units that ask the font (§6.1.1), with `r` before: the root's; and those of the page's area. */
const fontUnits = ['ex', 'ch', 'cap', 'ic', 'rex', 'rch', 'rcap', 'ric'] as const;
const pageUnits = ['vw', 'vh', 'vmin', 'vmax'] as const;
/** Units of the nearest container (css-conditional-5 §5.4), or of the page's area. */
export const containerUnits = ['cqw', 'cqh', 'cqi', 'cqb', 'cqmin', 'cqmax'] as const;

export type ContainerUnit = (typeof containerUnits)[number];

/**
 * Units of form fields (html §15.5.1), for the program's own style sheet alone: an average letter, and
 * what the widest letter has over it, which browsers add to a field of one line.
 */
export const fieldUnits = { letter: '-trykklar-letter', spare: '-trykklar-spare' } as const;

export type AskingUnit =
  | (typeof fontUnits)[number]
  | (typeof pageUnits)[number]
  | ContainerUnit
  | (typeof fieldUnits)[keyof typeof fieldUnits];

/** A length, possibly one that can be calculated only when more is known. */
export type SpecifiedLength =
  | LinearLength
  | { readonly kind: 'unit'; readonly unit: AskingUnit; readonly value: number }
  | { readonly kind: 'sum'; readonly terms: readonly SpecifiedLength[] }
  | { readonly kind: 'math'; readonly name: MathName; readonly terms: readonly SpecifiedLength[] }
  | { readonly kind: 'scaled'; readonly factor: number; readonly value: SpecifiedLength };

/** What relative units refer to, in pt. */
export interface FontMeasures {
  readonly fontSize: number;
  readonly rootFontSize: number;
  readonly lineHeight: number;
  readonly rootLineHeight: number;
  /** One of a unit that asks the element's font or the page. */
  readonly unitPt: (unit: AskingUnit) => number;
}

const nothing: LinearLength = { kind: 'linear', pt: 0, percent: 0, em: 0, rem: 0, lh: 0, rlh: 0 };

export const zeroLength: LinearLength = nothing;

export const pointsLength = (pt: number): LinearLength => ({ ...nothing, pt });
export const percentLength = (percent: number): LinearLength => ({ ...nothing, percent });

type MakeLength = (value: number) => SpecifiedLength;

const asking =
  (unit: AskingUnit): MakeLength =>
  (value) => ({ kind: 'unit', unit, value });

/** Units of a window mean the page's area here, of whatever size the window is thought to be. */
const pageUnitNames: readonly (readonly [string, AskingUnit])[] = ['', 's', 'l', 'd']
  .map((size) => `${size}v`)
  .flatMap((start) => [
    [`${start}w`, 'vw'] as const,
    [`${start}h`, 'vh'] as const,
    [`${start}i`, 'vw'] as const,
    [`${start}b`, 'vh'] as const,
    [`${start}min`, 'vmin'] as const,
    [`${start}max`, 'vmax'] as const,
  ]);

const relativeUnits: ReadonlyMap<string, MakeLength> = new Map<string, MakeLength>([
  ['em', (value) => ({ ...nothing, em: value })],
  ['rem', (value) => ({ ...nothing, rem: value })],
  ['lh', (value) => ({ ...nothing, lh: value })],
  ['rlh', (value) => ({ ...nothing, rlh: value })],
  ...fontUnits.map((unit) => [unit, asking(unit)] as const),
  ...pageUnitNames.map(([name, unit]) => [name, asking(unit)] as const),
  ...containerUnits.map((unit) => [unit, asking(unit)] as const),
  ...Object.values(fieldUnits).map((unit) => [unit, asking(unit)] as const),
]);

const absoluteUnits: ReadonlyMap<string, number> = new Map(Object.entries(pointsPerUnit));

/** Units one may write, for "did you mean". */
export const lengthUnits: readonly string[] = [
  ...absoluteUnits.keys(),
  ...[...relativeUnits.keys()].filter((unit) => !unit.startsWith('-')),
];

/** A number with a unit as a length; `undefined` for a unit that is none of length. */
export function lengthOf(value: number, unit: string): SpecifiedLength | undefined {
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

/** Nothing stays nothing, also times infinity. */
const times = (value: number, factor: number): number => (value === 0 ? 0 : value * factor);

/** A length times a number. */
export function scaleLength(value: SpecifiedLength, factor: number): SpecifiedLength {
  if (value.kind === 'scaled') return { ...value, factor: value.factor * factor };
  if (value.kind === 'unit') return { ...value, value: value.value * factor };
  if (value.kind !== 'linear') return { kind: 'scaled', factor, value };
  return {
    kind: 'linear',
    pt: times(value.pt, factor),
    percent: times(value.percent, factor),
    em: times(value.em, factor),
    rem: times(value.rem, factor),
    lh: times(value.lh, factor),
    rlh: times(value.rlh, factor),
  };
}

/** Whether percentages, lengths or both are in it. A plain zero is neither. */
export function contentOf(value: SpecifiedLength): { percent: boolean; length: boolean } {
  if (value.kind === 'scaled') return contentOf(value.value);
  if (value.kind === 'unit') return { percent: false, length: true };
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

/** The length in pt where it depends on nothing: no font, no page, no percentage. */
export function absolutePoints(value: SpecifiedLength): number | undefined {
  if (value.kind !== 'linear') return undefined;
  const { pt, percent, em, rem, lh, rlh } = value;
  return percent === 0 && em === 0 && rem === 0 && lh === 0 && rlh === 0 ? pt : undefined;
}

/** True for a length that is written down negative, whatever the font size. */
export function isNegative(value: SpecifiedLength): boolean {
  if (value.kind === 'unit') return value.value < 0;
  if (value.kind !== 'linear') return false;
  const { pt, percent, em, rem, lh, rlh } = value;
  const parts = [pt, percent, em, rem, lh, rlh];
  return parts.some((part) => part < 0) && parts.every((part) => part <= 0);
}

/** Nothing computed is larger, in pt and as a share (css-values-4 §10.12): three kilometres. */
const largest = 1e7;

/** Within what is computed; what has no value (0 ÷ 0) counts as 0. */
function clamp(value: number): number {
  return Number.isNaN(value) ? 0 : Math.min(Math.max(value, -largest), largest);
}

/** The computed value: relative units become points, percentages stay. Never infinite. */
export function computeLength(value: SpecifiedLength, measures: FontMeasures): LengthPercentage {
  const exact = exactLength(value, measures);
  if (exact.calculation) return exact;
  return { pt: clamp(exact.pt), percent: clamp(exact.percent) };
}

function exactLength(value: SpecifiedLength, measures: FontMeasures): LengthPercentage {
  switch (value.kind) {
    case 'linear':
      return { pt: pointsOf(value, measures), percent: value.percent };
    case 'unit':
      return { pt: value.value * measures.unitPt(value.unit), percent: 0 };
    case 'scaled':
      return scaleExact(exactLength(value.value, measures), value.factor);
    case 'sum':
      return sumExact(value.terms.map((term) => exactLength(term, measures)));
    case 'math':
      return mathExact(
        value.name,
        value.terms.map((term) => exactLength(term, measures)),
      );
  }
}

function scaleExact(value: LengthPercentage, factor: number): LengthPercentage {
  return value.calculation
    ? waiting({ kind: 'scaled', factor, value })
    : { pt: times(value.pt, factor), percent: times(value.percent, factor) };
}

function sumExact(terms: readonly LengthPercentage[]): LengthPercentage {
  if (terms.some(({ calculation }) => calculation)) return waiting({ kind: 'sum', terms });
  let pt = 0;
  let percent = 0;
  for (const term of terms) {
    pt += term.pt;
    percent += term.percent;
  }
  return { pt, percent };
}

/** Percentages alone are compared as they are, since what they refer to is never negative. */
function mathExact(name: MathName, terms: readonly LengthPercentage[]): LengthPercentage {
  const isCalculated = terms.some(({ calculation }) => calculation);
  if (!isCalculated && terms.every(({ percent }) => percent === 0))
    return {
      pt: applyMath(
        name,
        terms.map(({ pt }) => pt),
      ),
      percent: 0,
    };
  const isPercent = !isCalculated && terms.every(({ pt }) => pt === 0);
  if (isPercent && (name === 'min' || name === 'max'))
    return {
      pt: 0,
      percent: applyMath(
        name,
        terms.map(({ percent }) => percent),
      ),
    };
  return waiting({ kind: 'math', name, terms });
}

/** A length whose calculation waits for what percentages refer to. */
const waiting = (calculation: LengthCalculation): LengthPercentage => ({
  pt: 0,
  percent: 1,
  calculation,
});

function pointsOf({ pt, em, rem, lh, rlh }: LinearLength, measures: FontMeasures): number {
  // Products only where the unit occurs: `0 × NaN` or rounding must not touch plain lengths.
  let sum = pt;
  if (em !== 0) sum += em * measures.fontSize;
  if (rem !== 0) sum += rem * measures.rootFontSize;
  if (lh !== 0) sum += lh * measures.lineHeight;
  if (rlh !== 0) sum += rlh * measures.rootLineHeight;
  return sum;
}
