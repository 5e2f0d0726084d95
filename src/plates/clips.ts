/**
 * Clip paths as masks over pixels, each computed once. An upright rectangle clips at whole pixels,
 * as a press's own renderer does; every other shape has smooth edges.
 */
import { identity } from '../base/index.ts';
import type { ClipPath } from '../preflight/index.ts';
import {
  type Coverage,
  intersectBoxes,
  isEmptyBox,
  keepCoverage,
  type PixelBox,
} from './coverage.ts';
import { coverOutlines } from './fill.ts';
import { type UprightRect, uprightRect } from './upright.ts';

/** What is left of the page: pixels outside of `box` are not; inside, `values` where it is not all. */
export interface ClipMask {
  readonly box: PixelBox;
  readonly values: Float32Array | null;
  /** Where the box would end if there were no pixels. */
  readonly exact: UprightRect;
}

function exactOf({ x0, y0, x1, y1 }: PixelBox): UprightRect {
  return { left: x0, top: y0, right: x1, bottom: y1 };
}

const noBox: PixelBox = { x0: 0, y0: 0, x1: 0, y1: 0 };
const nothing: ClipMask = { box: noBox, values: null, exact: exactOf(noBox) };

/** A coverage times the values at the same pixels of a larger mask; its own values are changed. */
export function multiplyBy(coverage: Coverage, mask: Pick<ClipMask, 'box' | 'values'>): Coverage {
  if (!mask.values) return coverage;
  const { box, values } = coverage;
  const width = mask.box.x1 - mask.box.x0;
  for (let y = box.y0, to = 0; y < box.y1; y += 1) {
    let from = (y - mask.box.y0) * width + box.x0 - mask.box.x0;
    for (let x = box.x0; x < box.x1; x += 1, to += 1, from += 1)
      values[to] = (values[to] as number) * (mask.values[from] as number);
  }
  return { box, values };
}

/** The part of a mask over a smaller box. */
function cutMask({ box, values }: ClipMask, within: PixelBox): Float32Array | null {
  if (!values) return null;
  const width = box.x1 - box.x0;
  const columns = within.x1 - within.x0;
  const cut = new Float32Array(columns * (within.y1 - within.y0));
  for (let y = within.y0; y < within.y1; y += 1) {
    const from = (y - box.y0) * width + within.x0 - box.x0;
    cut.set(values.subarray(from, from + columns), (y - within.y0) * columns);
  }
  return cut;
}

/** At least one pixel stays of a clip that is thinner than that. */
function roundedBox({ left, top, right, bottom }: UprightRect): PixelBox {
  const [x0, y0] = [Math.round(left), Math.round(top)];
  const x1 = right > left ? Math.max(x0 + 1, Math.round(right)) : x0;
  const y1 = bottom > top ? Math.max(y0 + 1, Math.round(bottom)) : y0;
  return { x0, y0, x1, y1 };
}

function clipToRect(above: ClipMask, rect: UprightRect): ClipMask {
  const box = intersectBoxes(roundedBox(rect), above.box);
  if (isEmptyBox(box)) return nothing;
  const exact = {
    left: Math.max(rect.left, above.exact.left),
    top: Math.max(rect.top, above.exact.top),
    right: Math.min(rect.right, above.exact.right),
    bottom: Math.min(rect.bottom, above.exact.bottom),
  };
  return { box, values: cutMask(above, box), exact };
}

export class Clips {
  readonly #masks = new WeakMap<ClipPath, ClipMask>();
  readonly #page: ClipMask;

  constructor(page: PixelBox) {
    this.#page = { box: page, values: null, exact: exactOf(page) };
  }

  maskOf(clip: ClipPath | null): ClipMask {
    if (!clip) return this.#page;
    const known = this.#masks.get(clip);
    if (known) return known;
    const mask = this.#make(clip, this.maskOf(clip.above));
    this.#masks.set(clip, mask);
    return mask;
  }

  #make({ outline, isEvenOdd }: ClipPath, above: ClipMask): ClipMask {
    if (isEmptyBox(above.box)) return nothing;
    const rect = uprightRect(outline, identity);
    if (rect) return clipToRect(above, rect);
    const coverage = coverOutlines([{ outline, matrix: identity }], isEvenOdd, above.box);
    if (!coverage) return nothing;
    const { box, values } = keepCoverage(multiplyBy(coverage, above));
    return { box, values, exact: exactOf(box) };
  }

  /** Takes away what the clip does not show; the coverage lies inside the clip's box. */
  apply(coverage: Coverage, clip: ClipPath | null): Coverage {
    return multiplyBy(coverage, this.maskOf(clip));
  }
}
