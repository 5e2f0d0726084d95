/**
 * Lines under, over and through text (css-text-decor-4). A line belongs to the box that asks for
 * it, is placed by that box's font, and runs on through the inline boxes in it (§2.1); boxes that
 * stand in the line as one piece interrupt it.
 */
import { type Matrix, type Path, type PathSegment, type Point, rectPath } from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import type { BoxFragment, TextFragment } from '../layout/index.ts';
import type { ComputedStyle, DecorationLine } from '../style/index.ts';
import { clipItems, fillPath } from './boxes.ts';
import type { DisplayItem, Origin } from './item.ts';
import { openPattern } from './line-patterns.ts';
import { withOverprint } from './overprint.ts';
import { paintLineShadows } from './shadows.ts';
import { type PlacedRun, skippedInk } from './skip-ink.ts';

/** Thinner lines than this may vanish in print. */
const leastThicknessPt = 0.25;
/** Two lines nearer than this run together. */
const leastGapPt = 0.75;
/** For fonts that do not say where their underline belongs. */
const usualOffsetEm = 0.12;
const usualThicknessEm = 0.05;

/** A stretch of text with a line, in page coordinates. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface PlacedText extends PlacedRun {
  readonly fragment: TextFragment;
  readonly length: number;
  /** X of the baseline where letters lie on their side. */
  readonly feet: number;
}

/** One decorating box on one line of text. */
export interface Decorated {
  readonly style: ComputedStyle;
  readonly children: readonly (TextFragment | BoxFragment)[];
  /** Top left of the children's parent, in page coordinates. */
  readonly at: Point;
  /** Y of the baseline, in page coordinates; of no meaning where letters lie on their side. */
  readonly baseline: number;
  readonly origin: Origin;
}

export interface DecorationItems {
  /** Underlines and overlines: below the text. */
  readonly before: readonly DisplayItem<AuthorColor>[];
  /** Lines through the text: above it. */
  readonly after: readonly DisplayItem<AuthorColor>[];
}

export const noDecorations: DecorationItems = { before: [], after: [] };

export function hasDecoration({ textDecorationLine }: ComputedStyle): boolean {
  return textDecorationLine.length > 0;
}

/** True for boxes that a line passes through: not pictures, inline blocks or what is positioned. */
export function isInlineBox({ style, picture }: BoxFragment): boolean {
  const isInFlow = style.position === 'static' || style.position === 'relative';
  return style.display === 'inline' && picture === null && isInFlow;
}

/** The text fragments that a decoration reaches, in reading order. */
function textsOf(children: readonly (TextFragment | BoxFragment)[], at: Point): PlacedText[] {
  return children.flatMap((child): PlacedText[] => {
    const place = { x: at.x + child.x, y: at.y + child.y };
    if (child.kind === 'text') return [alongLine(child, place)];
    if (!isInlineBox(child)) return [];
    const inner = child.children.filter((grandchild) => grandchild.kind !== 'line');
    return textsOf(inner, place);
  });
}

/** A text along its line; where letters lie on their side, in the coordinates of `lineOnSide`. */
function alongLine(fragment: TextFragment, { x, y }: Point): PlacedText {
  const { run, width, height, isOnSide, style } = fragment;
  if (!isOnSide) return { fragment, run, x, length: width, feet: 0 };
  const { baseline } = fragment;
  return style.writingMode === 'sideways-lr'
    ? { fragment, run, x: -y - height, length: height, feet: x + baseline }
    : { fragment, run, x: y, length: height, feet: x + width - baseline };
}

/** From a line along x, its baseline at 0, to one on its side; `x` is the baseline's on the page. */
function lineOnSide({ writingMode }: ComputedStyle, x: number): Matrix {
  return writingMode === 'sideways-lr' ? [0, -1, 1, 0, x, 0] : [0, 1, -1, 0, x, 0];
}

/** Stretches that touch become one, so that no seam shows between two runs. */
function stretchesOf(texts: readonly PlacedText[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { x, length } of texts) {
    const last = stretches.at(-1);
    const end = x + length;
    if (last && x - last.end < 0.05) stretches[stretches.length - 1] = { start: last.start, end };
    else stretches.push({ start: x, end });
  }
  return stretches;
}

