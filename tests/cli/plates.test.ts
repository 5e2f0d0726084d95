/** `trykklar plates` as a shell meets it: which files, what is said. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { numberedPdf } from '../impose/sheets/numbered-pdf.ts';
import { makePdf } from '../preflight/make-pdf.ts';
import { repository, temporaryFolder, trykklar } from '../support/program.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

it('writes a picture for each ink, an overview and the figures', { timeout: 60_000 }, async () => {
  const args = ['plates', 'ledersektionen', '--dpi', '36', '--out', folder.path, '--lang', 'da'];
  const { code, stdout, stderr } = await trykklar(args, { cwd: repository });
  expect(code).toBe(0);
  expect(stderr).toMatch(/outside: højst \d+ % farve over 15 mm, \d+ % over 1 mm \(grænse 330 %\)/);
  const plates = join(folder.path, 'ledersektionen/plates');
  const inks = ['overview', 'cyan', 'magenta', 'yellow', 'black', 'ink-map'];
  const files = ['outside', 'inside'].flatMap((page) => inks.map((ink) => `${page}-${ink}.png`));
  expect(stdout.trim().split('\n').sort()).toEqual(
    [...files, 'ink.json'].map((file) => join(plates, file)).sort(),
  );
  const { channels, width } = await sharp(join(plates, 'outside-black.png')).metadata();
  expect([channels, width]).toEqual([1, 636]);
  const { data } = await sharp(join(plates, 'outside-overview.png'))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // The frame around the place with most ink.
  const marks = data.filter(
    (red, at) => at % 3 === 0 && red === 255 && data[at + 1] === 120 && data[at + 2] === 0,
  );
  expect(marks.length).toBeGreaterThan(100);
  const report = JSON.parse(readFileSync(join(plates, 'ink.json'), 'utf8'));
  expect(report.pages.map(({ page }: { page: string }) => page)).toEqual(['outside', 'inside']);
  expect(report.pages[0].mean15mm.percent).toBeLessThan(280);
});

it('refuses a resolution that makes no sense', async () => {
  const { code, stderr } = await trykklar(['plates', '--dpi', '5000']);
  expect([code, stderr.includes('18 to 600')]).toEqual([2, true]);
});

it('makes the plates of any PDF, in the folder one stands in', { timeout: 60_000 }, async () => {
  writeFileSync(join(folder.path, 'poster.pdf'), numberedPdf(2));
  const args = ['plates', 'poster.pdf', '--dpi', '36'];
  const { code, stdout, stderr } = await trykklar(args, { cwd: folder.path });
  expect([code, stderr]).toEqual([0, expect.stringContaining('(limit 300 %)')]);
  expect(stdout).toContain('poster/plates/1-black.png');
  expect(readFileSync(join(folder.path, 'poster/plates/2-black.png')).length).toBeGreaterThan(100);
});

it.each([
  ['damaged.pdf', numberedPdf(2).slice(0, 300), 'error[plates/damaged-file]: PDF-filen'],
  ['empty.pdf', numberedPdf(0), 'error[plates/no-pages]: PDF-filen har ingen sider'],
  [
    'locked.pdf',
    numberedPdf(2, { trailerEntries: '/Encrypt << /Filter /Standard >>' }),
    'error[plates/encrypted]: PDF-filen er krypteret',
  ],
  [
    'flat.pdf',
    numberedPdf(2, { widthMm: 0, bleedMm: 0 }),
    'error[plates/page-size]: side 1–2 har intet mål',
  ],
  [
    'house.pdf',
    numberedPdf(1, { widthMm: 20_000, heightMm: 10_000 }),
    'error[plates/too-large]: trykpladerne til side 1 ville få',
  ],
])('%s gets none, and is told why', async (name, bytes, said) => {
  writeFileSync(join(folder.path, name), bytes);
  const args = ['plates', name, '--dpi', '36', '--lang', 'da'];
  const { code, stdout, stderr } = await trykklar(args, { cwd: folder.path });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr.replace('fejl[', 'error[')).toContain(said);
  expect(existsSync(join(folder.path, name.replace('.pdf', '')))).toBe(false);
});

it('warns of one ink on two plates', { timeout: 60_000 }, async () => {
  const space = (name: string) =>
    `[/Separation /${name} /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 1 0] /N 1 >>]`;
  const pdf = makePdf({
    content: '/A cs 1 scn 9 9 50 50 re f /B cs 1 scn 99 9 50 50 re f',
    resources: `/ColorSpace << /A ${space('PANTONE#20186#20C')} /B ${space('PANTONE#20186#20U')} >>`,
  });
  writeFileSync(join(folder.path, 'twice.pdf'), pdf);
  const args = ['plates', 'twice.pdf', '--dpi', '36'];
  const { code, stderr } = await trykklar(args, { cwd: folder.path });
  expect(code).toBe(0);
  expect(stderr).toContain('[plates/spot-names]: `PANTONE 186 C`, `PANTONE 186 U`');
});

it('names a file that is not there', async () => {
  const { code, stderr } = await trykklar(['plates', 'gone.pdf'], { cwd: folder.path });
  expect([code, stderr]).toEqual([2, expect.stringContaining('gone.pdf')]);
});
