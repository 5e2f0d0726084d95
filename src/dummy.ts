/** `dummy.pdf` of a job: what it will be when printed, cut and folded, without its art. */
import type { Artifact, Context, Language } from './base/index.ts';
import {
  bookletSides,
  type DummyPaper,
  drawDummy,
  folderSides,
  leafSides,
} from './impose/index.ts';
import type { Job } from './input/index.ts';
import { paintScreen } from './paint/index.ts';
import { labelFont } from './sheets.ts';
import { programName } from './version.ts';

export interface DummySettings {
  readonly paper: DummyPaper;
  readonly isFullSize: boolean;
  readonly language: Language;
}

function sidesOf({ form, paper }: Pick<Job, 'form' | 'paper'>, pages: number) {
  if (form.kind === 'folder') return folderSides(form, paper);
  return form.kind === 'leaf' ? leafSides(pages, form.pageMm) : bookletSides(pages, form.pageMm);
}

/** `pages`: of a booklet or a leaf. Null where the program's own font is lost. */
export async function makeDummy(
  job: Job,
  pages: number,
  settings: DummySettings,
  context: Context,
): Promise<Artifact | null> {
  const { form, paper, title, date } = job;
  const font = await labelFont(context);
  if (!font) return null;
  const sides = sidesOf({ form, paper }, pages);
  const drawn = drawDummy({ sides, title, font, ...settings });
  const facts = { title, language: settings.language, date, creator: programName };
  const { bytes } = await paintScreen(drawn, facts, new Map(), context);
  return { path: 'dummy.pdf', bytes };
}
