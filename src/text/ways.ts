/**
 * Ways through a paragraph, as total fit keeps them: each is one more line on another way. A long
 * paragraph has a million of them, so they stand in columns of numbers.
 */

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
  /** Index of the break point it ends at. */
  index = new Int32Array(this.#size);
  /** Number of the line that begins there. */
  line = new Int32Array(this.#size);
  /** The way it is one line longer than; -1: it begins here. */
  previous = new Int32Array(this.#size);
  hyphensInRow = new Int32Array(this.#size);
  demerits = new Float64Array(this.#size);
  /** `Fitness` of its last line. */
  fitness = new Uint8Array(this.#size);
  /** 1 where some line that begins here has fitted its measure. */
  hasFitted = new Uint8Array(this.#size);

  /** Forgets all but the paragraph's start; the room of a very long paragraph is given back. */
  restart(): void {
    if (this.#size > mostKept) {
      this.#size = mostKept / 2;
      this.#grow();
    }
    this.count = 0;
    const start = this.open();
    this.index[start] = 0;
    this.line[start] = 0;
    this.previous[start] = -1;
    this.hyphensInRow[start] = 0;
    this.demerits[start] = 0;
    this.fitness[start] = 1;
  }

  /** Room for one more, whose columns are to be filled; its number. */
  open(): number {
    if (this.count === this.#size) this.#grow();
    const way = this.count++;
    this.hasFitted[way] = 0;
    return way;
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
