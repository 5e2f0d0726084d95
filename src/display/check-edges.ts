/**
 * Art and text against the edges of the page: what touches the trim must run through the bleed,
 * and what is to be read keeps away from the knife and the fold. Only edges with bleed are trimmed
 * edges; the others are folds.
 *
 * Text is judged by cap height and descender, not by its line box, and letters drawn as outlines by
 * these. Art is judged by what shows of it, clips applied.
 */
import {
  axisScales,
  type Context,
  type Edges,
  mmToPt,
  type Rect,
  type Span,
} from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import type { DisplayList, DisplayPage } from './item.ts';
import { asRect, containsRect, isEmptyRect } from './outline.ts';
import { missingBleed, nearTrim, type PageEdge, stopsShortOfTrim } from './problems.ts';
import { type Visit, visibleBounds, walkItems } from './walk.ts';

/** The bleed of a page's edges in pt, by page name; 0 on edges that are folds. */
export type BleedOf = (page: string) => Edges;

/** Art this near the trim touches it; art this short of the bleed's edge reaches it. */
const tolerancePt = mmToPt(0.1);
/** Art that ends within this of the trim looks like a mistake in cutting. */
const slipPt = mmToPt(2);
/** Text nearer than the first to an edge is an error, nearer than the second a warning. */
export interface SafetyMm {
  readonly error: number;
  readonly warning: number;
}

/** What folds ask for, and trims where the printing house does not say otherwise. */
export const usualSafetyMm: SafetyMm = { error: 3, warning: 5 };
/** Letters this large that run through the bleed are meant as a picture. */
const letterArtPt = 36;

const edges: readonly PageEdge[] = ['top', 'right', 'bottom', 'left'];

/** How far inside the trim a rectangle ends on one edge; negative outside. */
function distanceTo(edge: PageEdge, rect: Rect, page: DisplayPage<unknown>): number {
  switch (edge) {
    case 'top':
      return rect.y;
    case 'right':
      return page.widthPt - rect.x - rect.width;
    case 'bottom':
      return page.heightPt - rect.y - rect.height;
    case 'left':
      return rect.x;
  }
}

/** The strip between a rectangle's trim edge and the bleed's edge: where paper would show. */
function bareStrip(edge: PageEdge, rect: Rect, page: DisplayPage<unknown>, bleed: number): Rect {
  switch (edge) {
    case 'top':
      return { ...rect, y: -bleed, height: bleed };
    case 'right':
      return { ...rect, x: page.widthPt, width: bleed };
    case 'bottom':
      return { ...rect, y: page.heightPt, height: bleed };
    case 'left':
      return { ...rect, x: -bleed, width: bleed };
  }
}

/** An opaque area of one colour, as far as what lies under other art is concerned. */
interface Ground {
  readonly rect: Rect;
  readonly color: AuthorColor | null;
}

function isSameColor(one: AuthorColor | null, other: AuthorColor | null): boolean {
  return one !== null && other !== null && JSON.stringify(one) === JSON.stringify(other);
}

/** The colour of an item that is one opaque colour all over; null for pictures and the like. */
function solidColor({ item, opacity }: Visit<AuthorColor>): AuthorColor | null {
  if (item.kind !== 'fill' || item.paint.kind !== 'solid') return null;
  return opacity === 1 && item.paint.color.alpha === 1 ? item.paint.color : null;
}

function isTransparent({ item, opacity }: Visit<AuthorColor>): boolean {
  if (opacity === 0) return true;
  if (item.kind !== 'fill' && item.kind !== 'stroke') return false;
  const { paint } = item;
  return paint.kind === 'solid' && paint.color.alpha === 0;
}

/** True for items that cover their bounds: pictures, and fills that are upright rectangles. */
function isArea({ item, matrix }: Visit<AuthorColor>): boolean {
  if (item.kind === 'picture') return true;
  return item.kind === 'fill' && matrix[1] === 0 && matrix[2] === 0 && asRect(item.path) !== null;
}

/** The colour that already fills a strip; null for bare paper or a picture. */
function groundUnder(strip: Rect, grounds: readonly Ground[]): AuthorColor | null {
  return grounds.findLast(({ rect }) => containsRect(rect, strip, tolerancePt))?.color ?? null;
}

/** White on bare paper prints nothing, so it cannot end too soon. */
function isPaper(color: AuthorColor | null): boolean {
  if (!color) return false;
  if (color.space === 'cmyk') return color.c + color.m + color.y + color.k === 0;
  return color.space === 'spot' ? color.tint === 0 : Math.min(color.r, color.g, color.b) === 1;
}

