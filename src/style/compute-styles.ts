/**
 * The phase: a document and its sheets in, every element's computed style out. One walk from the
 * root, parents before children.
 */
import { type Context, createSource, type Report, type Size } from '../base/index.ts';
import type { ElementNode, HtmlDocument } from '../input/index.ts';
import { type AttributeReader, createAttributeReader } from './attributes.ts';
import { rankLayers } from './cascade.ts';
import { parseComponentValues } from './component-values.ts';
import { type ContainerSizes, type ContainerState, noContainers } from './container-queries.ts';
import type { CustomDeclaration } from './declarations.ts';
import { indexDocument } from './document-index.ts';
import { a4Page, pageAreaSize } from './first-page.ts';
import { createFontRuler } from './font-ruler.ts';
import { createPageStyles, firstPageStyle } from './page-styles.ts';
import type { ComputedStyle, PropertyName } from './properties/index.ts';
import { readSheets } from './read-sheets.ts';
import { indexRules } from './rule-index.ts';
import type { StyleSheets } from './sheet.ts';
import type { StyleContext } from './style-context.ts';
import { emptyNodes, noAttributes, rulesFor, styleElements, type Walk } from './style-elements.ts';
import type { StyleOptions } from './style-options.ts';
import type { GeneratedPseudo, StyledDocument, StyledUrl } from './styled-document.ts';
import { createStyler, type StyledNode, type Styler, styleNode } from './styler.ts';
import { appliesToPseudo } from './typographic-pseudos.ts';
import { createUnitMeasures, type UnitMeasures } from './unit-measures.ts';

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
  const report = onceEach(context.report);
  const styleContext: StyleContext = { ...context, report, severity, media, isQuirky, pageSize };
  const measures = measuresOf(options, sheets, styleContext);
  const ranks = rankLayers(sheets.layers);
  const rootProperties = rootDeclarations(options.rootProperties);
  const reader = createAttributeReader(document, styleContext);
  const given: Given = {
    source: document,
    sheets,
    reader,
    pageMeasures: measures.ofPages,
    document: indexDocument(document),
    rulesOf: indexRules(sheets.rules),
    hasContainers: sheets.rules.some(({ container }) => container !== null),
    stylerFor: (containers) =>
      createStyler(styleContext, ranks, rootProperties, measures.ofElements, sheets, containers),
  };
  return styleWith(given, new Map());
}

/** What is the same however large containers are. */
interface Given extends Pick<Walk, 'document' | 'rulesOf' | 'hasContainers'> {
  readonly source: HtmlDocument;
  readonly sheets: StyleSheets;
  readonly reader: AttributeReader;
  readonly pageMeasures: UnitMeasures;
  stylerFor(containers: ContainerState): Styler;
}

function styleWith(given: Given, sizes: ContainerSizes): StyledDocument {
  const { sheets, reader, document, rulesOf, hasContainers } = given;
  const containers = { ...noContainers(), sizes };
  const styler = given.stylerFor(containers);
  const walk = { styler, document, rulesOf, hasContainers, ...emptyNodes() };
  const { urls, root } = styleElements(walk, reader);
  return {
    document: given.source,
    styleOf: createStyleOf(walk),
    styleWithin: createStyleWithin(walk, reader),
    typographicPseudos: typographicPseudosOf(sheets),
    declarationOf: (element, property) =>
      walk.nodes.get(walk.document.placeOf(element).element)?.declarations.get(property)?.span,
    definitionsOf: (customProperty) =>
      sheets.rules.flatMap(({ block }) =>
        block.customs.filter(({ name }) => name === customProperty).map(({ span }) => span),
      ),
    ...createPageStyles({ ...styler, measures: given.pageMeasures }, sheets.pages, root),
    fontFaces: sheets.fontFaces,
    backgroundUrls: [...urlsOf(sheets), ...urls],
    sizesAsked: containers.asked,
    withSizes: (found) => styleWith(given, found),
  };
}

/** A document that is styled again has the same faults, which were told. */
function onceEach(report: Report): Report {
  const told = new Set<string>();
  return (finding) => {
    const { code, span, message } = finding;
    const key = `${code} ${span?.source.path} ${span?.start} ${span?.end} ${message.en}`;
    if (!told.has(key)) report(finding);
    told.add(key);
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

function rootDeclarations(
  rootProperties: Readonly<Record<string, string>>,
): readonly CustomDeclaration[] {
  return Object.entries(rootProperties).map(([name, text]) => {
    const source = createSource('job', text);
    const values = parseComponentValues(text, 0, '');
    return { name, values, isImportant: false, span: { source, start: 0, end: text.length } };
  });
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
    const own = nodes.get(element);
    const root = nodes.get(document.root.element);
    if (!own) return null;
    const outer = pseudo || !placed.parent ? own : nodes.get(placed.parent.element);
    const rules = rulesFor(walk, pseudo, placed, outer ?? own, root ?? null);
    if (pseudo && rules.length === 0) return null;
    const around = nodeOf(outer ?? own, parent);
    return styleNode(styler, {
      parent: around,
      root: root ?? null,
      rules,
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
