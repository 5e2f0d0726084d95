/**
 * Pictures: replaced boxes (CSS 2 §10.3.2, §10.4, css-images-3 §5). The box takes what the style
 * says, the rest follows from the picture's own size and ratio; `object-fit` places the picture.
 */
import { type Point, pointsPerPx, type Rect, type Size } from '../base/index.ts';
import type { Picture } from '../input/index.ts';
import { type AspectRatio, type ComputedStyle, resolveLength } from '../style/index.ts';
import type { IntrinsicWidths } from '../text/index.ts';
import type { PictureBox } from './box.ts';
import { buildBoxFragment } from './box-fragment.ts';
import { strutOf } from './margin.ts';
import {
  type BoxEdges,
  clampHeight,
  clampWidth,
  computeEdges,
  heightByRatio,
  specifiedHeight,
  specifiedWidth,
  widthByRatio,
} from './sizing.ts';
import type { Laid, Space } from './space.ts';

/** What a picture is by itself; null where it does not say. */
interface NaturalSize {
  readonly width: number | null;
  readonly height: number | null;
  /** Width divided by height. */
  readonly ratio: number | null;
}

/** css-images-3 §5.1: the size of what has none, 300 × 150 px. */
const defaultSize: Size = { width: 225, height: 112.5 };

function naturalSize(box: PictureBox): NaturalSize {
  const { picture, standIn, style } = box;
  if (style.contain.size) return containedSize(style);
  const none = standIn ?? { width: 0, height: 0, ratio: null };
  const own = picture === null ? none : sizeOfPicture(picture);
  return { ...own, ratio: ownRatio(style)?.ratio ?? own.ratio ?? fallbackRatio(style) };
}

/** css-contain-2 §3.1: nothing is known of the picture but what stands for it. */
function containedSize({
  containIntrinsicWidth: width,
  containIntrinsicHeight: height,
  aspectRatio,
}: ComputedStyle): NaturalSize {
  const lengthOf = (value: number | 'none') => (value === 'none' ? 0 : value);
  const ratio = aspectRatio === 'auto' ? null : aspectRatio.ratio;
  return { width: lengthOf(width), height: lengthOf(height), ratio };
}

/** A ratio that wins over the picture's own. */
function ownRatio({ aspectRatio }: ComputedStyle): AspectRatio | null {
  return aspectRatio === 'auto' || aspectRatio.isAuto ? null : aspectRatio;
}

/** The ratio of a picture that has none. */
function fallbackRatio({ aspectRatio }: ComputedStyle): number | null {
  return aspectRatio === 'auto' ? null : aspectRatio.ratio;
}

/** Width divided by height of a picture's content box; null where it has no ratio of its own. */
export function naturalRatio(box: PictureBox): number | null {
  return naturalSize(box).ratio;
}

/** True for a picture that has a ratio and no size. */
export function isFluid(box: PictureBox): boolean {
  const { width, height, ratio } = naturalSize(box);
  return width === null && height === null && ratio !== null;
}

function sizeOfPicture(picture: Picture): NaturalSize {
  const width = picture.widthPx === null ? null : picture.widthPx * pointsPerPx;
  const height = picture.heightPx === null ? null : picture.heightPx * pointsPerPx;
  const known = width !== null && height !== null && height > 0 ? width / height : null;
  return { width, height, ratio: picture.kind === 'vector' ? (picture.ratio ?? known) : known };
}

/** Lays out a picture; its border box may have been decided by the parent. */
export function layoutPicture(box: PictureBox, space: Space): Laid {
  const edges = computeEdges(box.style, space.width);
  const { width, height } = usedSize(box, edges, space);
  const { border, padding } = edges;
  const content: Rect = {
    x: border.left + padding.left,
    y: border.top + padding.top,
    width: width - edges.horizontal,
    height: height - edges.vertical,
  };
  const { picture } = box;
  const fragment = {
    ...buildBoxFragment({ box, width, height, border, padding, children: [], frame: false }),
    picture: picture && { picture, objectRect: objectRect(box, picture, content) },
  };
  return {
    fragment,
    rest: null,
    marginTop: strutOf(edges.margin.top),
    marginBottom: strutOf(edges.margin.bottom),
    through: false,
    outOfFlow: [],
  };
}

/** Border-box size (CSS 2 §10.3.2, §10.6.2, and the limits of §10.4 with the ratio kept). */
function usedSize(box: PictureBox, edges: BoxEdges, space: Space): Size {
  const { style } = box;
  const natural = naturalSize(box);
  const known = specifiedHeight(style, edges, space.height);
  const measure = () => {
    const inner = known === null ? null : Math.max(0, known - edges.vertical);
    const { minContentPt, maxContentPt } = measurePicture(box, inner);
    return {
      minContentPt: minContentPt + edges.horizontal,
      maxContentPt: maxContentPt + edges.horizontal,
    };
  };
  const setWidth = space.fixedWidth ?? specifiedWidth(style, edges, space.width, measure);
  const setHeight = space.fixedHeight ?? specifiedHeight(style, edges, space.height);
  const toWidth = (value: number) => clampWidth(value, style, edges, space.width, measure);
  const toHeight = (value: number) => clampHeight(value, style, edges, space.height);
  if (setWidth !== null && setHeight !== null) return { width: setWidth, height: setHeight };
  if (setWidth !== null) {
    return { width: setWidth, height: toHeight(heightFor(setWidth, style, edges, natural)) };
  }
  if (setHeight !== null) {
    return { width: toWidth(widthFor(setHeight, style, edges, natural)), height: setHeight };
  }
  return freeSize(style, edges, natural, space, toWidth, toHeight);
}

