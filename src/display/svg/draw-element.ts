/**
 * Elements of an SVG drawing to display items (SVG 2 §5): containers, `use`, nested viewports,
 * opacity and clipping. Coordinates of the items are the page's: matrices are multiplied into the
 * outlines, so groups are made only where opacity, blending or a clip needs one.
 */
import { multiply, type Path, type Rect, rectPath } from '../../base/index.ts';
import type { AuthorColor } from '../../color/index.ts';
import type { ElementNode } from '../../input/index.ts';
import { blendsWithin } from '../blending.ts';
import { opacityOf } from '../box-effects.ts';
import { clipItems, isolate } from '../boxes.ts';
import type { DisplayItem, GroupMask, Origin } from '../item.ts';
import { fade } from '../mix-colors.ts';
import { pathBounds, transformPath, translation } from '../outline.ts';
import {
  badSvgReference,
  invalidSvgValue,
  svgTooComplex,
  unsupportedSvg,
} from '../problems-svg.ts';
import { itemBounds } from './bounds.ts';
import { clipOutlines } from './clip-path.ts';
import { drawImage } from './draw-image.ts';
import { drawShape } from './draw-shape.ts';
import { drawText } from './draw-text.ts';
import { drawMarkers } from './markers.ts';
import { drawMask } from './mask.ts';
import { parseLength } from './numbers.ts';
import { type ReferenceBoxes, resolveTransform } from './own-transform.ts';
import { drawPattern } from './pattern.ts';
import { resolveSvgStyle, textReader } from './presentation.ts';
import { addressOf, deepest, elementsIn, findById, hrefOf, type SvgScene, spend } from './scene.ts';
import { buildShape, isShape } from './shapes.ts';
import type { Surroundings } from './surroundings.ts';
import { fitViewBox, parseViewBox } from './viewport.ts';

type Item = DisplayItem<AuthorColor>;

/** Never drawn where they stand: used from elsewhere, or not pictures at all. */
const definitions: ReadonlySet<string> = new Set([
  ...['defs', 'symbol', 'clipPath', 'mask', 'pattern', 'marker', 'filter', 'linearGradient'],
  ...['radialGradient', 'title', 'desc', 'metadata', 'style', 'script', 'view', 'cursor'],
]);

const drawnTags: ReadonlySet<string> = new Set(['use', 'svg', 'text', 'image']);
const containers: ReadonlySet<string> = new Set(['g', 'a', 'switch']);
const refused: ReadonlySet<string> = new Set(['foreignObject', 'video', 'audio']);

/** Elements of drawing programs' own (`sodipodi:namedview`) say nothing about the picture. */
function isForeign(tag: string): boolean {
  return tag.includes(':');
}

function reportRefused(element: ElementNode, scene: SvgScene): void {
  const read = textReader(element);
  const filter = read('filter')?.trim() ?? '';
  const drawn = scene.styles.styleOf(element).filter;
  if (filter !== '' && filter !== 'none' && !(drawn !== 'none' && drawn.isDrawn))
    scene.report((place) => unsupportedSvg('filter', place), element);
}

/** A single fill or stroke made paler needs no group. */
function fadeItem(item: Item, opacity: number): Item | null {
  if (item.kind !== 'fill' && item.kind !== 'stroke') return null;
  const { paint } = item;
  if (paint.kind === 'solid')
    return { ...item, paint: { kind: 'solid', color: fade(paint.color, opacity) } };
  const stops = paint.stops.map(({ offset, color }) => ({ offset, color: fade(color, opacity) }));
  return { ...item, paint: { ...paint, stops } };
}

function applyOpacity(
  items: readonly Item[],
  element: ElementNode,
  scene: SvgScene,
  origin: Origin,
): readonly Item[] {
  const style = scene.styles.styleOf(element);
  const { mixBlendMode: blend, isolation } = style;
  const opacity = opacityOf(style);
  if (items.length === 0 || opacity === 0) return [];
  if (opacity === 1 && blend === 'normal')
    return isolation === 'isolate' && blendsWithin(items) ? [isolate(items, origin)] : items;
  const [only] = items;
  const faded = items.length === 1 && only && blend === 'normal' ? fadeItem(only, opacity) : null;
  if (faded) return [faded];
  return [
    { ...origin, kind: 'group', items, transform: [1, 0, 0, 1, 0, 0], clip: null, opacity, blend },
  ];
}

