/**
 * The structure tree of a tagged PDF (ISO 32000-1 §14.7 and §14.8), as far as it follows from the
 * document: which elements are nodes, and in which node the words of an element stand. Elements that
 * only group or style (`div`, `span`) are none; words that stand in a group are paragraphs of their
 * own, one for each stretch between blocks.
 */
import type { ElementNode } from '../input/index.ts';
import type { StyledDocument } from '../style/index.ts';
import { type Numbered, numberDocument } from './document-order.ts';
import type { Content, StructureNode } from './item.ts';
import {
  alternativeOf,
  cellOf,
  collapsed,
  groups,
  isDecoration,
  isHidden,
  type Kind,
  type Kinds,
  kindsOf,
  numberingOf,
  remembered,
  textOf,
} from './structure-kinds.ts';

const headings = /^H[1-6]$/;

/** A heading and its rank, 1 to 6. */
export interface HeadingElement {
  readonly element: ElementNode;
  readonly rank: number;
}

/** Where the words and the pictures of a document stand in its structure. */
export interface Structure extends Numbered {
  /**
   * The node that words of an element are in; null where a reader is not to read them. `order` is
   * where they stand in the document.
   */
  nodeOfWords(element: ElementNode, order: number): StructureNode | null;
  /** The node of a list item's number, or a note's; null for any other element. */
  labelOf(element: ElementNode): StructureNode | null;
  /** The node of the number that calls a note; null where it is not read. */
  callOf(note: ElementNode): Content | null;
  /** True where nothing says whether a picture is to be read or is decoration. */
  isUntold(element: ElementNode): boolean;
  /** Headings that have words, in the order in which those were asked for. */
  readonly headings: readonly HeadingElement[];
  /** A picture by its alternative text; null where it is decoration. */
  pictureOf(element: ElementNode): Content | null;
}

/** Parts of a list item beside and under its node, by the node. */
function createParts() {
  const parts = new Map<StructureNode, Map<Kind, StructureNode>>();
  return (parent: StructureNode, kind: Kind, after: number): StructureNode => {
    const made = parts.get(parent) ?? new Map<Kind, StructureNode>();
    parts.set(parent, made);
    const node = made.get(kind) ?? { kind, parent, order: parent.order + after };
    made.set(kind, node);
    return node;
  };
}

/** The first `dt` of the terms and descriptions that belong together. */
function entryOf(element: ElementNode, list: ElementNode): ElementNode {
  let start = element;
  let before: string | null = null;
  for (const child of list.children) {
    if (child.kind !== 'element') continue;
    if (child.tag === 'dt' && before !== 'dt') start = child;
    before = child.tag;
    if (child === element) break;
  }
  return start;
}

/** Paragraphs of words that stand in a group: one for each stretch between its blocks. */
function createStretches({ partsLines }: Kinds, { orderOf, endOf }: Numbered) {
  const blocks = new Map<ElementNode, readonly ElementNode[]>();
  const first = new Map<ElementNode, StructureNode>();
  const after = new Map<ElementNode, StructureNode>();
  const blocksOf = (element: ElementNode) => {
    const known = blocks.get(element);
    if (known) return known;
    const found = element.children.filter(
      (child): child is ElementNode => child.kind === 'element' && partsLines(child),
    );
    blocks.set(element, found);
    return found;
  };
  const lastBefore = (all: readonly ElementNode[], order: number): ElementNode | undefined => {
    let [start, end] = [0, all.length];
    while (start < end) {
      const middle = (start + end) >> 1;
      const block = all[middle];
      if (block && orderOf(block) <= order) start = middle + 1;
      else end = middle;
    }
    return all[start - 1];
  };
  return (element: ElementNode, group: StructureNode, order: number): StructureNode => {
    const before = lastBefore(blocksOf(element), order);
    const made = before ? after : first;
    const begins = before ? endOf(before) : orderOf(element);
    const node = made.get(before ?? element) ?? { kind: 'P', parent: group, order: begins + 0.5 };
    made.set(before ?? element, node);
    return node;
  };
}

