/** Where a point lies along an axial or a radial shading (ISO 32000-1 §8.7.4.5.3, §8.7.4.5.4). */

/** Place along the axis of a point, as a share; null where there is no colour. */
export type Along = (x: number, y: number) => number | null;

export function axial([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): Along {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const square = dx * dx + dy * dy;
  if (square === 0) return () => null;
  return (x, y) => ((x - x0) * dx + (y - y0) * dy) / square;
}

/** The larger circle through the point wins, if its radius is not negative. */
export function radial(
  [x0 = 0, y0 = 0, r0 = 0, x1 = 0, y1 = 0, r1 = 0]: readonly number[],
  extends0: boolean,
  extends1: boolean,
): Along {
  const [dx, dy, dr] = [x1 - x0, y1 - y0, r1 - r0];
  const a = dx * dx + dy * dy - dr * dr;
  const isAllowed = (s: number) => r0 + s * dr >= 0 && (s >= 0 || extends0) && (s <= 1 || extends1);
  return (x, y) => {
    const [px, py] = [x - x0, y - y0];
    const b = px * dx + py * dy + r0 * dr;
    const c = px * px + py * py - r0 * r0;
    if (Math.abs(a) < 1e-12) {
      const s = b === 0 ? Number.NaN : c / (2 * b);
      return isAllowed(s) ? s : null;
    }
    const root = b * b - a * c;
    if (root < 0) return null;
    const [first, second] = [(b + Math.sqrt(root)) / a, (b - Math.sqrt(root)) / a];
    const [larger, smaller] = first > second ? [first, second] : [second, first];
    if (isAllowed(larger)) return larger;
    return isAllowed(smaller) ? smaller : null;
  };
}
