/** The wrapper around pdfkit, and that pdfkit still is what the wrapper reaches into. */
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { createPdfFile, pdfName, pdfText } from '../../src/paint/pdf/pdfkit.ts';
import { dictionaryOf, latin1, objectsOf, streamOf, testContext } from './support.ts';

const id = new Uint8Array([1, 2, 255]);

async function emptyFile() {
  const file = await createPdfFile({
    version: '1.6',
    compress: false,
    cache: testContext().workspace.cache,
  });
  file.page({ MediaBox: [0, 0, 10, 10] });
  return file;
}

describe('pdfkit', () => {
  it('has the private members that are used', () => {
    const document = new PDFDocument({ autoFirstPage: false, font: null } as never);
    const inside = document as unknown as Record<string, unknown>;
    expect(Array.isArray(inside._offsets)).toBe(true);
    expect(typeof inside._finalize).toBe('function');
    expect(inside).toHaveProperty('_root');
    expect(inside).toHaveProperty('_id');
    expect(inside._waiting).toBe((inside._offsets as unknown[]).length);
  });

  it('writes nothing but the header before we write', () => {
    const options = { autoFirstPage: false, font: null, pdfVersion: '1.6' } as never;
    const written = latin1(new PDFDocument(options).read() as Uint8Array);
    expect(written).toBe('%PDF-1.6\n%\xff\xff\xff\xff\n');
  });
});

describe('a file', () => {
  it('holds the objects given and no others', async () => {
    const file = await emptyFile();
    const bytes = file.finish(() => ({ catalog: { Lang: pdfText('da') }, info: {}, id }));
    expect([...objectsOf(bytes).values()].map(dictionaryOf)).toEqual([
      '<< /Type /Pages /Count 1 /Kids [2 0 R] >>',
      '<< /Type /Page /Parent 1 0 R /MediaBox [0 0 10 10] >>',
      '<< /Type /Catalog /Pages 1 0 R /Lang (da) >>',
      '<< >>',
    ]);
  });

  it('ends with a trailer of both identifiers', async () => {
    const file = await emptyFile();
    const text = latin1(file.finish(() => ({ catalog: {}, info: {}, id })));
    const trailer = text.slice(text.indexOf('trailer')).replace(/\s+/g, ' ');
    expect(trailer).toContain('/Size 5 /Root 3 0 R /Info 4 0 R /ID [<0102ff> <0102ff>]');
  });

  it('keeps Info values in place, names among them', async () => {
    const file = await emptyFile();
    const info = { Title: pdfText('Ledelse'), Trapped: 'False' };
    const objects = objectsOf(file.finish(() => ({ catalog: {}, info, id })));
    expect(dictionaryOf(objects.get(4) ?? '')).toBe('<< /Title (Ledelse) /Trapped /False >>');
  });

  it('shows its contents to whoever ends it', async () => {
    const file = await emptyFile();
    let seen = '';
    file.finish((body) => {
      seen = latin1(body);
      return { catalog: {}, info: {}, id };
    });
    expect(seen).toMatch(/^%PDF-1\.6\n/);
    expect(seen).toContain('/Type /Pages');
    expect(seen).not.toContain('/Type /Catalog');
  });
});

describe('streams', () => {
  it.each([
    ['some', 'q\nQ', '/Length 3', 'q\nQ'],
    // pdfkit leaves out `stream` and `endstream` where there are no bytes.
    ['no', '', '/Length 1', '\n'],
  ])('of %s bytes are streams', async (_, content, length, expected) => {
    const file = await emptyFile();
    const reference = file.stream({}, new TextEncoder().encode(content));
    const bytes = file.finish(() => ({ catalog: {}, info: {}, id }));
    const object = objectsOf(bytes).get(reference.id) ?? '';
    expect(dictionaryOf(object)).toBe(`<< ${length} >>`);
    expect(streamOf(object)).toBe(expected);
  });

  it('that are coded already go in untouched', async () => {
    const file = await createPdfFile({
      version: '1.6',
      compress: true,
      cache: testContext().workspace.cache,
    });
    const { id: number } = file.codedStream({ Filter: 'DCTDecode' }, new Uint8Array([1, 2, 3]));
    const bytes = file.finish(() => ({ catalog: {}, info: {}, id }));
    const object = objectsOf(bytes).get(number) ?? '';
    expect(dictionaryOf(object)).toBe('<< /Filter /DCTDecode /Length 3 >>');
    expect(streamOf(object)).toBe('\x01\x02\x03');
  });
});

describe('names', () => {
  it.each([
    ['PANTONE 286 C', 'PANTONE#20286#20C'],
    ['Grøn', 'Gr#C3#B8n'],
    ['a#b/c(d)', 'a#23b#2Fc#28d#29'],
    ['All', 'All'],
  ])('%s is /%s', (name, escaped) => {
    expect(pdfName(name)).toBe(escaped);
  });
});
