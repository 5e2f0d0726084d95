/** The rows of a flex or grid container that stand in a column or page, and what is left of them. */
import { carryOutOfFlow, moveFragment } from './box-fragment.ts';
import { type Appeal, appeals, type EarlyBreak } from './break-appeal.ts';
import { isBreakAvoided, isBreakForced, isMonolithic, wantedSide } from './break-rules.ts';
import { type BrokenRow, breakRow, type ContainerRow, type Item } from './container-rows.ts';
import { contentBottom } from './content-bottom.ts';
import { isForcedInside } from './forced-inside.ts';
import type { BoxFragment, Fragment } from './fragment.ts';
import { restAt } from './rest.ts';
import { isEnd } from './slice.ts';
import {
  epsilon,
  type Fragmentainer,
  type LayoutContext,
  type OutOfFlow,
  type ParallelFlow,
  type Rest,
  type Space,
} from './space.ts';

/** What of the container stands in this column or page. */
export interface ContainerSlice {
  readonly children: readonly Fragment[];
  /** Rows whose items have ended, where content runs out of them. */
  readonly parallel: readonly ParallelFlow[];
  /** Positioned boxes in items that are cut, which wait for all pieces of their containing blocks. */
  readonly held: readonly OutOfFlow[];
  /** Of the last row in it. */
  readonly bottom: number;
  readonly rest: Rest | null;
  /** Heights in the whole container between which its positioned boxes are this slice's. */
  readonly from: number;
  readonly to: number;
  /** How far what stands there is moved. */
  readonly shift: number;
}

/** Row by row, until there is no more room. */
export function cutRows(
  rows: readonly ContainerRow[],
  fragment: BoxFragment,
  space: Space,
  fragmentainer: Fragmentainer,
  context: LayoutContext,
): ContainerSlice {
  return new RowCutter(rows, fragment, space, fragmentainer, context).cut();
}

/** Fills one column or page; used once. */
class RowCutter {
  readonly #rows: readonly ContainerRow[];
  readonly #fragment: BoxFragment;
  readonly #space: Space;
  readonly #fragmentainer: Fragmentainer;
  readonly #context: LayoutContext;
  readonly #width: number;
  readonly #first: number;
  readonly #from: number;
  readonly #children: Fragment[] = [];
  readonly #parallel: ParallelFlow[] = [];
  readonly #held: OutOfFlow[] = [];
  #bottom: number;
  /** How far the last row is moved from its place in the whole container. */
  #shift: number;

  constructor(
    rows: readonly ContainerRow[],
    fragment: BoxFragment,
    space: Space,
    fragmentainer: Fragmentainer,
    context: LayoutContext,
  ) {
    const { border, padding, width, height } = fragment;
    const { resume } = space;
    this.#rows = rows;
    this.#fragment = fragment;
    this.#space = space;
    this.#fragmentainer = fragmentainer;
    this.#context = context;
    this.#width = width - border.left - border.right - padding.left - padding.right;
    this.#first = resume?.index ?? 0;
    this.#from = resume ? (rows[this.#first]?.top ?? height) + this.#passedIn(this.#first) : 0;
    this.#bottom = resume ? 0 : edgeAbove(fragment);
    this.#shift = -this.#from;
  }

  cut(): ContainerSlice {
    this.#goOn();
    for (let index = this.#first; index < this.#rows.length; index++) {
      const slice = this.#next(index);
      if (slice) return slice;
    }
    return this.#sliceTo(this.#fragment.height + 1, null);
  }

