/** `@page` (css-page-3 §4–7): which pages, `size`, and what a page's box may be given. */
import type { Span } from '../base/index.ts';
import { mmToPt, nearest } from '../base/index.ts';
import { length } from './basic-types.ts';
import { anyOrder, either, keyword, keywords, map, named, pair } from './combinators.ts';
import type { ComponentValue } from './component-values.ts';
import {
  addDeclaration,
  createBlock,
  longhandsOf,
  type RawDeclaration,
  readRawDeclaration,
  readWith,
} from './declarations.ts';
import { contentOf, type SpecifiedLength } from './lengths.ts';
import * as problems from './problems.ts';
import { cssNameOf, knownCssNames, type PropertyName } from './properties/index.ts';
import type { PageDeclarations, PageSize } from './sheet.ts';
import type { StyleContext } from './style-context.ts';
import type { PageRule } from './styled-document.ts';
import type { Item, SyntaxTree } from './syntax.ts';
import { unsupportedAtRuleHints } from './unsupported.ts';

const paper = (width: number, height: number) => ({ width: mmToPt(width), height: mmToPt(height) });

/** css-page-3 §7.1, and the A and B sizes around them (ISO 216). */
const paperSizes = {
  a6: paper(105, 148),
  a5: paper(148, 210),
  a4: paper(210, 297),
  a3: paper(297, 420),
  a2: paper(420, 594),
  b5: paper(176, 250),
  b4: paper(250, 353),
  letter: { width: 612, height: 792 },
  legal: { width: 612, height: 1008 },
  ledger: { width: 792, height: 1224 },
};

const orientation = keywords('landscape', 'portrait');

const namedSize = either(...Object.entries(paperSizes).map(([name, size]) => keyword(name, size)));

/** Only lengths that mean the same on every page: a page has no font of its own here. */
function points(value: SpecifiedLength): number | undefined {
  return value.kind === 'linear' && !contentOf({ ...value, pt: 0 }).length && value.pt > 0
    ? value.pt
    : undefined;
}

const lengths = map(pair(length), ([first, second]): PageSize | undefined => {
  const width = points(first);
  const height = points(second);
  return width === undefined || height === undefined
    ? undefined
    : { width, height, orientation: null };
});

const namedAndTurned = map(
  anyOrder({ size: namedSize, orientation }),
  ({ size, orientation: turn = null }): PageSize => {
    if (!size) return { width: null, height: null, orientation: turn };
    const isTurned = turn === 'landscape' && size.width < size.height;
    const { width, height } = isTurned ? { width: size.height, height: size.width } : size;
    return { width, height, orientation: turn };
  },
);

const unsized: PageSize = { width: null, height: null, orientation: null };

export const pageSize = named(
  'auto | <length>{1,2} | [a6 | a5 | a4 | a3 | a2 | b5 | b4 | letter | legal | ledger] || [landscape | portrait]',
  either(keyword('auto', unsized), lengths, namedAndTurned),
);

const pageProperties = /^(?:margin|padding|border|background|color$|--)/;

/** Whether a property means something in a page's own box. */
export function isPageProperty(name: PropertyName): boolean {
  return pageProperties.test(cssNameOf(name));
}

type PagePseudo = PageRule['pseudo'][number];
const pagePseudos: ReadonlyMap<string, PagePseudo> = new Map([
  ['first', 'first'],
  ['left', 'left'],
  ['right', 'right'],
  ['blank', 'blank'],
]);

/** `name? [':' pseudo]*`, separated by commas; none for all pages. Null after a report. */
export function readPageSelectors(
  values: readonly ComponentValue[],
  span: Span,
  context: StyleContext,
): readonly PageRule[] | null {
  const rules: PageRule[] = [];
  let index = 0;
  do {
    const rule = readPageSelector(values, index, span);
    if (!rule) {
      const { source, start, end } = span;
      const found = source.text.slice(start, end).replace(/^@\w+\s*/, '');
      context.report(problems.wrongPageSelector(context.severity, found, span));
      return null;
    }
    rules.push(rule.rule);
    index = rule.next + 1;
  } while (index <= values.length && isDelim(values[index - 1], ','));
  return rules;
}

const isDelim = (value: ComponentValue | undefined, text: string): boolean =>
  value?.kind === 'delim' && value.text === text;

function readPageSelector(
  values: readonly ComponentValue[],
  from: number,
  span: Span,
): { rule: PageRule; next: number } | undefined {
  let next = from;
  const first = values[next];
  const name = first?.kind === 'ident' ? first.text : null;
  if (name !== null) next += 1;
  const pseudo: PagePseudo[] = [];
  while (isDelim(values[next], ':')) {
    const word = values[next + 1];
    const found = word?.kind === 'ident' ? pagePseudos.get(word.word) : undefined;
    if (!found) return undefined;
    pseudo.push(found);
    next += 2;
  }
  const isEnd = next >= values.length || isDelim(values[next], ',');
  if (!isEnd || (name === null && pseudo.length === 0 && values.length > 0)) return undefined;
  return { rule: { name, pseudo, span }, next };
}

/** The declarations of an `@page` block; margin boxes and foreign properties are reported. */
export function readPageBlock(
  items: readonly Item[],
  tree: SyntaxTree,
  context: StyleContext,
): PageDeclarations {
  const block = createBlock();
  let size: PageDeclarations['size'] = null;
  for (const item of items) {
    if (item.kind !== 'declaration') {
      reportInner(item, context);
      continue;
    }
    const raw = readRawDeclaration(item, tree);
    if (raw.name === 'size') size = readSize(raw, context) ?? size;
    else if (isAllowed(raw)) addDeclaration(block, raw, context);
    else if (longhandsOf(raw.name))
      context.report(problems.propertyNotInPage(context.severity, raw.name, raw.nameSpan));
    else reportUnknown(block, raw, context);
  }
  return { block, size };
}

function isAllowed({ name }: RawDeclaration): boolean {
  return name.startsWith('--') || (longhandsOf(name)?.every(isPageProperty) ?? false);
}

/** `sise` is nearer to `size` than to any property. */
function reportUnknown(
  block: ReturnType<typeof createBlock>,
  raw: RawDeclaration,
  context: StyleContext,
): void {
  const near = nearest(raw.name, ['size', ...knownCssNames]);
  if (near === 'size')
    context.report(
      problems.unknownDescriptor(context.severity, 'page', raw.name, near, raw.nameSpan),
    );
  else addDeclaration(block, raw, context);
}

function readSize(raw: RawDeclaration, context: StyleContext): PageDeclarations['size'] {
  const value = readWith('size', pageSize, raw.values, raw.span, context);
  return value ? { value, span: raw.span, isImportant: raw.isImportant } : null;
}

function reportInner(item: Exclude<Item, { kind: 'declaration' }>, context: StyleContext): void {
  const { report, severity } = context;
  if (item.kind === 'rule') {
    const { source, start, end } = item.span;
    report(problems.wrongSelector(source.text.slice(start, end), item.span));
    return;
  }
  const hints = unsupportedAtRuleHints(item.name);
  if (hints) report(problems.unsupportedAtRule(severity, item.name, hints, item.span));
  else report(problems.unknownAtRule(severity, item.name, undefined, item.span));
}
