/**
 * Pictures of eight bits to inks by a grid of colours, whose nodes the colour engine computes when
 * a picture first comes near them: most pictures use few. Between nodes, tetrahedral interpolation
 * (J. M. Kasson et al., "Performing Color Space Conversions with Three-Dimensional Linear
 * Interpolation", 1995). Whole numbers throughout: the same bytes on every machine.
 */
import type { WasmModule } from '../base/index.ts';
import { createTransform, type Intent, type ProfileSource, type Transform } from './lcms.ts';
import { openRoom, startKernels, stripPixels } from './pixel-kernels.ts';

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
const nodeBytes = inks * 2;

/** Sixteen bits to eight, of a sum of `step` weights. */
const scale = step * 257;

/** By level: the cell's first node, and how far into the cell it lies, 0–5. */
const cellOf = Uint8Array.from({ length: 256 }, (_, level) =>
  Math.min(cells - 1, Math.floor(level / step)),
);

/** Where the grid lies in the kernels' memory. */
interface Grid {
  readonly kernels: WasmModule;
  /** A strip of RGB. */
  readonly pixels: number;
  /** The same in inks. */
  readonly result: number;
  /** By level: what red, green and blue add to the cell's first node, 256 numbers each. */
  readonly first: number;
  readonly corners: number;
  /** Sixteen bits of each ink, by node. */
  readonly nodes: number;
  readonly isKnown: number;
  /** Cells, by their first node, whose corners are all known. */
  readonly isReady: number;
  /** Nodes that are not known yet. */
  readonly claimed: number;
  /** By level, as `first`: what is added to the places in `ways` and in `nodes`, a pair. */
  readonly steps: number;
  /** By place in the cell: the weights of its tetrahedron's corners, and where they lie. */
  readonly ways: number;
}

/** Bytes of one of the `ways`. */
const perWay = 80;
const places = step + 1;

/** By level of each of three colours, one number. */
function byLevel(of: (level: number, color: 0 | 1 | 2) => number): Int32Array {
  return Int32Array.from({ length: 3 * 256 }, (_, at) => of(at & 255, (at >> 8) as 0 | 1 | 2));
}

/** How far into its cell a level lies, 0–5. */
const intoCell = (level: number) => level - step * (cellOf[level] ?? 0);

interface Axis {
  readonly into: number;
  readonly along: number;
}

/** Each cell is cut into six tetrahedra along its gray diagonal, from its darkest corner. */
function writeWays(ways: DataView): void {
  for (let place = 0; place < places ** 3; place += 1) {
    const [largest, middle, smallest] = [
      { into: Math.floor(place / places ** 2), along: alongR },
      { into: Math.floor(place / places) % places, along: alongG },
      { into: place % places, along: alongB },
    ].sort((one, other) => other.into - one.into) as [Axis, Axis, Axis];
    const weights = [
      step - largest.into,
      largest.into - middle.into,
      middle.into - smallest.into,
      smallest.into,
    ];
    const way = place * perWay;
    weights.forEach((weight, corner) => {
      for (let lane = 0; lane < 8; lane += 1)
        ways.setUint16(way + corner * 16 + lane * 2, weight, true);
    });
    ways.setInt32(way + 64, largest.along * nodeBytes, true);
    ways.setInt32(way + 68, (largest.along + middle.along) * nodeBytes, true);
  }
}

function openGrid(): Grid {
  const kernels = startKernels();
  const { take } = openRoom();
  const count = side ** 3;
  const grid: Grid = {
    kernels,
    pixels: take(stripPixels * 3),
    result: take(stripPixels * inks),
    first: take(3 * 256 * 4),
    corners: take(corners.length * 4),
    nodes: take(count * nodeBytes),
    isKnown: take(count),
    isReady: take(count),
    claimed: take(count * 4),
    steps: take(3 * 256 * 8),
    ways: take(places ** 3 * perWay),
  };
  const { buffer } = kernels.bytes();
  const write = (at: number, numbers: ArrayLike<number>) =>
    new Int32Array(buffer, at, numbers.length).set(numbers);
  const along = [alongR, alongG, alongB] as const;
  write(
    grid.first,
    byLevel((level, color) => (cellOf[level] ?? 0) * along[color]),
  );
  write(grid.corners, corners);
  const intoWays = [places ** 2 * perWay, places * perWay, perWay] as const;
  const steps = byLevel((level, color) => intoCell(level) * intoWays[color]);
  const starts = byLevel((level, color) => (cellOf[level] ?? 0) * along[color] * nodeBytes);
  write(
    grid.steps,
    Int32Array.from(
      { length: steps.length * 2 },
      (_, at) => (at & 1 ? starts : steps)[at >> 1] ?? 0,
    ),
  );
  writeWays(new DataView(buffer, grid.ways));
  return grid;
}

/** Makes all nodes known that a strip's colours lie between. */
function learn(grid: Grid, end: number, exact: Transform): void {
  const { kernels, pixels, first, isReady, isKnown, claimed } = grid;
  const listEnd = kernels.call(
    'claim',
    ...[pixels, end, first, grid.corners, isReady, isKnown, claimed],
  );
  const count = (listEnd - claimed) / 4;
  if (count === 0) return;
  const { buffer } = kernels.bytes();
  const fresh = new Int32Array(buffer, claimed, count);
  const colors = new Uint8Array(count * 3);
  fresh.forEach((node, index) => {
    colors[index * 3] = Math.floor(node / alongR) * step;
    colors[index * 3 + 1] = (Math.floor(node / alongG) % side) * step;
    colors[index * 3 + 2] = (node % side) * step;
  });
  const bytes = exact.convert(colors);
  const values = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2);
  const nodes = new Uint16Array(buffer, grid.nodes, side ** 3 * inks);
  fresh.forEach((node, index) => {
    for (let ink = 0; ink < inks; ink += 1)
      nodes[node * inks + ink] = values[index * inks + ink] ?? 0;
  });
}

/** No sum of weights lies half-way between two levels, since `scale` is odd. */
function interpolate(grid: Grid, end: number): Uint8Array {
  const { kernels, pixels, result, steps, ways, nodes } = grid;
  const lightest = (alongR + alongG + alongB) * nodeBytes;
  kernels.call('interpolate', ...[pixels, end, result, steps, ways, nodes, lightest, 1 / scale]);
  return kernels.bytes().subarray(result, result + ((end - pixels) / 3) * inks);
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
      const count = Math.floor(pixels.length / 3);
      const converted = new Uint8Array(count * inks);
      for (let from = 0; from < count; from += stripPixels) {
        const strip = pixels.subarray(from * 3, Math.min(count, from + stripPixels) * 3);
        grid.kernels.bytes().set(strip, grid.pixels);
        learn(grid, grid.pixels + strip.length, exact);
        converted.set(interpolate(grid, grid.pixels + strip.length), from * inks);
      }
      return converted;
    },
    release: () => exact.release(),
  };
}
