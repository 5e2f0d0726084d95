/**
 * A text node's words parted by origin. The parser gives the node's place in the markup and its
 * text with character references undone; both are walked side by side.
 */
import type { TextPiece } from './document.ts';
import { isVerbatim } from './html-tree.ts';
import { firstOriginAfter, type Markup, type Origin, originAt } from './origins.ts';

/** A character reference of HTML (`&amp;`) as the text it stands for. */
export type DecodeReference = (reference: string) => string;

/** A stretch of the node's text and the stretch of markup that it was read from. */
interface Matched {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const reference = /&(?:#[xX]?[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?/y;

/** Where the markup after `at` goes on as text: after a tag that the parser moved away. */
function skipTag(html: string, at: number): number {
  const end = html.indexOf('>', at);
  return end < 0 ? html.length : end + 1;
}

/** A text that stands in the markup as it is, as most do. */
function isWritten(html: string, start: number, end: number, value: string): boolean {
  return (
    value !== '' &&
    value.length <= end - start &&
    html.startsWith(value, start) &&
    !value.includes('&')
  );
}

/** The text cut at references and line ends, each part with its place in the markup. */
function matchText(
  html: string,
  start: number,
  end: number,
  value: string,
  decode: DecodeReference,
): readonly Matched[] {
  if (isWritten(html, start, end, value))
    return [{ text: value, start, end: start + value.length }];
  const matched: Matched[] = [];
  let at = start;
  let from = start;
  let done = 0;
  const flush = (until: number) => {
    if (until > from)
      matched.push({ text: value.slice(done - (until - from), done), start: from, end: until });
  };
  while (at < end && done < value.length) {
    const character = html[at];
    reference.lastIndex = at;
    const found = character === '&' ? reference.exec(html)?.[0] : undefined;
    const decoded = found === undefined ? undefined : decode(found);
    if (found !== undefined && decoded !== undefined && decoded !== found) {
      flush(at);
      matched.push({ text: decoded, start: at, end: at + found.length });
      done += decoded.length;
      at += found.length;
      from = at;
    } else if (character === value[done]) {
      at += 1;
      done += 1;
    } else {
      flush(at);
      at = character === '<' ? skipTag(html, at) : at + 1;
      from = at;
    }
  }
  flush(at);
  return matched;
}

function pieceOf(text: string, start: number, end: number, origin: Origin | undefined): TextPiece {
  if (!origin) return { text };
  const { span, field } = origin;
  const isWhole = start === origin.start && end === origin.end;
  const from = span.start + start - origin.start;
  const place =
    isVerbatim(origin) && !isWhole
      ? { source: span.source, start: from, end: from + end - start }
      : span;
  return field === undefined ? { text, span: place } : { text, span: place, field };
}

/** Whether two pieces are one in their source too. */
function isContinuation(before: TextPiece, next: TextPiece): boolean {
  const a = before.span;
  const b = next.span;
  return (
    a !== undefined &&
    b !== undefined &&
    a.source === b.source &&
    a.end === b.start &&
    before.field === next.field &&
    a.end - a.start === before.text.length &&
    b.end - b.start === next.text.length
  );
}

function joinPieces(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const joined: TextPiece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (before?.span && piece.span && isContinuation(before, piece))
      joined[joined.length - 1] = {
        ...piece,
        text: before.text + piece.text,
        span: { ...before.span, end: piece.span.end },
      };
    else joined.push(piece);
  }
  return joined;
}

/** One matched stretch cut where its origins change. */
function cutAtOrigins({ text, start, end }: Matched, origins: readonly Origin[]): TextPiece[] {
  const isPlain = text.length === end - start;
  const pieces: TextPiece[] = [];
  let index = firstOriginAfter(origins, start);
  for (let at = start; at < end; ) {
    const origin = origins[index];
    const isInside = origin !== undefined && origin.start <= at;
    const until = !isPlain ? end : Math.min(end, isInside ? origin.end : (origin?.start ?? end));
    const part = isPlain ? text.slice(at - start, until - start) : text;
    pieces.push(pieceOf(part, at, until, isInside ? origin : undefined));
    at = until;
    if (isInside) index += 1;
  }
  return pieces;
}

/** The pieces of a text node between two offsets of the markup. Their texts make up `value`. */
export function textPieces(
  value: string,
  markup: Markup,
  place: { readonly start: number; readonly end: number },
  decode: DecodeReference,
): readonly TextPiece[] {
  const matched = matchText(markup.html, place.start, place.end, value, decode);
  const pieces = joinPieces(matched.flatMap((part) => cutAtOrigins(part, markup.origins)));
  const isWhole = pieces.reduce((sum, { text }) => sum + text.length, 0) === value.length;
  if (isWhole) return pieces;
  return [pieceOf(value, place.start, place.end, originAt(markup.origins, place.start))];
}
