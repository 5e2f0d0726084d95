/**
 * A transparency group while it is painted (ISO 32000-1 §11.4): one plane of ink for each plate,
 * and how opaque the result is. Ink is stored multiplied by that opacity, so that what is left on
 * white paper is the plane itself.
 */

import { blendOf, isMixing, mixInks, type ProcessInks } from './blend.ts';
import type { Coverage, PixelBox } from './coverage.ts';

export interface Layer {
  readonly box: PixelBox;
  readonly width: number;
  /** A plane for each plate, 0–1, times the opacity. */
  readonly planes: readonly Float32Array[];
  readonly alpha: Float32Array;
  /** Opacity without the backdrop that a non-isolated group began with; null where it had none. */
  readonly own: Float32Array | null;
  /** What a non-isolated group began with. */
  readonly backdrop: Backdrop | null;
  /** Each mark replaces those before it in the group (§11.4.6), instead of lying on them. */
  readonly isKnockout: boolean;
  /** What the marks cover, however opaque they are; null where no knockout group asks for it. */
  readonly shape: Float32Array | null;
}

type Backdrop = Pick<Layer, 'planes' | 'alpha'>;
type Kind = { readonly isKnockout: boolean; readonly hasShape: boolean };

const usual: Kind = { isKnockout: false, hasShape: false };

export function createLayer(
  box: PixelBox,
  plates: number,
  { isKnockout, hasShape }: Kind = usual,
): Layer {
  const width = box.x1 - box.x0;
  const size = width * (box.y1 - box.y0);
  return {
    box,
    width,
    planes: Array.from({ length: plates }, () => new Float32Array(size)),
    alpha: new Float32Array(size),
    own: null,
    backdrop: null,
    isKnockout,
    shape: hasShape ? new Float32Array(size) : null,
  };
}

/** A non-isolated group begins with what lies below it. */
export function createLayerOver(below: Layer, box: PixelBox, kind: Kind): Layer {
  const layer = createLayer(box, below.planes.length, kind);
  const copy = (from: Float32Array, to: Float32Array) => {
    for (let y = box.y0; y < box.y1; y += 1) {
      const start = (y - below.box.y0) * below.width + box.x0 - below.box.x0;
      to.set(from.subarray(start, start + layer.width), (y - box.y0) * layer.width);
    }
  };
  below.planes.forEach((plane, index) => {
    copy(plane, layer.planes[index] ?? new Float32Array());
  });
  copy(below.alpha, layer.alpha);
  const backdrop = {
    planes: layer.planes.map((plane) => plane.slice()),
    alpha: layer.alpha.slice(),
  };
  return { ...layer, own: new Float32Array(layer.alpha.length), backdrop };
}

/** What is painted: the same ink everywhere, or a plane of its own for each plate. */
export type Source =
  /** `null` leaves the plate as it is (overprint). */
  | { readonly kind: 'flat'; readonly inks: readonly (number | null)[] }
  /** Planes over the coverage's box. */
  | { readonly kind: 'planes'; readonly planes: readonly (Float32Array | number | null)[] };

/** Mixes ink onto `count` pixels from `to` on; their shares and the ink's own plane begin at `from`. */
function mixRun(
  plane: Float32Array,
  to: number,
  count: number,
  shares: Float32Array,
  from: number,
  ink: Float32Array | number,
): void {
  if (typeof ink === 'number')
    for (let at = 0; at < count; at += 1) {
      const share = shares[from + at] as number;
      const old = plane[to + at] as number;
      plane[to + at] = old + (ink - old) * share;
    }
  else
    for (let at = 0; at < count; at += 1) {
      const share = shares[from + at] as number;
      const old = plane[to + at] as number;
      plane[to + at] = old + ((ink[from + at] as number) - old) * share;
    }
}

/** One plate without a blend mode: most of what there is. What is covered wholly is copied. */
function layOver(
  plane: Float32Array,
  layer: Layer,
  { box, values, solid }: Coverage,
  ink: Float32Array | number,
): void {
  const width = box.x1 - box.x0;
  let from = 0;
  let to = (box.y0 - layer.box.y0) * layer.width + box.x0 - layer.box.x0;
  for (let y = box.y0; y < box.y1; y += 1, from += width, to += layer.width) {
    if (!solid || y < solid.y0 || y >= solid.y1) {
      mixRun(plane, to, width, values, from, ink);
      continue;
    }
    const [first, end] = [solid.x0 - box.x0, solid.x1 - box.x0];
    if (first > 0) mixRun(plane, to, first, values, from, ink);
    if (typeof ink === 'number') plane.fill(ink, to + first, to + end);
    else plane.set(ink.subarray(from + first, from + end), to + first);
    if (end < width) mixRun(plane, to + end, width - end, values, from + end, ink);
  }
}

