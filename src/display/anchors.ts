/** Where links inside the document lead: `<a href="#recipes">` to the element of that id. */
import type { Point } from '../base/index.ts';
import type { Fragment, Page } from '../layout/index.ts';
import type { Anchor } from './item.ts';

/** The id that an address in the same document names; null for any other. */
export function anchorId(href: string): string | null {
  return href.length > 1 && href.startsWith('#') ? href.slice(1) : null;
}

/** The elements of `ids` that begin on a page; each id is taken from `ids`: the first one counts. */
export function takeAnchors({ root }: Page, ids: Set<string>): readonly Anchor[] {
  const anchors: Anchor[] = [];
  const visit = (fragment: Fragment, at: Point) => {
    if (fragment.kind === 'text' || ids.size === 0) return;
    const place = { x: at.x + fragment.x, y: at.y + fragment.y };
    const id = fragment.kind === 'box' ? fragment.element?.attributes.get('id') : undefined;
    if (id !== undefined && ids.delete(id)) anchors.push({ id, at: place });
    for (const child of fragment.children) visit(child, place);
  };
  visit(root, { x: 0, y: 0 });
  return anchors;
}
