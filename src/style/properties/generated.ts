/** css-lists-3, css-content-3, css-inline-3: markers, counters, generated words, vertical place. */
import { customIdent, integer, lengthPercentage, string, url } from '../basic-types.ts';
import {
  anyOrder,
  custom,
  either,
  keyword,
  keywords,
  map,
  named,
  spaceList,
} from '../combinators.ts';
import { type CounterDefinition, symbolsFunction } from '../counter-styles.ts';
import { image } from '../images.ts';
import { isAtEnd, peek, type Reader, readerWithin, takeDelim } from '../reader.ts';
import { toImage, toLength } from './compute.ts';
import { type ComputeContext, property, shorthand } from './property.ts';

const counterKeyword = keywords(
  ...(['disc', 'circle', 'square', 'decimal', 'decimal-leading-zero', 'lower-roman'] as const),
  ...(['upper-roman', 'lower-alpha', 'lower-latin', 'upper-alpha', 'upper-latin'] as const),
  ...(['lower-greek', 'none'] as const),
);

type CounterKeyword = Exclude<ReturnType<typeof counterKeyword.read>, undefined>;

/** A style that is built in, or one that is data. */
export type CounterStyle = CounterKeyword | CounterDefinition;

/** Before rules are known: the name of a style that is found when it is computed. */
type SpecifiedCounter = CounterStyle | { readonly kind: 'named'; readonly name: string };

const namedCounter = map(customIdent('none'), (name) => ({ kind: 'named', name }) as const);
const counterStyle = named(
  '<counter-style-name> | symbols()',
  either(counterKeyword, symbolsFunction, namedCounter),
);

function computeCounter(value: SpecifiedCounter, context: ComputeContext): CounterStyle {
  // §2: a sheet may say what a name means that has a meaning already.
  if (typeof value === 'string') return context.counterRuleOf(value) ?? value;
  if (!('kind' in value)) return value;
  return context.counterOf(value.name) ?? 'decimal';
}

/** A counter style's name, or the marker's own words. */
export type ListStyleType = CounterStyle | { readonly kind: 'text'; readonly text: string };
type SpecifiedListType = SpecifiedCounter | { readonly kind: 'text'; readonly text: string };

/** A piece of `content`. `attr()` is already its words. */
export type ContentItem =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'url'; readonly path: string }
  | { readonly kind: 'counter'; readonly name: string; readonly style: CounterStyle }
  | {
      readonly kind: 'counters';
      readonly name: string;
      readonly separator: string;
      readonly style: CounterStyle;
    }
  | { readonly kind: 'quote'; readonly isOpen: boolean; readonly isShown: boolean }
  /** The number of the page that the element of this id begins on (css-content-3 §2.6). */
  | { readonly kind: 'target-counter'; readonly id: string; readonly style: CounterStyle }
  /** The words of the element of this id, or their first letter (css-content-3 §2.6). */
  | { readonly kind: 'target-text'; readonly id: string; readonly part: 'content' | 'first-letter' }
  /** Words repeated to fill the line (css-content-3 §2.5). */
  | { readonly kind: 'leader'; readonly text: string }
  /** A named string or a running element of the page (css-gcpm-3 §1–2). */
  | { readonly kind: 'string' | 'element'; readonly name: string; readonly which: OnPage };

/** Which of a page's values: the first or last on it, that at its start, none where it has one. */
export type OnPage = 'first' | 'start' | 'last' | 'first-except';

type CounterItem = Extract<ContentItem, { readonly style: CounterStyle }>;
type SpecifiedCounterItem = CounterItem extends infer I
  ? I extends CounterItem
    ? Omit<I, 'style'> & { readonly style: SpecifiedCounter }
    : never
  : never;

type SpecifiedItem =
  | Exclude<ContentItem, CounterItem>
  | SpecifiedCounterItem
  | { readonly kind: 'attr'; readonly name: string };

export type Content = 'normal' | 'none' | readonly ContentItem[];

/** A counter's name and what it is set to or raised by. */
export interface CounterChange {
  readonly name: string;
  readonly value: number;
}

const text = map(string, (words) => ({ kind: 'text', text: words }) as const);

