/**
 * The counter `page` (css-page-3 §7.1, css-gcpm-3): it grows by one with every page, and an element may set
 * it on the page that it begins on, so that a book's body counts from 1 again.
 */
import type { ElementNode } from '../input/index.ts';
import type { CounterChange, StyledDocument } from '../style/index.ts';
import type { BoxFragment } from './fragment.ts';

/** Elements with a fragment on the page, in document order. */
export function* elementsOn(root: BoxFragment): Generator<ElementNode> {
  const waiting: BoxFragment['children'][number][] = [root];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (one.kind === 'text') continue;
    if (one.kind === 'box' && one.element) yield one.element;
    waiting.push(...one.children.toReversed());
  }
}

/** The number of each page, by the elements that begin on it. */
export function pageNumbers(
  roots: readonly BoxFragment[],
  styled: StyledDocument,
): readonly number[] {
  const done = new Set<ElementNode>();
  let number = 0;
  return roots.map((root) => {
    number += 1;
    for (const element of elementsOn(root)) {
      if (done.has(element)) continue;
      done.add(element);
      number = changed(number, styled, element);
    }
    return number;
  });
}

function changed(number: number, styled: StyledDocument, element: ElementNode): number {
  const { counterReset, counterIncrement, counterSet } = styled.styleOf(element);
  const valueIn = (changes: readonly CounterChange[]) =>
    changes.findLast(({ name }) => name === 'page')?.value;
  const reset = valueIn(counterReset) ?? number;
  return valueIn(counterSet) ?? reset + (valueIn(counterIncrement) ?? 0);
}