/** One plate: `share` is how much of each pixel is painted, over `box`. */
function mixPlane(
  plane: Float32Array,
  layer: Layer,
  coverage: Coverage,
  ink: Float32Array | number | null,
  mode: string,
  isSpot: boolean,
): void {
  const blend = blendOf(mode, isSpot);
  if (!blend) {
    if (ink !== null) layOver(plane, layer, coverage, ink);
    return;
  }
  const { box, values } = coverage;
  const width = box.x1 - box.x0;
  const { alpha } = layer;
  const isFlat = typeof ink === 'number';
  let from = 0;
  for (let y = box.y0; y < box.y1; y += 1) {
    let to = (y - layer.box.y0) * layer.width + box.x0 - layer.box.x0;
    for (let x = 0; x < width; x += 1, from += 1, to += 1) {
      const share = values[from] ?? 0;
      if (share <= 0) continue;
      const old = plane[to] ?? 0;
      // Under a blend mode, a plate that overprinting keeps is blended with itself (§11.7.4.3).
      const kept = ink === null ? old / Math.max(1e-6, alpha[to] ?? 0) : 0;
      const source = ink === null ? Math.min(1, kept) : isFlat ? ink : (ink[from] ?? 0);
      const below = alpha[to] ?? 0;
      const mixed = below > 0 ? blend(Math.min(1, old / below), source) : 0;
      plane[to] = old + ((1 - below) * source + below * mixed - old) * share;
    }
  }
}

/** Adds what a mark covers to what its group covers. */
export function addShape(layer: Layer, coverage: Coverage): void {
  if (layer.shape) layOver(layer.shape, layer, coverage, 1);
}

/** The four process plates come first; a plate after them is a spot. */
export const processPlateCount = 4;

/** The process plates together, by a mode that mixes their channels. */
function mixProcess(layer: Layer, { box, values }: Coverage, source: Source, mode: string): void {
  const width = box.x1 - box.x0;
  const plates = [0, 1, 2, 3] as const;
  const inkAt = (plate: number, from: number, kept: number) => {
    const ink = source.kind === 'flat' ? source.inks[plate] : source.planes[plate];
    if (ink === null) return kept;
    return typeof ink === 'object' ? (ink[from] ?? 0) : (ink ?? 0);
  };
  let from = 0;
  for (let y = box.y0; y < box.y1; y += 1) {
    let to = (y - layer.box.y0) * layer.width + box.x0 - layer.box.x0;
    for (let x = 0; x < width; x += 1, from += 1, to += 1) {
      const share = values[from] ?? 0;
      if (share <= 0) continue;
      const below = layer.alpha[to] ?? 0;
      const inkOf = (plate: number) =>
        below > 0 ? Math.min(1, (layer.planes[plate]?.[to] ?? 0) / below) : 0;
      const backdrop: ProcessInks = [inkOf(0), inkOf(1), inkOf(2), inkOf(3)];
      const [c, m, k, b] = plates.map((plate) => inkAt(plate, from, backdrop[plate]));
      const above: ProcessInks = [c ?? 0, m ?? 0, k ?? 0, b ?? 0];
      const mixed = mixInks(mode, backdrop, above);
      for (const plate of plates) {
        const plane = layer.planes[plate];
        if (!plane) continue;
        const old = plane[to] ?? 0;
        plane[to] = old + ((1 - below) * above[plate] + below * mixed[plate] - old) * share;
      }
    }
  }
}

/**
 * Paints a source onto a layer (§11.3.6): with ink P and opacity a, `P' = (1 − s)·P +
 * s·((1 − a)·C + a·B(P/a, C))`, s being the share of the pixel times the source's opacity.
 */
export function paintOnto(layer: Layer, share: Coverage, source: Source, mode: string): void {
  const isMixed = isMixing(mode);
  if (isMixed) mixProcess(layer, share, source, mode);
  layer.planes.forEach((plane, plate) => {
    if (isMixed && plate < processPlateCount) return;
    const ink = source.kind === 'flat' ? source.inks[plate] : source.planes[plate];
    mixPlane(plane, layer, share, ink === undefined ? 0 : ink, mode, plate >= processPlateCount);
  });
  layOver(layer.alpha, layer, share, 1);
  if (layer.own) layOver(layer.own, layer, share, 1);
}

export interface FinishedGroup {
  readonly source: Source;
  readonly shape: Coverage;
  /** How opaque the shape is; null where the shape is as opaque as the group. */
  readonly opacity: Float32Array | null;
}

/**
 * A finished group as a source: its own ink without its backdrop's (§11.4.8), its shape and its
 * opacity. All are the layer's own, changed in place.
 */
export function finishLayer({ box, planes, alpha, own, backdrop, shape }: Layer): FinishedGroup {
  const opacity = own ?? alpha;
  planes.forEach((plane, plate) => {
    const behind = backdrop?.planes[plate];
    for (let at = 0; at < plane.length; at += 1) {
      const total = alpha[at] ?? 0;
      if (total <= 0) continue;
      const ink = (plane[at] ?? 0) / total;
      const share = opacity[at] ?? 0;
      const before = backdrop?.alpha[at] ?? 0;
      if (!behind || before <= 0 || share <= 0) plane[at] = ink;
      else {
        const first = (behind[at] ?? 0) / before;
        const removed = ink + (ink - first) * before * ((1 - share) / share);
        plane[at] = Math.min(1, Math.max(0, removed));
      }
    }
  });
  const source: Source = { kind: 'planes', planes };
  if (!shape) return { source, shape: { box, values: opacity }, opacity: null };
  const relative = opacity.map((value, at) => Math.min(1, value / Math.max(1e-6, shape[at] ?? 0)));
  return { source, shape: { box, values: shape }, opacity: relative };
}
