/** Markers (SVG 2 §11.6): arrow heads and dots at the corners of a line. */
import { type Matrix, multiply, type Path, type Point, rectPath } from '../../base/index.ts';
import type { AuthorColor } from '../../color/index.ts';
import type { ElementNode } from '../../input/index.ts';
import { clipItems } from '../boxes.ts';
import type { DisplayItem } from '../item.ts';
import { transformPath, translation } from '../outline.ts';
import { parseLength } from './numbers.ts';
import { initialSvgStyle, resolveSvgStyle, textReader } from './presentation.ts';
import { elementsIn, findById, type SvgScene } from './scene.ts';
import type { DrawElement, Surroundings } from './surroundings.ts';
import { fitViewBox, parseViewBox } from './viewport.ts';

/** A corner, and which way the line comes and goes there. */
interface Vertex extends Point {
  readonly before: Point | null;
  readonly after: Point | null;
}

type Role = 'marker-start' | 'marker-mid' | 'marker-end';

function direction(from: Point, to: Point): Point | null {
  const [x, y] = [to.x - from.x, to.y - from.y];
  return x === 0 && y === 0 ? null : { x, y };
}

/** §11.6.3: the corners of all outlines, in order. */
function verticesOf(path: Path): readonly Vertex[] {
  const vertices: { x: number; y: number; before: Point | null; after: Point | null }[] = [];
  let at: Point = { x: 0, y: 0 };
  let start = at;
  const arrive = (to: Point, leave: Point | null, come: Point | null) => {
    const last = vertices.at(-1);
    if (last) last.after = leave;
    vertices.push({ x: to.x, y: to.y, before: come, after: null });
    at = to;
  };
  for (const segment of path) {
    if (segment.kind === 'move') {
      vertices.push({ x: segment.x, y: segment.y, before: null, after: null });
      at = segment;
      start = segment;
    } else if (segment.kind === 'cubic') {
      const [one, two] = [
        { x: segment.x1, y: segment.y1 },
        { x: segment.x2, y: segment.y2 },
      ];
      const leave = direction(at, one) ?? direction(at, two) ?? direction(at, segment);
      const come = direction(two, segment) ?? direction(one, segment) ?? direction(at, segment);
      arrive(segment, leave, come);
    } else {
      const to = segment.kind === 'close' ? start : segment;
      const along = direction(at, to);
      if (segment.kind !== 'close' || along) arrive(to, along, along);
    }
  }
  return vertices;
}

const degreesOf = ({ x, y }: Point) => (Math.atan2(y, x) * 180) / Math.PI;

/** The way that halves the corner. */
function bisector({ before, after }: Vertex): number {
  if (!before || !after) return degreesOf(before ?? after ?? { x: 1, y: 0 });
  const unit = ({ x, y }: Point) => ({ x: x / Math.hypot(x, y), y: y / Math.hypot(x, y) });
  const [one, two] = [unit(before), unit(after)];
  const sum = { x: one.x + two.x, y: one.y + two.y };
  return sum.x === 0 && sum.y === 0 ? degreesOf(before) : degreesOf(sum);
}

function turnOf(marker: ElementNode, vertex: Vertex, role: Role): number {
  const orient = marker.attributes.get('orient')?.trim() ?? '0';
  if (orient === 'auto') return bisector(vertex);
  if (orient === 'auto-start-reverse')
    return bisector(vertex) + (role === 'marker-start' ? 180 : 0);
  return Number.parseFloat(orient) || 0;
}

function rotation(degrees: number): Matrix {
  const radians = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return [cos, sin, -sin, cos, 0, 0];
}

function length(marker: ElementNode, name: string, otherwise: number): number {
  const text = marker.attributes.get(name);
  return (text === undefined ? null : parseLength(text, otherwise)) ?? otherwise;
}

/** What a marker draws at one corner. */
function drawMarker(
  marker: ElementNode,
  vertex: Vertex,
  role: Role,
  around: Surroundings,
  { scene, drawElement }: { scene: SvgScene; drawElement: DrawElement },
): readonly DisplayItem<AuthorColor>[] {
  const isByStroke = marker.attributes.get('markerUnits') !== 'userSpaceOnUse';
  const scale = isByStroke ? around.style.strokeWidth : 1;
  const area = {
    x: 0,
    y: 0,
    width: length(marker, 'markerWidth', 3),
    height: length(marker, 'markerHeight', 3),
  };
  const viewBox = parseViewBox(marker.attributes.get('viewBox'));
  const aspect = marker.attributes.get('preserveAspectRatio');
  const fit: Matrix = viewBox ? fitViewBox(viewBox, area, aspect) : [1, 0, 0, 1, 0, 0];
  const reference = { x: length(marker, 'refX', 0), y: length(marker, 'refY', 0) };
  const [a, b, c, d, e, f] = fit;
  const at = {
    x: a * reference.x + c * reference.y + e,
    y: b * reference.x + d * reference.y + f,
  };
  const steps: readonly Matrix[] = [
    translation(vertex.x, vertex.y),
    rotation(turnOf(marker, vertex, role)),
    [scale, 0, 0, scale, 0, 0],
    translation(-at.x, -at.y),
  ];
  const placed = steps.reduce((outer, step) => multiply(outer, step), around.matrix);
  const { fill, stroke } = around.style;
  const context = { ...initialSvgStyle, contextFill: fill, contextStroke: stroke };
  const style = resolveSvgStyle(marker, context, viewBox ?? area, scene);
  const inner: Surroundings = {
    ...around,
    style,
    matrix: multiply(placed, fit),
    viewport: viewBox ?? area,
    depth: around.depth + 1,
  };
  const items = elementsIn(marker).flatMap((child) => drawElement(child, inner, scene));
  const isOpen = textReader(marker)('overflow')?.trim() === 'visible';
  if (items.length === 0 || isOpen) return items;
  return [clipItems(items, transformPath(placed, rectPath(area)), around.origin)];
}

const properties = {
  'marker-start': 'markerStart',
  'marker-mid': 'markerMid',
  'marker-end': 'markerEnd',
} as const;

/** The marker that an element's style names. */
function markerOf(element: ElementNode, role: Role, scene: SvgScene): ElementNode | null {
  const value = scene.styles.styleOf(element)[properties[role]];
  if (!value || value === 'none') return null;
  const marker = findById(scene, value.path.replace(/^#/, ''), element);
  return marker?.tag === 'marker' ? marker : null;
}

/** Markers of a path in user units; drawn over its fill and stroke. */
export function drawMarkers(
  element: ElementNode,
  path: Path,
  around: Surroundings,
  tools: { readonly scene: SvgScene; readonly drawElement: DrawElement },
): readonly DisplayItem<AuthorColor>[] {
  const { scene } = tools;
  const [start, mid, end] = (['marker-start', 'marker-mid', 'marker-end'] as const).map((role) =>
    markerOf(element, role, scene),
  );
  if (!start && !mid && !end) return [];
  const vertices = verticesOf(path);
  return vertices.flatMap((vertex, index) => {
    const draw = (marker: ElementNode | null | undefined, role: Role) =>
      marker ? drawMarker(marker, vertex, role, around, tools) : [];
    if (index === 0) {
      const both = vertices.length === 1 ? draw(end, 'marker-end') : [];
      return [...draw(start, 'marker-start'), ...both];
    }
    return index === vertices.length - 1 ? draw(end, 'marker-end') : draw(mid, 'marker-mid');
  });
}
