/**
 * css-transforms-1: moving, turning and scaling. What depends on the box's size stays a
 * translation; everything else becomes a matrix.
 */
import type { Matrix } from '../../base/index.ts';
import { angle, length, lengthPercentage, number, numberOrPercentage } from '../basic-types.ts';
import {
  anyOrder,
  call,
  commaList,
  custom,
  either,
  keyword,
  keywords,
  map,
  named,
  spaceList,
} from '../combinators.ts';
import { computeLength, percentLength, type SpecifiedLength, zeroLength } from '../lengths.ts';
import { position } from '../positions.ts';
import { type Parser, takeDelim } from '../reader.ts';
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

/** Sixteen numbers, column by column, lengths in pt (css-transforms-2 §12). */
export interface SpaceMatrixFunction {
  readonly kind: 'matrix3d';
  readonly matrix: readonly number[];
}

/** One step of `transform`; the first in the list is the outermost. */
export type TransformFunction =
  | TranslateOf<LengthPercentage>
  | MatrixFunction
  | SpaceMatrixFunction;

type Specified = TranslateOf<SpecifiedLength> | MatrixFunction | SpaceMatrixFunction;

const matrixOf = (...matrix: Matrix): Specified => ({ kind: 'matrix', matrix });
const translate = (x: SpecifiedLength, y: SpecifiedLength): Specified => ({
  kind: 'translate',
  x,
  y,
});

/** Exact at right angles, where sine and cosine of a float are not. */
function rotation(degrees: number): MatrixFunction {
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
function rotateAbout(x: number, y: number, z: number, degrees: number): Specified {
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
  takeDelim(reader, ',') ? number.read(reader) : undefined,
);

/** Functions of space whose depth is laid flat: a page has none (css-transforms-2 §12). */
const flattened = [
  call(
    'translate3d',
    custom('<length-percentage>, <length-percentage>, <length>', (reader) => {
      const x = lengthPercentage.read(reader);
      const y = x && takeDelim(reader, ',') ? lengthPercentage.read(reader) : undefined;
      return x && y && third.read(reader) ? translate(x, y) : undefined;
    }),
  ),
  call(
    'translatez',
    map(length, () => translate(zeroLength, zeroLength)),
  ),
  call(
    'scale3d',
    custom('<number>, <number>, <number>', (reader) => {
      const x = number.read(reader);
      const y = x !== undefined && takeDelim(reader, ',') ? number.read(reader) : undefined;
      if (x === undefined || y === undefined) return undefined;
      return thirdNumber.read(reader) === undefined ? undefined : matrixOf(x, 0, 0, y, 0, 0);
    }),
  ),
  call(
    'scalez',
    map(number, () => matrixOf(1, 0, 0, 1, 0, 0)),
  ),
];

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
      // A picture seen in perspective has no outlines that a page could have.
      const isFlat = matrix[3] === 0 && matrix[7] === 0 && matrix[11] === 0;
      if (matrix.length !== 16 || !isFlat) return undefined;
      const inPt = (value: number, index: number) =>
        index >= 12 && index < 15 ? value * 0.75 : value;
      return { kind: 'matrix3d', matrix: matrix.map(inPt) };
    }),
  ),
  call('rotate', map(angle, rotation)),
  call('rotatez', map(angle, rotation)),
  ...flattened,
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
  value.kind !== 'translate'
    ? value
    : {
        kind: 'translate',
        x: computeLength(value.x, context),
        y: computeLength(value.y, context),
      };

const computeAll = (
  value: readonly Specified[],
  context: ComputeContext,
): readonly TransformFunction[] => value.map((item) => compute(item, context));

const noFunctions: readonly Specified[] = [];
const centre = { x: percentLength(0.5), y: percentLength(0.5) };

/** A third value would be the depth, which paper has not. */
const origin = custom(
  '<position> <length>?',
  (reader) => {
    const start = reader.index;
    // Of three values the last is the depth, not a distance from a side.
    for (const count of [2, 1]) {
      reader.index = start;
      const values = reader.values.slice(0, start + count);
      const inner = { ...reader, values };
      const at = position.read(inner);
      if (!at || inner.index < Math.min(values.length, start + count)) continue;
      reader.index = inner.index;
      if (count === 2) length.read(reader);
      return at;
    }
    return undefined;
  },
  position.words,
);

const none = keyword('none', noFunctions);

/** css-transforms-2 §8.1: `translate: x y`. */
const translateValue = either(
  none,
  custom('<length-percentage>{1,2} <length>?', (reader) => {
    const x = lengthPercentage.read(reader);
    const y = x && lengthPercentage.read(reader);
    if (y) length.read(reader);
    return x && [translate(x, y ?? zeroLength)];
  }),
);

const axis = either(
  keyword('x', [1, 0, 0] as const),
  keyword('y', [0, 1, 0] as const),
  keyword('z', [0, 0, 1] as const),
  map(spaceList(number, 3, 3), ([x = 0, y = 0, z = 1]) => [x, y, z] as const),
);

/** §8.2: `rotate: <axis>? <angle>`; the usual axis sticks out of the page. */
const rotateValue = either(
  none,
  map(anyOrder({ axis, degrees: angle }), ({ axis: about = [0, 0, 1], degrees }) => {
    if (degrees === undefined) return undefined;
    const [x, y, z] = about;
    return [x === 0 && y === 0 && z === 1 ? rotation(degrees) : rotateAbout(x, y, z, degrees)];
  }),
);

/** §8.3: `scale: x y`. */
const scaleValue = either(
  none,
  map(spaceList(numberOrPercentage, 1, 3), ([x = 1, y = x]) => [matrixOf(x, 0, 0, y, 0, 0)]),
);

const individual = (name: string, parse: Parser<readonly Specified[]>) =>
  property({
    initial: noFunctions,
    inherited: false,
    parse,
    compute: computeAll,
    spec: `css-transforms-2#propdef-${name}`,
  });

export const transformProperties = {
  translate: individual('translate', translateValue),
  rotate: individual('rotate', rotateValue),
  scale: individual('scale', scaleValue),
  transform: property({
    initial: noFunctions,
    inherited: false,
    parse: either(none, named('<transform-function>+', spaceList(functions))),
    compute: computeAll,
    spec: 'css-transforms-1#transform-property',
  }),
  transformBox: property({
    initial: 'view-box',
    inherited: false,
    parse: keywords('view-box', 'fill-box', 'stroke-box', 'border-box', 'content-box'),
    spec: 'css-transforms-1#transform-box',
    deviation: 'In SVG the view box is taken whatever is said.',
  }),
  transformOrigin: property({
    initial: centre,
    inherited: false,
    parse: origin,
    compute: toPosition,
    spec: 'css-transforms-1#transform-origin-property',
  }),
};
