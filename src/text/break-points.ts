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
 * Columns, a row for each break in order; the first is the paragraph's start, the last its end.
 * «To» is what counts for the line that ends at a break, «from» for the line that begins there;
 * a line's measure is the one less the other. Widths in pt.
 */
export interface BreakPoints {
  readonly count: number;
  /** The line before ends at this offset, the line after begins at `start`; spaces between vanish. */
  readonly end: Int32Array;
  readonly start: Int32Array;
  /** Edges up to this index of `ParagraphText.edges` stand before the break. */
  readonly edge: Int32Array;
  readonly traits: Uint8Array;
  /** One of `ending`: how well a line may end here by its sense. */
  readonly ending: Uint8Array;
  /** Knuth and Plass's p: 0 is free. */
  readonly penalty: Float64Array;
  /** A hyphenated break: the last one before it without a hyphen; an emergency: the last ordinary one. */
  readonly ordinary: Int32Array;
  /** With hyphens and changes of the glyphs at the line's ends, and less what hangs over the edges. */
  readonly widthTo: Float64Array;
  readonly widthFrom: Float64Array;
  /** The part of `widthTo` that the line is wider by for ending here: a hyphen, less tracking and hanging. */
  readonly endChange: Float64Array;
  /** What hangs over the right edge of the line before and the left edge of the line after. */
  readonly hangEnd: Float64Array;
  readonly hangStart: Float64Array;
  /** How far a line that begins here is indented: part of its width. */
  readonly indent: Float64Array;
  /** Word spaces, as the fonts have them. */
  readonly spaceTo: Float64Array;
  readonly spaceFrom: Float64Array;
  /** What a justified line may be stretched and shrunk by; 0 in ragged text. */
  readonly stretchTo: Float64Array;
  readonly stretchFrom: Float64Array;
  readonly shrinkTo: Float64Array;
  readonly shrinkFrom: Float64Array;
  /** The part of the stretch that word spaces have. */
  readonly wordStretchTo: Float64Array;
  readonly wordStretchFrom: Float64Array;
  /** Letters and figures before. */
  readonly letters: Uint32Array;
  /** What is added at the line's end: a hyphen character; '' where nothing is. */
  readonly added: readonly string[];
}

/** Columns for so many breaks, all 0. */
export function emptyBreakPoints(count: number) {
  return {
    count,
    end: integers(count),
    start: integers(count),
    edge: integers(count),
    ordinary: integers(count),
    traits: bytes(count),
    ending: bytes(count),
    penalty: doubles(count),
    widthTo: doubles(count),
    widthFrom: doubles(count),
    endChange: doubles(count),
    hangEnd: doubles(count),
    hangStart: doubles(count),
    indent: doubles(count),
    spaceTo: doubles(count),
    spaceFrom: doubles(count),
    stretchTo: doubles(count),
    stretchFrom: doubles(count),
    shrinkTo: doubles(count),
    shrinkFrom: doubles(count),
    wordStretchTo: doubles(count),
    wordStretchFrom: doubles(count),
    letters: naturals(count),
    added: new Array<string>(count).fill(''),
  };
}

/** Natural width of the line between two breaks, hyphen included, its hanging spaces not. */
export function naturalWidth(points: BreakPoints, from: number, to: number): number {
  return (points.widthTo[to] ?? 0) - (points.widthFrom[from] ?? 0);
}

/** Is one of `trait` true of a break? */
export function hasTrait(points: BreakPoints, index: number, which: number): boolean {
  return ((points.traits[index] ?? 0) & which) !== 0;
}

function picked<C extends Int32Array | Uint32Array | Uint8Array | Float64Array>(
  column: C,
  chosen: readonly number[],
): C {
  const rows = column.slice(0, chosen.length) as C;
  for (let row = 0; row < chosen.length; row++) rows[row] = column[chosen[row] ?? 0] ?? 0;
  return rows;
}

/** Some of the break points, by their indices in order. */
export function selectBreakPoints(points: BreakPoints, chosen: readonly number[]): BreakPoints {
  const of = <C extends Parameters<typeof picked>[0]>(column: C) => picked(column, chosen);
  // The last chosen break that is not after the one that was meant.
  const ordinary = Int32Array.from(chosen, (index) =>
    Math.max(
      0,
      chosen.findLastIndex((other) => other <= (points.ordinary[index] ?? 0)),
    ),
  );
  return {
    count: chosen.length,
    end: of(points.end),
    start: of(points.start),
    edge: of(points.edge),
    traits: of(points.traits),
    ending: of(points.ending),
    penalty: of(points.penalty),
    ordinary,
    widthTo: of(points.widthTo),
    widthFrom: of(points.widthFrom),
    endChange: of(points.endChange),
    hangEnd: of(points.hangEnd),
    hangStart: of(points.hangStart),
    indent: of(points.indent),
    spaceTo: of(points.spaceTo),
    spaceFrom: of(points.spaceFrom),
    stretchTo: of(points.stretchTo),
    stretchFrom: of(points.stretchFrom),
    shrinkTo: of(points.shrinkTo),
    shrinkFrom: of(points.shrinkFrom),
    wordStretchTo: of(points.wordStretchTo),
    wordStretchFrom: of(points.wordStretchFrom),
    letters: of(points.letters),
    added: chosen.map((index) => points.added[index] ?? ''),
  };
}
