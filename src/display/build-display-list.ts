/**
 * Laid-out pages to a display list: the page's own background, then its boxes in painting order.
 * The order is `stacking.ts`'s; what each box looks like is in one file a painted feature.
 */
import type { Context, Edges, Point, Rect } from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import type { ElementNode, Pictures } from '../input/index.ts';
import type { BoxFragment, FontSet, Page } from '../layout/index.ts';
import type { StyledDocument } from '../style/index.ts';
import { adoptionsOn } from './adoption.ts';
import { anchorId, takeAnchors } from './anchors.ts';
import { type BackgroundScene, hasBackground, paintBackground } from './backgrounds.ts';
import { blendsWithPaper } from './blending.ts';
import { hasBorderImage, paintBorderImage } from './border-images.ts';
import { paintBorder, paintOutline, sidesOf } from './borders.ts';
import type { BoxPainter } from './box-effects.ts';
import {
  areasOf,
  areasOfWhole,
  borderBox,
  clipItems,
  contentBox,
  isolate,
  originOf,
} from './boxes.ts';
import {
  canvasSource,
  overflowSource,
  paintCanvas,
  paintPageBorder,
  paintRootCanvas,
  rootBoxesOf,
} from './canvas.ts';
import { clipPathsOf } from './clip-paths.ts';
import { type Numbered, numberDocument } from './document-order.ts';
import type { DisplayItem, DisplayList, Origin } from './item.ts';
import { aroundLegend, framedBox } from './legends.ts';
import { maskOf } from './mask-tones.ts';
import { hasMask, paintMask } from './masks.ts';
import { withOverprint } from './overprint.ts';
import { paintPicture } from './pictures.ts';
import { foreshortened, headingGap, noAlternative } from './problems.ts';
import { type PageReading, type ReadingFaults, readingsOf, unread } from './reading.ts';
import { paintInnerShadows, paintOuterShadows } from './shadows.ts';
import { paintContext } from './stacking.ts';
import { isStackingContext } from './stacking-context.ts';
import { collapsed, textOf } from './structure-kinds.ts';
import { createVectorPainter, type PageVectors } from './svg/draw-vector.ts';
import { paintBehindCells } from './table-grounds.ts';
import { lettersOf } from './text.ts';
import { type WholeBoxes, wholeAreasOf, wholeBoxes } from './whole-boxes.ts';

export interface DisplayOptions {
  /** By path: what backgrounds name. Pictures in the text come with their boxes. */
  readonly pictures: Pictures;
  /** How far page backgrounds run past the trim, in pt, on every side. */
  readonly bleed: Edges;
  /** The canvas's background is placed against the root element, as in browsers, not the sheet. */
  readonly isCanvasOfRoot?: boolean;
  /** For styles of inline SVG; null where there is none to ask (tests). */
  readonly styled: StyledDocument | null;
  /** Items are to say what they are in the document's structure. */
  readonly isTagged?: boolean;
  /** A document as it was found somewhere: what it does not tell readers is not asked for. */
  readonly isForgiving?: boolean;
  /** For text in drawings; null where there is none to set it in (tests). */
  readonly fonts?: FontSet | null;
}

type Item = DisplayItem<AuthorColor>;

/**
 * `<a href>`: the place of each of its boxes; only the screen edition keeps it. What is linked to
 * inside the document goes into `ids`.
 */
function linkItems(
  box: BoxFragment,
  at: Point,
  ids: Set<string>,
  reading: PageReading,
): readonly Item[] {
  const { element } = box;
  const href = element?.tag === 'a' ? element.attributes.get('href') : undefined;
  if (!element || href === undefined || box.width <= 0 || box.height <= 0) return [];
  const id = anchorId(href);
  if (id !== null) ids.add(id);
  const words = id === null ? '' : collapsed(textOf(element));
  const content = reading.ofLink(box);
  const rect = borderBox(box, at);
  const more = { ...(content ? { content } : {}), ...(words === '' ? {} : { words }) };
  return [{ ...originOf(box), ...more, kind: 'link', rect, href }];
}

type OrderOf = (element: ElementNode) => number | null;

/** Which element comes first; worked out when it is first asked for. */
function documentOrder(styled: StyledDocument | null): OrderOf {
  let known: Numbered | null = null;
  return (element) => {
    if (!styled) return null;
    known ??= numberDocument(styled.document.root);
    return known.orderOf(element);
  };
}

