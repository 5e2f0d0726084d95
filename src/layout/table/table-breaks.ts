/**
 * Which rows of a table stand in a column or page (css-tables-3 §4): the header and footer again in
 * each, unless they are higher than a quarter of it; rows stay whole unless they are higher than
 * half of it.
 */

import {
  type Appeal,
  appeals,
  betterBreak,
  type EarlyBreak,
  leastAppeal,
} from '../break-appeal.ts';
import {
  asBox,
  isBreakAvoided,
  isBreakForced,
  isBreakInsideAvoided,
  wantedSide,
} from '../break-rules.ts';
import { isForcedInside } from '../forced-inside.ts';
import { gridAt } from '../line-grid.ts';
import { restAt } from '../rest.ts';
import { epsilon, type Fragmentainer, type Rest, type Space } from '../space.ts';
import { type BrokenCells, breakCells } from './table-broken-row.ts';
import type { SizedCell } from './table-cells.ts';
import type { TableParts } from './table-places.ts';
import type { EmptyGroup } from './table-rows.ts';

/** A row on this page, its top in the table's border box. */
export interface PlacedRow {
  readonly index: number;
  readonly y: number;
  readonly height: number;
  /** The cells of a row that is cut here, or was before; null where it is whole. */
  readonly broken: BrokenCells | null;
}

/** A group without rows at its place. */
export interface PlacedEmpty extends EmptyGroup {
  readonly y: number;
}

export interface RowPlan {
  readonly rows: readonly PlacedRow[];
  readonly empty: readonly PlacedEmpty[];
  /** Below the last row and the room under it. */
  readonly end: number;
  readonly rest: Rest | null;
  readonly early: EarlyBreak | null;
}

/** Rows of a table from `space.resume` on, the first one's top at `top`. */
export function planRows(table: TableParts, space: Space, top: number, bottom: number): RowPlan {
  return new RowPlanner(table, space, top, bottom).plan();
}

/** Fills one column or page; used once. */
class RowPlanner {
  readonly #table: TableParts;
  readonly #space: Space;
  readonly #bottom: number;
  readonly #room: number;
  readonly #footers: readonly number[];
  readonly #placed: PlacedRow[] = [];
  readonly #empty: PlacedEmpty[] = [];
  readonly #first: number;
  /** Cells over several rows. */
  readonly #spanning: readonly SizedCell[];
  #early: EarlyBreak | null = null;
  #y: number;
  #isGroupShown = false;

  constructor(table: TableParts, space: Space, top: number, bottom: number) {
    const { grid, rows, spacing } = table;
    const { resume, fragmentainer } = space;
    this.#table = table;
    this.#space = space;
    this.#spanning = table.cells.filter(({ placed }) => placed.rows > 1);
    this.#bottom = bottom;
    this.#room = fragmentainer?.room ?? Number.POSITIVE_INFINITY;
    this.#first = resume?.index ?? 0;
    const ofRole = (role: string) =>
      rows.flatMap((_, index) => (grid.rows[index]?.group.role === role ? [index] : []));
    const quarter = (fragmentainer?.size ?? Number.POSITIVE_INFINITY) / 4;
    const isLow = (list: readonly number[]) => this.#heightOf(list) <= quarter + epsilon;
    const headers = ofRole('header');
    const footers = ofRole('footer');
    this.#footers = isLow(footers) ? footers : [];
    this.#y = resume ? top : top + (rows.length > 0 ? spacing.y : 0);
    const isPast = resume !== null && this.#first >= headers.length;
    if (isPast && isLow(headers)) for (const index of headers) this.#place(index);
  }

  #heightOf(list: readonly number[]): number {
    return list.reduce((sum, index) => sum + this.#rowHeight(index) + this.#gapAfter(index), 0);
  }

