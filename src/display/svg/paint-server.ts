/**
 * Gradients of SVG (SVG 2 §14.2) as paints in page coordinates. A linear gradient stays one under
 * any matrix; a radial one only where circles become upright ellipses, else the shape is painted
 * inside a group that carries the matrix.
 */
import {
  identity,
  invert,
  type Matrix,
  multiply,
  type Point,
  type Rect,
  type Size,
  transformPoint,
} from '../../base/index.ts';
import type { AuthorColor } from '../../color/index.ts';
import type { ElementNode } from '../../input/index.ts';
import type { SvgPaint } from '../../style/index.ts';
import type { GradientStop, Paint } from '../item.ts';
import { fade } from '../mix-colors.ts';
import { badSvgReference, invalidSvgValue, unsupportedSvg } from '../problems-svg.ts';
import { parseFraction, parseLength } from './numbers.ts';
import { resolveStopColor, textReader } from './presentation.ts';
import { elementsIn, findById, hrefOf, type SvgScene } from './scene.ts';
import { diagonalOf } from './shapes.ts';
import { parseTransform } from './transform.ts';

/** A paint, and the matrix from its coordinates to the page's; null: it is in page coordinates. */
export interface PlacedPaint {
  readonly paint: Paint<AuthorColor>;
  readonly matrix: Matrix | null;
}

/** What is painted: its bounds and viewport in user units, and where user space lies on the page. */
export interface Painted {
  readonly bounds: Rect | null;
  readonly viewport: Size;
  readonly matrix: Matrix;
  readonly color: AuthorColor;
  readonly opacity: number;
  readonly element: ElementNode;
}

/** A gradient and those it takes attributes and stops from (§14.1.1), itself first. */
function templateChain(gradient: ElementNode, scene: SvgScene): readonly ElementNode[] {
  const chain: ElementNode[] = [];
  let next: ElementNode | undefined = gradient;
  while (next && chain.length < 16) {
    if (chain.includes(next)) {
      const id = next.attributes.get('id') ?? '';
      scene.report((place) => badSvgReference(`#${id}`, 'cycle', place), next);
      break;
    }
    chain.push(next);
    const href: string | undefined = hrefOf(next);
    next = href === undefined ? undefined : findById(scene, href, next);
  }
  return chain;
}

function stopsOf(
  chain: readonly ElementNode[],
  { color, opacity }: Painted,
  scene: SvgScene,
): readonly GradientStop<AuthorColor>[] {
  const holder = chain.find((one) => elementsIn(one).some(({ tag }) => tag === 'stop'));
  if (!holder) return [];
  let highest = 0;
  return elementsIn(holder)
    .filter(({ tag }) => tag === 'stop')
    .map((stop) => {
      const text = textReader(stop)('offset') ?? '0';
      const given = parseFraction(text);
      if (given === null) scene.report((place) => invalidSvgValue('offset', text, place), stop);
      // §14.2.4.1: an offset below the one before counts as that one.
      highest = Math.max(highest, Math.min(1, Math.max(0, given ?? 0)));
      return { offset: highest, color: fade(resolveStopColor(stop, color, scene), opacity) };
    });
}

/** The end colours carried to 0 and 1, so that every painter knows what lies outside. */
function padStops(
  stops: readonly GradientStop<AuthorColor>[],
): readonly GradientStop<AuthorColor>[] {
  const [first, last] = [stops[0], stops.at(-1)];
  const head = first && first.offset > 0 ? [{ offset: 0, color: first.color }] : [];
  const tail = last && last.offset < 1 ? [{ offset: 1, color: last.color }] : [];
  return [...head, ...stops, ...tail];
}

/** Reads a gradient's lengths in its own units: fractions of the bounds, or user units. */
function coordinateReader(chain: readonly ElementNode[], viewport: Size | null, scene: SvgScene) {
  const bases = viewport
    ? { x: viewport.width, y: viewport.height, r: diagonalOf(viewport) }
    : { x: 1, y: 1, r: 1 };
  return (name: string, axis: 'x' | 'y' | 'r', otherwise: number): number => {
    const holder = chain.find((one) => one.attributes.has(name));
    const text = holder?.attributes.get(name);
    if (text === undefined) return otherwise * bases[axis];
    const value = parseLength(text, bases[axis]);
    if (value !== null) return value;
    scene.report((place) => invalidSvgValue(name, text, place), holder ?? null);
    return otherwise * bases[axis];
  };
}

function attributeOf(chain: readonly ElementNode[], name: string): string | undefined {
  return chain.find((one) => one.attributes.has(name))?.attributes.get(name);
}

