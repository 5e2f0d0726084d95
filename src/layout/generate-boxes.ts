/**
 * Box generation (css-display-4 §2): from elements with styles to the formatting tree. Counters
 * and quotation marks run in document order, so this is one walk.
 */
import type { Context } from '../base/index.ts';
import type { DocumentNode, ElementNode, Pictures } from '../input/index.ts';
import {
  anonymousStyle,
  type ComputedStyle,
  noTextIndent,
  type StyledDocument,
} from '../style/index.ts';
import { type BlockBox, type Box, type ColumnsBox, isInFlow } from './box.ts';
import {
  addBox,
  anonymousBlock,
  blockOf,
  type Generator,
  isInlineLevel,
  languageOf,
  ownerOf,
  type Place,
} from './box-generator.ts';
import { combinedText, isCombined } from './combined-text.ts';
import { type CounterChanges, Counters } from './counters.ts';
import { containerKind, hasColumns, isSetApart, isTable, withinLimits } from './depth-limits.ts';
import { derivedStyle, displayedAs } from './derived-style.ts';
import { FlowBuilder } from './flow-builder.ts';
import type { FontSet } from './font-set.ts';
import { footnotePosition } from './footnotes.ts';
import { generatedText, lineBreak, textOfNode } from './inline-text.ts';
import { withLegend } from './legend.ts';
import { counterChangesOf } from './list-counters.ts';
import { finishFlows, flowOf, regionBox } from './named-flows.ts';
import { isPicture, pictureBox } from './picture-box.ts';
import { addMarker, addPseudo } from './pseudo-boxes.ts';
import { markSpanners } from './spanners.ts';
import { buildTable, isBlank, isTablePart, type TableHost } from './table/table-boxes.ts';
import type { Targets } from './targets.ts';
import { addTypographicPseudos } from './typographic-pseudos.ts';
import { fittedControl, usedStyle, withoutFloat } from './used-style.ts';

/**
 * The `html` element's box; null where it is `display: none`. Reports `layout/too-deep`. `prepareShaping` must have been awaited.
 */
export function generateBoxes(
  styled: StyledDocument,
  pictures: Pictures,
  fonts: FontSet | null,
  targets: Targets,
  context: Context,
): BlockBox | null {
  const generator: Generator = {
    styled,
    pictures,
    fonts,
    context,
    counters: new Counters(),
    quoteDepth: { value: 0 },
    targets,
    depth: { flex: 0, grid: 0, table: 0, columns: 0, apart: 0 },
    notes: { within: null },
    containers: { isReported: false },
    flows: new Map(),
  };
  const { root, language } = styled.document;
  const style = styled.styleOf(root);
  generator.counters.enter({ ...noChanges, reset: [{ name: 'footnote', value: 0 }] });
  if (style.display === 'none') return null;
  const builder = new FlowBuilder({ style, language, owner: null });
  addElement(root, undefined, builder, language, generator);
  const [box] = builder.finish();
  finishFlows(style, language, generator);
  if (!box) return null;
  if (box.kind === 'block' && isInFlow(box)) return box;
  // The page's own box: `html` may itself be a flex or grid container, float or be positioned.
  return {
    kind: 'block',
    style: anonymousStyle(style),
    element: null,
    owner: root,
    language,
    children: [box],
    independent: true,
    marker: null,
  };
}

function addNode(
  node: DocumentNode,
  place: Place,
  builder: FlowBuilder,
  generator: Generator,
): void {
  if (node.kind === 'text') {
    const text = textOfNode(node, place.style, place.language);
    if (isCombined(place.style) && text.text.trim() !== '')
      builder.addAtom(combinedText(text, place, generator.fonts));
    else builder.addText(text);
  } else addElement(node, place.element, builder, place.language, generator);
}

function addElement(
  element: ElementNode,
  parent: ElementNode | undefined,
  builder: FlowBuilder,
  inheritedLanguage: string,
  generator: Generator,
): void {
  const computed = generator.styled.styleOf(element);
  if (computed.display === 'none') return;
  const around = parent && generator.styled.styleOf(parent);
  const own = fittedControl(usedStyle(computed, around), element, around);
  const style = withinLimits(element, own, generator);
  const language = languageOf(element, inheritedLanguage);
  const place: Place = { element, style, language };
  generator.counters.enter(counterChangesOf(style, element, parent));
  if (style.float === 'footnote' && parent) {
    addFootnote(place, builder, generator);
    generator.counters.leave();
    return;
  }
  const isTaken = style.flowInto !== 'none' && style.display !== 'contents';
  const target = isTaken ? flowOf(style.flowInto, element, generator).builder : builder;
  const isApart = isSetApart(style);
  if (isApart) generator.depth.apart++;
  addBoxOf(place, isInlineLevel(style === own ? computed : style), target, generator);
  if (isApart) generator.depth.apart--;
  generator.counters.leave();
}

