/** `trykklar dummy`: a job's folds as a PDF to print in the office, cut out and fold. */
import { type Language, openLog, type Workspace } from '../../base/index.ts';
import { build } from '../../build.ts';
import { makeDummy } from '../../dummy.ts';
import { dummyPapers } from '../../impose/index.ts';
import { readJob } from '../../input/index.ts';
import type { ExitCode } from '../exit-codes.ts';
import { openJobs } from '../open-jobs.ts';
import { jobPath } from '../project.ts';
import { print, say, type Terminal } from '../terminal.ts';
import { writeOutputs } from '../write-outputs.ts';
import { concludeJobs, hasErrors, type JobOutcome, tellFindings } from './build.ts';

export interface DummyFlags {
  readonly out?: string;
  readonly paper: keyof typeof dummyPapers;
  readonly fullSize?: boolean;
  /** Of the words on the dummy; the job's where none is asked for. */
  readonly lang?: Language;
}

/** A folder needs its job alone; a booklet or a leaf is laid out to know its pages. */
async function dummyOf(
  name: string,
  workspace: Workspace,
  outFolder: string,
  flags: DummyFlags,
): Promise<JobOutcome> {
  const log = openLog({ strict: false });
  const context = { report: log.report, workspace };
  const job = readJob(jobPath(name), context);
  const isFolder = job?.form.kind === 'folder';
  const result = isFolder
    ? { artifacts: [], findings: log.findings(), plates: [], pageCount: 0, report: null }
    : await build({ job: jobPath(name), outputs: [], strict: false }, workspace);
  if (!job || hasErrors(result.findings)) return { name, result, files: [] };
  const settings = {
    paper: dummyPapers[flags.paper],
    isFullSize: flags.fullSize ?? false,
    language: flags.lang ?? (job.language.split('-')[0] === 'da' ? 'da' : 'en'),
  };
  const dummy = await makeDummy(job, result.pageCount, settings, context);
  const folder = `${outFolder}/${name}`;
  if (dummy) writeOutputs(folder, [dummy]);
  return { name, result, files: dummy ? [`${folder}/${dummy.path}`] : [] };
}

export async function runDummy(
  asked: readonly string[],
  flags: DummyFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { names, outFolder, workspace } = await openJobs(asked, flags);
  const outcomes: JobOutcome[] = [];
  for (const name of names) {
    const outcome = await dummyOf(name, workspace, outFolder, flags);
    outcomes.push(outcome);
    if (terminal.format === 'json') continue;
    tellFindings(outcome, terminal);
    if (outcome.files.length === 0) say(terminal, `${name}: no dummy`, `${name}: ingen dummy`);
    for (const file of outcome.files) print(file);
  }
  return concludeJobs(outcomes, terminal);
}