/** Clip, then opacity and blending: what holds for an element as a whole. */
function finish(
  items: readonly Item[],
  element: ElementNode,
  here: Surroundings,
  scene: SvgScene,
): readonly Item[] {
  if (items.length === 0) return items;
  const { matrix, style, viewport, origin } = here;
  const boundsOf = (isWithStroke = false) => itemBounds(items, matrix, isWithStroke);
  const clips = clipOutlines({ element, matrix, style, viewport, boundsOf }, scene) ?? [];
  if (clips.some((clip) => clip.length === 0)) return [];
  const clipped = clips.reduce<readonly Item[]>(
    (inner, clip) => [clipItems(inner, clip, origin)],
    items,
  );
  const mask = maskAround(element, here, boundsOf, scene);
  const masked = mask ? [{ ...clipItems(clipped, null, origin), mask }] : clipped;
  return applyOpacity(masked, element, scene, origin);
}

/** The mask that an element names; null where it names none that can be used. */
function maskAround(
  element: ElementNode,
  here: Surroundings,
  boundsOf: () => Rect | null,
  scene: SvgScene,
): GroupMask | null {
  const id = declaredMask(element, scene);
  const mask = id === undefined ? undefined : findById(scene, id, element);
  if (!mask) return null;
  return drawMask(mask, boundsOf() ?? { x: 0, y: 0, width: 0, height: 0 }, here, {
    scene,
    drawElement,
  });
}

/** `mask: url(#id)` of a style sheet. */
function declaredMask(element: ElementNode, { styles }: SvgScene): string | undefined {
  if (!styles.declarationOf(element, 'maskImage')) return undefined;
  const [image] = styles.styleOf(element).maskImage;
  if (!image || image === 'none' || image.kind !== 'url') return undefined;
  return image.path.startsWith('#') ? image.path.slice(1) : undefined;
}

/** True where an element and all in it is left out. */
function isHidden(element: ElementNode, { styles }: SvgScene): boolean {
  return styles.styleOf(element).display === 'none';
}

/** The element's own transform added to what is around it; null where it cannot be read. */
function enter(element: ElementNode, around: Surroundings, scene: SvgScene): Surroundings | null {
  const style = resolveSvgStyle(element, around.style, around.viewport, scene);
  const origin = element.span ? { span: element.span } : around.origin;
  const unmoved = { ...around, style, origin, depth: around.depth + 1 };
  const boxes: ReferenceBoxes = {
    viewport: around.viewport,
    boundsOf: (isWithStroke) =>
      itemBounds(drawContent(element, unmoved, scene), around.matrix, isWithStroke),
  };
  const own = resolveTransform(element, boxes, scene);
  return own && { ...unmoved, matrix: multiply(around.matrix, own) };
}

/** SVG 2 §5.9: the first child that can be shown, before others the first that is for any language. */
function chosenOf(element: ElementNode): ElementNode | undefined {
  const shown = elementsIn(element).filter(
    ({ tag, attributes }) =>
      tag !== 'foreignObject' && !definitions.has(tag) && !attributes.get('requiredExtensions'),
  );
  return shown.find(({ attributes }) => !attributes.has('systemLanguage')) ?? shown[0];
}

function drawChildren(element: ElementNode, here: Surroundings, scene: SvgScene): readonly Item[] {
  return elementsIn(element).flatMap((child) => drawElement(child, here, scene));
}

function lengthAttribute(
  element: ElementNode,
  name: string,
  base: number,
  otherwise: number,
  scene: SvgScene,
): number {
  const text = element.attributes.get(name);
  if (text === undefined || text.trim() === 'auto') return otherwise;
  const value = parseLength(text, base);
  if (value === null) scene.report((place) => invalidSvgValue(name, text, place), element);
  return value ?? otherwise;
}

/** Viewports cut what runs over them, unless `overflow: visible` is asked for (§8.8). */
export function isOverflowOpen(element: ElementNode, { styles }: SvgScene): boolean {
  const isDeclared = styles.declarationOf(element, 'overflowX') !== undefined;
  return isDeclared && styles.styleOf(element).overflowX === 'visible';
}

/** A nested `svg`, or a `symbol` through `use`: a viewport of its own (§8.2). */
function drawViewport(
  element: ElementNode,
  area: Rect,
  here: Surroundings,
  scene: SvgScene,
): readonly Item[] {
  if (!(area.width > 0 && area.height > 0)) return [];
  const viewBox = parseViewBox(element.attributes.get('viewBox'));
  const aspect = element.attributes.get('preserveAspectRatio');
  const own = viewBox ? fitViewBox(viewBox, area, aspect) : translation(area.x, area.y);
  const inner = { ...here, matrix: multiply(here.matrix, own), viewport: viewBox ?? area };
  const items = drawChildren(element, inner, scene);
  if (items.length === 0 || isOverflowOpen(element, scene)) return items;
  return [clipItems(items, transformPath(here.matrix, rectPath(area)), here.origin)];
}

