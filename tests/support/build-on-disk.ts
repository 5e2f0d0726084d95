/**
 * A job of a project on disk, built in this process with nothing cached, its files written to a
 * folder for other programs to read.
 */
import { join } from 'node:path';
import type { Finding, Language } from '../../src/base/index.ts';
import { type BuildResult, build } from '../../src/build.ts';
import { openProjectWorkspace } from '../../src/cli/open-project.ts';
import { describeFinding } from '../../src/cli/show-findings.ts';
import { writeOutputs } from '../../src/cli/write-outputs.ts';
import type { OutputKind } from '../../src/input/index.ts';

export const noCache = { get: () => undefined, set: () => {} };

export interface BuiltJob extends BuildResult {
  /** Path of an output. */
  file(name: string): string;
}

/** `project` is the project's folder, `job` the name of one of its jobs. */
export async function buildOnDisk(
  project: string,
  job: string,
  outputs: readonly OutputKind[],
  out: string,
): Promise<BuiltJob> {
  const workspace = openProjectWorkspace(project, noCache);
  const request = { job: `content/${job}/job.yaml`, outputs, strict: false };
  const result = await build(request, workspace);
  writeOutputs(out, result.artifacts);
  return { ...result, file: (name) => join(out, name) };
}

/** Findings as a reader sees them, for a test that expects none. */
export function toldAs(findings: readonly Finding[], language: Language = 'en'): readonly string[] {
  return findings.map((finding) => describeFinding(finding, { language, color: false }));
}
