/**
 * Damaged HTML and CSS, the same for the same seed: letters lost and doubled, parts of one page put
 * into another, numbers far out of range, brackets and words of CSS where none belong.
 */

/** A generator of numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pieces = [
  ...['{', '}', '(', ')', '[', ']', ';', ':', ',', '/*', '*/', '<!--', '-->', '"', "'", '\\'],
  ...['<', '>', '</', '/>', '<div', '</div>', '<p>', '<table>', '<td>', '<svg>', '</svg>', '&'],
  ...['&#0;', '&#x110000;', '\u0000', '\ufeff', '\u202e', '\ud800', 'é', '🎉', '\n', '\t', ' '],
  ...['!important', 'var(--x)', 'var(--x, var(--y))', 'calc(', 'min(', 'url(', 'attr(x)'],
  ...['@media (', '@page', '@import "x.css";', '@font-face {', '@layer', '@supports not ('],
  ...['::before', '::first-line', ':has(', ':nth-child(', ':not(', '&', '>', '+', '~', '*', '||'],
  ...['inherit', 'revert', 'auto', 'none', '0', '-1px', '50%', '1e9px', '-1e9em', '1fr', '100vw'],
  ...['display:flex', 'display:grid', 'display:none', 'display:contents', 'float:left'],
  ...['position:absolute', 'position:fixed', 'columns:3', 'page:x', 'width:0', 'height:100%'],
];

const numbers = ['0', '-1', '1e9', '-1e9', '1e-9', '99999999999999999999', '0.1', '65536', '7'];

interface Choice {
  readonly random: () => number;
  readonly others: readonly string[];
}

type Mutation = (text: string, choice: Choice) => string;

const below = (random: () => number, limit: number): number => Math.floor(random() * limit);

function pick<T>(random: () => number, list: readonly [T, ...T[]] | readonly T[]): T {
  const found = list[below(random, list.length)];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}

/** A stretch of a text of up to `most` letters. */
function stretch(text: string, random: () => number, most: number): readonly [number, number] {
  const start = below(random, text.length + 1);
  return [start, Math.min(text.length, start + 1 + below(random, most))];
}

const mutations: readonly Mutation[] = [
  (text, { random }) => {
    const [start, end] = stretch(text, random, 30);
    return text.slice(0, start) + text.slice(end);
  },
  (text, { random }) => {
    const [start, end] = stretch(text, random, 60);
    return (
      text.slice(0, end) + text.slice(start, end).repeat(1 + below(random, 3)) + text.slice(end)
    );
  },
  (text, { random }) => {
    const at = below(random, text.length + 1);
    return text.slice(0, at) + pick(random, pieces) + text.slice(at);
  },
  (text, { random }) => {
    const at = below(random, text.length + 1);
    const letter = String.fromCharCode(32 + below(random, 95));
    return text.slice(0, at) + letter + text.slice(at + 1);
  },
  (text, { random, others }) => {
    const other = pick(random, others);
    const [start, end] = stretch(other, random, 120);
    const at = below(random, text.length + 1);
    return text.slice(0, at) + other.slice(start, end) + text.slice(at);
  },
  (text, { random }) => {
    const found = [...text.matchAll(/\d+(?:\.\d+)?/g)];
    if (found.length === 0) return text;
    const match = pick(random, found);
    return (
      text.slice(0, match.index) + pick(random, numbers) + text.slice(match.index + match[0].length)
    );
  },
  (text, { random }) => text.slice(0, below(random, text.length + 1)),
];

/** A page with one to five faults. */
export function mutate(text: string, seed: number, others: readonly string[]): string {
  const random = randomFrom(seed);
  let result = text;
  for (let count = 1 + below(random, 5); count > 0; count -= 1)
    result = pick(random, mutations)(result, { random, others });
  return result;
}
