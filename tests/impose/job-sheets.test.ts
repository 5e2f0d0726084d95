/** A project's own jobs on sheets: `outputs: sheets`. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding, Workspace } from '../../src/base/index.ts';
import { readJob } from '../../src/input/index.ts';
import { sheetSettingsOf } from '../../src/job-sheets.ts';
import { runPreflight } from '../../src/preflight/index.ts';
import { openProject } from '../input/project.ts';
import { expectations } from '../preflight/make-pdf.ts';
import { type BuiltJob, buildOnDisk, noCache } from '../support/build-on-disk.ts';
import { qpdfComplaints } from '../support/pdf-tools.ts';
import { repository, temporaryFolder } from '../support/program.ts';

const emptyWorkspace: Workspace = {
  read: (path) => ({ kind: 'missing', path }),
  list: () => [],
  cache: noCache,
};

const folder = temporaryFolder();
afterAll(() => folder.remove());

interface Order {
  readonly scheme: string;
  readonly sheet: string;
  readonly creepMm: number;
  readonly sheets: readonly {
    readonly front: { readonly cells: readonly { readonly page: number }[] };
    readonly back: { readonly cells: readonly { readonly page: number }[] };
  }[];
}

/** What is said of a job with these sheets. */
function sheetsOf(lines: string) {
  const { context, findings } = openProject({
    'content/a/job.yaml': `template: t\nform: {booklet: A5, pages: 8}\n${lines}\n`,
    'templates/t/template.yaml': 'fields: {}\nform: {booklet: A5}\n',
  });
  const job = readJob('content/a/job.yaml', context);
  const settings = job && sheetSettingsOf(job, context);
  return { settings, said: findings.map(({ severity, code }) => `${severity} ${code}`) };
}

describe('a cover that is printed apart', () => {
  it('is named by its paper', () => {
    const { settings, said } = sheetsOf('sheets: {cover: {weight: 250, stock: silk}}');
    expect(said).toEqual([]);
    expect(settings?.cover).toEqual({ weightGsm: 250, stock: 'silk', caliperUm: null });
  });

  it('goes around stitched pages alone', () => {
    const { settings, said } = sheetsOf('sheets: {scheme: perfect8, cover: {weight: 250}}');
    expect([settings, said]).toEqual([null, ['error impose/cover']]);
  });
});

const orderOf = (job: BuiltJob): Order => JSON.parse(readFileSync(job.file('sheets.json'), 'utf8'));

describe('the booklet that ships', () => {
  let job: BuiltJob;
  beforeAll(async () => {
    job = await buildOnDisk(repository, 'ledersektionen-haefte', ['sheets'], folder.path);
  }, 60_000);

  it('is stitched, with the creep of its paper', () => {
    const { scheme, sheet, creepMm, sheets } = orderOf(job);
    expect([scheme, sheet, creepMm]).toEqual(['saddle', 'SRA3', 0.153]);
    const pages = sheets.flatMap(({ front, back }) =>
      [front, back].map(({ cells }) => cells.map(({ page }) => page).join('·')),
    );
    expect(pages).toEqual(['8·1', '2·7', '6·3', '4·5']);
  });

  it('passes the preflight of press files, marks and all', () => {
    const pages = orderOf(job).sheets.flatMap((_, sheet) =>
      ['front', 'back'].map((face) => ({
        name: `${sheet + 1} ${face}`,
        // Moved against creep, the pages of the inner sheet lie 2 × 0.153 mm closer.
        widthMm: 296 - 2 * 0.153 * sheet,
        heightMm: 210,
        foldsMm: [],
        outlinedTexts: [],
      })),
    );
    const findings: Finding[] = [];
    const context = { report: (one: Finding) => findings.push(one), workspace: emptyWorkspace };
    runPreflight(readFileSync(job.file('sheets.pdf')), { ...expectations, pages }, context);
    expect(findings.map(({ code, page }) => `${code} ${page}`)).toEqual([]);
  });

  it('is a sound PDF/X-4 file still', () => {
    expect(qpdfComplaints(job.file('sheets.pdf'))).toBe('');
    const text = readFileSync(job.file('sheets.pdf'), 'latin1');
    expect(text.startsWith('%PDF-1.6')).toBe(true);
    expect(text).toContain('PDF/X-4');
  });
});

it('the folder that ships goes on the smallest sheet that holds it, with its folds', async () => {
  const job = await buildOnDisk(repository, 'ledersektionen', ['sheets'], folder.path);
  const order = orderOf(job);
  expect([order.scheme, order.sheet]).toEqual(['step', '330x487']);
  expect(order.sheets).toMatchObject([
    { front: { cells: [{ page: 1 }], foldsMm: {} }, back: { cells: [{ page: 2 }] } },
  ]);
  const { front, back } = order.sheets[0] as unknown as Record<
    'front' | 'back',
    { foldsMm: { x: number[] } }
  >;
  const place = (487 - 442.5) / 2;
  expect(front.foldsMm.x).toEqual([place + 146.5, place + 294.5]);
  expect(back.foldsMm.x).toEqual([place + 148, place + 296]);
}, 60_000);
