/** Areas and lines of drawings for people: dummies, proofs of page order. */
import type { Path } from '../base/index.ts';
import type { ScreenColor } from '../color/index.ts';
import type { DisplayItem } from '../display/index.ts';

export type Item = DisplayItem<ScreenColor>;

/** 0 black, 1 white. */
export function gray(level: number): ScreenColor {
  return { space: 'srgb', r: level, g: level, b: level, alpha: 1 };
}

export function line(x1: number, y1: number, x2: number, y2: number): Path {
  return [
    { kind: 'move', x: x1, y: y1 },
    { kind: 'line', x: x2, y: y2 },
  ];
}

export function fill(path: Path, color: ScreenColor): Item {
  return { kind: 'fill', path, rule: 'nonzero', paint: { kind: 'solid', color } };
}

export function stroke(
  path: Path,
  color: ScreenColor,
  widthPt: number,
  dashPt: readonly number[] = [],
): Item {
  return {
    kind: 'stroke',
    path,
    paint: { kind: 'solid', color },
    widthPt,
    cap: 'butt',
    join: 'miter',
    miterLimit: 10,
    dashPt,
    dashOffsetPt: 0,
  };
}
