/**
 * The cascade (css-cascade-5 §6): of all declarations for a property, which one wins. Sorted by
 * origin and importance, layer, specificity and order; the `style` attribute stands above rules.
 */
import type { AttributeStyle } from './attributes.ts';
import type { CustomDeclaration, DeclarationBlock, LonghandDeclaration } from './declarations.ts';
import type { PropertyName } from './properties/index.ts';
import type { MatchedRule } from './rule-index.ts';
import type { StyleRule } from './sheet.ts';
import { isPlain, physicalName, plainWriting, type Writing, writingOf } from './writing.ts';

/** The winners, by property. */
export interface Cascaded {
  readonly longhands: ReadonlyMap<PropertyName, LonghandDeclaration>;
  readonly customs: ReadonlyMap<string, CustomDeclaration>;
}

/** Strength of each layer among normal declarations: later is stronger, no layer the strongest. */
export type LayerRanks = ReadonlyMap<string | null, number>;

/**
 * css-cascade-5 §6.4.3. `names` are full names in the order of first mention. A layer's own rules
 * are stronger than those of the layers inside it.
 */
export function rankLayers(names: readonly string[]): LayerRanks {
  const children = new Map<string, string[]>();
  for (const name of names) {
    const parent = name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : '';
    children.set(parent, [...(children.get(parent) ?? []), name]);
  }
  const ranks = new Map<string | null, number>();
  const visit = (name: string): void => {
    for (const child of children.get(name) ?? []) visit(child);
    if (name !== '') ranks.set(name, ranks.size);
  };
  visit('');
  ranks.set(null, ranks.size);
  return ranks;
}

const isAuthor = ({ origin }: StyleRule): boolean => origin === 'author';

const rankOf = ({ layer }: StyleRule, ranks: LayerRanks): number => ranks.get(layer) ?? 0;

/** css-cascade-6 §2.5.3: the nearer scope is the stronger; no scope is the furthest. */
function byProximity(a: MatchedRule, b: MatchedRule): number {
  return a.proximity === b.proximity ? 0 : b.proximity - a.proximity;
}

/** Weakest first, for normal declarations. */
export function sortRules(
  matched: readonly MatchedRule[],
  ranks: LayerRanks,
): readonly MatchedRule[] {
  if (matched.length < 2) return matched;
  return [...matched].sort(
    (a, b) =>
      Number(isAuthor(a.rule)) - Number(isAuthor(b.rule)) ||
      rankOf(a.rule, ranks) - rankOf(b.rule, ranks) ||
      a.specificity - b.specificity ||
      byProximity(a, b) ||
      a.rule.order - b.rule.order,
  );
}

/** Weakest first, for important ones: origins and layers are turned around (§6.2, §6.4.3). */
function sortImportant(matched: readonly MatchedRule[], ranks: LayerRanks): readonly MatchedRule[] {
  return [...matched].sort(
    (a, b) =>
      Number(isAuthor(b.rule)) - Number(isAuthor(a.rule)) ||
      rankOf(b.rule, ranks) - rankOf(a.rule, ranks) ||
      a.specificity - b.specificity ||
      byProximity(a, b) ||
      a.rule.order - b.rule.order,
  );
}

const important = new WeakMap<DeclarationBlock, boolean>();

function hasImportant(block: DeclarationBlock): boolean {
  const known = important.get(block);
  if (known !== undefined) return known;
  const isFound = [...block.longhands, ...block.customs].some(({ isImportant }) => isImportant);
  important.set(block, isFound);
  return isFound;
}

/**
 * `rules` sorted as by `sortRules`; `inherited` is the parent's writing. Logical sides are found by
 * the element's own `direction` and `writing-mode` (css-logical-1 §4), which the first pass finds.
 */
