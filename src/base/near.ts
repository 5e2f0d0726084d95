/**
 * "Did you mean": the nearest of the words that are known. Damerau-Levenshtein distance in its
 * optimal string alignment form: insert, delete, replace, or swap two neighbours, each costs one.
 */

/** The largest distance that still counts as a slip, for a word of this many letters. */
function tolerance(length: number): number {
  if (length <= 2) return 0;
  if (length <= 4) return 1;
  return length <= 8 ? 2 : 3;
}

/** Beyond this a word is not a slip of the finger, and comparing would cost time. */
const longestWord = 80;

/** Edits between two words, case ignored; `limit + 1` or more where it exceeds `limit`. */
function distance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const cost = from[i - 1] === to[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (isSwap) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[to.length] ?? 0;
}

/** The candidate nearest to `word`, the first of equals; undefined when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longestWord) return undefined;
  const wanted = word.toLowerCase();
  let limit = tolerance(wanted.length);
  let best: string | undefined;
  for (const candidate of candidates) {
    if (candidate.length > longestWord) continue;
    const edits = distance(wanted, candidate.toLowerCase(), limit);
    if (edits > limit || (best !== undefined && edits >= limit)) continue;
    best = candidate;
    limit = edits;
    if (edits === 0) break;
  }
  return best;
}
