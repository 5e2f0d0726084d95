/**
 * Rules by the id, class or tag that their selector's last compound asks for, so that an element
 * is compared with few of them.
 */
import type { DocumentIndex, Placed } from './document-index.ts';
import { isMatch } from './match.ts';
import { scopedMatch } from './scopes.ts';
import type { ComplexSelector } from './selectors.ts';
import type { StyleRule } from './sheet.ts';

/** A rule that matches an element, by the most specific of its selectors that do. */
export interface MatchedRule {
  readonly rule: StyleRule;
  readonly specificity: number;
  /** Steps up to the root of the rule's scope; infinite outside of scopes. */
  readonly proximity: number;
}

interface IndexedSelector {
  readonly rule: StyleRule;
  readonly selector: ComplexSelector;
}

type Bucket = Map<string, IndexedSelector[]>;

export interface RuleIndex {
  readonly byId: Bucket;
  readonly byClass: Bucket;
  readonly byTag: Bucket;
  readonly rest: IndexedSelector[];
}

const emptyIndex: RuleIndex = {
  byId: new Map(),
  byClass: new Map(),
  byTag: new Map(),
  rest: [],
};

/** The selectors of each pseudo-element, and those of elements themselves (null). */
export type RuleIndexes = (pseudo: ComplexSelector['pseudo']) => RuleIndex;

export function indexRules(rules: readonly StyleRule[]): RuleIndexes {
  const indexes = new Map<ComplexSelector['pseudo'], RuleIndex>();
  for (const rule of rules)
    for (const selector of rule.selectors) {
      let index = indexes.get(selector.pseudo);
      if (!index) {
        index = { byId: new Map(), byClass: new Map(), byTag: new Map(), rest: [] };
        indexes.set(selector.pseudo, index);
      }
      add(index, { rule, selector });
    }
  return (pseudo) => indexes.get(pseudo) ?? emptyIndex;
}

function add(index: RuleIndex, entry: IndexedSelector): void {
  let className: string | undefined;
  let type: string | undefined;
  for (const simple of entry.selector.compounds[0] ?? []) {
    if (simple.kind === 'id') {
      addTo(index.byId, simple.name, entry);
      return;
    }
    if (simple.kind === 'class') className ??= simple.name;
    else if (simple.kind === 'type') type ??= simple.name;
  }
  if (className !== undefined) addTo(index.byClass, className, entry);
  else if (type !== undefined) addTo(index.byTag, type, entry);
  else index.rest.push(entry);
}

function addTo(bucket: Bucket, key: string, entry: IndexedSelector): void {
  const list = bucket.get(key);
  if (list) list.push(entry);
  else bucket.set(key, [entry]);
}

/** Every rule that matches, in no particular order, each once. */
export function findRules(
  index: RuleIndex,
  placed: Placed,
  document: DocumentIndex,
): readonly MatchedRule[] {
  const found: MatchedRule[] = [];
  if (placed.id !== undefined) addMatches(found, index.byId.get(placed.id), placed, document);
  for (const name of placed.classes) addMatches(found, index.byClass.get(name), placed, document);
  addMatches(found, index.byTag.get(placed.element.tag.toLowerCase()), placed, document);
  addMatches(found, index.rest, placed, document);
  return found;
}

function addMatches(
  found: MatchedRule[],
  list: readonly IndexedSelector[] | undefined,
  placed: Placed,
  document: DocumentIndex,
): void {
  if (!list) return;
  for (const { rule, selector } of list) {
    if (rule.scope) {
      const proximity = scopedMatch(rule.scope, selector, placed, document);
      if (proximity !== null) addMatch(found, rule, selector.specificity, proximity);
    } else if (isMatch(selector, placed, document))
      addMatch(found, rule, selector.specificity, Number.POSITIVE_INFINITY);
  }
}

function addMatch(
  found: MatchedRule[],
  rule: StyleRule,
  specificity: number,
  proximity: number,
): void {
  const at = found.findIndex((match) => match.rule === rule);
  const before = found[at];
  if (!before) found.push({ rule, specificity, proximity });
  else if (before.specificity < specificity) found[at] = { rule, specificity, proximity };
}
