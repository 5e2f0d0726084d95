/**
 * Border images (css-backgrounds-3 §6): a picture cut into nine, whose corners go to the corners
 * and whose sides are stretched or repeated along the sides.
 */
import {
  type Matrix,
  type Path,
  type Point,
  pointsPerPx,
  type Rect,
  rectPath,
} from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import type { Picture } from '../input/index.ts';
import type { BoxFragment } from '../layout/index.ts';
import {
  type BorderImageRepeat,
  type ComputedStyle,
  type Four,
  resolveLength,
} from '../style/index.ts';
import type { Intrinsic } from './background-tiles.ts';
import { type BackgroundScene, imageItems, pictureAt, sizeOfImage } from './backgrounds.ts';
import { borderBox } from './boxes.ts';
import type { DisplayItem, GroupItem } from './item.ts';
import { isEmptyRect } from './outline.ts';

/** More tiles than this along one side are a pattern nobody meant. */
const mostTiles = 1000;

/** A picture that is cut into nine, and how. */
export interface NinePieces {
  readonly source: ComputedStyle['borderImageSource'];
  readonly slice: ComputedStyle['borderImageSlice'];
  readonly width: ComputedStyle['borderImageWidth'];
  readonly outset: ComputedStyle['borderImageOutset'];
  readonly repeat: ComputedStyle['borderImageRepeat'];
}

/** A stretch along one axis. */
interface Stretch {
  readonly start: number;
  readonly length: number;
}

/** The three stretches of one axis: near, middle, far. */
type Thirds = readonly [Stretch, Stretch, Stretch];

function thirds(start: number, length: number, near: number, far: number): Thirds {
  return [
    { start, length: near },
    { start: start + near, length: Math.max(0, length - near - far) },
    { start: start + length - far, length: far },
  ];
}

/** §6.4: the area the picture covers. */
function imageArea({ outset }: NinePieces, box: BoxFragment, rect: Rect): Rect {
  const { border } = box;
  const [top, right, bottom, left] = (
    [border.top, border.right, border.bottom, border.left] as const
  ).map((line, index) => {
    const value = outset[index] ?? 0;
    return typeof value === 'number' ? value : value.multiple * line;
  });
  const [up, out, down, back] = [top ?? 0, right ?? 0, bottom ?? 0, left ?? 0];
  return {
    x: rect.x - back,
    y: rect.y - up,
    width: rect.width + back + out,
    height: rect.height + up + down,
  };
}

/** css-images-3 §5.3: the picture's size, the area's where it has none. */
function sizeOf({ width, height, ratio }: Intrinsic, area: Rect) {
  if (width !== null && height !== null) return { width, height };
  if (width !== null) return { width, height: ratio ? width / ratio : area.height };
  if (height !== null) return { width: ratio ? height * ratio : area.width, height };
  if (ratio === null) return { width: area.width, height: area.height };
  return area.width / area.height < ratio
    ? { width: area.width, height: area.width / ratio }
    : { width: area.height * ratio, height: area.height };
}

/** §6.2: how far in the picture is cut, in pt. */
function sliceDepths({ slice }: NinePieces, size: { width: number; height: number }): Four<number> {
  const depth = (index: 0 | 1 | 2 | 3) => {
    const { kind, value } = slice.offsets[index];
    const side = index % 2 === 0 ? size.height : size.width;
    return Math.min(side, kind === 'px' ? value * pointsPerPx : value * side);
  };
  return [depth(0), depth(1), depth(2), depth(3)];
}

/** §6.3: how wide the sides are, all made smaller where two do not fit. */
function sideWidths(
  given: NinePieces,
  box: BoxFragment,
  area: Rect,
  slices: Four<number>,
): Four<number> {
  const lines = [box.border.top, box.border.right, box.border.bottom, box.border.left] as const;
  const width = (index: 0 | 1 | 2 | 3) => {
    const value = given.width[index];
    if (value === 'auto') return slices[index];
    if ('multiple' in value) return value.multiple * lines[index];
    return resolveLength(value, index % 2 === 0 ? area.height : area.width);
  };
  const [top, right, bottom, left] = [width(0), width(1), width(2), width(3)];
  const fit = Math.min(
    1,
    top + bottom > 0 ? area.height / (top + bottom) : 1,
    left + right > 0 ? area.width / (left + right) : 1,
  );
  return [top * fit, right * fit, bottom * fit, left * fit];
}

/** §6.5: where the tiles of one axis lie. `size` is a tile's before it is fitted. */
function tilesAlong(kind: BorderImageRepeat, size: number, { start, length }: Stretch) {
  if (kind === 'stretch' || size <= 0 || length / size > mostTiles) return [{ start, length }];
  if (kind === 'round') {
    const count = Math.max(1, Math.round(length / size));
    return run(start, length / count, length / count, count);
  }
  if (kind === 'space') {
    const count = Math.floor(length / size + 1e-9);
    const gap = (length - count * size) / (count + 1);
    return run(start + gap, size, size + gap, count);
  }
  const before = Math.ceil((length - size) / 2 / size - 1e-9);
  const first = start + (length - size) / 2 - before * size;
  return run(first, size, size, 2 * before + 1);
}

