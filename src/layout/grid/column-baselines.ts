/**
 * Baselines that items of a column share where `justify-self` asks for it (css-align-3 §9.3). Boxes written as
 * their container is have none along its lines: the side where the feet of letters would be stands for it.
 */
import type { Edges } from '../../base/index.ts';
import type { ComputedStyle } from '../../style/index.ts';
import { justifyOf } from '../alignment.ts';
import type { Box } from '../box.ts';
import { computeEdges } from '../sizing.ts';
import type { LayoutContext } from '../space.ts';
import { turnOfWriting } from '../turn.ts';
import { isCentral } from '../vertical-lines.ts';
import { widthContributions } from './contributions.ts';
import type { GridItem, PlacedGrid } from './placed-grid.ts';

type Kind = 'first' | 'last';

/** Which baseline an item is aligned by across; null for none. */
function kindAcross({ style, turn }: Box, container: ComputedStyle): Kind | null {
  if (style.marginLeft === 'auto' || style.marginRight === 'auto') return null;
  const align = justifyOf({ style, turn }, container);
  if (align === 'baseline') return 'first';
  return align === 'last baseline' ? 'last' : null;
}

/** From the start margin edge to the baseline, or from there to the end margin edge. */
function distanceAcross(
  width: number,
  kind: Kind,
  { left, right }: Pick<Edges, 'left' | 'right'>,
  container: ComputedStyle,
): number {
  const own = baselineAcross(width, container);
  return kind === 'first' ? left + own : right + width - own;
}

function baselineAcross(width: number, container: ComputedStyle): number {
  if (isCentral(container)) return width / 2;
  const { swaps, flipsX, flipsY } = turnOfWriting(container);
  // At the page's left; in lines that stand upright, at the foot of the page.
  const isFar = swaps ? !flipsY : flipsX;
  return isFar ? width : 0;
}

interface Sharing {
  readonly kind: Kind;
  readonly distance: number;
  /** The column whose baseline it shares. */
  readonly column: number;
}

/** How far each item is moved from where its column begins or ends; null where no item shares a baseline. */
function shifts(
  { items, box }: PlacedGrid,
  widthOf: (item: GridItem) => number,
  marginsOf: (item: GridItem) => Pick<Edges, 'left' | 'right'>,
): ReadonlyMap<GridItem, { readonly kind: Kind; readonly shift: number }> | null {
  const sharing = new Map<GridItem, Sharing>();
  const most = new Map<string, number>();
  for (const item of items) {
    const kind = kindAcross(item.box, box.style);
    if (kind === null) continue;
    const distance = distanceAcross(widthOf(item), kind, marginsOf(item), box.style);
    const column = kind === 'first' ? item.column.start : item.column.end;
    sharing.set(item, { kind, distance, column });
    const key = `${kind} ${column}`;
    most.set(key, Math.max(most.get(key) ?? distance, distance));
  }
  if (sharing.size === 0) return null;
  return new Map(
    [...sharing].map(([item, { kind, distance, column }]) => {
      const shift = (most.get(`${kind} ${column}`) ?? distance) - distance;
      return [item, { kind, shift }] as const;
    }),
  );
}

/** What baselines that are shared add to the widths that items ask for. */
export function columnShims(
  grid: PlacedGrid,
  context: LayoutContext,
): ReadonlyMap<GridItem, number> | null {
  const marginsOf = ({ box }: GridItem) => computeEdges(box.style, 0).margin;
  const widthOf = (item: GridItem) => {
    const { left, right } = marginsOf(item);
    return widthContributions(item.box, null, context).maxContent() - left - right;
  };
  const found = shifts(grid, widthOf, marginsOf);
  return found && new Map([...found].map(([item, { shift }]) => [item, shift]));
}

/** How far right each item goes from where it stands without a baseline, in areas of those widths. */
export function columnShifts(
  grid: PlacedGrid,
  widthOf: (item: GridItem) => number,
  areaOf: (item: GridItem) => number,
): ReadonlyMap<GridItem, number> | null {
  const marginsOf = (item: GridItem) => computeEdges(item.box.style, areaOf(item)).margin;
  const found = shifts(grid, widthOf, marginsOf);
  return (
    found &&
    new Map([...found].map(([item, { kind, shift }]) => [item, kind === 'first' ? shift : -shift]))
  );
}
