/** `@page` (css-page-3 §4–7): which pages, `size`, and what a page's box may be given. */
import type { Span } from '../base/index.ts';
import { mmToPt, nearest } from '../base/index.ts';
import { length } from './basic-types.ts';
import { anyOrder, either, keyword, keywords, map, named, pair, spaceList } from './combinators.ts';
import type { ComponentValue } from './component-values.ts';
import {
  addDeclaration,
  createBlock,
  type DeclarationBlock,
  longhandsOf,
  type RawDeclaration,
  readRawDeclaration,
  readWith,
} from './declarations.ts';
import { contentOf, type SpecifiedLength, zeroLength } from './lengths.ts';
import { isPageBoxName, type PageBoxName } from './margin-boxes.ts';
import * as problems from './problems.ts';
import { cssNameOf, knownCssNames, type PropertyName } from './properties/index.ts';
import type { PageDeclarations, PageSize } from './sheet.ts';
import type { StyleContext } from './style-context.ts';
import type { PageMarks, PageRule } from './styled-document.ts';
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

export const pageBleed = named(
  'auto | <length>',
  either(
    keyword('auto', 'auto'),
    map(length, (value) => points(value) ?? (value === zeroLength ? 0 : undefined)),
  ),
);

const pageMark = keywords('crop', 'cross');
const noMarks: PageMarks = { crop: false, cross: false };

export const pageMarks = named(
  'none | [crop || cross]',
  either(
    keyword('none', noMarks),
    map(
      spaceList(pageMark, 1, 2),
      (words): PageMarks => ({ crop: words.includes('crop'), cross: words.includes('cross') }),
    ),
  ),
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
  let nth: PageRule['nth'] = null;
  while (isDelim(values[next], ':')) {
    const word = values[next + 1];
    if (word?.kind === 'function' && word.name === 'nth') {
      nth = readNth(word, span);
      if (!nth) return undefined;
      next += 2;
      continue;
    }
    const found = word?.kind === 'ident' ? pagePseudos.get(word.word) : undefined;
    if (!found) return undefined;
    pseudo.push(found);
    next += 2;
  }
  const isEnd = next >= values.length || isDelim(values[next], ',');
  if (!isEnd || (name === null && pseudo.length === 0 && !nth && values.length > 0))
    return undefined;
  return { rule: { name, pseudo, nth, span }, next };
}

/** `An+B`, read from its spelling (css-syntax-3 §6). */
function readNth(
  value: Extract<ComponentValue, { readonly kind: 'function' }>,
  { source }: Span,
): PageRule['nth'] {
  const text = source.text.slice(value.start, value.end).toLowerCase();
  const inner = text.slice(text.indexOf('(') + 1).replace(/[\s)]+/g, '');
  if (inner === 'even') return { a: 2, b: 0 };
  if (inner === 'odd') return { a: 2, b: 1 };
  const match = /^(?:([+-]?\d*)n)?([+-]?\d+)?$/.exec(inner);
  if (!match || inner === '') return null;
  const [, factor, offset] = match;
  const a = factor === undefined ? 0 : /\d/.test(factor) ? Number(factor) : Number(`${factor}1`);
  return { a, b: Number(offset ?? 0) };
}

/** The declarations of an `@page` block; margin boxes and foreign properties are reported. */
export function readPageBlock(
  items: readonly Item[],
  tree: SyntaxTree,
  context: StyleContext,
): PageDeclarations {
  const block = createBlock();
  const marginBoxes: [PageBoxName, DeclarationBlock][] = [];
  let size: PageDeclarations['size'] = null;
  let bleed: PageDeclarations['bleed'] = null;
  let marks: PageDeclarations['marks'] = null;
  // A job knows its bleed and marks; a page as it was found has nobody else to say so.
  const hasOwnSheet = context.severity === 'warning';
  for (const item of items) {
    if (item.kind === 'at-rule' && isPageBoxName(item.name)) {
      const inner = readMarginBox(item.block ?? [], tree, context);
      marginBoxes.push([item.name, inner]);
      block.urls.push(...inner.urls);
      continue;
    }
    if (item.kind !== 'declaration') {
      reportInner(item, context);
      continue;
    }
    const raw = readRawDeclaration(item, tree);
    if (raw.name === 'size') size = readSize(raw, context) ?? size;
    else if (raw.name === 'bleed' && hasOwnSheet)
      bleed = readWith('bleed', pageBleed, raw.values, raw.span, context) ?? bleed;
    else if (raw.name === 'marks' && hasOwnSheet)
      marks = readWith('marks', pageMarks, raw.values, raw.span, context) ?? marks;
    else if (isAllowed(raw)) addDeclaration(block, raw, context);
    else if (longhandsOf(raw.name))
      context.report(problems.propertyNotInPage(context.severity, raw.name, raw.nameSpan));
    else reportUnknown(block, raw, context);
  }
  return { block, size, marginBoxes, bleed, marks };
}

/** A page-margin box takes what any box takes. */
function readMarginBox(
  items: readonly Item[],
  tree: SyntaxTree,
  context: StyleContext,
): DeclarationBlock {
  const block = createBlock();
  for (const item of items) {
    if (item.kind === 'declaration') addDeclaration(block, readRawDeclaration(item, tree), context);
    else reportInner(item, context);
  }
  return block;
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
