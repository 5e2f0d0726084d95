/** Outlines without edges where two shapes' sides coincide: printers paint hairlines there. */
import { describe, expect, it } from 'vitest';
import type { Path } from '../../src/base/index.ts';
import { differencePath } from '../../src/display/border-ring.ts';
import { type RoundedRect, squareCorners } from '../../src/display/rounded.ts';

function box(x: number, y: number, width: number, height: number, radius = 0): RoundedRect {
  const corner = { x: radius, y: radius };
  const radii = { topLeft: corner, topRight: corner, bottomRight: corner, bottomLeft: corner };
  return { rect: { x, y, width, height }, radii: radius === 0 ? squareCorners : radii };
}

const show = (path: Path | null) =>
  path?.map((one) => ('x' in one ? `${one.kind[0]}${one.x},${one.y}` : 'z')).join(' ') ?? null;

describe('what of a shape lies outside another', () => {
  it.each<[string, RoundedRect, RoundedRect, string | null]>([
    ['moved down: a strip', box(0, 4, 20, 10), box(0, 0, 20, 10), 'm0,10 l20,10 l20,14 l0,14 z'],
    [
      'moved aslant: strips that overlap in the corner',
      box(2, 4, 20, 10),
      box(0, 0, 20, 10),
      'm20,4 l22,4 l22,14 l20,14 z m2,10 l22,10 l22,14 l2,14 z',
    ],
    ['within: nothing', box(2, 2, 6, 6), box(0, 0, 20, 10), ''],
    ['apart: all of it', box(40, 0, 20, 10), box(0, 0, 20, 10), 'm40,0 l60,0 l60,10 l40,10 z'],
    [
      'round, moved down: a band from side to side',
      box(0, 4, 20, 10, 2),
      box(0, 0, 20, 10, 2),
      'm20,12 c18,14 l2,14 c0,12 l0,8 c2,10 l18,10 c20,8 z',
    ],
    ['round, moved aslant: for a clip', box(2, 4, 20, 10, 2), box(0, 0, 20, 10, 2), null],
  ])('%s', (_, one, other, path) => expect(show(differencePath(one, other))).toBe(path));
});