const quotes = either(
  keyword('open-quote', { kind: 'quote', isOpen: true, isShown: true }),
  keyword('close-quote', { kind: 'quote', isOpen: false, isShown: true }),
  keyword('no-open-quote', { kind: 'quote', isOpen: true, isShown: false }),
  keyword('no-close-quote', { kind: 'quote', isOpen: false, isShown: false }),
);

const contentFunction = custom(
  'counter() | counters() | target-counter() | target-text() | leader() | attr() | string() | element()',
  (reader): SpecifiedItem | undefined => {
    const value = peek(reader);
    if (value?.kind !== 'function') return undefined;
    const inner = readerWithin(reader, value.values);
    const item = readContentFunction(inner, value.name);
    if (!item || !isAtEnd(inner)) return undefined;
    reader.index += 1;
    return item;
  },
  ['counter', 'counters', 'target-counter', 'target-text', 'leader', 'attr', 'string', 'element'],
);

const onPage = keywords('first', 'start', 'last', 'first-except');

function readContentFunction(reader: Reader, kind: string): SpecifiedItem | undefined {
  if (kind === 'string' || kind === 'element') return readOnPage(reader, kind);
  if (kind === 'target-counter') return readTarget(reader);
  if (kind === 'target-text') return readTargetText(reader);
  if (kind === 'leader')
    return map(leaderWords, (words) => ({ kind, text: words }) as const).read(reader);
  if (kind !== 'attr' && kind !== 'counter' && kind !== 'counters') return undefined;
  const name = customIdent().read(reader);
  if (name === undefined) return undefined;
  if (kind === 'attr') return { kind, name: name.toLowerCase() };
  const separator = kind === 'counters' && takeDelim(reader, ',') ? string.read(reader) : undefined;
  const style = takeDelim(reader, ',') ? counterStyle.read(reader) : 'decimal';
  if (!style) return undefined;
  if (kind === 'counter') return { kind, name, style };
  return separator === undefined ? undefined : { kind, name, separator, style };
}

/** What is repeated; `dotted` and the like by what they stand for. */
const leaderWords = either(
  keyword('dotted', '.'),
  keyword('solid', '_'),
  keyword('space', ' '),
  string,
);

const sameDocument = either(string, url);
const pageCounter = keywords('page');

/** `target-counter("#id", page)`. Deviation: of a target's counters only its page is known. */
function readTarget(reader: Reader): SpecifiedItem | undefined {
  const address = sameDocument.read(reader);
  if (!address?.startsWith('#') || !takeDelim(reader, ',')) return undefined;
  if (!pageCounter.read(reader)) return undefined;
  const style = takeDelim(reader, ',') ? counterStyle.read(reader) : 'decimal';
  return style && { kind: 'target-counter', id: address.slice(1), style };
}

const targetPart = keywords('content', 'first-letter');

/** `target-text("#id")`. Deviation: generated words, `before` and `after`, are not known. */
function readTargetText(reader: Reader): SpecifiedItem | undefined {
  const address = sameDocument.read(reader);
  const part = takeDelim(reader, ',') ? targetPart.read(reader) : 'content';
  if (!address?.startsWith('#') || !part) return undefined;
  return { kind: 'target-text', id: address.slice(1), part };
}

function readOnPage(reader: Reader, kind: 'string' | 'element'): SpecifiedItem | undefined {
  const name = customIdent().read(reader);
  const which = takeDelim(reader, ',') ? onPage.read(reader) : 'first';
  return name === undefined || !which ? undefined : { kind, name, which };
}

const contentItem = either(
  text,
  map(url, (path) => ({ kind: 'url', path }) as const),
  quotes,
  contentFunction,
);

/**
 * The words after `/`, for those who do not see, are read and dropped.
 * Deviation: generated content has no tag of its own in the screen edition, so nothing reads them.
 */
const contentList = custom(
  '[<string> | <url> | <counter> | <quote> | attr() | <target> | leader()]+ [ / [<string> | attr()]+ ]?',
  (reader): readonly SpecifiedItem[] | undefined => {
    const items = spaceList(contentItem).read(reader);
    if (items && takeDelim(reader, '/') && !spaceList(either(text, contentFunction)).read(reader))
      return undefined;
    return items;
  },
  contentItem.words,
);

type SpecifiedContent = 'normal' | 'none' | readonly SpecifiedItem[];

