/**
 * The phase: a document and its sheets in, every element's computed style out. One walk from the
 * root, parents before children.
 */
import { type Context, createSource, type Size } from '../base/index.ts';
import type { ElementNode, HtmlDocument } from '../input/index.ts';
import { type AttributeReader, type AttributeStyle, createAttributeReader } from './attributes.ts';
import { rankLayers, sortRules } from './cascade.ts';
import { parseComponentValues } from './component-values.ts';
import type { CustomDeclaration } from './declarations.ts';
import { type DocumentIndex, indexDocument, type Placed } from './document-index.ts';
import { a4Page, pageAreaSize } from './first-page.ts';
import { createFontRuler } from './font-ruler.ts';
import { createPageStyles, firstPageStyle } from './page-styles.ts';
import type { ComputedStyle, PropertyName } from './properties/index.ts';
import { readSheets } from './read-sheets.ts';
import { findRules, indexRules, type RuleIndexes } from './rule-index.ts';
import type { StyleSheets } from './sheet.ts';
import type { StyleContext } from './style-context.ts';
import type { StyleOptions } from './style-options.ts';
import type { GeneratedPseudo, NotePseudo, StyledDocument, StyledUrl } from './styled-document.ts';
import { createStyler, type StyledNode, type Styler, styleNode } from './styler.ts';
import { appliesToPseudo } from './typographic-pseudos.ts';
import { createUnitMeasures, type UnitMeasures } from './unit-measures.ts';

interface Walk {
  readonly styler: Styler;
  readonly pageMeasures: UnitMeasures;
  readonly document: DocumentIndex;
  readonly rulesOf: RuleIndexes;
  readonly nodes: Map<ElementNode, StyledNode>;
  readonly pseudos: Readonly<Record<GeneratedPseudo, Map<ElementNode, StyledNode>>>;
}

/**
 * Styles a document. Reports the codes `css/…`: those of the sheets at once, those of `var()` when
 * an element uses them. A declaration that cannot be used is left out.
 */
export function computeStyles(
  document: HtmlDocument,
  options: StyleOptions,
  context: Context,
): StyledDocument {
  const sheets = readSheets(document, options, context);
  const severity = options.forgiving ? 'warning' : 'error';
  const { pageSize } = sheets;
  const { media } = options;
  const isQuirky = document.mode === 'quirks';
  const styleContext: StyleContext = { ...context, severity, media, isQuirky, pageSize };
  const walk = createWalk(document, options, sheets, styleContext);
  const reader = createAttributeReader(document, styleContext);
  const { urls, root } = styleElements(walk, reader);
  return {
    document,
    styleOf: createStyleOf(walk),
    styleWithin: createStyleWithin(walk, reader),
    typographicPseudos: typographicPseudosOf(sheets),
    declarationOf: (element, property) =>
      walk.nodes.get(walk.document.placeOf(element).element)?.declarations.get(property)?.span,
    definitionsOf: (customProperty) =>
      sheets.rules.flatMap(({ block }) =>
        block.customs.filter(({ name }) => name === customProperty).map(({ span }) => span),
      ),
    ...createPageStyles({ ...walk.styler, measures: walk.pageMeasures }, sheets.pages, root),
    fontFaces: sheets.fontFaces,
    backgroundUrls: [...urlsOf(sheets), ...urls],
  };
}

/**
 * Units that need a font or the first page; both are looked up when the first is met. On the page
 * itself `vw` is of the whole page, since its area is what margins leave.
 */
function measuresOf(
  { page = a4Page }: StyleOptions,
  { fontFaces, pages }: StyleSheets,
  context: StyleContext,
): { readonly ofElements: UnitMeasures; readonly ofPages: UnitMeasures } {
  let area: Size | undefined;
  const ruler = createFontRuler(fontFaces, context.workspace);
  const ofPages = createUnitMeasures(ruler, () => (page.isGiven ? page.size : context.pageSize));
  const ofElements = createUnitMeasures(ruler, () => {
    const styler = createStyler({ ...context, report: () => {} }, new Map(), [], ofPages, noNames);
    area ??= pageAreaSize(page, firstPageStyle(styler, pages));
    return area;
  });
  return { ofElements, ofPages };
}

/** For styles that no rule of the sheets can be part of. */
const noNames = { spots: new Map(), counterStyles: new Map(), registered: new Map() };

