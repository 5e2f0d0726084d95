/** Which way an element's own words run by its `dir` attribute (html §3.2.6.4). */
import type { ElementNode } from '../input/index.ts';
import { firstDirection } from '../text/index.ts';

/** What has a direction of its own says nothing of the words around it. */
const apart: ReadonlySet<string> = new Set(['bdi', 'script', 'style', 'textarea']);

function isByContent({ tag, attributes }: ElementNode): boolean {
  const dir = attributes.get('dir')?.toLowerCase();
  return dir === 'auto' || (tag === 'bdi' && dir !== 'ltr' && dir !== 'rtl');
}

function directionIn(element: ElementNode): 'ltr' | 'rtl' | null {
  for (const child of element.children) {
    if (child.kind === 'text') {
      const found = firstDirection(child.pieces.map(({ text }) => text).join(''));
      if (found) return found;
    } else if (child.kind === 'element' && !apart.has(child.tag) && !child.attributes.has('dir')) {
      const found = directionIn(child);
      if (found) return found;
    }
  }
  return null;
}

/** The direction that an element gives itself. */
export function ownDirection(element: ElementNode): 'ltr' | 'rtl' | undefined {
  const dir = element.attributes.get('dir')?.toLowerCase();
  return dir === 'ltr' || dir === 'rtl' ? dir : directionByContent(element);
}

/** The direction by the first letter, where the element asks for that. */
export function directionByContent(element: ElementNode): 'ltr' | 'rtl' | undefined {
  return isByContent(element) ? (directionIn(element) ?? 'ltr') : undefined;
}