export function cascade(
  rules: readonly MatchedRule[],
  attributes: AttributeStyle,
  ranks: LayerRanks,
  inherited: Writing = plainWriting,
): Cascaded {
  const first = cascadeIn(plainWriting, rules, attributes, ranks);
  const writing = writingOf(first.longhands, inherited);
  return isPlain(writing) || !hasLogical(first.longhands)
    ? first
    : cascadeIn(writing, rules, attributes, ranks);
}

function hasLogical(longhands: Cascaded['longhands']): boolean {
  for (const { isLogical } of longhands.values()) if (isLogical) return true;
  return false;
}

function cascadeIn(
  writing: Writing,
  rules: readonly MatchedRule[],
  attributes: AttributeStyle,
  ranks: LayerRanks,
): Cascaded {
  const longhands = new Map<PropertyName, LonghandDeclaration>();
  const customs = new Map<string, CustomDeclaration>();
  const into = { longhands, customs, writing };
  const firstAuthor = rules.findIndex(({ rule }) => isAuthor(rule));
  const split = firstAuthor < 0 ? rules.length : firstAuthor;
  for (const { rule } of rules.slice(0, split)) apply(into, rule.block, false);
  apply(into, attributes.hints, false);
  for (const { rule } of rules.slice(split)) apply(into, rule.block, false);
  apply(into, attributes.inline, false);
  const strong = rules.filter(({ rule }) => hasImportant(rule.block));
  const sorted = sortImportant(strong, ranks);
  for (const { rule } of sorted) if (isAuthor(rule)) apply(into, rule.block, true);
  apply(into, attributes.inline, true);
  for (const { rule } of sorted) if (!isAuthor(rule)) apply(into, rule.block, true);
  return { longhands, customs };
}

interface Winners {
  readonly longhands: Map<PropertyName, LonghandDeclaration>;
  readonly customs: Map<string, CustomDeclaration>;
  readonly writing: Writing;
}

/** Later calls win over earlier ones. */
function apply(into: Winners, block: DeclarationBlock, isImportant: boolean): void {
  for (const declaration of block.longhands)
    if (declaration.isImportant === isImportant)
      into.longhands.set(
        declaration.isLogical
          ? physicalName(declaration.property, into.writing)
          : declaration.property,
        declaration,
      );
  for (const declaration of block.customs)
    if (declaration.isImportant === isImportant) into.customs.set(declaration.name, declaration);
}

/** A declaration with where it stands: what `revert` and `revert-layer` take away. */
export interface Standing {
  readonly declaration: LonghandDeclaration;
  readonly isAuthor: boolean;
  /** The same for declarations of one layer of one origin. */
  readonly layer: string;
}

/** Every declaration of a property for an element, weakest first; `rules` as by `sortRules`. */
export function standingsOf(
  rules: readonly MatchedRule[],
  attributes: AttributeStyle,
  ranks: LayerRanks,
  name: PropertyName,
): readonly Standing[] {
  const standings: Standing[] = [];
  const add = (block: DeclarationBlock, author: boolean, layer: string, isImportant: boolean) => {
    for (const declaration of block.longhands)
      if (declaration.property === name && declaration.isImportant === isImportant)
        standings.push({ declaration, isAuthor: author, layer });
  };
  const addRule = ({ rule }: MatchedRule, isImportant: boolean) =>
    add(rule.block, isAuthor(rule), `${rule.origin} ${rule.layer}`, isImportant);
  const own = rules.filter(({ rule }) => !isAuthor(rule));
  const author = rules.filter(({ rule }) => isAuthor(rule));
  for (const one of own) addRule(one, false);
  add(attributes.hints, true, 'hints', false);
  for (const one of author) addRule(one, false);
  add(attributes.inline, true, 'inline', false);
  const strong = sortImportant(rules, ranks);
  for (const one of strong) if (isAuthor(one.rule)) addRule(one, true);
  add(attributes.inline, true, 'inline', true);
  for (const one of strong) if (!isAuthor(one.rule)) addRule(one, true);
  return standings;
}
