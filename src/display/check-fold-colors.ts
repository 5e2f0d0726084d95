/**
 * Colours that meet on a fold. The folding machine misses by up to a millimetre, and then a strip of
 * one colour shows on the other's panel: one of them should run past the fold. Judged where both
 * sides are one flat colour for certain; pictures, gradients, odd shapes and what is mixed are left
 * alone, as are two tints that nobody tells apart.
 */
import { type Context, identity, type Matrix, mmToPt, multiply, type Rect } from '../base/index.ts';
import type { CmykColor, PrintColor } from '../color/index.ts';
import type { FindColorDeclaration } from './color-declarations.ts';
import { colorText } from './color-text.ts';
import type { DisplayItem, DisplayList, FillItem, GroupItem, Origin } from './item.ts';
import { asRect, intersectRects, transformPath } from './outline.ts';
import { colorsMeetOnFold } from './problems-inks.ts';
import { type LeafItem, visibleBounds, walkItems } from './walk.ts';

/** How far from a fold its two sides are looked at: just within what a machine may miss by. */
const reachPt = mmToPt(0.99);
/** Along a fold, a place so often. */
const stepPt = mmToPt(2.5);
/** A shorter edge of colour is a part of something else. */
const leastLengthPt = mmToPt(10);
/** All inks together; less is a tint that does not show where it is a millimetre wide. */
const leastDifference = 0.25;

/** What is on top at a place; `color` is null where that is not one flat colour. */
interface Ground {
  readonly color: PrintColor | null;
  readonly span?: Origin['span'];
}

const paperWhite: CmykColor = { space: 'cmyk', c: 0, m: 0, y: 0, k: 0, alpha: 1 };
const paper: Ground = { color: paperWhite };

/** One side of a fold: what is on top at each of its places, from the top down. */
interface Side {
  readonly x: number;
  readonly grounds: Ground[];
}

interface Fold {
  readonly x: number;
  readonly left: Side;
  readonly right: Side;
}

function openFold(x: number, heightPt: number): Fold {
  const count = Math.max(1, Math.floor(heightPt / stepPt));
  const sideAt = (at: number): Side => ({
    x: at,
    grounds: Array.from({ length: count }, () => paper),
  });
  return { x, left: sideAt(x - reachPt), right: sideAt(x + reachPt) };
}

/** Puts a ground on all places of a side that a rectangle covers. */
function coverSide({ x, grounds }: Side, rect: Rect, ground: Ground): void {
  if (x < rect.x || x > rect.x + rect.width) return;
  const first = Math.max(0, Math.ceil(rect.y / stepPt - 0.5));
  const last = Math.min(grounds.length - 1, Math.floor((rect.y + rect.height) / stepPt - 0.5));
  for (let index = first; index <= last; index += 1) grounds[index] = ground;
}

function cover(folds: readonly Fold[], rect: Rect | null, ground: Ground): void {
  if (!rect) return;
  for (const { left, right } of folds) {
    coverSide(left, rect, ground);
    coverSide(right, rect, ground);
  }
}

/** The rectangle that a fill of one opaque colour covers; null for any other fill. */
function flatRect(
  { paint, path, overprint }: FillItem<PrintColor>,
  matrix: Matrix,
): { readonly rect: Rect; readonly color: PrintColor } | null {
  if (paint.kind !== 'solid' || paint.color.alpha < 1 || overprint === 'on') return null;
  const rect = asRect(transformPath(matrix, path));
  return rect && { rect, color: paint.color };
}

/**
 * No ground for anything: a link, words (which stand on one), what is transparent, an ink that is an
 * instruction.
 */
function isNoGround(item: LeafItem<PrintColor>): boolean {
  if (item.kind === 'link' || item.kind === 'glyphs') return true;
  const color = 'color' in item ? item.color : 'paint' in item && colorOf(item.paint);
  return color ? color.alpha === 0 || (color.space === 'spot' && color.step !== undefined) : false;
}

function colorOf(paint: FillItem<PrintColor>['paint']): PrintColor | null {
  return paint.kind === 'solid' ? paint.color : null;
}

