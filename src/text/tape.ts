/**
 * Whole numbers and columns of numbers in a row, in one buffer: what a thread hands over without a
 * copy. Read in the order in which it was written.
 */
import type { Handed } from '../base/index.ts';

export type Column = Uint8Array | Uint32Array | Int32Array | Float64Array;

export interface Tape extends Handed {
  readonly integers: Int32Array;
}

/** Columns begin where numbers of any size may. */
const alignment = 8;

export class TapeWriter {
  readonly #integers: number[] = [];
  readonly #columns: Column[] = [];
  #size = 0;

  integer(value: number): void {
    this.#integers.push(value);
  }

  column(column: Column): void {
    this.#integers.push(column.length);
    this.#columns.push(column);
    this.#size += paddedTo(column.byteLength);
  }

  finish(): Tape {
    const buffer = new ArrayBuffer(this.#size);
    const bytes = new Uint8Array(buffer);
    let at = 0;
    for (const column of this.#columns) {
      bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
      at += paddedTo(column.byteLength);
    }
    return { buffer, integers: Int32Array.from(this.#integers) };
  }
}

function paddedTo(bytes: number): number {
  return Math.ceil(bytes / alignment) * alignment;
}

export class TapeReader {
  readonly #tape: Tape;
  #next = 0;
  #at = 0;

  constructor(tape: Tape) {
    this.#tape = tape;
  }

  integer(): number {
    return this.#tape.integers[this.#next++] ?? 0;
  }

  /** The next column, which is of the same kind as `sample`. */
  column<C extends Column>(sample: C): C {
    const length = this.integer();
    const at = this.#at;
    this.#at += paddedTo(length * sample.BYTES_PER_ELEMENT);
    const Kind = sample.constructor as new (buffer: ArrayBuffer, at: number, length: number) => C;
    return new Kind(this.#tape.buffer, at, length);
  }
}
