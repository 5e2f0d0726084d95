/**
 * Box generation (css-display-4 §2): from elements with styles to the formatting tree. Counters
 * and quotation marks run in document order, so this is one walk.
 */
import type { Context } from '../base/index.ts';
import type { DocumentNode, ElementNode, Pictures } from '../input/index.ts';
import {
  anonymousStyle,
  blockified,
  type ComputedStyle,
  type NotePseudo,
  noTextIndent,
  type StyledDocument,
} from '../style/index.ts';
import { fontHasCharacter } from '../text/index.ts';
import type { BlockBox, Box, LinesBox, NamedFlow, PictureBox, RegionBox } from './box.ts';
import { columnSegments } from './column-segments.ts';
import { type CounterChanges, Counters, markerText } from './counters.ts';
import { derivedStyle, displayedAs } from './derived-style.ts';
import { FlowBuilder, type FlowOwner } from './flow-builder.ts';
import type { FontSet } from './font-set.ts';
import { footnotePosition } from './footnotes.ts';
import { contentText, type QuoteDepth } from './generated-content.ts';
import { imageMarker } from './image-marker.ts';
import { generatedText, lineBreak, textOfNode } from './inline-text.ts';
import { withLegend } from './legend.ts';
import { counterChangesOf } from './list-counters.ts';
import { flowWithoutFrame, frameWithoutFlow, tooDeep } from './problems.ts';
import { standInOf } from './stand-ins.ts';
import {
  buildTable,
  isBlank,
  isTableDisplay,
  isTablePart,
  type TableHost,
  tableAround,
} from './table/table-boxes.ts';
import type { Targets } from './targets.ts';
import { addTypographicPseudos } from './typographic-pseudos.ts';

interface Generator {
  readonly styled: StyledDocument;
  readonly pictures: Pictures;
  /** Null where no font is loaded. */
  readonly fonts: FontSet | null;
  readonly context: Context;
  readonly counters: Counters;
  readonly quoteDepth: QuoteDepth;
  readonly targets: Targets;
  /** How many of each kind are open, one in another. */
  readonly depth: { flex: number; grid: number; table: number; columns: number };
  readonly containers: { isReported: boolean };
  /** Named flows by name, with what has left its place for them. */
  readonly flows: Map<string, FlowInProgress>;
}

/**
 * How many of a kind may stand in each other; no page has more than a handful. Each level is some
 * ten calls deep, for grids with calls into WebAssembly among them, and the stack ends somewhere.
 * Each level of columns is laid out several times to balance the one around it.
 */
const depthLimits = { flex: 128, grid: 32, table: 32, columns: 4 };

/** A named flow, and the boxes that go into it. */
interface FlowInProgress {
  readonly flow: NamedFlow;
  readonly builder: FlowBuilder;
  /** The first element that names it, for messages. */
  readonly element: ElementNode;
}

/** What an element's children are generated into. */
interface Place {
  readonly element: ElementNode;
  readonly style: ComputedStyle;
  readonly language: string;
}

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
    depth: { flex: 0, grid: 0, table: 0, columns: 0 },
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
  if (box.kind === 'block') return box;
  // The page's own box: `html` may itself be a flex or grid container.
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

/** The contents of named flows, now that all are known; a flow that no frame shows is an error. */
function finishFlows(root: ComputedStyle, language: string, generator: Generator): void {
  for (const { flow, builder, element } of generator.flows.values()) {
    const children = builder.finish();
    if (children.length > 0 && flow.frames === 0)
      generator.context.report(flowWithoutFrame(flow.name, element));
    if (children.length === 0 && flow.frames > 0)
      generator.context.report(frameWithoutFlow(flow.name, element));
    const base = { style: anonymousStyle(root), element: null, owner: element, language };
    if (children.length > 0)
      flow.content = { kind: 'block', ...base, children, independent: true, marker: null };
  }
}

function flowOf(name: string, element: ElementNode, generator: Generator): FlowInProgress {
  const known = generator.flows.get(name);
  if (known) return known;
  const { root, language } = generator.styled.document;
  const style = generator.styled.styleOf(root);
  const builder = new FlowBuilder({ style, language, owner: root });
  const made = { flow: { name, content: null, frames: 0 }, builder, element };
  generator.flows.set(name, made);
  return made;
}

