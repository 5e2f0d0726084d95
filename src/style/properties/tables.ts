/** css-tables-3: borders between cells, widths of columns, where captions stand. */
import { nonNegativeLength } from '../basic-types.ts';
import { keywords, pair } from '../combinators.ts';
import { computeLength, type SpecifiedLength, zeroLength } from '../lengths.ts';
import { type ComputeContext, property } from './property.ts';

/** Room between cells along a row, and between rows, in pt. */
export interface BorderSpacing {
  readonly horizontal: number;
  readonly vertical: number;
}

function computeSpacing(
  [horizontal, vertical]: readonly [SpecifiedLength, SpecifiedLength],
  context: ComputeContext,
): BorderSpacing {
  return {
    horizontal: computeLength(horizontal, context).pt,
    vertical: computeLength(vertical, context).pt,
  };
}

export const tableProperties = {
  borderCollapse: property({
    initial: 'separate',
    inherited: true,
    parse: keywords('separate', 'collapse'),
    spec: 'css-tables-3#border-collapse-property',
  }),
  borderSpacing: property({
    initial: [zeroLength, zeroLength],
    inherited: true,
    parse: pair(nonNegativeLength),
    compute: computeSpacing,
    spec: 'css-tables-3#border-spacing-property',
  }),
  tableLayout: property({
    initial: 'auto',
    inherited: false,
    parse: keywords('auto', 'fixed'),
    spec: 'css-tables-3#table-layout-property',
  }),
  captionSide: property({
    initial: 'top',
    inherited: true,
    parse: keywords('top', 'bottom'),
    spec: 'css-tables-3#caption-side-property',
  }),
  emptyCells: property({
    initial: 'show',
    inherited: true,
    parse: keywords('show', 'hide'),
    spec: 'css-tables-3#empty-cells-property',
  }),
};
