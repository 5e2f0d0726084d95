/** Whether the pages that a job asks for are there, each once. */
import { nearest } from '../base/index.ts';
import { type Box, isInFlow } from './box.ts';
import type { BoxFragment } from './fragment.ts';
import type { MadePage } from './made-page.ts';
import type { PageGeometry } from './page.ts';
import { missingPage, repeatedPage, unknownPage } from './problems.ts';
import { epsilon, type LayoutContext } from './space.ts';

/** Each name of the fold once, and no other. */
export function checkNames(
  made: readonly MadePage[],
  geometry: PageGeometry,
  context: LayoutContext,
): void {
  const firstUse = new Map<string, MadePage>();
  for (const { name, span } of context.styled.pageRules) {
    if (name === null || geometry.names.includes(name)) continue;
    context.report(unknownPage(name, nearest(name, geometry.names), geometry.names, span));
  }
  for (const one of made) {
    const { name } = one.page;
    const span = name === '' ? spanOfFirst(one.start.box) : spanOfBox(one.start.box);
    const before = firstUse.get(name);
    if (!geometry.names.includes(name)) {
      context.report(unknownPage(name, nearest(name, geometry.names), geometry.names, span));
    } else if (before) {
      context.report(repeatedPage(name, span, spanOfBox(before.start.box)));
    } else firstUse.set(name, one);
  }
  for (const name of geometry.names) {
    if (!firstUse.has(name)) context.report(missingPage(name, context.styled.document.root.span));
  }
}

/** The outermost boxes in a fragment that say themselves which page they are on. */
function namedBoxes(fragment: BoxFragment): readonly BoxFragment[] {
  return fragment.children.flatMap((child) => {
    if (child.kind !== 'box') return [];
    return child.style.page === 'auto' ? namedBoxes(child) : [child];
  });
}

/**
 * Names of panels that two elements one after the other are set on, and that have no room for both:
 * nothing parts them, and the second one's words have run out. Each is reported.
 */
export function checkSharedPanels(
  made: readonly MadePage[],
  { report }: LayoutContext,
): ReadonlySet<string> {
  const shared = new Set<string>();
  for (const { page } of made) {
    const [first, second] = namedBoxes(page.root);
    if (!first?.element || !second?.element || shared.has(page.name)) continue;
    if (first.height + second.height <= page.heightPt + epsilon) continue;
    shared.add(page.name);
    report(repeatedPage(page.name, second.element.span, first.element.span));
  }
  return shared;
}

/** The first element that has words or a picture: what stands where nothing may stand. */
function spanOfFirst(box: Box | undefined) {
  let first = box;
  while (first && first.kind === 'block') {
    const child: Box | undefined = first.children.find(isInFlow);
    if (!child || child.kind === 'lines') break;
    first = child;
  }
  return spanOfBox(first);
}

function spanOfBox(box: Box | undefined) {
  if (box && 'children' in box && box.element === null) {
    const child = box.children.find(isInFlow);
    return child?.element?.span ?? box.owner?.span;
  }
  return box?.element?.span ?? box?.owner?.span;
}
