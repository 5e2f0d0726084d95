/**
 * `trykklar schema`: writes what a job's template asks of its copy as a JSON Schema beside the
 * copy, where the file's modeline names it; editors complete and check from it while one types.
 */
import { posix } from 'node:path';
import { type Context, findingJson, openLog } from '../../base/index.ts';
import { readJob, readTemplate, toJsonSchema } from '../../input/index.ts';
import { openDiskCache } from '../disk-cache.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { openProjectWorkspace } from '../open-project.ts';
import { findProject, jobPath, selectJobs } from '../project.ts';
import { describeFinding } from '../show-findings.ts';
import { print, type Terminal } from '../terminal.ts';
import { writeOutputs } from '../write-outputs.ts';

const fileName = 'copy.schema.json';

/** Where jobs share a copy, the one whose folder it lies in says what is asked of it. */
function ownersFirst(names: readonly string[], context: Context): readonly string[] {
  const isOwner = (name: string) =>
    posix.dirname(readJob(jobPath(name), context)?.copy ?? '') === posix.dirname(jobPath(name));
  return [...names.filter(isOwner), ...names.filter((name) => !isOwner(name))];
}

export function runSchema(asked: readonly string[], terminal: Terminal): ExitCode {
  const project = findProject(process.cwd());
  const workspace = openProjectWorkspace(project, openDiskCache(`${project}/out/.cache`));
  const log = openLog({ strict: false });
  const context = { report: log.report, workspace };
  const written = new Set<string>();
  const files: string[] = [];
  for (const name of ownersFirst(selectJobs(project, asked), context)) {
    const job = readJob(jobPath(name), context);
    const template = job && readTemplate(job.template, context);
    if (!job || !template || log.hasErrors() || written.has(job.copy)) continue;
    written.add(job.copy);
    const schema = toJsonSchema(template.schema, job.language === 'da' ? 'da' : 'en');
    const bytes = new TextEncoder().encode(`${JSON.stringify(schema, null, 2)}\n`);
    const folder = `${project}/${posix.dirname(job.copy)}`;
    writeOutputs(folder, [{ path: fileName, bytes }]);
    files.push(`${folder}/${fileName}`);
  }
  const findings = log.findings();
  if (terminal.format === 'json')
    print(JSON.stringify({ files, findings: findings.map(findingJson) }, null, 2));
  else {
    for (const finding of findings)
      process.stderr.write(`${describeFinding(finding, terminal)}\n\n`);
    for (const file of files) print(file);
  }
  return log.hasErrors() ? exitCodes.findings : exitCodes.ok;
}
