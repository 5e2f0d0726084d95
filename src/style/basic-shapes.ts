/** `<basic-shape>` (css-shapes-1 §3, css-shapes-2 §3). */
import { lengthPercentage, nonNegativeLengthPercentage, string } from './basic-types.ts';
import {
  call,
  commaList,
  custom,
  either,
  fourSides,
  keyword,
  keywords,
  named,
  spaceList,
} from './combinators.ts';
import {
  addLengths,
  percentLength,
  type SpecifiedLength,
  scaleLength,
  zeroLength,
} from './lengths.ts';
import { position, type SpecifiedPosition } from './positions.ts';
import { type Parser, peek, type Reader, takeDelim } from './reader.ts';
import { type CommandShape, computeCommand, shapeCommands } from './shape-commands.ts';
import type { LengthPercentage, Position } from './values.ts';

type FourOf<T> = readonly [T, T, T, T];

/** A radius as a length, or up to the reference box's side. */
export type ShapeRadius<L> = L | 'closest-side' | 'farthest-side';

/** `L` the length's type, `P` the position's; percentages are of the reference box. */
export type BasicShapeOf<L, P> =
  | {
      readonly kind: 'inset';
      /** From the top, right, bottom and left. */
      readonly sides: FourOf<L>;
      /** Half-axes of the corners, from the top left clockwise. */
      readonly radiiX: FourOf<L>;
      readonly radiiY: FourOf<L>;
    }
  | { readonly kind: 'circle'; readonly radius: ShapeRadius<L>; readonly center: P }
  | {
      readonly kind: 'ellipse';
      readonly radiusX: ShapeRadius<L>;
      readonly radiusY: ShapeRadius<L>;
      readonly center: P;
    }
  | {
      readonly kind: 'polygon';
      readonly rule: 'nonzero' | 'evenodd';
      readonly points: readonly P[];
    }
  | PathShape
  | CommandShape<L>;

/** SVG path data in CSS px from the reference box's top left. */
export interface PathShape {
  readonly kind: 'path';
  readonly rule: 'nonzero' | 'evenodd';
  readonly data: string;
}

export type SpecifiedShape = BasicShapeOf<SpecifiedLength, SpecifiedPosition>;
export type BasicShape = BasicShapeOf<LengthPercentage, Position>;

const center: SpecifiedPosition = { x: percentLength(0.5), y: percentLength(0.5) };
const zero: FourOf<SpecifiedLength> = [zeroLength, zeroLength, zeroLength, zeroLength];

/** A keyword that stands before a part; false where it does not. */
function takeIdent(reader: Reader, word: string): boolean {
  const value = peek(reader);
  if (value?.kind !== 'ident' || value.word !== word) return false;
  reader.index += 1;
  return true;
}

const corners = fourSides(nonNegativeLengthPercentage);

function readRound(reader: Reader) {
  if (!takeIdent(reader, 'round')) return { radiiX: zero, radiiY: zero };
  const radiiX = corners.read(reader);
  const radiiY = radiiX && takeDelim(reader, '/') ? corners.read(reader) : radiiX;
  return radiiX && radiiY && { radiiX, radiiY };
}

const sides = fourSides(lengthPercentage);

const inset = custom(
  '<length-percentage>{1,4} [round <border-radius>]?',
  (reader): SpecifiedShape | undefined => {
    const given = sides.read(reader);
    const radii = given && readRound(reader);
    return radii && { kind: 'inset', sides: given, ...radii };
  },
);

const whole = percentLength(1);
const from = (end: SpecifiedLength) => addLengths(whole, scaleLength(end, -1));
const edge = either(keyword('auto', null), lengthPercentage);

/** Two more ways of writing an inset. */
const rect = custom(
  '[<length-percentage> | auto]{4} [round <border-radius>]?',
  (reader): SpecifiedShape | undefined => {
    const given = spaceList(edge, 4, 4).read(reader);
    const radii = given && readRound(reader);
    if (!given || !radii) return undefined;
    const [top = null, right = null, bottom = null, left = null] = given;
    const start = (end: SpecifiedLength | null) => end ?? zeroLength;
    const rest = (end: SpecifiedLength | null) => (end ? from(end) : zeroLength);
    return { kind: 'inset', sides: [start(top), rest(right), rest(bottom), start(left)], ...radii };
  },
);

