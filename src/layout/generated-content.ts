/** The words of `content`: strings, counters and quotation marks (css-content-3 §1–2). */

import type { ElementNode } from '../input/index.ts';
import type { ComputedStyle, ContentItem } from '../style/index.ts';
import { type Counters, formatCounter } from './counters.ts';
import type { Targets } from './targets.ts';

/** How deep quotations are nested at this point of the document. */
export interface QuoteDepth {
  value: number;
}

interface QuotePair {
  readonly open: string;
  readonly close: string;
}

/** `quotes: auto`, outer and inner marks by language. */
const quotesByLanguage: ReadonlyMap<string, readonly QuotePair[]> = new Map([
  ['da', pairs('»«›‹')],
  ['de', pairs('„“‚‘')],
  ['en', pairs('“”‘’')],
  ['es', pairs('«»“”')],
  ['fi', pairs('””’’')],
  ['fr', pairs('«»“”')],
  ['it', pairs('«»“”')],
  ['nb', pairs('«»‘’')],
  ['nl', pairs('‘’“”')],
  ['nn', pairs('«»‘’')],
  ['no', pairs('«»‘’')],
  ['sv', pairs('””’’')],
]);

function pairs(marks: string): readonly QuotePair[] {
  return [0, 2].map((at) => ({ open: marks[at] ?? '', close: marks[at + 1] ?? '' }));
}

function quotePairs(style: ComputedStyle, language: string): readonly QuotePair[] {
  if (style.quotes === 'none') return [];
  if (style.quotes !== 'auto') return style.quotes;
  const primary = language.split('-')[0]?.toLowerCase() ?? '';
  return quotesByLanguage.get(primary) ?? pairs('“”‘’');
}

/** css-content-3 §2.3: the depth rises after an opening and falls before a closing mark. */
function quoteText(
  item: Extract<ContentItem, { readonly kind: 'quote' }>,
  style: ComputedStyle,
  language: string,
  depth: QuoteDepth,
): string {
  if (!item.isOpen && depth.value === 0) return '';
  if (!item.isOpen) depth.value--;
  const marks = quotePairs(style, language);
  const pair = marks[Math.min(depth.value, marks.length - 1)];
  if (item.isOpen) depth.value++;
  if (!item.isShown || !pair) return '';
  return item.isOpen ? pair.open : pair.close;
}

/** Where a piece of content stands: what it may ask for. */
export interface ContentPlace {
  readonly counters: Counters;
  readonly quoteDepth: QuoteDepth;
  readonly targets: Targets;
  /** Whose content it is, for messages; null in a page-margin box. */
  readonly element: ElementNode | null;
}

/** Joins without a break or a glyph: the words around a leader are none of one address. */
const wordJoiner = '\u2060';

/** Of blanks that do not vanish. */
function leaderText(pattern: string): string {
  return pattern === '' ? '' : wordJoiner + pattern.replaceAll(/\s/g, '\u00a0') + wordJoiner;
}

/** With the punctuation around it, as `::first-letter` has it (css-pseudo-4 §2.2). */
function firstLetter(words: string): string {
  return /^[\p{P}\s]*[^\p{P}\s]\p{M}*\p{P}*/u.exec(words)?.[0] ?? '';
}

/** Words of one item; null for a picture. */
export function contentText(
  item: ContentItem,
  style: ComputedStyle,
  language: string,
  { counters, quoteDepth, targets, element }: ContentPlace,
): string | null {
  switch (item.kind) {
    case 'text':
      return item.text;
    case 'leader':
      return leaderText(item.text);
    case 'url':
      return null;
    case 'counter':
      return formatCounter(counters.valuesOf(item.name).at(-1) ?? 0, item.style);
    case 'counters':
      return counters
        .valuesOf(item.name)
        .map((value) => formatCounter(value, item.style))
        .join(item.separator);
    case 'target-counter': {
      const number = targets.numbers.get(item.id);
      if (element && !targets.asked.has(item.id)) targets.asked.set(item.id, element);
      return number === undefined ? '' : formatCounter(number, item.style);
    }
    case 'target-text': {
      const words = targets.textOf(item.id);
      if (words === null && element) targets.withoutText.set(item.id, element);
      return item.part === 'content' ? (words ?? '') : firstLetter(words ?? '');
    }
    case 'string':
    case 'element':
      // Only a page-margin box knows its page.
      return '';
    case 'quote':
      return quoteText(item, style, language, quoteDepth);
  }
}
