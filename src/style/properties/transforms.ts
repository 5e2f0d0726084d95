/**
 * css-transforms-1: moving, turning and scaling. What depends on the box's size stays a
 * translation; everything else becomes a matrix.
 */
import type { Matrix } from '../../base/index.ts';
import { angle, lengthPercentage, number, numberOrPercentage } from '../basic-types.ts';
import { call, commaList, custom, either, keyword, map, named, spaceList } from '../combinators.ts';
import { computeLength, percentLength, type SpecifiedLength, zeroLength } from '../lengths.ts';
import { position } from '../positions.ts';
import type { LengthPercentage } from '../values.ts';
import { toPosition } from './compute.ts';
import { type ComputeContext, property } from './property.ts';

interface TranslateOf<L> {
  readonly kind: 'translate';
  readonly x: L;
  readonly y: L;
}

/** `[a b c d e f]`; the translation e, f in pt. */
export interface MatrixFunction {
  readonly kind: 'matrix';
  readonly matrix: Matrix;
}

/** One step of `transform`; the first in the list is the outermost. */
export type TransformFunction = TranslateOf<LengthPercentage> | MatrixFunction;

type Specified = TranslateOf<SpecifiedLength> | MatrixFunction;

const matrixOf = (...matrix: Matrix): Specified => ({ kind: 'matrix', matrix });
const translate = (x: SpecifiedLength, y: SpecifiedLength): Specified => ({
  kind: 'translate',
  x,
  y,
});

/** Exact at right angles, where sine and cosine of a float are not. */
function rotation(degrees: number): Specified {
  const turn = ((degrees % 360) + 360) % 360;
  const exact: Readonly<Record<number, readonly [number, number]>> = {
    0: [1, 0],
    90: [0, 1],
    180: [-1, 0],
    270: [0, -1],
  };
  const radians = (turn * Math.PI) / 180;
  const [cos, sin] = exact[turn] ?? [Math.cos(radians), Math.sin(radians)];
  return matrixOf(cos, sin, -sin, cos, 0, 0);
}

const tangent = (degrees: number): number => Math.tan((degrees * Math.PI) / 180);

const two = <T>(value: readonly T[], fallback: (first: T) => T): readonly [T, T] | undefined => {
  const [first, second] = value;
  if (first === undefined || value.length > 2) return undefined;
  return [first, second ?? fallback(first)];
};

const functions = either(
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
  call('rotate', map(angle, rotation)),
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

const compute = (value: Specified, context: ComputeContext): TransformFunction =>
  value.kind === 'matrix'
    ? value
    : {
        kind: 'translate',
        x: computeLength(value.x, context),
        y: computeLength(value.y, context),
      };

const noFunctions: readonly Specified[] = [];
const centre = { x: percentLength(0.5), y: percentLength(0.5) };

/** A third value would be the depth, which paper has not. */
const origin = custom('<position>', (reader) => position.read(reader), position.words);

export const transformProperties = {
  transform: property({
    initial: noFunctions,
    inherited: false,
    parse: either(
      keyword('none', noFunctions),
      named('<transform-function>+', spaceList(functions)),
    ),
    compute: (value, context): readonly TransformFunction[] =>
      value.map((item) => compute(item, context)),
    spec: 'css-transforms-1#transform-property',
  }),
  transformOrigin: property({
    initial: centre,
    inherited: false,
    parse: origin,
    compute: toPosition,
    spec: 'css-transforms-1#transform-origin-property',
  }),
};
