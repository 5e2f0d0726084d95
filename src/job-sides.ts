/** A job's pages as they are delivered. */
import type { Edges } from './base/index.ts';
import type { PrintColor } from './color/index.ts';
import type { DisplayList } from './display/index.ts';
import { foldPositions } from './folds/index.ts';
import { addMarks, type FlatPage, imposeFolder, imposePages } from './impose/index.ts';
import type { Job } from './input/index.ts';
import { sideOf } from './press-checks.ts';

/** A folder's two flat sides, or a booklet's single pages. */
export function flatPages<C>(list: DisplayList<C>, job: Job, bleed: Edges): readonly FlatPage<C>[] {
  const { form, paper } = job;
  return form.kind === 'folder' ? imposeFolder(list, form, paper, bleed) : imposePages(list, bleed);
}

/** The same with the marks that the job asks for. */
export function withMarks(flats: readonly FlatPage<PrintColor>[], job: Job) {
  if (!job.marks) return flats;
  const { form, paper } = job;
  if (form.kind !== 'folder') return flats.map((flat) => addMarks(flat, []));
  return flats.map((flat) => addMarks(flat, foldPositions(form, paper, sideOf(flat.name))));
}
