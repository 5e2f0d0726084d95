/** The page tree (ISO 32000-1 §7.7.3): leaves in order, with what they inherit, and their boxes. */
import type { Rect } from '../base/index.ts';
import { as, emptyDictionary, numberOf, type PdfDictionary, type PdfObject } from './object.ts';
import type { PdfFile } from './read-pdf.ts';

/** Entries a page inherits from the nodes above it (table 30). */
const inheritedKeys = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];

function inherit(node: PdfDictionary, from: PdfDictionary): PdfDictionary {
  const entries = new Map(node.entries);
  for (const key of inheritedKeys) {
    const value = from.entries.get(key);
    if (!entries.has(key) && value !== undefined) entries.set(key, value);
  }
  return { kind: 'dictionary', entries };
}

/** More pages than any file has; a tree of a few nodes could lead to more than there are numbers. */
const mostPages = 100_000;

/** A place in the page tree without a page. */
export interface PageGap {
  /** The number that its first page would have, from 1. */
  readonly page: number;
  /** Where the place leads: back into the tree above it, or to nothing. */
  readonly leads: 'back' | 'nowhere';
}

function walkPages(file: PdfFile) {
  const pages: PdfDictionary[] = [];
  const gaps: PageGap[] = [];
  const open = new Set<PdfDictionary>();
  let visits = 0;
  const visit = (node: PdfDictionary, above: PdfDictionary) => {
    visits += 1;
    if (open.has(node)) gaps.push({ page: pages.length + 1, leads: 'back' });
    if (open.has(node) || visits > 2 * mostPages) return;
    open.add(node);
    const full = inherit(node, above);
    const kids = file.entry(node, 'Kids', 'array');
    if (!kids) pages.push(full);
    for (const kid of kids?.items ?? []) {
      const child = as(file.resolve(kid), 'dictionary');
      if (child) visit(child, full);
      else gaps.push({ page: pages.length + 1, leads: 'nowhere' });
    }
    open.delete(node);
  };
  const root = file.entry(file.catalog, 'Pages', 'dictionary');
  if (root) visit(root, emptyDictionary);
  return { pages, gaps };
}

/**
 * The page tree's leaves in order, each with what it inherits; a page that is named twice is there
 * twice. Circles end where they close.
 */
export function collectPages(file: PdfFile): readonly PdfDictionary[] {
  return walkPages(file).pages;
}

/** Where the page tree has a place without a page: its first gap, in words; null for none. */
export function pageGap(file: PdfFile): string | null {
  const [gap] = walkPages(file).gaps;
  if (!gap) return null;
  const where = gap.leads === 'back' ? 'back into the page tree itself' : 'nowhere';
  return `page ${gap.page} is missing: its place in the page tree leads ${where}`;
}

/** How many pages the tree counts and does not have. */
export function missingPages(file: PdfFile): number {
  const root = file.entry(file.catalog, 'Pages', 'dictionary');
  const stated = numberOf(file.resolve(root?.entries.get('Count'))) ?? 0;
  return Math.max(0, stated - collectPages(file).length);
}

/** A rectangle from two opposite corners, in whatever order; null for anything else. */
export function readRectangle(file: PdfFile, object: PdfObject | undefined): Rect | null {
  const corners = as(file.resolve(object), 'array')?.items.map((item) =>
    numberOf(file.resolve(item)),
  );
  const [x1, y1, x2, y2] = corners ?? [];
  if (corners?.length !== 4 || x1 == null || y1 == null || x2 == null || y2 == null) return null;
  return {
    x: Math.min(x1, x2),
    y: Math.min(y1, y2),
    width: Math.abs(x2 - x1),
    height: Math.abs(y2 - y1),
  };
}

/** A page's boxes as they hold (§14.11.2): each within the media box, with its stated default. */
export interface PageBox {
  readonly media: Rect;
  readonly trim: Rect;
  readonly bleed: Rect;
  /** 0, 90, 180 or 270: clockwise, when shown. */
  readonly rotate: number;
  /** Size of a unit in pt. */
  readonly userUnit: number;
}

function intersect(a: Rect, b: Rect): Rect {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y),
  };
}

/** Null where the page has no media box, or an empty one. */
export function pageBox(file: PdfFile, page: PdfDictionary): PageBox | null {
  const box = (key: string) => readRectangle(file, page.entries.get(key));
  const media = box('MediaBox');
  if (!media || media.width === 0 || media.height === 0) return null;
  const crop = intersect(box('CropBox') ?? media, media);
  const trim = intersect(box('TrimBox') ?? box('ArtBox') ?? crop, media);
  const bleed = intersect(box('BleedBox') ?? (box('TrimBox') ? media : crop), media);
  const rotate = numberOf(file.resolve(page.entries.get('Rotate'))) ?? 0;
  const userUnit = numberOf(file.resolve(page.entries.get('UserUnit'))) ?? 1;
  return {
    media,
    trim,
    bleed,
    rotate: (((Math.round(rotate / 90) * 90) % 360) + 360) % 360,
    userUnit: userUnit > 0 ? userUnit : 1,
  };
}
