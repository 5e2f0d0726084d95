/**
 * Lines under, over and through text (css-text-decor-4). A line belongs to the box that asks for
 * it, is placed by that box's font, and runs on through the inline boxes in it (§2.1); boxes that
 * stand in the line as one piece interrupt it.
 */
import { type Path, type PathSegment, type Point, rectPath } from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import type { BoxFragment, TextFragment } from '../layout/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import { fillPath } from './boxes.ts';
import type { DisplayItem, Origin } from './item.ts';
import { openPattern } from './line-patterns.ts';
import { withOverprint } from './overprint.ts';

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

interface PlacedText {
  readonly fragment: TextFragment;
  readonly x: number;
}

/** One decorating box on one line of text. */
export interface Decorated {
  readonly style: ComputedStyle;
  readonly children: readonly (TextFragment | BoxFragment)[];
  /** Top left of the children's parent, in page coordinates. */
  readonly at: Point;
  /** Y of the baseline, in page coordinates. */
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
    if (child.kind === 'text') return [{ fragment: child, x: place.x }];
    if (!isInlineBox(child)) return [];
    const inner = child.children.filter((grandchild) => grandchild.kind !== 'line');
    return textsOf(inner, place);
  });
}

/** Stretches that touch become one, so that no seam shows between two runs. */
function stretchesOf(texts: readonly PlacedText[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { fragment, x } of texts) {
    const last = stretches.at(-1);
    const end = x + fragment.width;
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

function placesOf(style: ComputedStyle, texts: readonly PlacedText[]): LinePlaces {
  const own = texts.find(({ fragment }) => fragment.style === style) ?? texts[0];
  const metrics = own?.fragment.run.font.metrics;
  const size = style.fontSize;
  const given = style.textDecorationThickness;
  const fromFont = (metrics?.underlineThicknessEm || usualThicknessEm) * size;
  const thickness = typeof given === 'number' ? given : Math.max(leastThicknessPt, fromFont);
  const offset = style.textUnderlineOffset;
  const centre = (metrics?.underlineOffsetEm || usualOffsetEm) * size;
  return {
    thickness,
    underline: typeof offset === 'number' ? offset : centre - thickness / 2,
    overline: -(metrics?.ascentEm ?? 1) * size,
    'line-through': -((metrics?.xHeightEm ?? 0.5) * size) / 2 - thickness / 2,
  };
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
  const stretches = stretchesOf(texts);
  const places = placesOf(style, texts);
  const linesOf = (through: boolean) =>
    style.textDecorationLine
      .filter((line) => (line === 'line-through') === through)
      .flatMap((line) =>
        stretches.flatMap((stretch) =>
          lineItems(style, stretch, baseline + places[line], places.thickness, origin),
        ),
      );
  const items = (through: boolean) => withOverprint(linesOf(through), style);
  return { before: items(false), after: items(true) };
}
