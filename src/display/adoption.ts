/**
 * Boxes that are painted elsewhere than they are laid out. What is positioned out of the flow lies in
 * the fragment of its containing block; where a stacking context stands between the two that holds
 * nothing positioned itself (`opacity`, blending, `isolation`), it is painted in that (css-color-4
 * §4.2, compositing-1 §3.3).
 */
import type { Point } from '../base/index.ts';
import type { ElementNode } from '../input/index.ts';
import type { BoxFragment, Fragment } from '../layout/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import type { PlacedBox } from './planes.ts';
import { isStackingContext } from './stacking-context.ts';

/** A box that another than its parent paints, in the boxes that it is laid out in. */
export interface AdoptedBox extends PlacedBox {
  readonly around: readonly BoxFragment[];
}

export interface Adoptions {
  /** The boxes that a stacking context paints beside those laid out in it. */
  of(context: BoxFragment): readonly AdoptedBox[];
  /** True for a box that another than its parent paints. */
  has(box: BoxFragment): boolean;
}

const none: Adoptions = { of: () => [], has: () => false };

interface OutOfFlow extends AdoptedBox {
  readonly element: ElementNode;
}

/** Stacking contexts, by element, and boxes that are out of the flow, in the order of the fragments. */
function collect(root: BoxFragment, at: Point) {
  const contexts = new Map<ElementNode, BoxFragment>();
  const outOfFlow: OutOfFlow[] = [];
  const around: BoxFragment[] = [];
  const visit = (fragment: Fragment, parent: ComputedStyle | null, { x, y }: Point): void => {
    if (fragment.kind === 'text') return;
    const place = { x: x + fragment.x, y: y + fragment.y };
    if (fragment.kind === 'line') {
      for (const child of fragment.children) visit(child, null, place);
      return;
    }
    const { element, style } = fragment;
    if (element) {
      if (style.position === 'absolute' || style.position === 'fixed')
        outOfFlow.push({ box: fragment, at: place, element, around: [...around] });
      if (isStackingContext(fragment, parent)) contexts.set(element, fragment);
    }
    around.push(fragment);
    for (const child of fragment.children) visit(child, style, place);
    around.pop();
  };
  for (const child of root.children) visit(child, root.style, at);
  return { contexts, outOfFlow };
}

/** The nearest stacking context around each element that is in one. */
function contextsOfElements(
  contexts: ReadonlyMap<ElementNode, BoxFragment>,
): ReadonlyMap<ElementNode, BoxFragment> {
  const contextOf = new Map<ElementNode, BoxFragment>();
  const claim = (element: ElementNode, box: BoxFragment): void => {
    for (const child of element.children) {
      if (child.kind !== 'element') continue;
      contextOf.set(child, box);
      claim(child, contexts.get(child) ?? box);
    }
  };
  // A box that is out of the flow may come before the one that its element stands in.
  for (const [element, box] of contexts) if (!contextOf.has(element)) claim(element, box);
  return contextOf;
}

/** What is painted elsewhere on a page whose root box stands at `at`. */
export function adoptionsOn(root: BoxFragment, at: Point): Adoptions {
  const { contexts, outOfFlow } = collect(root, at);
  if (contexts.size === 0 || outOfFlow.length === 0) return none;
  const contextOf = contextsOfElements(contexts);
  const adopted = new Map<BoxFragment, AdoptedBox[]>();
  const boxes = new Set<BoxFragment>();
  for (const { box, at: place, element, around } of outOfFlow) {
    const context = contextOf.get(element);
    if (!context || around.some((one) => one.element === context.element)) continue;
    boxes.add(box);
    adopted.set(context, [...(adopted.get(context) ?? []), { box, at: place, around }]);
  }
  return { of: (context) => adopted.get(context) ?? [], has: (box) => boxes.has(box) };
}
