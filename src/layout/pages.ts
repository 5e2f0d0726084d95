/**
 * Pages (css-page-3): the document as one flow that is cut into pages, each of the size its name
 * asks for. A change of page name forces a break; on a folded sheet nothing else does, since
 * panels are given: what runs past one is overset.
 */
import type { Context, Rect, Size, Span } from '../base/index.ts';
import type { Pictures } from '../input/index.ts';
import { anonymousStyle, type PageStyle, type StyledDocument } from '../style/index.ts';
import {
  forgetParagraphs,
  freshParagraphs,
  type OwnWords,
  type Paragraphs,
  paragraphsAhead,
  prepareBidi,
  prepareShaping,
} from '../text/index.ts';
import { type GradientAlpha, readAlphaPictures, type VectorAlpha } from './alpha-rows.ts';
import type { BlockBox, Box } from './box.ts';
import { startPage } from './break-rules.ts';
import { checkGrid } from './check-grid.ts';
import { checkMarginNames } from './check-margin-names.ts';
import { checkNames, checkSharedPanels } from './check-pages.ts';
import { derivedStyle } from './derived-style.ts';
import { createLayoutContext } from './dispatch.ts';
import { withFallbackFonts } from './fallback-fonts.ts';
import { withFixedBoxes } from './fixed-boxes.ts';
import type { FontSet } from './font-set.ts';
import { isFootnote, layoutNotes } from './footnotes.ts';
import type { BoxFragment } from './fragment.ts';
import { generateBoxes } from './generate-boxes.ts';
import { asksLevels, marginsAskLevels } from './levels.ts';
import type { MadePage, PageStart } from './made-page.ts';
import { layoutMarginBoxes } from './margin-boxes.ts';
import { orientBoxes } from './orient-boxes.ts';
import { reportText } from './overset.ts';
import type { Page, PageGeometry } from './page.ts';
import { type PageArea, pageArea } from './page-area.ts';
import { pageNumbers } from './page-numbers.ts';
import { layoutRoot, pageBox, pageFragment } from './page-root.ts';
import { contentOfPages } from './page-strings.ts';
import { placeOnPages } from './positioned-on-pages.ts';
import { emptyDocument, pageTooLarge, tooManyPages } from './problems.ts';
import { isSamePoint } from './rest.ts';
import {
  epsilon,
  type LayoutContext,
  type LineMetrics,
  type PageSide,
  type Rest,
} from './space.ts';
import { comingParagraphs } from './stacked-lines.ts';
import { placeSticky } from './sticky.ts';
import { layoutWithTargets, type Targets } from './targets.ts';
import { allBoxes, hasLineGrid, hasRegion, hasSticky, languagesOf } from './walk-boxes.ts';

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
  /** How opaque drawings are; without it they hold words off as wholes. */
  readonly vectorAlpha?: VectorAlpha;
  /**
   * Hears of each page as soon as it is cut, before what takes all pages is done: a page may be laid
   * out again, and heard of again.
   */
  readonly whenCut?: (page: Page) => void;
}

/** More than any brochure; a document that makes more has gone wrong. */
const pageLimit = 2000;

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
    styled,
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
  const languages = root ? languagesOf(root) : [];
  if (!root) context.report(emptyDocument(styled.document.root.span));
  if (!root || (languages.length > 0 && settings.fonts === null)) return [];
  await Promise.all([prepareShaping(languages), asksLevels(root) ? prepareBidi() : null]);
  const fonts = settings.fonts ? await withFallbackFonts(root, settings.fonts, context) : noFonts;
  const alphaPictures = await readAlphaPictures(root, settings.pictures, settings.vectorAlpha);
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
  const cut = placeOnPages(
    cutIntoPages(root, settings, layout),
    (before, index) => pageAfter(root, before, index, settings.geometry, layout),
    layout,
  );
  const pages = hasSticky(root) ? cut.map(withSticky) : cut;
  paragraphs.end();
  const { fixed } = settings.geometry;
  if (fixed) checkNames(pages, settings.geometry, layout);
  const shared = fixed ? checkSharedPanels(pages, layout) : noNames;
  reportText(
    pages.map(({ page }) => page),
    { styled, isTold: ({ name }) => shared.has(name) },
    context,
  );
  if (marginsAskLevels(pages)) await prepareBidi();
  reportTooLarge(cut, styled.document.root.span, context);
  const filled = withMarginBoxes(pages, settings.pictures, layout);
  const finished = withFixedBoxes(filled, pages, layout);
  forgetParagraphs();
  if (hasLineGrid(root)) checkGrid(finished, layout, context.report);
  return finished;
}

function reportTooLarge(made: readonly MadePage[], span: Span | undefined, { report }: Context) {
  for (const { page } of made) {
    const found = pageTooLarge(page, span);
    if (!found) continue;
    report(found);
    return;
  }
}

function withSticky(made: MadePage): MadePage {
  return { ...made, page: { ...made.page, root: placeSticky(made.page.root) } };
}

const noNames: ReadonlySet<string> = new Set();

/** Stands in where there are no words: nothing asks it for a font. */
const noFonts: FontSet = {
  all: [],
  fontsFor: () => {
    throw new Error('there are no words, so there is no font');
  },
};

function cutIntoPages(
  root: BlockBox,
  { geometry, whenCut }: PageSettings,
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
    whenCut?.(page.page);
    if (next && isSamePoint(next, rest)) break;
    rest = next;
  } while (rest && made.length < pageLimit);
  const { span } = context.styled.document.root;
  if (rest) context.report(tooManyPages(pageLimit, root.element?.span ?? span));
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
  return emptyPage(root, start, box, pageStyle);
}

function emptyPage(
  root: BlockBox,
  start: PageStart,
  box: PageArea,
  { marginBoxes }: PageStyle,
): MadePage {
  const page = buildPage(start.name, box, pageBox(root, box, []));
  return { page, start, box, marginBoxes, running: [], held: [], fixed: [], room: box.area.height };
}

/** A further page for what is positioned alone. */
function pageAfter(
  root: BlockBox,
  { start }: MadePage,
  index: number,
  geometry: PageGeometry,
  { styled }: LayoutContext,
): MadePage {
  const place = { isFirst: false, isBlank: false, side: sideOf(index), number: index + 1 };
  const pageStyle = styled.pageStyleOf(start.name, place);
  return emptyPage(root, start, pageArea(start.name, pageStyle, geometry), pageStyle);
}

function buildPage(name: string, { size, style, sheet }: PageArea, root: BoxFragment): Page {
  return { name, widthPt: size.width, heightPt: size.height, pageStyle: style, sheet, root };
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
    const { fragment, running, held, fixed } = pageFragment(root, laid, above, context);
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
    const room = above.area.height;
    const own = { page, start, box, marginBoxes, running: others, held, fixed, room };
    return { ...own, rest: laid.rest };
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
  const { contents, names } = contentOfPages(matter, context.styled);
  checkMarginNames(
    made.flatMap(({ marginBoxes }) => marginBoxes),
    names,
    context,
  );
  const numbers = pageNumbers(
    matter.map(({ root }) => root),
    context.styled,
  );
  return made.map(({ page, box, marginBoxes: boxes }, index) => {
    const content = contents[index];
    if (!content || boxes.length === 0) return page;
    const fragments = layoutMarginBoxes(
      {
        boxes,
        page: { x: 0, y: 0, ...box.size },
        area: box.withinMargins,
        number: numbers[index] ?? index + 1,
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
