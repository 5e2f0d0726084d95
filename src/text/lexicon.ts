/**
 * The Danish word list as the program carries it: a minimal acyclic automaton (Daciuk et al.,
 * "Incremental Construction of Minimal Acyclic Finite-State Automata", 2000) of all forms of the
 * words, each with the joints between its parts, and what it costs to use it as a part of a longer
 * word. `scripts/lexicon` makes the file; it is used as it lies on disk, so that loading it is
 * reading it.
 */
import { invariant, readAsset } from '../base/index.ts';
import {
  childOf,
  finalLevel,
  firstLevel,
  jointSign,
  lastBit,
  letterMask,
  lexiconHeader,
  lexiconMagic,
} from './lexicon-format.ts';

export interface Lexicon {
  readonly edges: Uint32Array;
  readonly root: number;
  readonly codes: ReadonlyMap<string, number>;
  readonly jointCode: number;
}

/** A known stretch of a word. */
export interface Stretch {
  readonly end: number;
  /** Offsets of the joints inside it, in the word. */
  readonly joints: readonly number[];
  /** Levels of its cost before another part, and as the last; 0: it cannot stand there. */
  readonly first: number;
  readonly final: number;
}

/** The lexicon in its file's bytes. */
export function openLexicon(bytes: Uint8Array): Lexicon {
  // Numbers lie at multiples of four; a copy always does.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >> 2);
  const [magic, count = 0, root = 0] = words;
  invariant(magic === lexiconMagic, 'the Danish word list is damaged');
  const codes = new Map<string, number>();
  for (let i = 0; i < count; i++) codes.set(String.fromCharCode(words[lexiconHeader + i] ?? 0), i);
  const edges = words.subarray(lexiconHeader + count);
  return { edges, root, codes, jointCode: codes.get(jointSign) ?? -1 };
}

/** The edge with a letter in the node whose first edge is at `node`; -1: none. */
function findEdge({ edges }: Lexicon, node: number, code: number): number {
  if (node === 0) return -1;
  for (let at = node; ; at++) {
    const edge = edges[at] ?? 0;
    if ((edge & letterMask) === code) return at;
    if ((edge & lastBit) !== 0) return -1;
  }
}

/** Every stretch of a word in lower case that begins at `start` and that the lexicon knows. */
export function knownStretches(lexicon: Lexicon, word: string, start: number): readonly Stretch[] {
  const found: Stretch[] = [];
  const follow = (from: number, begin: number, joints: readonly number[]): void => {
    let node = from;
    for (let at = begin; at < word.length; at++) {
      const joint =
        at > start && joints.at(-1) !== at ? findEdge(lexicon, node, lexicon.jointCode) : -1;
      if (joint >= 0) follow(childOf(lexicon.edges[joint] ?? 0), at, [...joints, at]);
      const code = lexicon.codes.get(word.charAt(at));
      const index = code === undefined ? -1 : findEdge(lexicon, node, code);
      if (index < 0) return;
      const edge = lexicon.edges[index] ?? 0;
      const first = firstLevel(edge);
      const final = finalLevel(edge);
      if (first > 0 || final > 0) found.push({ end: at + 1, joints, first, final });
      node = childOf(edge);
    }
  };
  follow(lexicon.root, start, []);
  return found;
}

let danish: Lexicon | undefined;

/** The Danish lexicon, read at the first call. */
export function danishLexicon(): Lexicon {
  danish ??= openLexicon(readAsset('hyphenation/danish.lexicon'));
  return danish;
}
