/**
 * SVG pictures as vectors: the entry of this folder. An inline `<svg>` takes colour and styles
 * from the page; a file is a document on its own.
 */
import {
  type Context,
  type Finding,
  type Matrix,
  multiply,
  type Path,
  pointsPerPx,
  type Rect,
  rectPath,
} from '../../base/index.ts';
import type { AuthorColor } from '../../color/index.ts';
import type { ElementNode, Pictures, VectorPicture } from '../../input/index.ts';
import type { BoxFragment, FontSet } from '../../layout/index.ts';
import type { StyledDocument } from '../../style/index.ts';
import { blendsWithin } from '../blending.ts';
import { clipItems, isolate } from '../boxes.ts';
import type { DisplayItem, GroupMask, Origin } from '../item.ts';
import { containsRect, translation } from '../outline.ts';
import type { SvgPlace } from '../problems-svg.ts';
import { visibleBounds, walkItems } from '../walk.ts';
import { referencedOutlines } from './clip-path.ts';
import { drawElement, isOverflowOpen } from './draw-element.ts';
import { computeFileStyles } from './file-styles.ts';
import { drawMask } from './mask.ts';
import { initialSvgStyle, resolveSvgStyle, svgStyleFrom } from './presentation.ts';
import {
  collectIds,
  elementsIn,
  findById,
  mostElements,
  mostSegments,
  type SvgScene,
  type SvgStyles,
} from './scene.ts';
import type { Surroundings } from './surroundings.ts';
import { fitViewBox, parseViewBox } from './viewport.ts';

/** Draws a picture into a rectangle of the page; `box` is its box, null for a background. */
export type DrawVector = (
  picture: VectorPicture,
  rect: Rect,
  origin: Origin,
  box: BoxFragment | null,
) => readonly DisplayItem<AuthorColor>[];

/** What of the document's own SVG can be used on a page. */
export interface PageVectors {
  readonly draw: DrawVector;
  /** `#id` of a `clipPath`, around a box: outlines that all cut; null where there is none. */
  clipsOf(reference: string, rect: Rect, origin: Origin): readonly Path[] | null;
  /** `#id` of a `mask`, around a box; null where there is none. */
  maskOf(reference: string, rect: Rect, origin: Origin): GroupMask | null;
}

export interface VectorPainter {
  onPage(page: string): PageVectors;
}

/** How many drawings may stand in each other. */
const deepestPicture = 4;

/** What a run remembers of one drawing: its parts, and what has been reported of it. */
interface Drawing {
  readonly ids: ReadonlyMap<string, ElementNode>;
  readonly styles: SvgStyles;
  readonly reported: Set<string>;
}

type Memory = WeakMap<ElementNode, Drawing>;

function drawingOf({ root }: VectorPicture, memory: Memory, stylesOf: () => SvgStyles): Drawing {
  const known = memory.get(root);
  if (known) return known;
  const drawing = { ids: collectIds(root), styles: stylesOf(), reported: new Set<string>() };
  memory.set(root, drawing);
  return drawing;
}

/** Reports each sentence once per drawing: a hundred filtered shapes are one mistake. */
function reporter(
  place: SvgPlace,
  reported: Set<string>,
  context: Pick<Context, 'report'>,
): SvgScene['report'] {
  return (make: (place: SvgPlace) => Finding, element) => {
    const finding = make({ ...place, span: element?.span ?? place.span });
    const key = `${finding.code} ${finding.message.en}`;
    if (reported.has(key)) return;
    reported.add(key);
    context.report(finding);
  };
}

/** The user space of the outermost element: its view box, fitted into the rectangle. */
function rootSpace(picture: VectorPicture, rect: Rect, isInline: boolean) {
  const { root, widthPx, heightPx } = picture;
  const aspect = root.attributes.get('preserveAspectRatio');
  const given = parseViewBox(root.attributes.get('viewBox'));
  // css-images-3 §5.3: a file without a view box is still one picture that scales.
  const own =
    !isInline && widthPx && heightPx ? { x: 0, y: 0, width: widthPx, height: heightPx } : null;
  const viewBox = given ?? own;
  // It fills the rectangle that it is given, whatever its proportions.
  const fitted = given ? aspect : 'none';
  if (viewBox) return { matrix: fitViewBox(viewBox, rect, fitted), viewport: viewBox };
  const matrix: Matrix = [pointsPerPx, 0, 0, pointsPerPx, 0, 0];
  const viewport = { width: rect.width / pointsPerPx, height: rect.height / pointsPerPx };
  return { matrix: multiply(translation(rect.x, rect.y), matrix), viewport };
}

/** True where nothing is drawn outside the rectangle, so that no clip is needed. */
function staysInside(items: readonly DisplayItem<AuthorColor>[], rect: Rect): boolean {
  let isInside = true;
  walkItems(items, (visit) => {
    const bounds = visibleBounds(visit);
    if (bounds && !containsRect(rect, bounds, 0.001)) isInside = false;
  });
  return isInside;
}

