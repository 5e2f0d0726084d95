/**
 * A line box: its height from what stands in it, and each piece at its height (CSS 2 §10.8).
 * Boxes aligned to the line's top or bottom are placed last, when the rest has given the height.
 */
import type { Edges, Point } from '../base/index.ts';
import { resolveLength } from '../style/index.ts';
import type { Line } from '../text/index.ts';
import type { LinesBox } from './box.ts';
import { carryOutOfFlow, moveFragment } from './box-fragment.ts';
import type { BoxFragment, LineFragment, TextFragment } from './fragment.ts';
import {
  baselineShift,
  type Extent,
  fallbackExtent,
  type InlineMetrics,
  inlineMetrics,
} from './line-metrics.ts';
import { buildLineTree, type GlyphPiece, type InlineSlice, type LineNode } from './line-tree.ts';
import type { Paragraph } from './paragraph.ts';
import { computeEdges, hasRadius } from './sizing.ts';
import type { Laid, LayoutContext, OutOfFlow, Space } from './space.ts';
import { textFragments } from './text-fragment.ts';
import { edgesInLine, isLineFlipped } from './vertical-lines.ts';

/** A node with its baseline found: `shift` below the baseline of the group it is in. */
interface Leveled {
  readonly node: LineNode;
  readonly shift: number;
  readonly extent: Extent;
  readonly metrics: InlineMetrics;
  readonly children: readonly Leveled[];
}

/** Nodes that move together: the line's own, or a box with `vertical-align: top` or `bottom`. */
interface Group {
  readonly align: 'line' | 'top' | 'bottom';
  above: number;
  below: number;
  /** Set when the line's height is known: the group's baseline below the line's top. */
  baseline: number;
}

interface Leveling {
  readonly groups: Group[];
  readonly groupOf: Map<Leveled, Group>;
  readonly context: LayoutContext;
  readonly width: number;
  /** Height of the containing block; null where it is not known. */
  readonly around: number | null;
  /** Quirks mode: boxes without words of their own hold no line open (quirks §3.3). */
  readonly isQuirky: boolean;
  /** The line is built with the heads of its letters above, and turned over when it is done. */
  readonly isFlipped: boolean;
  /** Its coordinates run from the right. */
  readonly isMirrored: boolean;
}

const noExtent: Extent = { above: Number.NEGATIVE_INFINITY, below: Number.NEGATIVE_INFINITY };

export interface LaidLine {
  readonly fragment: LineFragment;
  readonly outOfFlow: readonly OutOfFlow[];
}

/** The fragment of one line at y 0, in a containing block of that width. */
export function layoutLineBox(
  line: Line,
  paragraph: Paragraph,
  box: LinesBox,
  { width, height: around }: Pick<Space, 'width' | 'height'>,
  context: LayoutContext,
): LaidLine {
  const strut = inlineMetrics(strutStyle(line, paragraph, box), context);
  const isFlipped = isLineFlipped(box.style);
  const isQuirky = context.styled.document.mode !== undefined;
  const { above, below } = isQuirky ? noExtent : strut.leaded;
  const main: Group = { align: 'line', above, below, baseline: 0 };
  const groupOf = new Map<Leveled, Group>();
  const isMirrored = box.style.direction === 'rtl';
  const groups = [main];
  const leveling = { groups, groupOf, context, width, around, isQuirky, isFlipped, isMirrored };
  const nodes = buildLineTree(line, paragraph, box, width).map((node) =>
    level(node, 0, strut, main, leveling),
  );
  // Nothing but a line break: the line is as high as the block says.
  if (main.above === Number.NEGATIVE_INFINITY) {
    main.above = nodes.length === 0 ? strut.leaded.above : 0;
    main.below = nodes.length === 0 ? strut.leaded.below : 0;
  }
  if (box.style.lineSnap === 'baseline') keepToGrid(main, strut);
  const height = placeGroups(leveling.groups);
  const x = line.xPt;
  const found: OutOfFlow[] = [];
  const children: (TextFragment | BoxFragment)[] = [];
  for (const node of nodes) {
    children.push(...buildNode(node, { x, y: 0 }, main, leveling, found));
  }
  const outOfFlow = isFlipped ? found.map((one) => flipWaiting(one, height)) : found;
  const fragment: LineFragment = {
    kind: 'line',
    x,
    y: 0,
    width: line.widthPt,
    height,
    baseline: isFlipped ? height - main.baseline : main.baseline,
    children: isFlipped ? children.map((one) => flipIn(one, height)) : children,
    ratio: line.ratio,
    wordSpace: line.wordSpace,
    source: line.source,
    index: line.index,
    overfull: line.overfull,
    hyphenated: line.hyphenated,
    last: line.last,
  };
  return { fragment, outOfFlow };
}