/** §5.6: the referenced element, drawn as a child of the `use` element. */
function drawUse(use: ElementNode, here: Surroundings, scene: SvgScene): readonly Item[] {
  const id = hrefOf(use);
  const elsewhere = id === undefined ? addressOf(use) : undefined;
  if (elsewhere) scene.report((place) => badSvgReference(elsewhere, 'missing', place), use);
  const target = id === undefined ? undefined : findById(scene, id, use);
  if (!target) return [];
  if (here.used.includes(target)) {
    scene.report((place) => badSvgReference(`#${id}`, 'cycle', place), use);
    return [];
  }
  const { width, height } = here.viewport;
  const x = lengthAttribute(use, 'x', width, 0, scene);
  const y = lengthAttribute(use, 'y', height, 0, scene);
  const { fill, stroke } = here.style;
  const inner: Surroundings = {
    ...here,
    style: { ...here.style, contextFill: fill, contextStroke: stroke },
    matrix: multiply(here.matrix, translation(x, y)),
    used: [...here.used, target],
  };
  if (target.tag !== 'symbol' && target.tag !== 'svg') return drawElement(target, inner, scene);
  const area = {
    x: 0,
    y: 0,
    width: lengthAttribute(use, 'width', width, width, scene),
    height: lengthAttribute(use, 'height', height, height, scene),
  };
  const symbol = enter(target, inner, scene);
  return symbol ? finish(drawViewport(target, area, symbol, scene), target, symbol, scene) : [];
}

/** §11.6.1: shapes whose corners may be marked. */
const markable: ReadonlySet<string> = new Set(['path', 'line', 'polyline', 'polygon']);

/** A fill that is a pattern; null for any other. */
function drawPatternFill(path: Path, here: Surroundings, scene: SvgScene): readonly Item[] | null {
  const { fill, visible } = here.style;
  if (!visible || fill === 'none' || 'space' in fill) return null;
  const server = scene.ids.get(fill.path.replace(/^#/, ''));
  const bounds = pathBounds(path);
  if (server?.tag !== 'pattern' || !bounds) return null;
  return drawPattern(server, path, bounds, here, { scene, drawElement });
}

function drawShapeElement(
  element: ElementNode,
  here: Surroundings,
  scene: SvgScene,
): readonly Item[] {
  const read = textReader(element);
  const { path, faultyAttribute } = buildShape(element.tag, read, here.viewport);
  if (faultyAttribute !== null) {
    const text = read(faultyAttribute) ?? '';
    scene.report((place) => invalidSvgValue(faultyAttribute, text, place), element);
  }
  if (!spend(scene, 0, path.length, element)) return [];
  const { style, viewport, matrix, origin } = here;
  const patterned = drawPatternFill(path, here, scene);
  const plain = patterned ? { ...style, fill: 'none' as const } : style;
  const shape = drawShape({ element, path, style: plain, viewport, matrix, origin }, scene);
  const marks =
    markable.has(element.tag) && style.visible
      ? drawMarkers(element, path, here, { scene, drawElement })
      : [];
  return [...(patterned ?? []), ...shape, ...marks];
}

/** What an element is, drawn without its clip and opacity. */
function drawContent(element: ElementNode, here: Surroundings, scene: SvgScene): readonly Item[] {
  if (isShape(element.tag)) return drawShapeElement(element, here, scene);
  if (element.tag === 'switch') {
    const chosen = chosenOf(element);
    return chosen ? drawElement(chosen, here, scene) : [];
  }
  if (containers.has(element.tag)) return drawChildren(element, here, scene);
  if (element.tag === 'use') return drawUse(element, here, scene);
  if (element.tag === 'text') return drawText(element, here, scene);
  if (element.tag === 'image') return drawImage(element, here, scene);
  const { width, height } = here.viewport;
  const area = {
    x: lengthAttribute(element, 'x', width, 0, scene),
    y: lengthAttribute(element, 'y', height, 0, scene),
    width: lengthAttribute(element, 'width', width, width, scene),
    height: lengthAttribute(element, 'height', height, height, scene),
  };
  return drawViewport(element, area, here, scene);
}

/** An element and all in it. Reports what cannot be drawn and leaves it out. */
export function drawElement(
  element: ElementNode,
  around: Surroundings,
  scene: SvgScene,
): readonly Item[] {
  const { tag } = element;
  if (definitions.has(tag) || isForeign(tag) || isHidden(element, scene)) return [];
  const isKnown = isShape(tag) || containers.has(tag) || drawnTags.has(tag);
  if (refused.has(tag) || !isKnown) {
    scene.report((place) => unsupportedSvg(tag, place), element);
    return [];
  }
  if (!spend(scene, 1, 0, element)) return [];
  if (around.depth >= deepest) {
    const limit = { en: `${deepest} levels`, da: `${deepest} niveauer` };
    scene.report((place) => svgTooComplex(limit, place), element);
    return [];
  }
  reportRefused(element, scene);
  const here = enter(element, around, scene);
  return here ? finish(drawContent(element, here, scene), element, here, scene) : [];
}
