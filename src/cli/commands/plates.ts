/** `trykklar plates`: the press file of each job as the plates it will make, and the ink on them. */
import type { Artifact, Language, Workspace } from '../../base/index.ts';
import { build } from '../../build.ts';
import { inkReport, type MeasuredPage, plateOverviews, platePictures } from '../../plates/index.ts';
import { openDiskCache } from '../disk-cache.ts';
import type { ExitCode } from '../exit-codes.ts';
import { openProjectWorkspace } from '../open-project.ts';
import { findProject, jobPath, selectJobs } from '../project.ts';
import { print, say, type Terminal } from '../terminal.ts';
import { writeOutputs } from '../write-outputs.ts';
import { concludeJobs, hasErrors, type JobOutcome, outFolderOf, tellFindings } from './build.ts';

export interface PlatesFlags {
  readonly out?: string;
  /** Pixels to the inch. */
  readonly dpi: number;
}

async function picturesOf(
  pages: readonly MeasuredPage[],
  language: Language,
  workspace: Workspace,
): Promise<readonly Artifact[]> {
  const pictures = await Promise.all(pages.map((page) => platePictures(page)));
  const overviews = await plateOverviews(pages, language, { workspace });
  return [...overviews, ...pictures.flat(), inkReport(pages)];
}

/** Ink in whole percent, for people. */
function tellInk(pages: readonly MeasuredPage[], terminal: Terminal): void {
  for (const { ink, limitPercent } of pages) {
    const [mean, peak] = [Math.round(ink.mean.percent), Math.round(ink.peak.percent)];
    say(
      terminal,
      `${ink.page}: ${mean} % ink at most over 15 mm, ${peak} % over 1 mm (limit ${limitPercent} %)`,
      `${ink.page}: højst ${mean} % farve over 15 mm, ${peak} % over 1 mm (grænse ${limitPercent} %)`,
    );
  }
}

/** Plates are made even where the job has errors, to show them. */
async function platesOf(
  name: string,
  workspace: Workspace,
  outFolder: string,
  flags: PlatesFlags,
  language: Language,
): Promise<{ readonly outcome: JobOutcome; readonly pages: readonly MeasuredPage[] }> {
  const outputs = ['press'] as const;
  const request = { job: jobPath(name), outputs, strict: false, platesDpi: flags.dpi };
  const result = await build(request, workspace);
  const artifacts =
    result.plates.length > 0 ? await picturesOf(result.plates, language, workspace) : [];
  const folder = `${outFolder}/${name}`;
  if (artifacts.length > 0) writeOutputs(folder, artifacts);
  const files = artifacts.map(({ path }) => `${folder}/${path}`);
  return { outcome: { name, result, files }, pages: result.plates };
}

export async function runPlates(
  asked: readonly string[],
  flags: PlatesFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const project = findProject(process.cwd());
  const outFolder = outFolderOf(project, flags);
  const workspace = openProjectWorkspace(project, openDiskCache(`${project}/out/.cache`));
  const outcomes: JobOutcome[] = [];
  for (const name of selectJobs(project, asked)) {
    const { outcome, pages } = await platesOf(name, workspace, outFolder, flags, terminal.language);
    outcomes.push(outcome);
    if (terminal.format === 'json') continue;
    tellFindings(outcome, terminal);
    if (hasErrors(outcome.result.findings) && pages.length === 0)
      say(terminal, `${name}: no plates`, `${name}: ingen trykplader`);
    tellInk(pages, terminal);
    for (const file of outcome.files) print(file);
  }
  return concludeJobs(outcomes, terminal);
}
