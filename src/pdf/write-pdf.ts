/**
 * Writes PDF files from objects (ISO 32000-1 §7.5), streams byte for byte as they were read. The
 * file comes in parts, so that its streams are never copied in memory. Versions from 1.5 on have
 * object streams and a cross-reference stream, older ones a table.
 */
import { createImporter, type Importer, type Replace } from './import-objects.ts';
import { as, type PdfObject, type PdfReference, type PdfStream } from './object.ts';
import {
  arrayOf,
  bytesOf,
  dictionaryOf,
  dictionaryText,
  nameObject,
  objectText,
} from './object-text.ts';
import type { PdfFile } from './read-pdf.ts';

export type Compress = (bytes: Uint8Array) => Uint8Array;

export interface PdfEnd {
  readonly root: PdfReference;
  readonly info: PdfObject;
  /** Both strings of the trailer's `/ID`. */
  readonly id: readonly [Uint8Array, Uint8Array];
}

export interface PdfWriter {
  /** A number for an object that is set later. */
  reserve(): PdfReference;
  set(reference: PdfReference, object: PdfObject): void;
  add(object: PdfObject): PdfReference;
  /**
   * Takes objects over from a file, each once. `replace` may answer with an object of the new file
   * to stand for one. References to pages lead nowhere: the new file has its own.
   */
  importer(file: PdfFile, replace?: Replace): Importer;
  /** How many references of imported objects led to nothing. */
  missing(): number;
  /** The file's parts in order. */
  finish(end: PdfEnd): readonly Uint8Array[];
}

/** The file being put together: parts, and where the next one will begin. */
class Sink {
  readonly parts: Uint8Array[] = [];
  length = 0;
  put(part: Uint8Array): void {
    this.parts.push(part);
    this.length += part.length;
  }
}

/** Where each object lies, by number. */
type Places = Map<number, { readonly stream: number; readonly at: number }>;

function putStream(sink: Sink, number: number, { dictionary, raw }: PdfStream): void {
  const entries = new Map(dictionary.entries).set('Length', raw.length);
  const head = dictionaryText({ kind: 'dictionary', entries });
  sink.put(bytesOf(`${number} 0 obj${head}stream\n`));
  sink.put(raw);
  sink.put(bytesOf('\nendstream endobj\n'));
}

/** Objects that one object stream holds. */
const objectStreamSize = 200;

function packObjects(
  objects: readonly (readonly [number, PdfObject])[],
  compress: Compress,
): PdfStream {
  let at = 0;
  const index: string[] = [];
  const texts = objects.map(([number, object]) => {
    const text = objectText(object);
    index.push(`${number} ${at}`);
    at += text.length + 1;
    return text;
  });
  const head = `${index.join(' ')}\n`;
  return {
    kind: 'stream',
    dictionary: dictionaryOf({
      Type: nameObject('ObjStm'),
      N: objects.length,
      First: head.length,
      Filter: nameObject('FlateDecode'),
    }),
    raw: compress(bytesOf(`${head}${texts.join('\n')}`)),
  };
}

function crossReferenceTable(places: Places, size: number): string {
  const lines = Array.from({ length: size }, (_, number) => {
    const place = places.get(number);
    return place ? `${String(place.at).padStart(10, '0')} 00000 n \n` : '0000000000 65535 f \n';
  });
  return `xref\n0 ${size}\n${lines.join('')}`;
}

/** Rows of type (1), place (5) and index (2 bytes) (§7.5.8.3). */
function crossReferenceRows(places: Places, size: number): Uint8Array {
  const rows = Buffer.alloc(size * 8);
  for (let number = 0; number < size; number += 1) {
    const place = places.get(number);
    const at = number * 8;
    if (!place) continue;
    rows[at] = place.stream === 0 ? 1 : 2;
    rows.writeUIntBE(place.stream === 0 ? place.at : place.stream, at + 1, 5);
    rows.writeUInt16BE(place.stream === 0 ? 0 : place.at, at + 6);
  }
  return rows;
}

function trailerEntries({ root, info, id }: PdfEnd, size: number) {
  const strings = id.map((bytes): PdfObject => ({ kind: 'string', bytes }));
  return { Size: size, Root: root, Info: info ?? undefined, ID: arrayOf(strings) };
}

function putPacked(
  sink: Sink,
  objects: readonly PdfObject[],
  end: PdfEnd,
  compress: Compress,
): void {
  const places: Places = new Map();
  let loose: [number, PdfObject][] = [];
  let next = objects.length;
  const flush = () => {
    if (loose.length === 0) return;
    for (const [index, [number]] of loose.entries())
      places.set(number, { stream: next, at: index });
    places.set(next, { stream: 0, at: sink.length });
    putStream(sink, next, packObjects(loose, compress));
    next += 1;
    loose = [];
  };
  for (const [number, object] of objects.entries()) {
    if (number === 0) continue;
    const stream = as(object, 'stream');
    if (stream) {
      places.set(number, { stream: 0, at: sink.length });
      putStream(sink, number, stream);
    } else loose.push([number, object]);
    if (loose.length === objectStreamSize) flush();
  }
  flush();
  const start = sink.length;
  places.set(next, { stream: 0, at: start });
  const dictionary = dictionaryOf({
    Type: nameObject('XRef'),
    ...trailerEntries(end, next + 1),
    W: arrayOf([1, 5, 2]),
    Filter: nameObject('FlateDecode'),
  });
  const raw = compress(crossReferenceRows(places, next + 1));
  putStream(sink, next, { kind: 'stream', dictionary, raw });
  sink.put(bytesOf(`startxref\n${start}\n%%EOF\n`));
}

function putPlain(sink: Sink, objects: readonly PdfObject[], end: PdfEnd): void {
  const places: Places = new Map();
  for (const [number, object] of objects.entries()) {
    if (number === 0) continue;
    places.set(number, { stream: 0, at: sink.length });
    const stream = as(object, 'stream');
    if (stream) putStream(sink, number, stream);
    else sink.put(bytesOf(`${number} 0 obj\n${objectText(object)}\nendobj\n`));
  }
  const start = sink.length;
  sink.put(bytesOf(crossReferenceTable(places, objects.length)));
  const trailer = dictionaryText(dictionaryOf(trailerEntries(end, objects.length)));
  sink.put(bytesOf(`trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`));
}

/** A new file. `version` such as `1.6`. */
export function createPdfWriter(version: string, compress: Compress): PdfWriter {
  const objects: PdfObject[] = [null];
  let missing = 0;
  const reserve = (): PdfReference => {
    objects.push(null);
    return { kind: 'reference', number: objects.length - 1, generation: 0 };
  };
  const set = ({ number }: PdfReference, object: PdfObject) => {
    objects[number] = object;
  };

  return {
    reserve,
    set,
    add(object) {
      const reference = reserve();
      set(reference, object);
      return reference;
    },
    importer(file, replace = () => undefined) {
      const miss = () => {
        missing += 1;
      };
      return createImporter(file, replace, { reserve, set, miss });
    },
    missing: () => missing,
    finish(end) {
      const sink = new Sink();
      sink.put(bytesOf(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`));
      if (Number(version) >= 1.5) putPacked(sink, objects, end, compress);
      else putPlain(sink, objects, end);
      return sink.parts;
    },
  };
}
