/**
 * The file of the Danish word list: a header (magic, number of letters, first edge of the root, and
 * eight words that tell what it was made of), the letters as UTF-16 code units, then the automaton's edges, 32 bits each. A node is its first edge;
 * 0 is a node without edges. `scripts/lexicon` writes it, `lexicon.ts` reads it.
 */
export const lexiconMagic = 0x314c4b54;
export const lexiconHeader = 11;
/** In the header: where the SHA-256 of what the file was made of begins. */
export const digestAt = 3;

/** Among a word's letters: a joint between its parts. */
export const jointSign = '|';

/** Level of a form that is known as a whole word, and not as the last part of another. */
export const wholeWordOnly = 7;

/** What a part of a compound costs, in bits, by its level 1–7; level 0: it cannot stand there. */
export const costOfLevel = (level: number): number => 4 + 2.2 * level;

export function levelOfCost(cost: number): number {
  return Math.max(1, Math.min(7, Math.round((cost - 4) / 2.2)));
}

/** What an edge says: its letter, and of the form that ends with it its levels as a first and last part. */
export interface Edge {
  readonly letter: number;
  /** No edge of the same node follows. */
  readonly isLast: boolean;
  readonly first: number;
  readonly final: number;
  readonly child: number;
}

export const letterMask = 0x3f;
export const lastBit = 1 << 6;
const firstShift = 7;
const finalShift = 10;
const childShift = 13;

export function packEdge({ letter, isLast, first, final, child }: Edge): number {
  const low = letter | (isLast ? lastBit : 0) | (first << firstShift) | (final << finalShift);
  return low + child * 2 ** childShift;
}

export const firstLevel = (edge: number): number => (edge >>> firstShift) & 7;
export const finalLevel = (edge: number): number => (edge >>> finalShift) & 7;
export const childOf = (edge: number): number => edge >>> childShift;
