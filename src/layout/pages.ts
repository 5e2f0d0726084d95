/**
 * Pages (css-page-3): the document as one flow that is cut into pages, each of the size its name
 * asks for. A change of page name forces a break; on a folded sheet nothing else does, since
 * panels are given: what runs past one is overset.
 */
import { type Context, nearest, noEdges, type Rect, type Size } from '../base/index.ts';
import type { Pictures } from '../input/index.ts';
import {
  anonymousStyle,
  type ComputedStyle,
  type PageStyle,
  resolveLength,
  type StyledDocument,
} from '../style/index.ts';
import {
  freshParagraphs,
  type OwnWords,
  type Paragraphs,
  paragraphsAhead,
  prepareShaping,
} from '../text/index.ts';
import { placeAll } from './absolute.ts';
import { type GradientAlpha, readAlphaPictures } from './alpha-rows.ts';
import type { BlockBox, Box } from './box.ts';
import { isInFlow, isRunning } from './box.ts';
import { carryOutOfFlow, moveFragment, relativeOffset } from './box-fragment.ts';
import { startPage } from './break-rules.ts';
import { checkGrid } from './check-grid.ts';
import { derivedStyle } from './derived-style.ts';
import { createLayoutContext } from './dispatch.ts';
import type { FontSet } from './font-set.ts';
import { isFootnote, layoutNotes } from './footnotes.ts';
import type { BoxFragment } from './fragment.ts';
import { generateBoxes } from './generate-boxes.ts';
import { comingParagraphs } from './inline.ts';
import { gridAt, gridInside, type LineGrid } from './line-grid.ts';
import { strutSize } from './margin.ts';
import { layoutMarginBoxes } from './margin-boxes.ts';
import { orientBoxes } from './orient-boxes.ts';
import { reportText } from './overset.ts';
import type { Page, PageGeometry, PageSheet } from './page.ts';
import { contentOfPages } from './page-strings.ts';
import { emptyDocument, missingPage, repeatedPage, tooManyPages, unknownPage } from './problems.ts';
import { isSamePoint } from './rest.ts';
import { computeEdges, usedMarginLeft } from './sizing.ts';
import {
  epsilon,
  type Laid,
  type LayoutContext,
  type LineMetrics,
  type OutOfFlow,
  openSpace,
  type PageSide,
  type Rest,
  type Space,
} from './space.ts';
import { layoutWithTargets, type Targets } from './targets.ts';
import { allBoxes, hasLineGrid, hasRegion, languagesOf } from './walk-boxes.ts';

export interface PageSettings {
  /** Null when no font could be loaded: a document with words makes no pages then. */
  readonly fonts: FontSet | null;
  readonly pictures: Pictures;
  readonly geometry: PageGeometry;
  /** Divisions that the project gives its words itself. */
  readonly ownWords?: OwnWords;
  /** All are set anew where it is left out. */
  readonly paragraphs?: Paragraphs;
  /** `exact` where it is left out. */
  readonly lineMetrics?: LineMetrics;
  /** How opaque gradients are; without it none holds words off. */
  readonly gradientAlpha?: GradientAlpha;
}

/** More than any brochure; a document that makes more has gone wrong. */
const pageLimit = 2000;

/** Where a page begins and what it is called. */
interface PageStart {
  readonly rest: Rest | null;
  readonly name: string;
  /** The first box on it, for messages. */
  readonly box: Box | undefined;
}

/**
 * Lays out a styled document. Pages come in document order. Reports `layout/empty-document`, `layout/unknown-page`,
 * `layout/missing-page`, `layout/repeated-page` (fixed geometry), `layout/too-many-pages`, and what
 * `reportText` finds of the words.
 */
export function layoutPages(
  styled: StyledDocument,
  settings: PageSettings,
  context: Context,
): Promise<readonly Page[]> {
  return layoutWithTargets(
    (targets, passContext) => layoutOnce(styled, settings, targets, passContext),
    styled.document.root,
    context,
  );
}

