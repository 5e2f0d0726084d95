/** Ways from a specified to a computed value that many properties share. */
import { type AuthorColor, pureBlack } from '../../color/index.ts';
import { mixColors } from '../color-mix.ts';
import type { SpecifiedColor } from '../colors.ts';
import type { ColorStop, Gradient, SpecifiedGradient } from '../gradients.ts';
import type { BackgroundImage, SingleImage, SpecifiedImage, UrlImage } from '../images.ts';
import { computeLength, type SpecifiedLength } from '../lengths.ts';
import type { SpecifiedPosition } from '../positions.ts';
import type { LengthPercentage, Position } from '../values.ts';
import type { ComputeContext } from './property.ts';

/** A length in pt. */
export function toPoints(value: SpecifiedLength, context: ComputeContext): number {
  return computeLength(value, context).pt;
}

/** A length or percentage; keywords stay. */
export function toLength<K extends string>(
  value: K | SpecifiedLength,
  context: ComputeContext,
): K | LengthPercentage {
  return typeof value === 'string' ? value : computeLength(value, context);
}

/** A length or percentage of a property without keywords. */
export function toPlainLength(value: SpecifiedLength, context: ComputeContext): LengthPercentage {
  return computeLength(value, context);
}

/** A length in pt; keywords stay. */
export function toPointsOrKeyword<K extends string>(
  value: K | SpecifiedLength,
  context: ComputeContext,
): K | number {
  return typeof value === 'string' ? value : toPoints(value, context);
}

/** Deviation: `currentcolor` is resolved when it is computed, also where the value is inherited. */
export function toColor(value: SpecifiedColor, context: ComputeContext): AuthorColor {
  if (value === 'currentcolor') return context.color;
  if (value.space === 'mix') {
    const [first, second] = value.colors.map((one) => toColor(one, context));
    const mixed = first && second && mixColors(first, second, value.shares, value.method);
    return mixed ?? first ?? context.color;
  }
  if (value.space === 'derived') {
    const origin = toColor(value.origin, context);
    return value.derive(origin) ?? origin;
  }
  if (value.space !== 'spot-reference') return value;
  const { ident, tint, alpha } = value;
  const ink = context.spotOf(ident);
  // One that no sheet declares has been reported; black stands in its place.
  if (!ink) return { ...pureBlack, alpha };
  const { name, alternate, step } = ink;
  return { space: 'spot', name, tint, alternate, alpha, ...(step ? { step } : {}) };
}

export function toPosition(value: SpecifiedPosition, context: ComputeContext): Position {
  return { x: computeLength(value.x, context), y: computeLength(value.y, context) };
}

/** Pictures stay; a gradient's colours and lengths are computed. */
export function toImage(value: SpecifiedImage, context: ComputeContext): BackgroundImage {
  if (value === 'none') return value;
  if (value.kind !== 'cross-fade') return toSingle(value, context);
  const parts = value.parts.map(({ image, share }) => ({ image: toSingle(image, context), share }));
  return { kind: 'cross-fade', parts };
}

function toSingle(value: UrlImage | SpecifiedGradient, context: ComputeContext): SingleImage {
  return value.kind === 'url' ? value : toGradient(value, context);
}

/** A gradient's colours and lengths are computed. */
export function toGradient(value: SpecifiedGradient, context: ComputeContext): Gradient {
  const stops: readonly ColorStop[] = value.stops.map(({ color, position, hint }) => ({
    color: toColor(color, context),
    position: position && computeLength(position, context),
    ...(hint ? { hint: computeLength(hint, context) } : {}),
  }));
  if (value.kind === 'linear-gradient') return { ...value, stops };
  if (value.kind === 'conic-gradient')
    return { ...value, stops, position: toPosition(value.position, context) };
  const { size } = value;
  return {
    ...value,
    stops,
    position: toPosition(value.position, context),
    size: typeof size === 'string' ? size : toPosition(size, context),
  };
}