const xywh = custom(
  '<length-percentage>{4} [round <border-radius>]?',
  (reader): SpecifiedShape | undefined => {
    const given = spaceList(lengthPercentage, 4, 4).read(reader);
    const radii = given && readRound(reader);
    const [x, y, width, height] = given ?? [];
    if (!x || !y || !width || !height || !radii) return undefined;
    const sides = [y, from(addLengths(x, width)), from(addLengths(y, height)), x] as const;
    return { kind: 'inset', sides, ...radii };
  },
);

const radius = either(
  keywords('closest-side', 'farthest-side'),
  nonNegativeLengthPercentage,
) satisfies Parser<ShapeRadius<SpecifiedLength>>;

/** `[at <position>]?`, the middle where it is left out. */
function readCenter(reader: Reader): SpecifiedPosition | undefined {
  return takeIdent(reader, 'at') ? position.read(reader) : center;
}

const circle = custom('<shape-radius>? [at <position>]?', (reader): SpecifiedShape | undefined => {
  const given = radius.read(reader) ?? 'closest-side';
  const at = readCenter(reader);
  return at && { kind: 'circle', radius: given, center: at };
});

const ellipse = custom(
  '<shape-radius>{2}? [at <position>]?',
  (reader): SpecifiedShape | undefined => {
    const radiusX = radius.read(reader);
    const radiusY = radiusX === undefined ? undefined : radius.read(reader);
    const at = readCenter(reader);
    if (!at || (radiusX === undefined) !== (radiusY === undefined)) return undefined;
    return {
      kind: 'ellipse',
      radiusX: radiusX ?? 'closest-side',
      radiusY: radiusY ?? 'closest-side',
      center: at,
    };
  },
);

const fillRule = keywords('nonzero', 'evenodd');

const point = custom('<length-percentage>{2}', (reader): SpecifiedPosition | undefined => {
  const x = lengthPercentage.read(reader);
  const y = x && lengthPercentage.read(reader);
  return y && { x, y };
});

const points = commaList(point);

const polygon = custom(
  "<'fill-rule'>? , [<length-percentage>{2}]#",
  (reader): SpecifiedShape | undefined => {
    const rule = fillRule.read(reader);
    if (rule && !takeDelim(reader, ',')) return undefined;
    const given = points.read(reader);
    return given && { kind: 'polygon', rule: rule ?? 'nonzero', points: given };
  },
);

const path = custom("<'fill-rule'>?, <string>", (reader): SpecifiedShape | undefined => {
  const rule = fillRule.read(reader);
  if (rule && !takeDelim(reader, ',')) return undefined;
  const data = string.read(reader);
  return data === undefined ? undefined : { kind: 'path', rule: rule ?? 'nonzero', data };
});

export const basicShape: Parser<SpecifiedShape> = named(
  'inset() | xywh() | rect() | circle() | ellipse() | polygon() | path() | shape()',
  either(
    call('inset', inset),
    call('xywh', xywh),
    call('rect', rect),
    call('circle', circle),
    call('ellipse', ellipse),
    call('polygon', polygon),
    call('path', path),
    call('shape', shapeCommands),
  ),
);

/** The shape with each length and position computed. */
export function computeShape(
  shape: SpecifiedShape,
  toLength: (length: SpecifiedLength) => LengthPercentage,
  toPoint: (point: SpecifiedPosition) => Position,
): BasicShape {
  const four = ([a, b, c, d]: FourOf<SpecifiedLength>): FourOf<LengthPercentage> => [
    toLength(a),
    toLength(b),
    toLength(c),
    toLength(d),
  ];
  const radiusOf = (given: ShapeRadius<SpecifiedLength>): ShapeRadius<LengthPercentage> =>
    typeof given === 'string' ? given : toLength(given);
  switch (shape.kind) {
    case 'inset': {
      const { sides: given, radiiX, radiiY } = shape;
      return { kind: 'inset', sides: four(given), radiiX: four(radiiX), radiiY: four(radiiY) };
    }
    case 'circle':
      return { kind: 'circle', radius: radiusOf(shape.radius), center: toPoint(shape.center) };
    case 'ellipse':
      return {
        kind: 'ellipse',
        radiusX: radiusOf(shape.radiusX),
        radiusY: radiusOf(shape.radiusY),
        center: toPoint(shape.center),
      };
    case 'polygon':
      return { kind: 'polygon', rule: shape.rule, points: shape.points.map(toPoint) };
    case 'path':
      return shape;
    case 'shape': {
      const commands = shape.commands.map((command) => computeCommand(command, toLength));
      return { ...shape, commands };
    }
  }
}