/** Thickness, and the top edge of each kind of line relative to the baseline, y down. */
interface LinePlaces {
  readonly thickness: number;
  readonly underline: number;
  readonly overline: number;
  readonly 'line-through': number;
}

/** The text whose font and baseline place the lines. */
function ownText(style: ComputedStyle, texts: readonly PlacedText[]): PlacedText | undefined {
  return texts.find(({ fragment }) => fragment.style === style) ?? texts[0];
}

function placesOf(style: ComputedStyle, texts: readonly PlacedText[]): LinePlaces {
  const own = ownText(style, texts);
  const metrics = own?.fragment.run.font.metrics;
  const size = style.fontSize;
  const given = style.textDecorationThickness;
  const fromFont = (metrics?.underlineThicknessEm || usualThicknessEm) * size;
  const thickness = typeof given === 'number' ? given : Math.max(leastThicknessPt, fromFont);
  return {
    thickness,
    underline: underlineTop(style, metrics, thickness),
    overline: -(metrics?.ascentEm ?? 1) * size,
    'line-through': -((metrics?.xHeightEm ?? 0.5) * size) / 2 - thickness / 2,
  };
}

/**
 * css-text-decoration-4 §2.6–2.7: from the baseline, or from below the letters; an offset is counted
 * from there, and from where the font has its line if that is asked for.
 */
function underlineTop(
  { textUnderlinePosition: place, textUnderlineOffset: given, fontSize }: ComputedStyle,
  metrics: TextFragment['run']['font']['metrics'] | undefined,
  thickness: number,
): number {
  const offset = typeof given === 'number' ? given : 0;
  if (place === 'under') return (metrics?.descentEm ?? 0.25) * fontSize + offset;
  const centreEm = metrics?.underlineOffsetEm || usualOffsetEm;
  const topEm = centreEm - (metrics?.underlineThicknessEm || usualThicknessEm) / 2;
  // A heavier line than the font's own hangs down from the same edge, or lower.
  const usual = Math.max(topEm * fontSize, thickness / 2);
  if (place === 'from-font') return usual + offset;
  return typeof given === 'number' ? given : usual;
}

function strokeItem(
  path: Path,
  style: ComputedStyle,
  thickness: number,
  origin: Origin,
  pattern: ReturnType<typeof openPattern>,
): DisplayItem<AuthorColor> {
  return {
    ...origin,
    kind: 'stroke',
    path,
    paint: { kind: 'solid', color: style.textDecorationColor },
    widthPt: thickness,
    cap: pattern.cap,
    join: 'round',
    miterLimit: 4,
    dashPt: pattern.dashPt,
    dashOffsetPt: 0,
  };
}

/** A wave about `y`, a whole number of half periods long. */
function wavePath({ start, end }: Stretch, y: number, thickness: number): Path {
  const halves = Math.max(1, Math.round((end - start) / (3 * thickness)));
  const step = (end - start) / halves;
  const path: PathSegment[] = [{ kind: 'move', x: start, y }];
  for (let index = 0; index < halves; index += 1) {
    const x = start + index * step;
    const crest = y + (index % 2 === 0 ? -2 : 2) * thickness;
    path.push({
      kind: 'cubic',
      x1: x + step * 0.4,
      y1: crest,
      x2: x + step * 0.6,
      y2: crest,
      x: x + step,
      y,
    });
  }
  return path;
}

/** One line along one stretch; `top` is its upper edge. */
function lineItems(
  style: ComputedStyle,
  { start, end }: Stretch,
  top: number,
  thickness: number,
  origin: Origin,
): readonly DisplayItem<AuthorColor>[] {
  const rect = (y: number) =>
    fillPath(
      rectPath({ x: start, y, width: end - start, height: thickness }),
      style.textDecorationColor,
      origin,
    );
  const middle = top + thickness / 2;
  switch (style.textDecorationStyle) {
    case 'solid':
      return [rect(top)];
    case 'double':
      return [rect(top), rect(top + thickness + Math.max(thickness, leastGapPt))];
    case 'wavy':
      return [
        strokeItem(wavePath({ start, end }, middle, thickness), style, thickness, origin, {
          dashPt: [],
          cap: 'butt',
        }),
      ];
    default: {
      const cut = style.textDecorationStyle === 'dotted' ? thickness / 2 : 0;
      const path: Path = [
        { kind: 'move', x: start + cut, y: middle },
        { kind: 'line', x: end - cut, y: middle },
      ];
      const pattern = openPattern(style.textDecorationStyle, thickness, end - start - 2 * cut);
      return [strokeItem(path, style, thickness, origin, pattern)];
    }
  }
}

