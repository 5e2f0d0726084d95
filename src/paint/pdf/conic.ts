/**
 * Conic gradients as meshes of thin triangles (ISO 32000-1 §8.7.4.5.5): PDF has no shading that
 * runs around a point. Half a degree each, so that no step shows, in any colour space.
 */
import type { Point } from '../../base/index.ts';
import type { PdfDictionary } from './pdfkit.ts';

/** From one share of the turn to the next, components changing evenly. */
export interface Sweep {
  readonly from: number;
  readonly to: number;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

export interface ConicMesh {
  readonly dictionary: PdfDictionary;
  readonly bytes: Uint8Array;
}

const finestTurn = 0.5 / 360;
/** Of a triangle's width. */
const overlap = 0.25;
/**
 * The triangles meet this far up and left of the centre, in pt. Viewers that fill them row by row
 * leave out a row that runs through the very point where all of them meet, and centres lie on
 * pixels' edges as a rule.
 */
const asideOfPixels = 0.01;

/** Bytes of one vertex: its flag, two coordinates of three bytes, components of two. */
function vertexSize(components: number): number {
  return 1 + 6 + 2 * components;
}

/** Writes vertices of free triangles one after the other. */
class MeshWriter {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  readonly #left: number;
  readonly #bottom: number;
  readonly #size: number;
  #at = 0;

  constructor(vertices: number, components: number, left: number, bottom: number, size: number) {
    this.bytes = new Uint8Array(vertices * vertexSize(components));
    this.#view = new DataView(this.bytes.buffer);
    this.#left = left;
    this.#bottom = bottom;
    this.#size = size;
  }

  vertex({ x, y }: Point, color: readonly number[]): void {
    const view = this.#view;
    view.setUint8(this.#at, 0);
    this.#at += 1;
    for (const share of [(x - this.#left) / this.#size, (y - this.#bottom) / this.#size]) {
      const value = Math.round(Math.min(1, Math.max(0, share)) * 0xffffff);
      view.setUint16(this.#at, value >> 8);
      view.setUint8(this.#at + 2, value & 0xff);
      this.#at += 3;
    }
    for (const component of color) {
      view.setUint16(this.#at, Math.round(Math.min(1, Math.max(0, component)) * 0xffff));
      this.#at += 2;
    }
  }
}

function between(one: readonly number[], other: readonly number[], share: number) {
  return one.map((value, index) => value + ((other[index] ?? 0) - value) * share);
}

/**
 * The mesh around `center` that covers a circle of `radius`; y up, `startDegrees` clockwise from
 * straight up.
 */
export function conicMesh(
  { x, y }: Point,
  startDegrees: number,
  radius: number,
  sweeps: readonly Sweep[],
): ConicMesh {
  const center = { x: x - asideOfPixels, y: y + asideOfPixels };
  const components = sweeps[0]?.first.length ?? 1;
  const counts = sweeps.map(({ from, to }) => Math.max(1, Math.ceil((to - from) / finestTurn)));
  // The chord of a triangle runs inside the circle by a hair.
  const reach = radius * 1.0001 + 0.01;
  const [left, bottom] = [center.x - reach, center.y - reach];
  const triangles = counts.reduce((sum, count) => sum + count, 0);
  const mesh = new MeshWriter(3 * triangles, components, left, bottom, 2 * reach);
  const rim = (share: number): Point => {
    const angle = ((startDegrees + share * 360) * Math.PI) / 180;
    return { x: center.x + reach * Math.sin(angle), y: center.y + reach * Math.cos(angle) };
  };
  sweeps.forEach(({ from, to, first, last }, index) => {
    const count = counts[index] ?? 1;
    const turn = (share: number) => rim(from + (to - from) * share);
    for (let step = 0; step < count; step += 1) {
      const [start, end] = [step / count, (step + 1) / count];
      const isLast = index === sweeps.length - 1 && step === count - 1;
      // Runs on under the next one, lest a hair of paper show between them.
      const under = isLast ? 0 : overlap / count;
      mesh.vertex(center, between(first, last, (start + end) / 2));
      mesh.vertex(turn(start), between(first, last, start));
      mesh.vertex(turn(end + under), between(first, last, end));
    }
  });
  return {
    dictionary: {
      ShadingType: 4,
      BitsPerCoordinate: 24,
      BitsPerComponent: 16,
      BitsPerFlag: 8,
      Decode: [
        ...[left, left + 2 * reach, bottom, bottom + 2 * reach],
        ...Array.from({ length: components }, () => [0, 1]).flat(),
      ],
    },
    bytes: mesh.bytes,
  };
}
