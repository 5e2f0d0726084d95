/** PDFs of other programs on sheets: what is kept, what is mended, what is refused and how. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { findSheetSize } from '../../../src/impose/index.ts';
import { as, collectPages, nameOf, type PdfFile, readPdf } from '../../../src/pdf/index.ts';
import { qpdfComplaints } from '../../support/pdf-tools.ts';
import { temporaryFolder, trykklar } from '../../support/program.ts';
import { book, facesOf, foldStack, panelsOf, readSides, turned } from './folding.ts';
import { impose, type NumberedPdf, numberedPdf } from './numbered-pdf.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const pathOf = (name: string) => join(folder.path, name);

function write(name: string, bytes: Uint8Array): string {
  writeFileSync(pathOf(name), bytes);
  return pathOf(name);
}

function qpdf(bytes: Uint8Array, ...args: readonly string[]): Uint8Array {
  const [from, to] = [write('from.pdf', bytes), pathOf('to.pdf')];
  execFileSync('qpdf', [...args, from, to]);
  return readFileSync(to);
}

function open(bytes: Uint8Array | null): PdfFile {
  const file = bytes ? readPdf(bytes) : null;
  if (file?.kind !== 'pdf') throw new Error('no PDF');
  return file;
}

/** The first sheet folded as a stitched booklet of four pages. */
function foldedPages(pdf: Uint8Array | null) {
  const [front, back] = readSides(write('folded.pdf', pdf ?? new Uint8Array()));
  if (!front || !back) throw new Error('no two sides');
  return facesOf(foldStack(panelsOf(front, back, turned), 'left-back'));
}

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

const spots = '/ColorSpace << /CS1 1000 0 R >> /ExtGState << /G1 1002 0 R >>';
const rich: NumberedPdf = {
  resources: spots,
  content: () => '/G1 gs /CS1 cs 0.7 scn 10 10 50 50 re f',
  pageEntries: () => '/Group << /S /Transparency /CS /DeviceCMYK >>',
  catalogEntries: '/OutputIntents [1003 0 R] /Lang (da)',
  more: [
    '1000 [/Separation /PANTONE#20286#20C /DeviceCMYK 1001 0 R]',
    '1001 << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 0.75 0.02 0.08] /N 1 >>',
    '1002 << /Type /ExtGState /OP true /op true /OPM 1 /ca 0.5 /BM /Multiply >>',
    '1003 << /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (FOGRA51) /DestOutputProfile 1004 0 R >>',
    `1004 << /N 4 /Length 7 >> stream\nprofile\nendstream`,
  ],
};

