/**
 * Borders (css-backgrounds-3 §3): solid and double as filled rings, dashed and dotted as strokes.
 * Sides that differ meet in a mitre from the outer to the inner corner.
 */
import type { Edges, Path, PathSegment, Point, Rect } from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import { ringPath } from './border-ring.ts';
import { clipItems, fillPath } from './boxes.ts';
import type { DisplayItem, Origin } from './item.ts';
import { closedPattern, openPattern } from './line-patterns.ts';
import { isEmptyRect, pathLength } from './outline.ts';
import { hasRelief, isInHalves, shadeSides } from './relief.ts';
import {
  growRounded,
  hasRoundCorner,
  insetRounded,
  type RoundedRect,
  roundedPath,
} from './rounded.ts';

export type SideName = 'top' | 'right' | 'bottom' | 'left';
type LineStyle = ComputedStyle['borderTopStyle'];

/** How one side is drawn. */
export interface BorderSide {
  readonly width: number;
  readonly style: LineStyle;
  readonly color: AuthorColor;
}

export type BorderSides = Readonly<Record<SideName, BorderSide>>;

const sideNames = ['top', 'right', 'bottom', 'left'] as const;

/** The sides of a box; `widths` are the used ones, 0 where a break cut the side away. */
export function sidesOf(style: ComputedStyle, widths: Edges): BorderSides {
  const side = (name: SideName, lineStyle: LineStyle, color: AuthorColor): BorderSide => ({
    width: widths[name],
    style: lineStyle,
    color,
  });
  return {
    top: side('top', style.borderTopStyle, style.borderTopColor),
    right: side('right', style.borderRightStyle, style.borderRightColor),
    bottom: side('bottom', style.borderBottomStyle, style.borderBottomColor),
    left: side('left', style.borderLeftStyle, style.borderLeftColor),
  };
}

function isVisible({ width, style, color }: BorderSide): boolean {
  return width > 0 && style !== 'none' && style !== 'hidden' && color.alpha > 0;
}

function isSameColor(one: AuthorColor, other: AuthorColor): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function isAlike(one: BorderSide, other: BorderSide): boolean {
  return one.style === other.style && isSameColor(one.color, other.color);
}

function widthsOf(sides: BorderSides, share = 1): Edges {
  return {
    top: sides.top.width * share,
    right: sides.right.width * share,
    bottom: sides.bottom.width * share,
    left: sides.left.width * share,
  };
}

function isSolid(style: LineStyle): boolean {
  return style !== 'double' && style !== 'dashed' && style !== 'dotted';
}

/** Rings of a solid or double border around the whole box. */
function ringItems(
  side: BorderSide,
  outer: RoundedRect,
  sides: BorderSides,
  origin: Origin,
): readonly DisplayItem<AuthorColor>[] {
  const widths = widthsOf(sides);
  const at = (share: number) => insetRounded(outer, widthsOf(sides, share));
  const ring = (from: number, to: number) =>
    fillPath(ringPath(at(from), at(to), widths), side.color, origin, 'evenodd');
  return side.style === 'double' ? [ring(0, 1 / 3), ring(2 / 3, 1)] : [ring(0, 1)];
}

function strokeItem(
  path: Path,
  { width, color }: BorderSide,
  pattern: ReturnType<typeof openPattern>,
  origin: Origin,
): DisplayItem<AuthorColor> {
  return {
    ...origin,
    kind: 'stroke',
    path,
    paint: { kind: 'solid', color },
    widthPt: width,
    cap: pattern.cap,
    join: 'miter',
    miterLimit: 10,
    dashPt: pattern.dashPt,
    dashOffsetPt: 0,
  };
}

/** Dashes or dots on the centre line all around: for round corners and even sides. */
function closedLine(
  side: BorderSide,
  style: 'dashed' | 'dotted',
  outer: RoundedRect,
  sides: BorderSides,
  origin: Origin,
): DisplayItem<AuthorColor> {
  const path = roundedPath(insetRounded(outer, widthsOf(sides, 0.5)));
  return strokeItem(path, side, closedPattern(style, side.width, pathLength(path)), origin);
}

/** The ends of a side's centre line, from outer edge to outer edge of the box. */
function centreLine(name: SideName, width: number, { x, y, width: w, height: h }: Rect) {
  const half = width / 2;
  switch (name) {
    case 'top':
      return [
        { x, y: y + half },
        { x: x + w, y: y + half },
      ] as const;
    case 'right':
      return [
        { x: x + w - half, y },
        { x: x + w - half, y: y + h },
      ] as const;
    case 'bottom':
      return [
        { x, y: y + h - half },
        { x: x + w, y: y + h - half },
      ] as const;
    case 'left':
      return [
        { x: x + half, y },
        { x: x + half, y: y + h },
      ] as const;
  }
}

