/** Backgrounds of rows, columns and their groups, which show behind cells alone (css-tables-3 §3.10). */
import { type Point, type Rect, rectPath, translateRect } from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import { type BackgroundScene, paintBackground } from './backgrounds.ts';
import { type BoxAreas, clipItems, fillPath } from './boxes.ts';
import type { DisplayItem } from './item.ts';

interface Part {
  readonly style: ComputedStyle;
  readonly areas: BoxAreas;
  readonly at: Point;
}

/** Pictures are placed in the part and may reach beyond it, in a cell over several rows. */
export function paintBehindCells(
  cells: readonly Rect[],
  { style, areas, at }: Part,
  scene: BackgroundScene,
): readonly DisplayItem<AuthorColor>[] {
  const shown = cells.filter(({ width, height }) => width > 0 && height > 0);
  const rects = shown.map((cell) => translateRect(cell, at));
  if (rects.length === 0) return [];
  const path = rects.flatMap(rectPath);
  if (style.backgroundImage.every((image) => image === 'none'))
    return [fillPath(path, style.backgroundColor, scene.origin)];
  const items = paintBackground(style, areas, scene, around(rects), areas);
  return items.length === 0 ? [] : [clipItems(items, path, scene.origin)];
}

/** The least rectangle around others. */
function around(rects: readonly Rect[]): Rect {
  const left = Math.min(...rects.map(({ x }) => x));
  const top = Math.min(...rects.map(({ y }) => y));
  const right = Math.max(...rects.map(({ x, width }) => x + width));
  const bottom = Math.max(...rects.map(({ y, height }) => y + height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