/** From the upper edge of a line to the lower edge of its ink. */
function depthOfLine(style: ComputedStyle, thickness: number): number {
  if (style.textDecorationStyle === 'double')
    return 2 * thickness + Math.max(thickness, leastGapPt);
  return style.textDecorationStyle === 'wavy' ? 2.5 * thickness : thickness;
}

/** Where a line shows: along its stretches, but for the holes. */
function around(stretches: readonly Stretch[], holes: readonly Stretch[], y: number): Path {
  const far = 1000;
  return stretches.flatMap(({ start, end }) => {
    const within = holes.filter((hole) => hole.end > start && hole.start < end);
    const edges = [start - far, ...within.flatMap((hole) => [hole.start, hole.end]), end + far];
    const [first = start, last = end] = [edges[0], edges.at(-1)];
    // A stretch that a hole reaches over begins behind it.
    const clipped = [Math.max(first, start), ...edges.slice(1, -1), Math.min(last, end)];
    const path: PathSegment[] = [];
    for (let index = 0; index < clipped.length; index += 2) {
      const [from = 0, to = 0] = [clipped[index], clipped[index + 1]];
      if (to > from)
        path.push(...rectPath({ x: from, y: y - far, width: to - from, height: 2 * far }));
    }
    return path;
  });
}

function turnLines(
  items: readonly DisplayItem<AuthorColor>[],
  style: ComputedStyle,
  texts: readonly PlacedText[],
): DisplayItem<AuthorColor> {
  const transform = lineOnSide(style, ownText(style, texts)?.feet ?? 0);
  return { kind: 'group', items, transform, clip: null, opacity: 1, blend: 'normal' };
}

/** The lines that one box draws along one line of text. */
export function paintDecorations({
  style,
  children,
  at,
  baseline,
  origin,
}: Decorated): DecorationItems {
  const isShown = style.visibility === 'visible' && style.textDecorationColor.alpha > 0;
  if (!hasDecoration(style) || !isShown) return noDecorations;
  const texts = textsOf(children, at);
  const onSide = texts[0]?.fragment.isOnSide === true;
  const stretches = stretchesOf(texts);
  const places = placesOf(style, texts);
  const { thickness } = places;
  const drawLine = (line: DecorationLine): readonly DisplayItem<AuthorColor>[] => {
    const top = (onSide ? 0 : baseline) + places[line];
    const items = stretches.flatMap((stretch) => lineItems(style, stretch, top, thickness, origin));
    const skips = line !== 'line-through' && style.textDecorationSkipInk !== 'none';
    if (!skips) return items;
    const band = { top: places[line], bottom: places[line] + depthOfLine(style, thickness) };
    const holes = skippedInk(texts, band, thickness, style.textDecorationSkipInk === 'all');
    return holes.length === 0 ? items : [clipItems(items, around(stretches, holes, top), origin)];
  };
  const linesOf = (through: boolean) =>
    style.textDecorationLine
      .filter((line) => (line === 'line-through') === through)
      .flatMap(drawLine);
  const [below, above] = [linesOf(false), linesOf(true)];
  // As of letters: they are cast before the line is turned.
  const shadows = style.textShadow.length > 0 ? paintLineShadows([...below, ...above], style) : [];
  const turned = (lines: readonly DisplayItem<AuthorColor>[]) => {
    const drawn = withOverprint(lines, style);
    return onSide && drawn.length > 0 ? [turnLines(drawn, style, texts)] : drawn;
  };
  return { before: turned([...shadows, ...below]), after: turned(above) };
}