/** A straight dashed or dotted side. Dots keep half a width off the ends: they are round. */
function openLine(
  name: SideName,
  side: BorderSide,
  style: 'dashed' | 'dotted',
  rect: Rect,
  origin: Origin,
): DisplayItem<AuthorColor> {
  const [from, to] = centreLine(name, side.width, rect);
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  const cut = style === 'dotted' ? Math.min(side.width, length) / 2 : 0;
  const isAcross = from.y === to.y;
  const [dx, dy] = isAcross ? [cut, 0] : [0, cut];
  // The last dot begins at the very end, and a rounding must not lose it.
  const more = style === 'dotted' ? side.width / 100 : 0;
  const path: Path = [
    { kind: 'move', x: from.x + dx, y: from.y + dy },
    { kind: 'line', x: to.x - dx + (isAcross ? more : 0), y: to.y - dy + (isAcross ? 0 : more) },
  ];
  return strokeItem(path, side, openPattern(style, side.width, length - 2 * cut), origin);
}

/** Where the mitres at both ends of a side meet, in widths of the side: beyond, they would cross. */
function whereMitresMeet(name: SideName, { width, height }: Rect, sides: BorderSides): number {
  const isAcross = name === 'top' || name === 'bottom';
  const [one, other] = isAcross ? [sides.left, sides.right] : [sides.top, sides.bottom];
  const both = one.width + other.width;
  return both === 0 ? Number.POSITIVE_INFINITY : (isAcross ? width : height) / both;
}

/**
 * The part of the border that belongs to one side: from the outer corners along the mitres, as
 * far in as borders and curves reach.
 */
function mitrePath(name: SideName, outer: RoundedRect, sides: BorderSides): Path {
  const { rect, radii } = outer;
  const corners = {
    topLeft: { x: rect.x, y: rect.y, dx: sides.left.width, dy: sides.top.width },
    topRight: { x: rect.x + rect.width, y: rect.y, dx: -sides.right.width, dy: sides.top.width },
    bottomRight: {
      x: rect.x + rect.width,
      y: rect.y + rect.height,
      dx: -sides.right.width,
      dy: -sides.bottom.width,
    },
    bottomLeft: {
      x: rect.x,
      y: rect.y + rect.height,
      dx: sides.left.width,
      dy: -sides.bottom.width,
    },
  };
  const ends = {
    top: ['topLeft', 'topRight'],
    right: ['topRight', 'bottomRight'],
    bottom: ['bottomRight', 'bottomLeft'],
    left: ['bottomLeft', 'topLeft'],
  } as const;
  const [start, end] = ends[name];
  const meeting = whereMitresMeet(name, rect, sides);
  const inner = (corner: keyof typeof corners): Point => {
    const { x, y, dx, dy } = corners[corner];
    const radius = radii[corner];
    // The inner edge is met before the mitre leaves the corner.
    const curve = Math.min(
      dx === 0 ? Number.POSITIVE_INFINITY : radius.x / Math.abs(dx),
      dy === 0 ? Number.POSITIVE_INFINITY : radius.y / Math.abs(dy),
    );
    const reach = Math.min(Number.isFinite(curve) ? Math.max(1, curve) : 1, meeting);
    return { x: x + dx * reach, y: y + dy * reach };
  };
  const points: readonly Point[] = [corners[start], corners[end], inner(end), inner(start)];
  return polygon(points);
}

function polygon(points: readonly Point[]): Path {
  const lines = points.map(
    ({ x, y }, index): PathSegment => ({ kind: index === 0 ? 'move' : 'line', x, y }),
  );
  return [...lines, { kind: 'close' }];
}

const neighbours = {
  top: ['left', 'right'],
  right: ['top', 'bottom'],
  bottom: ['left', 'right'],
  left: ['top', 'bottom'],
} as const;

/** True where a side that looks otherwise begins at one of its ends. */
function meetsAnother(name: SideName, sides: BorderSides): boolean {
  return neighbours[name].some(
    (other) => isVisible(sides[other]) && !isAlike(sides[other], sides[name]),
  );
}

