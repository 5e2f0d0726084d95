/**
 * Keys written twice in one map. In an item of a list the second of them mostly begins the next
 * item, whose dash somebody has deleted: the keys after it are of that item, and right.
 */
import type { Report, Span } from '../base/index.ts';
import * as problems from './problems.ts';

/**
 * Answers whether a key is the first of its name in the map; reports it where it is not
 * (`input/yaml-duplicate-key`), once for all keys of an item that lacks its dash.
 */
export function watchRepeats(
  isItem: boolean,
  report: Report,
): (key: string, keySpan: Span) => boolean {
  const first = new Map<string, Span>();
  let sinceDash: Set<string> | null = null;
  return (key, keySpan) => {
    const before = first.get(key);
    if (!before) {
      first.set(key, keySpan);
      return true;
    }
    if (!sinceDash || sinceDash.has(key)) {
      report(problems.yamlDuplicateKey(key, keySpan, before, isItem));
      sinceDash = isItem ? new Set() : null;
    }
    sinceDash?.add(key);
    return false;
  };
}
