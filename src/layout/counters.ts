/**
 * Counters (css-lists-3 §4): each name has a stack of values, one per scope. A counter that an
 * element resets lives until the element's parent ends.
 */
import type { CounterChange, CounterDefinition, CounterStyle } from '../style/index.ts';

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
  if (typeof style === 'object') return formatDefined(value, style);
  switch (style) {
    case 'decimal':
      return String(value);
    case 'decimal-leading-zero':
      return String(value).padStart(2, '0');
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

/** More signs than this for one number are a slip of the pen. */
const mostSigns = 120;

/** css-counter-styles-3 §2: what a system can write where no range is given. */
function isInRange(value: number, { range, system }: CounterDefinition): boolean {
  if (range) return range.some(([low, high]) => value >= low && value <= high);
  if (system === 'alphabetic' || system === 'symbolic') return value >= 1;
  return system !== 'additive' || value >= 0;
}

/** A value in a style that is data; decimal where nothing else can write it. */
function formatDefined(value: number, style: CounterDefinition): string {
  const isSigned = value < 0 && style.system !== 'cyclic' && style.system !== 'fixed';
  const words = isInRange(value, style) ? signsOf(isSigned ? -value : value, style) : undefined;
  if (words === undefined)
    return style.fallback ? formatDefined(value, style.fallback) : String(value);
  const [before, after] = isSigned ? style.negative : ['', ''];
  const [length, sign] = style.pad;
  const count = Math.min(mostSigns, length) - [...words, ...before, ...after].length;
  return `${before}${sign.repeat(Math.max(0, count))}${words}${after}`;
}

/** The signs of a value without its minus; undefined where the system has none. */
function signsOf(value: number, style: CounterDefinition): string | undefined {
  const { symbols, first } = style;
  const size = symbols.length;
  switch (style.system) {
    case 'cyclic':
      return symbols[(((value - 1) % size) + size) % size];
    case 'fixed':
      return symbols[value - first];
    case 'symbolic': {
      const times = Math.ceil(value / size);
      return times > mostSigns ? undefined : symbols[(value - 1) % size]?.repeat(times);
    }
    case 'alphabetic': {
      let text = '';
      for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / size))
        text = symbols[(rest - 1) % size] + text;
      return text;
    }
    case 'numeric': {
      let text = symbols[value % size] ?? '';
      for (let rest = Math.floor(value / size); rest > 0; rest = Math.floor(rest / size))
        text = symbols[rest % size] + text;
      return text;
    }
    case 'additive':
      return addedSigns(value, style.additive);
    case 'chinese':
      return chineseSigns(value, symbols);
    case 'ethiopic':
      return ethiopicSigns(value, symbols);
  }
}

/** §7.1.3, up to 9999: `symbols` are ten digits and the signs for ten, a hundred and a thousand. */
function chineseSigns(value: number, symbols: readonly string[]): string {
  const [nought = ''] = symbols;
  if (value === 0) return nought;
  const digits = [...String(value)].map(Number);
  const written = digits.map((digit, index) => {
    if (digit === 0) return nought;
    const place = digits.length - 1 - index;
    return `${symbols[digit]}${place === 0 ? '' : symbols[9 + place]}`;
  });
  const text = written.join('');
  // Noughts at the end are not written, several in between once.
  const short = text
    .replace(new RegExp(`${nought}+$`), '')
    .replace(new RegExp(`${nought}+`, 'g'), nought);
  // The informal ten stands alone: 十一, not 一十一.
  return symbols[10] === '十' && value >= 10 && value <= 19 ? short.slice(1) : short;
}

/** §7.2: groups of two digits, joined by the signs for a hundred and ten thousand in turn. */
function ethiopicSigns(value: number, symbols: readonly string[]): string {
  if (value === 1) return symbols[0] ?? '';
  const [hundred = '', tenThousand = ''] = symbols.slice(18);
  const groups: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 100)) groups.push(rest % 100);
  const written = groups.map((group, index) => {
    const isOdd = index % 2 === 1;
    const isUnsaid = group === 0 || (group === 1 && (isOdd || index === groups.length - 1));
    const [tens, units] = [Math.floor(group / 10), group % 10];
    const ten = tens > 0 ? symbols[8 + tens] : '';
    const digits = isUnsaid ? '' : `${ten}${units > 0 ? symbols[units - 1] : ''}`;
    if (isOdd) return digits + (group === 0 ? '' : hundred);
    return digits + (index > 0 ? tenThousand : '');
  });
  return written.toReversed().join('');
}

function addedSigns(value: number, signs: CounterDefinition['additive']): string | undefined {
  if (value === 0) return signs.find(([weight]) => weight === 0)?.[1];
  let rest = value;
  let text = '';
  for (const [weight, sign] of signs) {
    const times = weight > 0 ? Math.floor(rest / weight) : 0;
    if (times > mostSigns) return undefined;
    text += sign.repeat(times);
    rest -= times * weight;
  }
  return rest === 0 ? text : undefined;
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
  if (typeof style === 'object')
    return `${style.prefix}${formatCounter(value, style)}${style.suffix}`;
  if (style !== 'disc' && style !== 'circle' && style !== 'square') {
    return `${formatCounter(value, style)}. `;
  }
  const signs: readonly string[] = bullets[style];
  return `${signs.find(canShow) ?? bullets[style][0]} `;
}