/** The structure of a document whose elements are styled. Nodes are made as they are asked for. */
export function structureOf(styled: StyledDocument): Structure {
  const numbered = numberDocument(styled.document.root);
  const { orderOf, parentOf } = numbered;
  const kinds = kindsOf(styled);
  const { isInline, isNote, kindOf, partsLines } = kinds;
  const ownNodes = new Map<ElementNode, StructureNode>();
  const partOf = createParts();
  const stretchOf = createStretches(kinds, numbered);

  const listStyleOf = (element: ElementNode): string => {
    const { listStyleType } = styled.styleOf(element);
    return typeof listStyleType === 'string' ? listStyleType : '';
  };

  const found: HeadingElement[] = [];

  const makeNode = (element: ElementNode, kind: Kind, parent: StructureNode | null) => {
    if (headings.test(kind)) found.push({ element, rank: Number(kind.slice(1)) });
    const language = parent ? element.attributes.get('lang') : undefined;
    return {
      kind,
      parent,
      order: orderOf(element),
      ...(language ? { language } : {}),
      ...(headings.test(kind) ? { title: collapsed(textOf(element)) } : {}),
      ...(kind === 'L' ? { numbering: numberingOf(element, listStyleOf(element)) } : {}),
      ...(kind === 'TH' || kind === 'TD' ? { cell: cellOf(element, parent) } : {}),
      ...(kind === 'Figure' ? { alternative: alternativeOf(element) } : {}),
    };
  };

  /** The node that an element's blocks are in: its own, or that of what it stands in. */
  const nodeOfBlocks = (element: ElementNode): StructureNode => {
    const known = ownNodes.get(element);
    if (known) return known;
    const node = findNode(element);
    ownNodes.set(element, node);
    return node;
  };

  const findNode = (element: ElementNode): StructureNode => {
    const above = parentOf(element);
    if (!above) return makeNode(element, 'Document', null);
    const isInLine = isNote(element) || !partsLines(element);
    const parent = isInLine ? nodeOfLine(above, orderOf(element)) : bodyOf(above);
    const kind = kindOf(element, parent);
    if (kind === null) return parent;
    const entry = kind === 'LI' && above.tag === 'dl' ? entryOf(element, above) : element;
    return entry === element ? makeNode(element, kind, parent) : nodeOfBlocks(entry);
  };

  /** The same, in a list item the part beside its number, or the number. */
  const bodyOf = (element: ElementNode): StructureNode => {
    const node = nodeOfBlocks(element);
    if (node.kind !== 'LI') return node;
    return element.tag === 'dt' ? partOf(node, 'Lbl', 0.25) : partOf(node, 'LBody', 0.5);
  };

  /** The node that lines of an element are in. */
  const nodeOfLine = (element: ElementNode, order: number): StructureNode => {
    const above = parentOf(element);
    if (above && !partsLines(element) && isTransparent(element))
      return nodeOfLine(above, orderOf(element));
    const own = bodyOf(element);
    return groups.has(own.kind) ? stretchOf(element, own, order) : own;
  };

  const isTransparent = remembered((element) => kindOf(element, null) === null);

  const callOf = remembered((note): Content | null => {
    const above = parentOf(note);
    if (!above) return null;
    // Right before the note, which stands where it is called.
    const order = orderOf(note) - 0.25;
    return { node: { kind: 'Reference', parent: nodeOfLine(above, order), order }, order };
  });

  const isRead = (element: ElementNode): boolean => {
    for (let at: ElementNode | null = element; at; at = parentOf(at))
      if (isHidden(at)) return false;
    return true;
  };

  return {
    ...numbered,
    headings: found,
    nodeOfWords: (element, order) => (isRead(element) ? nodeOfLine(element, order) : null),
    labelOf(element) {
      if (!isRead(element)) return null;
      const node = nodeOfBlocks(element);
      return node.kind === 'LI' || node.kind === 'Note' ? partOf(node, 'Lbl', 0.25) : null;
    },
    callOf: (note) => (isRead(note) ? callOf(note) : null),
    isUntold(element) {
      const isNamed = element.attributes.has('alt') || element.attributes.has('aria-label');
      return element.tag === 'img' && !isNamed && !isDecoration(element) && isRead(element);
    },
    pictureOf(element) {
      const alternative = alternativeOf(element);
      const above = parentOf(element);
      if (alternative === '' || isDecoration(element) || !above || !isRead(element)) return null;
      const order = orderOf(element);
      const group = bodyOf(above);
      const isAlone = groups.has(group.kind) || !isInline(element);
      const parent = isAlone ? group : nodeOfLine(above, order);
      return { node: { kind: 'Figure', parent, order, alternative }, order };
    },
  };
}
