/** Elements and words of a document, numbered as they follow each other. */
import type { ElementNode, TextPiece } from '../input/index.ts';

export interface Numbered {
  orderOf(element: ElementNode): number;
  /** The last number of what is in an element. */
  endOf(element: ElementNode): number;
  /** Null for the root, and for an element of another document. */
  parentOf(element: ElementNode): ElementNode | null;
  /** Undefined for words of another document. */
  placeOf(piece: TextPiece): { readonly element: ElementNode; readonly order: number } | undefined;
}

interface Place {
  readonly order: number;
  end: number;
  readonly parent: ElementNode | null;
}

export function numberDocument(root: ElementNode): Numbered {
  const elements = new Map<ElementNode, Place>();
  const pieces = new Map<TextPiece, { readonly element: ElementNode; readonly order: number }>();
  let count = 0;
  const visit = (element: ElementNode, parent: ElementNode | null) => {
    const place: Place = { order: count++, end: 0, parent };
    elements.set(element, place);
    for (const child of element.children) {
      if (child.kind === 'element') visit(child, element);
      else for (const piece of child.pieces) pieces.set(piece, { element, order: count++ });
    }
    place.end = count - 1;
  };
  visit(root, null);
  return {
    orderOf: (element) => elements.get(element)?.order ?? 0,
    endOf: (element) => elements.get(element)?.end ?? 0,
    parentOf: (element) => elements.get(element)?.parent ?? null,
    placeOf: (piece) => pieces.get(piece),
  };
}
