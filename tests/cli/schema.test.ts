import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { repository, temporaryFolder, trykklar } from '../support/program.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

it('the schema beside the copy that ships is what its template asks', async () => {
  for (const part of ['content', 'templates'])
    cpSync(join(repository, part), join(folder.path, part), { recursive: true });
  const file = 'content/ledersektionen/copy.schema.json';
  rmSync(join(folder.path, file));
  const { code, stdout } = await trykklar(['schema'], { cwd: folder.path });
  // Both jobs share the copy: it is written once.
  expect({ code, stdout }).toEqual({ code: 0, stdout: `${join(folder.path, file)}\n` });
  const read = (root: string) => readFileSync(join(root, file), 'utf8');
  expect(read(folder.path)).toBe(read(repository));
  const json = await trykklar(['schema', '--format', 'json'], { cwd: folder.path });
  expect(JSON.parse(json.stdout)).toEqual({ files: [join(folder.path, file)], findings: [] });
}, 30_000);