  #rowHeight(index: number): number {
    return this.#table.rows[index]?.height ?? 0;
  }

  /** A row that is taken away takes its gap with it (CSS 2 §17.5.5). */
  #gapAfter(index: number): number {
    return this.#table.rows[index]?.isCollapsed ? 0 : this.#table.spacing.y;
  }

  #place(index: number, broken: BrokenCells | null = null): void {
    const { grid, rows, spacing } = this.#table;
    const before = this.#placed.at(-1)?.index;
    const isSameGroup =
      before !== undefined && grid.rows[before]?.group === grid.rows[index]?.group;
    // A group without rows that show still parts those around it.
    if (!isSameGroup && before !== undefined && !this.#isGroupShown) this.#y += spacing.y;
    if (!isSameGroup) this.#isGroupShown = false;
    const height = broken?.height ?? this.#rowHeight(index);
    const isGone = rows[index]?.isCollapsed === true;
    const y = isGone && this.#isGroupShown ? this.#y - spacing.y : this.#y;
    this.#placed.push({ index, y, height, broken });
    this.#y += height + this.#gapAfter(index);
    this.#isGroupShown ||= !isGone;
  }

  /** Groups without rows, up to a group: they stand close to what is before them. */
  #placeEmpty(until: number): void {
    const { groups, grid, rows, spacing, empty } = this.#table;
    const begun = this.#space.resume ? grid.rows[this.#first]?.group : undefined;
    const from = begun ? groups.indexOf(begun) : 0;
    const last = this.#empty.at(-1)?.index ?? -1;
    for (const one of empty) {
      if (one.index <= last || one.index < from || one.index >= until) continue;
      this.#empty.push({ ...one, y: this.#y - (rows.length > 0 ? spacing.y : 0) });
      this.#y += one.height;
    }
  }

  #emptyBefore(index: number): void {
    const { groups, grid, empty } = this.#table;
    const group = grid.rows[index]?.group;
    if (empty.length > 0 && group) this.#placeEmpty(groups.indexOf(group));
  }

  plan(): RowPlan {
    const { rows } = this.#table;
    const { resume, fragmentainer, breakAt } = this.#space;
    for (let index = this.#first; index < rows.length; index++) {
      this.#emptyBefore(index);
      const appeal = this.#appealBefore(index);
      const forced = this.#forcedBefore(index);
      if (forced) return this.#stop(index, forced);
      if (breakAt?.index === index) return this.#stopAt(index, appeal, Number.POSITIVE_INFINITY);
      const begun = index === this.#first ? resume : null;
      const closing = index === rows.length - 1 ? this.#bottom : this.#footHeight(index);
      const left = this.#room - this.#y - closing;
      const isLow = this.#rowHeight(index) <= left + epsilon;
      const isWhole = !begun?.beside && isLow && !this.#isForcedInside(index);
      if (!isWhole && fragmentainer) {
        const atTop = fragmentainer.atTop && this.#y <= epsilon;
        const own: Fragmentainer = { ...fragmentainer, room: this.#roomFor(index, left), atTop };
        const broken = left > epsilon || atTop ? this.#parted(index, begun, own) : null;
        // At the top of a column something has to be placed.
        const isStuck = this.#placed.length === 0 && (fragmentainer.atTop || resume !== null);
        const isBest = broken !== null && broken.appeal >= (this.#early?.appeal ?? broken.appeal);
        const isGood = isBest && broken.appeal >= appeal;
        if (!isGood && !isStuck) return this.#back(index, appeal, this.#rowHeight(index) - left);
        if (broken) {
          this.#place(index, broken);
          if (broken.rest) return this.#stop(index, { ...broken.rest, index });
          continue;
        }
      }
      this.#noteBreak(index, appeal);
      this.#place(index);
    }
    this.#placeEmpty(Number.POSITIVE_INFINITY);
    return this.#planned(null, this.#early);
  }

  /** Room for a row that is cut: where the last one is, the table's edge below it comes later. */
  #roomFor(index: number, left: number): number {
    const full = this.#room - this.#y;
    const isLast = index === this.#table.rows.length - 1;
    return isLast && this.#rowHeight(index) > full + epsilon ? full : left;
  }

  #footHeight(index: number): number {
    return this.#footers.includes(index) ? 0 : this.#heightOf(this.#footers);
  }

  /** A row's cells as far as there is room; null where it stays whole. */
  #parted(index: number, begun: Rest | null, own: Fragmentainer): BrokenCells | null {
    const from = begun?.beside ? begun : null;
    if (!from && !this.#mayPart(index)) return null;
    const grid = gridAt(this.#space.grid, this.#y);
    const broken = breakCells(this.#table, index, from, own, grid);
    if (from || this.#isForcedInside(index) || !this.#keepsWhole(index, own)) return broken;
    const appeal = leastAppeal(broken.appeal, appeals.avoided);
    return { ...broken, appeal, rest: broken.rest && { ...broken.rest, appeal } };
  }

  /** Rows that other rows' cells reach into stay whole. */
  #mayPart(index: number): boolean {
    const { grid } = this.#table;
    if (grid.rows[index]?.group.role !== 'body') return false;
    return !this.#spanning.some(
      ({ placed }) => placed.row <= index && placed.row + placed.rows > index,
    );
  }

  /** A cell of the row asks for a break inside. */
  #isForcedInside(index: number): boolean {
    const { fragmentainer } = this.#space;
    if (!fragmentainer || !this.#mayPart(index)) return false;
    const { cells } = this.#table.grid.rows[index]?.row ?? { cells: [] };
    return cells.some(({ box }) => isForcedInside(box, fragmentainer.kind));
  }

  /** Low rows are cut only where no better place will do (css-tables-3 §4.1). */
  #keepsWhole(index: number, { kind, size }: Fragmentainer): boolean {
    const { row } = this.#table.grid.rows[index] ?? {};
    const isLow = this.#rowHeight(index) <= size / 2;
    return isLow || (row !== undefined && isBreakInsideAvoided(asBox(row), kind));
  }

  /** How good a break before a row is. */
  #appealBefore(index: number): Appeal {
    const { grid } = this.#table;
    if (index === this.#first) return appeals.lastResort;
    const [before, after] = [grid.rows[index - 1], grid.rows[index]];
    if (!before || !after) return appeals.lastResort;
    const isCut = this.#spanning.some(
      ({ placed }) => placed.row < index && placed.row + placed.rows > index,
    );
    const isInsideHead = before.group === after.group && after.group.role !== 'body';
    if (isCut || isInsideHead) return appeals.lastResort;
    // A header alone, or a footer alone, says nothing.
    if (before.group.role === 'header' || after.group.role === 'footer') return appeals.avoided;
    const kind = this.#space.fragmentainer?.kind ?? 'page';
    const isSame = before.group === after.group;
    const isAvoided =
      isBreakAvoided(asBox(before.row), asBox(after.row), kind) ||
      (isSame
        ? isBreakInsideAvoided(asBox(after.group), kind)
        : isBreakAvoided(asBox(before.group), asBox(after.group), kind));
    return isAvoided ? appeals.avoided : appeals.perfect;
  }

  #forcedBefore(index: number): Rest | null {
    const { grid } = this.#table;
    const { fragmentainer } = this.#space;
    const [before, after] = [grid.rows[index - 1], grid.rows[index]];
    if (!fragmentainer || index === this.#first || !before || !after) return null;
    const { kind, page } = fragmentainer;
    const pairs = [[asBox(before.row), asBox(after.row)] as const];
    if (before.group !== after.group) pairs.push([asBox(before.group), asBox(after.group)]);
    const asking = pairs.filter(([one, other]) => isBreakForced(one, other, kind, page));
    const side = asking.map(([one, other]) => wantedSide(one, other)).find((one) => one) ?? null;
    return asking.length > 0 ? { ...restAt(index, null, true), side } : null;
  }

  #noteBreak(index: number, appeal: Appeal): void {
    if (appeal === appeals.lastResort || this.#space.breakAt) return;
    this.#early = betterBreak(this.#early, { place: { index, inside: null }, appeal });
  }

  /** Before a row, or at an earlier place that is better. */
  #back(index: number, appeal: Appeal, shortage: number): RowPlan {
    const early = this.#early;
    if (!early || early.appeal <= appeal) return this.#stopAt(index, appeal, shortage);
    const at = early.place.index;
    const from = this.#placed.findIndex((one) => one.index === at && one.index >= this.#first);
    const [cut] = this.#placed.splice(from);
    this.#y = cut?.y ?? this.#y;
    return this.#stopAt(at, early.appeal, shortage);
  }

  #stopAt(index: number, appeal: Appeal, shortage: number): RowPlan {
    return this.#stop(index, { ...restAt(index, null, false), appeal, shortage });
  }

  #stop(index: number, rest: Rest): RowPlan {
    if (index < (this.#footers[0] ?? Number.POSITIVE_INFINITY) && this.#placed.length > 0)
      for (const footer of this.#footers) this.#place(footer);
    return this.#planned(rest, null);
  }

  #planned(rest: Rest | null, early: EarlyBreak | null): RowPlan {
    // The last group is parted from the edge, though none of its rows show.
    const isParted = this.#isGroupShown || this.#placed.length === 0 || rest !== null;
    const end = this.#y + (isParted ? 0 : this.#table.spacing.y);
    return { rows: this.#placed, empty: this.#empty, end, rest, early };
  }
}
