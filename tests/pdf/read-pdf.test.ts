import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { as, numberOf, type PdfFile, readPdf, textOf } from '../../src/pdf/index.ts';
import { codes, makePdf, preflight, stream } from '../preflight/make-pdf.ts';

function bytes(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

function open(file: Uint8Array): PdfFile {
  const read = readPdf(file);
  if (read.kind === 'damage') throw new Error(read.reason);
  return read;
}

/** A row of a cross-reference stream: one byte kind, two bytes offset, one byte index. */
const row = (kind: number, second: number, third: number) =>
  String.fromCharCode(kind, second >> 8, second & 255, third);

/** A file whose catalog and number lie in an object stream, behind a cross-reference stream. */
function modernPdf(change: (rows: string) => string = (rows) => rows, filter = ''): Uint8Array {
  const packed = deflateSync(Buffer.from('1 0 5 30 << /Type /Catalog /N 5 0 R >> 42', 'latin1'));
  let file = '%PDF-1.6\n%\xe2\xe3\xcf\xd3\n';
  const objects = file.length;
  file += `2 0 obj\n${stream('/Type /ObjStm /N 2 /First 9 /Filter /FlateDecode', packed.toString('latin1'))}\nendobj\n`;
  const table = file.length;
  const rows = [
    row(0, 0, 255),
    row(2, 2, 0),
    row(1, objects, 0),
    row(1, table, 0),
    row(0, 0, 0),
    row(2, 2, 1),
  ];
  const data = change(rows.join(''));
  file += `3 0 obj\n${stream(`/Type /XRef /Size 6 /W [1 2 1] /Root 1 0 R ${filter}`, data)}\nendobj\n`;
  return bytes(`${file}startxref\n${table}\n%%EOF\n`);
}

describe('objects', () => {
  const file = open(
    makePdf({
      more: [
        '20 [(a\\(b\\)\\n\\101\\\n(c)) <4a4B5> /A#42 -1.5 +2 .5 true null 7 0 R 3 4]',
        '21 21 0 R',
        '22 << /A << /B [<< /C (x) >>] >> /__proto__ 1 >>',
      ],
    }),
  );

  test('of every kind', () => {
    const items = as(file.object(20), 'array')?.items ?? [];
    expect(textOf(items[0])).toBe('a(b)\nA(c)');
    expect(textOf(items[1])).toBe('JKP');
    expect(items.slice(2, 8)).toEqual([{ kind: 'name', value: 'AB' }, -1.5, 2, 0.5, true, null]);
    expect(items[8]).toEqual({ kind: 'reference', number: 7, generation: 0 });
    expect(items.slice(9)).toEqual([3, 4]);
  });

  test('a reference to itself is null; a key of JavaScript’s own is only a key', () => {
    expect(file.resolve(file.object(21))).toBeNull();
    expect(as(file.object(22), 'dictionary')?.entries.get('__proto__')).toBe(1);
  });

  test('text strings in UTF-16 and Latin', () => {
    const strings = open(makePdf({ more: ['20 [<FEFF00E6> (\\346)]'] })).object(20);
    expect(as(strings, 'array')?.items.map((item) => textOf(item))).toEqual(['æ', 'æ']);
  });
});

describe('structure', () => {
  test('cross-reference and object streams', () => {
    const file = open(modernPdf());
    expect(file.catalog.entries.get('Type')).toEqual({ kind: 'name', value: 'Catalog' });
    expect(numberOf(file.resolve(file.catalog.entries.get('N')))).toBe(42);
    expect(file.numbers).toEqual([1, 2, 3, 5]);
    expect(file.damages).toEqual([]);
  });

  test('rows predicted as PNG does', () => {
    const predict = (rows: string) => {
      const data = Buffer.from(rows, 'latin1');
      const result: number[] = [];
      for (let at = 0; at < data.length; at += 4) {
        result.push(2);
        for (let part = 0; part < 4; part += 1)
          result.push(((data[at + part] ?? 0) - (at === 0 ? 0 : (data[at + part - 4] ?? 0))) & 255);
      }
      return deflateSync(Uint8Array.from(result)).toString('latin1');
    };
    const file = open(
      modernPdf(predict, '/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>'),
    );
    expect(file.numbers).toEqual([1, 2, 3, 5]);
  });

  test('a later revision replaces an object', () => {
    const old = Buffer.from(makePdf()).toString('latin1');
    const start = /startxref\n(\d+)/.exec(old)?.[1];
    const object = old.length;
    const added = `${old}8 0 obj\n${stream('', '')}\nendobj\n`;
    const revised = `${added}xref\n8 1\n${String(object).padStart(10, '0')} 00000 n \ntrailer\n<< /Root 1 0 R /Info 2 0 R /ID [<01> <01>] /Prev ${start} >>\nstartxref\n${added.length}\n%%EOF\n`;
    expect(preflight(bytes(revised)).findings.map(({ code }) => code)).toEqual([
      'preflight/empty-page',
    ]);
  });

  test('a stream’s length may stand elsewhere', () => {
    const data = 'BT /F1 9 Tf 0 0 0 1 k 100 100 Td <0001> Tj ET';
    const file = makePdf({
      more: [`21 ${data.length}`, `20 << /Length 21 0 R >> stream\n${data}\nendstream`],
    });
    expect(as(open(file).object(20), 'stream')?.raw.length).toBe(data.length);
  });
});

describe('filters', () => {
  test.each([
    ['/ASCIIHexDecode', '4a 4B5>', 'JKP'],
    ['/ASCII85Decode', '87cURD]i,"Ebo80~>', 'Hello World!'],
    ['/RunLengthDecode', '\x02abc\xfed\x80', 'abcddd'],
    ['[/ASCIIHexDecode /FlateDecode]', deflateSync('x').toString('hex'), 'x'],
  ])('%s', (filter, data, expected) => {
    const file = open(makePdf({ more: [`20 ${stream(`/Filter ${filter}`, data)}`] }));
    const object = as(file.object(20), 'stream');
    expect(object && Buffer.from(file.decode(object) ?? []).toString()).toBe(expected);
  });
});

describe('damage', () => {
  const whole = Buffer.from(makePdf()).toString('latin1');

  test.each([
    ['nothing', '', 'no %PDF- header'],
    ['a text', 'hello', 'no %PDF- header'],
    ['cut off', whole.slice(0, -30), 'no startxref at the end'],
    [
      'a wrong start',
      whole.replace(/startxref\n\d+/, 'startxref\n7'),
      'no cross-reference table at byte 7',
    ],
    ['entries of 19 bytes', whole.replace(/ n \n/g, ' n\n'), 'no cross-reference table'],
    [
      'no catalog',
      whole.replace('/Root 1 0 R', '/Root 9 9 R'.replace('9 9', '99 0')),
      'no catalog',
    ],
    [
      'itself as the revision before',
      whole.replace(/trailer\n<</, `trailer\n<< /Prev ${/startxref\n(\d+)/.exec(whole)?.[1]}`),
      'revisions in a circle',
    ],
  ])('%s', (_, file, reason) => {
    const { findings, facts } = preflight(bytes(file));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity: 'error', code: 'preflight/damaged-file' });
    expect(findings[0]?.message.en).toContain(reason);
    expect(facts.pages).toEqual([]);
  });

  test('an object that is not where the table says', () => {
    const moved = whole.replace('11 0 obj', '11 0 abj');
    const found = preflight(bytes(moved)).findings;
    expect(found[0]?.message.en).toMatch(/object 11 is not at byte \d+/);
  });

  test('a stream that is longer than it says', () => {
    const wrong = whole.replace(/\/Length \d+ >> stream\nBT/, '/Length 10 >> stream\nBT');
    expect(preflight(bytes(wrong)).findings[0]?.message.en).toContain('object 8 is not at byte');
  });

  test('pages in a circle, forms in a circle, forms that double', () => {
    expect(codes({ page: '/Kids [3 0 R]' })).toContain('error page-count');
    const form = (content: string) =>
      stream(
        '/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 20 0 R /Y 21 0 R >> >>',
        content,
      );
    const resources = '/Font << /F1 9 0 R >> /XObject << /X 20 0 R >>';
    expect(codes({ resources, content: '/X Do', more: [`20 ${form('/X Do')}`] })).toContain(
      'error page-contents',
    );
    const doubling = [`20 ${form('/Y Do /Y Do')}`, `21 ${form('/X Do /X Do')}`];
    expect(codes({ resources, content: '/X Do', more: doubling })).toContain('error page-contents');
  });

  test('whatever is cut out or overwritten, nothing is thrown', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let round = 0; round < 300; round += 1) {
      const copy = makePdf();
      for (let change = 0; change < 4; change += 1) copy[random(copy.length)] = random(256);
      expect(() =>
        preflight(round % 2 === 0 ? copy : copy.subarray(0, random(copy.length))),
      ).not.toThrow();
    }
    const deep = `${'['.repeat(5000)}${'<<'.repeat(5000)}`;
    expect(() => preflight(makePdf({ content: deep, more: [`20 ${deep}`] }))).not.toThrow();
  });
});
