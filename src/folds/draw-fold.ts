/**
 * A folded sheet seen from its end, in box-drawing characters: each leaf a line with the numbers
 * of its two faces, the viewer's side above; bends where folds are.
 *
 *     ╭──── 1·2 ───╴
 *     │╶─── 5·4 ────╮
 *     ╰──── 3·6 ────╯
 */
import { foldSheet, type Joint, type Leaf, turnOver, visibleFaces } from './fold-sheet.ts';
import type { FoldScheme } from './scheme.ts';

/** Characters that a full panel is wide. */
const panelCharacters = 13;

/** Rows of leaves: side by side where they do not cover each other. */
function rowsOf(leaves: readonly Leaf[]): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  const done: Leaf[] = [];
  for (const leaf of leaves) {
    const above = done.filter((other) => other.left < leaf.right && leaf.left < other.right);
    rows.set(leaf.index, Math.max(-1, ...above.map(({ index }) => rows.get(index) ?? 0)) + 1);
    done.push(leaf);
  }
  return rows;
}

interface PlacedJoint {
  readonly joint: Joint;
  readonly from: number;
  readonly to: number;
  /** How many folds lie inside this one, at the same place. */
  readonly depth: number;
}

function placeJoints(
  joints: readonly Joint[],
  rows: ReadonlyMap<number, number>,
): readonly PlacedJoint[] {
  const spans = joints.map((joint) => ({
    joint,
    from: rows.get(joint.upper.index) ?? 0,
    to: rows.get(joint.lower.index) ?? 0,
  }));
  return spans.map((span) => {
    const inside = spans.filter(
      ({ joint, from, to }) =>
        joint.side === span.joint.side &&
        Math.abs(joint.x - span.joint.x) < 0.01 &&
        from > span.from &&
        to < span.to,
    );
    return { ...span, depth: inside.length };
  });
}

/** The folded piece with its front up, panels at their full widths. */
function foldFrontUp(scheme: FoldScheme) {
  const widths = scheme.outside.map(({ share }) => share ?? 1);
  const folded = foldSheet(scheme, widths);
  const isFrontUp = visibleFaces(folded).top.every((number) => scheme.front.includes(number));
  return isFrontUp ? folded : turnOver(folded);
}

/** Lines of text, all of one length; the front of the piece is above. */
export function drawFold(scheme: FoldScheme): readonly string[] {
  const { leaves, joints } = foldFrontUp(scheme);
  const rows = rowsOf(leaves);
  const placed = placeJoints(joints, rows);
  const deepest = (side: Joint['side']) =>
    Math.max(0, ...placed.filter(({ joint }) => joint.side === side).map(({ depth }) => depth + 1));
  const least = Math.min(...leaves.map(({ left }) => left));
  const most = Math.max(...leaves.map(({ right }) => right));
  const first = deepest('left');
  const column = (x: number) => first + Math.round((x - least) * panelCharacters);
  const width = column(most) + deepest('right');
  const height = Math.max(...rows.values()) + 1;
  const cells = Array.from({ length: height }, () => Array.from({ length: width }, () => ' '));
  const put = (row: number, at: number, character: string) => {
    const line = cells[row];
    if (line) line[at] = character;
  };

  for (const leaf of leaves) {
    const row = rows.get(leaf.index) ?? 0;
    const [from, to] = [column(leaf.left), column(leaf.right) - 1];
    for (let at = from; at <= to; at += 1) put(row, at, at === from ? '╶' : at === to ? '╴' : '─');
    const label = ` ${leaf.top}·${leaf.bottom} `;
    const start = from + Math.floor((to - from + 1 - label.length) / 2);
    for (const [index, character] of [...label].entries()) put(row, start + index, character);
  }
  for (const { joint, from, to, depth } of placed) {
    const isRight = joint.side === 'right';
    const edge = isRight ? column(joint.x) - 1 : column(joint.x);
    const bend = isRight ? edge + 1 + depth : edge - 1 - depth;
    for (let at = Math.min(edge, bend); at <= Math.max(edge, bend); at += 1) {
      put(from, at, '─');
      put(to, at, '─');
    }
    put(from, bend, isRight ? '╮' : '╭');
    put(to, bend, isRight ? '╯' : '╰');
    for (let row = from + 1; row < to; row += 1) put(row, bend, '│');
  }
  return cells.map((line) => line.join(''));
}
