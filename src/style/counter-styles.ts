/**
 * Counter styles (css-counter-styles-3): the predefined ones, `@counter-style` and `symbols()`.
 * A style is data; `layout/counters.ts` writes numbers with it.
 */
import { nearest, type Span } from '../base/index.ts';
import { string } from './basic-types.ts';
import { custom, keywords, spaceList } from './combinators.ts';
import { counterTables } from './predefined-counters.ts';
import * as problems from './problems.ts';
import { isAtEnd, type Parser, peek, readerWithin } from './reader.ts';
import type { StyleContext } from './style-context.ts';

export type CounterSystem =
  | 'cyclic'
  | 'numeric'
  | 'alphabetic'
  | 'symbolic'
  | 'additive'
  | 'fixed'
  /** Systems of the standard's own styles (§7): no rule can name them. */
  | 'chinese'
  | 'ethiopic';

/** How numbers are written; `fallback` null is decimal. */
export interface CounterDefinition {
  readonly system: CounterSystem;
  /** The value of the first symbol of a `fixed` style. */
  readonly first: number;
  readonly symbols: readonly string[];
  /** Of an `additive` style: values and their signs, the largest first. */
  readonly additive: readonly (readonly [value: number, sign: string])[];
  readonly negative: readonly [before: string, after: string];
  readonly prefix: string;
  readonly suffix: string;
  /** Null: what the system can write. */
  readonly range: readonly (readonly [number, number])[] | null;
  readonly pad: readonly [length: number, sign: string];
  readonly fallback: CounterDefinition | null;
}

/** What a rule says of a style; a style that extends another takes the rest from it. */
export interface CounterRule extends Partial<Omit<CounterDefinition, 'system' | 'fallback'>> {
  readonly system: CounterSystem | { readonly extends: string };
  readonly fallbackName?: string;
  readonly span: Span;
}

export type CounterRules = ReadonlyMap<string, CounterRule>;

const plain: Omit<CounterDefinition, 'system' | 'symbols' | 'additive'> = {
  first: 1,
  negative: ['-', ''],
  prefix: '',
  suffix: '. ',
  range: null,
  pad: [0, ''],
  fallback: null,
};

/** `decimal` itself, for what extends it. */
const decimal: CounterDefinition = {
  ...plain,
  system: 'numeric',
  symbols: [...'0123456789'],
  additive: [],
};

/** A style that the standard defines (§6–7); undefined for other names. */
export function predefinedCounter(name: string): CounterDefinition | undefined {
  if (name === 'decimal') return decimal;
  const table = counterTables().get(name);
  if (!table) return undefined;
  const { fallbackName, ...own } = table;
  const fallback = fallbackName === undefined ? null : (predefinedCounter(fallbackName) ?? null);
  return { ...plain, symbols: [], additive: [], ...own, fallback };
}

/** Names of styles that the standard defines, beside the keywords. */
export function predefinedCounterNames(): readonly string[] {
  return [...counterTables().keys()];
}

/** How many signs a system needs. */
export function leastSymbols(name: CounterRule['system']): number {
  if (typeof name !== 'string' || name === 'additive') return 0;
  return name === 'numeric' || name === 'alphabetic' ? 2 : 1;
}

const symbolsSystem = keywords('cyclic', 'numeric', 'alphabetic', 'symbolic', 'fixed');

/** `symbols(<type>? <string>+)` (§5): a style without a name. */
export const symbolsFunction: Parser<CounterDefinition> = custom(
  'symbols(<type>? <string>+)',
  (reader) => {
    const value = peek(reader);
    if (value?.kind !== 'function' || value.name !== 'symbols') return undefined;
    const inner = readerWithin(reader, value.values);
    const way = symbolsSystem.read(inner) ?? 'symbolic';
    const symbols = spaceList(string).read(inner);
    if (!symbols || !isAtEnd(inner) || symbols.length < leastSymbols(way)) return undefined;
    reader.index += 1;
    return { ...plain, suffix: ' ', system: way, symbols, additive: [] };
  },
  ['symbols'],
);

/** What `computeStyle` asks for a counter style by. */
export interface FindCounter {
  /** Undefined, after a report, for no such style. */
  named(name: string, span: Span | undefined): CounterDefinition | undefined;
  /** Undefined where no rule is of this name. */
  declared(name: string): CounterDefinition | undefined;
}

/** Longer than any chain of styles that extend each other. */
const longestChain = 20;

/** Finds styles; reports `css/unknown-counter-style` for names that nothing defines, each once. */
export function counterFinder(
  rules: CounterRules,
  { report, severity }: StyleContext,
): FindCounter {
  const told = new Set<string>();
  const made = new Map<string, CounterDefinition>();
  const build = (name: string, depth: number): CounterDefinition | undefined => {
    const rule = rules.get(name);
    if (!rule) return predefinedCounter(name);
    const known = made.get(name);
    if (known) return known;
    if (depth > longestChain) return decimal;
    const { system: way, fallbackName, span: _, ...own } = rule;
    const base: CounterDefinition =
      typeof way === 'string'
        ? { ...plain, system: way, symbols: [], additive: [] }
        : (build(way.extends, depth + 1) ?? decimal);
    const fallback =
      fallbackName === undefined ? base.fallback : (build(fallbackName, depth + 1) ?? null);
    const definition = { ...base, ...own, fallback };
    made.set(name, definition);
    return definition;
  };
  const named: FindCounter['named'] = (name, span) => {
    const definition = build(name, 0);
    if (!definition && span && !told.has(name)) {
      const near = nearest(name, [...rules.keys(), ...predefinedCounterNames()]);
      report(problems.unknownCounterStyle(severity, name, near, span));
      told.add(name);
    }
    return definition;
  };
  return { named, declared: (name) => (rules.has(name) ? build(name, 0) : undefined) };
}
