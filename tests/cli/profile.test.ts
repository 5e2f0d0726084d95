/** `trykklar profile add`: what is laid where, and what is refused. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { repository, temporaryFolder, trykklar } from '../support/program.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
mkdirSync(join(folder.path, 'content'));
const shipped = readFileSync(join(repository, 'assets/icc/FOGRA39L_coated.icc'));

/** The shipped profile with four bytes of its header changed. */
function changed(offset: number, text: string): Buffer {
  const bytes = Buffer.from(shipped);
  bytes.write(text, offset, 'latin1');
  return bytes;
}

async function add(name: string, bytes: Uint8Array, ...flags: readonly string[]) {
  const given = join(folder.path, 'given');
  mkdirSync(given, { recursive: true });
  writeFileSync(join(given, name), bytes);
  writeFileSync(join(given, 'LICENSE.txt'), 'Free to use, not to sell.');
  const args = ['profile', 'add', join(given, name), '--lang', 'en', ...flags];
  return trykklar(args, { cwd: folder.path });
}

const inProject = (path: string) => join(folder.path, path);

describe('profile add', { timeout: 60_000 }, () => {
  it('lays a maker’s profile where its condition looks for it, with its licence', async () => {
    const { code, stdout, stderr } = await add('PSOcoated_v3.icc', shipped);
    expect(code).toBe(0);
    expect(stderr).toContain('`condition: FOGRA51`');
    expect(stdout).toContain(inProject('assets/icc/PSOcoated_v3.icc'));
    expect(readFileSync(inProject('assets/icc/PSOcoated_v3.icc')).equals(shipped)).toBe(true);
    const licence = readFileSync(inProject('assets/icc/PSOcoated_v3.LICENSE.txt'), 'utf8');
    expect(licence).toContain('Free to use, not to sell.');
    expect(existsSync(inProject('assets/conditions/FOGRA51.json'))).toBe(false);
  });

  it('writes down a condition that nobody knows', async () => {
    const { code } = await add('Avis.icc', shipped, '--condition', 'AVIS', '--ink', '240');
    expect(code).toBe(0);
    const data = JSON.parse(readFileSync(inProject('assets/conditions/AVIS.json'), 'utf8'));
    expect(data).toMatchObject({
      identifier: 'AVIS',
      totalInkPercent: 240,
      profile: 'assets/icc/Avis.icc',
    });
  });

  it.each([
    ['a device link', changed(12, 'link'), 'device link'],
    ['a profile of a screen', changed(12, 'mntr'), 'output profile'],
    ['an RGB profile', changed(16, 'RGB '), 'expected `CMYK`'],
    ['a later version', changed(8, '\x05'), 'version 5'],
    ['a text', Buffer.from('profile'), 'not an ICC profile'],
    ['a profile of grays', changed(16, 'GRAY'), 'expected `CMYK`'],
    ['a profile with words after it', Buffer.concat([shipped, shipped]), 'another length'],
    ['one whose length is wrong', changed(0, '\0\0\x01\0'), 'another length'],
    ['half a profile', shipped.subarray(0, 4000), 'cut off'],
  ])('refuses %s and writes nothing', async (name, bytes, words) => {
    const file = `${name.replaceAll(' ', '-')}.icc`;
    const { code, stdout, stderr } = await add(file, bytes);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(words);
    expect(existsSync(inProject(`assets/icc/${file}`))).toBe(false);
  });

  it('warns of a profile that calls itself another condition’s', async () => {
    const { code, stderr } = await add('house.icc', shipped, '--condition', 'FOGRA52');
    expect(code).toBe(0);
    expect(stderr).toMatch(/warning\[color\/other-condition\].*FOGRA39L.*FOGRA52/);
  });

  it('never takes the place of another one', async () => {
    const other = changed(24, '\x07\xd0');
    expect((await add('House.icc', shipped)).code).toBe(0);
    expect((await add('House.icc', shipped)).code).toBe(0);
    const { code, stdout, stderr } = await add('House.icc', other, '--lang', 'da');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('`assets/icc/House.icc`; job, der bruger den');
    expect(readFileSync(inProject('assets/icc/House.icc')).equals(shipped)).toBe(true);
    expect((await add('Other.icc', shipped, '--condition', 'House')).code).toBe(1);
    expect(existsSync(inProject('assets/icc/Other.icc'))).toBe(false);
  });

  it('takes a profile of version 4', async () => {
    expect((await add('Four.icc', changed(8, '\x04'))).code).toBe(0);
  });

  it('says so where there is no such file, or no such name', async () => {
    const missing = await trykklar(['profile', 'add', 'no.icc'], { cwd: folder.path });
    expect(missing.code).toBe(2);
    const { code, stderr } = await add('a.icc', shipped, '--condition', '../../a');
    expect([code, stderr.includes('letters')]).toEqual([2, true]);
  });
});