async function layoutOnce(
  styled: StyledDocument,
  settings: PageSettings,
  targets: Targets,
  context: Context,
): Promise<readonly Page[]> {
  // Bullets ask the fonts which signs they have.
  if (settings.fonts) await prepareShaping([]);
  const generated = generateBoxes(styled, settings.pictures, settings.fonts, targets, context);
  const root = generated && orientBoxes(generated);
  const fonts = settings.fonts ?? noFonts;
  const languages = root ? languagesOf(root) : [];
  if (!root) context.report(emptyDocument(styled.document.root.span));
  if (!root || (languages.length > 0 && settings.fonts === null)) return [];
  await prepareShaping(languages);
  const alphaPictures = await readAlphaPictures(root, settings.pictures);
  const lineMetrics = settings.lineMetrics ?? 'exact';
  const ownWords = settings.ownWords ?? new Map();
  const hasRegions = hasRegion(root);
  const paragraphs = paragraphsAhead(settings.paragraphs ?? freshParagraphs);
  const firstArea = (): Size => {
    const place = { isFirst: true, isBlank: false, side: sideOf(0), number: 1 };
    const { name } = findStart(root, null);
    return pageArea(name, styled.pageStyleOf(name, place), settings.geometry).area;
  };
  const given = {
    ...{ styled, fonts, ownWords, paragraphs, alphaPictures, lineMetrics, hasRegions },
    gradientAlpha: settings.gradientAlpha ?? (() => () => 0),
    firstArea,
  };
  const layout = createLayoutContext(given, context);
  const coming = () => comingParagraphs(allBoxes(root), layout);
  await paragraphs.begin(coming, languages, context.workspace.helpers);
  const pages = cutIntoPages(root, settings.geometry, layout);
  paragraphs.end();
  if (settings.geometry.fixed) checkNames(pages, settings.geometry, layout);
  reportText(
    pages.map(({ page }) => page),
    styled,
    context,
  );
  const finished = withMarginBoxes(pages, settings.pictures, layout);
  if (hasLineGrid(root)) checkGrid(finished, layout, context.report);
  return finished;
}

/** Stands in where there are no words: nothing asks it for a font. */
const noFonts: FontSet = {
  all: [],
  fontsFor: () => {
    throw new Error('there are no words, so there is no font');
  },
};

interface MadePage {
  readonly page: Page;
  readonly start: PageStart;
  readonly box: PageArea;
  readonly marginBoxes: PageStyle['marginBoxes'];
  /** Elements that left their place for the margin boxes. */
  readonly running: readonly Box[];
}

function cutIntoPages(
  root: BlockBox,
  geometry: PageGeometry,
  context: LayoutContext,
): readonly MadePage[] {
  const made: MadePage[] = [];
  let rest: Rest | null = null;
  do {
    const start = findStart(root, rest);
    const isTurned = rest?.side && rest.side !== sideOf(made.length);
    if (isTurned && !geometry.fixed)
      made.push(blankPage(root, start, made.length, geometry, context));
    const { rest: next, ...page } = layoutPage(root, start, made.length, geometry, context);
    made.push(page);
    if (next && isSamePoint(next, rest)) break;
    rest = next;
  } while (rest && made.length < pageLimit);
  if (rest) context.report(tooManyPages(pageLimit, root.element?.span));
  return made;
}

/** css-page-3 §6.2: in writing from left to right the first page is a right one. */
function sideOf(index: number): PageSide {
  return index % 2 === 0 ? 'right' : 'left';
}

/** A page without content, so that the next is on the side that was asked for. */
function blankPage(
  root: BlockBox,
  start: PageStart,
  index: number,
  geometry: PageGeometry,
  { styled }: LayoutContext,
): MadePage {
  const place = { isFirst: false, isBlank: true, side: sideOf(index), number: index + 1 };
  const pageStyle = styled.pageStyleOf(start.name, place);
  const box = pageArea(start.name, pageStyle, geometry);
  const page = buildPage(start.name, box, pageBox(root, box, []));
  return { page, start, box, marginBoxes: pageStyle.marginBoxes, running: [] };
}

function buildPage(name: string, { size, style, sheet }: PageArea, root: BoxFragment): Page {
  return { name, widthPt: size.width, heightPt: size.height, pageStyle: style, sheet, root };
}

/** css-page-3 §7.3: `bleed: auto` is 6 pt where there are crop marks. */
function sheetOf({ bleedPt, marks }: PageStyle): PageSheet {
  const hasMarks = marks.crop || marks.cross;
  return { bleedPt: bleedPt ?? (hasMarks ? 6 : 0), hasMarks };
}

/** The page name at a point of the flow: that of the first box that begins there. */
function findStart(root: BlockBox, rest: Rest | null): PageStart {
  let box: Box = root;
  let name = root.style.page === 'auto' ? '' : root.style.page;
  let point = rest;
  while (point && 'children' in box) {
    const child: Box | undefined = box.children[point.index];
    if (!child) return { rest, name, box };
    if (!point.child) return { rest, name: startPage(child, name), box: child };
    if (child.style.page !== 'auto') name = child.style.page;
    box = child;
    point = point.child;
  }
  return { rest, name: rest ? name : startPage(root, name), box };
}

interface PageArea {
  readonly size: Size;
  /** Within the page's margins, borders and padding. */
  readonly area: Rect;
  /** The page area with the page's borders and padding. */
  readonly withinMargins: Rect;
  readonly style: ComputedStyle;
  readonly sheet: PageSheet;
}

/** The area of footnotes where no `@footnote` rule says anything of it. */
const plainNotes = derivedStyle((root) => ({
  ...anonymousStyle(root),
  marginTop: { pt: noteGapPt, percent: 0 },
}));

