/** Whether anything in a box is measured against the box's height. */
import { type Box, isOutOfFlow } from './box.ts';
import { perRun, type RunTables } from './per-run.ts';

const answers = perRun<Box, { readonly value: boolean }>();

/** A percentage, or what fills the containing block. */
function isPercentage(value: unknown): boolean {
  if (value === 'stretch') return true;
  return typeof value === 'object' && value !== null && 'percent' in value && value.percent !== 0;
}

/** True where a box is measured against the height of its containing block. */
export function refersToParentHeight({ style }: Pick<Box, 'style'>): boolean {
  const { height, minHeight, maxHeight, top, bottom, position, flexBasis } = style;
  if ([height, minHeight, maxHeight, flexBasis].some(isPercentage)) return true;
  return position === 'relative' && (isPercentage(top) || isPercentage(bottom));
}

function childrenOf(box: Box): readonly Box[] {
  if (box.kind === 'picture' || box.kind === 'region') return [];
  if (box.kind !== 'lines') return box.children;
  return box.content.flatMap((one) => (one.kind === 'atom' ? [one.box] : []));
}

const followers = perRun<Box, { readonly value: boolean }>();

/** True where something in a box may be as wide as the box's height makes it, by a ratio or lines across. */
export function widensByHeight(box: Box, run: RunTables): boolean {
  const table = followers(run);
  const known = table.get(box);
  if (known) return known.value;
  const value = childrenOf(box).some((child) => {
    if (isOutOfFlow(child)) return false;
    if (child.kind === 'lines') return widensByHeight(child, run);
    if (child.kind === 'picture') return refersToParentHeight(child);
    return (
      child.style.aspectRatio !== 'auto' || child.turn?.swaps === true || widensByHeight(child, run)
    );
  });
  table.set(box, { value });
  return value;
}

/** True where a box's layout depends on whether its height is known, percentages of it or stretching. */
export function usesOwnHeight(box: Box, run: RunTables): boolean {
  const table = answers(run);
  const known = table.get(box);
  if (known) return known.value;
  const isContainer = box.kind === 'flex' || box.kind === 'grid' || box.kind === 'columns';
  const value =
    isContainer ||
    childrenOf(box).some(
      (child) =>
        !isOutOfFlow(child) &&
        (refersToParentHeight(child) || (child.kind === 'lines' && usesOwnHeight(child, run))),
    );
  table.set(box, { value });
  return value;
}
