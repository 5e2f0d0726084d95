/**
 * Which boxes have a writing of their own (css-writing-modes-4): each box's style is put into the
 * coordinates of the box around it, and where its own writing differs, it gets a turn.
 */
import type { ComputedStyle } from '../style/index.ts';
import type { BlockBox, Box, InlineContent, InlineHolder, LinesBox } from './box.ts';
import { isFootnote } from './footnotes.ts';
import type { TableBox, TableGroup } from './table/table-box.ts';
import {
  isNoTurn,
  joinTurns,
  noTurn,
  type Turn,
  turnBack,
  turnOfWriting,
  turnStyle,
} from './turn.ts';
import { allBoxes } from './walk-boxes.ts';

/** The tree for layout; the same where all writing is from left to right, in rows. */
export function orientBoxes(root: BlockBox): BlockBox {
  let isTurned = false;
  for (const box of allBoxes(root)) {
    isTurned ||= !isNoTurn(turnOfWriting(box.style));
  }
  return isTurned ? (orient(root, noTurn) as BlockBox) : root;
}

/** A box's own writing. A picture has none. */
function ownTurn(box: Box): Turn {
  return box.kind === 'picture' || box.kind === 'region' ? noTurn : turnOfWriting(box.style);
}

/** `outside`: from the coordinates of the box around to the page's. */
function orient(box: Box, outside: Turn): Box {
  if (box.kind === 'lines') return orientLines(box, outside);
  // A note leaves its place for the foot of the page.
  const around = isFootnote(box) ? noTurn : outside;
  const own = ownTurn(box);
  const turn = joinTurns(turnBack(around), own);
  const style = turnStyle(box.style, turnBack(around));
  const isTurned = !isNoTurn(turn);
  const made = {
    ...withChildren(box, own),
    style,
    ...(isTurned ? { turn } : {}),
    ...(box.heldBy ? { heldBy: holderSeen(box.heldBy, turnBack(around)) } : {}),
  } as Box;
  if (!isTurned || made.kind !== 'block') return made;
  // A block in another direction goes on with its parent's margins; in another mode it does not.
  const isApart = turn.swaps || turn.flipsY || turn.flipsX !== turn.flipsLine;
  return isApart ? { ...made, independent: true } : made;
}

function holderSeen({ edge, movedBy }: InlineHolder, turn: Turn): InlineHolder {
  return {
    edge: { ...edge, style: turnStyle(edge.style, turn) },
    movedBy: movedBy.map((style) => turnStyle(style, turn)),
  };
}

function withChildren(box: Exclude<Box, LinesBox>, own: Turn): Box {
  if (box.kind === 'picture' || box.kind === 'region') return box;
  const done = new Map<Box, Box>();
  const child = <B extends Box>(one: B): B => {
    const known = done.get(one) ?? orient(one, own);
    done.set(one, known);
    return known as B;
  };
  const legend = 'legend' in box && box.legend ? { legend: child(box.legend) } : {};
  const children = box.children.map(child);
  if (box.kind === 'table') return { ...box, ...tableParts(box, own, child), children };
  if ('marker' in box && box.marker)
    return { ...box, ...legend, children, marker: child(box.marker) };
  return { ...box, ...legend, children };
}

function tableParts(
  { captions, columns, groups }: TableBox,
  own: Turn,
  child: <B extends Box>(box: B) => B,
): Pick<TableBox, 'captions' | 'columns' | 'groups'> {
  const part = <P extends { readonly style: ComputedStyle }>(one: P): P => ({
    ...one,
    style: turnStyle(one.style, turnBack(own)),
  });
  const group = (one: TableGroup): TableGroup => ({
    ...part(one),
    rows: one.rows.map((row) => ({
      ...part(row),
      cells: row.cells.map((cell) => ({ ...cell, box: child(cell.box) })),
    })),
  });
  return { captions: captions.map(child), columns: columns.map(part), groups: groups.map(group) };
}

function orientLines(box: LinesBox, around: Turn): LinesBox {
  const back = turnBack(around);
  const styled = new Map<InlineContent, InlineContent>();
  const piece = (one: InlineContent): InlineContent => {
    const known = styled.get(one);
    if (known) return known;
    const made: InlineContent =
      one.kind === 'atom'
        ? { ...one, box: orient(one.box, around) }
        : { ...one, style: turnStyle(one.style, back) };
    styled.set(one, made);
    return made;
  };
  const content = box.content.map(piece);
  const style = turnStyle(box.style, back);
  if (!box.firstLine) return { ...box, style, content };
  return { ...box, style, content, firstLine: orientLines(box.firstLine, around) };
}
