/** The walk of the cascade: every element's style and that of its pseudo-elements, parents first. */
import type { ElementNode } from '../input/index.ts';
import type { AttributeReader, AttributeStyle } from './attributes.ts';
import { sortRules } from './cascade.ts';
import { isContained } from './container-queries.ts';
import type { DocumentIndex, Placed } from './document-index.ts';
import { findRules, type MatchedRule, type RuleIndexes } from './rule-index.ts';
import type { ComplexSelector } from './selectors.ts';
import type { GeneratedPseudo, NotePseudo, StyledUrl } from './styled-document.ts';
import { type StyledNode, type Styler, styleNode } from './styler.ts';

export interface Walk {
  readonly styler: Styler;
  readonly document: DocumentIndex;
  readonly rulesOf: RuleIndexes;
  /** There are rules of `@container`. */
  readonly hasContainers: boolean;
  readonly nodes: Map<ElementNode, StyledNode>;
  readonly pseudos: Readonly<Record<GeneratedPseudo, Map<ElementNode, StyledNode>>>;
}

export function emptyNodes(): Pick<Walk, 'nodes' | 'pseudos'> {
  return {
    nodes: new Map(),
    pseudos: {
      before: new Map(),
      after: new Map(),
      marker: new Map(),
      'footnote-call': new Map(),
      'footnote-marker': new Map(),
    },
  };
}

export function styleElements(
  walk: Walk,
  reader: AttributeReader,
): { readonly urls: readonly StyledUrl[]; readonly root: StyledNode } {
  const seen = new Set<AttributeStyle>();
  const urls: StyledUrl[] = [];
  const visit = (placed: Placed): StyledNode => {
    const attributes = reader.read(placed);
    if (!seen.has(attributes)) urls.push(...attributes.hints.urls, ...attributes.inline.urls);
    seen.add(attributes);
    return styleElement(walk, placed, attributes);
  };
  const root = visit(walk.document.root);
  for (const placed of walk.document.all) if (placed.parent) visit(placed);
  return { urls, root };
}

function styleElement(walk: Walk, placed: Placed, attributes: AttributeStyle): StyledNode {
  const { styler, document, nodes } = walk;
  const { element } = placed;
  const parent = (placed.parent && nodes.get(placed.parent.element)) ?? null;
  const root = parent && (nodes.get(document.root.element) ?? null);
  const given = {
    parent,
    root,
    rules: rulesFor(walk, null, placed, parent, root),
    attributes,
    isBlockified: isItem(walk, placed),
    element,
  };
  const plain = styleNode(styler, given);
  const isNote = parent && root && plain.style.float === 'footnote';
  const node = isNote
    ? styleNode(styler, { ...given, parent: asOnPage(walk, parent, root) })
    : plain;
  nodes.set(element, node);
  if (node.style.display !== 'none') stylePseudos(walk, placed, node, root ?? node);
  return node;
}

/** A note stands at the page's foot in the page's writing, whatever its call stands in (css-gcpm-3 §2). */
function asOnPage({ styler }: Walk, parent: StyledNode, root: StyledNode): StyledNode {
  const { writingMode } = root.style;
  if (parent.style.writingMode === writingMode) return parent;
  styler.nextId += 1;
  return { ...parent, style: { ...parent.style, writingMode }, id: styler.nextId };
}

/** What matches an element whose parent is given, or a pseudo-element of it, weakest first. */
export function rulesFor(
  { rulesOf, document, styler, hasContainers }: Walk,
  pseudo: ComplexSelector['pseudo'],
  placed: Placed,
  parent: StyledNode | null,
  root: StyledNode | null,
): readonly MatchedRule[] {
  const found = findRules(rulesOf(pseudo), placed, document);
  const isIn = ({ rule: { container } }: MatchedRule) =>
    container === null || isContained(container, parent, root, styler);
  return sortRules(hasContainers ? found.filter(isIn) : found, styler.ranks);
}

const containers: ReadonlySet<string> = new Set(['flex', 'inline-flex', 'grid', 'inline-grid']);

/** The root, or a child of a flex or grid container; `display: contents` makes no box between. */
function isItem({ nodes }: Walk, { parent }: Placed): boolean {
  for (let at = parent; at; at = at.parent) {
    const display = nodes.get(at.element)?.style.display;
    if (display !== 'contents') return display !== undefined && containers.has(display);
  }
  return true;
}

export const noAttributes: AttributeStyle = {
  key: '',
  hints: { longhands: [], customs: [], urls: [] },
  inline: { longhands: [], customs: [], urls: [] },
};

const pseudoElements: readonly GeneratedPseudo[] = ['before', 'after', 'marker'];
const notePseudos: readonly NotePseudo[] = ['footnote-call', 'footnote-marker'];

function stylePseudos(walk: Walk, placed: Placed, node: StyledNode, root: StyledNode): void {
  const { styler } = walk;
  for (const pseudo of pseudoElements) {
    const rules = rulesFor(walk, pseudo, placed, node, root);
    const isMarker = pseudo === 'marker';
    if (isMarker ? node.style.display !== 'list-item' : rules.length === 0) continue;
    const own = styleNode(styler, {
      parent: node,
      root,
      rules,
      attributes: noAttributes,
      isBlockified: !isMarker && containers.has(node.style.display),
      element: placed.element,
    });
    const { content } = own.style;
    // css-content-3 §1: `normal` is nothing for ::before, and the list's own marker for ::marker.
    const isGenerated = content !== 'none' && (isMarker || content !== 'normal');
    if (isGenerated && own.style.display !== 'none') walk.pseudos[pseudo].set(placed.element, own);
  }
  if (node.style.float === 'footnote') styleNote(walk, placed, node, root);
}

/** A call stands among the words around the note, and looks like them; a marker like the note's. */
function styleNote(walk: Walk, placed: Placed, node: StyledNode, root: StyledNode): void {
  const { styler, nodes } = walk;
  for (const pseudo of notePseudos) {
    const around = placed.parent && nodes.get(placed.parent.element);
    const own = styleNode(styler, {
      parent: pseudo === 'footnote-call' && around ? around : node,
      root,
      rules: rulesFor(walk, pseudo, placed, node, root),
      attributes: noAttributes,
      isBlockified: false,
      element: placed.element,
    });
    walk.pseudos[pseudo].set(placed.element, own);
  }
}
