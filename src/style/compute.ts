/**
 * Computed values (css-cascade-5 §4.4): from the declarations that won and the parent's style, one
 * value for every property, in the order of the tables.
 */
import type { Span } from '../base/index.ts';
import { pureBlack } from '../color/index.ts';
import type { Standing } from './cascade.ts';
import type { CounterDefinition, FindCounter } from './counter-styles.ts';
import type { LonghandDeclaration, WideKeyword } from './declarations.ts';
import type { AskingUnit } from './lengths.ts';
import {
  type ComputedStyle,
  type PropertyName,
  propertyNames,
  propertyOf,
} from './properties/index.ts';
import type { AnyProperty, ComputeContext } from './properties/property.ts';
import type { FindSpot, SpotInk } from './spot-colors.ts';
import { type UnitMeasures, usualMeasures } from './unit-measures.ts';

export interface ComputeRequest {
  readonly declarations: ReadonlyMap<PropertyName, LonghandDeclaration>;
  /** Every declaration of a property, weakest first: for `revert`. */
  readonly standingsOf: (name: PropertyName) => readonly Standing[];
  /** Specified value of a declaration with `var()`; a keyword; undefined where it is invalid. */
  readonly resolvePending: (declaration: LonghandDeclaration) => Specified | undefined;
  readonly parent: ComputedStyle | null;
  /** Style of the root element; null while it is computed itself. */
  readonly root: ComputedStyle | null;
  readonly isBlockified: boolean;
  readonly attributeOf: (name: string) => string | undefined;
  readonly measures: UnitMeasures;
  /** An ink that a colour names, for the declaration at `span`. */
  readonly findSpot: FindSpot;
  readonly findCounter: FindCounter;
}

const noSpot: FindSpot = () => undefined;
const noCounter: FindCounter = { named: () => undefined, declared: () => undefined };

export type Specified =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'wide'; readonly keyword: WideKeyword };

/** Deviation: `normal` counts as 1.2 for `lh`, since fonts are loaded after the cascade. */
export function lineHeightPt({ lineHeight, fontSize }: ComputedStyle): number {
  if (lineHeight === 'normal') return fontSize * 1.2;
  return lineHeight.kind === 'number' ? lineHeight.value * fontSize : lineHeight.pt;
}

type MutableStyle = Record<string, unknown>;

class Computation implements ComputeContext {
  readonly style: MutableStyle;
  fontSize: number;
  lineHeight: number;
  rootFontSize: number;
  rootLineHeight: number;
  color: ComputedStyle['color'];
  readonly parentFontSize: number;
  readonly parentLineHeight: number;
  readonly parentFontWeight: number;
  readonly isBlockified: boolean;
  readonly attributeOf: (name: string) => string | undefined;
  keywordOf: (name: string) => unknown;
  readonly parentKeywordOf: (name: string) => unknown;
  readonly unitPt: (unit: AskingUnit) => number;
  readonly parentUnitPt: (unit: AskingUnit) => number;
  readonly findSpot: FindSpot;
  readonly findCounter: FindCounter;
  /** Place of the declaration whose value is computed. */
  at: Span | undefined;

  constructor(
    request: Pick<
      ComputeRequest,
      'parent' | 'root' | 'isBlockified' | 'attributeOf' | 'measures' | 'findSpot' | 'findCounter'
    >,
    style: MutableStyle,
  ) {
    this.style = style;
    const { parent, root, isBlockified, attributeOf, measures } = request;
    const own = style as ComputedStyle;
    this.keywordOf = (name) => style[name];
    this.parentKeywordOf = (name) => parent?.[name as PropertyName];
    this.unitPt = (unit) => measures.unitPt(unit, own, root ?? own);
    this.parentUnitPt = (unit) => measures.unitPt(unit, parent ?? initialStyle(), root ?? parent);
    // What the initial values are relative to: css-fonts-4 `medium`, black.
    this.parentFontSize = parent?.fontSize ?? 12;
    this.parentLineHeight = parent ? lineHeightPt(parent) : 14.4;
    this.parentFontWeight = parent?.fontWeight ?? 400;
    this.fontSize = this.parentFontSize;
    this.lineHeight = this.parentLineHeight;
    this.rootFontSize = root?.fontSize ?? this.parentFontSize;
    this.rootLineHeight = root ? lineHeightPt(root) : this.parentLineHeight;
    this.color = parent?.color ?? pureBlack;
    this.isBlockified = isBlockified;
    this.attributeOf = attributeOf;
    this.findSpot = request.findSpot;
    this.findCounter = request.findCounter;
  }

  spotOf(ident: string): SpotInk | undefined {
    return this.at && this.findSpot(ident, this.at);
  }

