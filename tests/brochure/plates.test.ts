/** The plates of the brochure that ships: as another renderer makes them, and under 280 % ink. */
import { readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import type { Finding } from '../../src/base/index.ts';
import { measurePlates } from '../../src/plates/index.ts';
import { differences, ghostscriptPlates } from '../plates/separations.ts';
import { buildOnDisk } from '../support/build-on-disk.ts';
import { repository, temporaryFolder } from '../support/program.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

it.each(['ledersektionen', 'ledersektionen-haefte'])('%s', { timeout: 60_000 }, async (job) => {
  const built = await buildOnDisk(repository, job, ['press'], folder.path);
  const pdf = new Uint8Array(readFileSync(built.file('press.pdf')));
  const findings: Finding[] = [];
  const report = (finding: Finding) => findings.push(finding);
  const pages = await measurePlates(pdf, { dpi: 72, limitPercent: 280 }, { report });
  expect(findings).toEqual([]);
  for (const {
    plates: { ink },
  } of pages)
    expect(ink.highest.percent).toBeLessThanOrEqual(280);
  const [first] = pages;
  const others = await ghostscriptPlates(pdf, 72);
  const { plates = [], widthPx = 1 } = first?.plates ?? {};
  expect(differences(plates, others, widthPx, 43, 1)).toEqual([]);
});
