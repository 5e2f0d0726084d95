/**
 * Where a file's objects lie (ISO 32000-1 §7.5.4–7.5.8): classic tables, cross-reference streams
 * and both mixed, through all earlier revisions. Nothing is guessed: a table that does not say
 * where the objects are makes the file a damaged one.
 */
import { decodeStream } from './filters.ts';
import { isKeyword, Lexer } from './lexer.ts';
import {
  as,
  emptyDictionary,
  latin,
  numberOf,
  type PdfDictionary,
  type PdfObject,
  type PdfStream,
} from './object.ts';

export type ObjectPlace =
  | { readonly kind: 'free' }
  | { readonly kind: 'offset'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'compressed'; readonly stream: number; readonly index: number };

export interface CrossReference {
  readonly kind: 'cross-reference';
  readonly places: ReadonlyMap<number, ObjectPlace>;
  /** The newest revision's trailer. */
  readonly trailer: PdfDictionary;
}

export interface Damage {
  readonly kind: 'damage';
  /** What is wrong, for people who know PDF: `no startxref`. */
  readonly reason: string;
}

/** A file has fewer revisions and objects than this. */
const mostRevisions = 200;
const mostObjects = 1_000_000;

export function damage(reason: string): Damage {
  return { kind: 'damage', reason };
}

type Places = Map<number, ObjectPlace>;

/** Newer revisions are read first, so a number that is known already keeps its place. */
function place(places: Places, number: number, at: ObjectPlace): void {
  if (!places.has(number)) places.set(number, at);
}

/** `xref` was read; the lexer stands before the first subsection. Returns the trailer. */
function readTable(bytes: Uint8Array, lexer: Lexer, places: Places): PdfDictionary | null {
  for (;;) {
    const first = lexer.next();
    if (isKeyword(first)) {
      if (first.value !== 'trailer') return null;
      const trailer = lexer.next();
      return isKeyword(trailer) ? null : as(trailer, 'dictionary');
    }
    const count = lexer.next();
    if (typeof first !== 'number' || typeof count !== 'number' || count > mostObjects) return null;
    lexer.skipSpace();
    if (!readSubsection(bytes, lexer, first, count, places)) return null;
  }
}

/** Entries of exactly twenty bytes: `nnnnnnnnnn ggggg n` and two end-of-line characters. */
function readSubsection(
  bytes: Uint8Array,
  lexer: Lexer,
  first: number,
  count: number,
  places: Places,
): boolean {
  for (let index = 0; index < count; index += 1) {
    const entry = latin(bytes.subarray(lexer.at, lexer.at + 20));
    const match = /^(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)$/.exec(entry);
    if (!match) return false;
    const offset = Number(match[1]);
    const generation = Number(match[2]);
    const used = match[3] === 'n';
    place(places, first + index, used ? { kind: 'offset', offset, generation } : { kind: 'free' });
    lexer.at += 20;
  }
  return true;
}

function integers(object: PdfObject | undefined): readonly number[] | null {
  const items = as(object, 'array')?.items.map((item) => numberOf(item));
  return items?.every((item) => item !== null && item >= 0) ? items.map((item) => item ?? 0) : null;
}

/** A cross-reference stream (§7.5.8): rows of three numbers, `W` bytes wide. */
function readStream(stream: PdfStream, places: Places): boolean {
  const { entries } = stream.dictionary;
  const widths = integers(entries.get('W'));
  const size = numberOf(entries.get('Size')) ?? 0;
  const sections = integers(entries.get('Index')) ?? [0, size];
  const bytes = decodeStream(stream, (object) => object ?? null);
  if (widths?.length !== 3 || widths.some((width) => width > 8) || !bytes) return false;
  let at = 0;
  const field = (width: number, initial: number) => {
    let value = width === 0 ? initial : 0;
    for (let part = 0; part < width; part += 1) value = value * 256 + (bytes[at + part] ?? 0);
    at += width;
    return value;
  };
  for (let section = 0; section + 1 < sections.length; section += 2) {
    const first = sections[section] ?? 0;
    const count = sections[section + 1] ?? 0;
    for (let number = first; number < first + count && at < bytes.length; number += 1) {
      const kind = field(widths[0] ?? 0, 1);
      const second = field(widths[1] ?? 0, 0);
      const third = field(widths[2] ?? 0, 0);
      if (kind === 1) place(places, number, { kind: 'offset', offset: second, generation: third });
      else if (kind === 2)
        place(places, number, { kind: 'compressed', stream: second, index: third });
      else place(places, number, { kind: 'free' });
    }
  }
  return true;
}

export type ReadStreamAt = (offset: number) => PdfStream | null;

function readRevision(
  bytes: Uint8Array,
  offset: number,
  places: Places,
  readStreamAt: ReadStreamAt,
): PdfDictionary | null {
  const lexer = new Lexer(bytes, offset, true);
  const first = lexer.next();
  if (isKeyword(first) && first.value === 'xref') {
    const own: Places = new Map();
    const trailer = readTable(bytes, lexer, own);
    const hidden = numberOf(trailer?.entries.get('XRefStm'));
    if (hidden !== null) {
      // A table for old readers calls free what its stream has for new ones (§7.5.8.4).
      for (const [number, at] of own) if (at.kind === 'free') own.delete(number);
      const stream = readStreamAt(hidden);
      if (!stream || !readStream(stream, own)) return null;
    }
    for (const [number, at] of own) place(places, number, at);
    return trailer;
  }
  const stream = readStreamAt(offset);
  return stream && readStream(stream, places) ? stream.dictionary : null;
}

/** All revisions' tables, newest first. `readStreamAt` reads the indirect stream object there. */
export function readCrossReference(
  bytes: Uint8Array,
  readStreamAt: ReadStreamAt,
): CrossReference | Damage {
  const tail = latin(bytes.subarray(Math.max(0, bytes.length - 2048)));
  const start = /startxref\s+(\d{1,15})\s+%%EOF\s*$/.exec(tail);
  if (!start) return damage('no startxref at the end');
  const places: Places = new Map();
  const seen = new Set<number>();
  let newest: PdfDictionary = emptyDictionary;
  let offset: number | null = Number(start[1]);
  while (offset !== null) {
    if (seen.has(offset) || seen.size > mostRevisions) return damage('revisions in a circle');
    seen.add(offset);
    const trailer = readRevision(bytes, offset, places, readStreamAt);
    if (!trailer) return damage(`no cross-reference table at byte ${offset}`);
    if (seen.size === 1) newest = trailer;
    offset = numberOf(trailer.entries.get('Prev'));
  }
  return { kind: 'cross-reference', places, trailer: newest };
}
