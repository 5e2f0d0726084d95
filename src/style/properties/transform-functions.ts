/** Transform functions (css-transforms-2 §4, §12): how they are written, and the matrices that they come to. */
import { identity, type Matrix } from '../../base/index.ts';
import {
  angle,
  length,
  lengthPercentage,
  nonNegativeLength,
  number,
  numberOrPercentage,
} from '../basic-types.ts';
import { call, commaList, custom, either, keyword, map } from '../combinators.ts';
import { computeLength, type SpecifiedLength, zeroLength } from '../lengths.ts';
import { takeDelim } from '../reader.ts';
import type { LengthPercentage } from '../values.ts';
import { toPoints } from './compute.ts';
import type { ComputeContext } from './property.ts';

interface TranslateOf<L, Z> {
  readonly kind: 'translate';
  readonly x: L;
  readonly y: L;
  /** Out of the page, towards who reads it; absent: 0. */
  readonly z?: Z;
}

/** `[a b c d e f]`; the translation e, f in pt. */
export interface MatrixFunction {
  readonly kind: 'matrix';
  readonly matrix: Matrix;
}

/** Sixteen numbers, column by column, lengths in pt (css-transforms-2 §12). */
export interface SpaceMatrixFunction {
  readonly kind: 'matrix3d';
  readonly matrix: readonly number[];
}

/** One step of `transform`; the first in the list is the outermost. */
export type TransformFunction =
  | TranslateOf<LengthPercentage, number>
  | MatrixFunction
  | SpaceMatrixFunction;

/** A function as it is written: what asks for lengths of the box waits. */
export type Specified =
  | TranslateOf<SpecifiedLength, SpecifiedLength>
  | MatrixFunction
  | SpaceMatrixFunction
  /** `perspective()`; null for `none`. */
  | { readonly kind: 'perspective'; readonly distance: SpecifiedLength | null };

const matrixOf = (...matrix: Matrix): Specified => ({ kind: 'matrix', matrix });

/** A translation along three axes. */
export const translate = (
  x: SpecifiedLength,
  y: SpecifiedLength,
  z?: SpecifiedLength,
): Specified => ({
  kind: 'translate',
  x,
  y,
  ...(z ? { z } : {}),
});

/** A scaling about the origin. */
export const scale = (x: number, y: number, z: number): Specified =>
  z === 1
    ? matrixOf(x, 0, 0, y, 0, 0)
    : { kind: 'matrix3d', matrix: [x, 0, 0, 0, 0, y, 0, 0, 0, 0, z, 0, 0, 0, 0, 1] };

/** Exact at right angles, where sine and cosine of a float are not. */
export function rotation(degrees: number): MatrixFunction {
  const turn = ((degrees % 360) + 360) % 360;
  const exact: Readonly<Record<number, readonly [number, number]>> = {
    0: [1, 0],
    90: [0, 1],
    180: [-1, 0],
    270: [0, -1],
  };
  const radians = (turn * Math.PI) / 180;
  const [cos, sin] = exact[turn] ?? [Math.cos(radians), Math.sin(radians)];
  return { kind: 'matrix', matrix: [cos, sin, -sin, cos, 0, 0] };
}

/** Sine and cosine, exact at right angles. */
function turnOf(degrees: number): readonly [sin: number, cos: number] {
  const { matrix } = rotation(degrees);
  return [matrix[1], matrix[0]];
}

/** css-transforms-2 §12.1: a turn about any axis. */
export function rotateAbout(x: number, y: number, z: number, degrees: number): Specified {
  const length = Math.hypot(x, y, z);
  if (length === 0) return rotation(0);
  const [u, v, w] = [x / length, y / length, z / length];
  const [sin, cos] = turnOf(degrees);
  const rest = 1 - cos;
  return {
    kind: 'matrix3d',
    matrix: [
      ...[cos + u * u * rest, u * v * rest + w * sin, u * w * rest - v * sin, 0],
      ...[u * v * rest - w * sin, cos + v * v * rest, v * w * rest + u * sin, 0],
      ...[u * w * rest + v * sin, v * w * rest - u * sin, cos + w * w * rest, 0],
      ...[0, 0, 0, 1],
    ],
  };
}

const tangent = (degrees: number): number => Math.tan((degrees * Math.PI) / 180);

const two = <T>(value: readonly T[], fallback: (first: T) => T): readonly [T, T] | undefined => {
  const [first, second] = value;
  if (first === undefined || value.length > 2) return undefined;
  return [first, second ?? fallback(first)];
};

const third = custom('<length>', (reader) => takeDelim(reader, ',') && length.read(reader));

const thirdNumber = custom('<number>', (reader) =>
  takeDelim(reader, ',') ? numberOrPercentage.read(reader) : undefined,
);

