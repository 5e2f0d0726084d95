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
  /** The edges' letters by code unit; `noLetter` where the list has none such. */
  readonly letters: Uint8Array;
}

const noLetter = 255;
/** Code units below it are looked up: Latin, with all its accents. */
const letterRange = 0x180;

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
  const letters = new Uint8Array(letterRange).fill(noLetter);
  for (let i = 0; i < count; i++) letters[words[lexiconHeader + i] ?? 0] = i;
  return { edges: words.subarray(lexiconHeader + count), root, letters };
}

const jointUnit = jointSign.charCodeAt(0);

/** The edge with the letter of a code unit in the node whose first edge is at `node`; 0: none. */
function edgeOf({ edges, letters }: Lexicon, node: number, unit: number): number {
  const letter = letters[unit] ?? noLetter;
  if (node === 0 || letter === noLetter) return 0;
  for (let at = node; ; at++) {
    const edge = edges[at] ?? 0;
    if ((edge & letterMask) === letter) return edge;
    if ((edge & lastBit) !== 0) return 0;
  }
}

/** Told of each known stretch from a start: where it ends, its joints, and its last edge. */
type Visit = (end: number, joints: readonly number[], edge: number) => void;

const none: readonly number[] = [];

function follow(
  lexicon: Lexicon,
  word: string,
  from: { readonly start: number; readonly node: number; readonly joints: readonly number[] },
  visit: Visit,
): void {
  let { node } = from;
  const { start, joints } = from;
  for (let at = start; at < word.length; at++) {
    const joint = joints.at(-1) === at ? 0 : edgeOf(lexicon, node, jointUnit);
    if (joint !== 0)
      follow(lexicon, word, { start: at, node: childOf(joint), joints: [...joints, at] }, visit);
    const edge = edgeOf(lexicon, node, word.charCodeAt(at));
    if (edge === 0) return;
    if (firstLevel(edge) > 0 || finalLevel(edge) > 0) visit(at + 1, joints, edge);
    node = childOf(edge);
  }
}

/** Every stretch of a word in lower case that begins at `start` and that the lexicon knows. */
export function knownStretches(lexicon: Lexicon, word: string, start: number): readonly Stretch[] {
  const found: Stretch[] = [];
  follow(lexicon, word, { start, node: lexicon.root, joints: none }, (end, joints, edge) =>
    found.push({ end, joints, first: firstLevel(edge), final: finalLevel(edge) }),
  );
  return found;
}

/** The joints of a whole word, of its commonest reading; null where the lexicon has not got it. */
export function knownJoints(lexicon: Lexicon, word: string): readonly number[] | null {
  let best: readonly number[] | null = null;
  let bestLevel = Number.POSITIVE_INFINITY;
  follow(lexicon, word, { start: 0, node: lexicon.root, joints: none }, (end, joints, edge) => {
    const level = finalLevel(edge);
    if (end !== word.length || level === 0 || level >= bestLevel) return;
    best = joints;
    bestLevel = level;
  });
  return best;
}

let danish: Lexicon | undefined;

/** The Danish lexicon, read at the first call. */
export function danishLexicon(): Lexicon {
  danish ??= openLexicon(readAsset('hyphenation/danish.lexicon'));
  return danish;
}