function computeItem(item: SpecifiedItem, context: ComputeContext): ContentItem {
  switch (item.kind) {
    case 'attr':
      return { kind: 'text', text: context.attributeOf(item.name) ?? '' };
    case 'counter':
    case 'counters':
    case 'target-counter':
      return { ...item, style: computeCounter(item.style, context) };
    default:
      return item;
  }
}

function computeContent(value: SpecifiedContent, context: ComputeContext): Content {
  if (typeof value === 'string') return value;
  return value.map((item) => computeItem(item, context));
}

const noChanges: readonly CounterChange[] = [];

const counterChanges = (byDefault: number) =>
  either(
    keyword('none', noChanges),
    spaceList(
      custom('<counter-name> <integer>?', (reader): CounterChange | undefined => {
        const name = customIdent('none').read(reader);
        return name === undefined ? undefined : { name, value: integer.read(reader) ?? byDefault };
      }),
    ),
  );

/** Opening and closing quote for each level. */
const quotePairs = named(
  '[<string> <string>]+',
  map(spaceList(string, 2), (words) => {
    if (words.length % 2 !== 0) return undefined;
    const pairs: { open: string; close: string }[] = [];
    for (let index = 0; index < words.length; index += 2)
      pairs.push({ open: words[index] ?? '', close: words[index + 1] ?? '' });
    return pairs as readonly { readonly open: string; readonly close: string }[];
  }),
);

const listStyleType = either(text, counterStyle);
const disc: SpecifiedListType = 'disc';

function computeListType(value: SpecifiedListType, context: ComputeContext): ListStyleType {
  return typeof value === 'object' && 'kind' in value && value.kind === 'text'
    ? value
    : computeCounter(value, context);
}

const listStylePosition = keywords('outside', 'inside');

/** css-lists-3 §3.4: one `none` is of whatever is not given, two are of both. */
const listStyle = map(
  anyOrder({
    listStylePosition,
    none: keyword('none', true),
    listStyleImage: image,
    listStyleType,
  }),
  ({ none, ...given }) => ({
    ...given,
    ...(none && given.listStyleType === undefined ? { listStyleType: 'none' } : {}),
  }),
);

export const generatedProperties = {
  listStyleImage: property({
    initial: 'none',
    inherited: true,
    parse: image,
    compute: toImage,
    spec: 'css-lists-3#image-markers',
  }),
  listStyleType: property({
    initial: disc,
    inherited: true,
    parse: listStyleType,
    compute: computeListType,
    spec: 'css-lists-3#text-markers',
  }),
  listStylePosition: property({
    initial: 'outside',
    inherited: true,
    parse: listStylePosition,
    spec: 'css-lists-3#list-style-position-property',
  }),
  counterReset: property({
    initial: noChanges,
    inherited: false,
    parse: counterChanges(0),
    spec: 'css-lists-3#counter-reset',
  }),
  counterIncrement: property({
    initial: noChanges,
    inherited: false,
    parse: counterChanges(1),
    spec: 'css-lists-3#increment-set',
  }),
  counterSet: property({
    initial: noChanges,
    inherited: false,
    parse: counterChanges(0),
    spec: 'css-lists-3#increment-set',
  }),
  content: property({
    initial: 'normal',
    inherited: false,
    parse: either(keywords('normal', 'none'), contentList),
    compute: computeContent,
    spec: 'css-content-3#content-property',
    deviation:
      'Words after `/` are read and dropped. `target-counter()` knows the counter `page`, `target-text()` the element’s own words, of this document.',
  }),
  quotes: property({
    initial: 'auto',
    inherited: true,
    parse: either(keywords('auto', 'none'), quotePairs),
    spec: 'css-content-3#quotes-property',
  }),
  verticalAlign: property({
    initial: 'baseline',
    inherited: false,
    parse: either(
      keywords('baseline', 'sub', 'super', 'text-top', 'text-bottom', 'middle', 'top', 'bottom'),
      lengthPercentage,
    ),
    compute: toLength,
    spec: 'css-inline-3#propdef-vertical-align',
  }),
};

export const generatedShorthands = {
  listStyle: shorthand({
    longhands: ['listStyleType', 'listStylePosition', 'listStyleImage'],
    parse: listStyle,
    spec: 'css-lists-3#list-style-property',
  }),
};
