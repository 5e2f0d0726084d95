/**
 * The questions of `@container` (css-conditional-5 §5) and the units of containers (§5.4). Style
 * queries are answered as the document is styled, parents first. Sizes are known when the document
 * has been laid out: until then no query of them is true and units are of the page. A container's
 * size does not follow from what is in it, so each time the document is styled and laid out again
 * one more level of containers inside each other is right.
 */
import { nearest, type Size } from '../base/index.ts';
import type { ElementNode } from '../input/index.ts';
import { length, ratio } from './basic-types.ts';
import type { ComponentValue } from './component-values.ts';
import { lineHeightPt } from './compute.ts';
import { condition } from './conditions.ts';
import {
  answerFeature,
  type DiscreteFeature,
  type Features,
  type RangeFeature,
} from './features.ts';
import { computeLength, type FontMeasures } from './lengths.ts';
import type { ComputedStyle } from './properties/index.ts';
import type { Parser } from './reader.ts';
import type { ContainerCondition, ContainerRule } from './sheet.ts';
import { answerStyleQuery, type StyleAsked } from './style-queries.ts';
import type { StyledNode, Styler } from './styler.ts';
import type { UnitMeasures } from './unit-measures.ts';

type Values = readonly ComponentValue[];

/** Content boxes of elements in pt, as the last layout had them. */
export type ContainerSizes = ReadonlyMap<ElementNode, Size>;

/** An element that is asked for its size. */
export interface QueryContainer {
  readonly node: StyledNode;
  readonly element: ElementNode;
  /** Null where no layout has told, and for an element without a box. */
  readonly size: Size | null;
}

/** What is remembered of containers while a document is styled. */
export interface ContainerState {
  readonly sizes: ContainerSizes;
  /** Whose size anything depends on. */
  readonly asked: Set<ElementNode>;
  readonly answers: Map<ContainerRule, Map<StyledNode | null, boolean>>;
}

/** What a query is asked of. */
interface QueryPlace extends StyleAsked {
  readonly size: Size | null;
  readonly style: Pick<ComputedStyle, 'writingMode'>;
}

const isHorizontal = ({ writingMode }: Pick<ComputedStyle, 'writingMode'>): boolean =>
  writingMode === 'horizontal-tb';

const lengthOf = ({ measures }: QueryPlace): Parser<number> => ({
  ...length,
  read: (reader) => {
    const value = length.read(reader);
    return value && computeLength(value, measures).pt;
  },
});

type SideOf = (size: Size, place: QueryPlace) => number;

const range = (side: SideOf): RangeFeature<QueryPlace> => ({
  parserFor: lengthOf,
  value: (place) => (place.size ? side(place.size, place) : undefined),
});

const orientation: DiscreteFeature<QueryPlace> = {
  words: ['portrait', 'landscape'],
  value: ({ size }) =>
    size?.width === undefined ? undefined : size.height >= size.width ? 'portrait' : 'landscape',
};

/** css-conditional-5 §5.1: sizes that one may ask for. */
const features: Features<QueryPlace> = {
  ranges: new Map([
    ['width', range(({ width }) => width)],
    ['height', range(({ height }) => height)],
    ['inline-size', range((size, { style }) => (isHorizontal(style) ? size.width : size.height))],
    ['block-size', range((size, { style }) => (isHorizontal(style) ? size.height : size.width))],
    [
      'aspect-ratio',
      {
        parserFor: () => ratio,
        value: ({ size }) => (size ? size.width / size.height : undefined),
      },
    ],
  ]),
  words: new Map([['orientation', orientation]]),
};

/** Every feature one may ask for, for "did you mean". */
export const containerFeatureNames: readonly string[] = [
  ...features.ranges.keys(),
  ...features.words.keys(),
];

/** Whether a container's size can be asked for by that name (§4.1). */
function canAnswer(style: ComputedStyle, feature: string): boolean {
  const { containerType } = style;
  if (containerType !== 'inline-size') return containerType === 'size';
  if (feature === 'inline-size') return true;
  return feature === (isHorizontal(style) ? 'width' : 'height');
}

/** Size features that a query names. */
function featuresIn(query: Values): readonly string[] {
  return query.flatMap((value) => {
    if (value.kind === 'block') return featuresIn(value.values);
    if (value.kind !== 'ident') return [];
    const name = value.word.replace(/^(min|max)-/, '');
    return containerFeatureNames.includes(name) ? [name] : [];
  });
}

/** True, false, or undefined where the query is none or cannot be answered. */
function answerQuery(query: Values, place: QueryPlace): boolean | undefined {
  return condition(query, (value) => operand(value, place));
}

function operand(value: ComponentValue | undefined, place: QueryPlace): boolean | undefined {
  if (value?.kind === 'function') {
    if (value.name === 'style') return answerStyleQuery(value.values, place);
    // Nothing scrolls on paper.
    return value.name === 'scroll-state' ? false : undefined;
  }
  if (value?.kind !== 'block' || value.open !== '(') return undefined;
  const isNested = value.values.some(
    (inner) =>
      inner.kind === 'block' ||
      (inner.kind === 'function' && (inner.name === 'style' || inner.name === 'scroll-state')),
  );
  return isNested ? answerQuery(value.values, place) : answerFeature(value.values, place, features);
}

