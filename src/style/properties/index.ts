/**
 * The tables put together: every property and shorthand we support, by its name in
 * `ComputedStyle` and by its name in CSS. `ComputedStyle` follows from the tables.
 */
import { custom } from '../combinators.ts';
import { backgroundProperties, backgroundShorthands } from './backgrounds.ts';
import { borderImageProperties, borderImageShorthands } from './border-images.ts';
import { borderProperties, borderShorthands } from './borders.ts';
import { boxProperties, boxShorthands } from './box.ts';
import { colorProperties } from './color.ts';
import { containerProperties, containerShorthands } from './containers.ts';
import { displayProperties, displayShorthands } from './display.ts';
import { effectProperties, effectShorthands } from './effects.ts';
import { filterProperties } from './filters.ts';
import { flexboxProperties, flexboxShorthands } from './flexbox.ts';
import { fontProperties, fontShorthands } from './fonts.ts';
import { fragmentationProperties, fragmentationShorthands } from './fragmentation.ts';
import { generatedProperties, generatedShorthands } from './generated.ts';
import { gridProperties, gridShorthands } from './grid.ts';
import { lineGridProperties, lineGridShorthands } from './line-grid.ts';
import { maskBorderProperties, maskBorderShorthands } from './mask-borders.ts';
import { maskingProperties, maskingShorthands } from './masking.ts';
import { type AnyProperty, type Property, type Shorthand, shorthand } from './property.ts';
import { runningProperties } from './running.ts';
import { shapeProperties } from './shapes.ts';
import { sizingProperties, sizingShorthands } from './sizing.ts';
import { svgProperties, svgShorthands } from './svg.ts';
import { tableProperties } from './tables.ts';
import { textProperties } from './text.ts';
import { textDecorationProperties, textDecorationShorthands } from './text-decoration.ts';
import { textEmphasisProperties, textEmphasisShorthands } from './text-emphasis.ts';
import { textPaintProperties, textPaintShorthands } from './text-paint.ts';
import { textWrappingProperties, textWrappingShorthands } from './text-wrapping.ts';
import { transformProperties } from './transforms.ts';
import { writingProperties } from './writing.ts';

/**
 * In the order they are computed: `fontSize` before lengths, `color` before `currentcolor`, line
 * styles before line widths, `position` and `float` before `display`, `containerType` before `contain`.
 */
export const properties = {
  ...fontProperties,
  ...colorProperties,
  ...filterProperties,
  ...writingProperties,
  ...containerProperties,
  ...reorderDisplay(),
  ...boxProperties,
  ...sizingProperties,
  ...reorderBorders(),
  ...borderImageProperties,
  ...backgroundProperties,
  ...textProperties,
  ...textWrappingProperties,
  ...textDecorationProperties,
  ...textEmphasisProperties,
  ...textPaintProperties,
  ...generatedProperties,
  ...flexboxProperties,
  ...gridProperties,
  ...tableProperties,
  ...reorderColumns(),
  ...runningProperties,
  ...shapeProperties,
  ...lineGridProperties,
  ...transformProperties,
  ...effectProperties,
  ...maskingProperties,
  ...maskBorderProperties,
  ...svgProperties,
};

function reorderDisplay() {
  const { display, ...others } = displayProperties;
  return { ...others, display };
}

function reorderBorders() {
  const { borderTopWidth, borderRightWidth, borderBottomWidth, borderLeftWidth, ...others } =
    borderProperties;
  return { ...others, borderTopWidth, borderRightWidth, borderBottomWidth, borderLeftWidth };
}

function reorderColumns() {
  const { columnRuleWidth, ...others } = fragmentationProperties;
  return { ...others, columnRuleWidth };
}

export type Properties = typeof properties;
export type PropertyName = keyof Properties;

/** What an element's style is made of, after the cascade: one computed value per property. */
export type ComputedStyle = {
  readonly [K in PropertyName]: Properties[K] extends Property<infer _, infer C> ? C : never;
};

/** css-cascade-5 §3.2: every property, by a keyword that all of them take. */
const all = shorthand({
  longhands: Object.keys(properties),
  parse: custom<never>('initial | inherit | unset | revert | revert-layer', () => undefined),
  spec: 'css-cascade-5#all-shorthand',
});

export const shorthands: Readonly<Record<string, Shorthand>> = {
  all,
  ...boxShorthands,
  ...containerShorthands,
  ...displayShorthands,
  ...sizingShorthands,
  ...borderShorthands,
  ...borderImageShorthands,
  ...backgroundShorthands,
  ...fontShorthands,
  ...textWrappingShorthands,
  ...textDecorationShorthands,
  ...textEmphasisShorthands,
  ...textPaintShorthands,
  ...generatedShorthands,
  ...flexboxShorthands,
  ...gridShorthands,
  ...fragmentationShorthands,
  ...lineGridShorthands,
  ...effectShorthands,
  ...svgShorthands,
  ...maskingShorthands,
  ...maskBorderShorthands,
};

/** `marginTop` is `margin-top`. */
function hyphenate(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const entries = Object.entries(properties) as readonly (readonly [PropertyName, AnyProperty])[];

/** Every property's name, in the order they are computed. */
export const propertyNames: readonly PropertyName[] = entries.map(([key]) => key);

/** A property, whatever its type. */
export function propertyOf(name: PropertyName): AnyProperty {
  return properties[name] as AnyProperty;
}

/** CSS names: `letter-spacing` → `letterSpacing`. */
export const propertyByCssName: ReadonlyMap<string, PropertyName> = new Map(
  entries.map(([key, { name }]) => [name ?? hyphenate(key), key]),
);

export const shorthandByCssName: ReadonlyMap<string, Shorthand> = new Map(
  Object.entries(shorthands).map(([key, entry]) => [hyphenate(key), entry]),
);

/** The CSS name of a property: for messages. */
export function cssNameOf(name: PropertyName): string {
  return propertyOf(name).name ?? hyphenate(name);
}

/** Everything that can be written on the left of a colon. */
export const knownCssNames: readonly string[] = [
  ...propertyByCssName.keys(),
  ...shorthandByCssName.keys(),
];
