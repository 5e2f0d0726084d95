/**
 * Writing from right to left and in columns of words (css-writing-modes-4 §6): every algorithm lays
 * out as if lines ran from left to right and stood one below the other. A box whose writing differs
 * from that of the box around it is laid out in coordinates of its own, which are mirrored, or turned
 * about the diagonal, into those around it.
 */
import type { Edges, Point } from '../base/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import type { BoxFragment, Fragment, LegendPlace, LineFragment, TextFragment } from './fragment.ts';

/** From a box's own coordinates to those around it: first about the diagonal, then mirrored. */
export interface Turn {
  readonly swaps: boolean;
  readonly flipsX: boolean;
  readonly flipsY: boolean;
  /**
   * Whether the sides of a line, which are what `left` and `right` mean, change places
   * (css-writing-modes-4 §6.3): a line from right to left begins at its right, in whatever mode.
   */
  readonly flipsLine: boolean;
}

export const noTurn: Turn = { swaps: false, flipsX: false, flipsY: false, flipsLine: false };

export function isNoTurn({ swaps, flipsX, flipsY, flipsLine }: Turn): boolean {
  return !swaps && !flipsX && !flipsY && !flipsLine;
}

/** From a box's own coordinates to the page's. */
export function turnOfWriting({
  direction,
  writingMode,
}: Pick<ComputedStyle, 'direction' | 'writingMode'>): Turn {
  const flipsLine = direction === 'rtl';
  if (writingMode === 'horizontal-tb') {
    return { swaps: false, flipsX: flipsLine, flipsY: false, flipsLine };
  }
  // Lines of `sideways-lr` run upwards.
  const flipsY = flipsLine !== (writingMode === 'sideways-lr');
  return { swaps: true, flipsX: writingMode.endsWith('-rl'), flipsY, flipsLine };
}

/** `inner`, then `outer`. */
export function joinTurns(outer: Turn, inner: Turn): Turn {
  const { flipsX, flipsY } = inner;
  const [x, y] = outer.swaps ? [flipsY, flipsX] : [flipsX, flipsY];
  return {
    swaps: outer.swaps !== inner.swaps,
    flipsX: x !== outer.flipsX,
    flipsY: y !== outer.flipsY,
    flipsLine: outer.flipsLine !== inner.flipsLine,
  };
}

export function turnBack(turn: Turn): Turn {
  return turn.swaps ? { ...turn, flipsX: turn.flipsY, flipsY: turn.flipsX } : turn;
}

/** Lengths by side after the turn. */
export function turnEdges<T>(
  edges: { readonly top: T; readonly right: T; readonly bottom: T; readonly left: T },
  { swaps, flipsX, flipsY }: Turn,
): { readonly top: T; readonly right: T; readonly bottom: T; readonly left: T } {
  const { top, right, bottom, left } = swaps
    ? { top: edges.left, right: edges.bottom, bottom: edges.right, left: edges.top }
    : edges;
  return {
    top: flipsY ? bottom : top,
    bottom: flipsY ? top : bottom,
    left: flipsX ? right : left,
    right: flipsX ? left : right,
  };
}

/** A point in a box of that size, which is the box's own before the turn. */
export function turnPoint(
  { x, y }: Point,
  width: number,
  height: number,
  { swaps, flipsX, flipsY }: Turn,
): Point {
  const [across, down] = swaps ? [y, x] : [x, y];
  const [wide, high] = swaps ? [height, width] : [width, height];
  return { x: flipsX ? wide - across : across, y: flipsY ? high - down : down };
}

type MutableStyle = { -readonly [K in keyof ComputedStyle]: ComputedStyle[K] };

const keyOf = ({ swaps, flipsX, flipsY, flipsLine }: Turn): number =>
  (flipsLine ? 8 : 0) + (swaps ? 4 : 0) + (flipsX ? 2 : 0) + (flipsY ? 1 : 0);

const turnedStyles = new WeakMap<ComputedStyle, Map<number, ComputedStyle>>();

/** The style as it is after the turn, as far as layout asks it. Made once for each style. */
export function turnStyle(style: ComputedStyle, turn: Turn): ComputedStyle {
  const key = keyOf(turn);
  if (key === 0) return style;
  const known = turnedStyles.get(style) ?? new Map<number, ComputedStyle>();
  turnedStyles.set(style, known);
  const before = known.get(key);
  if (before) return before;
  const made = makeTurned(style, turn);
  known.set(key, made);
  // Turned back it is the same object again.
  const back = turnedStyles.get(made) ?? new Map<number, ComputedStyle>();
  turnedStyles.set(made, back.set(keyOf(turnBack(turn)), style));
  return made;
}

function makeTurned(style: ComputedStyle, turn: Turn): ComputedStyle {
  const made: MutableStyle = { ...style };
  turnSides(made, style, turn);
  if (turn.swaps) {
    [made.width, made.height] = [style.height, style.width];
    [made.minWidth, made.minHeight] = [style.minHeight, style.minWidth];
    [made.containIntrinsicWidth, made.containIntrinsicHeight] = [
      style.containIntrinsicHeight,
      style.containIntrinsicWidth,
    ];
    [made.maxWidth, made.maxHeight] = [style.maxHeight, style.maxWidth];
    if (style.aspectRatio !== 'auto') {
      const { ratio, isAuto } = style.aspectRatio;
      made.aspectRatio = { ratio: 1 / ratio, isAuto };
    }
  }
  if (turn.flipsLine) mirrorKeywords(made, style);
  return made;
}

