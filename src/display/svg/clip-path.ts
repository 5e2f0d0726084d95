/** `clip-path: url(#id)` on SVG elements (css-masking-1 §6) as outlines in page coordinates. */
import {
  identity,
  type Matrix,
  multiply,
  type Path,
  pointsPerPx,
  type Rect,
  type Size,
} from '../../base/index.ts';
import type { ElementNode } from '../../input/index.ts';
import type { ClipPathValue } from '../../style/index.ts';
import { type ClipShape, clipShapePath } from '../clip-shape.ts';
import { pathBounds, transformBounds, transformPath } from '../outline.ts';
import { badSvgReference } from '../problems-svg.ts';
import { squareCorners } from '../rounded.ts';
import { textOutline } from './draw-text.ts';
import { orientClockwise, orientHoles } from './orientation.ts';
import { resolveTransform } from './own-transform.ts';
import { resolveSvgStyle, type SvgStyle, textReader } from './presentation.ts';
import { elementsIn, findById, hrefOf, type SvgScene, spend } from './scene.ts';
import { buildShape, isShape } from './shapes.ts';

/** What a clip is applied to. */
export interface Clipped {
  readonly element: ElementNode;
  /** From its user units to the page. */
  readonly matrix: Matrix;
  readonly style: SvgStyle;
  readonly viewport: Size;
  /** Its bounds in user units; asked for only where the clip's units are those of the bounds. */
  boundsOf(isWithStroke?: boolean): Rect | null;
}

/** The matrix with an element's own transform; one that cannot be read is left out. */
function innerMatrix(
  element: ElementNode,
  matrix: Matrix,
  viewport: Size,
  scene: SvgScene,
): Matrix {
  const boundsOf = () =>
    isShape(element.tag)
      ? pathBounds(buildShape(element.tag, textReader(element), viewport).path)
      : null;
  return multiply(matrix, resolveTransform(element, { viewport, boundsOf }, scene) ?? identity);
}

/** The outline of one child of a `clipPath`: a shape, or a `use` of one (§6.1). */
function childOutline(
  child: ElementNode,
  matrix: Matrix,
  { style, viewport }: Clipped,
  scene: SvgScene,
): Path {
  if (scene.styles.styleOf(child).display === 'none') return [];
  const own = resolveSvgStyle(child, style, viewport, scene);
  const inner = innerMatrix(child, matrix, viewport, scene);
  if (child.tag === 'use') {
    const id = hrefOf(child);
    const target = id === undefined ? undefined : findById(scene, id, child);
    if (!target || !isShape(target.tag)) return [];
    const x = Number(child.attributes.get('x') ?? 0) || 0;
    const y = Number(child.attributes.get('y') ?? 0) || 0;
    const moved = multiply(inner, [1, 0, 0, 1, x, y]);
    return childOutline(
      target,
      moved,
      { element: target, matrix, style: own, viewport, boundsOf: () => null },
      scene,
    );
  }
  if (!isShape(child.tag)) {
    if (child.tag !== 'text' || !own.visible) return [];
    const around = { style: own, matrix: inner, viewport, depth: 0, used: [], origin: {} };
    return transformPath(inner, textOutline(child, around, scene));
  }
  const { path } = buildShape(child.tag, textReader(child), viewport);
  if (!own.visible || !spend(scene, 1, path.length, child)) return [];
  const outline = own.clipRule === 'evenodd' ? orientHoles(path) : path;
  return orientClockwise(transformPath(inner, outline));
}

/**
 * The outlines that an element is clipped by, all of which apply; an empty outline hides it all.
 * Null where it is not clipped. Reports `display/svg-reference`.
 */
export function clipOutlines(
  clipped: Clipped,
  scene: SvgScene,
  seen: readonly ElementNode[] = [],
): readonly Path[] | null {
  const { element } = clipped;
  const value: ClipPathValue = scene.styles.styleOf(element).clipPath;
  if (value === 'none') return null;
  if (value.kind === 'shape') return [shapeOutline(value, clipped)];
  const clip = findById(scene, value.path.replace(/^#/, ''), element);
  return clip ? referencedOutlines(clip, clipped, scene, seen) : null;
}

/** css-masking-1 §5.1: what an element has no CSS box for. */
function referenceBox({ box }: ClipShape, { viewport, boundsOf }: Clipped): Rect | null {
  if (box === 'view-box') return { x: 0, y: 0, width: viewport.width, height: viewport.height };
  return boundsOf(box === 'stroke-box' || box === 'border-box' || box === 'margin-box');
}

/** A shape of CSS in its reference box, in px. */
function shapeOutline(value: ClipShape, clipped: Clipped): Path {
  const { matrix } = clipped;
  const bounds = referenceBox(value, clipped);
  if (!bounds) return [];
  const inPoints: Matrix = [pointsPerPx, 0, 0, pointsPerPx, 0, 0];
  const rect = transformBounds(inPoints, bounds);
  const path = clipShapePath(value, { rect, radii: squareCorners });
  return transformPath(multiply(matrix, [1 / pointsPerPx, 0, 0, 1 / pointsPerPx, 0, 0]), path);
}

/** The outlines of a `clipPath` element, its own clip included; null for any other element. */
export function referencedOutlines(
  clip: ElementNode,
  clipped: Clipped,
  scene: SvgScene,
  seen: readonly ElementNode[] = [],
): readonly Path[] | null {
  const { element, matrix } = clipped;
  if (clip.tag !== 'clipPath') return null;
  if (seen.includes(clip)) {
    const id = clip.attributes.get('id') ?? '';
    scene.report((place) => badSvgReference(`#${id}`, 'cycle', place), element);
    return null;
  }
  let inner = matrix;
  if (clip.attributes.get('clipPathUnits') === 'objectBoundingBox') {
    const bounds = clipped.boundsOf();
    if (!bounds) return [[]];
    inner = multiply(matrix, [bounds.width, 0, 0, bounds.height, bounds.x, bounds.y]);
  }
  inner = innerMatrix(clip, inner, clipped.viewport, scene);
  const outline = elementsIn(clip).flatMap((child) => childOutline(child, inner, clipped, scene));
  const further = clipOutlines({ ...clipped, element: clip }, scene, [...seen, clip]) ?? [];
  return [outline, ...further];
}