/** One side on its own, cut at the mitres. */
function sideItems(
  name: SideName,
  outer: RoundedRect,
  sides: BorderSides,
  origin: Origin,
): readonly DisplayItem<AuthorColor>[] {
  const side = sides[name];
  const isRound = hasRoundCorner(outer.radii);
  const mitre = mitrePath(name, outer, sides);
  if (isSolid(side.style) && !isRound) return [fillPath(mitre, side.color, origin)];
  if (side.style === 'dashed' || side.style === 'dotted') {
    if (!isRound) {
      const line = openLine(name, side, side.style, outer.rect, origin);
      return [meetsAnother(name, sides) ? clipItems([line], mitre, origin) : line];
    }
    return [clipItems([closedLine(side, side.style, outer, sides, origin)], mitre, origin)];
  }
  return [clipItems(ringItems(side, outer, sides, origin), mitre, origin)];
}

/** The rectangle of a single straight solid side: a rule above, below or beside a box. */
function ruleRect(name: SideName, width: number, { x, y, width: w, height: h }: Rect): Rect {
  switch (name) {
    case 'top':
      return { x, y, width: w, height: width };
    case 'right':
      return { x: x + w - width, y, width, height: h };
    case 'bottom':
      return { x, y: y + h - width, width: w, height: width };
    case 'left':
      return { x, y, width, height: h };
  }
}

/** css-ui-4 §5: a border of one style around the border box, which takes no room. */
export function paintOutline(
  { outlineWidth: width, outlineStyle: style, outlineColor: color, outlineOffset }: ComputedStyle,
  border: RoundedRect,
  origin: Origin,
): readonly DisplayItem<AuthorColor>[] {
  const side: BorderSide = { width, style, color };
  const sides = { top: side, right: side, bottom: side, left: side };
  return paintBorder(sides, growRounded(border, outlineOffset + width), origin);
}

/** Some of the sides; the others keep their widths and are not drawn. */
function pickSides(sides: BorderSides, isWanted: (side: BorderSide) => boolean): BorderSides {
  const pick = (side: BorderSide): BorderSide =>
    isWanted(side) ? side : { ...side, style: 'none' };
  const { top, right, bottom, left } = sides;
  return { top: pick(top), right: pick(right), bottom: pick(bottom), left: pick(left) };
}

/** A relief as solid lines in two shades; in two halves where they are shaded apart. */
function paintRelief(
  sides: BorderSides,
  outer: RoundedRect,
  origin: Origin,
): readonly DisplayItem<AuthorColor>[] {
  if (!sideNames.some((name) => isInHalves(sides[name])))
    return paintLines(shadeSides(sides, false, 1), outer, origin);
  const half = insetRounded(outer, widthsOf(sides, 0.5));
  const whole = pickSides(sides, (side) => !isInHalves(side));
  const halved = pickSides(sides, isInHalves);
  return [
    ...paintLines(shadeSides(whole, false, 1), outer, origin),
    ...paintLines(shadeSides(halved, false, 0.5), outer, origin),
    ...paintLines(shadeSides(halved, true, 0.5), half, origin),
  ];
}

/** Items of a border whose outer edge is `outer`. */
export function paintBorder(
  sides: BorderSides,
  outer: RoundedRect,
  origin: Origin,
): readonly DisplayItem<AuthorColor>[] {
  return hasRelief(sides) ? paintRelief(sides, outer, origin) : paintLines(sides, outer, origin);
}

/** Sides alike are drawn as one. */
function paintLines(
  sides: BorderSides,
  outer: RoundedRect,
  origin: Origin,
): readonly DisplayItem<AuthorColor>[] {
  const names = sideNames.filter((name) => isVisible(sides[name]));
  const [first] = names;
  if (!first || isEmptyRect(outer.rect)) return [];
  const side = sides[first];
  const isRound = hasRoundCorner(outer.radii);
  const isAlone = sideNames.every((name) => name === first || sides[name].width === 0);
  if (isAlone && isSolid(side.style) && !isRound) {
    const rect = ruleRect(first, side.width, outer.rect);
    return [fillPath(roundedPath({ ...outer, rect }), side.color, origin)];
  }
  const isUniform =
    names.every((name) => isAlike(sides[name], side)) &&
    sideNames.every((name) => isVisible(sides[name]) || sides[name].width === 0);
  if (!isUniform) return names.flatMap((name) => sideItems(name, outer, sides, origin));
  if (side.style !== 'dashed' && side.style !== 'dotted')
    return ringItems(side, outer, sides, origin);
  const isEven = names.length === 4 && names.every((name) => sides[name].width === side.width);
  if (isRound && isEven) return [closedLine(side, side.style, outer, sides, origin)];
  return names.flatMap((name) => sideItems(name, outer, sides, origin));
}
