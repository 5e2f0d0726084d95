/** Patterns (SVG 2 §14.3) as their tiles, drawn within what they fill. */
import { invert, type Matrix, multiply, type Path, type Rect, rectPath } from '../../base/index.ts';
import type { AuthorColor } from '../../color/index.ts';
import type { ElementNode } from '../../input/index.ts';
import { clipItems } from '../boxes.ts';
import type { DisplayItem } from '../item.ts';
import { transformBounds, transformPath, translation } from '../outline.ts';
import { svgTooComplex } from '../problems-svg.ts';
import { parseLength } from './numbers.ts';
import { initialSvgStyle, resolveSvgStyle } from './presentation.ts';
import { elementsIn, findById, hrefOf, type SvgScene } from './scene.ts';
import type { DrawElement, Surroundings } from './surroundings.ts';
import { parseTransform } from './transform.ts';
import { fitViewBox, parseViewBox } from './viewport.ts';

/** More tiles than this are a tone that nobody meant as a pattern. */
const mostTiles = 5000;

/** Patterns being drawn, so that one inside itself comes to an end. */
const drawing = new WeakSet<ElementNode>();

/** A pattern and those it takes attributes and content from, itself first (§14.3.1). */
function chainOf(pattern: ElementNode, scene: SvgScene): readonly ElementNode[] {
  const chain: ElementNode[] = [];
  let next: ElementNode | undefined = pattern;
  while (next?.tag === 'pattern' && !chain.includes(next) && chain.length < 16) {
    chain.push(next);
    const href: string | undefined = hrefOf(next);
    next = href === undefined ? undefined : findById(scene, href, next);
  }
  return chain;
}

function attributeOf(chain: readonly ElementNode[], name: string): string | undefined {
  return chain.find((one) => one.attributes.has(name))?.attributes.get(name);
}

/** One tile in the pattern's own space. */
function tileOf(
  chain: readonly ElementNode[],
  bounds: Rect,
  viewport: Surroundings['viewport'],
): Rect {
  const isByBounds = attributeOf(chain, 'patternUnits') !== 'userSpaceOnUse';
  const base = isByBounds ? { width: 1, height: 1 } : viewport;
  const read = (name: string, of: number) => parseLength(attributeOf(chain, name) ?? '0', of) ?? 0;
  const tile = {
    x: read('x', base.width),
    y: read('y', base.height),
    width: read('width', base.width),
    height: read('height', base.height),
  };
  if (!isByBounds) return tile;
  return {
    x: bounds.x + tile.x * bounds.width,
    y: bounds.y + tile.y * bounds.height,
    width: tile.width * bounds.width,
    height: tile.height * bounds.height,
  };
}

/** From the space of the tile's content to the pattern's. */
function contentMatrix(chain: readonly ElementNode[], tile: Rect, bounds: Rect): Matrix {
  const viewBox = parseViewBox(attributeOf(chain, 'viewBox'));
  if (viewBox) return fitViewBox(viewBox, tile, attributeOf(chain, 'preserveAspectRatio'));
  if (attributeOf(chain, 'patternContentUnits') !== 'objectBoundingBox') return [1, 0, 0, 1, 0, 0];
  return [bounds.width, 0, 0, bounds.height, bounds.x, bounds.y];
}

/**
 * The tiles of a pattern that show within `path` (user units, with its bounds), in page
 * coordinates; null where the pattern has no extent.
 */
export function drawPattern(
  pattern: ElementNode,
  path: Path,
  bounds: Rect,
  around: Surroundings,
  { scene, drawElement }: { readonly scene: SvgScene; readonly drawElement: DrawElement },
): readonly DisplayItem<AuthorColor>[] | null {
  const chain = chainOf(pattern, scene);
  const tile = tileOf(chain, bounds, around.viewport);
  const holder = chain.find((one) => elementsIn(one).length > 0);
  if (!holder || !(tile.width > 0 && tile.height > 0) || drawing.has(holder)) return null;
  const own = parseTransform(attributeOf(chain, 'patternTransform') ?? '') ?? [1, 0, 0, 1, 0, 0];
  const back = invert(own);
  if (!back) return null;
  const area = transformBounds(back, bounds);
  const first = {
    x: Math.floor((area.x - tile.x) / tile.width),
    y: Math.floor((area.y - tile.y) / tile.height),
  };
  const across = Math.ceil((area.x + area.width - tile.x) / tile.width) - first.x;
  const down = Math.ceil((area.y + area.height - tile.y) / tile.height) - first.y;
  if (across * down > mostTiles) {
    const limit = { en: `${mostTiles} tiles`, da: `${mostTiles} fliser` };
    scene.report((place) => svgTooComplex(limit, place), pattern);
    return null;
  }
  const space = multiply(around.matrix, own);
  const style = resolveSvgStyle(holder, initialSvgStyle, around.viewport, scene);
  const inner: Surroundings = {
    ...around,
    style,
    matrix: multiply(space, contentMatrix(chain, tile, bounds)),
    depth: around.depth + 1,
  };
  drawing.add(holder);
  const items = elementsIn(holder).flatMap((child) => drawElement(child, inner, scene));
  drawing.delete(holder);
  if (items.length === 0) return [];
  const cell = clipItems(items, transformPath(space, rectPath(tile)), around.origin);
  const [a, b, c, d] = space;
  const tiles = Array.from({ length: across * down }, (_, index) => {
    const x = (first.x + (index % across)) * tile.width;
    const y = (first.y + Math.floor(index / across)) * tile.height;
    return { ...cell, transform: translation(a * x + c * y, b * x + d * y) };
  });
  return [clipItems(tiles, transformPath(around.matrix, path), around.origin)];
}
