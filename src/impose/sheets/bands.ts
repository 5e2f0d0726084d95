/**
 * The bands of paper around the pages of a sheet, where marks stand: from the bleed out to what
 * the press does not print. In each, u runs along the side and v outwards, both from the bleed's
 * corner, in pt.
 */
import type { Edges, Matrix, Point, Rect, Size } from '../../base/index.ts';

export type BandSide = 'top' | 'right' | 'bottom' | 'left';

/** A stretch along a side, from and to. */
export type Stretch = readonly [number, number];

export interface Band {
  readonly side: BandSide;
  readonly length: number;
  /** From the bleed to the unprinted edge. */
  readonly depth: number;
  /** A point of the band on the sheet. */
  at(u: number, v: number): Point;
  /** For words that read along the side: from their own coordinates to the sheet's. */
  words(u: number, v: number): Matrix;
}

/** `bleed` is the rectangle of all pages with their bleed. */
export function bandsOf(bleed: Rect, size: Size, margins: Edges): Record<BandSide, Band> {
  const { x, y, width, height } = bleed;
  const [right, bottom] = [x + width, y + height];
  return {
    top: {
      side: 'top',
      length: width,
      depth: y - margins.top,
      at: (u, v) => ({ x: x + u, y: y - v }),
      words: (u, v) => [1, 0, 0, 1, x + u, y - v],
    },
    bottom: {
      side: 'bottom',
      length: width,
      depth: size.height - margins.bottom - bottom,
      at: (u, v) => ({ x: x + u, y: bottom + v }),
      words: (u, v) => [1, 0, 0, 1, x + u, bottom + v],
    },
    left: {
      side: 'left',
      length: height,
      depth: x - margins.left,
      at: (u, v) => ({ x: x - v, y: y + u }),
      words: (u, v) => [0, 1, -1, 0, x - v, y + u],
    },
    right: {
      side: 'right',
      length: height,
      depth: size.width - margins.right - right,
      at: (u, v) => ({ x: right + v, y: y + u }),
      words: (u, v) => [0, 1, -1, 0, right + v, y + u],
    },
  };
}

/** The first place at or after `from` where `length` lies clear of all stretches; null: nowhere. */
export function firstClear(
  taken: readonly Stretch[],
  from: number,
  length: number,
  end: number,
): number | null {
  let at = from;
  for (const [start, stop] of taken.toSorted((a, b) => a[0] - b[0])) {
    if (at + length <= start) break;
    if (stop > at) at = stop;
  }
  return at + length <= end ? at : null;
}