function coverLeaf(
  item: LeafItem<PrintColor>,
  matrix: Matrix,
  clip: Rect | null,
  folds: readonly Fold[],
): void {
  if (isNoGround(item)) return;
  const flat = item.kind === 'fill' ? flatRect(item, matrix) : null;
  const ground: Ground = { color: flat?.color ?? null, span: item.span };
  const rect = flat?.rect ?? visibleBounds({ item, matrix, clip, opacity: 1 });
  cover(folds, rect && clip ? intersectRects(rect, clip) : rect, ground);
}

/** The part of a page that a group's clip lets through, where that is a rectangle and all there is to it. */
function plainClip(group: GroupItem<PrintColor>, matrix: Matrix): Rect | 'whole' | null {
  const { opacity, blend, mask, clip } = group;
  if (opacity < 1 || blend !== 'normal' || mask) return null;
  return clip ? asRect(transformPath(matrix, clip)) : 'whole';
}

function coverItems(
  items: readonly DisplayItem<PrintColor>[],
  matrix: Matrix,
  clip: Rect | null,
  folds: readonly Fold[],
): void {
  for (const item of items) {
    if (item.kind !== 'group') {
      coverLeaf(item, matrix, clip, folds);
      continue;
    }
    const inner = multiply(matrix, item.transform);
    const own = plainClip(item, inner);
    if (own === null)
      walkItems(
        [item],
        (visit) => cover(folds, visibleBounds(visit), { color: null }),
        matrix,
        clip,
      );
    else if (own === 'whole') coverItems(item.items, inner, clip, folds);
    else {
      const both = clip ? intersectRects(own, clip) : own;
      if (both) coverItems(item.items, inner, both, folds);
    }
  }
}

/** A colour as the four inks; a spot as those that stand for it. */
function inksOf(color: PrintColor): readonly number[] {
  if (color.space === 'cmyk') return [color.c, color.m, color.y, color.k];
  return inksOf(color.alternate).map((ink) => ink * color.tint);
}

function differ(one: PrintColor, other: PrintColor): boolean {
  const others = inksOf(other);
  const all = inksOf(one).reduce((sum, ink, at) => sum + Math.abs(ink - (others[at] ?? 0)), 0);
  return all >= leastDifference - 1e-9;
}

interface Meeting {
  readonly left: Ground;
  readonly right: Ground;
}

/** The places of a fold where two colours meet. */
function meetingsOf({ left, right }: Fold): readonly Meeting[] {
  return left.grounds.flatMap((ground, index) => {
    const other = right.grounds[index];
    const isEdge = ground.color && other?.color && differ(ground.color, other.color);
    return isEdge ? [{ left: ground, right: other }] : [];
  });
}

function coverage({ color }: Ground): number {
  return color ? inksOf(color).reduce((sum, ink) => sum + ink, 0) : 0;
}

/** A colour by its declaration; the paper has none. */
function describe({ color, span }: Ground, declarationOf: FindColorDeclaration) {
  if (!color || coverage({ color }) === 0) return { color: null, span: undefined };
  return { color: colorText(color), span: declarationOf(color) ?? span };
}

export interface FoldColorSettings {
  /** Folds across a page, from its left trim, in pt. */
  readonly foldsOf: (page: string) => readonly number[];
  readonly declarationOf: FindColorDeclaration;
}

/** Reports `display/colors-meet-on-fold` (warning), once for each fold of a side. */
export function checkFoldColors(
  sides: DisplayList<PrintColor>,
  { foldsOf, declarationOf }: FoldColorSettings,
  { report }: Pick<Context, 'report'>,
): void {
  for (const { name, heightPt, items } of sides) {
    const folds = foldsOf(name).map((x) => openFold(x, heightPt));
    coverItems(items, identity, null, folds);
    for (const fold of folds) {
      const meetings = meetingsOf(fold);
      const [first] = meetings;
      if (!first || meetings.length * stepPt < leastLengthPt) continue;
      // The stronger one is what shows where it should not.
      const pair = [first.left, first.right].toSorted((a, b) => coverage(b) - coverage(a));
      const [strong, weak] = pair.map((ground) => describe(ground, declarationOf));
      if (!strong || !weak) continue;
      const rect = { x: fold.x - reachPt, y: 0, width: 2 * reachPt, height: heightPt };
      report(colorsMeetOnFold(strong, weak, { page: name, rect }));
    }
  }
}
