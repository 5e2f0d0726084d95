/**
 * A reader of PDF files (ISO 32000-1 §7.5): header, cross-reference, and objects on demand, with
 * object streams. It repairs nothing; what is damaged resolves to null and is remembered, since a
 * file that needs a repair is not one to send to a press.
 */
import {
  type CrossReference,
  type Damage,
  damage,
  type ObjectPlace,
  readCrossReference,
} from './cross-reference.ts';
import { decodeStream } from './filters.ts';
import { isKeyword, Lexer } from './lexer.ts';
import {
  as,
  type Kind,
  latin,
  numberOf,
  type ObjectOf,
  type PdfDictionary,
  type PdfObject,
  type PdfStream,
} from './object.ts';

export interface PdfFile {
  readonly kind: 'pdf';
  /** `1.6` of the first line. */
  readonly version: string;
  /** The second line is a comment of at least four bytes above 127 (§7.5.2). */
  readonly hasBinaryComment: boolean;
  readonly trailer: PdfDictionary;
  readonly catalog: PdfDictionary;
  /** Numbers of all objects in use, ascending. */
  readonly numbers: readonly number[];
  /** The object of that number; null where there is none. */
  object(number: number): PdfObject;
  /** The object itself, or what its reference leads to. */
  resolve(object: PdfObject | undefined): PdfObject;
  /** A dictionary's entry, resolved, if it is of that kind. A stream counts as its dictionary. */
  entry<K extends Kind>(dictionary: PdfDictionary, key: string, kind: K): ObjectOf<K> | null;
  /** A stream's decoded contents; null where it cannot be decoded. */
  decode(stream: PdfStream): Uint8Array | null;
  /** What was found damaged so far. */
  readonly damages: readonly string[];
}

interface Reading {
  readonly bytes: Uint8Array;
  /** A stream whose length is wrong ends where `endstream` stands. */
  readonly isForgiving: boolean;
  readonly places: ReadonlyMap<number, ObjectPlace>;
  readonly objects: Map<number, PdfObject>;
  readonly streams: Map<number, readonly PdfObject[]>;
  readonly decoded: Map<PdfStream, Uint8Array | null>;
  readonly damages: string[];
}

const streamEnd = new TextEncoder().encode('endstream');

/** Offset just after the line end that follows the word `stream`. */
function streamStart(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 13 && bytes[at + 1] === 10) return at + 2;
  return bytes[at] === 10 ? at + 1 : at;
}

function endsThere(bytes: Uint8Array, end: number): boolean {
  const lexer = new Lexer(bytes, end, false);
  lexer.skipSpace();
  return streamEnd.every((code, index) => bytes[lexer.at + index] === code);
}

/** A stream's bytes up to the next `endstream`, without the line end before it. */
function untilEnd(bytes: Uint8Array, start: number): Uint8Array | null {
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(streamEnd, start);
  if (found < 0) return null;
  let end = found;
  if (bytes[end - 1] === 10) end -= 1;
  if (bytes[end - 1] === 13) end -= 1;
  return bytes.subarray(start, Math.max(start, end));
}

/** `n g obj …` at an offset; `lengthOf` gives an indirect stream length. Null where it is not so. */
function readObjectAt(
  bytes: Uint8Array,
  offset: number,
  expected: number | null,
  lengthOf: (object: PdfObject | undefined) => number | null,
  isForgiving = false,
): { readonly object: PdfObject } | null {
  const lexer = new Lexer(bytes, offset, true);
  const number = lexer.next();
  const generation = lexer.next();
  const word = lexer.next();
  if (typeof number !== 'number' || typeof generation !== 'number') return null;
  if (!isKeyword(word) || word.value !== 'obj') return null;
  if (expected !== null && expected !== number) return null;
  const object = lexer.next();
  if (object === undefined) return null;
  // `n g obj endobj` is an empty object: null.
  if (isKeyword(object)) return object.value === 'endobj' ? { object: null } : null;
  const dictionary = as(object, 'dictionary');
  const end = lexer.next();
  if (!isKeyword(end)) return null;
  if (end.value !== 'stream' || !dictionary) return end.value === 'endobj' ? { object } : null;
  const start = streamStart(bytes, lexer.at);
  const length = lengthOf(dictionary.entries.get('Length'));
  if (length !== null && length >= 0 && endsThere(bytes, start + length))
    return { object: { kind: 'stream', dictionary, raw: bytes.subarray(start, start + length) } };
  const raw = isForgiving ? untilEnd(bytes, start) : null;
  return raw && { object: { kind: 'stream', dictionary, raw } };
}

