/** Putting fragments together: moving them, and making a box's fragment from its parts. */
import type { Edges, Point } from '../base/index.ts';
import { type ComputedStyle, resolveLength } from '../style/index.ts';
import type { Box } from './box.ts';
import type { BoxFragment, Fragment, LineFragment, PieceOf } from './fragment.ts';
import type { OutOfFlow, Space } from './space.ts';

/** A fragment `by` further right and down. */
export function moveFragment<F extends Fragment>(fragment: F, by: Point): F {
  if (by.x === 0 && by.y === 0) return fragment;
  const x = fragment.x + by.x;
  const y = fragment.y + by.y;
  if (fragment.kind === 'line') return lineAt(fragment, x, y) as F;
  return fragment.kind === 'box' && isPlain(fragment)
    ? (plainBoxAt(fragment, x, y) as F)
    : { ...fragment, x, y };
}

function isPlain(box: BoxFragment): boolean {
  const { cut, broken, legend, cells, hasOverflowColumns, column, isMarker, isRepeated } = box;
  const isRare = cut || broken || legend || cells || column;
  return !(isRare || hasOverflowColumns || isMarker || isRepeated);
}

/** Written out: boxes and lines move often, and V8 copies what was copied before slowly. */
function lineAt(line: LineFragment, x: number, y: number): Required<LineFragment> {
  return {
    kind: 'line',
    x,
    y,
    width: line.width,
    height: line.height,
    baseline: line.baseline,
    children: line.children,
    ratio: line.ratio,
    wordSpace: line.wordSpace,
    source: line.source,
    index: line.index,
    overfull: line.overfull,
    hyphenated: line.hyphenated,
    last: line.last,
  };
}

type PlainBox = Omit<
  BoxFragment,
  | 'broken'
  | 'cells'
  | 'cut'
  | 'legend'
  | 'hasOverflowColumns'
  | 'column'
  | 'isMarker'
  | 'isRepeated'
>;

function plainBoxAt(box: PlainBox, x: number, y: number): Required<PlainBox> {
  return {
    kind: 'box',
    x,
    y,
    width: box.width,
    height: box.height,
    style: box.style,
    element: box.element,
    border: box.border,
    padding: box.padding,
    children: box.children,
    firstBaseline: box.firstBaseline,
    lastBaseline: box.lastBaseline,
    picture: box.picture,
    frame: box.frame,
  };
}

/**
 * A box moved to where it stands, `shift` of it by `position: relative`: its baselines are those of its
 * place in flow (CSS 2 §9.4.3).
 */
export function placeRelatively(fragment: BoxFragment, by: Point, shift: Point): BoxFragment {
  const moved = moveFragment(fragment, by);
  if (shift.y === 0) return moved;
  const { firstBaseline, lastBaseline } = fragment;
  return {
    ...moved,
    firstBaseline: firstBaseline === null ? null : firstBaseline - shift.y,
    lastBaseline: lastBaseline === null ? null : lastBaseline - shift.y,
  };
}

/** Waiting boxes as seen from a parent in which their fragment stands at `by`, child `after`. */
export function carryOutOfFlow(
  waiting: readonly OutOfFlow[],
  by: Point,
  after: number,
): readonly OutOfFlow[] {
  return waiting.map((one) => ({
    ...one,
    position: { x: one.position.x + by.x, y: one.position.y + by.y },
    after,
  }));
}

/**
 * Baselines of a box: those of its first and last children in flow that have any. One that keeps its
 * layout inside has none (css-contain-2 §3.2).
 */
export function baselinesOf(children: readonly Fragment[]): {
  readonly firstBaseline: number | null;
  readonly lastBaseline: number | null;
} {
  let firstBaseline: number | null = null;
  let lastBaseline: number | null = null;
  for (const child of children) {
    if (child.kind === 'box' && (child.style.float !== 'none' || child.style.contain.layout))
      continue;
    const first = child.kind === 'box' ? child.firstBaseline : child.baseline;
    const last = child.kind === 'box' ? lastBaselineOf(child) : child.baseline;
    if (first !== null) firstBaseline ??= child.y + first;
    if (last !== null) lastBaseline = child.y + last;
  }
  return { firstBaseline, lastBaseline };
}

/** A table's lines are none of the flow that it stands in (CSS 2 §10.8.1). */
function lastBaselineOf({ style, lastBaseline }: BoxFragment): number | null {
  return style.display === 'table' ? null : lastBaseline;
}

interface FragmentParts {
  readonly box: Box;
  readonly width: number;
  readonly height: number;
  readonly border: Edges;
  readonly padding: Edges;
  readonly children: readonly Fragment[];
  readonly frame: boolean;
  readonly cut?: PieceOf | undefined;
}

/** The fragment of a box, at 0,0. */
export function buildBoxFragment(parts: FragmentParts): BoxFragment {
  const { box, width, height, border, padding, children, frame, cut } = parts;
  const { firstBaseline, lastBaseline } = baselinesOf(children);
  const fragment: BoxFragment = {
    kind: 'box',
    x: 0,
    y: 0,
    width,
    height,
    style: box.style,
    element: box.element,
    border,
    padding,
    children,
    firstBaseline,
    lastBaseline,
    picture: null,
    frame,
  };
  return cut ? { ...fragment, cut } : fragment;
}

/** Edges of a slice: the side that a break cut away is 0 (css-break-3 §5.4). */
export function sliceEdges(edges: Edges, first: boolean, last: boolean): Edges {
  if (first && last) return edges;
  return { ...edges, top: first ? edges.top : 0, bottom: last ? edges.bottom : 0 };
}

/** How far `position: relative` moves a box (CSS 2 §9.4.3). `top` and `left` win. */
export function relativeOffset(style: ComputedStyle, space: Space): Point {
  if (style.position !== 'relative') return { x: 0, y: 0 };
  const { top, right, bottom, left } = style;
  const vertical = (value: typeof top): number | null => {
    if (value === 'auto' || (value.percent !== 0 && space.height === null)) return null;
    return resolveLength(value, space.height ?? 0);
  };
  const x =
    left !== 'auto'
      ? resolveLength(left, space.width)
      : right !== 'auto'
        ? -resolveLength(right, space.width)
        : 0;
  const down = vertical(top);
  const up = down === null ? vertical(bottom) : null;
  return { x, y: down ?? (up === null ? 0 : -up) };
}