/** A box that shows a named flow instead of its own content. */
function regionBox({ element, style, language }: Place, generator: Generator): RegionBox {
  const { flow } = flowOf(style.flowFrom, element, generator);
  const index = flow.frames;
  flow.frames += 1;
  return { kind: 'region', style, element, owner: element, language, flow, index };
}

function addNode(
  node: DocumentNode,
  place: Place,
  builder: FlowBuilder,
  generator: Generator,
): void {
  if (node.kind === 'text') {
    builder.addText(textOfNode(node, place.style, place.language));
  } else addElement(node, place.element, builder, place.language, generator);
}

function languageOf(element: ElementNode, inherited: string): string {
  const language = element.attributes.get('lang') ?? element.attributes.get('xml:lang');
  return language === undefined || language === '' ? inherited : language;
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
  const style = fittedControl(usedStyle(computed, around), element, around);
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
  addBoxOf(place, isInlineLevel(computed), target, generator);
  generator.counters.leave();
}

const inFlowPositions: ReadonlySet<string> = new Set(['static', 'relative', 'sticky']);

const noChanges: CounterChanges = { reset: [], increment: [], set: [] };
const nextFootnote: CounterChanges = { ...noChanges, increment: [{ name: 'footnote', value: 1 }] };

/** A footnote leaves a number in its place and waits for the foot of its page (css-gcpm-3 §2). */
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
  addContents(place, inner, generator);
  generator.counters.leave();
  const base = { style: own, element, owner: element, language };
  builder.addBlock({
    kind: 'block',
    ...base,
    children: inner.finish(),
    independent: true,
    marker: null,
  });
}

/**
 * Positioned boxes are blocks (css-display-4 §2.7), whatever they would have been; an inline box whose
 * lines stand across those around it is a block in a line (css-writing-modes-4 §3.1). A block
 * is aligned as its parent says where it says nothing itself (css-align-3 §6.1.1).
 */
function usedStyle(style: ComputedStyle, parent?: ComputedStyle): ComputedStyle {
  const isPositioned = !inFlowPositions.has(style.position);
  const display = blockified(style.display);
  if (isPositioned && display !== style.display) return displayedAs(style, display);
  if (isPositioned || !parent) return style;
  const isAligned = style.justifySelf === 'auto' && parent.justifyItems !== 'normal';
  if (isAligned && isBlocks(parent)) return { ...style, justifySelf: parent.justifyItems };
  const isAcross = parent.writingMode !== style.writingMode;
  return isAcross && style.display === 'inline' ? displayedAs(style, 'inline-block') : style;
}

const controls: ReadonlySet<string> = new Set(['button', 'input', 'select', 'textarea']);

/** html §15.5.2: a form control is as wide as its content also where it is a block. */
function fittedControl(
  style: ComputedStyle,
  { tag, namespace }: ElementNode,
  parent: ComputedStyle | undefined,
): ComputedStyle {
  if (style.width !== 'auto' || !controls.has(tag) || namespace !== 'html') return style;
  const isItem = parent !== undefined && /(?:flex|grid)$/.test(parent.display);
  return isItem || !inFlowPositions.has(style.position)
    ? style
    : { ...style, width: 'fit-content' };
}

/** True for a table's part: one that is positioned is a block like any other (css-display-4 §2.7). */
function isLooseTablePart(style: ComputedStyle): boolean {
  return inFlowPositions.has(style.position) && isTablePart(style);
}

/** True for a container of blocks and lines. */
function isBlocks({ display }: ComputedStyle): boolean {
  return display === 'block' || display === 'flow-root' || display === 'inline-block';
}

function isInlineLevel({ display }: ComputedStyle): boolean {
  return display.startsWith('inline');
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
  else if (isPicture(place, generator)) addBox(pictureBox(place, generator), isInline, builder);
  else if (style.display === 'contents') addContents(place, builder, generator);
  else if (style.display === 'inline') {
    builder.openInline({ style, element, language });
    addContents(place, builder, generator);
    builder.closeInline();
  } else addBox(containerBox(place, generator), isInline, builder);
}

/** Block-level boxes stand between lines, others in them. */
function addBox(box: Box, isInline: boolean, builder: FlowBuilder): void {
  if (isInline) builder.addAtom(box);
  else builder.addBlock(box);
}

