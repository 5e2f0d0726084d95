/** Plates of finished files, beside those that another renderer makes. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../src/pdf/index.ts';
import { type PlatesResult, renderPlates } from '../../src/plates/index.ts';
import { cleanParts, makePdf, stream } from '../preflight/make-pdf.ts';
import { differences, ghostscriptPlates } from './separations.ts';
import { testPage } from './test-page.ts';

async function platesOf(pdf: Uint8Array, dpi = 72): Promise<PlatesResult> {
  const file = readPdf(pdf);
  const result = file.kind === 'pdf' ? await renderPlates(file, { dpi }) : null;
  if (result?.kind !== 'plates') throw new Error('no plates');
  return result;
}

describe('a page with one of everything', () => {
  it('has the plates that Ghostscript makes', async () => {
    const pdf = testPage();
    const { pages, omissions } = await platesOf(pdf, 144);
    const others = await ghostscriptPlates(pdf, 144);
    const [page] = pages;
    if (!page) throw new Error('no page');
    expect(omissions).toEqual([]);
    const names = page.plates.map(({ name }) => name);
    expect(names).toEqual(['Cyan', 'Magenta', 'Yellow', 'Black', 'Gold']);
    expect(names.toSorted()).toEqual([...others.keys()].sort());
    expect(differences(page.plates, others, page.widthPx, 600, 0.2)).toEqual([]);
    expect(differences(page.plates, others, page.widthPx, 40, 1)).toEqual([]);
  });
});

describe('fonts of one-byte codes', () => {
  const program = readFileSync('fonts/hanken-grotesk/HankenGrotesk-Bold.ttf').toString('latin1');
  const descriptor =
    '/Type /FontDescriptor /FontName /Hanken /Flags 32 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80';
  const widths = `[${Array.from({ length: 256 }, () => 620).join(' ')}]`;
  // Codes by name: below the letters, among them, and in the usual places.
  const encoding =
    '<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /ae /oslash 129 /aring] >>';
  const font = (more: string) =>
    `<< /Type /Font /Subtype /TrueType /BaseFont /Hanken /FirstChar 0 /LastChar 255 /Widths ${widths} /Encoding ${encoding} ${more} >>`;
  const page = (fontMore: string) =>
    makePdf({
      content: '0 0 0 1 k BT /T 40 Tf 20 200 Td <5201640281672e> Tj 0 -60 Td <d8c54267969b> Tj ET',
      resources: '/Font << /T 50 0 R >>',
      more: [
        `50 ${font(fontMore)}`,
        `51 << ${descriptor} /FontFile2 52 0 R >>`,
        `52 ${stream(`/Length1 ${program.length}`, program)}`,
      ],
    });

  it('have the letters that Ghostscript sets', async () => {
    const pdf = page('/FontDescriptor 51 0 R');
    const { pages, omissions } = await platesOf(pdf, 144);
    const [only] = pages;
    if (!only) throw new Error('no page');
    expect(omissions).toEqual([]);
    expect(only.plates[3]?.ink.filter((ink) => ink > 200).length).toBeGreaterThan(10_000);
    const others = await ghostscriptPlates(pdf, 144);
    expect(differences(only.plates, others, only.widthPx, 30, 1.5)).toEqual([]);
  });

  it('that are not in the file are shown in another, which is said', async () => {
    const { pages, omissions } = await platesOf(page(''));
    expect(omissions).toEqual(['font']);
    expect(pages[0]?.plates[3]?.ink.some((ink) => ink > 200)).toBe(true);
  });
});

describe('how a page is shown', () => {
  const content = '0 0 0 1 k 0 80 20 20 re f';
  const page = '/MediaBox [0 0 200 100] /TrimBox [10 0 200 100]';
  /** Where black lies, in pixels: left, top, right, bottom. */
  async function blackBox(entries: string) {
    const { pages } = await platesOf(makePdf({ content, page: `${page} ${entries}` }));
    const [only] = pages;
    const ink = only?.plates[3]?.ink ?? new Uint8Array();
    const width = only?.widthPx ?? 1;
    const at = [...ink.keys()].filter((pixel) => (ink[pixel] ?? 0) > 127);
    const [xs, ys] = [at.map((pixel) => pixel % width), at.map((p) => Math.floor(p / width))];
    const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs) + 1, Math.max(...ys) + 1];
    const { x = 0, y = 0 } = only?.trim ?? {};
    return { size: [only?.widthPx, only?.heightPx], box, trim: [x, y].map(Math.round) };
  }

  it.each([
    ['', [200, 100], [0, 0, 20, 20], [10, 0]],
    ['/Rotate 90', [100, 200], [80, 0, 100, 20], [0, 10]],
    ['/Rotate 180', [200, 100], [180, 80, 200, 100], [0, 0]],
    ['/Rotate -90', [100, 200], [0, 180, 20, 200], [0, 0]],
    ['/UserUnit 2', [400, 200], [0, 0, 40, 40], [20, 0]],
  ])('%s', async (entries, size, box, trim) => {
    expect(await blackBox(entries)).toEqual({ size, box, trim });
  });
});

describe('layers', () => {
  const more = [
    '30 << /Type /OCG /Name (a) >>',
    '31 << /Type /OCG /Name (b) >>',
    '32 << /Type /OCMD /OCGs [30 0 R 31 0 R] /P /AllOn >>',
    '33 << /Type /OCMD /VE [/Or 30 0 R [/Not 31 0 R]] >>',
    '34 << /Type /XObject /Subtype /Form /BBox [0 0 9 9] /OC 31 0 R /Length 22 >> stream\n0 0 0 1 k 0 0 9 9 re f\nendstream',
  ];
  /** Whether black is printed of a mark with these properties, under this configuration. */
  async function isPrinted(configuration: string, content: string) {
    const pdf = makePdf({
      content,
      resources:
        '/Properties << /A 30 0 R /B 31 0 R /M 32 0 R /E 33 0 R >> /XObject << /X 34 0 R >>',
      catalog: `${cleanParts.catalog} /OCProperties << /OCGs [30 0 R 31 0 R] /D << /Name (d) ${configuration} >> >>`,
      more,
    });
    const { pages } = await platesOf(pdf);
    return pages[0]?.plates[3]?.ink.some((ink) => ink > 127);
  }
  const marked = (name: string) => `/OC /${name} BDC 0 0 0 1 k 0 0 50 50 re f EMC`;

  it.each([
    ['/OFF [31 0 R]', marked('A'), true],
    ['/OFF [31 0 R]', marked('B'), false],
    ['/OFF [31 0 R]', `${marked('B')} 0 0 0 1 k 60 60 9 9 re f`, true],
    ['/OFF [31 0 R]', marked('M'), false],
    ['/OFF [31 0 R]', marked('E'), true],
    ['/OFF [30 0 R]', marked('E'), false],
    ['/BaseState /OFF /ON [30 0 R]', marked('B'), false],
    ['/OFF [31 0 R]', '/X Do', false],
    ['/OFF [30 0 R]', '/X Do', true],
    ['', marked('B'), true],
  ])('%s %s', async (configuration, content, expected) => {
    expect(await isPrinted(configuration, content)).toBe(expected);
  });
});
