/**
 * Rules by the id, class or tag that their selector's last compound asks for, so that an element
 * is compared with few of them.
 */
import type { DocumentIndex, Placed } from './document-index.ts';
import { isMatch } from './match.ts';
import type { ComplexSelector, SimpleSelector } from './selectors.ts';
import type { StyleRule } from './sheet.ts';

/** A rule that matches an element, by the most specific of its selectors that do. */
export interface MatchedRule {
  readonly rule: StyleRule;
  readonly specificity: number;
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

/** The selectors of one pseudo-element, or of elements themselves (null). */
export function indexRules(
  rules: readonly StyleRule[],
  pseudo: ComplexSelector['pseudo'],
): RuleIndex {
  const index: RuleIndex = { byId: new Map(), byClass: new Map(), byTag: new Map(), rest: [] };
  for (const rule of rules)
    for (const selector of rule.selectors)
      if (selector.pseudo === pseudo) add(index, { rule, selector });
  return index;
}

function add(index: RuleIndex, entry: IndexedSelector): void {
  const compound = entry.selector.compounds[0] ?? [];
  const find = (kind: SimpleSelector['kind']) => compound.find((simple) => simple.kind === kind);
  const id = find('id');
  const className = find('class');
  const type = find('type');
  if (id?.kind === 'id') addTo(index.byId, id.name, entry);
  else if (className?.kind === 'class') addTo(index.byClass, className.name, entry);
  else if (type?.kind === 'type') addTo(index.byTag, type.name, entry);
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
  for (const { rule, selector } of list)
    if (isMatch(selector, placed, document)) addMatch(found, rule, selector.specificity);
}

function addMatch(found: MatchedRule[], rule: StyleRule, specificity: number): void {
  const at = found.findIndex((match) => match.rule === rule);
  const before = found[at];
  if (!before) found.push({ rule, specificity });
  else if (before.specificity < specificity) found[at] = { rule, specificity };
}