const initialMeasures: FontMeasures = {
  fontSize: 12,
  rootFontSize: 12,
  lineHeight: 14.4,
  rootLineHeight: 14.4,
  unitPt: () => 1,
};

const connectives: ReadonlySet<string> = new Set(['not', 'and', 'or', 'none']);

/** `<name>? <query>?`; null where it is neither. */
export function containerCondition(values: Values): ContainerCondition | null {
  const [first] = values;
  const isNamed = first?.kind === 'ident' && !connectives.has(first.word);
  const query = isNamed ? values.slice(1) : values;
  if (isNamed && query.length === 0) return { name: first.text, query: null };
  return isContainerQuery(query) ? { name: isNamed ? first.text : null, query } : null;
}

/** The feature nearest to a word that is none. */
export function nearestContainerFeature(query: Values): string | undefined {
  for (const value of query) {
    if (value.kind === 'block') {
      const near = nearestContainerFeature(value.values);
      if (near !== undefined) return near;
    }
    if (value.kind !== 'ident' || featuresIn([value]).length > 0) continue;
    const near = nearest(value.word, containerFeatureNames);
    if (near !== undefined) return near;
  }
  return undefined;
}

/** Whether a query can be understood at all. */
function isContainerQuery(query: Values): boolean {
  const nowhere: QueryPlace = {
    size: { width: 1, height: 1 },
    style: { writingMode: 'horizontal-tb' },
    measures: initialMeasures,
    customs: new Map(),
    outerCustoms: new Map(),
    registered: new Map(),
  };
  return answerQuery(query, nowhere) !== undefined;
}

/** Units in a container's surroundings: what it contains them in is asked first. */
function containerMeasures(styler: Styler, innermost: QueryContainer): UnitMeasures {
  const { measures, containers } = styler;
  const sideOf = (side: 'width' | 'height'): number | null => {
    for (let at: QueryContainer | null = innermost; at; at = outerOf(at)) {
      if (!canAnswer(at.node.style, side)) continue;
      containers.asked.add(at.element);
      if (at.size) return at.size[side] / 100;
    }
    return null;
  };
  return {
    unitPt: (unit, style, root) => {
      const across = () => sideOf('width') ?? measures.unitPt('vw', style, root);
      const down = () => sideOf('height') ?? measures.unitPt('vh', style, root);
      const isAcross =
        style.writingMode === undefined || isHorizontal({ writingMode: style.writingMode });
      switch (unit) {
        case 'cqw':
          return across();
        case 'cqh':
          return down();
        case 'cqi':
          return isAcross ? across() : down();
        case 'cqb':
          return isAcross ? down() : across();
        case 'cqmin':
          return Math.min(across(), down());
        case 'cqmax':
          return Math.max(across(), down());
        default:
          return measures.unitPt(unit, style, root);
      }
    },
  };
}

function outerOf({ node }: QueryContainer): QueryContainer | null {
  return node.parent?.container ?? null;
}

/** The units of a node whose parent is given. */
export function measuresWithin(styler: Styler, parent: StyledNode | null): UnitMeasures {
  return parent?.container ? containerMeasures(styler, parent.container) : styler.measures;
}

/** Whether a rule is for an element whose parent, or pseudo-element whose element, is given. */
export function isContained(
  rule: ContainerRule,
  parent: StyledNode | null,
  root: StyledNode | null,
  styler: Styler,
): boolean {
  const { answers } = styler.containers;
  const ofRule = answers.get(rule) ?? new Map<StyledNode | null, boolean>();
  answers.set(rule, ofRule);
  const known = ofRule.get(parent);
  if (known !== undefined) return known;
  const answer =
    (rule.outer === null || isContained(rule.outer, parent, root, styler)) &&
    rule.conditions.some((one) => isTrue(one, parent, root, styler));
  ofRule.set(parent, answer);
  return answer;
}

function isTrue(
  { name, query }: ContainerCondition,
  parent: StyledNode | null,
  root: StyledNode | null,
  styler: Styler,
): boolean {
  const asked = query === null ? [] : featuresIn(query);
  let node = parent;
  const isMeant = ({ style }: StyledNode) =>
    (name === null || style.containerName.includes(name)) &&
    asked.every((feature) => canAnswer(style, feature));
  while (node && !isMeant(node)) node = node.parent;
  if (!node) return false;
  if (query === null) return true;
  const container = node.style.containerType === 'normal' ? null : node.container;
  if (container && asked.length > 0) styler.containers.asked.add(container.element);
  const place = {
    size: container?.size ?? null,
    style: node.style,
    measures: measuresOf(node, root ?? node, styler),
    customs: node.customProperties,
    outerCustoms: node.parent?.customProperties ?? new Map(),
    registered: styler.registered,
  };
  return answerQuery(query, place) === true;
}

/** Relative units in a query are those of the container itself. */
function measuresOf(node: StyledNode, root: StyledNode, styler: Styler): FontMeasures {
  const measures = measuresWithin(styler, node.parent);
  return {
    fontSize: node.style.fontSize,
    rootFontSize: root.style.fontSize,
    lineHeight: lineHeightPt(node.style),
    rootLineHeight: lineHeightPt(root.style),
    unitPt: (unit) => measures.unitPt(unit, node.style, root.style),
  };
}

/** For what no container is asked of. */
export function noContainers(): ContainerState {
  return { sizes: new Map(), asked: new Set(), answers: new Map() };
}
