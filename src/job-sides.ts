/** A job's pages as they are delivered. */
import type { Edges } from './base/index.ts';
import type { PrintColor } from './color/index.ts';
import type { DisplayList } from './display/index.ts';
import { foldPositions } from './folds/index.ts';
import { addMarks, type FlatPage, imposeFolder, imposePages } from './impose/index.ts';
import type { Job } from './input/index.ts';

/** A folder's two flat sides, or a booklet's single pages. */
export function flatPages<C>(list: DisplayList<C>, job: Job, bleed: Edges): readonly FlatPage<C>[] {
  const { form, paper } = job;
  return form.kind === 'folder' ? imposeFolder(list, form, paper, bleed) : imposePages(list, bleed);
}

/** Folds across a flat page, from its left trim, in pt; a flat page of a folder is named for its side. */
export function foldsOf({ form, paper }: Pick<Job, 'form' | 'paper'>, name: string) {
  if (form.kind !== 'folder') return [];
  return foldPositions(form, paper, name === 'inside' ? 'inside' : 'outside');
}

/** The same with the marks that the job asks for. */
export function withMarks(flats: readonly FlatPage<PrintColor>[], job: Job) {
  return job.marks ? flats.map((flat) => addMarks(flat, foldsOf(job, flat.name))) : flats;
}
