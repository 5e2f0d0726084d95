/**
 * Shadows of boxes (css-backgrounds-3 §6) and of text (css-text-decoration-4 §5). A sharp shadow is
 * an outline in its ink; a blurred one is its ink laid down through a picture of how much of it
 * there is, so that black stays black alone and a spot its own plate.
 */
import { insetRect, multiply, type Path, type Rect, rectPath } from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import type { BoxFragment } from '../layout/index.ts';
import type { ComputedStyle, Shadow } from '../style/index.ts';
import { differencePath } from './border-ring.ts';
import { type BoxAreas, clipItems, fillPath } from './boxes.ts';
import { softShape } from './coverage.ts';
import { runOutline } from './glyph-outlines.ts';
import type { DisplayItem, GlyphsItem, Origin } from './item.ts';
import { isEmptyRect, pathBounds, reversePath, transformPath, translation } from './outline.ts';
import { growRounded, type RoundedRect, roundedPath } from './rounded.ts';

type Item = DisplayItem<AuthorColor>;

const even = (width: number) => ({ top: width, right: width, bottom: width, left: width });

/** The Gaussian's deviation of a blur radius. */
const deviationOf = (blur: number) => blur / 2;

function shapeItems(path: Path, shadow: Shadow, origin: Origin): readonly Item[] {
  const { blur, color } = shadow;
  if (path.length === 0 || color.alpha === 0) return [];
  if (blur === 0) return [fillPath(path, color, origin)];
  const bounds = pathBounds(path);
  const soft = bounds && softShape(path, bounds, deviationOf(blur));
  return soft ? [{ ...origin, kind: 'shade', ...soft, color }] : [];
}

/** Everything but an outline, within a rectangle: for the nonzero rule. */
function outsideOf(path: Path, rect: Rect): Path {
  return [...rectPath(rect), ...reversePath(path)];
}

/** How far a shadow reaches beyond the shape that casts it, on all sides. */
function reachOf({ x, y, blur, spread }: Shadow): number {
  return Math.abs(x) + Math.abs(y) + 1.5 * blur + Math.abs(spread) + 1;
}

function moveRounded({ rect, radii }: RoundedRect, { x, y }: Shadow): RoundedRect {
  return { rect: { ...rect, x: rect.x + x, y: rect.y + y }, radii };
}

/** §6.1.3: never seen under the border box itself, whatever its background. */
function outerShadow(border: RoundedRect, shadow: Shadow, origin: Origin): readonly Item[] {
  const cast = growRounded(border, shadow.spread);
  if (isEmptyRect(cast.rect)) return [];
  const moved = moveRounded(cast, shadow);
  const seen = shadow.blur === 0 ? differencePath(moved, border) : null;
  if (seen) return shapeItems(seen, shadow, origin);
  const items = shapeItems(roundedPath(moved), shadow, origin);
  if (items.length === 0) return [];
  const around = insetRect(border.rect, even(-reachOf(shadow)));
  return [clipItems(items, outsideOf(roundedPath(border), around), origin)];
}

/** The padding box's own frame casts the shadow: all but a hole. */
function innerShadow(padding: RoundedRect, shadow: Shadow, origin: Origin): readonly Item[] {
  if (isEmptyRect(padding.rect)) return [];
  const hole = moveRounded(growRounded(padding, -shadow.spread), shadow);
  const isClosed = isEmptyRect(hole.rect);
  const seen = shadow.blur === 0 && !isClosed ? differencePath(padding, hole) : null;
  if (seen) return shapeItems(seen, shadow, origin);
  const frame = insetRect(padding.rect, even(-reachOf(shadow)));
  const opening = isClosed ? [] : roundedPath(hole);
  const items = shapeItems(outsideOf(opening, frame), shadow, origin);
  return items.length === 0 ? [] : [clipItems(items, roundedPath(padding), origin)];
}

/** Shadows outside the box: under its background. The first of the list is on top. */
export function paintOuterShadows(box: BoxFragment, { border }: BoxAreas, origin: Origin) {
  const shadows = box.style.boxShadow.filter(({ inset }) => !inset).toReversed();
  return pastCuts(box, border, shadows, origin, (whole) =>
    shadows.flatMap((shadow) => outerShadow(whole, shadow, origin)),
  );
}

/** Shadows inside the box: over its background, under its border. */
export function paintInnerShadows(box: BoxFragment, { padding }: BoxAreas, origin: Origin) {
  const shadows = box.style.boxShadow.filter(({ inset }) => inset).toReversed();
  return pastCuts(box, padding, shadows, origin, (whole) =>
    shadows.flatMap((shadow) => innerShadow(whole, shadow, origin)),
  );
}

/**
 * The shadow of a line of text's decoration (css-text-decoration-4 §5). Deviation: those of dashes,
 * dots and waves are sharp.
 */
function lineShadow(item: Item, shadow: Shadow): readonly Item[] {
  const moved = translation(shadow.x, shadow.y);
  const origin = item.span ? { span: item.span } : {};
  if (item.kind === 'fill') return shapeItems(transformPath(moved, item.path), shadow, origin);
  if (item.kind === 'stroke') {
    const paint = { kind: 'solid', color: shadow.color } as const;
    return [{ ...item, path: transformPath(moved, item.path), paint }];
  }
  if (item.kind !== 'group') return [];
  const still = { ...shadow, x: 0, y: 0 };
  const items = item.items.flatMap((one) => lineShadow(one, still));
  return [{ ...item, items, transform: multiply(moved, item.transform) }];
}

/** The shadows of a text's lines: below the text. */
export function paintLineShadows(
  lines: readonly Item[],
  { textShadow }: ComputedStyle,
): readonly Item[] {
  return textShadow
    .toReversed()
    .flatMap((shadow) => lines.flatMap((line) => lineShadow(line, shadow)));
}

/**
 * No shadow is drawn at an edge where columns or pages cut the box (css-break-3 §5.4): it is cast by a
 * shape that goes on beyond that edge, and ends there.
 */
function pastCuts(
  { cut }: BoxFragment,
  area: RoundedRect,
  shadows: readonly Shadow[],
  origin: Origin,
  paint: (area: RoundedRect) => readonly Item[],
): readonly Item[] {
  const [above, below] = [cut !== undefined && cut.above > 0, cut?.goesOn === true];
  if (!above && !below) return paint(area);
  const reach = 2 * Math.max(0, ...shadows.map(reachOf));
  const { rect, radii } = area;
  const beyond = { ...even(0), top: above ? -reach : 0, bottom: below ? -reach : 0 };
  const items = paint({ rect: insetRect(rect, beyond), radii });
  if (items.length === 0) return [];
  const open = { ...even(-reach), top: above ? 0 : -reach, bottom: below ? 0 : -reach };
  const around = insetRect(rect, open);
  return [clipItems(items, rectPath(around), origin)];
}

/** The shadows of a run of text: below its letters. */
export function paintTextShadows(
  run: GlyphsItem<AuthorColor>,
  { textShadow }: ComputedStyle,
): readonly Item[] {
  return textShadow.toReversed().flatMap((shadow): readonly Item[] => {
    const { x, y } = shadow;
    const moved = { ...run, x: run.x + x, y: run.y + y };
    const origin = run.span ? { span: run.span } : {};
    // As outlines: a second run of glyphs would be read, and found, twice.
    return shapeItems(runOutline(moved), shadow, origin);
  });
}
