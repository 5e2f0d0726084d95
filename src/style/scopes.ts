/** Which elements an `@scope` has in it (css-cascade-6 §2.5). */
import type { DocumentIndex, Placed } from './document-index.ts';
import { isMatch } from './match.ts';
import type { ComplexSelector } from './selectors.ts';
import type { ScopeRule } from './sheet.ts';

/**
 * How far above an element the root of the nearest scope is that the selector matches in, in steps;
 * null where it matches in none.
 */
export function scopedMatch(
  scope: ScopeRule,
  selector: ComplexSelector,
  placed: Placed,
  document: DocumentIndex,
): number | null {
  let steps = 0;
  for (let root: Placed | null = placed; root; root = root.parent) {
    const within = { ...document, scope: root };
    if (isRoot(scope, root, document) && isMatch(selector, placed, within))
      if (!isBeyond(scope, placed, root, within)) return steps;
    steps += 1;
  }
  return null;
}

/** True where an element is the root of a scope: one that stands in the outer scope, if there is one. */
function isRoot(scope: ScopeRule, placed: Placed, document: DocumentIndex): boolean {
  const { roots, outer, owner } = scope;
  if (!roots && !outer)
    return owner ? placed.element.children.includes(owner) : placed === document.root;
  if (!outer) return roots?.some((root) => isMatch(root, placed, document)) ?? false;
  for (let root: Placed | null = placed; root; root = root.parent) {
    const within = { ...document, scope: root };
    const isMatched = roots ? roots.some((one) => isMatch(one, placed, within)) : placed === root;
    if (isMatched && isRoot(outer, root, document) && !isBeyond(outer, placed, root, within))
      return true;
  }
  return false;
}

/** True where a limit of the scope stands between an element and the root, or is the element. */
function isBeyond(
  { limits }: ScopeRule,
  placed: Placed,
  root: Placed,
  within: DocumentIndex,
): boolean {
  if (limits.length === 0) return false;
  for (let at: Placed | null = placed; at && at !== root; at = at.parent)
    if (limits.some((limit) => isMatch(limit, at as Placed, within))) return true;
  return false;
}
