/** `@counter-style` (css-counter-styles-3 §2–3): what its descriptors say of a style. */
import { nearest, type Span } from '../base/index.ts';
import { customIdent, integer, string } from './basic-types.ts';
import { commaList, custom, either, keyword, keywords, map, spaceList } from './combinators.ts';
import { type CounterDefinition, type CounterRule, leastSymbols } from './counter-styles.ts';
import { type RawDeclaration, readRawDeclaration, readWith } from './declarations.ts';
import * as problems from './problems.ts';
import type { Parser } from './reader.ts';
import type { StyleContext } from './style-context.ts';
import type { Item, SyntaxTree } from './syntax.ts';

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
