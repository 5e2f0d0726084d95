/**
 * Folds a sheet: what lies on what once every fold of a scheme is made. The sheet is looked at
 * from its outside; panels are leaves with an outside and an inside face. Lengths are mm.
 */
import type { FoldScheme } from './scheme.ts';

/** A panel in the folded piece. */
export interface Leaf {
  /** Place among the outside panels, from 0 at the left. */
  readonly index: number;
  readonly left: number;
  readonly right: number;
  /** Page numbers of the face that looks at the viewer and of the one below it. */
  readonly top: number;
  readonly bottom: number;
  /** True where its left edge, as printed, lies at the right. */
  readonly isTurned: boolean;
}

/** A fold in the folded piece: the two leaves it holds together, and where it lies. */
export interface Joint {
  readonly upper: Leaf;
  readonly lower: Leaf;
  readonly x: number;
  /** On which side of its leaves the fold lies. */
  readonly side: 'left' | 'right';
}

export interface FoldedSheet {
  /** From the one nearest to the viewer, who looks at the outside, down. */
  readonly leaves: readonly Leaf[];
  readonly joints: readonly Joint[];
}

/** The flat sheet. A face's number is taken from the side it is printed on. */
function flatLeaves({ outside, inside }: FoldScheme, widths: readonly number[]): readonly Leaf[] {
  let x = 0;
  return outside.map(({ number }, index) => {
    const left = x;
    x += widths[index] ?? 0;
    const bottom = inside[inside.length - 1 - index]?.number ?? 0;
    return { index, left, right: x, top: number, bottom, isTurned: false };
  });
}

function turn(leaf: Leaf, about: number): Leaf {
  const { left, right, top, bottom, isTurned } = leaf;
  return {
    ...leaf,
    left: 2 * about - right,
    right: 2 * about - left,
    top: bottom,
    bottom: top,
    isTurned: !isTurned,
  };
}

/** Where a leaf's edge lies that was printed at its left or right. */
function edgeOf({ left, right, isTurned }: Leaf, printed: 'left' | 'right'): number {
  return isTurned === (printed === 'left') ? right : left;
}

/** Where the edge between leaf `after` and the next one lies. */
function edgeAfter(leaves: readonly Leaf[], after: number): number {
  const leaf = leaves.find(({ index }) => index === after - 1);
  return leaf ? edgeOf(leaf, 'right') : 0;
}

/**
 * Leaves hang together at their folds. Where a fold bends several layers, those within follow the
 * one they hang on: each leaf, away from the anchor, is moved to where its neighbour's edge lies.
 */
function settle(leaves: readonly Leaf[], anchor: number): readonly Leaf[] {
  const settled = new Map(leaves.map((leaf) => [leaf.index, leaf]));
  const hang = (index: number, from: number) => {
    const leaf = settled.get(index);
    const neighbour = settled.get(from);
    if (!leaf || !neighbour) return;
    const [own, other] = from < index ? (['left', 'right'] as const) : (['right', 'left'] as const);
    const shift = edgeOf(neighbour, other) - edgeOf(leaf, own);
    settled.set(index, { ...leaf, left: leaf.left + shift, right: leaf.right + shift });
  };
  for (let index = anchor + 1; index < leaves.length; index += 1) hang(index, index - 1);
  for (let index = anchor - 1; index >= 0; index -= 1) hang(index, index + 1);
  return leaves.map((leaf) => settled.get(leaf.index) ?? leaf);
}

function jointsOf(leaves: readonly Leaf[]): readonly Joint[] {
  return leaves.slice(1).flatMap((_, index) => {
    const pair = leaves.filter((leaf) => leaf.index === index || leaf.index === index + 1);
    const [upper, lower] = pair;
    if (!upper || !lower) return [];
    const x = edgeAfter(leaves, index + 1);
    return [{ upper, lower, x, side: x >= (upper.left + upper.right) / 2 ? 'right' : 'left' }];
  });
}

/**
 * The folded sheet. `widths` of the outside panels, left to right. A fold turns every leaf whose
 * middle lies on the moving side, so that leaves which are already folded move together.
 */
export function foldSheet(scheme: FoldScheme, widths: readonly number[]): FoldedSheet {
  let leaves = flatLeaves(scheme, widths);
  for (const { after, moves, onto } of scheme.folds) {
    const x = edgeAfter(leaves, after);
    const isMoving = ({ left, right }: Leaf) =>
      moves === 'left' ? (left + right) / 2 < x : (left + right) / 2 > x;
    const resting = leaves.filter((leaf) => !isMoving(leaf));
    const turned = leaves.filter(isMoving).map((leaf) => turn(leaf, x));
    turned.reverse();
    const stacked = onto === 'outside' ? [...turned, ...resting] : [...resting, ...turned];
    leaves = settle(stacked, moves === 'left' ? after : after - 1);
  }
  return { leaves, joints: jointsOf(leaves) };
}

/** The same piece seen from its other side. */
export function turnOver({ leaves }: FoldedSheet): FoldedSheet {
  const turned = leaves.map((leaf) => turn(leaf, 0)).toReversed();
  return { leaves: turned, joints: jointsOf(turned) };
}

function overlaps(a: Leaf, b: Leaf): boolean {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.01;
}

/** Pairs of faces that lie on each other, as page numbers, the lower first; from the viewer down. */
export function meetingFaces({ leaves }: FoldedSheet): readonly (readonly [number, number])[] {
  return leaves.flatMap((leaf, place) => {
    const below = leaves.slice(place + 1);
    return below
      .filter((other, index) => {
        const between = below.slice(0, index);
        const isHidden = between.some((sheet) => overlaps(sheet, leaf) && overlaps(sheet, other));
        return overlaps(leaf, other) && !isHidden;
      })
      .map(({ top }): readonly [number, number] => [
        Math.min(leaf.bottom, top),
        Math.max(leaf.bottom, top),
      ]);
  });
}

/** Numbers of the faces that can be seen from outside, left to right as each viewer sees them. */
export function visibleFaces({ leaves }: FoldedSheet): {
  readonly top: readonly number[];
  readonly bottom: readonly number[];
} {
  const seenFrom = (stack: readonly Leaf[]) =>
    stack.filter((leaf, place) => !stack.slice(0, place).some((above) => overlaps(above, leaf)));
  const top = seenFrom(leaves).toSorted((a, b) => a.left - b.left);
  const bottom = seenFrom(leaves.toReversed()).toSorted((a, b) => b.left - a.left);
  return { top: top.map((leaf) => leaf.top), bottom: bottom.map((leaf) => leaf.bottom) };
}
