/** Typed copy, from the file to what the program tells of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder, trykklar } from '../support/program.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const project = join(folder.path, 'project');

describe('check --explain', { timeout: 60_000 }, () => {
  it('tells what is set otherwise than typed; check alone does not', async () => {
    await trykklar(['init', project, '--lang', 'da']);
    const copy = join(project, 'content/brochure/copy.yaml');
    writeFileSync(
      copy,
      readFileSync(copy, 'utf8').replace(/^ {2}body: \|\n/m, '$&    Vent... "nu".\n\n'),
    );
    const explained = await trykklar(['check', '--explain', '--format', 'json'], { cwd: project });
    const [job] = JSON.parse(explained.stdout).jobs;
    const notes = job.findings.filter(({ severity }: { severity: string }) => severity === 'note');
    expect(notes).toMatchObject([
      { code: 'input/typography', field: 'text.body', message: { en: '`...` is set as `…`' } },
      { code: 'input/typography', field: 'text.body', message: { en: '`"nu"` is set as `»nu«`' } },
    ]);
    const plain = await trykklar(['check', '--format', 'json'], { cwd: project });
    expect(plain.stdout).not.toContain('input/typography');
  });

  it('reads the words of the project, and says what is wrong with them', async () => {
    writeFileSync(join(project, 'content/ord.yaml'), 'deling: [ledelse]\n');
    const { code, stderr } = await trykklar(['check', '--lang', 'da'], { cwd: project });
    expect(code).toBe(1);
    expect(stderr).toContain('fejl[input/own-word]: `ledelse` siger ikke, hvor det deles');
  });
});
