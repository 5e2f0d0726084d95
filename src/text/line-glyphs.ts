/**
 * The glyphs of one line while it is set, in columns that are used again from line to line. A piece
 * of the line is a stretch of them.
 */

/** Bits of `LineGlyphs.kinds`. */
export const glyphKind = {
  /** A word space, which justified lines stretch. */
  space: 1,
  /** A letter ends with it: letter space stands after it. */
  endsLetter: 2,
  /** It stands for one UTF-16 unit of the text, or is a hyphen that was added. */
  isOneUnit: 4,
} as const;

function larger<C extends Uint8Array | Uint32Array | Float64Array>(column: C, grown: C): C {
  grown.set(column);
  return grown;
}

export class LineGlyphs {
  #size = 256;
  count = 0;
  ids = new Uint32Array(this.#size);
  /** In pt, tracking included, before the line is justified; so are the offsets. */
  advances = new Float64Array(this.#size);
  xOffsets = new Float64Array(this.#size);
  yOffsets = new Float64Array(this.#size);
  kinds = new Uint8Array(this.#size);
  /** What each stands for; '' for the second and later glyphs of a cluster. */
  readonly texts: string[] = [];

  clear(): void {
    this.count = 0;
  }

  /** Room for one more, whose columns are to be filled; its place. */
  open(): number {
    if (this.count === this.#size) this.#grow();
    return this.count++;
  }

  #grow(): void {
    const size = this.#size * 2;
    this.#size = size;
    this.ids = larger(this.ids, new Uint32Array(size));
    this.advances = larger(this.advances, new Float64Array(size));
    this.xOffsets = larger(this.xOffsets, new Float64Array(size));
    this.yOffsets = larger(this.yOffsets, new Float64Array(size));
    this.kinds = larger(this.kinds, new Uint8Array(size));
  }
}
