/**
 * Ways through a paragraph, as total fit keeps them: each is one more line on another way. A long
 * paragraph has a million of them, so they stand in columns of numbers.
 */
import type { Fitness } from './demerits.ts';

/** What a way has come to. */
export interface Way {
  /** Index of the break point it ends at. */
  readonly index: number;
  /** Number of the line that begins there. */
  readonly line: number;
  readonly fitness: Fitness;
  readonly hyphensInRow: number;
  readonly demerits: number;
  /** The way it is one line longer than; -1: it begins here. */
  readonly previous: number;
}

function grown<C extends Int32Array | Float64Array | Uint8Array>(column: C, larger: C): C {
  larger.set(column.subarray(0, larger.length));
  return larger;
}

/** Ways that there is always room for, once there has been. */
const mostKept = 16_384;

/** A list of ways that only grows; a way is known by its number. */
export class Ways {
  #size = 256;
  count = 0;
  index = new Int32Array(this.#size);
  line = new Int32Array(this.#size);
  previous = new Int32Array(this.#size);
  hyphensInRow = new Int32Array(this.#size);
  demerits = new Float64Array(this.#size);
  fitness = new Uint8Array(this.#size);
  /** 1 where some line that begins here has fitted its measure. */
  hasFitted = new Uint8Array(this.#size);

  /** Forgets all; the room of a very long paragraph is given back. */
  clear(): void {
    if (this.#size > mostKept) {
      this.#size = mostKept / 2;
      this.#grow();
    }
    this.count = 0;
  }

  add(way: Way): number {
    if (this.count === this.#size) this.#grow();
    const number = this.count++;
    this.hasFitted[number] = 0;
    this.index[number] = way.index;
    this.line[number] = way.line;
    this.previous[number] = way.previous;
    this.hyphensInRow[number] = way.hyphensInRow;
    this.demerits[number] = way.demerits;
    this.fitness[number] = way.fitness;
    return number;
  }

  /** The break points of a way, the first one first. */
  breaksOf(number: number): readonly number[] {
    const breaks: number[] = [];
    for (let at = number; at !== -1; at = this.previous[at] ?? -1) breaks.push(this.index[at] ?? 0);
    return breaks.reverse();
  }

  #grow(): void {
    const size = this.#size * 2;
    this.#size = size;
    this.index = grown(this.index, new Int32Array(size));
    this.line = grown(this.line, new Int32Array(size));
    this.previous = grown(this.previous, new Int32Array(size));
    this.hyphensInRow = grown(this.hyphensInRow, new Int32Array(size));
    this.demerits = grown(this.demerits, new Float64Array(size));
    this.fitness = grown(this.fitness, new Uint8Array(size));
    this.hasFitted = grown(this.hasFitted, new Uint8Array(size));
  }
}
