/** What is held against the finished press file: what the job asked for, and its ink. */
import {
  type Artifact,
  type Context,
  type Finding,
  ptToMm,
  type Rect,
  type Span,
} from './base/index.ts';
import type { Condition, PictureUse, PreparedPicture, PrintColor } from './color/index.ts';
import {
  checkTransparency,
  type DisplayList,
  intersectRects,
  visibleBounds,
  walkItems,
} from './display/index.ts';
import type { FlatPage } from './impose/index.ts';
import { type Job, spanOfKey } from './input/index.ts';
import { foldsOf } from './job-sides.ts';
import { outlinedTexts } from './outlined-texts.ts';
import type { OutputWork } from './outputs.ts';
import type { IsTold, MeasuredPage } from './plates/index.ts';
import { inkSum, inksOf, type PaintEvent, type PreflightExpectations } from './preflight/index.ts';
import type { Prepared } from './prepare-pictures.ts';

/** What preflight says of the file, and what said it before with its place in the source. */
const echoes: Readonly<Record<string, readonly string[]>> = {
  'preflight/total-ink': ['display/total-ink'],
  'preflight/spot-colors': ['display/spot-not-ordered', 'display/spot-names'],
  'preflight/bleed-reach': ['display/missing-bleed'],
  // Letters as outlines are objects to the one, and text to the other.
  'preflight/near-trim': ['display/stops-short-of-trim', 'display/near-trim'],
  'preflight/text-safety': ['display/near-trim'],
  'preflight/fold-safety': ['display/near-trim'],
  'preflight/picture-resolution': ['color/low-resolution'],
  'preflight/line-art-resolution': ['color/low-resolution'],
  'preflight/opaque-flavour': ['display/transparency'],
  // A page of a flavour without transparency has no group for it.
  'preflight/transparency-group': ['display/transparency'],
  // A picture that could not be converted is not in the file.
  'preflight/page-contents': [
    'color/damaged-picture',
    'color/oversized-picture',
    'color/unknown-picture-format',
  ],
};

/** How much of two rectangles is common to both, 0 to 1. */
function likeness(one: Rect, other: Rect): number {
  // Lines have no extent across: they are given a little.
  const grown = (rect: Rect) => ({ ...rect, width: rect.width + 0.1, height: rect.height + 0.1 });
  const [a, b] = [grown(one), grown(other)];
  const both = intersectRects(a, b);
  if (!both) return 0;
  const shared = both.width * both.height;
  return shared / (a.width * a.height + b.width * b.height - shared);
}

/** Less alike, two rectangles are not of the same thing. */
const leastLikeness = 0.5;

/** What in the source was drawn where a finding of the file is; undefined where that is not sure. */
function sourceOf({ page, rect }: Finding, flats: readonly FlatPage<PrintColor>[]) {
  const flat = flats.find(({ name }) => name === page);
  if (!flat || !rect) return undefined;
  let best = leastLikeness;
  let found: Span | undefined;
  walkItems(flat.items, (visit) => {
    const bounds = visit.item.span && visibleBounds(visit);
    const alike = bounds ? likeness(bounds, rect) : 0;
    if (alike < best) return;
    best = alike;
    found = visit.item.span;
  });
  return found;
}

/**
 * A context for preflight that does not report again what has been reported of the source, and that
 * finds the place in the source of what is reported.
 */
export function reportingInSource(
  { hasReported }: Pick<OutputWork, 'hasReported'>,
  flats: readonly FlatPage<PrintColor>[],
  context: Context,
): Context {
  const isEcho = (code: string) => (echoes[code] ?? []).some((earlier) => hasReported(earlier));
  return {
    ...context,
    report(finding) {
      if (isEcho(finding.code)) return;
      const span = finding.span ?? sourceOf(finding, flats);
      context.report(span ? { ...finding, span } : finding);
    },
  };
}

/** What the press file must turn out to be, for those who read it back. */
export function expectationsOf(
  { bleedMm, safetyMm, form, paper, spots, flavour }: Job,
  condition: Condition,
  flats: readonly FlatPage<PrintColor>[],
): PreflightExpectations {
  const pages = flats.map(({ name, widthPt, heightPt, items }) => ({
    name,
    widthMm: ptToMm(widthPt),
    heightMm: ptToMm(heightPt),
    foldsMm: foldsOf({ form, paper }, name).map(ptToMm),
    outlinedTexts: outlinedTexts(items),
  }));
  const { identifier, totalInkLimitPercent } = condition;
  return { pages, bleedMm, safetyMm, identifier, totalInkLimitPercent, spots, flavour };
}

/** Fine enough for squares of a millimetre, and quick. */
const measuringDpi = 72;

/**
 * Flat colours are held to the limit on their own, and pictures that were converted here keep to
 * it: a build measures its file only where a picture brings more.
 */
function exceeds(pictures: Prepared, condition: Condition): boolean {
  const limit = condition.advisedInkPercent ?? condition.totalInkLimitPercent;
  return [...pictures.values()].some((picture) => picture.peakInkPercent > limit);
}

/** The ink of a mark in one colour; 0 for pictures and gradients. */
function flatInkPercent(event: PaintEvent): number {
  const inks = 'color' in event ? inksOf(event.color) : null;
  return inks ? inkSum(inks) * 100 : 0;
}

/** Plates of a press file with their ink; what is wrong with it is reported. */
export async function measurePress(
  work: Pick<OutputWork, 'platesDpi' | 'whenPainted' | 'condition' | 'hasReported'>,
  file: Artifact,
  { pages }: PreflightExpectations,
  pictures: Prepared,
  uses: ReadonlyMap<string, PictureUse>,
  context: Context,
): Promise<readonly MeasuredPage[]> {
  const { platesDpi: asked, whenPainted, condition, hasReported } = work;
  const platesDpi = asked ?? (exceeds(pictures, condition) ? measuringDpi : null);
  if (platesDpi === null) return [];
  const { measurePlates } = await import('./plates/index.ts');
  const isTold: IsTold = (event, limitPercent) =>
    hasReported('display/total-ink') && flatInkPercent(event) > limitPercent;
  const sourceOf = (stored: Uint8Array) => {
    const isStored = ({ bytes }: PreparedPicture) =>
      bytes.length === stored.length && bytes.every((byte, at) => byte === stored[at]);
    const path = [...pictures].find(([, picture]) => isStored(picture))?.[0];
    return path === undefined ? null : { path, span: uses.get(path)?.span };
  };
  const options = {
    dpi: platesDpi,
    whenPainted,
    pageNames: pages.map(({ name }) => name),
    limitPercent: condition.totalInkLimitPercent,
    advisedPercent: condition.advisedInkPercent,
    sourceOf,
    isTold,
  };
  return measurePlates(file.bytes, options, context, context.workspace.helpers);
}

/** Nothing transparent may be in a file of PDF/X-1a. */
export function checkOpaque(
  print: DisplayList<PrintColor>,
  pictures: Prepared,
  job: Job,
  context: Context,
): void {
  const isMasked = (path: string) => (pictures.get(path)?.softMask ?? null) !== null;
  const flavour = { name: job.flavour, span: spanOfKey(job, 'flavour'), isMasked };
  checkTransparency(print, flavour, context);
}