/** Neither side is set: natural size, within the limits, in its own ratio. */
function freeSize(
  style: ComputedStyle,
  edges: BoxEdges,
  natural: NaturalSize,
  space: Space,
  toWidth: (value: number) => number,
  toHeight: (value: number) => number,
): Size {
  const room = space.width - edges.margin.left - edges.margin.right;
  const { ratio } = natural;
  const wanted =
    naturalWidth(natural, edges) ?? (ratio === null ? defaultSize.width + edges.horizontal : room);
  const width = toWidth(wanted);
  const height = heightFor(width, style, edges, natural);
  const limited = toHeight(height);
  if (ratio === null || limited === height) return { width, height: limited };
  return { width: toWidth(widthFor(limited, style, edges, natural)), height: limited };
}

function naturalWidth({ width, height, ratio }: NaturalSize, edges: BoxEdges): number | null {
  if (width !== null) return width + edges.horizontal;
  return height !== null && ratio !== null ? height * ratio + edges.horizontal : null;
}

function heightFor(
  width: number,
  style: ComputedStyle,
  edges: BoxEdges,
  { height, ratio }: NaturalSize,
): number {
  if (ratio !== null) return ratioHeight(width, style, edges, ratio);
  return (height ?? defaultSize.height) + edges.vertical;
}

/** A picture's own ratio is of its content box; one from `aspect-ratio` is of the box it sizes. */
function ratioHeight(width: number, style: ComputedStyle, edges: BoxEdges, ratio: number): number {
  const own = ownRatio(style);
  if (own) return heightByRatio(style, edges, width, own);
  return Math.max(0, width - edges.horizontal) / ratio + edges.vertical;
}

function widthFor(
  height: number,
  style: ComputedStyle,
  edges: BoxEdges,
  { width, ratio }: NaturalSize,
): number {
  if (ratio === null) return (width ?? defaultSize.width) + edges.horizontal;
  const own = ownRatio(style);
  if (own) return widthByRatio(style, edges, height, own);
  return Math.max(0, height - edges.vertical) * ratio + edges.horizontal;
}

/**
 * Widths of a picture's content on its own, where it is as high as that. One whose width is a
 * percentage can be squeezed to nothing (css-sizing-3 §5.2.2).
 */
export function measurePicture(box: PictureBox, contentHeight: number | null): IntrinsicWidths {
  const natural = naturalSize(box);
  const edges = computeEdges(box.style, 0);
  const height = contentHeight === null ? null : contentHeight + edges.vertical;
  // What has nothing but a ratio takes the width that there is (CSS 2 §10.3.2); browsers take a part of
  // that for a part of the default size.
  if (height === null && isFluid(box)) {
    const isPart = typeof box.style.width === 'object' && box.style.width.percent !== 0;
    return { minContentPt: 0, maxContentPt: isPart ? defaultSize.width : 0 };
  }
  const width =
    height !== null && natural.ratio !== null
      ? widthFor(height, box.style, edges, natural) - edges.horizontal
      : (naturalWidth(natural, edges) ?? defaultSize.width + edges.horizontal) - edges.horizontal;
  const isPercentage = [box.style.width, box.style.maxWidth].some(
    (value) => typeof value === 'object' && value.percent !== 0,
  );
  return { minContentPt: isPercentage ? 0 : width, maxContentPt: width };
}

/** Where the picture itself lies (`object-fit`, `object-position`), in the border box's coordinates. */
function objectRect(box: PictureBox, picture: Picture, content: Rect): Rect {
  const { style } = box;
  const size = fittedSize(style, sizeOfPicture(picture), content);
  const { x, y } = style.objectPosition;
  const free: Point = { x: content.width - size.width, y: content.height - size.height };
  return {
    x: content.x + resolveLength(x, free.x),
    y: content.y + resolveLength(y, free.y),
    ...size,
  };
}

function fittedSize({ objectFit }: ComputedStyle, natural: NaturalSize, content: Rect): Size {
  const { ratio } = natural;
  const { width, height } = content;
  const contain = ratio === null ? { width, height } : scaleTo(ratio, content, 'contain');
  switch (objectFit) {
    case 'fill':
      return { width, height };
    case 'contain':
      return contain;
    case 'cover':
      return ratio === null ? { width, height } : scaleTo(ratio, content, 'cover');
    case 'none':
      return ownSize(natural, content);
    case 'scale-down': {
      const own = ownSize(natural, content);
      return own.width > contain.width || own.height > contain.height ? contain : own;
    }
  }
}

/** css-images-3 §4.3: the size that is not asked for, within the content box where there is none. */
function ownSize({ width, height, ratio }: NaturalSize, content: Rect): Size {
  if (width === null && height === null && ratio !== null)
    return scaleTo(ratio, content, 'contain');
  const byHeight = height !== null && ratio !== null ? height * ratio : content.width;
  const byWidth = width !== null && ratio !== null ? width / ratio : content.height;
  return { width: width ?? byHeight, height: height ?? byWidth };
}

function scaleTo(ratio: number, { width, height }: Size, how: 'contain' | 'cover'): Size {
  const byWidth = { width, height: width / ratio };
  const byHeight = { width: height * ratio, height };
  const widthFits = byWidth.height <= height;
  return (how === 'contain') === widthFits ? byWidth : byHeight;
}
