/** css-backgrounds-3 §3–4: borders and their corners. */
import { nonNegativeLength, nonNegativeLengthPercentage } from '../basic-types.ts';
import { color } from '../colors.ts';
import {
  anyOrder,
  custom,
  either,
  fourSides,
  keyword,
  keywords,
  map,
  pair,
  type Read,
} from '../combinators.ts';
import { pointsLength, type SpecifiedLength, zeroLength } from '../lengths.ts';
import { isAtEnd, takeDelim } from '../reader.ts';
import { borderImageReset } from './border-images.ts';
import { toColor, toPoints, toPosition } from './compute.ts';
import {
  alias,
  type ComputeContext,
  logicalShorthands,
  property,
  type Shorthand,
  shorthand,
  spread,
} from './property.ts';

/** `thin`, `medium`, `thick` are 1, 3 and 5 px. */
export const lineWidth = either(
  keyword('thin', pointsLength(0.75)),
  keyword('medium', pointsLength(2.25)),
  keyword('thick', pointsLength(3.75)),
  nonNegativeLength,
);

export const lineStyle = keywords(
  ...(['none', 'hidden', 'dotted', 'dashed', 'solid', 'double'] as const),
  ...(['groove', 'ridge', 'inset', 'outset'] as const),
);

/** A line that has no style has no width. */
export const computeLineWidth =
  (styleName: string) =>
  (value: SpecifiedLength, context: ComputeContext): number => {
    const style = context.keywordOf(styleName);
    return style === 'none' || style === 'hidden' ? 0 : toPoints(value, context);
  };

const width = (side: string) =>
  property({
    initial: pointsLength(2.25),
    inherited: false,
    parse: lineWidth,
    compute: computeLineWidth(`border${side}Style`),
    isInitialContextual: true,
    spec: 'css-backgrounds-3#border-width',
  });

const style = () =>
  property({
    initial: 'none',
    inherited: false,
    parse: lineStyle,
    spec: 'css-backgrounds-3#border-style',
  });

const borderColor = () =>
  property({
    initial: 'currentcolor',
    inherited: false,
    parse: color,
    compute: toColor,
    isInitialContextual: true,
    spec: 'css-backgrounds-3#border-color',
  });

const radiusValue = map(pair(nonNegativeLengthPercentage), ([x, y]) => ({ x, y }));

const radius = () =>
  property({
    initial: { x: zeroLength, y: zeroLength },
    inherited: false,
    parse: radiusValue,
    compute: toPosition,
    spec: 'css-backgrounds-3#border-radius',
  });

export const borderProperties = {
  borderTopWidth: width('Top'),
  borderRightWidth: width('Right'),
  borderBottomWidth: width('Bottom'),
  borderLeftWidth: width('Left'),
  borderTopStyle: style(),
  borderRightStyle: style(),
  borderBottomStyle: style(),
  borderLeftStyle: style(),
  borderTopColor: borderColor(),
  borderRightColor: borderColor(),
  borderBottomColor: borderColor(),
  borderLeftColor: borderColor(),
  borderTopLeftRadius: radius(),
  borderTopRightRadius: radius(),
  borderBottomRightRadius: radius(),
  borderBottomLeftRadius: radius(),
};

/** `<line-width> || <line-style> || <color>`. */
export const lineParts = anyOrder({ width: lineWidth, style: lineStyle, color });

function border(sides: readonly string[], spec: string): Shorthand {
  const split = (
    parts: Read<{ width: typeof lineWidth; style: typeof lineStyle; color: typeof color }>,
  ) =>
    Object.fromEntries(
      sides.flatMap((side) => [
        [`border${side}Width`, parts.width],
        [`border${side}Style`, parts.style],
        [`border${side}Color`, parts.color],
      ]),
    );
  const longhands = sides.flatMap((side) =>
    ['Width', 'Style', 'Color'].map((part) => `border${side}${part}`),
  );
  return shorthand({ longhands, parse: map(lineParts, split), spec });
}

const all = ['Top', 'Right', 'Bottom', 'Left'];
const sidesOf = (part: string, sides: readonly string[] = all) =>
  sides.map((side) => `border${side}${part}`);
const inline = ['Left', 'Right'];
const block = ['Top', 'Bottom'];
const spec = 'css-backgrounds-3#border-shorthands';
const logical = 'css-logical-1#border-shorthands';

const corners = ['TopLeft', 'TopRight', 'BottomRight', 'BottomLeft'].map(
  (corner) => `border${corner}Radius`,
);

/** `border-radius: a b c d / e f g h`: horizontal radii, then vertical ones. */
const radii = custom(
  '<length-percentage [0,∞]>{1,4} [ / <length-percentage [0,∞]>{1,4} ]?',
  (reader) => {
    const four = fourSides(nonNegativeLengthPercentage);
    const x = four.read(reader);
    const y = x && takeDelim(reader, '/') ? four.read(reader) : x;
    if (!x || !y || !isAtEnd(reader)) return undefined;
    return x.map((value, index) => ({ x: value, y: y[index] ?? value }));
  },
);

/** Width, style and colour of one logical side. */
function logicalLines(name: string, side: string): Readonly<Record<string, Shorthand>> {
  return {
    [`${name}Width`]: alias(`border${side}Width`, lineWidth, logical),
    [`${name}Style`]: alias(`border${side}Style`, lineStyle, logical),
    [`${name}Color`]: alias(`border${side}Color`, color, logical),
  };
}

export const borderShorthands: Readonly<Record<string, Shorthand>> = {
  border: {
    ...border(all, spec),
    longhands: [...border(all, spec).longhands, ...borderImageReset],
  },
  borderTop: border(['Top'], spec),
  borderRight: border(['Right'], spec),
  borderBottom: border(['Bottom'], spec),
  borderLeft: border(['Left'], spec),
  borderWidth: spread(sidesOf('Width'), fourSides(lineWidth), spec),
  borderStyle: spread(sidesOf('Style'), fourSides(lineStyle), spec),
  borderColor: spread(sidesOf('Color'), fourSides(color), spec),
  borderRadius: spread(corners, radii, 'css-backgrounds-3#border-radius'),
  ...logicalShorthands({
    borderInline: border(inline, logical),
    borderBlock: border(block, logical),
    borderInlineStart: border(['Left'], logical),
    borderInlineEnd: border(['Right'], logical),
    borderBlockStart: border(['Top'], logical),
    borderBlockEnd: border(['Bottom'], logical),
    borderInlineWidth: spread(sidesOf('Width', inline), pair(lineWidth), logical),
    borderInlineStyle: spread(sidesOf('Style', inline), pair(lineStyle), logical),
    borderInlineColor: spread(sidesOf('Color', inline), pair(color), logical),
    borderBlockWidth: spread(sidesOf('Width', block), pair(lineWidth), logical),
    borderBlockStyle: spread(sidesOf('Style', block), pair(lineStyle), logical),
    borderBlockColor: spread(sidesOf('Color', block), pair(color), logical),
    ...logicalLines('borderInlineStart', 'Left'),
    ...logicalLines('borderInlineEnd', 'Right'),
    ...logicalLines('borderBlockStart', 'Top'),
    ...logicalLines('borderBlockEnd', 'Bottom'),
    borderStartStartRadius: alias('borderTopLeftRadius', radiusValue, logical),
    borderStartEndRadius: alias('borderTopRightRadius', radiusValue, logical),
    borderEndEndRadius: alias('borderBottomRightRadius', radiusValue, logical),
    borderEndStartRadius: alias('borderBottomLeftRadius', radiusValue, logical),
  }),
};
