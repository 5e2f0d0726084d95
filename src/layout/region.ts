/**
 * Linked frames (css-regions-1): elements with `flow-into` leave their place for a named flow, and
 * boxes with `flow-from` show it, each going on where the one before ended. A frame's part depends
 * on the frames before it: where each of them stopped is kept with the run, and frames are laid out
 * in document order. What the last one cannot hold runs out of it, where it is found and reported.
 */
import type { NamedFlow, RegionBox } from './box.ts';
import { buildBoxFragment, carryOutOfFlow, moveFragment } from './box-fragment.ts';
import { gridInside } from './line-grid.ts';
import { strutOf, strutSize } from './margin.ts';
import { perRun } from './per-run.ts';
import { computeUsedBox, usedHeight } from './sizing.ts';
import { fixedSpace, type Laid, type LayoutContext, type Rest, type Space } from './space.ts';

/** Where each frame of a flow stopped; `done` where nothing was left. */
type Stops = (Rest | 'done')[];

const stopsByFlow = perRun<NamedFlow, Stops>();

/** Lays out a frame with its part of the flow. It is not broken over pages. */
export function layoutRegion(box: RegionBox, space: Space, context: LayoutContext): Laid {
  const used = computeUsedBox(box.style, space, () => context.measureChild(box));
  const { border, padding, horizontal, vertical, margin } = used.edges;
  const inner = { x: border.left + padding.left, y: border.top + padding.top };
  const width = Math.max(0, used.width - horizontal);
  const height = used.height === null ? null : Math.max(0, used.height - vertical);
  const part = layoutPart(
    box,
    inner.y,
    fixedSpace(width, height, width, null),
    height,
    space,
    context,
  );
  const content = part ? strutSize(part.marginTop) + part.fragment.height : 0;
  const fragment = buildBoxFragment({
    box,
    width: used.width,
    height: usedHeight(used, box.style, space, height ?? content),
    border,
    padding,
    children: part ? [moveFragment(part.fragment, inner)] : [],
    frame: used.frame,
  });
  return {
    fragment,
    rest: null,
    marginTop: strutOf(margin.top),
    marginBottom: strutOf(margin.bottom),
    through: false,
    outOfFlow: part ? carryOutOfFlow(part.outOfFlow, inner, 0) : [],
  };
}

/** The frame's part of the flow; null where nothing is left for it. */
function layoutPart(
  { flow, index, style }: RegionBox,
  top: number,
  open: Space,
  height: number | null,
  space: Space,
  context: LayoutContext,
): Laid | null {
  const stops = stopsByFlow(context).get(flow) ?? [];
  stopsByFlow(context).set(flow, stops);
  const before = index === 0 ? null : (stops[index - 1] ?? null);
  if (!flow.content || before === 'done') {
    stops[index] = 'done';
    return null;
  }
  const isLast = index === flow.frames - 1;
  const room = height === null || isLast ? Number.POSITIVE_INFINITY : height;
  const laid = context.layoutChild(flow.content, {
    ...open,
    fragmentainer: { kind: 'column', room, size: room, atTop: true, page: '' },
    resume: before,
    grid: gridInside(style, space.grid, top, context),
  });
  stops[index] = laid.rest ?? 'done';
  return laid;
}
