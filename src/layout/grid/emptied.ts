/** A grid as it is without its items: what `contain: size` leaves of it (css-contain-2 §3.1). */
import type { Box, GridBox } from '../box.ts';
import { perRun, type RunTables } from '../per-run.ts';

const emptiedGrids = perRun<Box, GridBox>();

/** The grid without items; the same for the same box and run. */
export function emptied(box: GridBox, run: RunTables): GridBox {
  const table = emptiedGrids(run);
  const { style } = box;
  const open = { ...style, contain: { ...style.contain, size: false } };
  const made = table.get(box) ?? { ...box, style: open, children: [] };
  table.set(box, made);
  return made;
}