const noChanges: CounterChanges = { reset: [], increment: [], set: [] };

const nextFootnote: CounterChanges = { ...noChanges, increment: [{ name: 'footnote', value: 1 }] };

/**
 * A footnote leaves a number in its place and waits for the foot of its page (css-gcpm-3 §2); one that is
 * called in another stands after it.
 */
function addFootnote(
  { element, style, language }: Place,
  builder: FlowBuilder,
  generator: Generator,
): void {
  generator.counters.enter(nextFootnote);
  const number = generator.counters.valuesOf('footnote').at(-1) ?? 0;
  addPseudo('footnote-call', { element, style, language }, builder, generator, String(number));
  const own: ComputedStyle = {
    ...style,
    display: 'block',
    float: 'none',
    position: footnotePosition,
    textIndent: noTextIndent,
  };
  const place: Place = { element, style: own, language };
  const inner = new FlowBuilder(ownerOf(place));
  addPseudo('footnote-marker', place, inner, generator, `${number}\u00a0`);
  const { notes } = generator;
  const around = notes.within;
  const called: BlockBox[] = [];
  notes.within = called;
  addContents(place, inner, generator);
  notes.within = around;
  generator.counters.leave();
  const base = { style: own, element, owner: element, language };
  const children = inner.finish();
  const note: BlockBox = { kind: 'block', ...base, children, independent: true, marker: null };
  for (const one of [note, ...called])
    if (around) around.push(one);
    else builder.addBlock(one);
}

function addBoxOf(
  place: Place,
  isInline: boolean,
  builder: FlowBuilder,
  generator: Generator,
): void {
  const { element, style, language } = place;
  if (element.tag === 'br') builder.addText(lineBreak(style, language));
  else if (element.tag === 'wbr') builder.addText(generatedText('\u200b', style, language));
  else if (isPicture(place, generator)) {
    // There is nothing in a picture that could stand without it (css-display-4 §2.5).
    if (style.display !== 'contents') addBox(pictureBox(place, generator), isInline, builder);
  } else if (style.display === 'contents') addContents(place, builder, generator);
  else if (style.display === 'inline') {
    builder.openInline({ style, element, language });
    addContents(place, builder, generator);
    builder.closeInline();
  } else addBox(containerBox(place, generator), isInline, builder);
}

/** Closed `details` show their summary alone (html §15.5.5). */
function shownChildren({ tag, attributes, children }: ElementNode): readonly DocumentNode[] {
  if (tag !== 'details' || attributes.has('open')) return children;
  return children.filter((node) => node.kind === 'element' && node.tag === 'summary').slice(0, 1);
}

/** `::before`, the children, `::after`. */
function addContents(place: Place, builder: FlowBuilder, generator: Generator): void {
  addPseudo('before', place, builder, generator);
  addNodes(shownChildren(place.element), place, builder, generator);
  addPseudo('after', place, builder, generator);
}

/** Nodes one after the other; parts of a table that stand alone get one around them. */
function addNodes(
  nodes: readonly DocumentNode[],
  place: Place,
  builder: FlowBuilder,
  generator: Generator,
): void {
  const isPart = (node: DocumentNode | undefined) =>
    node?.kind === 'element' && isTablePart(generator.styled.styleOf(node));
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as DocumentNode;
    if (!isPart(node)) {
      addNode(node, place, builder, generator);
      continue;
    }
    let end = index + 1;
    for (let at = end; at < nodes.length; at++) {
      if (isPart(nodes[at])) end = at + 1;
      else if (!isBlank(nodes[at] as DocumentNode)) break;
    }
    addAnonymousTable(nodes.slice(index, end), place, builder, generator);
    index = end - 1;
  }
}

function addAnonymousTable(
  nodes: readonly DocumentNode[],
  place: Place,
  builder: FlowBuilder,
  generator: Generator,
): void {
  const { element, language } = place;
  const isInline = place.style.display === 'inline';
  const own = anonymousStyle(place.style);
  const style = displayedAs(own, isInline ? 'inline-table' : 'table');
  const base = { style, element: null, owner: element, language };
  addBox(buildTable(base, nodes, element, tableHost(language, generator)), isInline, builder);
}

