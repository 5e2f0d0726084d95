/**
 * Counters (css-lists-3 §4): each name has a stack of values, one per scope. A counter that an
 * element resets lives until the element's parent ends.
 */
import type { CounterChange, CounterStyle } from '../style/index.ts';

/** What an element does to counters, in the order it is done. */
export interface CounterChanges {
  readonly reset: readonly CounterChange[];
  readonly increment: readonly CounterChange[];
  readonly set: readonly CounterChange[];
}

/** The counters at one point of the document. A state machine: `enter` and `leave` are paired. */
export class Counters {
  readonly #values = new Map<string, number[]>();
  /** Names that were made among the children of each open element. */
  readonly #scopes: Set<string>[] = [new Set()];

  /** At an element's start: its changes, then a scope for its children. */
  enter({ reset, increment, set }: CounterChanges): void {
    for (const { name, value } of reset) this.#create(name, value);
    for (const { name, value } of increment) {
      const values = this.#existing(name);
      values[values.length - 1] = (values.at(-1) ?? 0) + value;
    }
    for (const { name, value } of set) {
      const values = this.#existing(name);
      values[values.length - 1] = value;
    }
    this.#scopes.push(new Set());
  }

  /** At an element's end: what its children made is gone. */
  leave(): void {
    for (const name of this.#scopes.pop() ?? []) this.#values.get(name)?.pop();
  }

  /** Values from the outermost scope in; one 0 where there is no such counter. */
  valuesOf(name: string): readonly number[] {
    const values = this.#values.get(name);
    return values && values.length > 0 ? values : [0];
  }

  #create(name: string, value: number): void {
    const scope = this.#scopes.at(-1);
    const values = this.#values.get(name) ?? [];
    this.#values.set(name, values);
    if (scope?.has(name)) values.pop();
    else scope?.add(name);
    values.push(value);
  }

  #existing(name: string): number[] {
    if ((this.#values.get(name)?.length ?? 0) === 0) this.#create(name, 0);
    return this.#values.get(name) ?? [];
  }
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [size, letters] of romans) {
    for (; rest >= size; rest -= size) text += letters;
  }
  return text;
}

/** `a … z, aa …`: there is no digit for zero. */
function letters(value: number, alphabet: string): string {
  if (value < 1) return String(value);
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / alphabet.length)) {
    text = alphabet[(rest - 1) % alphabet.length] + text;
  }
  return text;
}

const latin = 'abcdefghijklmnopqrstuvwxyz';
const greek = 'αβγδεζηθικλμνξοπρστυφχψω';

/** A value in a counter style (css-counter-styles-3 §6), without prefix and suffix. */
export function formatCounter(value: number, style: CounterStyle): string {
  switch (style) {
    case 'decimal':
      return String(value);
    case 'decimal-leading-zero':
      return `${value < 0 ? '-' : ''}${String(Math.abs(value)).padStart(2, '0')}`;
    case 'lower-roman':
      return roman(value);
    case 'upper-roman':
      return roman(value).toUpperCase();
    case 'lower-alpha':
    case 'lower-latin':
      return letters(value, latin);
    case 'upper-alpha':
    case 'upper-latin':
      return letters(value, latin).toUpperCase();
    case 'lower-greek':
      return letters(value, greek);
    case 'disc':
    case 'circle':
    case 'square':
      return bullets[style][0];
    case 'none':
      return '';
  }
}

/** Signs for bullets, the best first: many fonts have only the round one. */
const bullets = {
  disc: ['•', '·'],
  circle: ['◦', '○', '•'],
  square: ['▪', '■', '•'],
} as const;

/**
 * What a list marker says: bullets are followed by a space, numbers by a full stop and a space.
 * `canShow` tells whether the marker's font has a sign.
 */
export function markerText(
  value: number,
  style: CounterStyle,
  canShow: (sign: string) => boolean,
): string {
  if (style === 'none') return '';
  if (style !== 'disc' && style !== 'circle' && style !== 'square') {
    return `${formatCounter(value, style)}. `;
  }
  const signs: readonly string[] = bullets[style];
  return `${signs.find(canShow) ?? bullets[style][0]} `;
}