  /** What runs out of rows that ended before. */
  #goOn(): void {
    for (const { index, resume } of this.#space.resume?.parallel ?? []) {
      const row = this.#rows[index];
      if (!row || !resume?.beside) continue;
      const { beside, consumed } = resume;
      const broken = breakRow(
        row,
        beside,
        consumed,
        this.#fragmentainer,
        this.#width,
        this.#context,
      );
      this.#add(broken, 0);
      this.#parallel.push(...flowOfRow(index, broken, consumed));
    }
  }

  /** Places a row; the whole slice where it ends before or in the row. */
  #next(index: number): ContainerSlice | null {
    const { breakAt } = this.#space;
    const row = this.#rows[index];
    if (!row) return null;
    const appeal = appealBefore(this.#rows, index, this.#space);
    if (index > this.#first && isForcedBefore(this.#rows, index, this.#space)) {
      const rest = { ...restAt(index, null, true), side: sideBefore(this.#rows, index) };
      return this.#sliceTo(row.top, rest);
    }
    if (breakAt?.index === index) return this.#stop(index, appeal, Number.POSITIVE_INFINITY);
    const top = this.#topOf(index, row);
    const left = this.#fragmentainer.room - top;
    if (!this.#restIn(index) && this.#fits(row, left)) {
      this.#shift = top - row.top;
      const by = { x: 0, y: this.#shift };
      this.#children.push(...row.items.map((item) => moveFragment(item.fragment, by)));
      this.#bottom = top + row.bottom - row.top;
      return null;
    }
    return this.#breakRow(index, row, top, left, appeal);
  }

  #fits(row: ContainerRow, left: number): boolean {
    const runsOut =
      this.#fragmentainer.kind === 'column' &&
      row.items.some((one) => endOf(one) > row.top + left + epsilon);
    return !runsOut && !this.#isParted(row) && row.bottom - row.top <= left + epsilon;
  }

  /** An item asks for a break inside, whatever room there is. */
  #isParted({ items }: ContainerRow): boolean {
    return items.some(({ box }) => isForcedInside(box, this.#fragmentainer.kind));
  }

  #breakRow(
    index: number,
    row: ContainerRow,
    top: number,
    left: number,
    appeal: Appeal,
  ): ContainerSlice | null {
    const atTop = this.#fragmentainer.atTop && top <= epsilon;
    const passed = this.#passedIn(index);
    const own: Fragmentainer = { ...this.#fragmentainer, room: left, atTop };
    const begun = this.#restIn(index);
    const broken = breakRow(row, begun, passed, own, this.#width, this.#context);
    const missing = Math.min(broken.shortage, row.bottom - row.top - left);
    const mayStay = atTop || (left > epsilon && broken.appeal >= appeal);
    const isTooHigh = !broken.rest && !atTop && broken.height > left + epsilon;
    // Nothing of the row but its margins has room.
    const isMargin = !begun && !atTop && broken.rest !== null && broken.fragments.length === 0;
    if (isMargin || isTooHigh || (broken.rest && !mayStay))
      return this.#stop(index, appeal, missing);
    this.#add(broken, top);
    this.#bottom = top + broken.height;
    this.#shift = top - row.top - passed;
    if (!broken.rest) return null;
    if (broken.rest.every(isEnd)) {
      this.#bottom = Math.max(this.#bottom, top + row.bottom - row.top - passed);
      this.#parallel.push(...flowOfRow(index, broken, passed + broken.height));
      return null;
    }
    const reached = Math.max(broken.height, Number.isFinite(left) ? left : 0);
    const consumed = passed + (broken.pushedAt ?? reached);
    const rest = { ...restAt(index, null, false), beside: broken.rest, consumed };
    const { appeal: inside } = broken;
    return this.#sliceTo(row.top + consumed, { ...rest, appeal: inside, shortage: missing });
  }

  #restIn(index: number) {
    return index === this.#first ? (this.#space.resume?.beside ?? null) : null;
  }

  /** How high the pieces of a row are that stand before. */
  #passedIn(index: number): number {
    return this.#restIn(index) ? (this.#space.resume?.consumed ?? 0) : 0;
  }

  #topOf(index: number, row: ContainerRow): number {
    if (index === this.#first) return this.#space.resume ? 0 : row.top;
    return this.#bottom + row.top - (this.#rows[index - 1]?.bottom ?? 0);
  }

  #add(broken: BrokenRow, top: number): void {
    const by = { x: 0, y: top };
    this.#children.push(...broken.fragments.map((one) => moveFragment(one, by)));
    for (const one of broken.held)
      this.#held.push(...carryOutOfFlow([one], by, this.#children.length - 1));
  }

  /** Before a row, or at an earlier place that is better. */
  #stop(index: number, appeal: Appeal, shortage: number): ContainerSlice {
    const early = this.#space.breakAt ? null : bestBefore(this.#rows, index, this.#space);
    if (early && early.appeal > appeal) {
      const space = { ...this.#space, breakAt: early.place };
      return cutRows(this.#rows, this.#fragment, space, this.#fragmentainer, this.#context);
    }
    const to = this.#rows[index]?.top ?? this.#fragment.height;
    return this.#sliceTo(to, { ...restAt(index, null, false), appeal, shortage });
  }

  #sliceTo(to: number, rest: Rest | null): ContainerSlice {
    return {
      children: this.#children,
      parallel: this.#parallel,
      held: this.#held,
      bottom: this.#bottom,
      rest,
      from: this.#from,
      to,
      shift: this.#shift,
    };
  }
}

/** What of a row whose items have ended runs out of them. */
function flowOfRow(
  index: number,
  { rest, appeal, shortage }: BrokenRow,
  consumed: number,
): readonly ParallelFlow[] {
  if (!rest) return [];
  const resume = { ...restAt(index, null, false), beside: rest, consumed };
  return [{ index, resume, appeal, shortage }];
}

/** Where an item ends, and what runs out of it, in the whole container. */
function endOf({ box, fragment, y }: Item): number {
  if (isMonolithic(box, 'column')) return y + fragment.height;
  return y + Math.max(fragment.height, contentBottom(fragment));
}

export function edgeAbove({ border, padding }: BoxFragment): number {
  return border.top + padding.top;
}

/** How good a break before a row is: none before the first. */
function appealBefore(rows: readonly ContainerRow[], index: number, space: Space): Appeal {
  if (index === 0) return appeals.lastResort;
  const kind = space.fragmentainer?.kind ?? 'page';
  const avoids = pairs(rows, index).some(([one, other]) => isBreakAvoided(one, other, kind));
  return avoids ? appeals.avoided : appeals.perfect;
}

export function isForcedBefore(
  rows: readonly ContainerRow[],
  index: number,
  space: Space,
): boolean {
  const { fragmentainer } = space;
  if (index === 0 || !fragmentainer) return false;
  const { kind, page } = fragmentainer;
  return pairs(rows, index).some(([one, other]) => isBreakForced(one, other, kind, page));
}

function sideBefore(rows: readonly ContainerRow[], index: number) {
  return (
    pairs(rows, index)
      .map(([one, other]) => wantedSide(one, other))
      .find((side) => side) ?? null
  );
}

/** Each item of a row with each of the row before. */
function pairs(rows: readonly ContainerRow[], index: number) {
  const above = rows[index - 1]?.items ?? [];
  const below = rows[index]?.items ?? [];
  return above.flatMap((one) => below.map((other) => [one.box, other.box] as const));
}

/** The best place to break between rows before `end`. */
export function bestBefore(
  rows: readonly ContainerRow[],
  end: number,
  space: Space,
): EarlyBreak | null {
  let best: EarlyBreak | null = null;
  for (let index = (space.resume?.index ?? 0) + 1; index < end; index++) {
    const appeal = appealBefore(rows, index, space);
    if (!best || appeal >= best.appeal) best = { place: { index, inside: null }, appeal };
  }
  return best;
}
