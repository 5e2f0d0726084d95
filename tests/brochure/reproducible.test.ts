/** Same input, same bytes, wherever and however the program runs; and no half-written file, ever. */
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository, startTrykklar, temporaryFolder, trykklar } from '../support/program.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const parts = ['content', 'templates', 'assets', 'fonts'];

/** Every output of a folder, as text that can be compared. */
function outputs(out: string): ReadonlyMap<string, string> {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => /\.(pdf|png|json)$/.test(name));
  return new Map(files.map((name) => [name, readFileSync(join(out, name)).toString('latin1')]));
}

describe('the brochure', { timeout: 120_000 }, () => {
  const project = join(folder.path, 'et andet sted', 'æøå');
  const here = join(folder.path, 'here');

  beforeAll(async () => {
    mkdirSync(project, { recursive: true });
    for (const part of parts)
      cpSync(join(repository, part), join(project, part), { recursive: true });
    expect((await trykklar(['build', '--out', here])).code).toBe(0);
  }, 120_000);

  it('has the same bytes in another folder, zone, locale and umask, with nothing cached', async () => {
    const there = join(folder.path, 'there');
    const umask = process.umask(0o077);
    const env = { TZ: 'Pacific/Auckland', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };
    const { code } = await trykklar(['build', '--out', there], { cwd: project, env });
    process.umask(umask);
    expect(code).toBe(0);
    const first = outputs(here);
    const second = outputs(there);
    expect([...second.keys()]).toEqual([...first.keys()]);
    expect(first.size).toBeGreaterThan(20);
    for (const [name, bytes] of first) expect(second.get(name) === bytes, name).toBe(true);
  });

  it('keeps its last good files when a build is killed', async () => {
    const good = outputs(join(here, 'ledersektionen'));
    for (const ms of [40, 120, 200, 280, 360, 440, 520, 700]) {
      const { child, ended } = startTrykklar(['build', 'ledersektionen', '--out', here]);
      setTimeout(() => child.kill('SIGKILL'), ms);
      await ended;
      const left = outputs(join(here, 'ledersektionen'));
      for (const [name, bytes] of good)
        expect(left.get(name) === bytes, `${name} ${ms}`).toBe(true);
    }
    const { code } = await trykklar(['build', 'ledersektionen', '--out', here]);
    expect(code).toBe(0);
    expect(readdirSync(join(here, 'ledersektionen')).filter((name) => name[0] === '.')).toEqual([]);
  });

  it('ends with 130 when it is interrupted, and tidies up', async () => {
    const { child, ended } = startTrykklar(['watch', 'ledersektionen', '--out', here]);
    child.stderr?.once('data', () => setTimeout(() => child.kill('SIGINT'), 50));
    expect((await ended).code).toBe(130);
    expect(readdirSync(join(here, 'ledersektionen')).filter((name) => name[0] === '.')).toEqual([]);
  });
});