  counterOf(name: string): CounterDefinition | undefined {
    return this.findCounter.named(name, this.at);
  }

  counterRuleOf(name: string): CounterDefinition | undefined {
    return this.findCounter.declared(name);
  }
}

/** What later values refer to, once it is known. */
function learn(computation: Computation, name: PropertyName, isRoot: boolean): void {
  const style = computation.style as ComputedStyle;
  if (name === 'color') computation.color = style.color;
  if (name === 'fontSize') {
    computation.fontSize = style.fontSize;
    if (isRoot) computation.rootFontSize = style.fontSize;
  }
  // A line height that is inherited as a factor changes with the font size.
  const isSet = name === 'lineHeight' || (name === 'fontSize' && style.lineHeight !== undefined);
  if (isSet) {
    computation.lineHeight = lineHeightPt(style);
    if (isRoot) computation.rootLineHeight = computation.lineHeight;
  }
}

interface TableEntry {
  readonly name: PropertyName;
  readonly property: AnyProperty;
}

interface Table {
  readonly entries: readonly TableEntry[];
  /** Places of the entries by name: values are computed in this order. */
  readonly places: ReadonlyMap<PropertyName, number>;
  /** Places of entries whose initial value follows `color`. */
  readonly colored: readonly number[];
  /** Places of entries whose initial value follows other keywords, and these keywords' names. */
  readonly contextual: readonly number[];
  readonly context: ReadonlySet<string>;
  readonly inherited: readonly PropertyName[];
  /** The initial values, computed without an element. Copied, never handed out. */
  readonly initial: MutableStyle;
}

let table: Table | undefined;

/** Made at the first use: initial values are computed once, and shared by all styles. */
function propertyTable(): Table {
  if (table) return table;
  const nowhere = { ...nothing, parent: null, root: null };
  const computation = new Computation(nowhere, {});
  const entries = propertyNames.map((name) => ({ name, property: propertyOf(name) }));
  const style = computation.style;
  for (const { name, property } of entries) {
    style[name] = property.compute(property.initial as never, computation);
    learn(computation, name, true);
  }
  const inherited = propertyNames.filter((name) => propertyOf(name).inherited);
  const places = new Map(entries.map(({ name }, index) => [name, index]));
  table = { entries, places, inherited, initial: style, ...dependentsOf(entries, style) };
  return table;
}

/** Finds out what initial values follow, by computing them again and watching what they ask. */
function dependentsOf(
  entries: readonly TableEntry[],
  initial: MutableStyle,
): Pick<Table, 'colored' | 'contextual' | 'context'> {
  const context = new Set<string>();
  const probe = new Computation({ ...nothing, parent: null, root: null }, initial);
  probe.keywordOf = (name) => {
    context.add(name);
    return initial[name];
  };
  probe.color = { space: 'cmyk', c: 0, m: 0, y: 0, k: 0, alpha: 0 };
  const colored: number[] = [];
  const contextual: number[] = [];
  for (const [place, entry] of entries.entries()) {
    if (!entry.property.isInitialContextual) continue;
    const isColored = initialValue(entry, probe) === probe.color;
    (isColored ? colored : contextual).push(place);
  }
  return { colored, contextual, context };
}

const bases = new WeakMap<ComputedStyle, MutableStyle>();

/**
 * What an element without declarations has: inherited and initial values. Kept for each parent,
 * since copying a whole style is many times faster than writing it value by value.
 */
function baseOf(request: ComputeRequest): MutableStyle {
  const { parent } = request;
  const { initial, inherited, entries, colored } = propertyTable();
  if (!parent) return initial;
  const known = bases.get(parent);
  if (known) return known;
  const base = { ...initial };
  for (const name of inherited) base[name] = parent[name];
  if (parent.color !== initial.color)
    for (const place of colored) {
      const entry = entries[place];
      if (entry) base[entry.name] = parent.color;
    }
  bases.set(parent, base);
  return base;
}

/** Places of what has to be computed for an element; all else is as its base has it. */
function placesOf({ declarations, isBlockified }: ComputeRequest): readonly number[] {
  const { places, colored, contextual, context } = propertyTable();
  const wanted: number[] = [];
  let hasContext = isBlockified;
  for (const name of declarations.keys()) {
    wanted.push(places.get(name) ?? 0);
    hasContext ||= context.has(name);
  }
  if (declarations.has('color')) wanted.push(...colored);
  if (hasContext) wanted.push(...contextual);
  return wanted.sort((a, b) => a - b);
}

