/** Elliptical arcs of path data as cubics (SVG 2 appendix B.2: endpoint to centre conversion). */
import type { PathSegment, Point } from './geometry.ts';

export interface Arc {
  readonly rx: number;
  readonly ry: number;
  /** Rotation of the ellipse's x axis. */
  readonly degrees: number;
  readonly large: boolean;
  readonly sweep: boolean;
}

interface CentredArc {
  readonly center: Point;
  readonly rx: number;
  readonly ry: number;
  readonly start: number;
  /** Signed, in radians. */
  readonly turn: number;
}

/** B.2.4 and B.2.5; radii too small for the distance are scaled up. */
function findCenter(from: Point, to: Point, arc: Arc, cos: number, sin: number): CentredArc {
  // Step 1: the midpoint's coordinates along the ellipse's own axes.
  const dx = (from.x - to.x) / 2;
  const dy = (from.y - to.y) / 2;
  const x1 = cos * dx + sin * dy;
  const y1 = -sin * dx + cos * dy;
  const reach = (x1 / arc.rx) ** 2 + (y1 / arc.ry) ** 2;
  const grow = reach > 1 ? Math.sqrt(reach) : 1;
  const rx = arc.rx * grow;
  const ry = arc.ry * grow;
  // Step 2: the centre along those axes.
  const across = rx * rx * y1 * y1 + ry * ry * x1 * x1;
  const root = Math.sqrt(Math.max(0, (rx * rx * ry * ry - across) / across));
  const sign = arc.large === arc.sweep ? -1 : 1;
  const cx = (sign * root * rx * y1) / ry;
  const cy = (-sign * root * ry * x1) / rx;
  // Step 3: back to user axes. Step 4: start angle and turn.
  const center = {
    x: cos * cx - sin * cy + (from.x + to.x) / 2,
    y: sin * cx + cos * cy + (from.y + to.y) / 2,
  };
  const start = Math.atan2((y1 - cy) / ry, (x1 - cx) / rx);
  const end = Math.atan2((-y1 - cy) / ry, (-x1 - cx) / rx);
  let turn = end - start;
  if (arc.sweep && turn < 0) turn += 2 * Math.PI;
  if (!arc.sweep && turn > 0) turn -= 2 * Math.PI;
  return { center, rx, ry, start, turn };
}

/**
 * Cubics from `from` to `to` along the arc, at most a quarter turn each. A radius of 0 is a line,
 * equal ends are nothing (SVG 2 §9.5.1).
 */
export function arcToCubics(from: Point, to: Point, arc: Arc): readonly PathSegment[] {
  if (from.x === to.x && from.y === to.y) return [];
  const rx = Math.abs(arc.rx);
  const ry = Math.abs(arc.ry);
  if (rx === 0 || ry === 0) return [{ kind: 'line', x: to.x, y: to.y }];
  const angle = (arc.degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const centred = findCenter(from, to, { ...arc, rx, ry }, cos, sin);
  const count = Math.max(1, Math.ceil(Math.abs(centred.turn) / (Math.PI / 2) - 1e-9));
  const step = centred.turn / count;
  const handle = (4 / 3) * Math.tan(step / 4);
  const onPage = (x: number, y: number): Point => ({
    x: centred.center.x + cos * centred.rx * x - sin * centred.ry * y,
    y: centred.center.y + sin * centred.rx * x + cos * centred.ry * y,
  });
  const segments: PathSegment[] = [];
  for (let index = 0; index < count; index += 1) {
    const one = centred.start + index * step;
    const two = one + step;
    const [c1, s1, c2, s2] = [Math.cos(one), Math.sin(one), Math.cos(two), Math.sin(two)];
    const first = onPage(c1 - handle * s1, s1 + handle * c1);
    const second = onPage(c2 + handle * s2, s2 - handle * c2);
    const end = index === count - 1 ? to : onPage(c2, s2);
    segments.push({
      kind: 'cubic',
      x1: first.x,
      y1: first.y,
      x2: second.x,
      y2: second.y,
      x: end.x,
      y: end.y,
    });
  }
  return segments;
}