function drawPicture(
  picture: VectorPicture,
  rect: Rect,
  origin: Origin,
  box: BoxFragment | null,
  scene: SvgScene,
): readonly DisplayItem<AuthorColor>[] {
  const { root } = picture;
  const isInline = box?.element === root;
  const { matrix, viewport } = rootSpace(picture, rect, isInline);
  const inherited = box && isInline ? svgStyleFrom(box.style) : initialSvgStyle;
  const style = resolveSvgStyle(root, inherited, viewport, scene);
  const around: Surroundings = { style, matrix, viewport, depth: 0, used: [], origin };
  const drawn = elementsIn(root).flatMap((child) => drawElement(child, around, scene));
  // A file is a document on its own; a drawing in the page blends with the background of its box.
  const items = !isInline && blendsWithin(drawn) ? [isolate(drawn, origin)] : drawn;
  const isOpen = isOverflowOpen(root, scene);
  if (items.length === 0 || isOpen || staysInside(items, rect)) return items;
  return [clipItems(items, rectPath(rect), origin)];
}

/**
 * Draws SVG pictures of one run. Inline drawings have the styles of `styled`, the page's document;
 * files are styled here. Reports `display/svg-unsupported`, `display/svg-invalid`,
 * `display/svg-reference` and `display/svg-too-complex`, each sentence once for a drawing, and the
 * codes `css/…` for files; what is at fault is left out.
 */
export function createVectorPainter(
  styled: StyledDocument | null,
  context: Context,
  fonts: FontSet | null = null,
  pictures: Pictures = new Map(),
): VectorPainter {
  const memory: Memory = new WeakMap();
  const drawOn =
    (page: string, level = 0): DrawVector =>
    (picture, rect, origin, box) => {
      if (level > deepestPicture) return [];
      const isInline = box?.element === picture.root;
      const place = { path: isInline ? '' : picture.path, page, span: origin.span };
      const pageStyles = isInline ? styled : null;
      const { ids, styles, reported } = drawingOf(
        picture,
        memory,
        () => pageStyles ?? computeFileStyles(picture.root, picture.path, context),
      );
      const report = reporter(place, reported, context);
      const scene: SvgScene = {
        ids,
        styles,
        fonts,
        pictures,
        drawPicture: (inner, place, at) => drawOn(page, level + 1)(inner, place, at, null),
        report,
        budget: { elements: mostElements, segments: mostSegments },
      };
      return drawPicture(picture, rect, origin, box, scene);
    };
  return {
    onPage(page) {
      const draw = drawOn(page);
      return { draw, ...referencesOn(page, styled, context, { fonts, pictures, draw }) };
    },
  };
}

/** Elements of the document that style sheets refer to, found when the first is asked for. */
function referencesOn(
  page: string,
  styled: StyledDocument | null,
  context: Context,
  { fonts, pictures, draw }: { fonts: FontSet | null; pictures: Pictures; draw: DrawVector },
): Omit<PageVectors, 'draw'> {
  const sceneAt = (origin: Origin): SvgScene | null => {
    if (!styled) return null;
    const place = { path: '', page, span: origin.span };
    return {
      ids: idsOf(styled),
      styles: styled,
      fonts,
      pictures,
      drawPicture: (picture, rect, at) => draw(picture, rect, at, null),
      report: reporter(place, new Set(), context),
      budget: { elements: mostElements, segments: mostSegments },
    };
  };
  return {
    clipsOf(reference, rect, origin) {
      const scene = sceneAt(origin);
      const clip = scene && findById(scene, reference.slice(1), null);
      if (!scene || !clip) return null;
      const { bounds, around } = userSpaceOf(rect, origin);
      const clipped = { ...around, element: clip, boundsOf: () => bounds };
      return referencedOutlines(clip, clipped, scene);
    },
    maskOf(reference, rect, origin) {
      const scene = sceneAt(origin);
      const mask = scene && findById(scene, reference.slice(1), null);
      const { bounds, around } = userSpaceOf(rect, origin);
      return scene && mask ? drawMask(mask, bounds, around, { scene, drawElement }) : null;
    },
  };
}

const documentIds = new WeakMap<StyledDocument, ReadonlyMap<string, ElementNode>>();

function idsOf(styled: StyledDocument): ReadonlyMap<string, ElementNode> {
  const known = documentIds.get(styled) ?? collectIds(styled.document.root);
  documentIds.set(styled, known);
  return known;
}

/** css-masking-1 §5.1: user space of a box is CSS px from the top left of its border box. */
function userSpaceOf(rect: Rect, origin: Origin) {
  const [width, height] = [rect.width / pointsPerPx, rect.height / pointsPerPx];
  const matrix: Matrix = [pointsPerPx, 0, 0, pointsPerPx, rect.x, rect.y];
  const viewport = { width, height };
  const around: Surroundings = {
    style: initialSvgStyle,
    matrix,
    viewport,
    depth: 0,
    used: [],
    origin,
  };
  return { bounds: { x: 0, y: 0, width, height }, around };
}
