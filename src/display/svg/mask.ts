/** `mask` elements (css-masking-1 §7): what they draw, as tones, in page coordinates. */
import { type Matrix, multiply, type Rect, rectPath } from '../../base/index.ts';
import type { ElementNode } from '../../input/index.ts';
import { clipItems } from '../boxes.ts';
import type { GroupMask } from '../item.ts';
import { maskOf } from '../mask-tones.ts';
import { transformPath } from '../outline.ts';
import { badSvgReference } from '../problems-svg.ts';
import { parseLength } from './numbers.ts';
import { initialSvgStyle, resolveSvgStyle, textReader } from './presentation.ts';
import { elementsIn, type SvgScene } from './scene.ts';
import type { DrawElement, Surroundings } from './surroundings.ts';

/** Masks being drawn, so that one inside itself comes to an end. */
const drawing = new WeakSet<ElementNode>();

function fraction(mask: ElementNode, name: string, base: number, otherwise: number): number {
  const text = mask.attributes.get(name);
  const value = text === undefined ? null : parseLength(text, base);
  return value ?? otherwise * base;
}

/** §7.5: the area of the mask, in user units; 10 % more than the bounds where it is not said. */
function areaOf(mask: ElementNode, bounds: Rect, viewport: Surroundings['viewport']): Rect {
  const isByBounds = mask.attributes.get('maskUnits') !== 'userSpaceOnUse';
  const base = isByBounds ? { width: 1, height: 1 } : viewport;
  const given = {
    x: fraction(mask, 'x', base.width, -0.1),
    y: fraction(mask, 'y', base.height, -0.1),
    width: fraction(mask, 'width', base.width, 1.2),
    height: fraction(mask, 'height', base.height, 1.2),
  };
  if (!isByBounds) return given;
  return {
    x: bounds.x + given.x * bounds.width,
    y: bounds.y + given.y * bounds.height,
    width: given.width * bounds.width,
    height: given.height * bounds.height,
  };
}

/** What a mask lets through of an element with these bounds, in user units of `around`. */
export function drawMask(
  mask: ElementNode,
  bounds: Rect,
  around: Surroundings,
  { scene, drawElement }: { readonly scene: SvgScene; readonly drawElement: DrawElement },
): GroupMask | null {
  if (mask.tag !== 'mask') return null;
  if (drawing.has(mask)) {
    const id = mask.attributes.get('id') ?? '';
    scene.report((place) => badSvgReference(`#${id}`, 'cycle', place), mask);
    return null;
  }
  const isByBounds = mask.attributes.get('maskContentUnits') === 'objectBoundingBox';
  const { width, height, x, y } = bounds;
  const box: Matrix = isByBounds ? [width, 0, 0, height, x, y] : [1, 0, 0, 1, 0, 0];
  const style = resolveSvgStyle(mask, initialSvgStyle, around.viewport, scene);
  const inner = { ...around, style, depth: around.depth + 1, matrix: multiply(around.matrix, box) };
  drawing.add(mask);
  const items = elementsIn(mask).flatMap((child) => drawElement(child, inner, scene));
  drawing.delete(mask);
  const outline = transformPath(around.matrix, rectPath(areaOf(mask, bounds, around.viewport)));
  const by = textReader(mask)('mask-type')?.trim() === 'alpha' ? 'alpha' : 'luminance';
  return maskOf(items.length > 0 ? [clipItems(items, outline)] : [], by);
}
