/**
 * filter-effects-1: what a filter makes of a box, and the functions that cost nothing in vectors. All
 * others work on pixels: they are told, and their boxes are drawn as if they did nothing.
 */
import { angle, length, nonNegativeLength, numberOrPercentage, url } from '../basic-types.ts';
import { color } from '../colors.ts';
import { anyOrder, call, custom, either, keyword, map, named, spaceList } from '../combinators.ts';
import { absolutePoints, zeroLength } from '../lengths.ts';
import { isAtEnd, type Parser } from '../reader.ts';
import { property } from './property.ts';

/** `none`, or how opaque its functions leave a box. Any of them makes a stacking context. */
export type FilterValue = 'none' | { readonly opacity: number; readonly isDrawn: boolean };

/** One function: how opaque it leaves what it is used on; null for what is not drawn. */
type Step = number | null;

/** An argument that may be left away. */
function optional<T>(parser: Parser<T>, otherwise: NoInfer<T>): Parser<T> {
  return custom(`[${parser.syntax}]?`, (reader) =>
    isAtEnd(reader) ? otherwise : parser.read(reader),
  );
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** A function that does nothing at one value. */
const unless = (isStill: boolean): Step => (isStill ? 1 : null);

/** §8.1: functions of an amount, which is 1 where it is left away. */
const amount = (name: string, still: number): Parser<Step> =>
  call(
    name,
    map(optional(numberOrPercentage, 1), (value): Step => unless(value === still)),
  );

const step: Parser<Step> = either(
  call(
    'opacity',
    map(optional(numberOrPercentage, 1), (value): Step => clamp(value)),
  ),
  amount('brightness', 1),
  amount('contrast', 1),
  amount('saturate', 1),
  amount('grayscale', 0),
  amount('invert', 0),
  amount('sepia', 0),
  call(
    'hue-rotate',
    map(optional(angle, 0), (degrees): Step => unless(degrees % 360 === 0)),
  ),
  call(
    'blur',
    map(
      optional(nonNegativeLength, zeroLength),
      (radius): Step => unless(absolutePoints(radius) === 0),
    ),
  ),
  call(
    'drop-shadow',
    map(
      anyOrder({ color, lengths: spaceList(length, 2, 3) }),
      ({ lengths }): Step | undefined => lengths && null,
    ),
  ),
  map(url, (): Step => null),
);

const none: FilterValue = 'none';

const filterValue: Parser<FilterValue> = named(
  'none | <filter-function>+',
  either(
    keyword('none', none),
    map(
      spaceList(step),
      (steps): FilterValue => ({
        opacity: steps.reduce<number>((product, one) => product * (one ?? 1), 1),
        isDrawn: !steps.includes(null),
      }),
    ),
  ),
);

export const filterProperties = {
  filter: property({
    initial: none,
    inherited: false,
    parse: filterValue,
    isRefused: (value) => value !== 'none' && !value.isDrawn,
    spec: 'filter-effects-1#FilterProperty',
    deviation:
      '`opacity()` and what changes nothing are drawn. Functions of pixels are told and leave the box as it is, in a stacking context of its own.',
  }),
  backdropFilter: property({
    initial: none,
    inherited: false,
    parse: filterValue,
    isRefused: (value) => value !== 'none' && !(value.isDrawn && value.opacity === 1),
    spec: 'filter-effects-2#BackdropFilterProperty',
    deviation: 'Not drawn, which is told, but for making a stacking context.',
  }),
};
