/** `trykklar render FILE.html -o FILE.pdf`: one HTML file with its CSS, no job. */
import { basename, dirname, relative, resolve } from 'node:path';
import { findingJson } from '../../base/index.ts';
import { renderHtml } from '../../build.ts';
import { openDiskCache } from '../disk-cache.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { openProjectWorkspace } from '../open-project.ts';
import { countFindings, describeFinding } from '../show-findings.ts';
import { print, say, type Terminal } from '../terminal.ts';
import { writeOutputs } from '../write-outputs.ts';
import { hasErrors } from './build.ts';

export interface RenderFlags {
  readonly output: string;
  readonly strict: boolean;
  readonly media: 'press' | 'screen';
}

/** The folder whose files the page may use: the current one, else the file's own. */
function folderOf(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') ? dirname(file) : process.cwd();
}

export async function runRender(
  given: string,
  flags: RenderFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const file = resolve(given);
  const folder = folderOf(file);
  const output = resolve(flags.output);
  const cache = openDiskCache(`${folder}/out/.cache`);
  const workspace = openProjectWorkspace(folder, { ...cache, set: () => {} });
  const request = {
    path: relative(folder, file).replaceAll('\\', '/'),
    media: flags.media,
    strict: flags.strict,
    fileName: basename(output),
  };
  const { artifacts, findings } = await renderHtml(request, workspace);
  if (terminal.format === 'json') print(JSON.stringify(findings.map(findingJson), null, 2));
  else
    for (const finding of findings)
      process.stderr.write(`${describeFinding(finding, terminal)}\n\n`);
  if (hasErrors(findings)) {
    const count = countFindings(findings, terminal.language);
    say(terminal, `${given}: not rendered (${count})`, `${given}: ikke lavet (${count})`);
    return exitCodes.findings;
  }
  writeOutputs(dirname(output), artifacts);
  if (terminal.format === 'pretty') print(flags.output);
  return exitCodes.ok;
}
