/**
 * A line that is one inline block and nothing else, higher than a whole page: cut like a block, since no
 * page holds it (css-break-3 §4.1, §4.4).
 */
import type { Box, LinesBox } from './box.ts';
import { carryOutOfFlow, moveFragment } from './box-fragment.ts';
import { isCutThough } from './break-rules.ts';
import type { LineFragment } from './fragment.ts';
import { restAt } from './rest.ts';
import {
  fixedSpace,
  fragmentainerFrom,
  type LaidLines,
  type LayoutContext,
  type Space,
} from './space.ts';

/** The only thing in the lines; null where there are others, or none. */
function loneBox({ content }: LinesBox): Box | null {
  let lone: Box | null = null;
  for (const one of content) {
    if (one.kind === 'text') {
      if (one.text.trim() !== '') return null;
      continue;
    }
    if (one.kind !== 'atom' || lone || one.box.kind !== 'block') return null;
    lone = one.box;
  }
  return lone;
}

function onlyLine({ lines }: LaidLines): LineFragment | null {
  const [line] = lines;
  return line && lines.length === 1 ? line : null;
}

/**
 * The piece of such a box that begins or goes on in `space`; null for all other lines. `layOut` lays the
 * lines out in one piece.
 */
export function layoutLoneBox(
  box: LinesBox,
  space: Space,
  layOut: (space: Space) => LaidLines,
  context: LayoutContext,
): LaidLines | null {
  const { fragmentainer, resume } = space;
  const atom = fragmentainer?.kind === 'page' && fragmentainer.atTop ? loneBox(box) : null;
  if (!atom || !fragmentainer) return null;
  const whole = layOut({ ...space, fragmentainer: null, resume: null });
  const line = onlyLine(whole);
  const fragment = line?.children[0];
  if (!line || fragment?.kind !== 'box') return null;
  if (!isCutThough(atom, fragment.height, fragmentainer)) return null;
  const child = resume?.child ?? null;
  const top = child ? 0 : fragment.y;
  const laid = context.layoutChild(atom, {
    ...fixedSpace(space.width, space.height, fragment.width, null),
    fragmentainer: fragmentainerFrom(fragmentainer, fragmentainer.room - top, top === 0),
    resume: child,
  });
  const below = laid.rest ? 0 : line.height - fragment.y - fragment.height;
  const height = top + laid.fragment.height + below;
  const by = { x: fragment.x, y: top };
  const piece = { ...line, y: 0, height, children: [moveFragment(laid.fragment, by)] };
  return {
    lines: [piece],
    floating: [],
    height,
    rest: laid.rest && restAt(0, laid.rest, laid.rest.forced),
    outOfFlow: carryOutOfFlow(laid.outOfFlow, { x: line.x + by.x, y: by.y }, 0),
    floats: space.floats?.exclusions,
  };
}
