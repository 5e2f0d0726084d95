/**
 * What an element does to counters: its own `counter-*`, and the `list-item` counter that lists
 * and list items have by themselves (css-lists-3 §4.6, HTML `start`, `value`, `reversed`).
 */
import type { ElementNode } from '../input/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import type { CounterChanges } from './counters.ts';

const listItem = 'list-item';

function integerOf(element: ElementNode | null, attribute: string): number | null {
  const text = element?.attributes.get(attribute)?.trim() ?? '';
  return /^[+-]?\d{1,9}$/.test(text) ? Number.parseInt(text, 10) : null;
}

function isReversed(element: ElementNode | undefined): boolean {
  return element?.tag === 'ol' && element.attributes.has('reversed');
}

/** Where a list begins counting: one before its first number. */
function startOf(element: ElementNode): number {
  const start = integerOf(element, 'start');
  if (!isReversed(element)) return (start ?? 1) - 1;
  const items = element.children.filter((child) => child.kind === 'element' && child.tag === 'li');
  return (start ?? items.length) + 1;
}

/** Changes of an element with that style; `element` is null for pseudo-elements. */
export function counterChangesOf(
  style: ComputedStyle,
  element: ElementNode | null,
  parent: ElementNode | undefined,
): CounterChanges {
  const { counterReset: reset, counterIncrement: increment, counterSet: set } = style;
  const has = (list: typeof reset) => list.some(({ name }) => name === listItem);
  const isList = element?.tag === 'ol' || element?.tag === 'ul' || element?.tag === 'menu';
  const value = element?.tag === 'li' ? integerOf(element, 'value') : null;
  const step = { name: listItem, value: isReversed(parent) ? -1 : 1 };
  return {
    reset: isList && !has(reset) ? [...reset, { name: listItem, value: startOf(element) }] : reset,
    increment: style.display === 'list-item' && !has(increment) ? [...increment, step] : increment,
    set: value !== null && !has(set) ? [...set, { name: listItem, value }] : set,
  };
}
