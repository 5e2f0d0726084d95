import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrayOf,
  as,
  createPdfWriter,
  dictionaryOf,
  Lexer,
  nameObject,
  type PdfFile,
  type PdfObject,
  readPdf,
} from '../../src/pdf/index.ts';
import { objectText } from '../../src/pdf/object-text.ts';

const latinText = fc
  .uint8Array({ maxLength: 12 })
  .map((bytes) => String.fromCharCode(...bytes.map((byte) => byte || 1)));

const plain: fc.Arbitrary<PdfObject> = fc.oneof(
  fc.constantFrom<PdfObject>(null, true, false),
  fc.integer(),
  fc
    .double({ min: -1e9, max: 1e9, noNaN: true })
    .map((value) => Math.round(value * 1e6) / 1e6 || 0),
  latinText.map((value): PdfObject => nameObject(value)),
  fc.uint8Array({ maxLength: 20 }).map((bytes): PdfObject => ({ kind: 'string', bytes })),
  fc.nat(99_999).map((number): PdfObject => ({ kind: 'reference', number, generation: 0 })),
);

const object = fc.letrec<{ any: PdfObject }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    plain,
    fc.array(tie('any'), { maxLength: 5 }).map((items): PdfObject => arrayOf(items)),
    fc
      .uniqueArray(fc.tuple(latinText, tie('any')), { maxLength: 5, selector: ([key]) => key })
      .map((entries): PdfObject => ({ kind: 'dictionary', entries: new Map(entries) })),
  ),
})).any;

describe('an object', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(object, (given) => {
        const bytes = Uint8Array.from(Buffer.from(`${objectText(given)} `, 'latin1'));
        expect(new Lexer(bytes, 0, true).next()).toEqual(given);
      }),
      { numRuns: 300 },
    );
  });

  it('has numbers without exponents', () => {
    expect([1e-7, 2.5e-9, 123456789, -0.5, -0, 1e21].map((value) => objectText(value))).toEqual([
      '0.0000001',
      '0.0000000025',
      '123456789',
      '-0.5',
      '0',
      '1000000000000000000000',
    ]);
  });
});

function open(parts: readonly Uint8Array[]): PdfFile {
  const file = readPdf(new Uint8Array(Buffer.concat(parts)));
  if (file.kind !== 'pdf') throw new Error(file.reason);
  return file;
}

describe.each(['1.4', '1.6'])('a file of version %s', (version) => {
  const writer = createPdfWriter(version, (bytes) => deflateSync(bytes));
  const raw = Uint8Array.of(1, 2, 3, 255);
  const stream = writer.add({ kind: 'stream', dictionary: dictionaryOf({ A: 1 }), raw });
  const many = Array.from({ length: 450 }, (_, index) => writer.add(arrayOf([index, stream])));
  const root = writer.add(dictionaryOf({ Type: nameObject('Catalog'), Many: arrayOf(many) }));
  const id = new Uint8Array(16);
  const file = open(writer.finish({ root, info: null, id: [id, id] }));

  it('gives every object back', () => {
    expect(file.version).toBe(version);
    const found = as(file.catalog.entries.get('Many'), 'array')?.items ?? [];
    const first = found.map((item) => as(file.resolve(item), 'array')?.items[0]);
    expect(first).toEqual(Array.from({ length: 450 }, (_, index) => index));
    expect(as(file.resolve(stream), 'stream')?.raw).toEqual(raw);
    expect(file.damages).toEqual([]);
  });

  it('has object streams from 1.5 on, and none before', () => {
    const types = file.numbers.map(
      (number) =>
        as(as(file.object(number), 'stream')?.dictionary.entries.get('Type'), 'name')?.value,
    );
    expect(types.includes('ObjStm')).toBe(version === '1.6');
  });

  it('is taken over by another, each object once, pages left behind', () => {
    const target = createPdfWriter('1.6', (bytes) => deflateSync(bytes));
    const importer = target.importer(file);
    const [one, other] = many.slice(0, 2).map((reference) => importer.take(reference));
    const page = dictionaryOf({
      Type: nameObject('Catalog'),
      One: one ?? null,
      Other: other ?? null,
    });
    const taken = open(target.finish({ root: target.add(page), info: null, id: [id, id] }));
    const streamsOf = ['One', 'Other'].map((key) => {
      const items = taken.entry(taken.catalog, key, 'array')?.items;
      return as(items?.[1], 'reference')?.number;
    });
    expect(streamsOf[0]).toBe(streamsOf[1]);
    expect(importer.take(root)).toBeNull();
    expect(target.missing()).toBe(0);
  });
});