/** Share of the line height that may stand out of a line on the grid without moving it. */
const unseenShare = 0.4;

/**
 * A line on the grid is as high as the block says, though a raised figure stands out of it.
 * Deviation: css-line-grid would push it, and the next, down to the grid's next lines.
 */
function keepToGrid(main: Group, { leaded, lineHeight }: InlineMetrics): void {
  const most = unseenShare * lineHeight;
  if (main.above > leaded.above && main.above - leaded.above <= most) main.above = leaded.above;
  if (main.below > leaded.below && main.below - leaded.below <= most) main.below = leaded.below;
}

type InLine = TextFragment | BoxFragment;

/** A piece of a line, or of an inline box of that height, upside down; what is in atoms stays. */
function flipIn(one: InLine, height: number): InLine {
  const y = height - one.y - one.height;
  if (one.kind === 'text' || !isInlineBox(one)) return { ...one, y };
  return {
    ...one,
    y,
    border: edgesInLine(one.border, true),
    padding: edgesInLine(one.padding, true),
    children: one.children.map((child) => flipIn(child as InLine, one.height)),
  };
}

/** A waiting box in a line that was turned over; see `waitingInAtom`. */
function flipWaiting(waiting: OutOfFlow, height: number): OutOfFlow {
  const { x, y } = waiting.position;
  return { ...waiting, position: { x, y: height - y } };
}

function isInlineBox({ style, picture }: BoxFragment): boolean {
  return style.display === 'inline' && picture === null;
}

/** The block's own style, or that of its `::first-line`. */
function strutStyle(line: Line, { sources }: Paragraph, box: LinesBox): LinesBox['style'] {
  const [first] = line.pieces;
  const outer = box.firstLine && first ? sources[first.item]?.chain[0] : undefined;
  return outer?.isFirstLine ? outer.style : box.style;
}

/** What a node itself takes above and below its own baseline, and the measures its children refer to. */
function ownExtent(
  node: LineNode,
  parent: InlineMetrics,
  leveling: Leveling,
): { readonly extent: Extent; readonly metrics: InlineMetrics } {
  if (node.kind === 'text') {
    const { piece, source } = node;
    const { style } = source.text;
    const fallback = fallbackExtent(piece.run.font, style, leveling.context);
    // Words of an element without a box (`display: contents`) keep its line height.
    return { extent: fallback ?? inlineMetrics(style, leveling.context).leaded, metrics: parent };
  }
  if (node.kind === 'inline') {
    const metrics = inlineMetrics(node.edge.style, leveling.context);
    return { extent: metrics.leaded, metrics };
  }
  const { margin } = computeEdges(node.source.box.style, leveling.width);
  const height = margin.top + node.source.atom.laid.fragment.height + margin.bottom;
  const { baseline } = node.source.atom;
  const above = leveling.isFlipped ? height - baseline : baseline;
  return { extent: { above, below: height - above }, metrics: parent };
}

