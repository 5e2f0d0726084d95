/**
 * Where the letters of SVG text stand (SVG 2 §11.4–11.6, §11.10): the lists of `x`, `y`, `dx`, `dy`
 * and `rotate`, of which each letter takes the next, and the baseline that stands on the line.
 */
import type { ElementNode } from '../../input/index.ts';
import type { FontMetrics } from '../../text/index.ts';
import { parseLength } from './numbers.ts';
import { textReader } from './presentation.ts';

const axes = ['x', 'y', 'dx', 'dy'] as const;
type Axis = (typeof axes)[number];

/** The lists of one element, and how many letters in it have passed. */
export interface Lists {
  readonly values: Readonly<Record<Axis, readonly (number | null)[]>>;
  readonly degrees: readonly number[];
  passed: number;
}

/** What a letter is given; null where the one before says where it stands. */
export type LetterPlace = Readonly<Record<Axis, number | null>> & {
  /** Clockwise. */
  readonly degrees: number;
};

const partsOf = (text: string | undefined): readonly string[] =>
  (text ?? '').split(/[\s,]+/).filter((part) => part !== '');

/** Percentages are of the viewport. */
export function listsOf(
  { attributes }: ElementNode,
  { width, height }: { readonly width: number; readonly height: number },
): Lists {
  const list = (name: Axis) =>
    partsOf(attributes.get(name)).map((part) =>
      parseLength(part, name.endsWith('x') ? width : height),
    );
  const degrees = partsOf(attributes.get('rotate')).map((part) => Number.parseFloat(part) || 0);
  return {
    values: { x: list('x'), y: list('y'), dx: list('dx'), dy: list('dy') },
    degrees,
    passed: 0,
  };
}

/** The next letter's place: the innermost element that has a value for it counts (§11.4). */
function nextPlace(scopes: readonly Lists[]): LetterPlace {
  const inner = scopes.toReversed();
  const value = (axis: Axis) =>
    inner.map(({ values, passed }) => values[axis][passed]).find((one) => one != null) ?? null;
  const turning = inner.find(({ degrees }) => degrees.length > 0);
  const degrees = turning?.degrees[turning.passed] ?? turning?.degrees.at(-1) ?? 0;
  return { x: value('x'), y: value('y'), dx: value('dx'), dy: value('dy'), degrees };
}

const isPlain = (place: LetterPlace): boolean =>
  place.degrees === 0 && axes.every((axis) => place[axis] === null);

/** Words cut where a letter has a place or a turn of its own; the letters are counted as passed. */
export function cutAtPlaces(
  words: string,
  scopes: readonly Lists[],
): readonly { readonly text: string; readonly place: LetterPlace }[] {
  const pieces: { text: string; place: LetterPlace }[] = [];
  for (const letter of words) {
    const place = nextPlace(scopes);
    for (const scope of scopes) scope.passed += 1;
    const last = pieces.at(-1);
    if (last && isPlain(place) && last.place.degrees === 0) last.text += letter;
    else pieces.push({ text: letter, place });
  }
  return pieces;
}

/** How far below the alphabetic baseline each of the others lies, in em, down positive. */
const baselines: Readonly<Record<string, (metrics: FontMetrics) => number>> = {
  middle: ({ xHeightEm }) => -xHeightEm / 2,
  central: ({ ascentEm, descentEm }) => (descentEm - ascentEm) / 2,
  mathematical: ({ ascentEm }) => -ascentEm / 2,
  hanging: ({ ascentEm }) => -0.8 * ascentEm,
  'text-before-edge': ({ ascentEm }) => -ascentEm,
  'text-top': ({ ascentEm }) => -ascentEm,
  'before-edge': ({ ascentEm }) => -ascentEm,
  ideographic: ({ descentEm }) => descentEm,
  'text-after-edge': ({ descentEm }) => descentEm,
  'text-bottom': ({ descentEm }) => descentEm,
  'after-edge': ({ descentEm }) => descentEm,
};

/** The baseline that an element asks for; what is around it where it asks for none. */
export function baselineOf(element: ElementNode, around: string): string {
  const read = textReader(element);
  const own = read('alignment-baseline')?.trim() ?? read('dominant-baseline')?.trim();
  return own === undefined || own === 'inherit' ? around : own;
}

/** How far words of this baseline stand below the line, in em. */
export function baselineShift(name: string, metrics: FontMetrics): number {
  const offset = baselines[name]?.(metrics) ?? 0;
  return offset === 0 ? 0 : -offset;
}
