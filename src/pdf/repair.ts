/**
 * A second look at files whose cross-reference does not lead to their objects: every `n g obj` in
 * the bytes is found, the last of a number counts. What a file lost is not made up: an object that
 * is referred to and not there stays missing, and the caller is told.
 */
import type { CrossReference, Damage, ObjectPlace } from './cross-reference.ts';
import { damage } from './cross-reference.ts';
import { decodeStream } from './filters.ts';
import { isKeyword, Lexer } from './lexer.ts';
import {
  as,
  emptyDictionary,
  nameOf,
  numberOf,
  type PdfDictionary,
  type PdfObject,
} from './object.ts';
import { openReading, type PdfFile } from './read-pdf.ts';

const isDigit = (code: number | undefined) => code !== undefined && code >= 48 && code <= 57;
const isSpace = (code: number | undefined) =>
  code === 32 || code === 10 || code === 13 || code === 9 || code === 0 || code === 12;

/** The number that ends before `at`, white space skipped, and where it begins. */
function numberBefore(bytes: Uint8Array, at: number) {
  let end = at;
  while (end > 0 && isSpace(bytes[end - 1])) end -= 1;
  let start = end;
  while (start > 0 && end - start < 10 && isDigit(bytes[start - 1])) start -= 1;
  if (start === end) return null;
  return { start, value: Number(Buffer.from(bytes.subarray(start, end)).toString('latin1')) };
}

/** Places of all `n g obj`, the last of each number. */
function findObjects(bytes: Uint8Array): Map<number, ObjectPlace> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const places = new Map<number, ObjectPlace>();
  for (let at = buffer.indexOf('obj'); at >= 0; at = buffer.indexOf('obj', at + 3)) {
    const generation = isSpace(bytes[at - 1]) ? numberBefore(bytes, at) : null;
    const number =
      generation && isSpace(bytes[generation.start - 1])
        ? numberBefore(bytes, generation.start)
        : null;
    if (!generation || !number || number.value > 8_388_607) continue;
    places.set(number.value, {
      kind: 'offset',
      offset: number.start,
      generation: generation.value,
    });
  }
  return places;
}

/** What object streams hold, unless the file has the object outside of them. */
function addCompressed(file: PdfFile, places: Map<number, ObjectPlace>): void {
  for (const [number, place] of [...places]) {
    if (place.kind !== 'offset') continue;
    const stream = as(file.object(number), 'stream');
    if (!stream || nameOf(stream.dictionary.entries.get('Type')) !== 'ObjStm') continue;
    const bytes = decodeStream(stream, file.resolve);
    const count = numberOf(file.resolve(stream.dictionary.entries.get('N'))) ?? 0;
    const lexer = bytes && new Lexer(bytes, 0, false);
    for (let index = 0; lexer && index < count; index += 1) {
      const member = lexer.next();
      lexer.next();
      if (typeof member !== 'number') break;
      if (places.get(member)?.kind !== 'offset')
        places.set(member, { kind: 'compressed', stream: number, index });
    }
  }
}

/** The last `trailer` that names a catalog, else a cross-reference stream or a catalog itself. */
function findTrailer(bytes: Uint8Array, file: PdfFile): PdfDictionary | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (
    let at = buffer.lastIndexOf('trailer');
    at >= 0;
    at = buffer.lastIndexOf('trailer', at - 1)
  ) {
    const token = new Lexer(bytes, at + 7, true).next();
    const found = isKeyword(token) ? null : as(token, 'dictionary');
    if (found?.entries.has('Root')) return found;
    if (at === 0) break;
  }
  let best: PdfDictionary | null = null;
  for (const number of file.numbers) {
    const object = file.object(number);
    const stream = as(object, 'stream');
    const dictionary = stream?.dictionary ?? as(object, 'dictionary');
    const type = nameOf(dictionary?.entries.get('Type'));
    if (type === 'XRef' && dictionary?.entries.has('Root')) best = dictionary;
    if (type === 'Catalog' && !best) {
      const root: PdfObject = { kind: 'reference', number, generation: 0 };
      best = { kind: 'dictionary', entries: new Map([['Root', root]]) };
    }
  }
  return best;
}

/** A catalog of nothing: enough to read objects by number. */
function openLoose(bytes: Uint8Array, places: ReadonlyMap<number, ObjectPlace>): PdfFile | Damage {
  const root = { kind: 'dictionary', entries: new Map() } as const;
  const trailer: PdfDictionary = { kind: 'dictionary', entries: new Map([['Root', root]]) };
  return openReading(bytes, { kind: 'cross-reference', places, trailer }, true);
}

/** The file as its objects are found, or why there is none. `bytes` begin with `%PDF-`. */
export function repairPdf(bytes: Uint8Array): PdfFile | Damage {
  const places = findObjects(bytes);
  const loose = openLoose(bytes, places);
  if (loose.kind === 'damage') return loose;
  addCompressed(loose, places);
  const whole = openLoose(bytes, places);
  if (whole.kind === 'damage') return whole;
  const trailer = findTrailer(bytes, whole) ?? emptyDictionary;
  if (!trailer.entries.has('Root')) return damage('no catalog');
  const reference: CrossReference = { kind: 'cross-reference', places, trailer };
  return openReading(bytes, reference, true);
}