function isPicture({ element, style }: Place, { pictures }: Generator): boolean {
  const { tag, picture } = element;
  if (tag === 'img' || tag === 'svg' || replacementOf(style) !== null) return true;
  // An object that shows nothing of its own shows what is in it.
  if (tag === 'object' && picture !== undefined && pictures.has(picture)) return true;
  return standInOf(element) !== null;
}

/** css-content-3 §2.1: the picture that `content` puts in the place of an element's own. */
function replacementOf({ content }: ComputedStyle): string | null {
  if (typeof content === 'string' || content.length !== 1) return null;
  const [item] = content;
  return item?.kind === 'url' ? item.path : null;
}

function pictureBox({ element, style, language }: Place, generator: Generator): PictureBox {
  const key = replacementOf(style) ?? element.picture;
  const picture = key === undefined ? undefined : generator.pictures.get(key);
  const base = { style, element, owner: element, language };
  const standIn = picture ? null : standInOf(element);
  return { kind: 'picture', ...base, picture: picture ?? null, ...(standIn ? { standIn } : {}) };
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
    node?.kind === 'element' && isLooseTablePart(generator.styled.styleOf(node));
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
      const box = blockBox(place, generator);
      counters.leave();
      return { ...box, independent: true };
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

function blockOf(
  { element, style, language }: Place,
  children: readonly Box[],
  { independent, marker }: Pick<BlockBox, 'independent' | 'marker'>,
): BlockBox {
  return { kind: 'block', style, element, owner: element, language, independent, marker, children };
}

/** Flex or grid; null for a block container. Reports `layout/too-deep` and sets a block instead. */
function containerKind({ element, style }: Place, generator: Generator): 'flex' | 'grid' | null {
  const { display } = style;
  const kind = display.endsWith('flex') ? 'flex' : display.endsWith('grid') ? 'grid' : null;
  const { containers, context } = generator;
  if (!kind || generator.depth[kind] < depthLimits[kind]) return kind;
  if (!containers.isReported) context.report(tooDeep(element, depthLimits[kind]));
  containers.isReported = true;
  return null;
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
  const segments = columnSegments(children, (run) => anonymousBlock(run, place));
  return { kind: 'columns', ...base, independent: true, marker, children: segments };
}

/** Reports `layout/too-deep` where tables stand too deep in tables, and sets a block. */
function isTable({ element, style }: Place, generator: Generator): boolean {
  if (!isTableDisplay(style)) return false;
  const { containers, depth, context } = generator;
  if (depth.table < depthLimits.table) return true;
  if (!containers.isReported) context.report(tooDeep(element, depthLimits.table));
  containers.isReported = true;
  return false;
}

/** Reports `layout/too-deep` where columns stand too deep in columns, and sets one column. */
function hasColumns({ element, style }: Place, generator: Generator): boolean {
  if (style.columnCount === 'auto' && style.columnWidth === 'auto') return false;
  const { containers, depth, context } = generator;
  if (depth.columns < depthLimits.columns) return true;
  if (!containers.isReported) context.report(tooDeep(element, depthLimits.columns));
  containers.isReported = true;
  return false;
}

function ownerOf({ element, style, language }: Place): FlowOwner {
  return { style, language, owner: element };
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

const floatless = derivedStyle(() => ({ float: 'none' }));

/** `float` means nothing to an item (css-flexbox-1 §3). */
function withoutFloat<B extends Exclude<Box, LinesBox>>(box: B): B {
  return box.style.float === 'none' ? box : { ...box, style: floatless(box.style) };
}

function anonymousBlock(children: readonly Box[], place: Place): BlockBox {
  return {
    kind: 'block',
    style: anonymousStyle(place.style),
    element: null,
    owner: place.element,
    language: place.language,
    children,
    independent: true,
    marker: null,
  };
}

/**
 * Generated content: an inline box, a block, or whatever `display` says. `normal` is what stands
 * for `content: normal`; nothing does for `::before` and `::after`.
 */
function addPseudo(
  pseudo: 'before' | 'after' | NotePseudo,
  place: Place,
  builder: FlowBuilder,
  generator: Generator,
  normal = '',
): void {
  const computed = generator.styled.styleOf(place.element, pseudo);
  const style = computed && usedStyle(computed);
  if (!style || style.display === 'none' || style.content === 'none') return;
  if (style.content === 'normal' && normal === '') return;
  generator.counters.enter(counterChangesOf(style, null, place.element));
  const { language } = place;
  const own: Place = { ...place, style };
  const base = { style, element: null, language };
  const fill = (target: FlowBuilder) => {
    if (style.content === 'normal') target.addText(generatedText(normal, style, language));
    else addGenerated(own, target, generator);
  };
  if (style.display === 'inline' || style.display === 'contents') {
    if (style.display === 'inline') builder.openInline(base);
    fill(builder);
    if (style.display === 'inline') builder.closeInline();
  } else {
    const inner = new FlowBuilder(ownerOf(own));
    fill(inner);
    addBox(pseudoBox(own, inner.finish()), isInlineLevel(computed), builder);
  }
  generator.counters.leave();
}

function pseudoBox(place: Place, children: readonly Box[]): Box {
  const { style, element, language } = place;
  const base = { style, element: null, owner: element, language, independent: true };
  const kind = style.display.endsWith('flex')
    ? 'flex'
    : style.display.endsWith('grid')
      ? 'grid'
      : 'block';
  if (isTableDisplay(style)) return tableAround({ ...base, kind: 'block', marker: null, children });
  if (kind === 'block') return { kind, ...base, independent: false, children, marker: null };
  return { kind, ...base, children: children.map((box) => anonymousBlock([box], place)) };
}

/** The words and pictures of `content`. */
function addGenerated(place: Place, builder: FlowBuilder, generator: Generator): void {
  const { style, language, element } = place;
  if (typeof style.content === 'string') return;
  for (const item of style.content) {
    if (item.kind === 'url') {
      const picture = generator.pictures.get(item.path) ?? null;
      const own = displayedAs(anonymousStyle(style), 'inline-block');
      builder.addAtom({
        kind: 'picture',
        style: own,
        element: null,
        owner: element,
        language,
        picture,
      });
      continue;
    }
    const words = contentText(item, style, language, { ...generator, element });
    const isLeader = item.kind === 'leader';
    if (words !== null) builder.addText(generatedText(words, style, language, isLeader));
  }
}

/**
 * `::marker` (css-lists-3 §3). Inside, it is the first inline box of the item; outside, a box of
 * its own, which is handed back.
 */
function addMarker(place: Place, builder: FlowBuilder, generator: Generator): BlockBox | null {
  if (place.style.display !== 'list-item') return null;
  const found = generator.styled.styleOf(place.element, 'marker');
  if (!found || found.content === 'none') return null;
  const style = markerStyle(found);
  const own: Place = { ...place, style };
  const isInside = place.style.listStylePosition === 'inside';
  const target = isInside ? builder : new FlowBuilder(ownerOf(own));
  if (isInside) {
    target.openInline({
      style: displayedAs(style, 'inline'),
      element: null,
      language: place.language,
    });
  }
  if (style.content === 'normal') addBullet(own, target, generator);
  else addGenerated(own, target, generator);
  if (isInside) {
    target.closeInline();
    return null;
  }
  const children = target.finish();
  return children.length === 0 ? null : anonymousMarker(children, own);
}

/** css-lists-3 §3.1.1: a marker's spaces count and it is not broken. */
const markerStyle = derivedStyle((found) => ({
  ...anonymousStyle(found),
  content: found.content,
  whiteSpaceCollapse: 'preserve',
  textWrapMode: 'nowrap',
  textIndent: noTextIndent,
  textTransform: 'none',
}));

function anonymousMarker(children: readonly Box[], place: Place): BlockBox {
  return { ...anonymousBlock(children, place), style: place.style };
}

/** The bullet or number of `list-style-type`, read from the item. */
function addBullet(place: Place, builder: FlowBuilder, generator: Generator): void {
  const { style, language, element } = place;
  const { listStyleType: type, listStyleImage: image } = generator.styled.styleOf(element);
  const sign = image === 'none' ? null : imageMarker(image, place, generator.pictures);
  if (sign) {
    builder.addAtom(sign);
    return;
  }
  const value = generator.counters.valuesOf('list-item').at(-1) ?? 0;
  const fonts = generator.fonts?.fontsFor(style) ?? [];
  const canShow = (sign: string) => fonts.some((font) => fontHasCharacter(font, sign));
  const words =
    typeof type === 'object' && 'kind' in type ? type.text : markerText(value, type, canShow);
  if (words !== '') builder.addText(generatedText(words, style, language));
}
