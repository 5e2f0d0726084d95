/**
 * Objects of one PDF on their way into another: each once, with its references turned to the new
 * file's numbers. References to pages lead nowhere: the new file has its own.
 */
import { as, nameOf, type PdfDictionary, type PdfObject, type PdfReference } from './object.ts';
import type { PdfFile } from './read-pdf.ts';

export interface Importer {
  /** The object with its references turned to the new file's. */
  take(object: PdfObject): PdfObject;
}

/** May answer with an object of the new file to stand for one of the old. */
export type Replace = (object: PdfObject) => PdfObject | undefined;

/** Where imported objects go. */
export interface ImportTarget {
  reserve(): PdfReference;
  set(reference: PdfReference, object: PdfObject): void;
  /** A reference of the old file led to nothing. */
  miss(): void;
}

const treeTypes = new Set(['Page', 'Pages', 'Catalog']);

function isOfPageTree(object: PdfObject): boolean {
  const type = nameOf(as(object, 'dictionary')?.entries.get('Type'));
  return type !== null && treeTypes.has(type);
}

class ObjectImporter implements Importer {
  readonly #file: PdfFile;
  readonly #replace: Replace;
  readonly #target: ImportTarget;
  readonly #known = new Map<number, PdfObject>();
  /** Objects that have their number but are not yet written. */
  readonly #queue: (readonly [PdfReference, PdfObject])[] = [];
  #isRunning = false;

  constructor(file: PdfFile, replace: Replace, target: ImportTarget) {
    this.#file = file;
    this.#replace = replace;
    this.#target = target;
  }

  /** One after the other, since chains of references may be longer than the stack is deep. */
  take(object: PdfObject): PdfObject {
    const taken = this.#map(object);
    if (this.#isRunning) return taken;
    this.#isRunning = true;
    for (let next = this.#queue.pop(); next; next = this.#queue.pop())
      this.#target.set(next[0], this.#map(next[1]));
    this.#isRunning = false;
    return taken;
  }

  #map(object: PdfObject): PdfObject {
    if (object === null || typeof object !== 'object') return object;
    if (object.kind === 'reference') return this.#reference(object);
    const replaced = this.#replace(object);
    if (replaced !== undefined) return replaced;
    if (object.kind === 'array')
      return { kind: 'array', items: object.items.map((item) => this.#map(item)) };
    if (object.kind === 'dictionary') return this.#dictionary(object);
    if (object.kind !== 'stream') return object;
    // The length is known; where it is an object of its own, that one stays behind.
    const entries = new Map(object.dictionary.entries);
    entries.delete('Length');
    return { ...object, dictionary: this.#dictionary({ kind: 'dictionary', entries }) };
  }

  #dictionary({ entries }: PdfDictionary): PdfDictionary {
    const mapped = [...entries].map(([key, value]) => [key, this.#map(value)] as const);
    return { kind: 'dictionary', entries: new Map(mapped) };
  }

  #reference({ number }: PdfReference): PdfObject {
    const before = this.#known.get(number);
    if (before !== undefined) return before;
    const result = this.#resolve(this.#file.object(number));
    this.#known.set(number, result);
    return result;
  }

  #resolve(object: PdfObject): PdfObject {
    if (object === null) this.#target.miss();
    if (object === null || isOfPageTree(object)) return null;
    const replaced = this.#replace(object);
    if (replaced !== undefined) return replaced;
    const target = this.#target.reserve();
    this.#queue.push([target, object]);
    return target;
  }
}

export function createImporter(file: PdfFile, replace: Replace, target: ImportTarget): Importer {
  return new ObjectImporter(file, replace, target);
}