/** The objects inside an object stream (§7.5.7), in order of their index. */
function readObjectStream(reading: Reading, number: number): readonly PdfObject[] {
  const known = reading.streams.get(number);
  if (known) return known;
  const place = reading.places.get(number);
  // An object stream cannot lie in another one; without this check they could hold each other.
  const stream = place?.kind === 'offset' ? as(readObject(reading, number), 'stream') : null;
  const bytes = stream && decodeStream(stream, (object) => resolve(reading, object));
  const objects: PdfObject[] = [];
  if (stream && bytes) {
    const { entries } = stream.dictionary;
    const count = numberOf(resolve(reading, entries.get('N'))) ?? 0;
    const first = numberOf(resolve(reading, entries.get('First'))) ?? 0;
    const index = new Lexer(bytes, 0, false);
    for (let entry = 0; entry < count; entry += 1) {
      index.next();
      const offset = index.next();
      if (typeof offset !== 'number') break;
      const object = new Lexer(bytes, first + offset, true).next();
      objects.push(object === undefined || isKeyword(object) ? null : object);
    }
  } else reading.damages.push(`object stream ${number} cannot be read`);
  reading.streams.set(number, objects);
  return objects;
}

function readObject(reading: Reading, number: number): PdfObject {
  const known = reading.objects.get(number);
  if (known !== undefined) return known;
  // Whatever asks for this object while it is read (a stream's length that is the stream) gets null.
  reading.objects.set(number, null);
  const place = reading.places.get(number);
  let object: PdfObject = null;
  if (place?.kind === 'compressed')
    object = readObjectStream(reading, place.stream)[place.index] ?? null;
  if (place?.kind === 'offset') {
    const read = readObjectAt(
      reading.bytes,
      place.offset,
      number,
      (length) => numberOf(resolve(reading, length)),
      reading.isForgiving,
    );
    if (!read) reading.damages.push(`object ${number} is not at byte ${place.offset}`);
    object = read?.object ?? null;
  }
  reading.objects.set(number, object);
  return object;
}

/** Follows references to references, but not in a circle. */
function resolve(reading: Reading, object: PdfObject | undefined): PdfObject {
  let current = object ?? null;
  for (let steps = 0; steps < 16; steps += 1) {
    const reference = as(current, 'reference');
    if (!reference) return current;
    current = readObject(reading, reference.number);
  }
  return null;
}

function entryOf<K extends Kind>(
  reading: Reading,
  dictionary: PdfDictionary,
  key: string,
  kind: K,
): ObjectOf<K> | null {
  const object = resolve(reading, dictionary.entries.get(key));
  const stream = as(object, 'stream');
  return as(stream && kind === 'dictionary' ? stream.dictionary : object, kind);
}

function decode(reading: Reading, stream: PdfStream): Uint8Array | null {
  const known = reading.decoded.get(stream);
  if (known !== undefined) return known;
  const bytes = decodeStream(stream, (object) => resolve(reading, object));
  reading.decoded.set(stream, bytes);
  return bytes;
}

/** A file whose objects' places are known. */
export function openReading(
  bytes: Uint8Array,
  { places, trailer }: CrossReference,
  isForgiving = false,
): PdfFile | Damage {
  const reading: Reading = {
    bytes,
    isForgiving,
    places,
    objects: new Map(),
    streams: new Map(),
    decoded: new Map(),
    damages: [],
  };
  const catalog = entryOf(reading, trailer, 'Root', 'dictionary');
  if (!catalog) return damage('no catalog');
  const header = latin(bytes.subarray(0, 64));
  return {
    kind: 'pdf',
    version: /^%PDF-(\d\.\d)/.exec(header)?.[1] ?? '',
    hasBinaryComment: /^%PDF-\d\.\d(?:\r\n|\r|\n)%[\x80-\xff]{4}/.test(header),
    trailer,
    catalog,
    numbers: [...places]
      .filter(([, at]) => at.kind !== 'free')
      .map(([number]) => number)
      .sort((a, b) => a - b),
    object: (number) => readObject(reading, number),
    resolve: (object) => resolve(reading, object),
    entry: (dictionary, key, kind) => entryOf(reading, dictionary, key, kind),
    decode: (stream) => decode(reading, stream),
    damages: reading.damages,
  };
}

/** A PDF file, or why its bytes are none. Objects are read when they are asked for. */
export function readPdf(bytes: Uint8Array): PdfFile | Damage {
  if (!latin(bytes.subarray(0, 5)).startsWith('%PDF-')) return damage('no %PDF- header');
  const direct = (object: PdfObject | undefined) => numberOf(object);
  const reference = readCrossReference(bytes, (offset) =>
    as(readObjectAt(bytes, offset, null, direct)?.object, 'stream'),
  );
  return reference.kind === 'damage' ? reference : openReading(bytes, reference);
}
