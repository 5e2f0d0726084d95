/**
 * Counter styles (css-counter-styles-3): the predefined ones, `@counter-style` and `symbols()`.
 * A style is data; `layout/counters.ts` writes numbers with it.
 */
import { nearest, type Span } from '../base/index.ts';
import { customIdent, integer, string } from './basic-types.ts';
import { commaList, custom, either, keyword, keywords, map, spaceList } from './combinators.ts';
import { type RawDeclaration, readRawDeclaration, readWith } from './declarations.ts';
import { counterTables } from './predefined-counters.ts';
import * as problems from './problems.ts';
import { isAtEnd, type Parser, peek, readerWithin } from './reader.ts';
import type { StyleContext } from './style-context.ts';
import type { Item, SyntaxTree } from './syntax.ts';

export type CounterSystem = 'cyclic' | 'numeric' | 'alphabetic' | 'symbolic' | 'additive' | 'fixed';

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
  return table && { ...plain, symbols: [], additive: [], ...table };
}

/** Names of styles that the standard defines, beside the keywords. */
export function predefinedCounterNames(): readonly string[] {
  return [...counterTables().keys()];
}

const symbol = either(string, customIdent());
const additiveSymbol = map(
  spaceList(either(integer, symbol), 2, 2),
  (parts): readonly [number, string] | undefined => {
    const value = parts.find((part) => typeof part === 'number');
    const sign = parts.find((part) => typeof part === 'string');
    return value === undefined || sign === undefined || value < 0 ? undefined : [value, sign];
  },
);
const system = either(
  keywords('cyclic', 'numeric', 'alphabetic', 'symbolic', 'additive'),
  custom('fixed <integer>?', (reader) => {
    if (!keyword('fixed', true).read(reader)) return undefined;
    return { fixed: integer.read(reader) ?? 1 };
  }),
  custom('extends <counter-style-name>', (reader) => {
    if (!keyword('extends', true).read(reader)) return undefined;
    const name = customIdent().read(reader);
    return name === undefined ? undefined : { extends: name };
  }),
);
const bound = (infinite: number) => either(keyword('infinite', infinite), integer);
const range = either(
  keyword('auto', null),
  commaList(
    custom('[<integer> | infinite]{2}', (reader): readonly [number, number] | undefined => {
      const low = bound(Number.NEGATIVE_INFINITY).read(reader);
      const high = low === undefined ? undefined : bound(Number.POSITIVE_INFINITY).read(reader);
      return low === undefined || high === undefined || low > high ? undefined : [low, high];
    }),
  ),
);
const negative = map(
  spaceList(symbol, 1, 2),
  ([before = '-', after = '']): readonly [string, string] => [before, after],
);

type Draft = { -readonly [K in keyof CounterRule]?: CounterRule[K] };

/** Descriptors and how each is read. `speak-as` is for ears. */
const descriptors: Readonly<
  Record<string, { readonly parse: Parser<unknown>; set(draft: Draft, value: never): void }>
> = {
  system: {
    parse: system,
    set(draft, value: Exclude<ReturnType<typeof system.read>, undefined>) {
      if (typeof value === 'string' || 'extends' in value) draft.system = value;
      else {
        draft.system = 'fixed';
        draft.first = value.fixed;
      }
    },
  },
  symbols: {
    parse: spaceList(symbol),
    set: (draft, value: readonly string[]) => {
      draft.symbols = value;
    },
  },
  'additive-symbols': {
    parse: commaList(additiveSymbol),
    set: (draft, value: readonly (readonly [number, string])[]) => {
      draft.additive = value;
    },
  },
  negative: {
    parse: negative,
    set: (draft, value: readonly [string, string]) => {
      draft.negative = value;
    },
  },
  prefix: {
    parse: symbol,
    set: (draft, value: string) => {
      draft.prefix = value;
    },
  },
  suffix: {
    parse: symbol,
    set: (draft, value: string) => {
      draft.suffix = value;
    },
  },
  range: {
    parse: map(range, (given) => ({ given })),
    set: (draft, { given }: { given: CounterDefinition['range'] }) => {
      draft.range = given;
    },
  },
  pad: {
    parse: additiveSymbol,
    set: (draft, value: readonly [number, string]) => {
      draft.pad = value;
    },
  },
  fallback: {
    parse: customIdent(),
    set: (draft, value: string) => {
      draft.fallbackName = value;
    },
  },
  'speak-as': {
    parse: either(keywords('auto', 'bullets', 'numbers', 'words'), customIdent()),
    set() {},
  },
};

/** How many signs a system needs. */
function leastSymbols(name: CounterRule['system']): number {
  if (typeof name !== 'string' || name === 'additive') return 0;
  return name === 'numeric' || name === 'alphabetic' ? 2 : 1;
}

function readDescriptor(draft: Draft, raw: RawDeclaration, context: StyleContext): void {
  const known = descriptors[raw.name];
  if (!known) {
    const near = nearest(raw.name, Object.keys(descriptors));
    context.report(
      problems.unknownDescriptor(context.severity, 'counter-style', raw.name, near, raw.nameSpan),
    );
    return;
  }
  const value = readWith(raw.name, known.parse, raw.values, raw.span, context);
  if (value !== undefined) known.set(draft, value as never);
}

/** The style of a rule's block; null after a report where its signs are missing. */
export function readCounterRule(
  items: readonly Item[],
  tree: SyntaxTree,
  span: Span,
  context: StyleContext,
): CounterRule | null {
  const draft: Draft = {};
  for (const item of items)
    if (item.kind === 'declaration') readDescriptor(draft, readRawDeclaration(item, tree), context);
  const way = draft.system ?? 'symbolic';
  const missing =
    way === 'additive' && !draft.additive
      ? 'additive-symbols'
      : (draft.symbols?.length ?? 0) < leastSymbols(way)
        ? 'symbols'
        : null;
  if (missing) {
    context.report(problems.descriptorMissing(context.severity, 'counter-style', missing, span));
    return null;
  }
  const additive = draft.additive?.toSorted(([one], [other]) => other - one);
  return { ...draft, ...(additive ? { additive } : {}), system: way, span };
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

/** What `computeStyle` asks for a counter style by; undefined, after a report, for no such style. */
export type FindCounter = (name: string, span: Span | undefined) => CounterDefinition | undefined;

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
  return (name, span) => {
    const definition = build(name, 0);
    if (!definition && span && !told.has(name)) {
      const near = nearest(name, [...rules.keys(), ...predefinedCounterNames()]);
      report(problems.unknownCounterStyle(severity, name, near, span));
      told.add(name);
    }
    return definition;
  };
}
