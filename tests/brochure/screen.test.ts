/** The screen edition of the brochure that ships, as one who cannot see it would meet it. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOnDisk } from '../support/build-on-disk.ts';
import { runningText } from '../support/pdf-tools.ts';
import { repository, temporaryFolder } from '../support/program.ts';
import { structureOf, tagFaults } from '../support/structure.ts';
import { firstMissing, readWords } from './words.ts';

const jobs = ['ledersektionen', 'ledersektionen-haefte'];

describe.each(jobs)('%s', (job) => {
  const out = temporaryFolder();
  let pdf = new Uint8Array();
  let lines: readonly string[] = [];

  beforeAll(async () => {
    const built = await buildOnDisk(repository, job, ['screen'], out.path);
    pdf = new Uint8Array(readFileSync(built.file('screen.pdf')));
    lines = structureOf(pdf);
  });
  afterAll(() => out.remove());

  it('has each mark once, in one node', () => {
    expect(tagFaults(pdf)).toEqual([]);
  });

  it.each(readWords())('reads the words of $role in their order', ({ paragraphs }) => {
    const texts = lines.flatMap((line) => /^ *"(.*)"$/.exec(line)?.[1] ?? []);
    // Pieces of one sentence, and of a divided word, stand in several texts.
    const whole = runningText(texts.join(' ').replaceAll(' - ', ''));
    expect(firstMissing(paragraphs, whole)).toBeUndefined();
  });

  it('says that it is made by PDF/UA-1, beside its title', () => {
    const text = Buffer.from(pdf).toString('latin1');
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(text).toContain('<dc:title>');
  });

  it('tells headings, lists and pictures apart', () => {
    const kinds = lines.map((line) => line.trim()).filter((line) => !line.startsWith('"'));
    const countOf = (kind: string) => kinds.filter((one) => one === kind).length;
    expect([countOf('H1'), countOf('L'), countOf('Lbl')]).toEqual([1, 2, 9]);
    // The portrait and the code that leads to the web.
    expect(countOf('Figure')).toBe(2);
  });
});
