/**
 * The glyphs of a run, in columns that many runs share: a book has a million, and an object for each
 * would fill the memory and be what clearing it away is mostly about.
 */
import type { Glyph } from './types.ts';

interface Columns {
  readonly ids: Uint16Array;
  readonly advances: Float64Array;
  /** Rows that are taken. */
  used: number;
}

const chunkRows = 8192;

let chunk: Columns | undefined;

function openColumns(rows: number): Columns {
  return { ids: new Uint16Array(rows), advances: new Float64Array(rows), used: 0 };
}

/** Columns with so many rows that are free. */
function columnsFor(rows: number): Columns {
  if (rows > chunkRows) return openColumns(rows);
  if (!chunk || chunk.used + rows > chunkRows) chunk = openColumns(chunkRows);
  return chunk;
}

/** What each glyph stands for: as one string where that is one UTF-16 unit each. */
export type GlyphTexts = string | readonly string[];

/** As JSON has it. */
export interface GlyphsJson {
  readonly ids: readonly number[];
  readonly advances: readonly number[];
  readonly texts: GlyphTexts;
  /** x and y in turns; left out where all are 0. */
  readonly offsets?: readonly number[];
}

/** Glyphs in the order in which they stand. Lengths in pt at the run's size; `Glyph` says what is what. */
export class Glyphs implements Iterable<Glyph> {
  readonly length: number;
  readonly #columns: Columns;
  readonly #start: number;
  readonly #texts: GlyphTexts;
  readonly #offsets: Float64Array | null;

  private constructor(
    columns: Columns,
    start: number,
    length: number,
    texts: GlyphTexts,
    offsets: Float64Array | null,
  ) {
    this.#columns = columns;
    this.#start = start;
    this.length = length;
    this.#texts = texts;
    this.#offsets = offsets;
  }

  /** Copies what is in the columns given. `offsets`: x and y in turns, null where all are 0. */
  static of(
    ids: ArrayLike<number>,
    advances: ArrayLike<number>,
    texts: GlyphTexts,
    offsets: Float64Array | null,
  ): Glyphs {
    const { length } = ids;
    const columns = columnsFor(length);
    const start = columns.used;
    columns.used += length;
    columns.ids.set(ids, start);
    columns.advances.set(advances, start);
    return new Glyphs(columns, start, length, texts, offsets);
  }

  static from(glyphs: readonly Glyph[]): Glyphs {
    const isShifted = glyphs.some(({ xOffsetPt, yOffsetPt }) => xOffsetPt !== 0 || yOffsetPt !== 0);
    return Glyphs.of(
      glyphs.map(({ id }) => id),
      glyphs.map(({ advancePt }) => advancePt),
      glyphs.map(({ text }) => text),
      isShifted
        ? Float64Array.from(glyphs.flatMap(({ xOffsetPt, yOffsetPt }) => [xOffsetPt, yOffsetPt]))
        : null,
    );
  }

  static fromJson({ ids, advances, texts, offsets }: GlyphsJson): Glyphs {
    return Glyphs.of(ids, advances, texts, offsets ? Float64Array.from(offsets) : null);
  }

  toJSON(): GlyphsJson {
    const { ids, advances } = this.#columns;
    const [start, end] = [this.#start, this.#start + this.length];
    return {
      ids: [...ids.subarray(start, end)],
      advances: [...advances.subarray(start, end)],
      texts: this.#texts,
      ...(this.#offsets ? { offsets: [...this.#offsets] } : {}),
    };
  }

  idAt(index: number): number {
    return this.#columns.ids[this.#start + index] ?? 0;
  }

  advanceAt(index: number): number {
    return this.#columns.advances[this.#start + index] ?? 0;
  }

  xOffsetAt(index: number): number {
    return this.#offsets?.[index * 2] ?? 0;
  }

  yOffsetAt(index: number): number {
    return this.#offsets?.[index * 2 + 1] ?? 0;
  }

  /** '' for the second and later glyphs of a cluster, and beyond the last glyph. */
  textAt(index: number): string {
    return this.#texts[index] ?? '';
  }

  /** A stretch of them. */
  slice(from: number, to: number): Glyphs {
    return new Glyphs(
      this.#columns,
      this.#start + from,
      to - from,
      this.#texts.slice(from, to),
      this.#offsets?.subarray(from * 2, to * 2) ?? null,
    );
  }

  /** All that they stand for. */
  text(): string {
    return typeof this.#texts === 'string' ? this.#texts : this.#texts.join('');
  }

  widthPt(): number {
    let width = 0;
    for (let index = 0; index < this.length; index++) width += this.advanceAt(index);
    return width;
  }

  *[Symbol.iterator](): Generator<Glyph, void> {
    for (let index = 0; index < this.length; index++)
      yield {
        id: this.idAt(index),
        advancePt: this.advanceAt(index),
        xOffsetPt: this.xOffsetAt(index),
        yOffsetPt: this.yOffsetAt(index),
        text: this.textAt(index),
      };
  }
}
