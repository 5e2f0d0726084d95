/** What only a disk can do: links that lead out of the project, things that are no files. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import { openProjectWorkspace } from '../../src/cli/open-project.ts';
import { lineOf } from '../input/project.ts';
import { noCache } from '../support/build-on-disk.ts';
import { temporaryFolder } from '../support/program.ts';
import { expectBothLanguages, job, leafletFiles, paths } from './project.ts';

describe('a project on disk', () => {
  let base: ReturnType<typeof temporaryFolder>;
  let project = '';
  beforeEach(async () => {
    base = temporaryFolder();
    project = join(base.path, 'project');
    for (const [path, content] of Object.entries(await leafletFiles())) {
      mkdirSync(dirname(join(project, path)), { recursive: true });
      writeFileSync(join(project, path), content);
      mkdirSync(dirname(join(base.path, 'outside', path)), { recursive: true });
      writeFileSync(join(base.path, 'outside', path), content);
    }
  });
  afterEach(() => base.remove());

  const link = (path: string) => {
    rmSync(join(project, path), { recursive: true });
    symlinkSync(join(base.path, 'outside', path), join(project, path));
  };
  const buildIt = async () => build(job, openProjectWorkspace(project, noCache));

  it('builds', async () => {
    expect((await buildIt()).findings.map(lineOf)).toEqual([]);
  });

  it.each([
    [paths.photo, `error input/file-outside ${paths.copy}:11:9 ‹/assets/photo.jpg›`],
    [paths.copy, `error input/file-outside ${paths.job}:1:1 ‹t›`],
    [paths.job, 'error input/file-outside'],
    [paths.css, `error input/file-outside ${paths.pages}:5:32 ‹leaflet.css›`],
    [paths.partial, `error input/file-outside ${paths.pages}:12:21 ‹{{> point}}›`],
    ['assets', `error input/missing-picture ${paths.copy}:11:9 ‹/assets/photo.jpg›`],
  ])('refuses a link that leads out of it: %s', async (path, expected) => {
    link(path);
    const { findings, artifacts } = await buildIt();
    expect(findings.map(lineOf)).toEqual([expected]);
    expectBothLanguages(findings);
    expect(artifacts).toEqual([]);
  });

  it('follows a link that stays in it', async () => {
    rmSync(join(project, paths.photo));
    writeFileSync(join(project, 'other.jpg'), (await leafletFiles())[paths.photo] ?? '');
    symlinkSync('../other.jpg', join(project, paths.photo));
    expect((await buildIt()).findings.map(lineOf)).toEqual([]);
  });

  it('is not kept waiting by a pipe for a picture', async () => {
    rmSync(join(project, paths.photo));
    execFileSync('mkfifo', [join(project, paths.photo)]);
    expect((await buildIt()).findings.map(lineOf)).toEqual([
      `error input/file-unreadable ${paths.copy}:11:9 ‹/assets/photo.jpg›`,
    ]);
  });

  it('says so where a folder stands for a file', async () => {
    rmSync(join(project, paths.copy));
    mkdirSync(join(project, paths.copy));
    expect((await buildIt()).findings.map(lineOf)).toEqual([
      `error input/file-unreadable ${paths.job}:1:1 ‹t›`,
    ]);
  });
});
