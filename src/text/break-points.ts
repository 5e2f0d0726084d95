/**
 * A paragraph's break points: the places where a line may end, each with what stands before and
 * after it, so that the width of a line between any two of them is one subtraction. A book has
 * half a million of them, and the searches look at each many times: what is known of them stands
 * in columns of numbers.
 */
import { bytes, doubles, integers, naturals } from './number-columns.ts';

/** What is true of a break point, as bits of `BreakPoints.traits`. */
export const trait = {
  /** A line ends here whatever comes: the paragraph's start and end, and forced breaks. */
  forced: 1,
  /** The line ends with a hyphen, added or not. */
  hyphenated: 2,
  /** The hyphen is added. */
  divides: 4,
  /** The hyphen that is added stands between the parts of a compound. */
  joint: 8,
  /** A break inside a web or mail address. */
  address: 16,
  /** Words that should stay together are parted here. */
  parts: 32,
  /** Divides the last word before a forced break. */
  dividesLastWord: 64,
  /** Only where a line would stick out otherwise (css-text-4 §5.5, `overflow-wrap`). */
  emergency: 128,
} as const;

/**
 * Columns for so many breaks, all 0: a row is a break, in order. «To» is what counts for the line that
 * ends at a break, «from» for the line that begins there; a line's measure is the one less the other.
 * Widths in pt.
 */
export function emptyBreakPoints(count: number) {
  return {
    count,
    /** The line before ends at this offset, the line after begins at `start`; spaces between vanish. */
    end: integers(count),
    start: integers(count),
    /** Edges up to this index of `ParagraphText.edges` stand before the break. */
    edge: integers(count),
    traits: bytes(count),
    /** One of `ending`: how well a line may end here by its sense. */
    ending: bytes(count),
    /** Knuth and Plass's p: 0 is free. */
    penalty: doubles(count),
    /** A hyphenated break: the last one before it without a hyphen; an emergency: the last ordinary one. */
    ordinary: integers(count),
    /** With hyphens and changes of the glyphs at the line's ends, and less what hangs over the edges. */
    widthTo: doubles(count),
    widthFrom: doubles(count),
    /** The part of `widthTo` that the line is wider by for ending here: a hyphen, less tracking and hanging. */
    endChange: doubles(count),
    /** What hangs over the right edge of the line before and the left edge of the line after. */
    hangEnd: doubles(count),
    hangStart: doubles(count),
    /** How far a line that begins here is indented: part of its width. */
    indent: doubles(count),
    /** Word spaces, as the fonts have them. */
    spaceTo: doubles(count),
    spaceFrom: doubles(count),
    /** What a justified line may be stretched and shrunk by; 0 in ragged text. */
    stretchTo: doubles(count),
    stretchFrom: doubles(count),
    shrinkTo: doubles(count),
    shrinkFrom: doubles(count),
    /** The part of the stretch that word spaces have. */
    wordStretchTo: doubles(count),
    wordStretchFrom: doubles(count),
    /** Letters and figures before. */
    letters: naturals(count),
    /** What is added at the line's end: a hyphen character; '' where nothing is. */
    added: new Array<string>(count).fill(''),
  };
}

type Filling = ReturnType<typeof emptyBreakPoints>;

/** A paragraph's break points; the first is its start, the last its end. */
export interface BreakPoints extends Readonly<Omit<Filling, 'added'>> {
  readonly added: readonly string[];
}

/**
 * Break points of columns that were filled. Written out: objects that are copied have each a shape of
 * its own, and the searches read these a million times.
 */
export function filledBreakPoints(columns: Omit<Filling, 'count'>, count: number): BreakPoints {
  const { end, start, edge, traits, ending, penalty, ordinary, letters, added } = columns;
  const { widthTo, widthFrom, endChange, hangEnd, hangStart, indent, spaceTo, spaceFrom } = columns;
  const { stretchTo, stretchFrom, shrinkTo, shrinkFrom } = columns;
  const { wordStretchTo, wordStretchFrom } = columns;
  return {
    count,
    end,
    start,
    edge,
    traits,
    ending,
    penalty,
    ordinary,
    widthTo,
    widthFrom,
    endChange,
    hangEnd,
    hangStart,
    indent,
    spaceTo,
    spaceFrom,
    stretchTo,
    stretchFrom,
    shrinkTo,
    shrinkFrom,
    wordStretchTo,
    wordStretchFrom,
    letters,
    added,
  };
}

type NumberColumn = Exclude<keyof Filling, 'count' | 'added'>;

/** Natural width of the line between two breaks, hyphen included, its hanging spaces not. */
export function naturalWidth(points: BreakPoints, from: number, to: number): number {
  return (points.widthTo[to] ?? 0) - (points.widthFrom[from] ?? 0);
}

/** Is one of `trait` true of a break? */
export function hasTrait(points: BreakPoints, index: number, which: number): boolean {
  return ((points.traits[index] ?? 0) & which) !== 0;
}

/** Some of the break points, by their indices in order. */
export function selectBreakPoints(points: BreakPoints, chosen: readonly number[]): BreakPoints {
  const count = chosen.length;
  const selected = emptyBreakPoints(count);
  const { count: _, added, ...columns } = selected;
  for (const name of Object.keys(columns) as NumberColumn[])
    for (let row = 0; row < count; row++) columns[name][row] = points[name][chosen[row] ?? 0] ?? 0;
  for (let row = 0; row < count; row++) {
    added[row] = points.added[chosen[row] ?? 0] ?? '';
    // The last chosen break that is not after the one that was meant.
    const meant = selected.ordinary[row] ?? 0;
    selected.ordinary[row] = Math.max(
      0,
      chosen.findLastIndex((other) => other <= meant),
    );
  }
  return selected;
}
