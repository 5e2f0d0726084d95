/**
 * Where each stretch of rendered HTML came from. While a template runs, its own text and the copy's
 * words are wrapped in marks; here the marks are taken out again and the map is kept. The marks are
 * Unicode noncharacters (U+FDD0–U+FDEF), which are "for internal use by a program" and which the
 * copy therefore never has; the private-use area stays free for the signs of icon fonts.
 */
import type { Report, Span } from '../base/index.ts';
import { createMarkupScanner, type MarkupScanner } from './markup-scanner.ts';
import * as problems from './problems.ts';

/** A stretch of the rendered HTML and where it came from. */
export interface Origin {
  /** UTF-16 offsets into `Markup.html`; end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Where it is as long as the stretch, the two correspond letter by letter. */
  readonly span: Span;
  /** Dotted path of the copy's field; template text has none. */
  readonly field?: string;
}

/** HTML text with the origin of its stretches: sorted, not overlapping, with gaps. */
export interface Markup {
  readonly html: string;
  /** Path that relative addresses are resolved against: the template's `pages.hbs`. */
  readonly path: string;
  readonly origins: readonly Origin[];
}

/** What a mark says of the stretch it opens. */
export interface Mark {
  readonly span: Span;
  readonly field?: string | undefined;
  /** For the copy's words: what stands in an attribute or a title, without tags. */
  readonly plain?: string;
}

const openMark = '\uFDD0';
const openEnd = '\uFDD1';
const closeMark = '\uFDD2';
const firstDigit = 0xfdd8;

/** Hands out marks while a template is compiled and run. */
export interface Marker {
  readonly marks: readonly Mark[];
  /** The number of a new mark. */
  add(mark: Mark): number;
  /** Text between the signs that open and close a mark. */
  wrap(mark: Mark, text: string): string;
}

function opening(index: number): string {
  let digits = '';
  for (const digit of index.toString(16))
    digits += String.fromCharCode(firstDigit + Number.parseInt(digit, 16));
  return openMark + digits + openEnd;
}

/** A marker without marks yet; one for each run of a template. */
export function createMarker(): Marker {
  const marks: Mark[] = [];
  const add = (mark: Mark) => marks.push(mark) - 1;
  return { marks, add, wrap: (mark, text) => opening(add(mark)) + text + closeMark };
}

/** What opens and closes a mark that is known before the text is. */
export function markSigns(index: number): { readonly open: string; readonly close: string } {
  return { open: opening(index), close: closeMark };
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as HTML, for content and for values in quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

interface Stripping {
  readonly marked: string;
  readonly marks: readonly Mark[];
  readonly scanner: MarkupScanner;
  readonly report: Report;
  readonly parts: string[];
  length: number;
  readonly origins: Origin[];
  readonly stack: Mark[];
}

function emit(stripping: Stripping, text: string, mark: Mark | undefined): void {
  if (text === '') return;
  stripping.scanner.feed(text);
  stripping.parts.push(text);
  const start = stripping.length;
  stripping.length += text.length;
  if (!mark) return;
  const { span, field } = mark;
  const end = stripping.length;
  stripping.origins.push(field === undefined ? { start, end, span } : { start, end, span, field });
}

/** The copy's words where no tags may stand: as plain text, or not at all after a report. */
function emitPlain(stripping: Stripping, mark: Mark, plain: string): void {
  const { place } = stripping.scanner;
  const around = stripping.stack.at(-1)?.span ?? mark.span;
  if (place === 'unquoted') stripping.report(problems.attributeUnquoted(around));
  if (place === 'tag') stripping.report(problems.copyInTag(around));
  if (place === 'style') stripping.report(problems.copyInStyle(around));
  if (place === 'value' || place === 'title') emit(stripping, escapeHtml(plain), mark);
}

/** Index after the sign that closes the mark whose content begins at `start`. */
function findClose(marked: string, start: number): number {
  let depth = 1;
  let at = start;
  while (depth > 0 && at < marked.length) {
    if (marked[at] === openMark) depth += 1;
    else if (marked[at] === closeMark) depth -= 1;
    at += 1;
  }
  return at;
}

function readIndex(marked: string, start: number, end: number): number {
  let index = 0;
  for (let at = start; at < end; at += 1) index = index * 16 + marked.charCodeAt(at) - firstDigit;
  return index;
}

/** Handles the mark that opens at `at`; the index to go on from. */
function openAt(stripping: Stripping, at: number): number {
  const { marked, marks, scanner, stack } = stripping;
  const end = marked.indexOf(openEnd, at);
  const mark = marks[readIndex(marked, at + 1, end)];
  if (!mark) return end + 1;
  if (mark.plain !== undefined && scanner.place !== 'content') {
    emitPlain(stripping, mark, mark.plain);
    return findClose(marked, end + 1);
  }
  stack.push(mark);
  return end + 1;
}

/**
 * Rendered text without its marks, with the map of where its stretches came from. Reports
 * `input/unquoted-attribute`, `input/copy-in-tag` and `input/copy-in-style` (the words are left
 * out), where a template prints words in a place that would turn them into markup.
 */
export function stripMarks(
  marked: string,
  marks: readonly Mark[],
  path: string,
  report: Report,
): Markup {
  const scanner = createMarkupScanner();
  const stripping: Stripping = {
    marked,
    marks,
    scanner,
    report,
    parts: [],
    length: 0,
    origins: [],
    stack: [],
  };
  const sign = /[\uFDD0\uFDD2]/g;
  for (let at = 0; at < marked.length; ) {
    sign.lastIndex = at;
    const next = sign.exec(marked)?.index ?? marked.length;
    emit(stripping, marked.slice(at, next), stripping.stack.at(-1));
    if (next >= marked.length) break;
    if (marked[next] === openMark) at = openAt(stripping, next);
    else {
      stripping.stack.pop();
      at = next + 1;
    }
  }
  return { html: stripping.parts.join(''), path, origins: stripping.origins };
}

/** Index of the first origin that ends after an offset, by binary search. */
export function firstOriginAfter(origins: readonly Origin[], offset: number): number {
  let low = 0;
  let high = origins.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((origins[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The origin that covers an offset. */
export function originAt(origins: readonly Origin[], offset: number): Origin | undefined {
  const origin = origins[firstOriginAfter(origins, offset)];
  return origin && origin.start <= offset ? origin : undefined;
}

/** The origins that share at least a letter with a stretch, in order. */
export function originsIn(origins: readonly Origin[], start: number, end: number): Origin[] {
  const found: Origin[] = [];
  for (let index = firstOriginAfter(origins, start); index < origins.length; index += 1) {
    const origin = origins[index];
    if (!origin || origin.start >= end) break;
    found.push(origin);
  }
  return found;
}
