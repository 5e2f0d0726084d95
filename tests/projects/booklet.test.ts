/** A stitched booklet in a spot ink, with what ties its pages together: contents, heads, folios, sheets. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltJob, buildOnDisk, toldAs } from '../support/build-on-disk.ts';
import { contentOf, pageBoxes, qpdfComplaints, runningText } from '../support/pdf-tools.ts';
import { repository, temporaryFolder } from '../support/program.ts';

describe('the project preserves', () => {
  const out = temporaryFolder();
  let built: BuiltJob;
  beforeAll(async () => {
    const project = join(repository, 'tests/projects/preserves');
    built = await buildOnDisk(project, 'sylt', ['press', 'screen', 'sheets'], out.path);
  }, 30_000);
  afterAll(() => out.remove());

  const wordsOf = (page: number) =>
    runningText(
      execFileSync(
        'pdftotext',
        ['-f', String(page), '-l', String(page), '-layout', built.file('press.pdf'), '-'],
        { encoding: 'utf8' },
      ),
    );

  it('builds, and there is nothing to say against it', () => {
    expect(toldAs(built.findings)).toEqual([]);
    for (const file of ['press.pdf', 'screen.pdf', 'sheets.pdf'])
      expect(qpdfComplaints(built.file(file))).toBe('');
    expect(pageBoxes(built.file('press.pdf'))).toHaveLength(8);
  });

  it('lists its recipes with the pages they are on, and has a note', () => {
    expect(wordsOf(2)).toContain('Hallonsylt 3 Plommonmarmelad 4 Flädersaft 5');
    expect(wordsOf(2)).toMatch(/Recept1 .* 1\s?Alla recept är räknade/);
  });

  it.each([
    [3, /^Hallonsylt Hallonsylt 1 kg hallon .* 3$/],
    [4, /^Marmelad Plommonmarmelad 1,5 kg plommon .* 4$/],
    [5, /^Flädersaft Flädersaft 40 st .* 5$/],
    [6, /^Anteckningar 6$/],
  ])('page %d has its head and its folio on its own side', (page, expected) => {
    expect(wordsOf(page)).toMatch(expected);
  });

  it('rules its note page with lines, each of which is drawn', () => {
    const content = contentOf(built.file('press.pdf'), 6);
    expect(content.match(/\b(?:re|h)\s+f\b/g)?.length).toBeGreaterThanOrEqual(22);
    // A shading would be sampled.
    expect(content).not.toMatch(/\/Pattern|\bsh\b/);
  });

  it('has live links in the screen edition', () => {
    const dests = execFileSync('pdfinfo', ['-dests', built.file('screen.pdf')], {
      encoding: 'utf8',
    });
    expect([...dests.matchAll(/^\s*(\d+) .*"(r\d)"/gm)].map(([, page, id]) => [id, page])).toEqual([
      ['r0', '3'],
      ['r1', '4'],
      ['r2', '5'],
    ]);
  });

  it('puts eight pages on two sheets', () => {
    const { sheets } = JSON.parse(readFileSync(built.file('sheets.json'), 'utf8'));
    expect(sheets).toHaveLength(2);
  });
});