type SceneOf = (origin: Origin) => BackgroundScene;

/** What the canvas of a page is painted with. */
interface Canvas {
  readonly page: Page;
  /** The box whose background it has taken; null where it has none. */
  readonly source: BoxFragment | null;
  readonly bleed: Edges;
  readonly isOfRoot: boolean;
  readonly sceneOf: SceneOf;
}

/** What the boxes of one page paint. */
function createBoxPainter(
  canvas: Canvas,
  vectors: PageVectors,
  ids: Set<string>,
  orderOf: OrderOf,
  whole: WholeBoxes,
  reading: PageReading,
): BoxPainter {
  const { page, sceneOf } = canvas;
  const { html, body } = rootBoxesOf(page);
  const overflow = overflowSource({ html, body });
  const paintOwn: BoxPainter['paintBox'] = (fragment, place) => {
    const { box, at } = framedBox(fragment, place);
    const { style } = box;
    if (style.visibility !== 'visible') return [];
    const widths = box.border;
    const hasBorder = widths.top + widths.right + widths.bottom + widths.left > 0;
    const isPainted = box !== canvas.source && hasBackground(style);
    const hasShadow = style.boxShadow.length > 0;
    const links = linkItems(box, at, ids, reading);
    const isPictured = hasBorderImage(style);
    if (!hasBorder && !isPainted && !hasShadow && !isPictured) return links;
    const areas = areasOf(box, at);
    const origin = originOf(box);
    const placing = box.cut && areasOfWhole(box.cut, box, at, whole.heightOf(box));
    const scene = sceneOf(origin);
    const ground = !isPainted
      ? []
      : box.cells
        ? paintBehindCells(box.cells, { style, areas, at }, scene)
        : paintBackground(style, areas, scene, null, placing);
    const background = style.backgroundClip.includes('text') ? inLetters(ground, box, at) : ground;
    const pictured = isPictured ? paintBorderImage(box, at, scene) : null;
    const lines = hasBorder
      ? () => paintBorder(sidesOf(style, widths), areas.border, origin)
      : null;
    const drawn = pictured ?? lines?.() ?? [];
    const gap = aroundLegend(fragment, place);
    const border = gap && drawn.length > 0 ? [clipItems(drawn, gap, origin)] : drawn;
    const outer = hasShadow ? paintOuterShadows(box, areas, origin) : [];
    const inner = hasShadow ? paintInnerShadows(box, areas, origin) : [];
    const items = [...outer, ...background, ...inner, ...border];
    return [...withOverprint(items, style), ...links];
  };
  return {
    paintBox(box, at) {
      // The canvas fades and blends with the root element that it belongs to.
      const isOwnGround = box === html && isOwnContext(html);
      const ground = isOwnGround ? paintPageCanvas(canvas) : [];
      return [...ground, ...paintOwn(box, at)];
    },
    paintOutline(box, at) {
      const { style } = box;
      if (style.outlineWidth === 0 || style.visibility !== 'visible') return [];
      return withOverprint(paintOutline(style, areasOf(box, at).border, originOf(box)), style);
    },
    clipsOf: (box, at) => clipPathsOf(box, wholeAreasOf(box, at, whole), vectors),
    maskOf(box, at) {
      if (!hasMask(box.style)) return null;
      const areas = wholeAreasOf(box, at, whole);
      return paintMask({ box, at, areas }, vectors, sceneOf(originOf(box)));
    },
    paintContent(box, at) {
      const drawn = paintPicture(box, at, sceneOf(originOf(box)).drawVector);
      const content = drawn.length > 0 ? reading.ofPicture(box) : undefined;
      const items = withOverprint(drawn, box.style);
      if (!content) return items;
      const read = { ...content, rect: contentBox(box, at) };
      return [{ ...clipItems(items, null, originOf(box)), content: read }];
    },
    contentOf: reading.ofText,
    adoptions: adoptionsOn(page.root, { x: page.root.x, y: page.root.y }),
    sayForeshortened(box) {
      const { context, origin } = sceneOf(originOf(box));
      context.report(foreshortened({ page: page.name, span: origin.span }));
    },
    isOverflowOfPage: (box) => box === overflow,
    orderOf: (box) => (box.element ? orderOf(box.element) : null),
  };
}