/** A hybrid file (ISO 32000-1 §7.5.8.4): its table calls free what its stream has. */
function hybrid(bytes: Uint8Array): Uint8Array {
  const text = latin(qpdf(bytes, '--object-streams=generate'));
  const [, stream] = /startxref\n(\d+)/.exec(text) ?? [];
  const [root] = /\/Root \d+ 0 R/.exec(text) ?? [];
  const rows = '0000000000 65535 f \n'.repeat(30);
  return bytesOf(
    `${text}xref\n0 30\n${rows}trailer\n<< /Size 30 ${root} /XRefStm ${stream} >>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}

/** The file with an object written again at its end, as programs save changes. */
function revised(bytes: Uint8Array, number: string, text: string): Uint8Array {
  const [object] = new RegExp(`(?<=\\n)${number} 0 obj[^]*?endobj\n`).exec(text) ?? [];
  const [, previous] = /startxref\n(\d+)/.exec(text) ?? [];
  const row = `${String(text.length).padStart(10, '0')} 00000 n \n`;
  const table = `xref\n${number} 1\n${row}trailer\n<< /Size 100 /Root 1 0 R /Prev ${previous} >>`;
  const start = bytes.length + (object?.length ?? 0);
  return bytesOf(`${text}${object}${table}\nstartxref\n${start}\n%%EOF\n`);
}

describe('what is kept', () => {
  it('spots, overprint, transparency, intent: every object as it was, each page once', async () => {
    const { pdf } = await impose(numberedPdf(8, rich), 'saddle', { hasMarks: true });
    const file = open(pdf);
    expect(qpdfComplaints(write('rich.pdf', pdf ?? new Uint8Array()))).toBe('');
    const text = execFileSync(
      'qpdf',
      ['--qdf', '--object-streams=disable', pathOf('rich.pdf'), '-'],
      {
        encoding: 'latin1',
      },
    );
    const count = (pattern: RegExp) => [...text.matchAll(pattern)].length;
    // Marks print with the file's own ink: its name is there once.
    expect(count(/\/PANTONE#20286#20C/g)).toBe(1);
    expect(count(/\/OPM 1/g)).toBeGreaterThan(0);
    expect(count(/\/BM \/Multiply/g)).toBe(1);
    expect(count(/\/OutputConditionIdentifier \(FOGRA51\)/g)).toBe(1);
    expect(count(/\/BaseFont \/Helvetica/g)).toBe(1);
    const forms = file.numbers.flatMap((number) => {
      const stream = as(file.object(number), 'stream');
      const bytes = stream && file.decode(stream);
      return bytes ? [...latin(bytes).matchAll(/\((f\d)\) Tj/g)].map(([, name]) => name) : [];
    });
    expect(forms.sort()).toEqual(['f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7', 'f8']);
    for (const page of collectPages(file)) {
      expect(nameOf(file.entry(page, 'Group', 'dictionary')?.entries.get('CS'))).toBe('DeviceCMYK');
      expect(page.entries.has('TrimBox') && page.entries.has('BleedBox')).toBe(true);
    }
  });

  it('streams byte for byte', async () => {
    const picture = deflateSync(Buffer.alloc(40_000, 'inky'));
    const raw = picture.toString('latin1');
    const source = numberedPdf(4, {
      resources: '/XObject << /Im 1000 0 R >>',
      content: () => 'q 50 0 0 50 9 9 cm /Im Do Q',
      more: [
        `1000 << /Type /XObject /Subtype /Image /Width 100 /Height 100 /BitsPerComponent 8 /ColorSpace /DeviceCMYK /Filter /FlateDecode /Length ${raw.length} >> stream\n${raw}\nendstream`,
      ],
    });
    const { pdf } = await impose(source, 'saddle');
    const file = open(pdf);
    const digests = file.numbers.flatMap((number) => {
      const stream = as(file.object(number), 'stream');
      return stream ? [createHash('sha256').update(stream.raw).digest('hex')] : [];
    });
    const own = createHash('sha256').update(picture).digest('hex');
    expect(digests.filter((digest) => digest === own).length).toBe(1);
  });

  it('groups of pages that differ go with their forms', async () => {
    const spaces = ['DeviceCMYK', 'DeviceGray'];
    const source = numberedPdf(4, {
      pageEntries: (page) => `/Group << /S /Transparency /CS /${spaces[page % 2]} >>`,
    });
    const file = open((await impose(source, 'saddle')).pdf);
    expect(collectPages(file).every((page) => !page.entries.has('Group'))).toBe(true);
    const groups = file.numbers.flatMap((number) => {
      const form = as(file.object(number), 'stream');
      const group = form && file.entry(form.dictionary, 'Group', 'dictionary');
      return group ? [`${nameOf(group.entries.get('CS'))} ${group.entries.get('I')}`] : [];
    });
    expect(groups.sort()).toEqual([
      'DeviceCMYK true',
      'DeviceCMYK true',
      'DeviceGray true',
      'DeviceGray true',
    ]);
  });

  it('the same bytes from the same file', async () => {
    const [one, other] = await Promise.all(
      [1, 2].map(() => impose(numberedPdf(8, rich), 'saddle', { hasMarks: true })),
    );
    expect(one?.pdf).toEqual(other?.pdf);
  });
});

describe('pages of every make', () => {
  it.each([
    ['with object streams', (bytes) => qpdf(bytes, '--object-streams=generate')],
    ['linearized', (bytes) => qpdf(bytes, '--linearize')],
    ['of PDF 1.4', (bytes) => bytesOf(latin(bytes).replace('%PDF-1.6', '%PDF-1.4'))],
    ['whose contents come in parts', (bytes) => qpdf(bytes, '--compress-streams=n')],
    ['whose table hides its objects from old readers', hybrid],
    ['changed since they were made', (bytes) => revised(bytes, '3', latin(bytes))],
    [
      'turned by /Rotate',
      () => numberedPdf(4, { pageEntries: () => '/Rotate 180' }),
      (faces) => faces.map((face) => ({ ...face, isHeadUp: !face.isHeadUp })),
    ],
    [
      'with contents in an array',
      (bytes) =>
        bytesOf(latin(bytes).replace(/\/Contents (\d+) 0 R/g, '/Contents [$1 0 R $1 0 R]')),
    ],
  ] as [
    string,
    (bytes: Uint8Array) => Uint8Array,
    ((faces: ReturnType<typeof book>) => ReturnType<typeof book>)?,
  ][])('%s', async (_, change, expected = (faces) => faces) => {
    const source = change(numberedPdf(4));
    const { pdf, said } = await impose(source, 'saddle');
    expect(said.filter((line) => line.startsWith('error'))).toEqual([]);
    expect(qpdfComplaints(write('made.pdf', pdf ?? new Uint8Array()))).toBe('');
    expect(foldedPages(pdf)).toEqual(expected(book(4)));
  });

  it('in units of their own', async () => {
    const half = numberedPdf(4, { widthMm: 52.5, heightMm: 74, pageEntries: () => '/UserUnit 2' });
    const { plan } = await impose(half, 'saddle');
    expect(plan?.sheets[0]?.front.cells[0]?.trim.width).toBeCloseTo((105 * 72) / 25.4, 3);
  });

  it.each([
    [
      'a wrong place in the table',
      (text: string) => text.replace(/^(\d{9})\d (00000 n)/gm, '$17 $2'),
    ],
    ['words before the header', (text: string) => `\n\nHTTP says hello\n${text}`],
    ['no table at all', (text: string) => text.slice(0, text.indexOf('xref\n'))],
    ['a wrong stream length', (text: string) => text.replace(/\/Length \d+/, '/Length 7')],
    ['19-byte table rows', (text: string) => text.replace(/ n \n/g, ' n\n')],
  ])('mended: %s', async (_, damage) => {
    const { pdf, said } = await impose(bytesOf(damage(latin(numberedPdf(4)))), 'saddle');
    expect(said.filter((line) => line !== 'warning impose/repaired')).toEqual([]);
    expect(foldedPages(pdf)).toEqual(book(4));
  });
});

describe('what is refused', () => {
  const four = numberedPdf(4);
  it.each([
    ['no PDF', bytesOf('GIF89a'), 'error impose/damaged-file'],
    ['nothing', new Uint8Array(), 'error impose/damaged-file'],
    ['cut off in the middle', four.slice(0, four.length / 2), 'error impose/damaged-file'],
    ['cut off in its last object', four.slice(0, -900), 'error impose/damaged-file'],
    ['encrypted', qpdf(four, '--encrypt', 'a', 'b', '256', '--'), 'error impose/encrypted'],
    [
      'with an empty password',
      qpdf(four, '--encrypt', '', 'b', '256', '--'),
      'error impose/encrypted',
    ],
    ['without pages', numberedPdf(0), 'error impose/no-pages'],
    [
      'contents that cannot be unpacked',
      bytesOf(latin(four).replace(/<< \/Length (\d+) >>/, '<< /Length $1 /Filter /FlateDecode >>')),
      'error impose/page-contents',
    ],
    [
      'a form',
      numberedPdf(4, { catalogEntries: '/AcroForm << /Fields [3 0 R 3 0 R] >>' }),
      'error impose/form-fields',
    ],
    [
      'a form made by the program that shows it',
      numberedPdf(4, { catalogEntries: '/AcroForm << /Fields [] /XFA (x) >>' }),
      'error impose/form-fields',
    ],
    [
      'signed',
      numberedPdf(4, {
        catalogEntries: '/AcroForm << /SigFlags 3 /Fields [1000 0 R] >>',
        more: ['1000 << /FT /Sig /T (s) >>'],
      }),
      'error impose/signed',
    ],
    [
      'cut off, with its first page alone at its end',
      qpdf(four, '--linearize').slice(0, -1800),
      'error impose/damaged-file',
    ],
    [
      'a page turned, the others not',
      numberedPdf(4, { pageEntries: (page) => (page === 3 ? '/Rotate 90' : '') }),
      'error impose/page-size',
    ],
    [
      'pages as large as a house',
      numberedPdf(4, { widthMm: 20_000, heightMm: 20_000 }),
      'error impose/does-not-fit',
    ],
    [
      'a page named twice, which makes five',
      bytesOf(latin(four).replace(/\/Kids \[(\d+ 0 R)/, '/Kids [$1 $1')),
      'error impose/page-count',
    ],
    [
      'pages of two sizes',
      numberedPdf(4, { pageEntries: (page) => (page === 3 ? '/TrimBox [0 0 200 300]' : '') }),
      'error impose/page-size',
    ],
    [
      'a page without size',
      bytesOf(latin(four).replace('/MediaBox', '/MediaBux')),
      'error impose/page-size',
    ],
  ])('%s', async (_, bytes, expected) => {
    const { pdf, said, findings } = await impose(bytes, 'saddle');
    expect(said).toEqual([expected]);
    expect(pdf).toBeNull();
    const [{ message, hints } = {}] = findings;
    expect(message?.en).not.toBe(message?.da);
    // Nothing of the English wording is left over in the Danish one.
    expect(message?.da).not.toMatch(/\b(the|is|are|no|missing|object|at)\b/);
    expect(hints?.length).toBeGreaterThan(0);
  });

  it('a sheet that is too small, naming one that is not', async () => {
    const { findings } = await impose(numberedPdf(16), 'perfect16', { sheet: 'SRA3' });
    expect(findings[0]?.code).toBe('impose/does-not-fit');
    expect(findings[0]?.hints[0]?.message.en).toContain('330x487');
  });

  it('names fonts that are not in the file, once', async () => {
    write('loose.pdf', four);
    const args = ['impose', 'loose.pdf', '--scheme', 'saddle', '-o', 'made.pdf', '--lang', 'da'];
    const { code, stderr } = await trykklar(args, { cwd: folder.path });
    expect(code).toBe(0);
    expect(stderr.match(/skrifter er ikke indlejret: `Helvetica`/g)).toHaveLength(1);
  });

  it.each([
    ['--sheet', '0x0'],
    ['--sheet', '1e9x1e9'],
    ['--sheet', '450x320x10'],
    ['--sheet', '-450x-320'],
    ['--sheet', ''],
    ['--paper', '130 wood'],
    ['--paper', '0 silk'],
    ['--cover', 'thick'],
    ['--gap', '-1'],
    ['--gripper', 'wide'],
    ['--creep', '1e9'],
  ])('%s %j makes no sense', async (option, value) => {
    write('sane.pdf', four);
    const args = ['impose', 'sane.pdf', '--scheme', 'saddle', '-o', 'none.pdf', option, value];
    const { code, stdout, stderr } = await trykklar(args, { cwd: folder.path });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`\`${value}\``);
    expect(existsSync(pathOf('none.pdf'))).toBe(false);
  });

  it('a sheet in millimetres, comma and all', () => {
    expect(findSheetSize('450,5 × 320 mm')).toMatchObject({ longMm: 450.5, shortMm: 320 });
  });

  it('says that fields without a form stay behind', async () => {
    const field = '/Annots [<< /Type /Annot /Subtype /Widget /Rect [0 0 9 9] >>]';
    const source = numberedPdf(4, { pageEntries: (page) => (page === 2 ? field : '') });
    expect((await impose(source, 'saddle')).said).toEqual(['warning impose/annotations-left-out']);
  });

  it('says what stays behind', async () => {
    const stamp =
      '/Annots [<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] >> << /Subtype /Link >>]';
    const source = numberedPdf(4, { bleedMm: 0, pageEntries: (page) => (page === 2 ? stamp : '') });
    const { said } = await impose(source, 'saddle');
    expect(said).toEqual(['warning impose/annotations-left-out', 'warning impose/no-bleed']);
  });

  it('and nothing is written, with an exit code of its own', async () => {
    write('whole.pdf', numberedPdf(8));
    write('odd.pdf', numberedPdf(6));
    const call = (name: string) =>
      trykklar(['impose', name, '--scheme', 'saddle', '-o', 'sheets.pdf', '--lang', 'da'], {
        cwd: folder.path,
      });
    const good = await call('whole.pdf');
    expect([good.code, good.stdout]).toEqual([0, 'sheets.pdf\n']);
    const before = readFileSync(pathOf('sheets.pdf'));
    const bad = await call('odd.pdf');
    expect(bad.code).toBe(1);
    expect(bad.stdout).toBe('');
    expect(bad.stderr).toContain('deleligt med 4');
    expect(readFileSync(pathOf('sheets.pdf')).equals(before)).toBe(true);
    expect((await call('gone.pdf')).code).toBe(2);
  });
});
