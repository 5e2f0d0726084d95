/** All that is written of measured pages. */
import type { Artifact, Context, Language } from '../base/index.ts';
import { inkReport } from './ink-report.ts';
import type { MeasuredPage } from './measure-plates.ts';
import { plateOverviews } from './overview.ts';
import { inkMapPicture, platePictures } from './plate-pictures.ts';
import type { PagePlates, WhenPainted } from './render-plates.ts';

/** Files of plates that are begun while pages are painted. */
export interface PlateFiles {
  readonly whenPainted: WhenPainted;
  /** Overviews, plates and ink maps as pictures, and `plates/ink.json`; nothing where there are no pages. */
  finish(pages: readonly MeasuredPage[], language: Language): Promise<readonly Artifact[]>;
}

export function openPlateFiles({ workspace }: Pick<Context, 'workspace'>): PlateFiles {
  const { helpers } = workspace;
  const begun = new Map<PagePlates, Promise<readonly Artifact[]>>();
  const picturesOf = (page: PagePlates) => begun.get(page) ?? platePictures(page, helpers);
  const allOf = async (page: MeasuredPage) => [
    ...(await Promise.all([picturesOf(page.plates), inkMapPicture(page, helpers)])).flat(),
  ];
  return {
    whenPainted(page) {
      if (helpers) begun.set(page, platePictures(page, helpers));
    },
    async finish(pages, language) {
      if (pages.length === 0) return [];
      const underWay = Promise.all(pages.map(allOf));
      // Threads are given their work when this one pauses; overviews are drawn meanwhile.
      await new Promise(setImmediate);
      const overviews = await plateOverviews(pages, language, { workspace });
      return [...overviews, ...(await underWay).flat(), inkReport(pages)];
    },
  };
}

/** The same of pages that are all painted. */
export function plateFiles(
  pages: readonly MeasuredPage[],
  language: Language,
  context: Pick<Context, 'workspace'>,
): Promise<readonly Artifact[]> {
  return openPlateFiles(context).finish(pages, language);
}