function run(start: number, length: number, step: number, count: number): readonly Stretch[] {
  return Array.from({ length: count }, (_, index) => ({ start: start + index * step, length }));
}

function group(
  items: readonly DisplayItem<AuthorColor>[],
  transform: Matrix,
  clip: Path,
): GroupItem<AuthorColor> {
  return { kind: 'group', items, transform, clip, opacity: 1, blend: 'normal' };
}

/** One piece of the picture moved and scaled onto a place of the border. */
function placed(
  items: readonly DisplayItem<AuthorColor>[],
  from: Rect,
  to: Rect,
): GroupItem<AuthorColor> {
  const [sx, sy] = [to.width / from.width, to.height / from.height];
  return group(items, [sx, 0, 0, sy, to.x - from.x * sx, to.y - from.y * sy], rectPath(from));
}

const rectOf = (across: Stretch, down: Stretch): Rect => ({
  x: across.start,
  y: down.start,
  width: across.length,
  height: down.length,
});

/** How much larger the sides are than the slices they show; 1 where a slice is empty. */
function scaleOf(widths: readonly [number, number], slices: readonly [number, number]): number {
  const scales = widths.map((width, index) => width / (slices[index] ?? 0));
  return scales.find((scale) => scale > 0 && Number.isFinite(scale)) ?? 1;
}

/** True where a picture takes the place of the lines. */
export function hasBorderImage({ borderImageSource }: ComputedStyle): boolean {
  return borderImageSource !== 'none';
}

/** Items of a box's border image; null where its picture cannot be had, and the lines are drawn. */
export function paintBorderImage(
  box: BoxFragment,
  at: Point,
  scene: BackgroundScene,
): readonly DisplayItem<AuthorColor>[] | null {
  const { style } = box;
  const pieces: NinePieces = {
    source: style.borderImageSource,
    slice: style.borderImageSlice,
    width: style.borderImageWidth,
    outset: style.borderImageOutset,
    repeat: style.borderImageRepeat,
  };
  return paintNinePieces(pieces, box, at, scene);
}

/** The same for any picture; null where it cannot be had. */
export function paintNinePieces(
  pieces: NinePieces,
  box: BoxFragment,
  at: Point,
  scene: BackgroundScene,
): readonly DisplayItem<AuthorColor>[] | null {
  const { source, slice, repeat } = pieces;
  if (source === 'none') return null;
  const picture: Picture | null = pictureAt(source, scene);
  if (source.kind === 'url' && !picture) return null;
  const area = imageArea(pieces, box, borderBox(box, at));
  const size = sizeOf(sizeOfImage(source, picture, scene), area);
  const own: Rect = { x: area.x, y: area.y, ...size };
  if (isEmptyRect(own) || isEmptyRect(area)) return [];
  const slices = sliceDepths(pieces, size);
  const widths = sideWidths(pieces, box, area, slices);
  const items = imageItems(source, picture, own, scene);
  const from = {
    across: thirds(own.x, own.width, slices[3], slices[1]),
    down: thirds(own.y, own.height, slices[0], slices[2]),
  };
  const to = {
    across: thirds(area.x, area.width, widths[3], widths[1]),
    down: thirds(area.y, area.height, widths[0], widths[2]),
  };
  const [repeatX, repeatY] = repeat;
  const drawn: DisplayItem<AuthorColor>[] = [];
  for (const row of [0, 1, 2] as const)
    for (const column of [0, 1, 2] as const) {
      const isMiddle = row === 1 && column === 1;
      if (isMiddle && !slice.fill) continue;
      const [piece, place] = [
        rectOf(from.across[column], from.down[row]),
        rectOf(to.across[column], to.down[row]),
      ];
      if (isEmptyRect(piece) || isEmptyRect(place)) continue;
      // A side's tiles keep the proportions of its slice; the middle goes with top and left.
      const acrossScale =
        row === 1
          ? scaleOf([widths[0], widths[2]], [slices[0], slices[2]])
          : place.height / piece.height;
      const downScale =
        column === 1
          ? scaleOf([widths[3], widths[1]], [slices[3], slices[1]])
          : place.width / piece.width;
      const columns =
        column === 1
          ? tilesAlong(repeatX, piece.width * acrossScale, to.across[1])
          : [to.across[column]];
      const rows =
        row === 1 ? tilesAlong(repeatY, piece.height * downScale, to.down[1]) : [to.down[row]];
      const tiles = rows.flatMap((down) =>
        columns.map((across) => placed(items, piece, rectOf(across, down))),
      );
      const [only] = tiles;
      if (tiles.length === 1 && only) drawn.push(only);
      else if (tiles.length > 1) drawn.push(group(tiles, [1, 0, 0, 1, 0, 0], rectPath(place)));
    }
  return drawn;
}