/** One computed value for every property. Not frozen: V8 copies what is frozen a hundred times slower. */
export function computeStyle(request: ComputeRequest): ComputedStyle {
  const { declarations, root } = request;
  const style = { ...baseOf(request) };
  const computation = new Computation(request, style);
  const { entries } = propertyTable();
  let previous = -1;
  for (const place of placesOf(request)) {
    const entry = entries[place];
    if (!entry || place === previous) continue;
    previous = place;
    const declaration = declarations.get(entry.name);
    style[entry.name] = declaration
      ? declaredValue(declaration, entry, request, computation)
      : initialValue(entry, computation);
    learn(computation, entry.name, root === null);
  }
  return style as ComputedStyle;
}

function declaredValue(
  declaration: LonghandDeclaration,
  entry: TableEntry,
  request: ComputeRequest,
  computation: Computation,
): unknown {
  const specified = specifiedOf(declaration, request);
  computation.at = declaration.span;
  return specified
    ? specifiedToComputed(specified, declaration, entry, request, computation)
    : unset(entry, request.parent, computation);
}

/** css-color-4 §8.2: `currentcolor` is inherited as the word, not as the colour it stood for. */
function inheritedValue(
  name: PropertyName,
  parent: ComputedStyle,
  computation: Computation,
): unknown {
  const value = parent[name];
  return value === parent.color ? computation.color : value;
}

/** css-cascade-5 §7.3.3: inherited where the property is, else initial. */
function unset(entry: TableEntry, parent: ComputedStyle | null, computation: Computation): unknown {
  const isInherited = entry.property.inherited && parent;
  return isInherited ? parent[entry.name] : initialValue(entry, computation);
}

function initialValue({ property }: TableEntry, computation: Computation): unknown {
  return property.compute(property.initial as never, computation);
}

function specifiedOf(
  declaration: LonghandDeclaration,
  request: ComputeRequest,
): Specified | undefined {
  const { value } = declaration;
  return value.kind === 'pending' ? request.resolvePending(declaration) : value;
}

function specifiedToComputed(
  specified: Specified,
  declaration: LonghandDeclaration,
  entry: TableEntry,
  request: ComputeRequest,
  computation: Computation,
): unknown {
  const { name, property } = entry;
  if (specified.kind === 'value') return property.compute(specified.value as never, computation);
  switch (specified.keyword) {
    case 'inherit':
      return request.parent
        ? inheritedValue(name, request.parent, computation)
        : initialValue(entry, computation);
    case 'initial':
      return initialValue(entry, computation);
    case 'unset':
      return unset(entry, request.parent, computation);
    case 'revert':
    case 'revert-layer':
      return revert(specified.keyword, declaration, entry, request, computation);
  }
}

/**
 * css-cascade-5 §7.3.4–5: as if the author had said nothing, or nothing in this layer. What is
 * found below may itself go back further.
 */
function revert(
  first: 'revert' | 'revert-layer',
  winner: LonghandDeclaration,
  entry: TableEntry,
  request: ComputeRequest,
  computation: Computation,
): unknown {
  let keyword: WideKeyword = first;
  let standings = request.standingsOf(entry.name);
  let current = standings.find(({ declaration }) => declaration === winner);
  while (current) {
    const { layer, isAuthor } = current;
    standings = standings.filter((one) =>
      keyword === 'revert' ? isAuthor && !one.isAuthor : one.layer !== layer,
    );
    current = standings.at(-1);
    if (!current) break;
    const specified = specifiedOf(current.declaration, request);
    if (!specified) break;
    const isAgain =
      specified.kind === 'wide' &&
      (specified.keyword === 'revert' || specified.keyword === 'revert-layer');
    if (!isAgain)
      return specifiedToComputed(specified, current.declaration, entry, request, computation);
    keyword = specified.keyword;
  }
  return unset(entry, request.parent, computation);
}

const nothing: Omit<ComputeRequest, 'parent' | 'root'> = {
  declarations: new Map(),
  standingsOf: () => [],
  resolvePending: () => undefined,
  isBlockified: false,
  attributeOf: () => '',
  measures: usualMeasures,
  findSpot: noSpot,
  findCounter: noCounter,
};

let initial: ComputedStyle | undefined;

/** Every property's initial value (css-cascade-5 §7.1). */
export function initialStyle(): ComputedStyle {
  initial ??= computeStyle({ ...nothing, parent: null, root: null });
  return initial;
}

const anonymous = new WeakMap<ComputedStyle, ComputedStyle>();

/**
 * The style of a box that no element made (css-display-4 §2.5): inherited values from `parent`,
 * initial ones else, `display: block`. The same object for the same parent.
 */
export function anonymousStyle(parent: ComputedStyle): ComputedStyle {
  const known = anonymous.get(parent);
  if (known) return known;
  const style = computeStyle({ ...nothing, parent, root: parent, isBlockified: true });
  anonymous.set(parent, style);
  return style;
}
