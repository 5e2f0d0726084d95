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

/** A structure while its nodes are made, as they are asked for. */
interface Building {
  readonly styled: StyledDocument;
  readonly numbered: Numbered;
  readonly kinds: Kinds;
  /** The node that an element's blocks are in. */
  readonly nodes: Map<ElementNode, StructureNode>;
  readonly headings: HeadingElement[];
  readonly partOf: ReturnType<typeof createParts>;
  readonly stretchOf: ReturnType<typeof createStretches>;
  /** Elements that are no nodes themselves. */
  readonly isTransparent: (element: ElementNode) => boolean;
}

function begin(styled: StyledDocument): Building {
  const numbered = numberDocument(styled.document.root);
  const kinds = kindsOf(styled);
  return {
    ...{ styled, numbered, kinds, nodes: new Map(), headings: [], partOf: createParts() },
    stretchOf: createStretches(kinds, numbered),
    isTransparent: remembered((element) => kinds.kindOf(element, null) === null),
  };
}

function makeNode(
  { styled, numbered, headings: found }: Building,
  element: ElementNode,
  kind: Kind,
  parent: StructureNode | null,
): StructureNode {
  const isHeading = headings.test(kind);
  if (isHeading) found.push({ element, rank: Number(kind.slice(1)) });
  const language = parent ? element.attributes.get('lang') : undefined;
  const { listStyleType } = styled.styleOf(element);
  const listStyle = typeof listStyleType === 'string' ? listStyleType : '';
  return {
    kind,
    parent,
    order: numbered.orderOf(element),
    ...(language ? { language } : {}),
    ...(isHeading ? { title: collapsed(textOf(element)) } : {}),
    ...(kind === 'L' ? { numbering: numberingOf(element, listStyle) } : {}),
    ...(kind === 'TH' || kind === 'TD' ? { cell: cellOf(element, parent) } : {}),
    ...(kind === 'Figure' ? { alternative: alternativeOf(element) } : {}),
  };
}

/** The node that an element's blocks are in: its own, or that of what it stands in. */
function nodeOfBlocks(building: Building, element: ElementNode): StructureNode {
  const known = building.nodes.get(element);
  if (known) return known;
  const node = findNode(building, element);
  building.nodes.set(element, node);
  return node;
}

function findNode(building: Building, element: ElementNode): StructureNode {
  const { isNote, partsLines, kindOf } = building.kinds;
  const { parentOf, orderOf } = building.numbered;
  const above = parentOf(element);
  if (!above) return makeNode(building, element, 'Document', null);
  const isInLine = isNote(element) || !partsLines(element);
  const parent = isInLine ? nodeOfLine(building, above, orderOf(element)) : bodyOf(building, above);
  const kind = kindOf(element, parent);
  if (kind === null) return parent;
  const entry = kind === 'LI' && above.tag === 'dl' ? entryOf(element, above) : element;
  return entry === element
    ? makeNode(building, element, kind, parent)
    : nodeOfBlocks(building, entry);
}

/** The same, in a list item the part beside its number, or the number. */
function bodyOf(building: Building, element: ElementNode): StructureNode {
  const node = nodeOfBlocks(building, element);
  if (node.kind !== 'LI') return node;
  const { partOf } = building;
  return element.tag === 'dt' ? partOf(node, 'Lbl', 0.25) : partOf(node, 'LBody', 0.5);
}

/** The node that lines of an element are in. */
function nodeOfLine(building: Building, element: ElementNode, order: number): StructureNode {
  const { numbered, kinds, isTransparent, stretchOf } = building;
  const above = numbered.parentOf(element);
  if (above && !kinds.partsLines(element) && isTransparent(element))
    return nodeOfLine(building, above, numbered.orderOf(element));
  const own = bodyOf(building, element);
  return groups.has(own.kind) ? stretchOf(element, own, order) : own;
}

function makeCall(building: Building, note: ElementNode): Content | null {
  const { parentOf, orderOf } = building.numbered;
  const above = parentOf(note);
  if (!above) return null;
  // Right before the note, which stands where it is called.
  const order = orderOf(note) - 0.25;
  return { node: { kind: 'Reference', parent: nodeOfLine(building, above, order), order }, order };
}

function pictureOf(building: Building, element: ElementNode): Content | null {
  const { parentOf, orderOf } = building.numbered;
  const alternative = alternativeOf(element);
  const above = parentOf(element);
  if (alternative === '' || isDecoration(element) || !above) return null;
  const order = orderOf(element);
  const group = bodyOf(building, above);
  const isAlone = groups.has(group.kind) || !building.kinds.isInline(element);
  const parent = isAlone ? group : nodeOfLine(building, above, order);
  return { node: { kind: 'Figure', parent, order, alternative }, order };
}

function isRead({ numbered }: Building, element: ElementNode): boolean {
  for (let at: ElementNode | null = element; at; at = numbered.parentOf(at))
    if (isHidden(at)) return false;
  return true;
}

/** The structure of a document whose elements are styled. Nodes are made as they are asked for. */
export function structureOf(styled: StyledDocument): Structure {
  const building = begin(styled);
  const isKnown = (element: ElementNode) => isRead(building, element);
  const callOf = remembered((note) => makeCall(building, note));
  return {
    ...building.numbered,
    headings: building.headings,
    nodeOfWords: (element, order) =>
      isKnown(element) ? nodeOfLine(building, element, order) : null,
    labelOf(element) {
      if (!isKnown(element)) return null;
      const node = nodeOfBlocks(building, element);
      const hasLabel = node.kind === 'LI' || node.kind === 'Note';
      return hasLabel ? building.partOf(node, 'Lbl', 0.25) : null;
    },
    callOf: (note) => (isKnown(note) ? callOf(note) : null),
    isUntold(element) {
      const isNamed = element.attributes.has('alt') || element.attributes.has('aria-label');
      return element.tag === 'img' && !isNamed && !isDecoration(element) && isKnown(element);
    },
    pictureOf: (element) => (isKnown(element) ? pictureOf(building, element) : null),
  };
}
