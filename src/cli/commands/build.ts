/** `trykklar build` and `trykklar check`: the jobs asked for, one after the other. */
import {
  type Finding,
  findingJson,
  listed,
  type Message,
  type Workspace,
} from '../../base/index.ts';
import { type BuildResult, build } from '../../build.ts';
import type { OverlayKind } from '../../display/index.ts';
import type { OutputKind } from '../../input/index.ts';
import { readOnlyCache } from '../disk-cache.ts';
import { earlierFiles } from '../earlier-files.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { openJobs } from '../open-jobs.ts';
import { jobPath } from '../project.ts';
import { countFindings, describeFinding } from '../show-findings.ts';
import { print, say, type Terminal } from '../terminal.ts';
import { writeOutputs } from '../write-outputs.ts';

export interface CheckFlags {
  readonly strict: boolean;
  /** Notes tell what of the copy is set otherwise than typed. */
  readonly explain: boolean;
}

export interface BuildFlags {
  /** Folder that gets one folder a job; default `out/` in the project. */
  readonly out?: string;
  readonly only: readonly OutputKind[] | null;
  readonly strict: boolean;
  readonly overlay: readonly OverlayKind[];
}

export interface JobOutcome {
  readonly name: string;
  readonly result: BuildResult;
  /** Paths of the files written, relative to the current folder's way of naming them. */
  readonly files: readonly string[];
  /** Paths of files beside them that an earlier build made, and this one did not. */
  readonly earlier?: readonly string[];
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}

export function tellFindings({ result }: Pick<JobOutcome, 'result'>, terminal: Terminal): void {
  for (const finding of result.findings)
    if (!terminal.quiet || finding.severity === 'error')
      process.stderr.write(`${describeFinding(finding, terminal)}\n\n`);
}

/** Findings and a closing line for a person. `time`: what is said of how long it took. */
export function tellOutcome(
  { name, result, files, earlier = [] }: JobOutcome,
  terminal: Terminal,
  time = noTime,
) {
  tellFindings({ result }, terminal);
  const count = countFindings(result.findings, terminal.language);
  const tail = count ? ` (${count})` : '';
  if (hasErrors(result.findings))
    say(terminal, `${name}: not built${tail}`, `${name}: ikke bygget${tail}`);
  else if (files.length > 0)
    say(terminal, `${name}: built${time.en}${tail}`, `${name}: bygget${time.da}${tail}`);
  else say(terminal, `${name}: checked${tail}`, `${name}: gennemgået${tail}`);
  if (earlier.length > 0) tellEarlier(earlier, terminal);
}

/** Old files beside new ones are sent to the printer by mistake. */
function tellEarlier(files: readonly string[], terminal: Terminal): void {
  const names = listed(files);
  say(
    terminal,
    `${names} ${files.length === 1 ? 'is' : 'are'} from an earlier build, not made this time`,
    `${names} er fra en tidligere bygning og ikke lavet denne gang`,
  );
}

const noTime: Message = { en: '', da: '' };

function tell(outcome: JobOutcome, terminal: Terminal): void {
  tellOutcome(outcome, terminal);
  for (const file of outcome.files) print(file);
}

/** A job's part of the answer. */
export function outcomeJson({ name, result, files, earlier = [] }: JobOutcome) {
  return {
    job: name,
    ok: !hasErrors(result.findings),
    files,
    ...(earlier.length > 0 ? { earlier } : {}),
    findings: result.findings.map(findingJson),
  };
}

/** JSON where it is asked for, and the exit code. */
export function concludeJobs(outcomes: readonly JobOutcome[], terminal: Terminal): ExitCode {
  if (terminal.format === 'json')
    print(JSON.stringify({ jobs: outcomes.map(outcomeJson) }, null, 2));
  return outcomes.some(({ result }) => hasErrors(result.findings))
    ? exitCodes.findings
    : exitCodes.ok;
}

/** Builds one job and writes its files, unless it has errors. */
export async function buildJob(
  name: string,
  workspace: Workspace,
  outFolder: string,
  flags: BuildFlags,
): Promise<JobOutcome> {
  const request = {
    job: jobPath(name),
    outputs: flags.only,
    strict: flags.strict,
    overlay: flags.overlay,
  };
  const result = await build(request, workspace);
  if (hasErrors(result.findings)) return { name, result, files: [] };
  const folder = `${outFolder}/${name}`;
  writeOutputs(folder, result.artifacts);
  const made = result.artifacts.map(({ path }) => path);
  const pathOf = (path: string) => `${folder}/${path}`;
  const earlier = earlierFiles(folder, made).map(pathOf);
  return { name, result, files: made.map(pathOf), earlier };
}

export async function runBuild(
  asked: readonly string[],
  flags: BuildFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { names, outFolder, workspace } = await openJobs(asked, flags);
  const outcomes: JobOutcome[] = [];
  for (const name of names) {
    const outcome = await buildJob(name, workspace, outFolder, flags);
    if (terminal.format === 'pretty') tell(outcome, terminal);
    outcomes.push(outcome);
  }
  return concludeJobs(outcomes, terminal);
}

/** Fine enough for squares of a millimetre, and quick: pixels to the inch that ink is measured on. */
const inkDpi = 72;

/** The same work and the ink measured, every finding shown, nothing written. */
export async function runCheck(
  asked: readonly string[],
  flags: CheckFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { names, workspace } = await openJobs(asked, {}, readOnlyCache);
  const outcomes: JobOutcome[] = [];
  for (const name of names) {
    const outputs = 'findings' as const;
    const request = { job: jobPath(name), outputs, ...flags, platesDpi: inkDpi };
    const outcome = { name, result: await build(request, workspace), files: [] };
    if (terminal.format === 'pretty') tell(outcome, terminal);
    outcomes.push(outcome);
  }
  return concludeJobs(outcomes, terminal);
}
