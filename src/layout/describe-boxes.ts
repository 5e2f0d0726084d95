/** Where the boxes of a document stand, for test suites and editors: `render --dump-layout`. */
import { pointsPerPx } from '../base/index.ts';
import type { Fragment } from './fragment.ts';
import type { Page } from './page.ts';

/**
 * The border box of a fragment of an element, in CSS px from the top left of the page (the trim,
 * without bleed), as layout has placed it: transforms move the picture of a box, not the box
 * (css-transforms-1 §3), so they are left out.
 */
export interface DumpedBox {
  /** The element's `id`. */
  readonly id: string;
  /** From 1. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface LayoutDump {
  readonly boxes: readonly DumpedBox[];
}

/**
 * The boxes of all elements that have an `id`: one for each fragment of a box that was broken over
 * lines, columns or pages, none for an element without a box. In the order of pages, and on a page
 * parents before their children.
 */
export function describeBoxes(pages: readonly Page[]): LayoutDump {
  const boxes: DumpedBox[] = [];
  pages.forEach(({ root }, index) => {
    addBoxes(root, index + 1, boxes);
  });
  return { boxes };
}

interface Waiting {
  readonly fragment: Fragment;
  readonly x: number;
  readonly y: number;
}

/** Not recursive, so that depth does not matter. */
function addBoxes(root: Fragment, page: number, boxes: DumpedBox[]): void {
  const waiting: Waiting[] = [{ fragment: root, x: 0, y: 0 }];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    const { fragment } = one;
    if (fragment.kind === 'text') continue;
    const x = one.x + fragment.x;
    const y = one.y + fragment.y;
    const id = fragment.kind === 'box' ? fragment.element?.attributes.get('id') : undefined;
    if (id !== undefined && id !== '') {
      const { width, height } = fragment;
      boxes.push({ id, page, x: toPx(x), y: toPx(y), w: toPx(width), h: toPx(height) });
    }
    for (const child of fragment.children.toReversed()) waiting.push({ fragment: child, x, y });
  }
}

function toPx(points: number): number {
  return points / pointsPerPx;
}
