/**
 * Laid-out pages to a display list: the page's own background, then its boxes in painting order.
 * The order is `stacking.ts`'s; what each box looks like is in one file a painted feature.
 */
import type { Context, Edges, Point } from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import type { Pictures } from '../input/index.ts';
import type { BoxFragment, Page } from '../layout/index.ts';
import type { StyledDocument } from '../style/index.ts';
import { type BackgroundScene, hasBackground, paintBackground } from './backgrounds.ts';
import { paintBorder, sidesOf } from './borders.ts';
import { areasOf, borderBox, originOf } from './boxes.ts';
import { canvasSource, overflowSource, paintCanvas, rootBoxesOf } from './canvas.ts';
import type { DisplayItem, DisplayList, Origin } from './item.ts';
import { paintPicture } from './pictures.ts';
import { type BoxPainter, paintStackingContext } from './stacking.ts';
import { createVectorPainter } from './svg/draw-vector.ts';

export interface DisplayOptions {
  /** By path: what backgrounds name. Pictures in the text come with their boxes. */
  readonly pictures: Pictures;
  /** How far page backgrounds run past the trim, in pt, on every side. */
  readonly bleed: Edges;
  /** For styles of inline SVG; null where there is none to ask (tests). */
  readonly styled: StyledDocument | null;
}

type Item = DisplayItem<AuthorColor>;

/** `<a href>`: the place of each of its boxes; only the screen edition keeps it. */
function linkItems(box: BoxFragment, at: Point): readonly Item[] {
  const href = box.element?.tag === 'a' ? box.element.attributes.get('href') : undefined;
  if (href === undefined || box.width <= 0 || box.height <= 0) return [];
  return [{ ...originOf(box), kind: 'link', rect: borderBox(box, at), href }];
}

type SceneOf = (origin: Origin) => BackgroundScene;

/** Paints the boxes of one page; `canvas` is the box whose background the page has taken. */
function createBoxPainter(page: Page, canvas: BoxFragment | null, sceneOf: SceneOf): BoxPainter {
  const overflow = overflowSource(rootBoxesOf(page));
  return {
    paintBox(box, at) {
      const { style } = box;
      if (style.visibility !== 'visible') return [];
      const widths = box.border;
      const hasBorder = widths.top + widths.right + widths.bottom + widths.left > 0;
      const isPainted = box !== canvas && hasBackground(style);
      const links = linkItems(box, at);
      if (!hasBorder && !isPainted) return links;
      const areas = areasOf(box, at);
      const origin = originOf(box);
      const background = isPainted ? paintBackground(style, areas, sceneOf(origin)) : [];
      const border = hasBorder ? paintBorder(sidesOf(style, widths), areas.border, origin) : [];
      return [...background, ...border, ...links];
    },
    paintContent: (box, at) => paintPicture(box, at, sceneOf(originOf(box)).drawVector),
    isOverflowOfPage: (box) => box === overflow,
  };
}

/** Backgrounds under the page's boxes: of `@page`, then of the canvas. */
function pageBackground(
  page: Page,
  canvas: BoxFragment | null,
  bleed: Edges,
  sceneOf: SceneOf,
): readonly Item[] {
  const trim = { x: 0, y: 0, width: page.widthPt, height: page.heightPt };
  const own = page.pageStyle ? paintCanvas(page.pageStyle, trim, bleed, sceneOf({})) : [];
  if (!canvas) return own;
  return [...own, ...paintCanvas(canvas.style, trim, bleed, sceneOf(originOf(canvas)))];
}

/**
 * The pages as drawing items in painting order. Reports `display/unknown-picture`,
 * `display/too-many-tiles` and the codes `svg/…` of `svg/draw-vector.ts`; what is at fault is left
 * out and the rest is drawn.
 */
export function buildDisplayList(
  pages: readonly Page[],
  options: DisplayOptions,
  context: Context,
): DisplayList<AuthorColor> {
  const painter = createVectorPainter(options.styled, context);
  return pages.map((page) => {
    const drawVector = painter.onPage(page.name);
    const sceneOf = (origin: Origin): BackgroundScene => ({
      pictures: options.pictures,
      drawVector,
      page: page.name,
      origin,
      context,
    });
    const canvas = canvasSource(rootBoxesOf(page));
    const at = { x: page.root.x, y: page.root.y };
    return {
      name: page.name,
      widthPt: page.widthPt,
      heightPt: page.heightPt,
      items: [
        ...pageBackground(page, canvas, options.bleed, sceneOf),
        ...paintStackingContext(page.root, at, createBoxPainter(page, canvas, sceneOf)),
      ],
    };
  });
}
