/**
 * How much of each pixel an outline covers, by exact area: every edge adds its signed share to the
 * pixels it crosses, and a running sum along the row gives the winding number weighted by area
 * (the method of FreeType's and font-rs' smooth rasterisers). Deterministic and without sampling.
 * Where outlines overlap inside one pixel, their shares add up to at most one.
 */

/** A rectangle of whole pixels, `x1` and `y1` not included. */
export interface PixelBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export function isEmptyBox({ x0, y0, x1, y1 }: PixelBox): boolean {
  return x0 >= x1 || y0 >= y1;
}

export function intersectBoxes(a: PixelBox, b: PixelBox): PixelBox {
  return {
    x0: Math.max(a.x0, b.x0),
    y0: Math.max(a.y0, b.y0),
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
  };
}

/** Shares of pixels, row by row over `box`, 0–1. */
export interface Coverage {
  readonly box: PixelBox;
  readonly values: Float32Array;
  /** Pixels of the box that are known to be covered wholly: what is painted there is plain copying. */
  readonly solid?: PixelBox;
}

/** How much of each of the pixels from `first` on lies between two edges. */
function sharesOf(first: number, count: number, low: number, high: number): Float32Array {
  const shares = new Float32Array(count);
  for (let index = 0, pixel = first; index < count; index += 1, pixel += 1)
    shares[index] = Math.max(0, Math.min(pixel + 1, high) - Math.max(pixel, low));
  return shares;
}

/** Collects edges over a box of pixels; used again and again, so that nothing is allocated twice. */
export class CoverageBuilder {
  #sums = new Float32Array(0);
  #values = new Float32Array(0);
  #box: PixelBox = { x0: 0, y0: 0, x1: 0, y1: 0 };
  #width = 0;
  #height = 0;
  /** Two more than the width: an edge's share may fall one pixel beyond. */
  #stride = 0;

  begin(box: PixelBox): void {
    this.#box = box;
    this.#width = box.x1 - box.x0;
    this.#height = box.y1 - box.y0;
    this.#stride = this.#width + 2;
    const size = this.#stride * this.#height;
    if (this.#sums.length < size) this.#sums = new Float32Array(size);
    else this.#sums.fill(0, 0, size);
  }

  /** An upright rectangle in one go; like `end`, good until the next work. */
  rect(box: PixelBox, left: number, top: number, right: number, bottom: number): Coverage {
    const width = box.x1 - box.x0;
    const height = box.y1 - box.y0;
    const across = sharesOf(box.x0, width, left, right);
    const down = sharesOf(box.y0, height, top, bottom);
    const values = this.#take(width * height);
    for (let row = 0, to = 0; row < height; row += 1) {
      const share = down[row] as number;
      for (let column = 0; column < width; column += 1, to += 1)
        values[to] = share * (across[column] as number);
    }
    const inside = {
      x0: Math.ceil(left),
      y0: Math.ceil(top),
      x1: Math.floor(right),
      y1: Math.floor(bottom),
    };
    const solid = intersectBoxes(inside, box);
    return isEmptyBox(solid) ? { box, values } : { box, values, solid };
  }

  #take(size: number): Float32Array {
    if (this.#values.length < size) this.#values = new Float32Array(size);
    return this.#values.subarray(0, size);
  }

  /** An edge in pixels of the page. */
  line(ax: number, ay: number, bx: number, by: number): void {
    if (ay === by) return;
    const { x0, y0 } = this.#box;
    const isDown = ay < by;
    if (isDown) this.#clipRows(ax - x0, ay - y0, bx - x0, by - y0, 1);
    else this.#clipRows(bx - x0, by - y0, ax - x0, ay - y0, -1);
  }

  #clipRows(ax: number, ay: number, bx: number, by: number, direction: number): void {
    const height = this.#height;
    if (by <= 0 || ay >= height) return;
    const slope = (bx - ax) / (by - ay);
    const top = Math.max(0, ay);
    const bottom = Math.min(height, by);
    this.#clipColumns(ax + (top - ay) * slope, top, ax + (bottom - ay) * slope, bottom, direction);
  }

