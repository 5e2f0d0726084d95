/**
 * One element's style: cascade, custom properties, computed values. Elements with the same rules,
 * attributes and parent style share one style object.
 */
import type { ElementNode } from '../input/index.ts';
import type { AttributeOf } from './attribute-values.ts';
import type { AttributeStyle } from './attributes.ts';
import { type Cascaded, cascade, type LayerRanks, type Standing, standingsOf } from './cascade.ts';
import { computeStyle, type Specified } from './compute.ts';
import {
  type ContainerState,
  measuresWithin,
  noContainers,
  type QueryContainer,
} from './container-queries.ts';
import { counterFinder, type FindCounter } from './counter-styles.ts';
import {
  type CustomProperties,
  inheritCustomProperties,
  resolveVariables,
} from './custom-properties.ts';
import {
  type CustomDeclaration,
  type LonghandDeclaration,
  longhandsOf,
  type PendingValue,
  readValue,
  wideOf,
} from './declarations.ts';
import * as problems from './problems.ts';
import type { ComputedStyle, PropertyName } from './properties/index.ts';
import type { RegisteredProperties } from './registered-properties.ts';
import type { MatchedRule } from './rule-index.ts';
import type { StyleSheets } from './sheet.ts';
import { type FindSpot, spotFinder } from './spot-colors.ts';
import type { StyleContext } from './style-context.ts';
import type { UnitMeasures } from './unit-measures.ts';

/** A style with what the cascade below it needs to know. */
export interface StyledNode {
  readonly style: ComputedStyle;
  readonly customProperties: CustomProperties;
  readonly declarations: Cascaded['longhands'];
  /** The same for elements that share one style. */
  readonly id: number;
  readonly parent: StyledNode | null;
  /** The nearest element that may be asked for its size, which may be this one. */
  readonly container: QueryContainer | null;
}

/** By longhand; null where the value is invalid. */
type ResolvedValue = ReadonlyMap<PropertyName, Specified> | null;

/** What is remembered while a document is styled. */
export interface Styler {
  readonly context: StyleContext;
  readonly ranks: LayerRanks;
  /** Set on the root, whatever the sheets say. */
  readonly rootProperties: readonly CustomDeclaration[];
  readonly findSpot: FindSpot;
  readonly findCounter: FindCounter;
  readonly registered: RegisteredProperties;
  readonly shared: Map<string, StyledNode>;
  /** Values with `var()`, understood once for each set of custom properties. */
  readonly resolved: Map<CustomProperties, Map<PendingValue, ResolvedValue>>;
  /** Each faulty declaration is reported once, however many elements use it. */
  readonly reported: Set<PendingValue>;
  readonly measures: UnitMeasures;
  readonly containers: ContainerState;
  nextId: number;
}

export function createStyler(
  context: StyleContext,
  ranks: LayerRanks,
  rootProperties: readonly CustomDeclaration[],
  measures: UnitMeasures,
  { spots, counterStyles, registered }: Pick<StyleSheets, 'spots' | 'counterStyles' | 'registered'>,
  containers: ContainerState = noContainers(),
): Styler {
  return {
    context,
    ranks,
    rootProperties,
    findSpot: spotFinder(spots, context),
    findCounter: counterFinder(counterStyles, context),
    registered,
    shared: new Map(),
    resolved: new Map(),
    reported: new Set(),
    measures,
    containers,
    nextId: 0,
  };
}

export interface NodeRequest {
  readonly parent: StyledNode | null;
  /** Null for the root itself. */
  readonly root: StyledNode | null;
  /** Sorted as by `sortRules`. */
  readonly rules: readonly MatchedRule[];
  readonly attributes: AttributeStyle;
  readonly isBlockified: boolean;
  /** What `attr()` asks. */
  readonly element: ElementNode;
  /** Only these properties are set, and everything else as if nobody had said it. */
  readonly allows?: (name: PropertyName) => boolean;
}

/** The style of an element or pseudo-element, new or shared. */
export function styleNode(styler: Styler, request: NodeRequest): StyledNode {
  const key = keyOf(request);
  const known = styler.shared.get(key);
  if (known) return known;
  const { rules, attributes, element } = request;
  let hasAskedElement = false;
  const attributeOf = (name: string): string | undefined => {
    hasAskedElement = true;
    return element.attributes.get(name);
  };
  const cascaded = cascade(rules, attributes, styler.ranks, request.parent?.style);
  const { parent, root, isBlockified } = request;
  const plain = computeNode(styler, {
    parent,
    root,
    isBlockified,
    cascaded: request.allows ? filterCascaded(cascaded, request.allows) : cascaded,
    standingsOf: (name) => standingsOf(rules, attributes, styler.ranks, name),
    attributeOf,
  });
  if (plain.style.containerType !== 'normal') return asContainer(styler, plain, element);
  if (!hasAskedElement) styler.shared.set(key, plain);
  return plain;
}