/** Reports art that ends at the trim or just inside it, on edges with bleed. */
function checkArt(
  visit: Visit<AuthorColor>,
  rect: Rect,
  page: DisplayPage<AuthorColor>,
  bleed: Edges,
  grounds: readonly Ground[],
  report: Context['report'],
): void {
  const color = solidColor(visit);
  for (const edge of edges) {
    if (bleed[edge] <= 0) continue;
    const distance = distanceTo(edge, rect, page);
    const missing = distance + bleed[edge];
    if (missing <= tolerancePt || distance >= slipPt) continue;
    const ground = groundUnder(bareStrip(edge, rect, page, bleed[edge]), grounds);
    if (ground ? isSameColor(ground, color) : isPaper(color)) continue;
    const place = { page: page.name, span: visit.item.span, rect };
    if (distance <= tolerancePt) report(missingBleed(edge, missing, bleed[edge], place));
    else report(stopsShortOfTrim(edge, distance, place));
  }
}

/** A run of text on the page, as glyphs or as their outlines. */
interface PlacedText {
  readonly words: string;
  /** After all transforms. */
  readonly sizePt: number;
  readonly span: Span | undefined;
  readonly rect: Rect;
}

/** A run of text that stands too near an edge. */
interface NearText extends PlacedText {
  readonly distance: number;
}

/** The text that an item is; null for art. */
function textOf({ item, matrix }: Visit<AuthorColor>, rect: Rect): PlacedText | null {
  const placed = (words: string, sizePt: number) => ({
    words: words.trim(),
    sizePt: sizePt * axisScales(matrix).y,
    span: item.span,
    rect,
  });
  if (item.kind === 'glyphs') return placed(item.glyphs.text(), item.sizePt);
  if ((item.kind !== 'fill' && item.kind !== 'stroke') || !item.letters) return null;
  return placed(item.letters.text, item.letters.sizePt);
}

/** Edges of letters whose fill is judged. */
function isLetterEdge({ item }: Visit<AuthorColor>): boolean {
  return item.kind === 'stroke' && item.letters?.isEdge === true;
}

/** True for letters that run through the bleed on purpose. */
function isLetterArt({ sizePt, distance }: NearText, bleed: number): boolean {
  return sizePt >= letterArtPt && distance <= tolerancePt - bleed;
}

/** One finding for each edge and severity, for the text that stands nearest. */
function reportText(
  edge: PageEdge,
  near: readonly NearText[],
  page: DisplayPage<AuthorColor>,
  { isFold, safetyMm }: { readonly isFold: boolean; readonly safetyMm: SafetyMm },
  report: Context['report'],
): void {
  const [errorPt, warningPt] = [mmToPt(safetyMm.error), mmToPt(safetyMm.warning)];
  for (const severity of ['error', 'warning'] as const) {
    const isError = severity === 'error';
    const these = near.filter(({ distance }) => distance < errorPt === isError);
    const [worst, ...others] = these.toSorted((one, other) => one.distance - other.distance);
    if (!worst) continue;
    const { words, distance, span, rect } = worst;
    const place = { page: page.name, span, rect };
    const limit = isError ? errorPt : warningPt;
    report(
      nearTrim({ severity, edge, isFold, distance, limit, words, others: others.length }, place),
    );
  }
}

function checkPage(
  page: DisplayPage<AuthorColor>,
  bleed: Edges,
  trimSafetyMm: SafetyMm,
  report: Context['report'],
): void {
  const grounds: Ground[] = [];
  const texts: PlacedText[] = [];
  walkItems(page.items, (visit) => {
    const rect = visibleBounds(visit);
    if (!rect || isEmptyRect(rect) || isTransparent(visit) || isLetterEdge(visit)) return;
    const text = textOf(visit, rect);
    if (text) {
      if (text.words !== '') texts.push(text);
      return;
    }
    checkArt(visit, rect, page, bleed, grounds, report);
    if (isArea(visit)) grounds.push({ rect, color: solidColor(visit) });
  });
  for (const edge of edges) {
    const isFold = bleed[edge] <= 0;
    const safetyMm = isFold ? usualSafetyMm : trimSafetyMm;
    const near = texts
      .map((text) => ({ ...text, distance: distanceTo(edge, text.rect, page) }))
      .filter(({ distance }) => distance < mmToPt(safetyMm.warning) - 1e-6)
      .filter((text) => !isLetterArt(text, bleed[edge]));
    reportText(edge, near, page, { isFold, safetyMm }, report);
  }
}

/**
 * Reports `display/missing-bleed` (error) and `display/stops-short-of-trim` (warning) for art on
 * edges with bleed, and `display/near-trim` for text too near any edge. Art is left out where the same colour already fills the bleed under it.
 */
export function checkEdges(
  list: DisplayList<AuthorColor>,
  { bleedOf, safetyMm }: { readonly bleedOf: BleedOf; readonly safetyMm: SafetyMm },
  context: Pick<Context, 'report'>,
): void {
  for (const page of list) checkPage(page, bleedOf(page.name), safetyMm, context.report);
}
