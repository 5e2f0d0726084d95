/**
 * css-transforms-1 and -2: moving, turning and scaling, on the page and in space. What depends on the box's size stays a
 * translation; everything else becomes a matrix.
 */
import {
  angle,
  length,
  lengthPercentage,
  nonNegativeLength,
  number,
  numberOrPercentage,
} from '../basic-types.ts';
import {
  anyOrder,
  custom,
  either,
  keyword,
  keywords,
  map,
  named,
  spaceList,
} from '../combinators.ts';
import { percentLength, zeroLength } from '../lengths.ts';
import { position } from '../positions.ts';
import type { Parser } from '../reader.ts';
import type { Position } from '../values.ts';
import { toPoints, toPointsOrKeyword, toPosition } from './compute.ts';
import { property } from './property.ts';
import {
  computeAll,
  noFunctions,
  rotateAbout,
  rotation,
  type Specified,
  scale,
  transformFunction,
  translate,
} from './transform-functions.ts';

/** A point of a box, and how far before the page it lies, in pt. */
export interface TransformOrigin extends Position {
  readonly z: number;
}

const centre = { x: percentLength(0.5), y: percentLength(0.5) };

/** `<position> <length>?`: the length is the depth. */
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
      const z = count === 2 ? length.read(reader) : undefined;
      return { at, z };
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
    const z = y && length.read(reader);
    return x && [translate(x, y ?? zeroLength, z)];
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
  map(spaceList(numberOrPercentage, 1, 3), ([x = 1, y = x, z = 1]) => [scale(x, y, z)]),
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
    parse: either(none, named('<transform-function>+', spaceList(transformFunction))),
    compute: computeAll,
    spec: 'css-transforms-1#transform-property',
  }),
  transformBox: property({
    initial: 'view-box',
    inherited: false,
    parse: keywords('view-box', 'fill-box', 'stroke-box', 'border-box', 'content-box'),
    spec: 'css-transforms-1#transform-box',
  }),
  transformOrigin: property({
    initial: { at: centre, z: undefined },
    inherited: false,
    parse: origin,
    compute: ({ at, z }, context): TransformOrigin => ({
      ...toPosition(at, context),
      z: z ? toPoints(z, context) : 0,
    }),
    spec: 'css-transforms-1#transform-origin-property',
  }),
  transformStyle: property({
    initial: 'flat',
    inherited: false,
    parse: keywords('flat', 'preserve-3d'),
    spec: 'css-transforms-2#transform-style-property',
  }),
  /** In pt. */
  perspective: property({
    initial: 'none',
    inherited: false,
    parse: either(keyword('none', 'none'), nonNegativeLength),
    compute: toPointsOrKeyword,
    spec: 'css-transforms-2#perspective-property',
    deviation:
      'What lies at a slant to the reader is drawn without foreshortening, with a warning.',
  }),
  perspectiveOrigin: property({
    initial: centre,
    inherited: false,
    parse: position,
    compute: toPosition,
    spec: 'css-transforms-2#perspective-origin-property',
  }),
  backfaceVisibility: property({
    initial: 'visible',
    inherited: false,
    parse: keywords('visible', 'hidden'),
    spec: 'css-transforms-2#backface-visibility-property',
  }),
};