/** A container is no other element's like, since what is in it may depend on its size. */
function asContainer({ containers }: Styler, plain: StyledNode, element: ElementNode): StyledNode {
  const size = containers.sizes.get(element) ?? null;
  const node: StyledNode & { container: QueryContainer | null } = { ...plain };
  node.container = { node, element, size };
  return node;
}

function filterCascaded(
  { longhands, customs }: Cascaded,
  allows: (name: PropertyName) => boolean,
): Cascaded {
  return { longhands: new Map([...longhands].filter(([name]) => allows(name))), customs };
}

function keyOf({ parent, rules, attributes, isBlockified }: NodeRequest): string {
  let key = `${parent?.id ?? ''}${isBlockified ? 'b' : 'i'}`;
  for (const { rule } of rules) key += `,${rule.order}`;
  return attributes.key === '' ? key : `${key}|${attributes.key}`;
}

export interface CascadedRequest extends Pick<NodeRequest, 'parent' | 'root' | 'isBlockified'> {
  readonly cascaded: Cascaded;
  readonly standingsOf: (name: PropertyName) => readonly Standing[];
  readonly attributeOf: AttributeOf;
}

/** A style from declarations that have already won. */
export function computeNode(styler: Styler, request: CascadedRequest): StyledNode {
  const { cascaded, parent, root } = request;
  const customProperties = inheritCustomProperties(
    parent?.customProperties ?? new Map(),
    customsOf(styler, request),
    request.attributeOf,
    styler.context,
    styler.registered,
  );
  const style = computeStyle({
    declarations: cascaded.longhands,
    standingsOf: request.standingsOf,
    resolvePending: (declaration) =>
      resolvePending(styler, declaration, customProperties, request.attributeOf),
    parent: parent?.style ?? null,
    root: root?.style ?? null,
    isBlockified: request.isBlockified,
    attributeOf: request.attributeOf,
    measures: measuresWithin(styler, parent),
    findSpot: styler.findSpot,
    findCounter: styler.findCounter,
  });
  styler.nextId += 1;
  return {
    ...{ style, customProperties, declarations: cascaded.longhands, id: styler.nextId, parent },
    container: parent?.container ?? null,
  };
}

/** Deviation: the job's own properties win on the root, since they say what is true of the sheet. */
function customsOf(styler: Styler, { cascaded, parent }: CascadedRequest): Cascaded['customs'] {
  if (parent || styler.rootProperties.length === 0) return cascaded.customs;
  const customs = new Map(cascaded.customs);
  for (const declaration of styler.rootProperties) customs.set(declaration.name, declaration);
  return customs;
}

function resolvePending(
  styler: Styler,
  { property, value }: LonghandDeclaration,
  customProperties: CustomProperties,
  attributeOf: AttributeOf,
): Specified | undefined {
  if (value.kind !== 'pending') return value;
  if (value.asksElement)
    return resolveValue(styler, value, customProperties, attributeOf)?.get(property);
  const known = styler.resolved.get(customProperties) ?? new Map<PendingValue, ResolvedValue>();
  styler.resolved.set(customProperties, known);
  let resolved = known.get(value);
  if (resolved === undefined) {
    resolved = resolveValue(styler, value, customProperties, attributeOf);
    known.set(value, resolved);
  }
  return resolved?.get(property);
}

/** css-variables-2 §3: understood only now; an invalid one counts as `unset`. */
function resolveValue(
  styler: Styler,
  pending: PendingValue,
  customProperties: CustomProperties,
  attributeOf: AttributeOf,
): ResolvedValue {
  const { cssName, span } = pending;
  const context = onceOnly(styler, pending);
  const declaration = { span, cssName };
  const values = resolveVariables(
    pending.values,
    customProperties,
    declaration,
    attributeOf,
    context,
  );
  if (!values) return null;
  const keyword = wideOf(values);
  const longhands = longhandsOf(cssName) ?? [];
  if (keyword !== undefined)
    return new Map(longhands.map((key) => [key, { kind: 'wide', keyword }]));
  if (values.length === 0) {
    context.report(problems.valueMissing(cssName, span));
    return null;
  }
  const specified = readValue(cssName, values, span, context);
  return (
    (specified &&
      new Map([...specified].map(([key, value]) => [key, { kind: 'value', value } as const]))) ??
    null
  );
}

/** Reports a declaration's faults for the first element that has them. */
function onceOnly({ context, reported }: Styler, pending: PendingValue): StyleContext {
  if (reported.has(pending)) return { ...context, report: () => {} };
  const report: StyleContext['report'] = (finding) => {
    reported.add(pending);
    context.report(finding);
  };
  return { ...context, report };
}
