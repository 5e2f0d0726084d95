/** Questions about a whole formatting tree. */
import type { ComputedStyle } from '../style/index.ts';
import type { Box } from './box.ts';
import type { TableBox } from './table/table-box.ts';

/** Every box in the document's order, parents first; not recursive, so depth does not matter. */
export function* allBoxes(root: Box): Generator<Box> {
  const waiting: Box[] = [root];
  for (let box = waiting.pop(); box; box = waiting.pop()) {
    yield box;
    if (box.kind === 'lines') {
      for (const content of box.content.toReversed())
        if (content.kind === 'atom') waiting.push(content.box);
    } else if (box.kind === 'region') {
      if (box.index === 0 && box.flow.content) waiting.push(box.flow.content);
    } else if (box.kind !== 'picture') {
      waiting.push(...box.children.toReversed());
      if ('marker' in box && box.marker) waiting.push(box.marker);
      if ('legend' in box && box.legend) waiting.push(box.legend);
    }
  }
}

/** True where a box shows a named flow: what it holds depends on the frames before it. */
export function hasRegion(root: Box): boolean {
  for (const { kind } of allBoxes(root)) if (kind === 'region') return true;
  return false;
}

/** True where a box makes a baseline grid. */
export function hasLineGrid(root: Box): boolean {
  for (const { style } of allBoxes(root)) if (style.lineGrid === 'create') return true;
  return false;
}

/** True where a box is sticky, an inline box or a part of a table among them. */
export function hasSticky(root: Box): boolean {
  for (const box of allBoxes(root)) {
    if (box.kind === 'lines') {
      if (box.content.some((one) => one.kind === 'open' && isSticky(one))) return true;
    } else if (isSticky(box) || (box.kind === 'table' && hasStickyPart(box))) return true;
  }
  return false;
}

function hasStickyPart({ groups }: TableBox): boolean {
  return groups.some((group) => isSticky(group) || group.rows.some(isSticky));
}

function isSticky({ style }: { readonly style: ComputedStyle }): boolean {
  return style.position === 'sticky';
}

/** Languages of the document's words, sorted; empty where it has no lines at all. */
export function languagesOf(root: Box): readonly string[] {
  const languages = new Set<string>();
  for (const box of allBoxes(root)) {
    if (box.kind !== 'lines') continue;
    languages.add(box.language);
    for (const content of box.content) if (content.kind === 'text') languages.add(content.language);
  }
  return [...languages].sort();
}
