/** `trykklar hyphenate` as a shell meets it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { programFile, start, temporaryFolder, trykklar } from '../support/program.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

function fileOf(name: string, content: string | Uint8Array): string {
  const file = join(folder.path, name);
  writeFileSync(file, content);
  return file;
}

describe('hyphenate', { timeout: 60_000 }, () => {
  it('prints each word of a file with its divisions', async () => {
    const file = fileOf('words.txt', '\ufeffudbygning\r\n\r\nSamarbejde\nwww.kommune.dk\nEU\n');
    const { code, stdout, stderr } = await trykklar(['hyphenate', file]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.replace(/\|/g, '-')).toBe(
      'udbygning\tud-byg-ning\nSamarbejde\tSam-ar-bej-de\nwww.kommune.dk\twww.kommune.dk\nEU\tEU\n',
    );
  });

  it('says nothing when its reader has seen enough', async () => {
    const file = fileOf('many.txt', 'arbejdsplads\n'.repeat(50_000));
    const command = `"${process.execPath}" "${programFile}" hyphenate "${file}" | head -n 1`;
    const { stdout, stderr } = await start('sh', ['-c', command], {}).ended;
    expect({ stdout, stderr }).toEqual({ stdout: 'arbejdsplads\tar-bejds|plads\n', stderr: '' });
  });

  it('answers in JSON where it is asked to', async () => {
    const file = fileOf('json.txt', 'Samarbejde\n');
    const { stdout } = await trykklar(['hyphenate', file, '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual({
      words: [{ word: 'Samarbejde', division: 'Sam|ar-bej-de' }],
    });
  });

  it('divides by the language asked for', async () => {
    const file = fileOf('english.txt', 'typography');
    const { stdout } = await trykklar(['hyphenate', '--lang', 'en-US', file]);
    expect(stdout).toBe('typography\tty-pog-ra-phy\n');
  });

  it.each([
    [['--lang', 'xx', fileOf('a.txt', 'a')], 'choose from da, de'],
    [[join(folder.path, 'none.txt')], 'there is no file'],
    [[fileOf('latin1.txt', Buffer.from('\xe6ble', 'latin1'))], 'is not UTF-8'],
  ])('refuses %j with exit code 2', async (args, hint) => {
    const { code, stdout, stderr } = await trykklar(['hyphenate', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(hint);
  });
});