function level(
  node: LineNode,
  parentShift: number,
  parent: InlineMetrics,
  parentGroup: Group,
  leveling: Leveling,
): Leveled {
  const { extent, metrics } = ownExtent(node, parent, leveling);
  const shift = shiftOf(node, extent, metrics, parent, leveling.context);
  let group = parentGroup;
  if (shift === null) {
    const align = styleOf(node)?.verticalAlign === 'top' ? 'top' : 'bottom';
    group = {
      align,
      above: Number.NEGATIVE_INFINITY,
      below: Number.NEGATIVE_INFINITY,
      baseline: 0,
    };
    leveling.groups.push(group);
  }
  const total = shift === null ? 0 : parentShift + shift;
  if (!leveling.isQuirky || holdsOpen(node, leveling)) {
    group.above = Math.max(group.above, extent.above - total);
    group.below = Math.max(group.below, extent.below + total);
  }
  const children =
    node.kind === 'inline'
      ? node.children.map((child) => level(child, total, metrics, group, leveling))
      : [];
  const leveled = { node, shift: total, extent, metrics, children };
  leveling.groupOf.set(leveled, group);
  return leveled;
}

/** In quirks mode: words, atoms, and boxes with edges along the line. */
function holdsOpen(node: LineNode, { width }: Leveling): boolean {
  if (node.kind !== 'inline') return true;
  const { border, padding } = computeEdges(node.edge.style, width);
  return border.left + border.right + padding.left + padding.right > 0;
}

function styleOf(node: LineNode) {
  if (node.kind === 'inline') return node.edge.style;
  return node.kind === 'atom' ? node.source.box.style : undefined;
}

function shiftOf(
  node: LineNode,
  extent: Extent,
  metrics: InlineMetrics,
  parent: InlineMetrics,
  context: LayoutContext,
): number | null {
  const style = styleOf(node);
  if (!style) return 0;
  // CSS 2 §10.8.1: percentages refer to the line height of the box itself, be it an atom.
  const { verticalAlign } = style;
  const isShare = typeof verticalAlign === 'object' && verticalAlign.percent !== 0;
  const own = node.kind === 'atom' && isShare ? inlineMetrics(style, context) : metrics;
  return baselineShift(style, extent, own.lineHeight, parent);
}

/** The line's height, and each group's baseline in it. */
function placeGroups(groups: readonly Group[]): number {
  const [main, ...aligned] = groups;
  if (!main) return 0;
  let { above, below } = main;
  // The tallest decides which side grows; among equals the first.
  const tallest = aligned.toSorted((a, b) => b.above + b.below - a.above - a.below);
  for (const group of tallest) {
    const more = group.above + group.below - (above + below);
    if (more <= 0) continue;
    // Deviation: CSS leaves open which side grows; a `top` box hangs down, a `bottom` box stands up.
    if (group.align === 'top') below += more;
    else above += more;
  }
  const height = above + below;
  main.baseline = above;
  for (const group of aligned) {
    group.baseline = group.align === 'top' ? group.above : height - group.below;
  }
  return height;
}

/** Fragments of a node. `origin`: the parent fragment's top left, relative to line start and top. */
function buildNode(
  leveled: Leveled,
  origin: Point,
  main: Group,
  leveling: Leveling,
  outOfFlow: OutOfFlow[],
): readonly (TextFragment | BoxFragment)[] {
  const { node } = leveled;
  const group = leveling.groupOf.get(leveled) ?? main;
  const baseline = group.baseline + leveled.shift;
  if (node.kind === 'text') {
    const feet = baseline + feetOf(node.piece, leveled.metrics);
    return textFragments(node.piece, node.source.text, feet, origin, leveling.isMirrored);
  }
  if (node.kind === 'inline') {
    return [buildSlice(leveled, node, baseline, origin, main, leveling, outOfFlow)];
  }
  const { style } = node.source.box;
  const margin = edgesInLine(computeEdges(style, leveling.width).margin, leveling.isFlipped);
  const { laid } = node.source.atom;
  const shift = relativeShift(style, leveling);
  const place = {
    x: node.xPt + margin.left + shift.x,
    y: baseline - leveled.extent.above + margin.top + shift.y,
  };
  outOfFlow.push(...waitingInAtom(laid, place, leveling.isFlipped));
  return [moveFragment(laid.fragment, { x: place.x - origin.x, y: place.y - origin.y })];
}

