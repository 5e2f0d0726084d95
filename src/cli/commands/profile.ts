/** `trykklar profile add FILE.icc`: a printing condition's profile into the project. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { addProfile } from '../../add-profile.ts';
import { type Artifact, findingJson, type Log, openLog } from '../../base/index.ts';
import { profileExists } from '../../color/index.ts';
import { type ExitCode, exitCodes, UsageError } from '../exit-codes.ts';
import { findProject } from '../project.ts';
import { describeFinding } from '../show-findings.ts';
import { print, say, type Terminal } from '../terminal.ts';
import { writeOutputs } from '../write-outputs.ts';

export interface ProfileFlags {
  readonly condition?: string;
  readonly ink?: number;
}

/** Texts of more than this are no licences. */
const longestLicence = 200_000;

/** Texts beside the profile that speak of rights. */
function licencesBeside(file: string): readonly { name: string; text: string }[] {
  const folder = dirname(file);
  return readdirSync(folder)
    .filter((name) => /licen[cs]e|copyright|readme|lizenz/i.test(name) && /\.(txt|md)$/i.test(name))
    .filter((name) => statSync(join(folder, name)).size <= longestLicence)
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** Names become files in the project. */
function checkedCondition({ condition }: ProfileFlags): string | null {
  if (condition === undefined || /^[\w.-]{1,64}$/.test(condition)) return condition ?? null;
  throw new UsageError(
    `\`${condition}\` is not a name of letters, digits, dots and dashes`,
    `\`${condition}\` er ikke et navn af bogstaver, tal, punktummer og bindestreger`,
  );
}

/** Reports files of the project that another profile would take the place of. */
function reportTaken(project: string, artifacts: readonly Artifact[], { report }: Log): void {
  for (const { path, bytes } of artifacts) {
    const isOther = () => !readFileSync(join(project, path)).equals(bytes);
    // The licence goes with its profile.
    const isJudged = !path.endsWith('.LICENSE.txt') && existsSync(join(project, path));
    if (isJudged && isOther()) report(profileExists(path));
  }
}

export async function runProfileAdd(
  given: string,
  flags: ProfileFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const project = findProject(process.cwd());
  const file = resolve(given);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new UsageError(`there is no file \`${given}\``, `der er ingen fil \`${given}\``);
  const condition = checkedCondition(flags);
  const log = openLog({ strict: false });
  const added = await addProfile(
    {
      fileName: basename(file),
      bytes: new Uint8Array(readFileSync(file)),
      licences: licencesBeside(file),
      condition,
      totalInkPercent: flags.ink ?? null,
    },
    { report: log.report },
  );
  if (added) reportTaken(project, added.artifacts, log);
  if (terminal.format === 'json')
    print(JSON.stringify({ findings: log.findings().map(findingJson) }, null, 2));
  else
    for (const finding of log.findings())
      process.stderr.write(`${describeFinding(finding, terminal)}\n\n`);
  if (!added || log.hasErrors()) return exitCodes.findings;
  writeOutputs(project, added.artifacts);
  const { identifier, description } = added;
  say(
    terminal,
    `${description || identifier} is in the project; a job names it by \`condition: ${identifier}\``,
    `${description || identifier} er i projektet; et job bruger den med \`condition: ${identifier}\``,
  );
  if (terminal.format === 'pretty')
    for (const { path } of added.artifacts) print(join(project, path));
  return exitCodes.ok;
}
