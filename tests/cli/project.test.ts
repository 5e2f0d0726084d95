import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { UsageError } from '../../src/cli/exit-codes.ts';
import { listJobs, selectJobs } from '../../src/cli/project.ts';

let project = '';
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'trykklar-'));
  for (const name of ['brochure', 'Årets hæfte'.normalize('NFD'), '.trash']) {
    mkdirSync(join(project, 'content', name), { recursive: true });
    writeFileSync(join(project, 'content', name, 'job.yaml'), '');
  }
  mkdirSync(join(project, 'content/uden'));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

it('lists the jobs, hidden folders left out, letters composed', () => {
  expect(listJobs(project)).toEqual(['brochure', 'Årets hæfte']);
});

it.each([
  'brochure',
  'content/brochure',
  './content/brochure/',
  'content\\brochure\\job.yaml',
  '/home/lone/project/content/brochure/copy.yaml',
  'brochure/copy.yaml',
  'out/brochure',
])('%s is the job', (asked) => {
  expect(selectJobs(project, [asked])).toEqual(['brochure']);
});

it.each([
  ['brochuren', 'mente du `brochure`?'],
  ['uden', 'har ingen `job.yaml`'],
  ['..', 'der er intet job'],
  ['', 'der er intet job'],
  ['/etc/passwd', 'der er intet job med navnet `/etc/passwd`'],
])('%j is no job', (asked, words) => {
  const ask = () => selectJobs(project, [asked]);
  expect(ask).toThrow(UsageError);
  try {
    ask();
  } catch (error) {
    expect(error instanceof UsageError && error.wording.da).toContain(words);
  }
});
