/** The words of elements as the document has them, whatever is made of them on its pages. */
import type { DocumentNode, ElementNode } from '../input/index.ts';

/** The words of an element, white space collapsed. */
export function elementWords(element: ElementNode): string {
  let words = '';
  const add = (node: DocumentNode) => {
    if (node.kind === 'text') for (const { text } of node.pieces) words += text;
    else for (const child of node.children) add(child);
  };
  add(element);
  return words.replace(/[ \t\n\r\f]+/g, ' ').trim();
}

/** The first element with an id, in document order. */
export function elementWithId(root: ElementNode, id: string): ElementNode | null {
  if (root.attributes.get('id') === id) return root;
  for (const child of root.children) {
    const found = child.kind === 'element' ? elementWithId(child, id) : null;
    if (found) return found;
  }
  return null;
}
