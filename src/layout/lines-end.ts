/** Where lines end in a column or page, with orphans and widows (css-break-3 §3.3), and what is left. */
import type { LinesBox } from './box.ts';
import { type Appeal, appeals, type EarlyBreak } from './break-appeal.ts';
import type { LineFragment } from './fragment.ts';
import { startOfLine } from './paragraph-rest.ts';
import { restAt } from './rest.ts';
import { epsilon, type Rest, type Space, type TextPosition } from './space.ts';
import type { StackedLines } from './stacked-lines.ts';

/** The column, panel or page would end with a hyphen where the style forbids it (css-text-4 §6.3.3). */
export function endsWithForbiddenHyphen(
  { lines }: Pick<StackedLines, 'lines'>,
  to: number,
  { style }: LinesBox,
): boolean {
  if (style.hyphenateLimitLast === 'none' || to >= lines.length) return false;
  return lines[to - 1]?.hyphenated ?? false;
}

/** Bottom edge of the last line; 0 where there is none. */
export function bottomOfLast(lines: readonly LineFragment[]): number {
  const last = lines.at(-1);
  return last ? last.y + last.height : 0;
}

/** What is left after line `to` of lines that begin at `start`. */
export function restOf(
  { broken, lines }: Pick<StackedLines, 'broken' | 'lines'>,
  { to, appeal, shortage }: End,
  start: TextPosition | null,
  width: number | null,
): Rest | null {
  if (to >= lines.length) return null;
  const rest: Rest = { ...restAt(0, null, false), line: to, appeal, shortage };
  const local = to === 0 ? { item: 0, offset: 0 } : startOfLine(broken, to);
  if (!local) return rest;
  const item = (start?.item ?? 0) + local.item;
  const offset = local.offset + (local.item === 0 ? (start?.offset ?? 0) : 0);
  return { ...rest, text: { start, width, next: { item, offset } } };
}

/** Index after the last line to place, and how good a place that is to break at. */
interface End {
  readonly to: number;
  readonly appeal: Appeal;
  /** How much more room the next line needs. */
  readonly shortage: number;
  /** Where all lines fit: the last good place to break at, if there has to be one. */
  readonly early: EarlyBreak | null;
}

/** As many lines as there is room for, orphans and widows respected where that is possible. */
export function findEnd(
  lines: readonly LineFragment[],
  from: number,
  count: number,
  box: LinesBox,
  { fragmentainer, breakAt }: Space,
  isPushedDown = false,
): End {
  const shortage = Number.POSITIVE_INFINITY;
  const whole: End = { to: count, appeal: appeals.perfect, shortage, early: null };
  if (!fragmentainer) return whole;
  let to = from;
  for (const line of lines) {
    if (line.y + line.height > fragmentainer.room + epsilon) break;
    to++;
  }
  const next = lines[to - from];
  const missing = next ? next.y + next.height - fragmentainer.room : shortage;
  if (fragmentainer.atTop && !isPushedDown) to = Math.max(to, Math.min(count, from + 1));
  const { orphans, widows } = box.style;
  const isFirst = fragmentainer.kind === 'column' && fragmentainer.atTop;
  const givesUp = isFirst && orphans > 1 && widows > 1;
  // Enough lines must stay in this column and enough be left for the next.
  const endUpTo = (last: number): EarlyBreak | null => {
    const most = Math.min(last, count - widows);
    const isGood = most > from && most - from >= orphans;
    const at = isGood ? most : Math.min(last, count - 1);
    // A paragraph that begins a column gets nowhere by moving: it gives up widows, as browsers do.
    if (!isGood && givesUp && at - from >= orphans)
      return { place: { index: from + orphans, inside: null }, appeal: appeals.perfect };
    if (at <= from) return null;
    const appeal = isGood ? appeals.perfect : appeals.lonelyLines;
    return { place: { index: at, inside: null }, appeal };
  };
  const asked = breakAt && endUpTo(breakAt.index);
  if (asked) return { to: asked.place.index, appeal: asked.appeal, shortage, early: null };
  const end = endUpTo(to);
  if (to >= count) return { ...whole, early: end };
  if (!end) return { to: from, appeal: appeals.lastResort, shortage: missing, early: null };
  return { to: end.place.index, appeal: end.appeal, shortage: missing, early: null };
}
