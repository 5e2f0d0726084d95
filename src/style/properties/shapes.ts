/** css-shapes-1: what words keep clear of at a float. */
import { type BasicShape, basicShape, computeShape, type SpecifiedShape } from '../basic-shapes.ts';
import { nonNegativeLengthPercentage, number, url } from '../basic-types.ts';
import { anyOrder, either, keyword, keywords, map, named } from '../combinators.ts';
import { type Gradient, gradient, type SpecifiedGradient } from '../gradients.ts';
import { computeLength, zeroLength } from '../lengths.ts';
import { toGradient, toPlainLength, toPosition } from './compute.ts';
import { type ComputeContext, property } from './property.ts';

export type ShapeBox = 'margin-box' | 'border-box' | 'padding-box' | 'content-box';

interface ShapeOf<S> {
  readonly kind: 'shape';
  /** Null: the reference box itself, with the border's round corners. */
  readonly shape: S | null;
  readonly box: ShapeBox;
}

/** `none`, a shape in a box, or the opaque part of a picture. */
export type ShapeOutside = 'none' | ShapeOf<BasicShape> | PictureShape | Gradient;

interface PictureShape {
  readonly kind: 'picture';
  readonly path: string;
}

type Specified = 'none' | ShapeOf<SpecifiedShape> | PictureShape | SpecifiedGradient;

const box = keywords('margin-box', 'border-box', 'padding-box', 'content-box');

const shapeInBox = map(
  anyOrder({ shape: basicShape, box }),
  ({ shape = null, box: reference = 'margin-box' }): Specified => ({
    kind: 'shape',
    shape,
    box: reference,
  }),
);

const none: Specified = 'none';

function computeOutside(value: Specified, context: ComputeContext): ShapeOutside {
  if (value === 'none' || value.kind === 'picture') return value;
  if (value.kind !== 'shape') return toGradient(value, context);
  const { shape } = value;
  return {
    ...value,
    shape:
      shape &&
      computeShape(
        shape,
        (length) => computeLength(length, context),
        (point) => toPosition(point, context),
      ),
  };
}

export const shapeProperties = {
  shapeOutside: property({
    initial: none,
    inherited: false,
    parse: named(
      'none | [<basic-shape> || <shape-box>] | url() | <gradient>',
      either(
        keyword('none', none),
        shapeInBox,
        map(url, (path): Specified => ({ kind: 'picture', path })),
        gradient,
      ),
    ),
    compute: computeOutside,
    spec: 'css-shapes-1#shape-outside-property',
  }),
  shapeMargin: property({
    initial: zeroLength,
    inherited: false,
    parse: nonNegativeLengthPercentage,
    compute: toPlainLength,
    spec: 'css-shapes-1#shape-margin-property',
  }),
  shapeImageThreshold: property({
    initial: 0,
    inherited: false,
    parse: map(number, (value) => Math.min(1, Math.max(0, value))),
    spec: 'css-shapes-1#shape-image-threshold-property',
  }),
};