function layoutPage(
  root: BlockBox,
  start: PageStart,
  index: number,
  geometry: PageGeometry,
  context: LayoutContext,
): MadePage & { readonly rest: Rest | null } {
  const pageStyle = context.styled.pageStyleOf(start.name, {
    isFirst: index === 0,
    isBlank: false,
    side: sideOf(index),
    number: index + 1,
  });
  const box = pageArea(start.name, pageStyle, geometry);
  const noteStyle = pageStyle.footnoteStyle ?? plainNotes(root.style);
  let taken = 0;
  for (let pass = 1; ; pass++) {
    const above = { ...box, area: shortened(box.area, taken) };
    const laid = layoutRoot(root, start, above.area, geometry.fixed, context);
    const { fragment, running } = pageFragment(root, laid, above, context);
    const noted = running.filter(isFootnote);
    const notes = layoutNotes(noted, noteStyle, box.area, context);
    if (notes.height > taken + epsilon && pass < notePasses) {
      taken = nextRoom(
        noted,
        taken,
        (some) => layoutNotes(some, noteStyle, box.area, context).height,
      );
      continue;
    }
    const children = notes.fragment ? [...fragment.children, notes.fragment] : fragment.children;
    const page = buildPage(start.name, box, { ...fragment, children });
    const others = running.filter((one) => !isFootnote(one));
    const { marginBoxes } = pageStyle;
    return { page, start, box, marginBoxes, running: others, rest: laid.rest };
  }
}

/** Between the text and its notes, where no `@footnote` says otherwise. */
const noteGapPt = 6;
/** Notes get fewer as they take room from the text that calls them. */
const notePasses = 20;

/** Room for one more note: a page may hold the text of the first, if not of all. */
function nextRoom(
  notes: readonly Box[],
  taken: number,
  heightOf: (notes: readonly Box[]) => number,
): number {
  for (let count = 1; count < notes.length; count++) {
    const height = heightOf(notes.slice(0, count));
    if (height > taken + epsilon) return height;
  }
  return heightOf(notes);
}

function shortened(area: Rect, by: number): Rect {
  return { ...area, height: Math.max(0, area.height - by) };
}

/** The pages with what stands in their margins. */
function withMarginBoxes(
  made: readonly MadePage[],
  pictures: Pictures,
  context: LayoutContext,
): readonly Page[] {
  if (made.every(({ marginBoxes }) => marginBoxes.length === 0))
    return made.map(({ page }) => page);
  const matter = made.map(({ page, running }) => ({ root: page.root, running }));
  const contents = contentOfPages(matter, context.styled);
  return made.map(({ page, box, marginBoxes: boxes }, index) => {
    const content = contents[index];
    if (!content || boxes.length === 0) return page;
    const fragments = layoutMarginBoxes(
      {
        boxes,
        page: { x: 0, y: 0, ...box.size },
        area: box.withinMargins,
        number: index + 1,
        count: made.length,
        content,
        language: context.styled.document.language,
        pictures,
      },
      context,
    );
    const root = { ...page.root, children: [...page.root.children, ...fragments] };
    return { ...page, root };
  });
}

/** The job's size, else `@page`'s, else the fallback; and what margins leave of it. */
function pageArea(name: string, pageStyle: PageStyle, geometry: PageGeometry): PageArea {
  const { size, orientation, style } = pageStyle;
  const used = geometry.sizeOf(name) ?? size ?? turned(geometry.fallback, orientation);
  const margin = (value: ComputedStyle['marginTop'], base: number) =>
    value === 'auto' ? 0 : resolveLength(value, base);
  const edges = computeEdges(style, used.width);
  const top = margin(style.marginTop, used.height);
  const bottom = margin(style.marginBottom, used.height);
  const { border, padding } = edges;
  const area = {
    x: edges.margin.left + border.left + padding.left,
    y: top + border.top + padding.top,
    width: used.width - edges.margin.left - edges.margin.right - edges.horizontal,
    height: used.height - top - bottom - edges.vertical,
  };
  return {
    size: used,
    withinMargins: {
      x: edges.margin.left,
      y: top,
      width: Math.max(0, used.width - edges.margin.left - edges.margin.right),
      height: Math.max(0, used.height - top - bottom),
    },
    area: { ...area, width: Math.max(0, area.width), height: Math.max(0, area.height) },
    style,
    sheet: sheetOf(pageStyle),
  };
}

function turned(size: Size, orientation: PageStyle['orientation']): Size {
  const long = Math.max(size.width, size.height);
  const short = Math.min(size.width, size.height);
  if (orientation === 'landscape') return { width: long, height: short };
  return orientation === 'portrait' ? { width: short, height: long } : size;
}

