/** What a job's form means to layout: sizes of pages by name, and bleed in pt. */
import { type Edges, mmToPt, type Size } from './base/index.ts';
import { panelSizes, schemeOf } from './folds/index.ts';
import type { Job } from './input/index.ts';
import type { PageGeometry } from './layout/index.ts';

/** ISO 216, for pages that nobody gives a size. */
const a4: Size = { width: mmToPt(210), height: mmToPt(297) };

export interface JobGeometry {
  readonly geometry: PageGeometry;
  readonly bleed: Edges;
}

function bleedOf({ bleedMm }: Job): Edges {
  return {
    top: mmToPt(bleedMm.top),
    right: mmToPt(bleedMm.right),
    bottom: mmToPt(bleedMm.bottom),
    left: mmToPt(bleedMm.left),
  };
}

/** Trim size in pt of each page by name; a booklet's pages are all the name `''`. */
export function pageSizes({ form, paper }: Job): ReadonlyMap<string, Size> {
  if (form.kind === 'folder') return panelSizes(form, paper);
  const { width, height } = form.pageMm;
  return new Map([['', { width: mmToPt(width), height: mmToPt(height) }]]);
}

/** A folder's pages are its panels, no more and no fewer; a booklet's flow on, all of one size. */
export function geometryOf(job: Job): JobGeometry {
  const { form } = job;
  const sizes = pageSizes(job);
  const bleed = bleedOf(job);
  if (form.kind === 'folder') {
    const names = schemeOf(form).readingOrder;
    const sizeOf = (name: string) => sizes.get(name) ?? null;
    return { geometry: { sizeOf, fixed: true, names, fallback: a4 }, bleed };
  }
  const page = sizes.get('') ?? a4;
  return { geometry: { sizeOf: () => page, fixed: false, names: [], fallback: page }, bleed };
}

/** Pages of a document on its own: as `@page` says. */
export const renderGeometry: PageGeometry = {
  sizeOf: () => null,
  fixed: false,
  names: [],
  fallback: a4,
};
