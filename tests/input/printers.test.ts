/** Printing conditions and printing houses as data: those that ship, and a project's own. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJob } from '../../src/input/index.ts';
import { repository } from '../support/program.ts';
import { lineOf, openProject } from './project.ts';

const assets = join(repository, 'assets');
const namesIn = (folder: string) =>
  readdirSync(join(assets, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''));
const dataOf = (folder: string, name: string) =>
  JSON.parse(readFileSync(join(assets, folder, `${name}.json`), 'utf8'));

/** A job of these lines in a project with these files. */
function read(lines: string, files: Readonly<Record<string, string>> = {}) {
  const { context, findings } = openProject({
    'content/a/job.yaml': `template: t\n${lines}\n`,
    'templates/t/template.yaml': 'fields: {}\nform: {fold: half, format: A6}\n',
    ...files,
  });
  return { job: readJob('content/a/job.yaml', context), lines: findings.map(lineOf) };
}

describe('what ships', () => {
  it.each(namesIn('conditions'))('condition %s says everything, its source and its day', (name) => {
    const data = dataOf('conditions', name);
    expect(name).toBe(data.identifier.toLowerCase());
    expect(data).toMatchObject({
      name: expect.any(String),
      info: expect.any(String),
      outputCondition: expect.stringContaining('ISO 12647-2'),
      profileFile: expect.stringMatching(/\.icc$/),
      source: expect.any(String),
      noted: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect(data.totalInkPercent).toBeGreaterThanOrEqual(data.pressTotalInkPercent ?? 0);
  });

  // A project's own file of the same content is read by the reader, which finds nothing wrong.
  it.each(namesIn('printers'))('printer %s is a file as a project would write it', (name) => {
    const text = readFileSync(join(assets, 'printers', `${name}.json`), 'utf8');
    const shipped = read(`printer: ${name}`);
    const own = read('printer: own', { 'assets/printers/own.json': text });
    expect([...shipped.lines, ...own.lines]).toEqual([]);
    expect(own.job?.printer).toEqual({ ...shipped.job?.printer, id: 'own' });
  });
});

describe('a job that names its printer', () => {
  it('takes over what the house asks for', () => {
    const { job } = read('printer: onlineprinters-dk');
    expect(job?.bleedMm).toEqual({ top: 2, right: 2, bottom: 2, left: 2 });
    expect([job?.safetyMm, job?.marks]).toEqual([{ error: 4, warning: 5 }, false]);
    expect(read('printer: tbprint-se').job?.marks).toBe(true);
  });

  it('has the last word', () => {
    expect(read('printer: onlineprinters-dk\nbleed: 5').job?.bleedMm.top).toBe(5);
    expect(read('printer: tbprint-se\nmarks: false').job?.marks).toBe(false);
  });

  const house = `name: Bytrykket
bleedMm: {top: 3, right: 3, bottom: 4, left: 0}
condition: PAPER
totalInkPercent: 240
maxMegabytes: 20
source: Bytrykkets vejledning
noted: 2026-01-02
`;
  const paper =
    '{"identifier": "PAPER", "info": "House paper", "totalInkPercent": 280, "profile": "assets/icc/p.icc"}';

  it('may bring a printer and a condition of its own', () => {
    const { job, lines } = read('printer: bytrykket', {
      'assets/printers/bytrykket.yaml': house,
      'assets/conditions/PAPER.json': paper,
    });
    expect(lines).toEqual([]);
    expect(job?.bleedMm.bottom).toBe(4);
    expect(job?.maxMegabytes).toBe(20);
    expect(job?.condition).toEqual({
      identifier: 'PAPER',
      info: 'House paper',
      profile: 'assets/icc/p.icc',
      outputCondition: null,
      totalInkPercent: 240,
      advisedInkPercent: null,
    });
  });

  const uncoated = { 'assets/icc/PSOuncoated_v3_FOGRA52.icc': 'profile' };

  it('on uncoated paper is advised of less ink than the profile makes, unless the house says', () => {
    const inks = (lines: string, files = {}) => {
      const { job } = read(lines, { ...uncoated, ...files });
      return [job?.condition.totalInkPercent, job?.condition.advisedInkPercent];
    };
    expect(inks('condition: FOGRA52')).toEqual([300, 280]);
    const own = { 'assets/printers/a.yaml': house.replace('condition: PAPER\n', '') };
    expect(inks('printer: a\ncondition: FOGRA52', own)).toEqual([240, null]);
  });

  it.each([
    ['printer: onlineprinter-dk', {}, ['input/wrong-value']],
    ['printer: a', { 'assets/printers/a.yaml': 'bleed: 3' }, ['input/unknown-key']],
    ['printer: a', { 'assets/printers/a.yaml': `${house}safetyMm: 99\n` }, ['input/wrong-value']],
    [
      'printer: a',
      {
        'assets/printers/a.yaml': house.replace(', left: 0', ''),
        'assets/conditions/PAPER.json': paper,
      },
      ['input/missing-key'],
    ],
    ['condition: FOGRA51', {}, ['input/missing-profile']],
    ['condition: OWN', { 'assets/conditions/OWN.json': '{"info": "x"}' }, ['input/missing-key']],
  ] as const)('%s %j: %j', (line, files, codes) => {
    const { lines } = read(line, files);
    for (const code of codes) expect(lines.join('\n')).toContain(`error ${code}`);
  });
});

it('a known condition is taken once its profile is in the project', () => {
  const { job, lines } = read('condition: FOGRA51', { 'assets/icc/PSOcoated_v3.icc': 'profile' });
  expect(lines).toEqual([]);
  expect(job?.condition).toMatchObject({ identifier: 'FOGRA51', totalInkPercent: 300 });
});