/** css-transforms-2 §12.2: functions of space. */
const inSpace = [
  call(
    'translate3d',
    custom('<length-percentage>, <length-percentage>, <length>', (reader) => {
      const x = lengthPercentage.read(reader);
      const y = x && takeDelim(reader, ',') ? lengthPercentage.read(reader) : undefined;
      const z = y && third.read(reader);
      return x && y && z ? translate(x, y, z) : undefined;
    }),
  ),
  call(
    'translatez',
    map(length, (z) => translate(zeroLength, zeroLength, z)),
  ),
  call(
    'scale3d',
    custom('<number>, <number>, <number>', (reader) => {
      const x = numberOrPercentage.read(reader);
      const y = x === undefined ? undefined : thirdNumber.read(reader);
      const z = y === undefined ? undefined : thirdNumber.read(reader);
      return x === undefined || y === undefined || z === undefined ? undefined : scale(x, y, z);
    }),
  ),
  call(
    'scalez',
    map(numberOrPercentage, (z) => scale(1, 1, z)),
  ),
  call(
    'perspective',
    map(
      either(keyword('none', null), nonNegativeLength),
      (distance): Specified => ({ kind: 'perspective', distance }),
    ),
  ),
];

/** One step of a transform. */
export const transformFunction = either(
  call(
    'translate',
    map(commaList(lengthPercentage), (list) => {
      const parts = two(list, () => zeroLength);
      return parts && translate(...parts);
    }),
  ),
  call(
    'translatex',
    map(lengthPercentage, (x) => translate(x, zeroLength)),
  ),
  call(
    'translatey',
    map(lengthPercentage, (y) => translate(zeroLength, y)),
  ),
  call(
    'scale',
    map(commaList(numberOrPercentage), (list) => {
      const parts = two(list, (first) => first);
      return parts && matrixOf(parts[0], 0, 0, parts[1], 0, 0);
    }),
  ),
  call(
    'scalex',
    map(numberOrPercentage, (x) => matrixOf(x, 0, 0, 1, 0, 0)),
  ),
  call(
    'scaley',
    map(numberOrPercentage, (y) => matrixOf(1, 0, 0, y, 0, 0)),
  ),
  call(
    'rotatex',
    map(angle, (degrees) => rotateAbout(1, 0, 0, degrees)),
  ),
  call(
    'rotatey',
    map(angle, (degrees) => rotateAbout(0, 1, 0, degrees)),
  ),
  call(
    'rotate3d',
    custom('<number>, <number>, <number>, <angle>', (reader) => {
      const x = number.read(reader);
      const y = x === undefined ? undefined : thirdNumber.read(reader);
      const z = y === undefined ? undefined : thirdNumber.read(reader);
      if (x === undefined || y === undefined || z === undefined) return undefined;
      const degrees = takeDelim(reader, ',') ? angle.read(reader) : undefined;
      return degrees === undefined ? undefined : rotateAbout(x, y, z, degrees);
    }),
  ),
  call(
    'matrix3d',
    map(commaList(number), (matrix): Specified | undefined => {
      if (matrix.length !== 16) return undefined;
      // Moves are lengths, and the last row is what a length makes of the distance.
      const inPt = (value: number, index: number) => {
        if (index >= 12 && index < 15) return value * 0.75;
        return index % 4 === 3 && index < 12 ? value / 0.75 : value;
      };
      return { kind: 'matrix3d', matrix: matrix.map(inPt) };
    }),
  ),
  call('rotate', map(angle, rotation)),
  call('rotatez', map(angle, rotation)),
  ...inSpace,
  call(
    'skew',
    map(commaList(angle), (list) => {
      const parts = two(list, () => 0);
      return parts && matrixOf(1, tangent(parts[1]), tangent(parts[0]), 1, 0, 0);
    }),
  ),
  call(
    'skewx',
    map(angle, (x) => matrixOf(1, 0, tangent(x), 1, 0, 0)),
  ),
  call(
    'skewy',
    map(angle, (y) => matrixOf(1, tangent(y), 0, 1, 0, 0)),
  ),
  call(
    'matrix',
    map(commaList(number), ([a, b, c, d, e, f, more]) =>
      a === undefined ||
      b === undefined ||
      c === undefined ||
      d === undefined ||
      e === undefined ||
      f === undefined ||
      more !== undefined
        ? undefined
        : matrixOf(a, b, c, d, e * 0.75, f * 0.75),
    ),
  ),
);

/** css-transforms-2 §5: nearer than 1 px counts as 1 px. */
export function perspectiveMatrix(distancePt: number): readonly number[] {
  return [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, -1 / Math.max(0.75, distancePt), 0, 0, 0, 1];
}

function compute(value: Specified, context: ComputeContext): TransformFunction {
  switch (value.kind) {
    case 'translate': {
      const { x, y, z } = value;
      const depth = z ? { z: toPoints(z, context) } : {};
      return {
        kind: 'translate',
        x: computeLength(x, context),
        y: computeLength(y, context),
        ...depth,
      };
    }
    case 'perspective':
      return value.distance
        ? { kind: 'matrix3d', matrix: perspectiveMatrix(toPoints(value.distance, context)) }
        : { kind: 'matrix', matrix: identity };
    default:
      return value;
  }
}

/** Functions with their lengths in pt. */
export const computeAll = (
  value: readonly Specified[],
  context: ComputeContext,
): readonly TransformFunction[] => value.map((item) => compute(item, context));

/** `none`. */
export const noFunctions: readonly Specified[] = [];
