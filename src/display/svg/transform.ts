/** The `transform` attribute (SVG 2 §8.5, css-transforms-1 §8) to one matrix, in user units. */
import { identity, type Matrix, multiply } from '../../base/index.ts';
import { about } from '../outline.ts';
import { parseNumbers } from './numbers.ts';

const functionPattern = /\s*,?\s*([a-zA-Z]+)\s*\(([^()]*)\)\s*/y;

function rotation(degrees: number): Matrix {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cos, sin, -sin, cos, 0, 0];
}

function skew(degrees: number): number {
  return Math.tan((degrees * Math.PI) / 180);
}

/** One function; null for an unknown name or a wrong number of arguments. */
function matrixOf(name: string, values: readonly number[]): Matrix | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values;
  const count = values.length;
  switch (name) {
    case 'matrix':
      return count === 6 ? [a, b, c, d, e, f] : null;
    case 'translate':
      return count === 1 || count === 2 ? [1, 0, 0, 1, a, b] : null;
    case 'scale':
      return count === 1 || count === 2 ? [a, 0, 0, count === 2 ? b : a, 0, 0] : null;
    case 'rotate':
      if (count === 1) return rotation(a);
      return count === 3 ? about({ x: b, y: c }, rotation(a)) : null;
    case 'skewX':
      return count === 1 ? [1, 0, skew(a), 1, 0, 0] : null;
    case 'skewY':
      return count === 1 ? [1, skew(a), 0, 1, 0, 0] : null;
    default:
      return null;
  }
}

/** The whole list, last function innermost; null where any part of it is at fault. */
export function parseTransform(text: string): Matrix | null {
  if (text.trim() === '' || text.trim() === 'none') return identity;
  let matrix = identity;
  let at = 0;
  while (at < text.length) {
    functionPattern.lastIndex = at;
    const match = functionPattern.exec(text);
    if (!match) return null;
    // CSS writes units here; attributes may too where the `transform` property is meant.
    const values = parseNumbers((match[2] ?? '').replace(/(?<=\d)(?:deg|px)\b/g, ''));
    const step = values && matrixOf(match[1] ?? '', values);
    if (!step) return null;
    matrix = multiply(matrix, step);
    at = functionPattern.lastIndex;
  }
  return matrix;
}
