/**
 * Footnotes (css-gcpm-3 §2): what floats to the foot of the page its call is on. The page is laid
 * out once more for the room that its notes take, until they fit; a call that moves to the next page
 * takes its note along.
 */
import type { Rect } from '../base/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import type { BlockBox, Box } from './box.ts';
import type { BoxFragment } from './fragment.ts';
import { computeEdges } from './sizing.ts';
import { fixedSpace, type LayoutContext } from './space.ts';

/** Where a note waits for its page: it leaves its place as running elements do. */
export const footnotePosition = 'running footnote';

export function isFootnote(box: Box): boolean {
  return box.style.position === footnotePosition;
}

/** The notes of a page at the foot of its area, and the height that they take from it. */
export interface Notes {
  readonly fragment: BoxFragment | null;
  readonly height: number;
}

/** Stacks notes in the footnote area, whose style is that of `@footnote`. */
export function layoutNotes(
  notes: readonly Box[],
  style: ComputedStyle,
  area: Rect,
  context: LayoutContext,
): Notes {
  const [first] = notes;
  if (!first || first.kind === 'lines') return { fragment: null, height: 0 };
  const box: BlockBox = {
    kind: 'block',
    // Positioned: it stands at the foot whatever the page's content does.
    style: { ...style, display: 'block', float: 'none', position: 'absolute' },
    element: null,
    owner: first.owner,
    language: first.language,
    children: notes.map(inFlow),
    independent: true,
    marker: null,
  };
  const { margin } = computeEdges(style, area.width);
  const width = Math.max(0, area.width - margin.left - margin.right);
  const { fragment } = context.layoutChild(box, fixedSpace(area.width, area.height, width, null));
  const height = margin.top + fragment.height + margin.bottom;
  const x = area.x + margin.left;
  const y = area.y + area.height - margin.bottom - fragment.height;
  return { fragment: { ...fragment, x, y, frame: false }, height };
}

function inFlow(note: Box): Box {
  if (note.kind === 'lines') return note;
  return { ...note, style: { ...note.style, position: 'static' } };
}
