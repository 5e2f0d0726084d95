/** `trykklar pack`: all that goes to the printer, in one zip or folder. */
import { openLog, type Workspace } from '../../base/index.ts';
import { build } from '../../build.ts';
import { makeDummy } from '../../dummy.ts';
import { packJob, zipFiles } from '../../handover/index.ts';
import { dummyPapers } from '../../impose/index.ts';
import { type OutputKind, readJob } from '../../input/index.ts';
import type { ExitCode } from '../exit-codes.ts';
import { openJobs } from '../open-jobs.ts';
import { jobPath } from '../project.ts';
import { print, say, type Terminal } from '../terminal.ts';
import { writeOutputs } from '../write-outputs.ts';
import { concludeJobs, hasErrors, type JobOutcome, tellFindings } from './build.ts';

export interface PackFlags {
  readonly out?: string;
  /** A folder instead of a zip. */
  readonly folder?: boolean;
  readonly sheets?: boolean;
  readonly strict?: boolean;
}

/** Of the plates in the package: enough to see each ink, light enough to send. */
const platesDpi = 72;

async function pack(
  name: string,
  workspace: Workspace,
  outFolder: string,
  flags: PackFlags,
): Promise<JobOutcome> {
  const log = openLog({ strict: false });
  const context = { report: log.report, workspace };
  const job = readJob(jobPath(name), context);
  const hasSheets = flags.sheets || (job?.outputs.includes('sheets') ?? false);
  const outputs: readonly OutputKind[] = [
    'press',
    'pages',
    ...(hasSheets ? ['sheets' as const] : []),
  ];
  const request = { job: jobPath(name), outputs, strict: flags.strict ?? false, platesDpi };
  const result = await build(request, workspace);
  const { report, plates, pageCount, artifacts } = result;
  if (!job || !report || hasErrors(result.findings)) return { name, result, files: [] };
  const language = job.language.split('-')[0] === 'da' ? 'da' : 'en';
  const settings = { paper: dummyPapers.A4, isFullSize: false, language } as const;
  const dummy = await makeDummy(job, pageCount, settings, context);
  const files = await packJob({ job, pageCount, artifacts, report, plates, dummy }, { workspace });
  if (flags.folder) {
    const folder = `${outFolder}/${name}/${name}-pack`;
    writeOutputs(folder, files);
    return { name, result, files: files.map(({ path }) => `${folder}/${path}`) };
  }
  const path = `${name}.zip`;
  writeOutputs(`${outFolder}/${name}`, [{ path, bytes: await zipFiles(files, name, job.date) }]);
  return { name, result, files: [`${outFolder}/${name}/${path}`] };
}

export async function runPack(
  asked: readonly string[],
  flags: PackFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { names, outFolder, workspace } = await openJobs(asked, flags);
  const outcomes: JobOutcome[] = [];
  for (const name of names) {
    const outcome = await pack(name, workspace, outFolder, flags);
    outcomes.push(outcome);
    if (terminal.format === 'json') continue;
    tellFindings(outcome, terminal);
    if (outcome.files.length === 0) say(terminal, `${name}: not packed`, `${name}: ikke pakket`);
    else say(terminal, `${name}: packed`, `${name}: pakket`);
    for (const file of outcome.files) print(file);
  }
  return concludeJobs(outcomes, terminal);
}