/**
 * css-backgrounds-4 §3.7: a background that shows in the letters alone. Deviation: all layers do
 * where one is asked to.
 */
function inLetters(items: readonly Item[], box: BoxFragment, at: Point): readonly Item[] {
  if (items.length === 0) return [];
  const mask = maskOf(lettersOf(box, at), 'alpha');
  return [{ ...clipItems(items, null, originOf(box)), mask }];
}

/** True where the root element is mixed as a whole, its canvas included. */
function isOwnContext(html: BoxFragment): boolean {
  return isStackingContext(html, null) && html.style.position === 'static';
}

function trimOf(page: Page): Rect {
  return { x: 0, y: 0, width: page.widthPt, height: page.heightPt };
}

function paintPageCanvas({ page, source, bleed, isOfRoot, sceneOf }: Canvas): readonly Item[] {
  if (!source) return [];
  const { html } = rootBoxesOf(page);
  const scene = sceneOf(originOf(source));
  if (!isOfRoot || !html) return paintCanvas(source.style, trimOf(page), bleed, scene);
  const at = { x: page.root.x + html.x, y: page.root.y + html.y };
  return paintRootCanvas(source.style, areasOf(html, at), trimOf(page), bleed, scene);
}

/** What lies under the page's boxes: backgrounds of `@page` and of the canvas, the page's border. */
function pageBackground(canvas: Canvas): readonly Item[] {
  const { page, bleed, sceneOf } = canvas;
  const own = page.pageStyle ? paintCanvas(page.pageStyle, trimOf(page), bleed, sceneOf({})) : [];
  const { html } = rootBoxesOf(page);
  const ground = html && isOwnContext(html) ? own : [...own, ...paintPageCanvas(canvas)];
  return page.pageStyle ? [...ground, ...paintPageBorder(page.pageStyle, trimOf(page))] : ground;
}

/**
 * The pages as drawing items in painting order. Reports `display/unknown-picture`,
 * `display/too-many-tiles`, `display/no-alternative`, `display/heading-gap` and the codes `svg/…` of `svg/draw-vector.ts`; what is at fault is left
 * out and the rest is drawn.
 */
export function buildDisplayList(
  pages: readonly Page[],
  options: DisplayOptions,
  context: Context,
): DisplayList<AuthorColor> {
  const painter = createVectorPainter(options.styled, context, options.fonts, options.pictures);
  const ids = new Set<string>();
  const orderOf = documentOrder(options.styled);
  const whole = wholeBoxes(pages);
  const { isTagged, styled } = options;
  const report = options.isForgiving ? () => {} : context.report;
  const faults: ReadingFaults = {
    silentPicture: ({ span }, page) => report(noAlternative({ page, span })),
    headingGap: ({ span }, rank, wanted) => report(headingGap(rank, wanted, { page: '', span })),
  };
  const readings = isTagged && styled ? readingsOf(pages, styled, faults) : [];
  const list = pages.map((page, index) => {
    const vectors = painter.onPage(page.name);
    const sceneOf = (origin: Origin): BackgroundScene => ({
      pictures: options.pictures,
      drawVector: vectors.draw,
      page: page.name,
      pageArea: trimOf(page),
      origin,
      context,
    });
    const canvas: Canvas = {
      page,
      source: canvasSource(rootBoxesOf(page)),
      bleed: options.bleed,
      isOfRoot: options.isCanvasOfRoot ?? false,
      sceneOf,
    };
    const at = { x: page.root.x, y: page.root.y };
    const boxes = createBoxPainter(canvas, vectors, ids, orderOf, whole, readings[index] ?? unread);
    const items = [...pageBackground(canvas), ...paintContext(page.root, at, boxes)];
    return {
      name: page.name,
      widthPt: page.widthPt,
      heightPt: page.heightPt,
      // css-backgrounds-3: what blends on a page blends with the page, never with the paper.
      items: blendsWithPaper(items) ? [isolate(items)] : items,
    };
  });
  if (ids.size === 0) return list;
  return list.map((drawn, index) => {
    const page = pages[index];
    const anchors = page ? takeAnchors(page, ids) : [];
    return anchors.length > 0 ? { ...drawn, anchors } : drawn;
  });
}
