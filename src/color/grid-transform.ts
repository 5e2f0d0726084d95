/**
 * Pictures of eight bits to inks by a grid of colours, whose nodes the colour engine computes when
 * a picture first comes near them: most pictures use few. Between nodes, tetrahedral interpolation
 * (J. M. Kasson et al., "Performing Color Space Conversions with Three-Dimensional Linear
 * Interpolation", 1995). Whole numbers throughout: the same bytes on every machine.
 */
import { createTransform, type Intent, type ProfileSource, type Transform } from './lcms.ts';

/** Levels of 255 from node to node: nodes are colours of eight bits themselves. */
const step = 5;
const cells = 255 / step;
const side = cells + 1;

/** Distances in the list of nodes: along red, green, blue. */
const alongR = side * side;
const alongG = side;
const alongB = 1;

const corners = [0, alongB, alongG, alongG + alongB].flatMap((at) => [at, at + alongR]);

const inks = 4;

/** Sixteen bits to eight, of a sum of `step` weights. */
const scale = step * 257;

/** By level: the cell's first node, and how far into the cell it lies, 0–5. */
const cellOf = Uint8Array.from({ length: 256 }, (_, level) =>
  Math.min(cells - 1, Math.floor(level / step)),
);
const intoOf = Uint8Array.from({ length: 256 }, (_, level) => level - step * (cellOf[level] ?? 0));

/** The grid as far as it is known. */
interface Grid {
  /** Sixteen bits of each ink, by node. */
  readonly nodes: Uint16Array;
  readonly isKnown: Uint8Array;
  /** Cells, by their first node, whose corners are all known. */
  readonly isReady: Uint8Array;
}

function openGrid(): Grid {
  const count = side ** 3;
  return {
    nodes: new Uint16Array(count * inks),
    isKnown: new Uint8Array(count),
    isReady: new Uint8Array(count),
  };
}

/** Nodes that a picture's colours lie between and that are not known yet; they are taken as known. */
function claimNodes(pixels: Uint8Array, { isKnown, isReady }: Grid): readonly number[] {
  const claimed: number[] = [];
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const r = cellOf[pixels[at] as number] as number;
    const g = cellOf[pixels[at + 1] as number] as number;
    const b = cellOf[pixels[at + 2] as number] as number;
    const cell = r * alongR + g * alongG + b;
    if (isReady[cell] === 1) continue;
    isReady[cell] = 1;
    for (const corner of corners) {
      const node = cell + corner;
      if (isKnown[node] === 1) continue;
      isKnown[node] = 1;
      claimed.push(node);
    }
  }
  return claimed;
}

function computeNodes(claimed: readonly number[], grid: Grid, exact: Transform): void {
  const colors = new Uint8Array(claimed.length * 3);
  claimed.forEach((node, index) => {
    colors[index * 3] = Math.floor(node / alongR) * step;
    colors[index * 3 + 1] = (Math.floor(node / alongG) % side) * step;
    colors[index * 3 + 2] = (node % side) * step;
  });
  const bytes = exact.convert(colors);
  const values = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2);
  claimed.forEach((node, index) => {
    for (let ink = 0; ink < inks; ink += 1)
      grid.nodes[node * inks + ink] = values[index * inks + ink] ?? 0;
  });
}

/** The way from a cell's darkest corner to its lightest, by which component is larger than which. */
interface Way {
  /** Nodes from the first to the second and to the third corner. */
  readonly second: number;
  readonly third: number;
}

const way = (largest: number, smallest: number): Way => ({
  second: largest * inks,
  third: (alongR + alongG + alongB - smallest) * inks,
});
const toLightest = (alongR + alongG + alongB) * inks;
const ways = {
  rgb: way(alongR, alongB),
  rbg: way(alongR, alongG),
  brg: way(alongB, alongG),
  bgr: way(alongB, alongR),
  gbr: way(alongG, alongR),
  grb: way(alongG, alongB),
};

function wayOf(r: number, g: number, b: number): Way {
  if (r >= g) return b > r ? ways.brg : b > g ? ways.rbg : ways.rgb;
  return b >= g ? ways.bgr : b >= r ? ways.gbr : ways.grb;
}

/**
 * Each cell is cut into six tetrahedra along its gray diagonal. Kept plain: it begins to
 * run before any compiler has looked at it.
 */
function interpolate(pixels: Uint8Array, { nodes }: Grid): Uint8Array {
  const count = Math.floor(pixels.length / 3);
  const result = new Uint8Array(count * inks);
  for (let pixel = 0, at = 0, to = 0; pixel < count; pixel += 1, at += 3, to += inks) {
    const r = pixels[at] as number;
    const g = pixels[at + 1] as number;
    const b = pixels[at + 2] as number;
    const fr = intoOf[r] as number;
    const fg = intoOf[g] as number;
    const fb = intoOf[b] as number;
    const { second, third } = wayOf(fr, fg, fb);
    const high = fr > fg ? (fr > fb ? fr : fb) : fg > fb ? fg : fb;
    const low = fr < fg ? (fr < fb ? fr : fb) : fg < fb ? fg : fb;
    const middle = fr + fg + fb - high - low;
    const n0 =
      ((cellOf[r] as number) * alongR + (cellOf[g] as number) * alongG + (cellOf[b] as number)) *
      inks;
    const n1 = n0 + second;
    const n2 = n0 + third;
    const n3 = n0 + toLightest;
    const w0 = step - high;
    const w1 = high - middle;
    const w2 = middle - low;
    for (let ink = 0; ink < inks; ink += 1)
      result[to + ink] =
        ((w0 * (nodes[n0 + ink] as number) +
          w1 * (nodes[n1 + ink] as number) +
          w2 * (nodes[n2 + ink] as number) +
          low * (nodes[n3 + ink] as number)) /
          scale +
          0.5) |
        0;
  }
  return result;
}

/**
 * From 8-bit RGB to 8-bit CMYK, with black point compensation; null where a profile cannot be read
 * or is of another colour space.
 */
export async function createPictureTransform(
  from: ProfileSource,
  to: ProfileSource,
  intent: Intent,
): Promise<Transform | null> {
  const exact = await createTransform(from, 'rgb8', to, 'cmyk16', intent, 'exact');
  return exact && throughGrid(exact);
}

/** `exact` answers 8-bit RGB with 16-bit CMYK, and is released with the grid. */
export function throughGrid(exact: Transform): Transform {
  const grid = openGrid();
  return {
    convert(pixels) {
      const claimed = claimNodes(pixels, grid);
      if (claimed.length > 0) computeNodes(claimed, grid, exact);
      return interpolate(pixels, grid);
    },
    release: () => exact.release(),
  };
}
