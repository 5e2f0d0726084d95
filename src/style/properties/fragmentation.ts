/** css-multicol-2, css-break-4, css-page-3: columns, breaks and pages. */
import { customIdent, integerFrom, nonNegativeLength } from '../basic-types.ts';
import { color } from '../colors.ts';
import { anyOrder, custom, either, keyword, keywords, map } from '../combinators.ts';
import { pointsLength } from '../lengths.ts';
import { takeDelim } from '../reader.ts';
import { computeLineWidth, lineParts, lineStyle, lineWidth } from './borders.ts';
import { toColor, toPointsOrKeyword } from './compute.ts';
import { alias, property, shorthand } from './property.ts';

const auto = keyword('auto', 'auto');
const count = either(auto, integerFrom(1));
const size = either(auto, nonNegativeLength);

const widthAndCount = anyOrder({ columnWidth: size, columnCount: count });
const columnSizes = custom('<column-width> || <column-count> [ / <column-height> ]?', (reader) => {
  const parts = widthAndCount.read(reader);
  if (!parts || !takeDelim(reader, '/')) return parts;
  const columnHeight = size.read(reader);
  return columnHeight === undefined ? undefined : { ...parts, columnHeight };
});

const between = keywords('auto', 'avoid', 'avoid-page', 'page', 'left', 'right', 'recto', 'verso');
const column = keywords('avoid-column', 'column');
const breakBetween = either(between, column, keyword('always', 'always'));
/** `always` of CSS 2 means a page; of today's sheets the column or page that the box is in (css-break-4 §3.1). */
const pageBreakBetween = either(between, column, keyword('always', 'page'));
const breakInside = keywords('auto', 'avoid', 'avoid-page', 'avoid-column');

/** Of older sheets: the same for columns alone. */
const noColumnBreak = either(keyword('auto', 'auto'), keyword('avoid', 'avoid-column'));
const columnBreak = either(noColumnBreak, keyword('always', 'column'));

const lines = () =>
  property({
    initial: 2,
    inherited: true,
    parse: integerFrom(1),
    spec: 'css-break-4#widows-orphans',
  });

const betweenBoxes = () =>
  property({
    initial: 'auto',
    inherited: false,
    parse: breakBetween,
    spec: 'css-break-4#break-between',
  });

const pageName = either(auto, customIdent('auto'));
const anyPage: string = 'auto';

export const fragmentationProperties = {
  columnCount: property({
    initial: 'auto',
    inherited: false,
    parse: count,
    spec: 'css-multicol-1#cc',
  }),
  columnWidth: property({
    initial: 'auto',
    inherited: false,
    parse: size,
    compute: toPointsOrKeyword,
    spec: 'css-multicol-1#cw',
  }),
  columnHeight: property({
    initial: 'auto',
    inherited: false,
    parse: size,
    compute: toPointsOrKeyword,
    spec: 'css-multicol-2#ch',
  }),
  columnWrap: property({
    initial: 'auto',
    inherited: false,
    parse: keywords('auto', 'nowrap', 'wrap'),
    spec: 'css-multicol-2#cwr',
  }),
  columnFill: property({
    initial: 'balance',
    inherited: false,
    parse: keywords('balance', 'balance-all', 'auto'),
    spec: 'css-multicol-1#cf',
  }),
  columnSpan: property({
    initial: 'none',
    inherited: false,
    parse: keywords('none', 'all'),
    spec: 'css-multicol-1#column-span',
  }),
  columnRuleWidth: property({
    initial: pointsLength(2.25),
    inherited: false,
    parse: lineWidth,
    compute: computeLineWidth('columnRuleStyle'),
    isInitialContextual: true,
    spec: 'css-multicol-1#crw',
  }),
  columnRuleStyle: property({
    initial: 'none',
    inherited: false,
    parse: lineStyle,
    spec: 'css-multicol-1#crs',
  }),
  columnRuleColor: property({
    initial: 'currentcolor',
    inherited: false,
    parse: color,
    compute: toColor,
    isInitialContextual: true,
    spec: 'css-multicol-1#crc',
  }),
  breakBefore: betweenBoxes(),
  breakAfter: betweenBoxes(),
  breakInside: property({
    initial: 'auto',
    inherited: false,
    parse: breakInside,
    spec: 'css-break-4#break-within',
  }),
  boxDecorationBreak: property({
    initial: 'slice',
    inherited: false,
    parse: keywords('slice', 'clone'),
    spec: 'css-break-4#break-decoration',
    deviation:
      'In lines where words run both ways, a box that neither begins nor ends the line has its own ends alone.',
  }),
  orphans: lines(),
  widows: lines(),
  /** `'auto'` takes the parent's page (css-page-3 §8.1). */
  page: property({
    initial: anyPage,
    inherited: false,
    parse: pageName,
    spec: 'css-page-3#using-named-pages',
  }),
};

export const fragmentationShorthands = {
  columns: shorthand({
    longhands: ['columnCount', 'columnWidth', 'columnHeight'],
    parse: columnSizes,
    spec: 'css-multicol-2#columns',
  }),
  columnRule: shorthand({
    longhands: ['columnRuleWidth', 'columnRuleStyle', 'columnRuleColor'],
    parse: map(lineParts, (parts) => ({
      columnRuleWidth: parts.width,
      columnRuleStyle: parts.style,
      columnRuleColor: parts.color,
    })),
    spec: 'css-multicol-1#column-rule',
  }),
  pageBreakBefore: alias('breakBefore', pageBreakBetween, 'css-break-4#page-break-properties'),
  pageBreakAfter: alias('breakAfter', pageBreakBetween, 'css-break-4#page-break-properties'),
  pageBreakInside: alias('breakInside', breakInside, 'css-break-4#page-break-properties'),
  WebkitColumnBreakBefore: alias('breakBefore', columnBreak, 'css-break-4#page-break-properties'),
  WebkitColumnBreakAfter: alias('breakAfter', columnBreak, 'css-break-4#page-break-properties'),
  WebkitColumnBreakInside: alias('breakInside', noColumnBreak, 'css-break-4#page-break-properties'),
};
