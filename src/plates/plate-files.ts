/** All that is written of measured pages. */
import type { Artifact, Context, Language } from '../base/index.ts';
import { inkReport } from './ink-report.ts';
import type { MeasuredPage } from './measure-plates.ts';
import { plateOverviews } from './overview.ts';
import { platePictures } from './plate-pictures.ts';

/** Overviews, plates and ink maps as pictures, and `plates/ink.json`; nothing where there are no pages. */
export async function plateFiles(
  pages: readonly MeasuredPage[],
  language: Language,
  context: Pick<Context, 'workspace'>,
): Promise<readonly Artifact[]> {
  if (pages.length === 0) return [];
  const { helpers } = context.workspace;
  const underWay = Promise.all(pages.map((page) => platePictures(page, helpers)));
  // Threads are given their work when this one pauses; overviews are drawn meanwhile.
  await new Promise(setImmediate);
  const overviews = await plateOverviews(pages, language, context);
  return [...overviews, ...(await underWay).flat(), inkReport(pages)];
}
