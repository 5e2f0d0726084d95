/**
 * What templates print and functions work with. The copy's words are `Words`: Handlebars calls
 * their `toHTML`, which prints them with their emphasis and marks where they came from.
 */
import type { Span } from '../base/index.ts';
import type { Day } from './copy-value.ts';
import { type Inline, mapInlineText, plainText } from './inline.ts';
import { escapeHtml, type Marker } from './origins.ts';

export interface Words {
  readonly kind: 'words';
  readonly inlines: readonly Inline[];
  readonly span: Span;
  readonly field: string | undefined;
  /** Set for number, date and address fields. */
  readonly number?: number;
  readonly day?: Day;
  readonly href?: string;
  readonly toHTML: () => string;
}

/** HTML that a function made. */
export interface Html {
  readonly kind: 'html';
  readonly toHTML: () => string;
}

/** Several paragraphs: a list of words that, printed whole, is a row of `<p>`. */
export type Paragraphs = readonly Words[] & { readonly toHTML: () => string };

function splitAtEscapes(text: string): readonly string[] {
  return text.split(/([&<>"])/).filter((part) => part !== '');
}

/** Words with marks; parts that HTML writes longer than they are get a mark of their own. */
function markText(text: string, span: Span, field: string | undefined, marker: Marker): string {
  const isVerbatim = span.end - span.start === text.length;
  if (!isVerbatim || !/[&<>"]/.test(text)) return marker.wrap({ span, field }, escapeHtml(text));
  let at = span.start;
  return splitAtEscapes(text)
    .map((part) => {
      const place = { source: span.source, start: at, end: at + part.length };
      at += part.length;
      return marker.wrap({ span: place, field }, escapeHtml(part));
    })
    .join('');
}

function inlineHtml(inline: Inline, field: string | undefined, marker: Marker): string {
  if (inline.kind === 'text') return markText(inline.text, inline.span, field, marker);
  if (inline.kind === 'break') return '<br>';
  const content = inline.children.map((child) => inlineHtml(child, field, marker)).join('');
  switch (inline.kind) {
    case 'nowrap':
      return `<span class="nowrap" style="white-space:nowrap">${content}</span>`;
    case 'note':
      return `<span class="footnote">${content}</span>`;
    case 'link':
      return `<a href="${escapeHtml(inline.href)}">${content}</a>`;
    default:
      return `<${inline.kind}>${content}</${inline.kind}>`;
  }
}

type Extras = Partial<Pick<Words, 'number' | 'day' | 'href'>>;

/** Words for templates, from understood text and the place it stands. */
export function createWords(
  inlines: readonly Inline[],
  at: { readonly span: Span; readonly field: string | undefined },
  marker: Marker,
  extras: Extras = {},
): Words {
  const { span, field } = at;
  return {
    kind: 'words',
    inlines,
    span,
    field,
    ...extras,
    toHTML: () => {
      const html = inlines.map((inline) => inlineHtml(inline, field, marker)).join('');
      return marker.wrap({ span, field, plain: plainText(inlines) }, html);
    },
  };
}

/** Words whose every text was changed; they keep their places. */
export function changeWords(words: Words, change: (text: string) => string, marker: Marker): Words {
  return createWords(mapInlineText(words.inlines, change), words, marker);
}

/** Other words in the place of `words`: a number or date written out. */
export function replaceWords(words: Words, text: string, marker: Marker): Words {
  return createWords([{ kind: 'text', text, span: words.span }], words, marker);
}

/** HTML of a function; it must be escaped already. */
export function createHtml(html: string): Html {
  return { kind: 'html', toHTML: () => html };
}

/** A row of paragraphs, each in a `<p>` of the class. */
export function paragraphsHtml(paragraphs: readonly Words[], className: string): string {
  const tag = className === '' ? '<p>' : `<p class="${escapeHtml(className)}">`;
  return paragraphs.map((words) => `${tag}${words.toHTML()}</p>`).join('\n');
}

/** A list of words that can also be printed whole. */
export function createParagraphs(paragraphs: readonly Words[]): Paragraphs {
  return Object.assign([...paragraphs], { toHTML: () => paragraphsHtml(paragraphs, '') });
}

/** Whether a value is words of the copy. */
export function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'words';
}

/** A value as the reader would see it, without markup. */
export function textOfValue(value: unknown): string {
  if (isWords(value)) return plainText(value.inlines);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** A value as a number; null where it is none. */
export function numberOfValue(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return isWords(value) ? (value.number ?? null) : null;
}

/** As Handlebars' `#if` sees it: false, 0, '', null and empty lists are false. */
export function isTruthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