/** From the gradient's own coordinates to the page's; null where the shape has no extent. */
function gradientMatrix(
  chain: readonly ElementNode[],
  { bounds, matrix }: Painted,
  isByBounds: boolean,
  scene: SvgScene,
): Matrix | null {
  const text = attributeOf(chain, 'gradientTransform');
  const own = text === undefined ? identity : parseTransform(text);
  if (!own && text !== undefined)
    scene.report((place) => invalidSvgValue('gradientTransform', text, place), chain[0] ?? null);
  const inUser = own ?? identity;
  if (!isByBounds) return multiply(matrix, inUser);
  if (!bounds || !(bounds.width > 0 && bounds.height > 0)) return null;
  const box: Matrix = [bounds.width, 0, 0, bounds.height, bounds.x, bounds.y];
  return multiply(matrix, multiply(box, inUser));
}

/** Where the lines of equal colour end up: across the image of the direction they run in. */
function placeLinear(from: Point, to: Point, matrix: Matrix): { from: Point; to: Point } {
  const start = transformPoint(matrix, from);
  const end = transformPoint(matrix, to);
  const across = { x: -(to.y - from.y), y: to.x - from.x };
  const [a, b, c, d] = matrix;
  const run = { x: a * across.x + c * across.y, y: b * across.x + d * across.y };
  const normal = { x: run.y, y: -run.x };
  const square = normal.x * normal.x + normal.y * normal.y;
  if (square === 0) return { from: start, to: end };
  const share = ((end.x - start.x) * normal.x + (end.y - start.y) * normal.y) / square;
  return { from: start, to: { x: start.x + normal.x * share, y: start.y + normal.y * share } };
}

function placeRadial(
  center: Point,
  radius: number,
  stops: readonly GradientStop<AuthorColor>[],
  matrix: Matrix,
): PlacedPaint {
  const [a, b, c, d] = matrix;
  const near = (value: number) => Math.abs(value) < 1e-9 * (Math.abs(a) + Math.abs(b) + 1e-12);
  const isUpright = near(b) && near(c);
  const isCircle = (near(a - d) && near(b + c)) || (near(a + d) && near(b - c));
  if (!isUpright && !isCircle) {
    const paint = { kind: 'radial', center, radiusX: radius, radiusY: radius, stops } as const;
    return { paint, matrix };
  }
  const scale = Math.hypot(a, b);
  const radiusX = radius * (isUpright ? Math.abs(a) : scale);
  const radiusY = radius * (isUpright ? Math.abs(d) : scale);
  const paint = {
    kind: 'radial',
    center: transformPoint(matrix, center),
    radiusX,
    radiusY,
    stops,
  } as const;
  return { paint, matrix: null };
}

type Spread = 'pad' | 'reflect' | 'repeat';

function spreadOf(chain: readonly ElementNode[]): Spread {
  const spread = attributeOf(chain, 'spreadMethod');
  return spread === 'reflect' || spread === 'repeat' ? spread : 'pad';
}

/** Turns of a gradient beyond this cannot be told apart. */
const mostTurns = 200;

/** §14.2.2.2: the stops written out from turn `from` to turn `to`, as offsets 0–1 of that stretch. */
function spreadStops(
  stops: readonly GradientStop<AuthorColor>[],
  spread: Spread,
  from: number,
  to: number,
): readonly GradientStop<AuthorColor>[] {
  const back = stops.toReversed().map(({ offset, color }) => ({ offset: 1 - offset, color }));
  return Array.from({ length: to - from }, (_, index) => from + index).flatMap((turn) => {
    const isBack = spread === 'reflect' && Math.abs(turn) % 2 === 1;
    return (isBack ? back : stops).map(({ offset, color }) => ({
      offset: (turn + offset - from) / (to - from),
      color,
    }));
  });
}

function cornersOf({ bounds, matrix }: Painted): readonly Point[] {
  if (!bounds) return [];
  const { x, y, width, height } = bounds;
  return [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ].map((corner) => transformPoint(matrix, corner));
}

/** A linear gradient repeated as far as the shape reaches. */
function spreadLinear(
  ends: { from: Point; to: Point },
  stops: readonly GradientStop<AuthorColor>[],
  spread: Spread,
  painted: Painted,
): Paint<AuthorColor> {
  const [dx, dy] = [ends.to.x - ends.from.x, ends.to.y - ends.from.y];
  const square = dx * dx + dy * dy;
  const turns = cornersOf(painted).map(
    ({ x, y }) => ((x - ends.from.x) * dx + (y - ends.from.y) * dy) / square,
  );
  const first = Math.floor(Math.min(0, ...turns));
  const last = Math.ceil(Math.max(1, ...turns));
  if (spread === 'pad' || square === 0 || last - first > mostTurns)
    return { kind: 'linear', ...ends, stops };
  const at = (turn: number) => ({ x: ends.from.x + dx * turn, y: ends.from.y + dy * turn });
  return {
    kind: 'linear',
    from: at(first),
    to: at(last),
    stops: spreadStops(stops, spread, first, last),
  };
}

