/**
 * Where each letter of a YAML scalar stands in its file. YAML folds lines, undoes quotes, escapes
 * and indentation; walking the text and its source side by side finds each letter again.
 */
import type { Span } from '../base/index.ts';
import type { YamlScalar } from './yaml.ts';

/** A text and, for each of its UTF-16 code units, the offset in the source it was read from. */
export interface PlacedText {
  readonly text: string;
  readonly scalar: YamlScalar;
  /** One longer than the text: the last is where the scalar's content ends. */
  readonly positions: Uint32Array;
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}

/** Length of the escape at `at` in a double-quoted scalar. YAML 1.2 §5.7. */
function escapeLength(source: string, at: number): number {
  const digits = { x: 2, u: 4, U: 8 }[source[at + 1] ?? ''];
  return 2 + (digits ?? 0);
}

function contentStart({ style, span }: YamlScalar): number {
  if (style === 'plain') return span.start;
  if (style !== 'block') return span.start + 1;
  const lineEnd = span.source.text.indexOf('\n', span.start);
  return lineEnd < 0 ? span.end : lineEnd + 1;
}

/** The offset after the letter at `at` that reads as `character`. */
function stepOver(source: string, at: number, character: string, scalar: YamlScalar): number {
  if (scalar.style === 'double' && source[at] === '\\') return at + escapeLength(source, at);
  if (source[at] !== character) return at;
  return at + (scalar.style === 'single' && character === "'" ? 2 : 1);
}

/** Skips what YAML drops: line ends with their indentation, and escaped line ends. */
function skipDropped(source: string, start: number, end: number, isDouble: boolean): number {
  let at = start;
  while (at < end) {
    const isEscapedEnd = isDouble && source[at] === '\\' && /[\r\n]/.test(source[at + 1] ?? '');
    if (isEscapedEnd) at += 2;
    else if (isSpace(source[at])) at += 1;
    else break;
  }
  return at;
}

/** The scalar's text with the place of each letter. */
export function placeText(scalar: YamlScalar): PlacedText {
  const { text, span } = scalar;
  const source = span.source.text;
  const isDouble = scalar.style === 'double';
  const positions = new Uint32Array(text.length + 1);
  let at = contentStart(scalar);
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i] ?? '';
    if (!isSpace(character)) {
      at = skipDropped(source, at, span.end, isDouble);
      positions[i] = at;
      const isLowSurrogate = /[\uDC00-\uDFFF]/.test(character) && source[at] !== character;
      if (isLowSurrogate) positions[i] = positions[i - 1] ?? at;
      else at = stepOver(source, at, character, scalar);
    } else {
      positions[i] = at;
      if (isSpace(source[at])) at += source[at] === '\r' && source[at + 1] === '\n' ? 2 : 1;
      else at = stepOver(source, at, character, scalar);
    }
  }
  positions[text.length] = at;
  return { text, scalar, positions };
}

/** The place of `text.slice(start, end)`. */
export function spanOfText({ scalar, positions }: PlacedText, start: number, end: number): Span {
  const from = positions[start] ?? scalar.span.start;
  const last = positions[Math.max(end - 1, start)] ?? from;
  const after = positions[end] ?? scalar.span.end;
  const { source } = scalar.span;
  const isOneByOne = after - last === 1 || isSpace(source.text[last + 1]) || end === start;
  return { source, start: from, end: Math.max(from, isOneByOne && end > start ? last + 1 : after) };
}
