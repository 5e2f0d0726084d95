/** Where a flow stands between two children, and what it has placed. */

import type { ComputedStyle } from '../style/index.ts';
import type { Box } from './box.ts';
import type { BreakPlace, EarlyBreak, Strain } from './break-appeal.ts';
import { type Exclusions, noExclusions } from './exclusions.ts';
import type { Fragment } from './fragment.ts';
import type { LineGrid } from './line-grid.ts';
import type { MarginStrut } from './margin.ts';
import { noMargin, strutSize } from './margin.ts';
import type {
  FloatSpace,
  Fragmentainer,
  OutOfFlow,
  ParallelFlow,
  Rest,
  SharedMargins,
} from './space.ts';
import type { TextTrim } from './text-box.ts';

export interface FlowInput {
  readonly children: readonly Box[];
  /** Of the content box. */
  readonly width: number;
  readonly height: number | null;
  /** What limits it, for children whose lines stand across (css-writing-modes-4 §7.3.1). */
  readonly mostHeight?: number | undefined;
  /** For the place of positioned children whose `justify-self` is `auto`. */
  readonly justifyItems: ComputedStyle['justifyItems'];
  /** Room counts from the content box's top. */
  readonly fragmentainer: Fragmentainer | null;
  readonly resume: Rest | null;
  /** The first child's top margin is the parent's too. */
  readonly collapsesTop: boolean;
  /** Margins of children that no edge of the parent parts from its own. */
  readonly sharedMargins: SharedMargins | undefined;
  /** Where to break, since no better place was found further on. */
  readonly breakAt: BreakPlace | undefined;
  /** Floats of the formatting context, as seen from the content box; null where it has none. */
  readonly floats: FloatSpace | null;
  /** The baseline grid, as seen from the content box's top. */
  readonly grid: LineGrid | undefined;
  /** How the first and last lines in it are trimmed. */
  readonly trim: TextTrim | undefined;
}

/** Where the flow stands between two children. Replaced, never changed: always written out in full. */
export interface Cursor {
  readonly y: number;
  readonly strut: MarginStrut;
  readonly topStrut: MarginStrut;
  /** Nothing with a height stands above. */
  readonly open: boolean;
  /** An empty box was held down by floats: its margin stays inside the parent (CSS 2 §8.3.1). */
  readonly sealed: boolean;
  readonly exclusions: Exclusions;
  /** Sides with a float whose place follows from margins still to come. */
  readonly adjoining: { readonly left: boolean; readonly right: boolean };
}

/** The start of a flow. */
export function startCursor({ floats }: FlowInput): Cursor {
  return {
    y: 0,
    strut: noMargin,
    topStrut: noMargin,
    open: true,
    sealed: false,
    exclusions: floats?.exclusions ?? noExclusions,
    adjoining: { left: false, right: false },
  };
}

/** A child that has been placed. */
export interface Placed {
  readonly index: number;
  readonly fragments: readonly Fragment[];
  readonly outOfFlow: readonly OutOfFlow[];
}

/** What one child came to. */
export interface Step {
  readonly cursor: Cursor;
  readonly placed: Placed | null;
  /** Floats that go on in the next column or page. */
  readonly parallel: readonly ParallelFlow[];
}

export const noParallel: readonly ParallelFlow[] = [];

/** A child in flow, which may have to be broken, or go on as a whole. */
export interface ChildStep extends Step {
  /** Where the child itself goes on. */
  readonly rest: Rest | null;
  /** The column or page from the child's top on; null where nothing is broken. */
  readonly own: Fragmentainer | null;
  /** Its border edges. */
  readonly top: number;
  readonly bottom: number;
  /** Where the child could be broken, when it is whole. */
  readonly early: EarlyBreak | null;
  /** Floats hold it down. */
  readonly isPushed: boolean;
  readonly strain: Strain | undefined;
}

/** Where a child's border box begins, given the margin that meets it. */
export function offsetOf(cursor: Cursor, strut: MarginStrut, input: FlowInput): number {
  if (!cursor.open) return cursor.y + strutSize(strut);
  const truncated = input.resume !== null && !input.resume.forced;
  return input.collapsesTop || truncated ? 0 : strutSize(strut);
}
