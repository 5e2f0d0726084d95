import { describe, expect, it } from 'vitest';
import { formatDate } from '../../src/paint/pdf/dates.ts';
import { identify } from '../../src/paint/pdf/identity.ts';
import { buildToUnicode } from '../../src/paint/pdf/to-unicode.ts';
import { buildXmp, type XmpFacts } from '../../src/paint/pdf/xmp.ts';

describe('dates', () => {
  it.each([
    ['2026-03-01T09:30:15+01:00', '2026-03-01T09:30:15+01:00', "D:20260301093015+01'00'"],
    ['2026-03-01T09:30-0530', '2026-03-01T09:30:00-05:30', "D:20260301093000-05'30'"],
    ['2026-03-01T09:30:00Z', '2026-03-01T09:30:00Z', 'D:20260301093000Z'],
    ['2026-03-01', '2026-03-01T00:00:00Z', 'D:20260301000000Z'],
    ['2026-03-01T09:30:00.123Z', '2026-03-01T09:30:00Z', 'D:20260301093000Z'],
  ])('%s', (iso, xmp, info) => {
    expect(formatDate(iso)).toEqual({ xmp, info });
  });

  it('that are none are our fault', () => {
    expect(() => formatDate('1 March 2026')).toThrow('1 March 2026');
  });
});

describe('identity', () => {
  const body = new TextEncoder().encode('contents');

  it('is the same for the same contents and facts, and otherwise not', () => {
    expect(identify(body, 'a')).toEqual(identify(body, 'a'));
    expect(identify(body, 'a').documentId).not.toBe(identify(body, 'b').documentId);
    expect(identify(body, 'a').id).not.toEqual(identify(new Uint8Array([1]), 'a').id);
  });

  it('is 16 bytes and two UUIDs of version 8', () => {
    const { id, documentId, instanceId } = identify(body, 'a');
    const uuid = /^uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(id).toHaveLength(16);
    expect(documentId).toMatch(uuid);
    expect(instanceId).toMatch(uuid);
    expect(instanceId).not.toBe(documentId);
  });
});

describe('the XMP packet', () => {
  const facts: XmpFacts = {
    title: 'Ris & ros <»x«>\u0007',
    language: 'da',
    date: '2026-03-01T00:00:00Z',
    creator: 'trykklar',
    producer: 'trykklar',
    documentId: 'uuid:1',
    instanceId: 'uuid:2',
    pdfxVersion: 'PDF/X-4',
    pdfuaPart: null,
  };

  it('holds any title as XML', () => {
    const title = '<rdf:li xml:lang="x-default">Ris &amp; ros &lt;»x«&gt; </rdf:li>';
    expect(buildXmp(facts)).toContain(title);
  });

  it('claims PDF/X only where told', () => {
    expect(buildXmp(facts)).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>');
    expect(buildXmp({ ...facts, pdfxVersion: null })).not.toContain('GTS_PDFXVersion>');
  });
});

describe('character maps', () => {
  it('give several characters for a ligature, and pairs for those beyond 16 bits', () => {
    const map = buildToUnicode([
      [1, 'ffi'],
      [2, '😀'],
    ]);
    expect(map).toContain('2 beginbfchar\n<0001> <006600660069>\n<0002> <D83DDE00>\nendbfchar');
  });

  it('come in chunks of at most 100', () => {
    const entries = Array.from({ length: 250 }, (_, code) => [code, 'x'] as const);
    const counts = buildToUnicode(entries).match(/\d+ (?=beginbfchar)/g);
    expect(counts).toEqual(['100 ', '100 ', '50 ']);
  });
});