/** From the baseline of the line down to that of the letters; upright ones stand about its middle. */
function feetOf({ run }: GlyphPiece, { feet }: InlineMetrics): number {
  if (!run.isUpright) return feet;
  const { ascentEm, descentEm } = run.font.metrics;
  return ((ascentEm - descentEm) * run.sizePt) / 2;
}

/** Boxes that wait in an atom; their places are turned over with the line and then are as they were. */
function waitingInAtom(
  { fragment, outOfFlow }: Laid,
  place: Point,
  isFlipped: boolean,
): readonly OutOfFlow[] {
  const carried = carryOutOfFlow(outOfFlow, place, 0);
  if (!isFlipped) return carried;
  const foot = 2 * place.y + fragment.height;
  return carried.map((one) => ({
    ...one,
    position: { x: one.position.x, y: foot - one.position.y },
  }));
}

function buildSlice(
  leveled: Leveled,
  node: InlineSlice,
  baseline: number,
  origin: Point,
  main: Group,
  leveling: Leveling,
  outOfFlow: OutOfFlow[],
): BoxFragment {
  const { style, element } = node.edge;
  const edges = computeEdges(style, leveling.width);
  const border = edgesInLine(cutSides(edges.border, node), leveling.isFlipped);
  const padding = edgesInLine(cutSides(edges.padding, node), leveling.isFlipped);
  const left = node.startPt + (node.hasLeft ? edges.margin.left : 0);
  const right = node.endPt - (node.hasRight ? edges.margin.right : 0);
  const { content } = leveled.metrics;
  const top = baseline - content.above - padding.top - border.top;
  const bottom = baseline + content.below + padding.bottom + border.bottom;
  const shift = relativeShift(style, leveling);
  const children = leveled.children.flatMap((child) =>
    buildNode(child, { x: left, y: top }, main, leveling, outOfFlow),
  );
  const fragment: BoxFragment = {
    kind: 'box',
    x: left - origin.x + shift.x,
    y: top - origin.y + shift.y,
    width: right - left,
    height: bottom - top,
    style,
    element,
    border,
    padding,
    children,
    firstBaseline: baseline - top,
    lastBaseline: baseline - top,
    picture: null,
    frame: false,
  };
  const isWhole = node.hasLeft && node.hasRight;
  if (isWhole) return fragment;
  const broken = { top: false, right: !node.hasRight, bottom: false, left: !node.hasLeft };
  return hasRadius(style) ? { ...fragment, broken } : fragment;
}

function cutSides(edges: Edges, { hasLeft, hasRight }: InlineSlice): Edges {
  return { ...edges, left: hasLeft ? edges.left : 0, right: hasRight ? edges.right : 0 };
}

function relativeShift(style: BoxFragment['style'], { width, around, isFlipped }: Leveling): Point {
  const { position, top, right, bottom, left } = style;
  if (position !== 'relative') return { x: 0, y: 0 };
  const along = (start: typeof left, end: typeof left) => {
    if (start !== 'auto') return resolveLength(start, width);
    return end === 'auto' ? 0 : -resolveLength(end, width);
  };
  const isSet = (side: typeof top) =>
    side !== 'auto' && (side.percent === 0 || around !== null) ? side : null;
  const across = (start: typeof top, end: typeof top) => {
    const [from, to] = [isSet(start), isSet(end)];
    if (from) return resolveLength(from, around ?? 0);
    return to ? -resolveLength(to, around ?? 0) : 0;
  };
  const down = across(top, bottom);
  return { x: along(left, right), y: isFlipped ? -down : down };
}
