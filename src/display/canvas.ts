/**
 * What lies under everything on a page: the background of `@page`, then that of the root element
 * or of `body` (css-backgrounds-3 §2.11). Both are painted over the trim and the bleed on every
 * side; imposition cuts what runs over a fold.
 *
 * Deviation: a layer whose size comes from the area (`cover`, `contain`, percentages, a gradient
 * without a size) takes trim and bleed together as its positioning area: it would repeat just
 * outside the trim otherwise. A layer with a size of its own is placed from the trim. Where no sheet
 * is to be cut (a page rendered without bleed), the root element's areas count, as in browsers.
 */
import { type Edges, insetRect, type Rect } from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import type { BoxFragment, Fragment, Page } from '../layout/index.ts';
import { type ComputedStyle, resolveLength } from '../style/index.ts';
import { type BackgroundScene, hasBackground, paintBackground } from './backgrounds.ts';
import { paintBorder, sidesOf } from './borders.ts';
import type { BoxAreas } from './boxes.ts';
import type { DisplayItem } from './item.ts';
import { roundRect, squareCorners } from './rounded.ts';

function childNamed(children: readonly Fragment[], tag: string): BoxFragment | null {
  for (const child of children)
    if (child.kind === 'box' && child.element?.tag === tag) return child;
  return null;
}

/** The boxes of `html` and `body` on a page. */
export interface RootBoxes {
  readonly html: BoxFragment | null;
  readonly body: BoxFragment | null;
}

export function rootBoxesOf(page: Page): RootBoxes {
  const html = childNamed(page.root.children, 'html');
  return { html, body: html && childNamed(html.children, 'body') };
}

/** §2.11.2: the box whose background becomes the canvas's; null where neither has one. */
export function canvasSource({ html, body }: RootBoxes): BoxFragment | null {
  if (html && hasBackground(html.style)) return html;
  return body && hasBackground(body.style) ? body : null;
}

/** CSS 2 §11.1.1: the box whose `overflow` is the page's, so that it clips nothing itself. */
export function overflowSource({ html, body }: RootBoxes): BoxFragment | null {
  const clips = ({ style }: BoxFragment) =>
    style.overflowX !== 'visible' || style.overflowY !== 'visible';
  return html && clips(html) ? html : body;
}

/** True where a layer is as large as a share of the area, not as its picture. */
function isSizedByArea(style: ComputedStyle, index: number): boolean {
  const size = style.backgroundSize[index % style.backgroundSize.length];
  const image = style.backgroundImage[index];
  if (!size || !image || image === 'none') return false;
  if (typeof size === 'string') return true;
  const isShare = ({ width, height }: typeof size) =>
    [width, height].some((side) => side !== 'auto' && side.percent !== 0);
  const isAuto = size.width === 'auto' && size.height === 'auto';
  return isShare(size) || (isAuto && image.kind !== 'url');
}

/** The page `trim` with its bleed: what a canvas is painted on. */
function canvasRect(trim: Rect, bleed: Edges): Rect {
  return insetRect(trim, {
    top: -bleed.top,
    right: -bleed.right,
    bottom: -bleed.bottom,
    left: -bleed.left,
  });
}

/** §2.11.1: the canvas's background is placed as that of the root element, whose areas these are. */
export function paintRootCanvas(
  style: ComputedStyle,
  root: BoxAreas,
  trim: Rect,
  bleed: Edges,
  scene: BackgroundScene,
): readonly DisplayItem<AuthorColor>[] {
  if (!hasBackground(style)) return [];
  return paintBackground(style, root, scene, canvasRect(trim, bleed));
}

/** css-page-3 §6: the border of `@page`, within its margins; over what the canvas is painted with. */
export function paintPageBorder(
  style: ComputedStyle,
  trim: Rect,
): readonly DisplayItem<AuthorColor>[] {
  const { borderTopWidth: top, borderRightWidth: right } = style;
  const { borderBottomWidth: bottom, borderLeftWidth: left } = style;
  if (top + right + bottom + left === 0) return [];
  const margin = (value: ComputedStyle['marginTop'], base: number) =>
    value === 'auto' ? 0 : resolveLength(value, base);
  const rect = insetRect(trim, {
    top: margin(style.marginTop, trim.height),
    right: margin(style.marginRight, trim.width),
    bottom: margin(style.marginBottom, trim.height),
    left: margin(style.marginLeft, trim.width),
  });
  const outer = roundRect(rect, {
    topLeft: style.borderTopLeftRadius,
    topRight: style.borderTopRightRadius,
    bottomRight: style.borderBottomRightRadius,
    bottomLeft: style.borderBottomLeftRadius,
  });
  return paintBorder(sidesOf(style, { top, right, bottom, left }), outer, {});
}

/** A style's background over the page `trim` and its bleed, placed against the sheet. */
export function paintCanvas(
  style: ComputedStyle,
  trim: Rect,
  bleed: Edges,
  scene: BackgroundScene,
): readonly DisplayItem<AuthorColor>[] {
  if (!hasBackground(style)) return [];
  const square = (rect: Rect) => ({ rect, radii: squareCorners });
  const areas = {
    border: square(canvasRect(trim, bleed)),
    padding: square(trim),
    content: square(trim),
  };
  const canvasStyle: ComputedStyle = {
    ...style,
    backgroundOrigin: style.backgroundImage.map((_, index) =>
      isSizedByArea(style, index) ? 'border-box' : 'padding-box',
    ),
    backgroundClip: ['border-box'],
  };
  return paintBackground(canvasStyle, areas, scene);
}