function createWalk(
  document: HtmlDocument,
  options: StyleOptions,
  sheets: StyleSheets,
  context: StyleContext,
): Walk {
  const { rules, layers } = sheets;
  const { ofElements, ofPages } = measuresOf(options, sheets, context);
  const ownProperties = rootDeclarations(options.rootProperties);
  return {
    styler: createStyler(context, rankLayers(layers), ownProperties, ofElements, sheets),
    pageMeasures: ofPages,
    document: indexDocument(document),
    rulesOf: indexRules(rules),
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

function rootDeclarations(
  rootProperties: Readonly<Record<string, string>>,
): readonly CustomDeclaration[] {
  return Object.entries(rootProperties).map(([name, text]) => {
    const source = createSource('job', text);
    const values = parseComponentValues(text, 0, '');
    return { name, values, isImportant: false, span: { source, start: 0, end: text.length } };
  });
}

function styleElements(
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
    rules: sortRules(findRules(walk.rulesOf(null), placed, document), styler.ranks),
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

const containers: ReadonlySet<string> = new Set(['flex', 'inline-flex', 'grid', 'inline-grid']);

/** The root, or a child of a flex or grid container; `display: contents` makes no box between. */
function isItem({ nodes }: Walk, { parent }: Placed): boolean {
  for (let at = parent; at; at = at.parent) {
    const display = nodes.get(at.element)?.style.display;
    if (display !== 'contents') return display !== undefined && containers.has(display);
  }
  return true;
}

const noAttributes: AttributeStyle = {
  key: '',
  hints: { longhands: [], customs: [], urls: [] },
  inline: { longhands: [], customs: [], urls: [] },
};

const pseudoElements: readonly GeneratedPseudo[] = ['before', 'after', 'marker'];
const notePseudos: readonly NotePseudo[] = ['footnote-call', 'footnote-marker'];

function stylePseudos(walk: Walk, placed: Placed, node: StyledNode, root: StyledNode): void {
  const { styler, document } = walk;
  for (const pseudo of pseudoElements) {
    const rules = findRules(walk.rulesOf(pseudo), placed, document);
    const isMarker = pseudo === 'marker';
    if (isMarker ? node.style.display !== 'list-item' : rules.length === 0) continue;
    const own = styleNode(styler, {
      parent: node,
      root,
      rules: sortRules(rules, styler.ranks),
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
  const { styler, document, nodes } = walk;
  for (const pseudo of notePseudos) {
    const around = placed.parent && nodes.get(placed.parent.element);
    const own = styleNode(styler, {
      parent: pseudo === 'footnote-call' && around ? around : node,
      root,
      rules: sortRules(findRules(walk.rulesOf(pseudo), placed, document), styler.ranks),
      attributes: noAttributes,
      isBlockified: false,
      element: placed.element,
    });
    walk.pseudos[pseudo].set(placed.element, own);
  }
}

function createStyleOf({ document, nodes, pseudos }: Walk): StyledDocument['styleOf'] {
  function styleOf(element: ElementNode): StyledNode['style'];
  function styleOf(element: ElementNode, pseudo?: GeneratedPseudo): StyledNode['style'] | null;
  function styleOf(element: ElementNode, pseudo?: GeneratedPseudo): StyledNode['style'] | null {
    const map = pseudo ? pseudos[pseudo] : nodes;
    const node = map.get(element);
    if (node || pseudo) return node?.style ?? null;
    return nodes.get(document.placeOf(element).element)?.style ?? null;
  }
  return styleOf;
}

function typographicPseudosOf({ rules }: StyleSheets): StyledDocument['typographicPseudos'] {
  const found = new Set<'first-line' | 'first-letter'>();
  for (const { selectors } of rules)
    for (const { pseudo } of selectors)
      if (pseudo === 'first-line' || pseudo === 'first-letter') found.add(pseudo);
  return found;
}

/** See `StyledDocument`; each style is made once for each parent. */
function createStyleWithin(walk: Walk, reader: AttributeReader): StyledDocument['styleWithin'] {
  const known = new Map<string, StyledNode>();
  const parents = new Map<ComputedStyle, number>();
  const nodeOf = (node: StyledNode, style: ComputedStyle): StyledNode => {
    const parent = parents.get(style) ?? parents.size;
    parents.set(style, parent);
    const key = `${node.id} ${parent}`;
    const before = known.get(key);
    if (before) return before;
    walk.styler.nextId += 1;
    const made = { ...node, style, id: walk.styler.nextId };
    known.set(key, made);
    return made;
  };
  function styleWithin(element: ElementNode, pseudo: null, parent: ComputedStyle): ComputedStyle;
  function styleWithin(
    element: ElementNode,
    pseudo: 'first-line' | 'first-letter' | null,
    parent: ComputedStyle,
  ): ComputedStyle | null;
  function styleWithin(
    element: ElementNode,
    pseudo: 'first-line' | 'first-letter' | null,
    parent: ComputedStyle,
  ): ComputedStyle | null {
    const { document, styler, nodes } = walk;
    const placed = document.placeOf(element);
    const rules = findRules(walk.rulesOf(pseudo), placed, document);
    const own = nodes.get(element);
    const root = nodes.get(document.root.element);
    if (!own || (pseudo && rules.length === 0)) return null;
    const outer = pseudo || !placed.parent ? own : nodes.get(placed.parent.element);
    const around = nodeOf(outer ?? own, parent);
    return styleNode(styler, {
      parent: around,
      root: root ?? null,
      rules: sortRules(rules, styler.ranks),
      attributes: pseudo ? noAttributes : reader.read(placed),
      isBlockified: false,
      element,
      ...(pseudo ? { allows: (name: PropertyName) => appliesToPseudo(pseudo, name) } : {}),
    }).style;
  }
  return styleWithin;
}

function urlsOf({ rules, pages }: StyleSheets): readonly StyledUrl[] {
  const blocks = [
    ...rules.map(({ block }) => block),
    ...pages.map(({ declarations }) => declarations.block),
  ];
  return [...new Set(blocks)].flatMap(({ urls }) => urls);
}
