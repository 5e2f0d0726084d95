/**
 * The structure tree of a tagged PDF (ISO 32000-1 §14.7 and §14.8), as far as it follows from the
 * document: which elements are nodes, of what kind, and in which node the words of an element
 * stand. Elements that only group or style (`div`, `span`) are none; words that stand in a group are
 * a paragraph of their own.
 */
import { type ElementNode, type StructureRole, structureRole } from '../input/index.ts';
import type { StyledDocument } from '../style/index.ts';
import { type Numbered, numberDocument } from './document-order.ts';
import type { Content, StructureNode } from './item.ts';

type Kind = StructureNode['kind'];
type TableCell = NonNullable<StructureNode['cell']>;

/** Nodes that hold blocks and no words (§14.8.4.2). */
const groups: ReadonlySet<Kind> = new Set<Kind>([
  'Document',
  'Sect',
  'Art',
  'Div',
  'BlockQuote',
  'L',
  'LI',
  'Table',
  'THead',
  'TBody',
  'TFoot',
  'TR',
]);

/** What a node of these kinds may stand in; elsewhere it is the group or paragraph it looks like. */
const parents: Readonly<Partial<Record<Kind, readonly Kind[]>>> = {
  LI: ['L'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
};

const inlineKinds: ReadonlySet<StructureRole> = new Set<StructureRole>([
  'Link',
  'Quote',
  'Code',
  'Span',
]);

const headings = /^H[1-6]$/;

/** Where the words and the pictures of a document stand in its structure. */
export interface Structure extends Numbered {
  /** The node that words of an element are in; null where a reader is not to read them. */
  nodeOfWords(element: ElementNode): StructureNode | null;
  /** The node of a list item's number, or a note's; null for any other element. */
  labelOf(element: ElementNode): StructureNode | null;
  /** True where nothing says whether a picture is to be read or is decoration. */
  isUntold(element: ElementNode): boolean;
  /** A picture by its alternative text; null where it is decoration. */
  pictureOf(element: ElementNode): Content | null;
}

function isHidden({ attributes }: ElementNode): boolean {
  return attributes.get('aria-hidden') === 'true';
}

function isDecoration({ attributes }: ElementNode): boolean {
  const role = attributes.get('role');
  return role === 'presentation' || role === 'none';
}

function textOf(element: ElementNode): string {
  const texts = element.children.map((child) =>
    child.kind === 'element' ? textOf(child) : child.pieces.map(({ text }) => text).join(''),
  );
  return texts.join('');
}

function collapsed(text: string): string {
  return text.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
}

/** What is read instead of a picture; empty: it is decoration. */
function alternativeOf({ attributes, children }: ElementNode): string {
  const said = attributes.get('aria-label') ?? attributes.get('alt');
  if (said !== undefined) return collapsed(said);
  const title = children.find((child) => child.kind === 'element' && child.tag === 'title');
  return title?.kind === 'element' ? collapsed(textOf(title)) : '';
}

function countOf(element: ElementNode, attribute: string): number {
  const count = Number.parseInt(element.attributes.get(attribute) ?? '', 10);
  return count > 0 ? count : 1;
}

/** Heads of a table's first part are of columns, others of rows, unless the author says so. */
function cellOf(element: ElementNode, row: StructureNode | null): TableCell {
  const columns = countOf(element, 'colspan');
  const rows = countOf(element, 'rowspan');
  if (element.tag !== 'th') return { scope: null, columns, rows };
  const said = element.attributes.get('scope')?.toLowerCase();
  const isOfColumn = said ? said.startsWith('col') : row?.parent?.kind === 'THead';
  return { scope: isOfColumn ? 'Column' : 'Row', columns, rows };
}

/** The structure of a document whose elements are styled. Nodes are made as they are asked for. */
export function structureOf(styled: StyledDocument): Structure {
  const { document } = styled;
  const numbered = numberDocument(document.root);
  const { orderOf, parentOf } = numbered;
  const ownNodes = new Map<ElementNode, StructureNode>();
  const wordNodes = new Map<ElementNode, StructureNode>();

  const languageOf = (element: ElementNode) => {
    const language = element.attributes.get('lang');
    return language && element !== document.root ? { language } : {};
  };

  const isInline = (element: ElementNode): boolean => {
    const { display } = styled.styleOf(element);
    return display.startsWith('inline') || display === 'contents';
  };

  const hasBlocks = (element: ElementNode): boolean =>
    element.children.some((child) => child.kind === 'element' && !isInline(child));

  const isNote = (element: ElementNode) => styled.styleOf(element).float === 'footnote';

  /** What an element is by itself; null where it is no node. */
  const kindOf = (element: ElementNode, parent: StructureNode | null): Kind | null => {
    const role = structureRole(element.tag) ?? null;
    const isLanguage = 'language' in languageOf(element);
    if (isNote(element)) return 'Note';
    if (isInline(element)) {
      if (role === 'Link' && !element.attributes.has('href')) return isLanguage ? 'Span' : null;
      if (role !== null && role !== 'Span' && inlineKinds.has(role)) return role;
      return isLanguage ? 'Span' : null;
    }
    if (role === null || role === 'Figure' || inlineKinds.has(role)) return null;
    if (role === 'Div' && element.tag !== 'figure') return isLanguage ? 'Div' : null;
    if (role === 'P' && hasBlocks(element)) return isLanguage ? 'Div' : null;
    const wanted = parents[role];
    return !wanted || (parent && wanted.includes(parent.kind)) ? role : null;
  };

  const makeNode = (element: ElementNode, kind: Kind, parent: StructureNode | null) => ({
    kind,
    parent,
    order: orderOf(element),
    ...languageOf(element),
    ...(headings.test(kind) ? { title: collapsed(textOf(element)) } : {}),
    ...(kind === 'TH' || kind === 'TD' ? { cell: cellOf(element, parent) } : {}),
  });

  /** The node that an element's blocks are in: its own, or that of what it stands in. */
  const nodeOfBlocks = (element: ElementNode): StructureNode => {
    const known = ownNodes.get(element);
    if (known) return known;
    const above = parentOf(element);
    const isPartOfLine = (isInline(element) && !hasBlocks(element)) || isNote(element);
    const parent = above && (isPartOfLine ? nodeOfLine(above) : bodyOf(above));
    const kind = above ? kindOf(element, parent) : 'Document';
    const node = kind === null && parent ? parent : makeNode(element, kind ?? 'Div', parent);
    ownNodes.set(element, node);
    return node;
  };

  /** The same, in a list item the part beside its number. */
  const bodyOf = (element: ElementNode): StructureNode => {
    const node = nodeOfBlocks(element);
    if (node.kind !== 'LI') return node;
    return partOf(node, 'LBody', 0.5);
  };

  const parts = new Map<StructureNode, Map<Kind, StructureNode>>();
  const partOf = (parent: StructureNode, kind: Kind, after: number): StructureNode => {
    const made = parts.get(parent) ?? new Map<Kind, StructureNode>();
    parts.set(parent, made);
    const node = made.get(kind) ?? { kind, parent, order: parent.order + after };
    made.set(kind, node);
    return node;
  };

  /** The node that an element's lines are in. */
  const nodeOfLine = (element: ElementNode): StructureNode => {
    const known = wordNodes.get(element);
    if (known) return known;
    const above = parentOf(element);
    const isTransparent = above !== null && isInline(element) && kindOf(element, null) === null;
    const own = isTransparent ? nodeOfLine(above) : bodyOf(element);
    const node = groups.has(own.kind)
      ? ({ kind: 'P', parent: own, order: orderOf(element) + 0.5 } as const)
      : own;
    wordNodes.set(element, node);
    return node;
  };

  const isRead = (element: ElementNode): boolean => {
    for (let at: ElementNode | null = element; at; at = parentOf(at))
      if (isHidden(at)) return false;
    return true;
  };

  return {
    ...numbered,
    nodeOfWords: (element) => (isRead(element) ? nodeOfLine(element) : null),
    labelOf(element) {
      if (!isRead(element)) return null;
      const node = nodeOfBlocks(element);
      return node.kind === 'LI' || node.kind === 'Note' ? partOf(node, 'Lbl', 0.25) : null;
    },
    isUntold(element) {
      const isNamed = element.attributes.has('alt') || element.attributes.has('aria-label');
      return element.tag === 'img' && !isNamed && !isDecoration(element) && isRead(element);
    },
    pictureOf(element) {
      const alternative = alternativeOf(element);
      if (alternative === '' || isDecoration(element)) return null;
      const above = parentOf(element);
      if (!above || !isRead(element)) return null;
      const order = orderOf(element);
      const parent = isInline(element) ? nodeOfLine(above) : bodyOf(above);
      const alone = parent.kind === 'P' && parent.order === orderOf(above) + 0.5 && parent.parent;
      return { node: { kind: 'Figure', parent: alone || parent, order, alternative }, order };
    },
  };
}
