/**
 * The only file that names pdfkit. It serves as object writer: it numbers objects, turns values
 * into PDF syntax, keeps the cross-reference table. Pages, colours, fonts and metadata are ours,
 * as its own (annotations, standard fonts, `/UserUnit`, Info values as loose objects) do not suit
 * PDF/X. What is used below the public interface is marked; `tests/paint/pdfkit.test.ts` fails
 * if a new release changes it.
 */
import { type Cache, type Helpers, joinBytes } from '../../base/index.ts';
import { keptDeflate } from '../deflate.ts';

/** An object with a number, to be referred to. */
export interface PdfReference {
  readonly id: number;
}

/** True for an object with a number, as against a value to be written. */
export function isReference(value: PdfValue): value is PdfReference {
  return typeof value === 'object' && value !== null && 'id' in value && 'end' in value;
}

/** A text string, written as PDFDocEncoding or UTF-16 as it needs; made by `pdfText`. */
export interface PdfText {
  readonly length: number;
  charCodeAt(index: number): number;
}

/** Strings are names, `Uint8Array`s are hexadecimal strings. Names must be escaped already. */
export type PdfValue =
  | string
  | number
  | boolean
  | null
  | PdfText
  | Uint8Array
  | PdfReference
  | readonly PdfValue[]
  | PdfDictionary;

export interface PdfDictionary {
  readonly [key: string]: PdfValue | undefined;
}

export interface PdfFileOptions {
  readonly version: '1.4' | '1.6' | '1.7';
  /** False leaves streams that we compress ourselves readable, for tests. */
  readonly compress: boolean;
  /** Where compressed streams are kept between runs. */
  readonly cache: Cache;
  /** Absent: all is compressed on this thread. */
  readonly helpers?: Helpers | undefined;
}

/** A number in the file, for an object that contents refer to before it is there. */
export interface PdfPlace {
  readonly reference: PdfReference;
  object(value: PdfDictionary): void;
  /** As `PdfFile.codedStream`. */
  codedStream(dictionary: PdfDictionary, bytes: Uint8Array): void;
  /** The null object: a reference to it is one to nothing (ISO 32000-1 §7.3.9). */
  nothing(): void;
}

export interface PdfFile {
  /** An object written now. */
  object(value: PdfValue): PdfReference;
  /** A stream that is compressed on the way. */
  stream(dictionary: PdfDictionary, bytes: Uint8Array): PdfReference;
  /** A stream whose bytes go in as they are; the dictionary says how they are coded. */
  codedStream(dictionary: PdfDictionary, bytes: Uint8Array): PdfReference;
  /** A number for an object that is written later, before the file is finished. */
  reserve(): PdfPlace;
  /** Appends a page; `Type` and `Parent` are added. */
  page(dictionary: PdfDictionary): PdfReference;
  /**
   * The finished file. `close` is given everything written so far (the contents, from which
   * identifiers are made) and answers with what ends the file; it may still write objects.
   */
  finish(close: (body: Uint8Array) => FileEnd): Uint8Array;
}

export interface FileEnd {
  /** Catalog entries besides `Type` and `Pages`. */
  readonly catalog: PdfDictionary;
  readonly info: PdfDictionary;
  /** Both strings of the trailer's `/ID`. */
  readonly id: Uint8Array;
}

/** What we use of a pdfkit reference: `data` may be changed until `end` writes it. */
interface KitReference extends PdfReference {
  data: unknown;
  end(chunk?: Uint8Array): void;
}

/** What we use of a pdfkit document. Private members have a leading underscore. */
interface KitDocument {
  ref(data: unknown): KitReference;
  read(): Uint8Array | null;
  /** Where each object begins, by number − 1; null until it is written. */
  _offsets: (number | null)[];
  _root: KitReference;
  _info: KitReference;
  _id: Uint8Array;
  _finalize(): void;
}

/** A text string (ISO 32000-1 §7.9.2.2), for titles and the like. */
export function pdfText(text: string): PdfText {
  // pdfkit tells text from names by the wrapper object.
  return new String(text);
}

/** A name with everything but plain letters, digits and the like escaped, as UTF-8 (§7.3.5). */
export function pdfName(name: string): string {
  let escaped = '';
  for (const byte of new TextEncoder().encode(name)) {
    const isPlain =
      byte > 0x20 && byte < 0x7f && !'#%()/<>[]{}'.includes(String.fromCharCode(byte));
    escaped += isPlain
      ? String.fromCharCode(byte)
      : `#${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return escaped;
}

async function openDocument(version: PdfFileOptions['version']): Promise<KitDocument> {
  const { default: PDFDocument } = await import('pdfkit');
  const options = {
    pdfVersion: version,
    // Streams are compressed by us, so that bytes do not depend on the machine's zlib.
    compress: false,
    autoFirstPage: false,
    // Otherwise Helvetica's metrics are loaded, and its dictionary may be written.
    font: null,
    // The constructor reads the clock and hashes it into its `_id` unless told the date.
    info: { CreationDate: new Date(0) },
  };
  // Types of @types/pdfkit know neither `font: null` nor the private members.
  const Document = PDFDocument as unknown as new (settings: typeof options) => KitDocument;
  return new Document(options);
}

/** An empty file. Loads pdfkit. */
export async function createPdfFile(options: PdfFileOptions): Promise<PdfFile> {
  const { version, compress, cache } = options;
  const document = await openDocument(version);
  const deflate = compress ? keptDeflate(6, cache) : null;
  // Private: the constructor has numbered a catalog, page tree, name tree and outline of its own
  // but written none of them. We begin at 1 again.
  document._offsets = [];
  const kids: PdfReference[] = [];
  const pages = document.ref({});

  const object = (value: unknown): KitReference => {
    const reference = document.ref(value);
    reference.end();
    return reference;
  };

  const endAsStream = (reference: KitReference, dictionary: PdfDictionary, bytes: Uint8Array) => {
    reference.data = { ...dictionary, Length: 0 };
    // pdfkit writes no stream at all where there are no bytes.
    reference.end(bytes.length > 0 ? bytes : new Uint8Array([0x0a]));
  };

  const codedStream = (dictionary: PdfDictionary, bytes: Uint8Array): KitReference => {
    const reference = document.ref({});
    endAsStream(reference, dictionary, bytes);
    return reference;
  };

  return {
    object,
    codedStream,
    stream(dictionary, bytes) {
      return deflate
        ? codedStream({ ...dictionary, Filter: 'FlateDecode' }, deflate(bytes))
        : codedStream(dictionary, bytes);
    },
    reserve() {
      const reference = document.ref({});
      return {
        reference,
        object(value) {
          reference.data = value;
          reference.end();
        },
        codedStream: (dictionary, bytes) => endAsStream(reference, dictionary, bytes),
        nothing() {
          reference.data = null;
          reference.end();
        },
      };
    },
    page(dictionary) {
      const page = object({ Type: 'Page', Parent: pages, ...dictionary });
      kids.push(page);
      return page;
    },
    finish(close) {
      pages.data = { Type: 'Pages', Count: kids.length, Kids: kids };
      pages.end();
      const body = document.read() ?? new Uint8Array();
      const { catalog, info, id } = close(body);
      // Not `end()`: it writes each Info value as an object of its own (a checker looks for
      // `/Trapped /False` in place), and its own catalog.
      document._root = object({ Type: 'Catalog', Pages: pages, ...catalog });
      document._info = object(info);
      document._id = id;
      document._finalize();
      return joinBytes([body, document.read() ?? new Uint8Array()]);
    },
  };
}