function layoutRoot(
  root: BlockBox,
  start: PageStart,
  area: Rect,
  isFixed: boolean,
  context: LayoutContext,
): Laid {
  const space: Space = {
    ...openSpace(area.width, area.height),
    fragmentainer: {
      kind: 'page',
      room: isFixed ? Number.POSITIVE_INFINITY : area.height,
      size: isFixed ? Number.POSITIVE_INFINITY : area.height,
      atTop: true,
      page: '',
    },
    resume: start.rest,
  };
  return context.layoutChild(root, space);
}

interface PlacedRoot {
  readonly fragment: BoxFragment;
  readonly running: readonly Box[];
}

/** The page box with the `html` box in the page area, and what is positioned against the page. */
function pageFragment(
  root: BlockBox,
  laid: Laid,
  box: PageArea,
  context: LayoutContext,
): PlacedRoot {
  const { area } = box;
  const edges = computeEdges(root.style, area.width);
  const shift = relativeOffset(root.style, openSpace(area.width, area.height));
  const by = {
    x: area.x + shift.x + usedMarginLeft(root.style, edges, area.width, laid.fragment.width),
    y: area.y + shift.y + strutSize(laid.marginTop),
  };
  const fragment = pageBox(root, box, [moveFragment(laid.fragment, by)]);
  const top = laid.fragment.border.top + laid.fragment.padding.top;
  const grid = gridAt(gridInside(root.style, undefined, 0, context), -by.y - top);
  return placePositioned(fragment, carryOutOfFlow(laid.outOfFlow, by, 0), box, grid, context);
}

/** The page box itself, at 0,0. */
function pageBox(
  root: BlockBox,
  { area, size }: PageArea,
  children: readonly BoxFragment[],
): BoxFragment {
  return {
    kind: 'box',
    x: 0,
    y: 0,
    ...size,
    style: anonymousStyle(root.style),
    element: null,
    border: noEdges,
    // The page area is the content box: what runs past it is overset.
    padding: {
      top: area.y,
      right: size.width - area.x - area.width,
      bottom: size.height - area.y - area.height,
      left: area.x,
    },
    children,
    firstBaseline: null,
    lastBaseline: null,
    picture: null,
    frame: true,
  };
}

/** Absolute boxes refer to the page area, fixed ones to the page box (css-page-3 §3.1). */
function placePositioned(
  fragment: BoxFragment,
  waiting: readonly OutOfFlow[],
  { area, size }: PageArea,
  grid: LineGrid | undefined,
  context: LayoutContext,
): PlacedRoot {
  const page = { x: 0, y: 0, ...size };
  let placed: ReturnType<typeof placeAll> = { fragment, outOfFlow: waiting };
  const running: Box[] = [];
  // A fixed box inside a positioned one waits for the page a second time.
  while (placed.outOfFlow.length > 0) {
    running.push(...placed.outOfFlow.map(({ box }) => box).filter(isRunning));
    const others = placed.outOfFlow.filter(({ box }) => !isRunning(box));
    const blockOf = ({ box }: OutOfFlow) => (box.style.position === 'fixed' ? page : area);
    placed = placeAll(placed.fragment, others, blockOf, grid, context);
  }
  return { fragment: placed.fragment, running };
}

/** Each name of the fold once, and no other. */
function checkNames(
  made: readonly MadePage[],
  geometry: PageGeometry,
  context: LayoutContext,
): void {
  const firstUse = new Map<string, MadePage>();
  for (const { name, span } of context.styled.pageRules) {
    if (name === null || geometry.names.includes(name)) continue;
    context.report(unknownPage(name, nearest(name, geometry.names), geometry.names, span));
  }
  for (const one of made) {
    const { name } = one.page;
    const span = name === '' ? spanOfFirst(one.start.box) : spanOfBox(one.start.box);
    const before = firstUse.get(name);
    if (!geometry.names.includes(name)) {
      context.report(unknownPage(name, nearest(name, geometry.names), geometry.names, span));
    } else if (before) {
      context.report(repeatedPage(name, span, spanOfBox(before.start.box)));
    } else firstUse.set(name, one);
  }
  for (const name of geometry.names) {
    if (!firstUse.has(name)) context.report(missingPage(name, context.styled.document.root.span));
  }
}

/** The first element that has words or a picture: what stands where nothing may stand. */
function spanOfFirst(box: Box | undefined) {
  let first = box;
  while (first && first.kind === 'block') {
    const child: Box | undefined = first.children.find(isInFlow);
    if (!child || child.kind === 'lines') break;
    first = child;
  }
  return spanOfBox(first);
}

function spanOfBox(box: Box | undefined) {
  if (box && 'children' in box && box.element === null) {
    const child = box.children.find(isInFlow);
    return child?.element?.span ?? box.owner?.span;
  }
  return box?.element?.span ?? box?.owner?.span;
}
