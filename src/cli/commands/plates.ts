/**
 * `trykklar plates`: the press file of each job, or any PDF, as the plates it will make, and the ink
 * on them.
 */
import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type Language, openLog, type Workspace } from '../../base/index.ts';
import { build } from '../../build.ts';
import { type MeasuredPage, openPlateFiles } from '../../plates/index.ts';
import { platesOfPdf } from '../../plates-of-pdf.ts';
import { readOnlyCache } from '../disk-cache.ts';
import { openWorkspace } from '../disk-workspace.ts';
import { type ExitCode, UsageError } from '../exit-codes.ts';
import { openJobs } from '../open-jobs.ts';
import { programFolder } from '../open-project.ts';
import { jobPath } from '../project.ts';
import { print, say, type Terminal } from '../terminal.ts';
import { writeOutputs } from '../write-outputs.ts';
import { concludeJobs, hasErrors, type JobOutcome, tellFindings } from './build.ts';

export interface PlatesFlags {
  readonly out?: string;
  /** Pixels to the inch. */
  readonly dpi: number;
}

/** Ink in whole percent, for people. */
function tellInk(pages: readonly MeasuredPage[], terminal: Terminal): void {
  for (const {
    plates: { ink },
    limitPercent,
  } of pages) {
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
  const files = openPlateFiles({ workspace });
  const { whenPainted } = files;
  const request = { job: jobPath(name), outputs, strict: false, platesDpi: flags.dpi, whenPainted };
  const result = await build(request, workspace);
  const artifacts = await files.finish(result.plates, language);
  const folder = `${outFolder}/${name}`;
  if (artifacts.length > 0) writeOutputs(folder, artifacts);
  const written = artifacts.map(({ path }) => `${folder}/${path}`);
  return { outcome: { name, result, files: written }, pages: result.plates };
}

/** `poster.pdf`: a file of its own, not a job of the project. */
const isFileName = (name: string) => /\.pdf$/i.test(name);

/** A stranger's PDF: `NAME/plates/…` in the folder asked for, else in the current one. */
async function platesOfFile(given: string, flags: PlatesFlags, terminal: Terminal) {
  const path = resolve(given);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new UsageError(`there is no file \`${given}\``, `filen \`${given}\` findes ikke`);
  const log = openLog({ strict: false });
  const workspace = openWorkspace(programFolder(), readOnlyCache(''));
  const context = { report: log.report, workspace };
  const { whenPainted, finish } = openPlateFiles(context);
  const pages = await platesOfPdf(readFileSync(path), { dpi: flags.dpi, whenPainted }, context);
  const artifacts = await finish(pages, terminal.language);
  const name = basename(path).replace(/\.pdf$/i, '');
  const folder = `${resolve(flags.out ?? '.')}/${name}`;
  if (artifacts.length > 0) writeOutputs(folder, artifacts);
  const files = artifacts.map((artifact) => `${folder}/${artifact.path}`);
  const result = { artifacts, findings: log.findings(), plates: pages, pageCount: 0, report: null };
  return { outcome: { name: given, result, files }, pages };
}

/** Files are read where they lie; jobs in their project. */
async function* allPlates(asked: readonly string[], flags: PlatesFlags, terminal: Terminal) {
  for (const given of asked.filter(isFileName)) yield await platesOfFile(given, flags, terminal);
  const jobs = asked.filter((name) => !isFileName(name));
  if (asked.length > 0 && jobs.length === 0) return;
  const { names, outFolder, workspace } = await openJobs(jobs, flags);
  for (const name of names)
    yield await platesOf(name, workspace, outFolder, flags, terminal.language);
}

export async function runPlates(
  asked: readonly string[],
  flags: PlatesFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const outcomes: JobOutcome[] = [];
  for await (const { outcome, pages } of allPlates(asked, flags, terminal)) {
    outcomes.push(outcome);
    if (terminal.format === 'json') continue;
    tellFindings(outcome, terminal);
    if (hasErrors(outcome.result.findings) && pages.length === 0)
      say(terminal, `${outcome.name}: no plates`, `${outcome.name}: ingen trykplader`);
    tellInk(pages, terminal);
    for (const file of outcome.files) print(file);
  }
  return concludeJobs(outcomes, terminal);
}