/** What tables need of box generation. */
function tableHost(language: string, generator: Generator): TableHost {
  const { styled, counters } = generator;
  return {
    styleOf: (element) => styled.styleOf(element),
    boxOf: (element, parent) => {
      const style = usedStyle(styled.styleOf(element));
      const place = { element, style, language: languageOf(element, language) };
      counters.enter(counterChangesOf(style, element, parent));
      const box = cellBox(place, generator);
      counters.leave();
      return box;
    },
    cellAround: (nodes, parent) => {
      const style = displayedAs(anonymousStyle(parent), 'table-cell');
      const [owner] = nodes.filter((node) => node.kind === 'element');
      const element = owner ?? styled.document.root;
      const builder = new FlowBuilder({ style, language, owner: element });
      addNodes(nodes, { element, style, language }, builder, generator);
      const children = builder.finish();
      const base = { style, element: null, owner: element, language };
      return { kind: 'block', ...base, children, independent: true, marker: null };
    },
    within: (element, parent, make) => {
      counters.enter(counterChangesOf(styled.styleOf(element), element, parent));
      const made = make();
      counters.leave();
      return made;
    },
  };
}

function blockBox(place: Place, generator: Generator): BlockBox {
  const builder = new FlowBuilder(ownerOf(place));
  addContents(place, builder, generator);
  return blockOf(place, builder.finish(), { independent: true, marker: null });
}

/** A cell or caption; the columns of one stand in it, since its edges are the table's. */
function cellBox(place: Place, generator: Generator): BlockBox {
  if (!hasColumns(place, generator)) return blockBox(place, generator);
  generator.depth.columns++;
  const box = blockBox(place, generator);
  generator.depth.columns--;
  const { element, language } = place;
  const base = { style: columnsAlone(place.style), element: null, owner: element, language };
  const columns: ColumnsBox = {
    ...{ kind: 'columns', ...base, independent: true },
    children: columnContent(box.children, null, place),
  };
  return { ...box, children: [columns] };
}

const columnsAlone = derivedStyle((style) => ({
  ...anonymousStyle(style),
  columnCount: style.columnCount,
  columnWidth: style.columnWidth,
  columnFill: style.columnFill,
  columnHeight: style.columnHeight,
  columnWrap: style.columnWrap,
  columnGap: style.columnGap,
  rowGap: style.rowGap,
  columnRuleWidth: style.columnRuleWidth,
  columnRuleStyle: style.columnRuleStyle,
  columnRuleColor: style.columnRuleColor,
}));

/** What flows through columns: one block, if there is anything; a marker stands beside its first line. */
function columnContent(
  children: readonly Box[],
  marker: BlockBox | null,
  place: Place,
): readonly Box[] {
  if (children.length === 0 && !marker) return [];
  return [{ ...anonymousBlock(markSpanners(children), place), marker }];
}

function containerBox(place: Place, generator: Generator): Box {
  const { element, style, language } = place;
  if (style.flowFrom !== 'none') return regionBox(place, generator);
  const base = { style, element, owner: element, language };
  if (isTable(place, generator)) {
    generator.depth.table++;
    const table = buildTable(base, element.children, element, tableHost(language, generator));
    generator.depth.table--;
    return table;
  }
  const kind = containerKind(place, generator);
  if (kind)
    return withLegend({ kind, ...base, independent: true, children: itemsOf(place, generator) });
  const isColumns = hasColumns(place, generator);
  const builder = new FlowBuilder(ownerOf(place));
  const marker = addMarker(place, builder, generator);
  if (isColumns) generator.depth.columns++;
  addContents(place, builder, generator);
  if (isColumns) generator.depth.columns--;
  const children = addTypographicPseudos(
    builder.finish(),
    element,
    style,
    generator.styled,
    generator.fonts,
  );
  if (!isColumns) {
    const independent = style.display === 'inline-block';
    return withLegend(blockOf(place, children, { independent, marker }));
  }
  const columns: ColumnsBox = { kind: 'columns', ...base, independent: true, children };
  const whole = withLegend(columns);
  return { ...whole, children: columnContent(whole.children, marker, place) };
}

/** Items of a flex or grid container: each run of words becomes an anonymous block (§4). */
function itemsOf(place: Place, generator: Generator): readonly Box[] {
  const builder = new FlowBuilder(ownerOf(place), true);
  const kind = place.style.display.endsWith('grid') ? 'grid' : 'flex';
  generator.depth[kind]++;
  addContents(place, builder, generator);
  generator.depth[kind]--;
  return builder.finish().map((box) => {
    if (box.kind === 'lines') return anonymousBlock([box], place);
    const own = withoutFloat(box);
    return own.kind === 'block' ? { ...own, independent: true } : own;
  });
}
