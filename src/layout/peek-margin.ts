/**
 * Margins seen from outside, before a box is laid out (CSS 2 §8.3.1): where a child will begin must
 * be known when it may have to be broken, or when floats stand beside it. And which boxes keep
 * their margins to themselves.
 */
import { type BlockBox, type Box, isFloat, isInFlow, isOutOfFlow } from './box.ts';
import { sideOf } from './exclusions.ts';
import { joinStruts, type MarginStrut, noMargin, strutOf } from './margin.ts';
import {
  type BoxEdges,
  clampHeight,
  clampWidth,
  computeEdges,
  roomFor,
  specifiedHeight,
  widthFrom,
} from './sizing.ts';

/** True for a box that starts a block formatting context of its own (CSS 2 §9.4.1). */
export function isIndependent(box: Box): boolean {
  if (box.kind !== 'block') return true;
  const { style } = box;
  return (
    box.independent ||
    style.display === 'flow-root' ||
    style.display === 'inline-block' ||
    // The canvas takes over what `body` clips (css-overflow-3 §3.3).
    (style.overflowX === 'hidden' && box.element?.tag !== 'body') ||
    style.contain.flow ||
    style.alignContent !== 'normal' ||
    // css-multicol-1 §6, whether it stands in columns or not.
    style.columnSpan === 'all' ||
    isOutOfFlow(box) ||
    isFloat(box) ||
    box.element?.tag === 'html'
  );
}

/** Whether a box that clears floats is held down by them, were it to begin after these margins. */
export type IsCleared = (
  box: Box,
  strut: MarginStrut,
  floatsBefore: { readonly left: boolean; readonly right: boolean },
) => boolean;

/** Top margins of a box: those that meet, and whether it has nothing to part them from the next. */
interface Peeked {
  /** Those that say where the box stands: an empty one stands above its bottom margin. */
  readonly own: MarginStrut;
  /** All that meet. */
  readonly strut: MarginStrut;
  /** The margin that follows may meet them too. */
  readonly open: boolean;
  /** No float and no clearance had a say: the margins are the same wherever the box stands. */
  readonly isPlain: boolean;
}

/** Floats that move with the margins still to come, and how much of a line they are known to take. */
interface Floats {
  left: boolean;
  right: boolean;
  taken: number;
}

const noFloats = (): Floats => ({ left: false, right: false, taken: 0 });

/** The content box around: its height is null where it is not known. */
interface Block {
  readonly width: number;
  readonly height: number | null;
}

/**
 * The top margin a box will show its parent, its first children's included. `before` is the margin
 * that comes before the box, which `isCleared` has to know.
 */
export function peekMarginTop(
  box: Box,
  block: Block,
  before: MarginStrut = noMargin,
  isCleared: IsCleared = () => false,
): MarginStrut {
  return peek(box, block, before, noFloats(), isCleared).own;
}

/** What was seen of a box as if nothing came before it; of deep nesting each box is looked at once. */
const seen = new WeakMap<BlockBox, Block & { readonly peeked: Peeked }>();

function peek(
  box: Box,
  block: Block,
  before: MarginStrut,
  floats: Floats,
  isCleared: IsCleared,
): Peeked {
  if (box.kind !== 'block' || isIndependent(box))
    return ended(joinStruts(before, strutOf(computeEdges(box.style, block.width).margin.top)));
  const alone = peekAlone(box, block);
  return alone.isPlain ? after(before, alone) : peekFrom(box, block, before, floats, isCleared);
}

function peekAlone(box: BlockBox, block: Block): Peeked {
  const known = seen.get(box);
  if (known && known.width === block.width && known.height === block.height) return known.peeked;
  const peeked = peekFrom(box, block, noMargin, noFloats(), () => false);
  seen.set(box, { width: block.width, height: block.height, peeked });
  return peeked;
}

/** Margins that meet those before them. */
function after(before: MarginStrut, { own, strut, open, isPlain }: Peeked): Peeked {
  const met = joinStruts(before, own);
  return { own: met, strut: own === strut ? met : joinStruts(before, strut), open, isPlain };
}

