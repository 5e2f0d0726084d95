/** Text fragments as runs of glyphs on their baselines. */
import { type Matrix, multiply, type Point } from '../base/index.ts';
import { type AuthorColor, pureBlack } from '../color/index.ts';
import type { BoxFragment, Fragment, TextFragment } from '../layout/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import { type Glyph, Glyphs } from '../text/index.ts';
import { paintEmphasis } from './emphasis.ts';
import { runOutline } from './glyph-outlines.ts';
import type { Content, DisplayItem, GlyphsItem } from './item.ts';
import { withOverprint } from './overprint.ts';
import { paintTextShadows } from './shadows.ts';

/** A book has tens of thousands: each has all its properties from the start. */
function glyphsItem(
  { run, span, hyphenated, baseline }: TextFragment,
  at: Point,
  color: AuthorColor,
  content: Content | undefined,
): GlyphsItem<AuthorColor> {
  const { font, sizePt, glyphs, scaleX } = run;
  const { x } = at;
  const y = at.y + baseline;
  return { kind: 'glyphs', span, content, font, sizePt, x, y, glyphs, scaleX, color, hyphenated };
}

/** Glyphs that stand upright below one another, about the middle of their line. */
function uprightItem(
  fragment: TextFragment,
  { x, y }: Point,
  color: AuthorColor,
  content: Content | undefined,
): GlyphsItem<AuthorColor> {
  const { run, width, baseline } = fragment;
  let down = 0;
  const placed = [...run.glyphs].map((glyph): Glyph => {
    const yOffsetPt = glyph.yOffsetPt - down;
    down += glyph.advancePt;
    return { ...glyph, advancePt: 0, yOffsetPt };
  });
  const at = { x: x + width / 2, y: y - baseline };
  const upright = { ...fragment, run: { ...run, glyphs: Glyphs.from(placed) } };
  return glyphsItem(upright, at, color, content);
}

/** The glyphs of a fragment whose top left stands at `at`; nothing where no ink would show. */
export function paintText(
  fragment: TextFragment,
  at: Point,
  content?: Content,
): readonly DisplayItem<AuthorColor>[] {
  const { run, style } = fragment;
  if (style.visibility !== 'visible' || run.glyphs.length === 0) return [];
  const item = run.isUpright
    ? uprightItem(fragment, at, style.textFillColor, content)
    : glyphsItem(fragment, at, style.textFillColor, content);
  const shadows = style.textShadow.length > 0 ? paintTextShadows(item, style) : [];
  const marks = style.textEmphasisStyle === 'none' ? [] : paintEmphasis(fragment, at);
  const letters = item.color.alpha === 0 ? shadows : [...shadows, item];
  const stroke = style.textStrokeWidth > 0 ? [strokeOf(item, style)] : [];
  const turned = (items: readonly DisplayItem<AuthorColor>[]) =>
    fragment.isOnSide && items.length > 0 ? [onSide(fragment, at, items)] : items;
  const beside = run.isUpright ? turned(marks) : marks;
  const items = withOverprint([...letters, ...stroke, ...beside], style);
  return run.isUpright ? items : turned(items);
}

/** The edges of letters, drawn over them. */
function strokeOf(
  item: GlyphsItem<AuthorColor>,
  { textStrokeColor, textStrokeWidth }: ComputedStyle,
): DisplayItem<AuthorColor> {
  return {
    ...(item.span ? { span: item.span } : {}),
    kind: 'stroke',
    letters: {
      text: item.glyphs.text(),
      sizePt: item.sizePt,
      isEdge: item.color.alpha > 0,
    },
    path: runOutline(item),
    paint: { kind: 'solid', color: textStrokeColor },
    widthPt: textStrokeWidth,
    cap: 'butt',
    join: 'miter',
    miterLimit: 4,
    dashPt: [],
    dashOffsetPt: 0,
  };
}

/** Letters of vertical writing lie on their side, a quarter turn clockwise; in `sideways-lr` the other way. */
function onSide(
  { width, height, style }: TextFragment,
  { x, y }: Point,
  items: readonly DisplayItem<AuthorColor>[],
): DisplayItem<AuthorColor> {
  const turn: Matrix =
    style.writingMode === 'sideways-lr'
      ? [0, -1, 1, 0, x, y + height]
      : [0, 1, -1, 0, x + width, y];
  const transform = multiply(turn, [1, 0, 0, 1, -x, -y]);
  return { kind: 'group', items, transform, clip: null, opacity: 1, blend: 'normal' };
}

/** All letters in a box whose top left stands at `at`, whatever their colour: a mask. */
export function lettersOf(box: BoxFragment, at: Point): readonly DisplayItem<AuthorColor>[] {
  const collect = (
    children: readonly Fragment[],
    { x, y }: Point,
  ): readonly DisplayItem<AuthorColor>[] =>
    children.flatMap((child) => {
      const place = { x: x + child.x, y: y + child.y };
      if (child.kind !== 'text') return collect(child.children, place);
      if (child.run.glyphs.length === 0) return [];
      if (child.run.isUpright) return [uprightItem(child, place, pureBlack, undefined)];
      const letters = [glyphsItem(child, place, pureBlack, undefined)];
      return child.isOnSide ? [onSide(child, place, letters)] : letters;
    });
  return collect(box.children, at);
}
