/**
 * The ways to one break, while it is looked at: the cheapest for each state that can still matter,
 * which is the number of the line that ends there, its fitness, and the hyphens in a row. In
 * columns of numbers, used again from break to break: a book has half a million of them.
 */
import { costs, type Fitness } from './demerits.ts';
import type { Ways } from './ways.ts';

/** More hyphens in a row are not told apart. */
const mostHyphens = 7;
const rowSize = mostHyphens + 1;
const fitnessCount = 4;

/** States of one line's number. */
const statesOfLine = rowSize * fitnessCount;

export class Candidates {
  #count = 0;
  #uniformFrom = 0;
  /** Lines with candidates, the numbers from `#uniformFrom` on being one. */
  #firstLine = 0;
  #lastLine = -1;
  #line = new Int32Array(statesOfLine);
  #hyphens = new Int32Array(statesOfLine);
  #fitness = new Uint8Array(statesOfLine);
  #demerits = new Float64Array(statesOfLine);
  #previous = new Int32Array(statesOfLine);
  #state = new Uint32Array(statesOfLine);
  /** By state, one more than its candidate's place; 0 where it has none. */
  #places = new Uint32Array(statesOfLine);
  /** By line and hyphens: the cheapest with no more hyphens in a row. */
  #least = new Float64Array(rowSize).fill(Number.POSITIVE_INFINITY);

  /** For another paragraph, whose lines from `uniformFrom` on have one measure. */
  reset(uniformFrom: number): void {
    this.clear();
    const lines = uniformFrom + 1;
    this.#uniformFrom = uniformFrom;
    if (this.#places.length >= lines * statesOfLine) return;
    this.#line = new Int32Array(lines * statesOfLine);
    this.#hyphens = new Int32Array(lines * statesOfLine);
    this.#fitness = new Uint8Array(lines * statesOfLine);
    this.#demerits = new Float64Array(lines * statesOfLine);
    this.#previous = new Int32Array(lines * statesOfLine);
    this.#state = new Uint32Array(lines * statesOfLine);
    this.#places = new Uint32Array(lines * statesOfLine);
    this.#least = new Float64Array(lines * rowSize).fill(Number.POSITIVE_INFINITY);
  }

  /** For the next break. */
  clear(): void {
    // A few numbers each time: by hand that is faster than `fill`.
    for (let place = 0; place < this.#count; place++) this.#places[this.#state[place] ?? 0] = 0;
    const end = (this.#lastLine + 1) * rowSize;
    for (let at = this.#firstLine * rowSize; at < end; at++)
      this.#least[at] = Number.POSITIVE_INFINITY;
    this.#count = 0;
    this.#firstLine = this.#uniformFrom;
    this.#lastLine = -1;
  }

  /**
   * What a way must not cost more than that ends `line`: another to the same break costs so much
   * less that no lines after it could make up for it, nor has it more hyphens in a row.
   */
  limit(line: number, hyphensInRow: number): number {
    const row = line < this.#uniformFrom ? line : this.#uniformFrom;
    const hyphens = hyphensInRow < mostHyphens ? hyphensInRow : mostHyphens;
    return (this.#least[row * rowSize + hyphens] ?? 0) + costs.uneven;
  }

  /** Adds a way, of lines up to `line`, unless a cheaper one is in the same state. */
  add(
    line: number,
    fitness: Fitness,
    hyphensInRow: number,
    demerits: number,
    previous: number,
  ): void {
    const row = line < this.#uniformFrom ? line : this.#uniformFrom;
    const hyphens = hyphensInRow < mostHyphens ? hyphensInRow : mostHyphens;
    this.#note(row, hyphens, demerits);
    const state = (row * rowSize + hyphens) * fitnessCount + fitness;
    let place = (this.#places[state] ?? 0) - 1;
    if (place === -1) {
      place = this.#count++;
      this.#places[state] = place + 1;
      this.#state[place] = state;
    } else if (demerits >= (this.#demerits[place] ?? 0)) return;
    this.#line[place] = line;
    this.#hyphens[place] = hyphensInRow;
    this.#fitness[place] = fitness;
    this.#demerits[place] = demerits;
    this.#previous[place] = previous;
  }

  #note(row: number, hyphens: number, demerits: number): void {
    if (row < this.#firstLine) this.#firstLine = row;
    if (row > this.#lastLine) this.#lastLine = row;
    const end = (row + 1) * rowSize;
    for (let at = row * rowSize + hyphens; at < end; at++) {
      // With more hyphens allowed the least is never more.
      if (demerits >= (this.#least[at] ?? 0)) break;
      this.#least[at] = demerits;
    }
  }

  /** Hands over those that no other must always do better than, as ways that end at `index`. */
  moveSurvivors(ways: Ways, index: number): void {
    for (let place = 0; place < this.#count; place++) {
      const line = this.#line[place] ?? 0;
      const hyphens = this.#hyphens[place] ?? 0;
      if ((this.#demerits[place] ?? 0) > this.limit(line, hyphens)) continue;
      const way = ways.open();
      ways.index[way] = index;
      ways.line[way] = line;
      ways.hyphensInRow[way] = hyphens;
      ways.fitness[way] = this.#fitness[place] ?? 1;
      ways.demerits[way] = this.#demerits[place] ?? 0;
      ways.previous[way] = this.#previous[place] ?? -1;
    }
  }
}
