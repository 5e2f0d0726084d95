/**
 * The grid algorithm (css-grid-2) as done by Taffy
 * (https://github.com/DioxusLabs/taffy), compiled to WebAssembly. The only file that names it.
 * A container and its items make a tree of two levels; what is inside an item is ours, and Taffy
 * asks for its size. Taffy computes in 32-bit floats: results are exact to about 0.0001 pt.
 */

import type {
  AvailableSpace,
  DetailedLayoutInfo,
  MeasureFunction,
  StylePropertyValues,
  TaffyTree,
} from 'taffy-layout';
import type { Rect, Size } from '../base/index.ts';
import { readResource } from '../base/index.ts';

/** Taffy's style as a plain object; enums are its numbers (see `item-style.ts`). */
export type TaffyStyle = StylePropertyValues;

/** What is asked of an item: sizes of the border box that are known, and room for its content box. */
export interface MeasureRequest {
  readonly knownWidth: number | null;
  readonly knownHeight: number | null;
  readonly availableWidth: AvailableSpace;
  readonly availableHeight: AvailableSpace;
}

export interface TaffyItem {
  readonly style: TaffyStyle;
  /** Size of the content box, in pt. */
  measure(request: MeasureRequest): Size;
}

export interface TaffyResult {
  readonly size: Size;
  /** Border boxes, relative to the container's, in the order of the items. */
  readonly items: readonly Rect[];
  readonly tracks: DetailedLayoutInfo;
}

type Enums = Pick<
  typeof import('taffy-layout'),
  | 'AlignContent'
  | 'AlignItems'
  | 'AlignSelf'
  | 'BoxSizing'
  | 'Display'
  | 'FlexDirection'
  | 'FlexWrap'
  | 'GridAutoFlow'
  | 'JustifyContent'
  | 'Overflow'
>;

export interface Taffy {
  readonly enums: Enums;
  /** Lays out a container with its items. Passes on what a measure function throws. */
  compute(
    container: TaffyStyle,
    items: readonly TaffyItem[],
    available: { readonly width: AvailableSpace; readonly height: AvailableSpace },
  ): TaffyResult;
}

let loading: Promise<Taffy> | undefined;

/** Taffy, loaded once. */
export function loadTaffy(): Promise<Taffy> {
  loading ??= load();
  return loading;
}

/** Starts loading Taffy, so that it is compiled beside other work. */
export async function prepareFlexAndGrid(): Promise<void> {
  await loadTaffy();
}

async function load(): Promise<Taffy> {
  const library = await import('taffy-layout/wasm');
  // Compiled off the main thread.
  const module = await WebAssembly.compile(readResource('taffy-layout/pkg/taffy_wasm_bg.wasm'));
  library.initSync({ module });
  const { Style, TaffyTree: Tree } = library;
  // Without any item a container would be taken for a leaf, and its tracks for nothing.
  const nothing = (tree: TaffyTree) => {
    const style = new Style({ display: library.Display.None });
    const leaf = tree.newLeaf(style);
    style.free();
    return leaf;
  };
  return {
    enums: library,
    compute(container, items, available) {
      const tree = new Tree();
      try {
        tree.disableRounding();
        const leaves = items.map((item) => {
          const style = new Style(item.style);
          const leaf = tree.newLeaf(style);
          style.free();
          return leaf;
        });
        const style = new Style(container);
        const root = tree.newWithChildren(style, leaves.length > 0 ? leaves : [nothing(tree)]);
        style.free();
        computeLayout(tree, root, leaves, items, available);
        return readResult(tree, root, leaves);
      } finally {
        tree.free();
      }
    },
  };
}

/** The binding turns exceptions of a measure function into a size of 0, so they are kept aside. */
function computeLayout(
  tree: TaffyTree,
  root: bigint,
  leaves: readonly bigint[],
  items: readonly TaffyItem[],
  available: { readonly width: AvailableSpace; readonly height: AvailableSpace },
): void {
  const itemOf = new Map(leaves.map((leaf, index) => [leaf, items[index]]));
  const failures: unknown[] = [];
  const measure: MeasureFunction = (known, room, node, _context, style) => {
    style.free();
    const item = itemOf.get(node);
    if (!item || failures.length > 0) return { width: 0, height: 0 };
    try {
      return item.measure({
        knownWidth: known.width ?? null,
        knownHeight: known.height ?? null,
        availableWidth: room.width,
        availableHeight: room.height,
      });
    } catch (failure) {
      failures.push(failure);
      return { width: 0, height: 0 };
    }
  };
  tree.computeLayoutWithMeasure(root, { ...available }, measure);
  if (failures.length > 0) throw failures[0];
}

function readResult(tree: TaffyTree, root: bigint, leaves: readonly bigint[]): TaffyResult {
  const { width, height } = rectOf(tree, root);
  return {
    size: { width, height },
    items: leaves.map((leaf) => rectOf(tree, leaf)),
    tracks: tree.detailedLayoutInfo(root),
  };
}

function rectOf(tree: TaffyTree, node: bigint): Rect {
  const layout = tree.unroundedLayout(node);
  const { x, y, width, height } = layout;
  layout.free();
  return { x, y, width, height };
}
