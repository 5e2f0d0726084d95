/**
 * The structure tree of a file (ISO 32000-1 §14.7): what programs that read aloud, reflow or convert
 * go by. Nodes come from the document; what they hold was marked while pages were painted.
 */
import type { StructureNode } from '../../display/index.ts';
import { bookmarks } from './bookmarks.ts';
import type { PaintedFile } from './document.ts';
import {
  type PdfDictionary,
  type PdfFile,
  type PdfPlace,
  type PdfReference,
  type PdfValue,
  pdfText,
} from './pdfkit.ts';
import type { MarkedLink, MarkedStream, Marking } from './tags.ts';

/** What a node holds: a marked stretch, a link's annotation, or another node. */
export type Kid =
  | {
      readonly kind: 'mark';
      readonly stream: MarkedStream;
      readonly number: number;
      readonly page: number;
      readonly order: number;
    }
  | {
      readonly kind: 'link';
      readonly link: MarkedLink;
      readonly page: number;
      readonly order: number;
    }
  | {
      readonly kind: 'node';
      readonly branch: Branch;
      readonly page: number;
      readonly order: number;
    };

/** A node with all that is in it, in reading order. */
export interface Branch {
  readonly node: StructureNode;
  /** The first page that has any of it. */
  readonly page: number;
  readonly kids: readonly Kid[];
}

/** By node, what it holds itself, and which nodes are in it. */
interface Holdings {
  readonly own: Map<StructureNode, Kid[]>;
  readonly inner: Map<StructureNode, Set<StructureNode>>;
  root: StructureNode | null;
}

function hold({ own, inner }: Holdings, node: StructureNode): Kid[] {
  const known = own.get(node);
  if (known) return known;
  const kids: Kid[] = [];
  own.set(node, kids);
  inner.set(node, new Set());
  return kids;
}

/** Notes a node with all that it stands in. */
function place(holdings: Holdings, node: StructureNode): Kid[] {
  const kids = hold(holdings, node);
  const { parent } = node;
  if (!parent) holdings.root = node;
  else {
    place(holdings, parent);
    holdings.inner.get(parent)?.add(node);
  }
  return kids;
}

function holdingsOf({ streams, links }: Marking): Holdings {
  const holdings: Holdings = { own: new Map(), inner: new Map(), root: null };
  for (const stream of streams)
    for (const [number, { content }] of stream.marks.entries()) {
      const { page } = stream;
      const { node, order } = content;
      place(holdings, node).push({ kind: 'mark', stream, number, page, order });
    }
  for (const link of links) {
    const { page, content } = link;
    place(holdings, content.node).push({ kind: 'link', link, page, order: content.order });
  }
  return holdings;
}

function branchOf(node: StructureNode, holdings: Holdings): Branch {
  const inner = [...(holdings.inner.get(node) ?? [])].map((one): Kid => {
    const branch = branchOf(one, holdings);
    return { kind: 'node', branch, page: branch.page, order: one.order };
  });
  const kids = [...(holdings.own.get(node) ?? []), ...inner].sort(
    (one, other) => one.page - other.page || one.order - other.order,
  );
  return { node, page: kids[0]?.page ?? 0, kids };
}

/** Attributes of nodes that have any (§14.8.5). */
function attributesOf({ node }: Branch, { places }: Marking): PdfDictionary {
  const { cell, numbering } = node;
  if (numbering) return { A: { O: 'List', ListNumbering: numbering } };
  if (cell) {
    const own = {
      ...(cell.scope ? { Scope: cell.scope } : {}),
      ...(cell.columns > 1 ? { ColSpan: cell.columns } : {}),
      ...(cell.rows > 1 ? { RowSpan: cell.rows } : {}),
    };
    return Object.keys(own).length > 0 ? { A: { O: 'Table', ...own } } : {};
  }
  const box = node.kind === 'Figure' && places.get(node)?.box;
  if (!box) return {};
  const corners = [box.x, box.y, box.x + box.width, box.y + box.height];
  return { A: { O: 'Layout', BBox: corners.map((value) => Math.round(value * 100) / 100) } };
}

/** Writes branches, and keeps which object each node became. */
class TreeWriter {
  readonly #file: PdfFile;
  readonly #pages: readonly PdfReference[];
  readonly #marking: Marking;
  readonly #elements = new Map<StructureNode, PdfReference>();
  #notes = 0;

  constructor({ file, pages }: PaintedFile, marking: Marking) {
    this.#file = file;
    this.#pages = pages;
    this.#marking = marking;
  }

  write(branch: Branch, parent: PdfReference): PdfReference {
    const element = this.#file.reserve();
    this.#elements.set(branch.node, element.reference);
    const kids = branch.kids.map((kid) => this.#kid(kid, branch.page, element));
    const { kind, alternative, language } = branch.node;
    element.object({
      Type: 'StructElem',
      S: kind,
      P: parent,
      Pg: this.#pages[branch.page],
      ...(kind === 'Note' ? { ID: pdfText(`note-${++this.#notes}`) } : {}),
      ...(alternative === undefined ? {} : { Alt: pdfText(alternative) }),
      ...(language === undefined ? {} : { Lang: pdfText(language) }),
      ...attributesOf(branch, this.#marking),
      K: kids,
    });
    return element.reference;
  }

  #kid(kid: Kid, page: number, { reference }: PdfPlace): PdfValue {
    if (kid.kind === 'node') return this.write(kid.branch, reference);
    const onPage = { Pg: this.#pages[kid.page] };
    if (kid.kind === 'link') return { Type: 'OBJR', ...onPage, Obj: kid.link.annotation };
    const { form } = kid.stream;
    if (!form && kid.page === page) return kid.number;
    return { Type: 'MCR', ...onPage, ...(form ? { Stm: form } : {}), MCID: kid.number };
  }

  /** From contents and annotations to nodes (§14.7.4.4), a number tree of one leaf. */
  parents(): PdfDictionary {
    const { streams, links } = this.#marking;
    const elementOf = (node: StructureNode) => this.#elements.get(node) ?? null;
    const ofStreams = streams
      .filter(({ marks }) => marks.length > 0)
      .map(({ key, marks }): [number, PdfValue] => [
        key,
        this.#file.object(marks.map(({ content }) => elementOf(content.node))),
      ]);
    const ofLinks = links.map(({ key, content }): [number, PdfValue] => [
      key,
      elementOf(content.node),
    ]);
    return { Nums: [...ofStreams, ...ofLinks].sort(([one], [other]) => one - other).flat() };
  }
}

/**
 * What the catalog says of the structure: the tree, and bookmarks for its headings. Nothing where
 * the pages hold none.
 */
export function structureCatalog(painted: PaintedFile): PdfDictionary {
  const { file, pages, marking } = painted;
  if (!marking) return {};
  const holdings = holdingsOf(marking);
  if (!holdings.root) return {};
  const tree = file.reserve();
  const writer = new TreeWriter(painted, marking);
  const whole = branchOf(holdings.root, holdings);
  const root = writer.write(whole, tree.reference);
  tree.object({
    Type: 'StructTreeRoot',
    K: [root],
    ParentTree: file.object(writer.parents()),
    ParentTreeNextKey: marking.keys,
  });
  return {
    MarkInfo: { Marked: true },
    StructTreeRoot: tree.reference,
    ...bookmarks(whole, marking, file, pages),
  };
}
