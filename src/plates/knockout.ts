/**
 * Knockout groups (ISO 32000-1 §11.4.6): a mark lies on what its group began with, and replaces what
 * the marks before it left there.
 */
import type { Coverage, PixelBox } from './coverage.ts';
import { createLayer, createLayerOver, type Layer, paintOnto, type Source } from './layer.ts';

/** What a knockout group began with, over some of its pixels. */
function beginning({ box, width, planes, backdrop }: Layer, within: PixelBox): Layer {
  const kind = { isKnockout: false, hasShape: false };
  if (!backdrop) return createLayer(within, planes.length, kind);
  const first: Layer = { box, width, ...backdrop, own: null, backdrop: null, shape: null, ...kind };
  return createLayerOver(first, within, kind);
}

/** How opaque the shape is where it is. */
function withoutShape(share: Coverage, shape: Coverage): Coverage {
  const values = share.values.map((value, at) => {
    const covered = shape.values[at] ?? 0;
    return covered > 0 ? Math.min(1, value / covered) : 0;
  });
  return { box: share.box, values };
}

/** Paints a mark onto a knockout group; `share` is its shape times its opacity. */
export function knockOut(
  layer: Layer,
  shape: Coverage,
  share: Coverage,
  source: Source,
  mode: string,
): void {
  const { box, values } = shape;
  const alone = beginning(layer, box);
  paintOnto(alone, withoutShape(share, shape), source, mode);
  const replace = (plane: Float32Array, by: Float32Array) => {
    for (let y = box.y0, from = 0; y < box.y1; y += 1) {
      let to = (y - layer.box.y0) * layer.width + box.x0 - layer.box.x0;
      for (let x = box.x0; x < box.x1; x += 1, from += 1, to += 1) {
        const old = plane[to] as number;
        plane[to] = old + ((by[from] as number) - old) * (values[from] as number);
      }
    }
  };
  layer.planes.forEach((plane, index) => {
    replace(plane, alone.planes[index] ?? plane);
  });
  replace(layer.alpha, alone.alpha);
  if (layer.own && alone.own) replace(layer.own, alone.own);
}
