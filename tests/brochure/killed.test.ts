/** A build of changed words that is killed: every file that is left is whole, old or new. */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Outcome,
  repository,
  startTrykklar,
  temporaryFolder,
  trykklar,
} from '../support/program.ts';

const job = 'ledersektionen';

/** A copy of what the brochure is made of. */
function copyProject(to: string): string {
  for (const part of ['content', 'templates', 'assets', 'fonts'])
    cpSync(join(repository, part), join(to, part), { recursive: true });
  return to;
}

/** Every file of a folder of outputs by name. */
function filesIn(folder: string): ReadonlyMap<string, Buffer> {
  const names = existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];
  return new Map(names.sort().map((name) => [name.slice(folder.length + 1), readFileSync(name)]));
}

function expectSuccess({ code, stderr }: Outcome): void {
  expect(code, stderr).toBe(0);
}

describe('a build that is killed', () => {
  const base = temporaryFolder();
  const project = join(base.path, 'project');
  const out = join(project, 'out');
  const args = ['build', job, '--only', 'press,pages'];
  let before: ReadonlyMap<string, Buffer>;
  let after: ReadonlyMap<string, Buffer>;
  beforeAll(async () => {
    copyProject(project);
    expectSuccess(await trykklar(args, { cwd: project }));
    before = filesIn(join(out, job));
    const copy = join(project, 'content', job, 'copy.yaml');
    const words = readFileSync(copy, 'utf8');
    writeFileSync(copy, words.replace('God fornøjelse!', 'Rigtig god fornøjelse!'));
    expectSuccess(await trykklar([...args, '--out', join(base.path, 'new')], { cwd: project }));
    after = filesIn(join(base.path, 'new', job));
  }, 60_000);
  afterAll(() => base.remove());

  it('makes other files than the build before, as this test needs', () => {
    expect(after.get('press.pdf')?.equals(before.get('press.pdf') ?? Buffer.alloc(0))).toBe(false);
  });

  it.each([15, 60, 120, 190, 260, 340, 430, 530])(
    'leaves every file whole: after %d ms',
    async (ms) => {
      const { child, ended } = startTrykklar(args, { cwd: project });
      const timer = setTimeout(() => child.kill('SIGKILL'), ms);
      const { code } = await ended;
      clearTimeout(timer);
      const left = filesIn(join(out, job));
      for (const [name, bytes] of before) {
        const now = left.get(name);
        const isWhole = now?.equals(bytes) || now?.equals(after.get(name) ?? Buffer.alloc(0));
        expect(isWhole, name).toBe(true);
      }
      if (code === 0)
        expect(left.get('press.pdf')?.equals(after.get('press.pdf') ?? Buffer.alloc(0))).toBe(true);
    },
    20_000,
  );

  it('is made good by the next one, which clears away what lay half done', async () => {
    expectSuccess(await trykklar(args, { cwd: project }));
    const left = filesIn(join(out, job));
    expect([...left.keys()]).toEqual([...after.keys()]);
    for (const [name, bytes] of after) expect(left.get(name)?.equals(bytes), name).toBe(true);
  }, 20_000);
});