/** The box's own margin, and those of its first children after it. */
function peekFrom(
  box: BlockBox,
  block: Block,
  before: MarginStrut,
  floats: Floats,
  isCleared: IsCleared,
): Peeked {
  const edges = computeEdges(box.style, block.width);
  let strut = joinStruts(before, strutOf(edges.margin.top));
  let isPlain = true;
  if (edges.border.top + edges.padding.top > 0) return ended(strut);
  const height = specifiedHeight(box.style, edges, block.height);
  const inner = {
    width: innerWidth(box, edges, block.width),
    height: height === null ? null : Math.max(0, height - edges.vertical),
  };
  for (const child of box.children) {
    if (child.kind === 'lines') return ended(strut, isPlain);
    if (isFloat(child)) {
      floats[sideOf(child.style)] = true;
      floats.taken += knownWidth(child, inner.width);
      isPlain = false;
    }
    if (!isInFlow(child)) continue;
    if (child.spansColumns || isHeldBelow(child, inner.width, floats)) return ended(strut, isPlain);
    const { clear } = child.style;
    const before = clear === 'none' ? floats : { ...floats };
    const own = peek(child, inner, strut, floats, isCleared);
    isPlain &&= own.isPlain && clear === 'none';
    if (clear !== 'none' && isCleared(child, own.own, before)) return ended(strut, isPlain);
    strut = own.strut;
    if (!own.open) return ended(strut, isPlain);
  }
  if (!isFlat(box, edges, block)) return ended(strut, isPlain);
  return {
    own: strut,
    strut: joinStruts(strut, strutOf(edges.margin.bottom)),
    open: true,
    isPlain,
  };
}

/** Outer width of a float, where lengths and percentages say it and it has a height; else 0. */
function knownWidth({ style }: Box, width: number): number {
  const edges = computeEdges(style, width);
  const own = specifiedHeight(style, edges, null) === 0 ? null : setWidth(style, edges, width);
  return own === null ? 0 : Math.max(0, edges.margin.left + own + edges.margin.right);
}

function setWidth(style: Box['style'], edges: BoxEdges, width: number): number | null {
  const unmeasured = () => ({ minContentPt: 0, maxContentPt: 0 });
  const isSet = typeof style.width === 'object';
  return isSet ? widthFrom(style.width, style, edges, width, unmeasured) : null;
}

/** A formatting context that finds no room beside these floats stands below them: its margin meets none (§9.5). */
function isHeldBelow(child: Box, width: number, { left, right, taken }: Floats): boolean {
  if (!(left || right) || !isIndependent(child)) return false;
  const own = setWidth(child.style, computeEdges(child.style, width), width);
  return own !== null && own > Math.max(0, width - taken) + tolerance;
}

const tolerance = 0.001;

/** Something parts these margins from what follows. */
function ended(strut: MarginStrut, isPlain = true): Peeked {
  return { own: strut, strut, open: false, isPlain };
}

/** Width of the content box where it is set as a length, or follows from the room. */
function innerWidth(box: Box, edges: BoxEdges, width: number): number {
  const { style } = box;
  const room = roomFor(edges, width);
  // What is in a box cannot be measured while margins are looked at.
  const unmeasured = () => ({ minContentPt: room, maxContentPt: room });
  const own = widthFrom(style.width, style, edges, width, unmeasured) ?? room;
  return clampWidth(own, style, edges, width, unmeasured) - edges.horizontal;
}

/** No height, border or padding of its own. */
function isFlat(box: BlockBox, edges: BoxEdges, { width, height }: Block): boolean {
  if (edges.vertical > 0 || box.marker) return false;
  const { style } = box;
  const set = specifiedHeight(style, edges, height);
  if (set === null && style.aspectRatio !== 'auto' && innerWidth(box, edges, width) > 0)
    return false;
  return (set ?? 0) === 0 && clampHeight(0, style, edges, height) === 0;
}