  /** Left of the box an edge counts as if it ran along the box's side; right of it, not at all. */
  #clipColumns(ax: number, ay: number, bx: number, by: number, direction: number): void {
    const width = this.#width;
    if (ax >= width && bx >= width) return;
    if (ax <= 0 && bx <= 0) {
      this.#edge(0, ay, 0, by, direction);
      return;
    }
    const isInside = ax >= 0 && bx >= 0 && ax <= width && bx <= width;
    if (isInside) {
      this.#edge(ax, ay, bx, by, direction);
      return;
    }
    const yAt = (x: number) => ay + ((x - ax) * (by - ay)) / (bx - ax);
    const cuts = [0, width].filter((x) => (ax < x && x < bx) || (bx < x && x < ax));
    if (ax > bx) cuts.reverse();
    let [x, y] = [ax, ay];
    for (const cut of cuts) {
      const cutY = Math.min(by, Math.max(y, yAt(cut)));
      this.#clamped(x, y, cut, cutY, direction);
      [x, y] = [cut, cutY];
    }
    this.#clamped(x, y, bx, by, direction);
  }

  #clamped(ax: number, ay: number, bx: number, by: number, direction: number): void {
    const width = this.#width;
    if (ax >= width && bx >= width) return;
    const clamp = (x: number) => Math.min(width, Math.max(0, x));
    this.#edge(clamp(ax), ay, clamp(bx), by, direction);
  }

  /** An edge downwards, wholly inside the box. */
  #edge(ax: number, ay: number, bx: number, by: number, direction: number): void {
    const sums = this.#sums;
    const lastRow = this.#height - 1;
    const slope = by > ay ? (bx - ax) / (by - ay) : 0;
    let x = ax;
    for (let row = Math.min(lastRow, Math.floor(ay)); row <= lastRow && row < by; row += 1) {
      const share = Math.min(row + 1, by) - Math.max(row, ay);
      if (share <= 0) continue;
      const next = x + slope * share;
      this.#row(sums, row * this.#stride, x, next, share * direction);
      x = next;
    }
  }

  /** The part of an edge in one row: `amount` is its signed height. */
  #row(sums: Float32Array, start: number, xa: number, xb: number, amount: number): void {
    const left = Math.max(0, Math.min(xa, xb));
    const right = Math.min(this.#width, Math.max(xa, xb));
    const first = Math.floor(left);
    const end = Math.ceil(right);
    const at = start + first;
    if (end <= first + 1) {
      const beyond = (left + right) / 2 - first;
      sums[at] = (sums[at] ?? 0) + amount * (1 - beyond);
      sums[at + 1] = (sums[at + 1] ?? 0) + amount * beyond;
      return;
    }
    const perPixel = 1 / (right - left);
    const headShare = 1 - (left - first);
    const head = 0.5 * perPixel * headShare * headShare;
    const tailShare = right - end + 1;
    const tail = 0.5 * perPixel * tailShare * tailShare;
    sums[at] = (sums[at] ?? 0) + amount * head;
    if (end === first + 2) sums[at + 1] = (sums[at + 1] ?? 0) + amount * (1 - head - tail);
    else {
      const second = perPixel * (headShare + 0.5);
      sums[at + 1] = (sums[at + 1] ?? 0) + amount * (second - head);
      for (let pixel = first + 2; pixel < end - 1; pixel += 1)
        sums[start + pixel] = (sums[start + pixel] ?? 0) + amount * perPixel;
      const before = second + (end - first - 3) * perPixel;
      sums[start + end - 1] = (sums[start + end - 1] ?? 0) + amount * (1 - before - tail);
    }
    sums[start + end] = (sums[start + end] ?? 0) + amount * tail;
  }

  /**
   * The shares, by the nonzero or the even-odd rule (ISO 32000-1 §8.5.3.3). They lie in the
   * builder's own memory until the next `begin`; `keepCoverage` copies them out of it.
   */
  end(isEvenOdd: boolean): Coverage {
    const width = this.#width;
    const values = this.#take(width * this.#height);
    const sums = this.#sums;
    for (let row = 0; row < this.#height; row += 1) {
      let winding = 0;
      let from = row * this.#stride;
      for (let to = row * width; to < (row + 1) * width; to += 1, from += 1) {
        winding += sums[from] as number;
        const share = winding < 0 ? -winding : winding;
        values[to] = isEvenOdd ? foldWinding(share) : share > 1 ? 1 : share;
      }
    }
    return { box: this.#box, values };
  }
}

/** 0 at even winding numbers, 1 at odd ones, even between them; of either direction. */
function foldWinding(winding: number): number {
  const within = winding % 2;
  return within > 1 ? 2 - within : within;
}

/** A copy that the builder's next work leaves alone. */
export function keepCoverage(coverage: Coverage): Coverage {
  return { ...coverage, values: coverage.values.slice() };
}