function turnSides(made: MutableStyle, style: ComputedStyle, turn: Turn): void {
  const margin = turnEdges(
    {
      top: style.marginTop,
      right: style.marginRight,
      bottom: style.marginBottom,
      left: style.marginLeft,
    },
    turn,
  );
  made.marginTop = margin.top;
  made.marginRight = margin.right;
  made.marginBottom = margin.bottom;
  made.marginLeft = margin.left;
  const padding = turnEdges(
    {
      top: style.paddingTop,
      right: style.paddingRight,
      bottom: style.paddingBottom,
      left: style.paddingLeft,
    },
    turn,
  );
  made.paddingTop = padding.top;
  made.paddingRight = padding.right;
  made.paddingBottom = padding.bottom;
  made.paddingLeft = padding.left;
  const inset = turnEdges(style, turn);
  made.top = inset.top;
  made.right = inset.right;
  made.bottom = inset.bottom;
  made.left = inset.left;
  turnBorders(made, style, turn);
}

function turnBorders(made: MutableStyle, style: ComputedStyle, turn: Turn): void {
  const border = turnEdges(
    {
      top: [style.borderTopWidth, style.borderTopStyle, style.borderTopColor] as const,
      right: [style.borderRightWidth, style.borderRightStyle, style.borderRightColor] as const,
      bottom: [style.borderBottomWidth, style.borderBottomStyle, style.borderBottomColor] as const,
      left: [style.borderLeftWidth, style.borderLeftStyle, style.borderLeftColor] as const,
    },
    turn,
  );
  [made.borderTopWidth, made.borderTopStyle, made.borderTopColor] = border.top;
  [made.borderRightWidth, made.borderRightStyle, made.borderRightColor] = border.right;
  [made.borderBottomWidth, made.borderBottomStyle, made.borderBottomColor] = border.bottom;
  [made.borderLeftWidth, made.borderLeftStyle, made.borderLeftColor] = border.left;
}

function mirrored<T extends string>(value: T): T {
  if (value === 'left') return 'right' as T;
  if (value === '-webkit-left') return '-webkit-right' as T;
  if (value === '-webkit-right') return '-webkit-left' as T;
  return value === 'right' ? ('left' as T) : value;
}

/** `left` and `right` are sides of the line (css-writing-modes-4 §6.2). */
function mirrorKeywords(made: MutableStyle, style: ComputedStyle): void {
  made.textAlign = mirrored(style.textAlign);
  made.textAlignLast = mirrored(style.textAlignLast);
  made.float = mirrored(style.float);
  made.clear = mirrored(style.clear);
  made.justifyContent = mirrored(style.justifyContent);
  made.justifyItems = mirrored(style.justifyItems);
  made.justifySelf = mirrored(style.justifySelf);
}

/** A finished fragment, at 0,0, in the coordinates around it. */
export function turnFragment(fragment: BoxFragment, turn: Turn): BoxFragment {
  return turnBox(fragment, turn);
}

function turnBox(fragment: BoxFragment, turn: Turn): BoxFragment {
  const { width, height, picture } = fragment;
  return {
    ...fragment,
    ...sizeOf(fragment, turn),
    style: turnStyle(fragment.style, turn),
    border: turnEdges(fragment.border, turn) as Edges,
    padding: turnEdges(fragment.padding, turn) as Edges,
    ...(fragment.broken && { broken: turnEdges(fragment.broken, turn) }),
    children: fragment.children.map((child) => turnChild(child, width, height, turn)),
    ...(fragment.legend ? { legend: turnLegend(fragment.legend, width, height, turn) } : {}),
    ...(turn.swaps || turn.flipsY ? { firstBaseline: null, lastBaseline: null } : {}),
    ...(picture
      ? { picture: { ...picture, objectRect: turnRect(picture.objectRect, width, height, turn) } }
      : {}),
  };
}

function turnLegend(legend: LegendPlace, width: number, height: number, turn: Turn): LegendPlace {
  const inset = turnEdges(legend.inset, turn);
  const border = turnEdges(legend.border, turn);
  return { ...turnRect(legend, width, height, turn), inset, border };
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function sizeOf({ width, height }: Placed, { swaps }: Turn) {
  return swaps ? { width: height, height: width } : { width, height };
}

/** A rectangle inside a box of that size. */
function turnRect(rect: Placed, width: number, height: number, turn: Turn): Placed {
  const one = turnPoint(rect, width, height, turn);
  const far = { x: rect.x + rect.width, y: rect.y + rect.height };
  const other = turnPoint(far, width, height, turn);
  return { x: Math.min(one.x, other.x), y: Math.min(one.y, other.y), ...sizeOf(rect, turn) };
}

function turnChild<F extends Fragment>(child: F, width: number, height: number, turn: Turn): F {
  // Widths may be negative where a margin is: the corner decides, not the lesser end.
  const { x, y } = turnRect(child, width, height, turn);
  return { ...turnInside(child, turn), x, y } as F;
}

function turnInside(child: Fragment, turn: Turn): Fragment {
  if (child.kind === 'box') return turnBox(child, turn);
  return child.kind === 'text' ? turnText(child, turn) : turnLine(child, turn);
}

function turnLine(line: LineFragment, turn: Turn): LineFragment {
  const { width, height } = line;
  return {
    ...line,
    ...sizeOf(line, turn),
    children: line.children.map((child) => turnChild(child, width, height, turn)),
  };
}

/** Letters lie on their side. */
function turnText(text: TextFragment, turn: Turn): TextFragment {
  const own = { ...text, ...sizeOf(text, turn), style: turnStyle(text.style, turn) };
  return turn.swaps ? { ...own, isOnSide: text.isOnSide !== true } : own;
}
