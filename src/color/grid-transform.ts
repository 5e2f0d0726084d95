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

const toLightest = (alongR + alongG + alongB) * inks;

/** Numbers that one place in a cell takes in `Ways.corners`. */
const perPlace = 8;

/** What the interpolation needs of each level and of each place in a cell; made for one grid. */
interface Ways {
  /** By level: the cell's first value along red, green, blue. */
  readonly first: readonly [Int32Array, Int32Array, Int32Array];
  /** By level: what it adds to the place in `corners`. */
  readonly into: readonly [Int32Array, Int32Array, Int32Array];
  /**
   * By place in the cell: values from the first to the second and to the third corner of its
   * tetrahedron, then the weights of the four corners.
   */
  readonly corners: Int32Array;
}

/** Each cell is cut into six tetrahedra along its gray diagonal, from its darkest corner. */
function openWays(): Ways {
  const levels = (of: (level: number) => number) =>
    Int32Array.from({ length: 256 }, (_, l) => of(l));
  const first = (along: number) => levels((level) => (cellOf[level] ?? 0) * along * inks);
  const into = (places: number) =>
    levels((level) => (level - step * (cellOf[level] ?? 0)) * places * perPlace);
  const places = step + 1;
  const corners = new Int32Array(places ** 3 * perPlace);
  for (let place = 0; place < places ** 3; place += 1) {
    const [r, g, b] = [
      Math.floor(place / places ** 2),
      Math.floor(place / places) % places,
      place % places,
    ];
    const [largest, middle, smallest] = [
      { into: r, along: alongR },
      { into: g, along: alongG },
      { into: b, along: alongB },
    ].sort((one, other) => other.into - one.into) as [Axis, Axis, Axis];
    corners.set(
      [
        largest.along * inks,
        (largest.along + middle.along) * inks,
        step - largest.into,
        largest.into - middle.into,
        middle.into - smallest.into,
        smallest.into,
      ],
      place * perPlace,
    );
  }
  return {
    first: [first(alongR), first(alongG), first(alongB)],
    into: [into(places ** 2), into(places), into(1)],
    corners,
  };
}

interface Axis {
  readonly into: number;
  readonly along: number;
}

/** Kept plain, four inks one by one: it begins to run before any compiler has looked at it. */
function interpolate(pixels: Uint8Array, nodes: Uint16Array, ways: Ways): Uint8Array {
  const [firstR, firstG, firstB] = ways.first;
  const [intoR, intoG, intoB] = ways.into;
  const { corners } = ways;
  const end = Math.floor(pixels.length / 3) * 3;
  const result = new Uint8Array((end / 3) * inks);
  // No sum of weights lies half-way between two levels, since `scale` is odd: a product rounds as
  // the quotient would.
  const share = 1 / scale;
  for (let at = 0, to = 0; at < end; at += 3, to += inks) {
    const r = pixels[at] as number;
    const g = pixels[at + 1] as number;
    const b = pixels[at + 2] as number;
    const place = (intoR[r] as number) + (intoG[g] as number) + (intoB[b] as number);
    const n0 = (firstR[r] as number) + (firstG[g] as number) + (firstB[b] as number);
    const n1 = n0 + (corners[place] as number);
    const n2 = n0 + (corners[place + 1] as number);
    const n3 = n0 + toLightest;
    const w0 = corners[place + 2] as number;
    const w1 = corners[place + 3] as number;
    const w2 = corners[place + 4] as number;
    const w3 = corners[place + 5] as number;
    const c =
      w0 * (nodes[n0] as number) +
      w1 * (nodes[n1] as number) +
      w2 * (nodes[n2] as number) +
      w3 * (nodes[n3] as number);
    const m =
      w0 * (nodes[n0 + 1] as number) +
      w1 * (nodes[n1 + 1] as number) +
      w2 * (nodes[n2 + 1] as number) +
      w3 * (nodes[n3 + 1] as number);
    const y =
      w0 * (nodes[n0 + 2] as number) +
      w1 * (nodes[n1 + 2] as number) +
      w2 * (nodes[n2 + 2] as number) +
      w3 * (nodes[n3 + 2] as number);
    const k =
      w0 * (nodes[n0 + 3] as number) +
      w1 * (nodes[n1 + 3] as number) +
      w2 * (nodes[n2 + 3] as number) +
      w3 * (nodes[n3 + 3] as number);
    result[to] = (c * share + 0.5) | 0;
    result[to + 1] = (m * share + 0.5) | 0;
    result[to + 2] = (y * share + 0.5) | 0;
    result[to + 3] = (k * share + 0.5) | 0;
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
  const ways = openWays();
  return {
    convert(pixels) {
      const claimed = claimNodes(pixels, grid);
      if (claimed.length > 0) computeNodes(claimed, grid, exact);
      return interpolate(pixels, grid.nodes, ways);
    },
    release: () => exact.release(),
  };
}
