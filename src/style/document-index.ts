/** What selectors ask of a document and the tree itself does not say: parents, siblings, classes. */
import { invariant } from '../base/index.ts';
import type { ElementNode, HtmlDocument } from '../input/index.ts';

/** An element in its place. */
export interface Placed {
  readonly element: ElementNode;
  readonly parent: Placed | null;
  /** The parent's element children, this one included. */
  readonly siblings: readonly Placed[];
  /** Among the siblings, from 0. */
  readonly index: number;
  /** Like classes, without its case in quirks mode. */
  readonly id: string | undefined;
  readonly classes: ReadonlySet<string>;
  readonly children: readonly Placed[];
}

export interface DocumentIndex {
  readonly root: Placed;
  readonly language: string;
  /** What `:scope` is while the rules of an `@scope` are matched; absent: the root. */
  readonly scope?: Placed;
  /** Every element, parents before children, in document order. */
  readonly all: readonly Placed[];
  placeOf(element: ElementNode): Placed;
}

const noClasses: ReadonlySet<string> = new Set();

/** ASCII letters in lower case: how quirks mode compares classes and ids. */
export function withoutCase(name: string): string {
  return name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function classesOf(value: string | undefined): ReadonlySet<string> {
  if (value === undefined) return noClasses;
  return new Set(value.split(/[\t\n\f\r ]+/).filter((name) => name !== ''));
}

/** Walks a document once. */
export function indexDocument(document: HtmlDocument): DocumentIndex {
  const byElement = new Map<ElementNode, Placed>();
  const nameOf = (element: ElementNode, attribute: 'id' | 'class') => {
    const name = element.attributes.get(attribute);
    return name !== undefined && document.mode === 'quirks' ? withoutCase(name) : name;
  };
  const all: Placed[] = [];
  const place = (
    element: ElementNode,
    parent: Placed | null,
    siblings: readonly Placed[],
    index: number,
  ): Placed => {
    const children: Placed[] = [];
    const placed: Placed = {
      element,
      parent,
      siblings,
      index,
      id: nameOf(element, 'id'),
      classes: classesOf(nameOf(element, 'class')),
      children,
    };
    byElement.set(element, placed);
    all.push(placed);
    for (const child of element.children)
      if (child.kind === 'element') children.push(place(child, placed, children, children.length));
    return placed;
  };
  const roots: Placed[] = [];
  const root = place(document.root, null, roots, 0);
  roots.push(root);
  return {
    root,
    language: document.language,
    all,
    placeOf: (element) => {
      const found = byElement.get(element);
      invariant(found, `<${element.tag}> is not of this document`);
      return found;
    },
  };
}
