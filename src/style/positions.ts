/** `<position>` (css-values-4 §8.3): one to four parts, as distances from the left and top. */
import { lengthPercentage } from './basic-types.ts';
import { anyOrder, custom, keywords, map } from './combinators.ts';
import { addLengths, percentLength, type SpecifiedLength, scaleLength } from './lengths.ts';
import { isAtEnd, type Parser, type Reader } from './reader.ts';

export interface SpecifiedPosition {
  readonly x: SpecifiedLength;
  readonly y: SpecifiedLength;
}

type Side = 'left' | 'center' | 'right' | 'top' | 'bottom';
type Part = { readonly side: Side } | { readonly offset: SpecifiedLength };

const side = keywords('left', 'center', 'right', 'top', 'bottom');

const fractions: Readonly<Record<Side, number>> = {
  left: 0,
  top: 0,
  center: 0.5,
  right: 1,
  bottom: 1,
};
const isHorizontal = (value: Side): boolean => value === 'left' || value === 'right';
const isVertical = (value: Side): boolean => value === 'top' || value === 'bottom';

function readParts(reader: Reader): readonly Part[] {
  const parts: Part[] = [];
  while (parts.length < 4 && !isAtEnd(reader)) {
    const word = side.read(reader);
    const offset = word ? undefined : lengthPercentage.read(reader);
    if (word) parts.push({ side: word });
    else if (offset) parts.push({ offset });
    else break;
  }
  return parts;
}

const lengthOfPart = (part: Part): SpecifiedLength =>
  'side' in part ? percentLength(fractions[part.side]) : part.offset;

function oneOrTwo([first, second]: readonly Part[]): SpecifiedPosition | undefined {
  if (!first) return undefined;
  const centre: Part = { side: 'center' };
  const isFirstVertical = 'side' in first && isVertical(first.side);
  if (!second) {
    const [x, y] = isFirstVertical ? [centre, first] : [first, centre];
    return { x: lengthOfPart(x), y: lengthOfPart(y) };
  }
  const isSecondHorizontal = 'side' in second && isHorizontal(second.side);
  const isSwapped = isFirstVertical || isSecondHorizontal;
  // Only two keywords may be swapped: `top 10%` means nothing.
  if (isSwapped && !('side' in first && 'side' in second)) return undefined;
  const [x, y] = isSwapped ? [second, first] : [first, second];
  if ('side' in x && isVertical(x.side)) return undefined;
  if ('side' in y && isHorizontal(y.side)) return undefined;
  return { x: lengthOfPart(x), y: lengthOfPart(y) };
}

/** A side with how far inwards from it. */
function inwards(from: Side, offset: SpecifiedLength | undefined): SpecifiedLength {
  const start = percentLength(fractions[from]);
  if (!offset) return start;
  return addLengths(start, fractions[from] === 1 ? scaleLength(offset, -1) : offset);
}

/** `right 3mm bottom 5mm`; with three parts one of the offsets is missing. */
function threeOrFour(parts: readonly Part[]): SpecifiedPosition | undefined {
  const edges: { side: Side; offset?: SpecifiedLength }[] = [];
  for (const part of parts) {
    const last = edges.at(-1);
    if ('side' in part) edges.push({ side: part.side });
    else if (last && !last.offset && last.side !== 'center') last.offset = part.offset;
    else return undefined;
  }
  const [first, second] = edges;
  if (!first || !second || edges.length !== 2) return undefined;
  const [x, y] =
    isVertical(first.side) || isHorizontal(second.side) ? [second, first] : [first, second];
  if (isVertical(x.side) || isHorizontal(y.side)) return undefined;
  return { x: inwards(x.side, x.offset), y: inwards(y.side, y.offset) };
}

export const position: Parser<SpecifiedPosition> = custom(
  '<position>',
  (reader) => {
    const start = reader.index;
    const parts = readParts(reader);
    const result = parts.length <= 2 ? oneOrTwo(parts) : threeOrFour(parts);
    if (!result) reader.index = start;
    return result;
  },
  side.words,
);

/** One axis: a side, a distance from the left or top, or a distance from a side. */
function axisPosition<const S extends Side>(start: string, end: string, ...sides: readonly S[]) {
  const word = keywords(...sides, start, end, 'center');
  const sideOf = (name: S | string): Side =>
    name === start ? (sides[0] ?? 'left') : name === end ? (sides[1] ?? 'right') : (name as Side);
  return map(anyOrder({ word, offset: lengthPercentage }), ({ word: from, offset }) => {
    if (from === undefined) return offset;
    return from === 'center' && offset ? undefined : inwards(sideOf(from), offset);
  });
}

/** css-backgrounds-4 §2.6: `background-position-x`. */
export const horizontalPosition = axisPosition('x-start', 'x-end', 'left', 'right');
/** `background-position-y`. */
export const verticalPosition = axisPosition('y-start', 'y-end', 'top', 'bottom');