/** How many radii a radial gradient must be repeated to cover the shape, in its own space. */
function turnsAround(center: Point, radius: number, painted: Painted, matrix: Matrix): number {
  const back = invert(matrix);
  if (!back) return 1;
  const distances = cornersOf(painted).map((corner) => {
    const { x, y } = transformPoint(back, corner);
    return Math.hypot(x - center.x, y - center.y);
  });
  return Math.min(mostTurns, Math.ceil(Math.max(radius, ...distances) / radius));
}

/** §14.2.3.1: rays from a focus, which lies inside the circle or is moved to its edge. */
function placeFocal(
  center: Point,
  radius: number,
  given: Point,
  stops: readonly GradientStop<AuthorColor>[],
  matrix: Matrix,
): PlacedPaint {
  const [dx, dy] = [given.x - center.x, given.y - center.y];
  const distance = Math.hypot(dx, dy);
  const share = Math.min(1, (0.999 * radius) / distance);
  const focus = { x: center.x + dx * share, y: center.y + dy * share };
  const paint = { kind: 'radial', center, radiusX: radius, radiusY: radius, focus, stops } as const;
  return { paint, matrix };
}

function solid(color: AuthorColor): PlacedPaint {
  return { paint: { kind: 'solid', color }, matrix: null };
}

function placeGradient(
  gradient: ElementNode,
  painted: Painted,
  scene: SvgScene,
): PlacedPaint | null {
  const chain = templateChain(gradient, scene);
  const raw = stopsOf(chain, painted, scene);
  const last = raw.at(-1);
  if (!last) return null;
  if (raw.length === 1) return solid(last.color);
  const isByBounds = attributeOf(chain, 'gradientUnits') !== 'userSpaceOnUse';
  const matrix = gradientMatrix(chain, painted, isByBounds, scene);
  if (!matrix) return null;
  const read = coordinateReader(chain, isByBounds ? null : painted.viewport, scene);
  const stops = padStops(raw);
  if (gradient.tag === 'radialGradient') {
    const center = { x: read('cx', 'x', 0.5), y: read('cy', 'y', 0.5) };
    const radius = read('r', 'r', 0.5);
    if (!(radius > 0)) return solid(last.color);
    const focus = {
      x: attributeOf(chain, 'fx') === undefined ? center.x : read('fx', 'x', 0.5),
      y: attributeOf(chain, 'fy') === undefined ? center.y : read('fy', 'y', 0.5),
    };
    const spread = spreadOf(chain);
    const isFocal = focus.x !== center.x || focus.y !== center.y;
    // Rays that begin off the centre are not repeated.
    if (isFocal && spread !== 'pad')
      scene.report((place) => unsupportedSvg('spreadMethod', place), gradient);
    if (isFocal) return placeFocal(center, radius, focus, stops, matrix);
    if (spread === 'pad') return placeRadial(center, radius, stops, matrix);
    const turns = turnsAround(center, radius, painted, matrix);
    return placeRadial(center, radius * turns, spreadStops(stops, spread, 0, turns), matrix);
  }
  const from = { x: read('x1', 'x', 0), y: read('y1', 'y', 0) };
  const to = { x: read('x2', 'x', 1), y: read('y2', 'y', 0) };
  if (from.x === to.x && from.y === to.y) return solid(last.color);
  const ends = placeLinear(from, to, matrix);
  return { paint: spreadLinear(ends, stops, spreadOf(chain), painted), matrix: null };
}

/** SVG 2 §14.2.1: opacity does not weigh the colours of stops. */
function mixStraight(placed: PlacedPaint | null): PlacedPaint | null {
  if (!placed || placed.paint.kind === 'solid') return placed;
  return { ...placed, paint: { ...placed.paint, mixing: 'straight' } };
}

/**
 * The paint of a fill or stroke; null for none. Reports `display/svg-unsupported` for patterns and
 * `display/svg-reference`, and uses the fallback colour.
 */
export function placePaint(paint: SvgPaint, painted: Painted, scene: SvgScene): PlacedPaint | null {
  if (paint === 'none') return null;
  if ('space' in paint) return solid(fade(paint, painted.opacity));
  const { fallback } = paint;
  const otherwise = fallback === 'none' ? null : solid(fade(fallback, painted.opacity));
  const server = findById(scene, paint.path.replace(/^#/, ''), painted.element);
  if (!server) return otherwise;
  if (server.tag === 'linearGradient' || server.tag === 'radialGradient')
    return mixStraight(placeGradient(server, painted, scene));
  scene.report((place) => unsupportedSvg(server.tag, place), painted.element);
  return otherwise;
}
