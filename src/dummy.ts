/** `dummy.pdf` of a job: what it will be when printed, cut and folded, without its art. */
import type { Artifact, Context, Language } from './base/index.ts';
import { bookletSides, type DummyPaper, drawDummy, folderSides } from './impose/index.ts';
import type { Job } from './input/index.ts';
import { paintScreen } from './paint/index.ts';
import { labelFont } from './sheets.ts';
import { programName } from './version.ts';

export interface DummySettings {
  readonly paper: DummyPaper;
  readonly isFullSize: boolean;
  readonly language: Language;
}

/** `pages`: of a booklet. Null where the program's own font is lost. */
export async function makeDummy(
  job: Job,
  pages: number,
  settings: DummySettings,
  context: Context,
): Promise<Artifact | null> {
  const { form, paper, title, date } = job;
  const font = await labelFont(context);
  if (!font) return null;
  const sides =
    form.kind === 'folder' ? folderSides(form, paper) : bookletSides(pages, form.pageMm);
  const drawn = drawDummy({ sides, title, font, ...settings });
  const facts = { title, language: settings.language, date, creator: programName };
  const { bytes } = await paintScreen(drawn, facts, new Map(), context);
  return { path: 'dummy.pdf', bytes };
}
