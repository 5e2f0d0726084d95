/** The press edition, as a stranger reads it: the rows of the PDF/X-4 checklist. */
import { describe, expect, it } from 'vitest';
import { mmToPt, ptToMm } from '../../src/base/index.ts';
import type { PreparedPicture, PrintColor } from '../../src/color/index.ts';
import type { DisplayItem } from '../../src/display/index.ts';
import type { FlatPage } from '../../src/impose/index.ts';
import { paintPress } from '../../src/paint/index.ts';
import { Glyphs } from '../../src/text/index.ts';
import {
  ask,
  cmyk,
  contentOf,
  cyan,
  dictionaryOf,
  facts,
  fill,
  flatPage,
  follow,
  glyph,
  group,
  latin1,
  line,
  objectsOf,
  objectsWith,
  openSquare,
  rect,
  streamOf,
  testContext,
} from './support.ts';

const bleed = { top: mmToPt(3), right: mmToPt(3), bottom: mmToPt(3), left: mmToPt(3) };

const softMask = { widthPx: 1, heightPx: 1, bytes: new Uint8Array([120, 1, 1, 1, 0]) };
const jpeg: PreparedPicture = {
  path: 'a.jpg',
  widthPx: 2,
  heightPx: 1,
  encoding: 'jpeg',
  bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xd9]),
  space: 'cmyk',
  bitsPerComponent: 8,
  adobeInverted: true,
  softMask: null,
  peakInkPercent: 0,
};

const picture = (path: string): DisplayItem<PrintColor> => ({
  kind: 'picture',
  picture: path,
  rect: { x: 10, y: 5, width: 40, height: 20 },
  alt: '',
});

async function press(
  pages: readonly FlatPage<PrintColor>[],
  pictures: readonly PreparedPicture[] = [],
  compress = false,
) {
  const context = testContext();
  const byPath = new Map(pictures.map((prepared) => [prepared.path, prepared]));
  const artifact = await paintPress(pages, facts, byPath, context, { compress });
  expect(context.findings).toEqual([]);
  return artifact;
}

const text = line('Side', { x: 10, y: 20, sizePt: 9 });

describe('the file', () => {
  it('is PDF 1.6 with four bytes above 127 in its second line', async () => {
    const { path, bytes } = await press([flatPage([])]);
    expect(path).toBe('press.pdf');
    expect(latin1(bytes)).toMatch(/^%PDF-1\.6\n%[\x80-\xff]{4}\n/);
  });

  it('has two identifiers, no encryption, and no object of another kind than it needs', async () => {
    const bytes = (await press([flatPage([text])])).bytes;
    const all = latin1(bytes);
    expect(all).toMatch(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/);
    expect(all).not.toMatch(
      /\/(Encrypt|JavaScript|AcroForm|AA|Annots|UserUnit|CropBox|Rotate|ArtBox|LZWDecode|TR|HTP)\b/,
    );
  });

  it('is the same, byte for byte, when painted again', async () => {
    const pages = [flatPage([text, fill(rect(0, 0, 9, 9), cyan)])];
    expect(latin1((await press(pages, [jpeg], true)).bytes)).toBe(
      latin1((await press(pages, [jpeg], true)).bytes),
    );
  });

  it('has other identifiers for other contents', async () => {
    const idOf = async (items: readonly DisplayItem<PrintColor>[]) =>
      /\/ID \[<(\w+)>/.exec(latin1((await press([flatPage(items)])).bytes))?.[1];
    expect(await idOf([text])).not.toBe(await idOf([]));
  });

  it('passes qpdf, compressed', async () => {
    const pages = [flatPage([text], { bleed }), flatPage([fill(rect(0, 0, 9, 9), cyan)])];
    expect(ask('qpdf', ['--check', 'FILE'], await press(pages, [], true))).toContain(
      'No syntax or stream encoding errors',
    );
  });
});

describe('boxes', () => {
  const numbers = (page: string, box: string) =>
    new RegExp(`/${box} \\[([^\\]]+)\\]`).exec(dictionaryOf(page))?.[1]?.split(' ').map(Number) ??
    [];
  const slug = { top: 20, right: 20, bottom: 20, left: 20 };

  it('nest: trim in bleed in media, to a thousandth of a millimetre', async () => {
    const page = flatPage([], { widthPt: mmToPt(297), heightPt: mmToPt(210), bleed });
    const [found = ''] = objectsWith((await press([page])).bytes, '/Type /Page ');
    expect(numbers(found, 'MediaBox').map((pt) => ptToMm(pt).toFixed(3))).toEqual([
      '0.000',
      '0.000',
      '303.000',
      '216.000',
    ]);
    expect(numbers(found, 'BleedBox')).toEqual(numbers(found, 'MediaBox'));
    expect(numbers(found, 'TrimBox').map((pt) => ptToMm(pt).toFixed(3))).toEqual([
      '3.000',
      '3.000',
      '300.000',
      '213.000',
    ]);
  });

  it('leave room for marks outside the bleed', async () => {
    const edges = { top: 1, right: 2, bottom: 3, left: 4 };
    const [found = ''] = objectsWith(
      (await press([flatPage([], { bleed: edges, slug })])).bytes,
      '/Type /Page ',
    );
    expect(numbers(found, 'MediaBox')).toEqual([0, 0, 146, 94]);
    expect(numbers(found, 'BleedBox')).toEqual([20, 20, 126, 74]);
    expect(numbers(found, 'TrimBox')).toEqual([24, 23, 124, 73]);
  });

  it('put the trim’s top left where the trim box has it', async () => {
    const edges = { top: 1, right: 2, bottom: 3, left: 4 };
    const page = flatPage([fill(rect(0, 0, 10, 10), cyan)], { bleed: edges, slug });
    expect(contentOf((await press([page])).bytes)).toContain('24 63 10 10 re');
  });
});

describe('the output intent', () => {
  it('is one, names its condition and holds the profile', async () => {
    const { bytes } = await press([flatPage([])]);
    const [catalog = ''] = objectsWith(bytes, '/Type /Catalog');
    expect(dictionaryOf(catalog)).toMatch(/\/OutputIntents \[\d+ 0 R\]/);
    const found = follow(bytes, catalog, 'OutputIntents');
    expect(dictionaryOf(found)).toContain('/S /GTS_PDFX');
    expect(dictionaryOf(found)).toContain('/OutputConditionIdentifier (FOGRA39)');
    expect(dictionaryOf(found)).toContain('/RegistryName (http://www.color.org)');
    expect(dictionaryOf(found)).toContain('/Info (Coated FOGRA39 \\(ISO 12647-2:2004\\))');
    expect(dictionaryOf(found)).toContain('/OutputCondition (Offset printing)');
    expect(dictionaryOf(follow(bytes, found, 'DestOutputProfile'))).toContain('/N 4');
  });

  it('holds the very profile, which is compressed once and kept', async () => {
    const context = testContext();
    const artifact = await paintPress([flatPage([])], facts, new Map(), context);
    const number = /\/DestOutputProfile (\d+)/.exec(latin1(artifact.bytes))?.[1] ?? '';
    const shown = ask(
      'qpdf',
      [`--show-object=${number}`, '--filtered-stream-data', 'FILE'],
      artifact,
    );
    expect(shown.length).toBeGreaterThan(1000);
    expect([...context.stored.keys()]).toEqual([
      expect.stringMatching(/^wasm-zlib-1-[0-9a-f]{64}$/),
    ]);
    const again = await paintPress([flatPage([])], facts, new Map(), context);
    expect(latin1(again.bytes)).toBe(latin1(artifact.bytes));
  });
});

describe('metadata', () => {
  it('is uncompressed XMP with every key PDF/X-4 asks for', async () => {
    const { bytes } = await press([flatPage([])], [], true);
    const [catalog = ''] = objectsWith(bytes, '/Type /Catalog');
    const metadata = follow(bytes, catalog, 'Metadata');
    expect(dictionaryOf(metadata)).toMatch(
      /^<< \/Type \/Metadata \/Subtype \/XML \/Length \d+ >>$/,
    );
    const xmp = Buffer.from(streamOf(metadata), 'latin1').toString('utf8');
    expect(xmp).toContain('xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"');
    const values = Object.fromEntries(
      [...xmp.matchAll(/<((?:xmp|xmpMM|pdf|pdfxid):\w+)>([^<]*)</g)].map(([, key, value]) => [
        key,
        value,
      ]),
    );
    expect(values).toEqual({
      'xmp:CreateDate': '2026-03-01T09:30:00+01:00',
      'xmp:ModifyDate': '2026-03-01T09:30:00+01:00',
      'xmp:MetadataDate': '2026-03-01T09:30:00+01:00',
      'xmp:CreatorTool': 'trykklar 0.1.0',
      'xmpMM:DocumentID': expect.stringMatching(/^uuid:/),
      'xmpMM:InstanceID': expect.stringMatching(/^uuid:/),
      'xmpMM:VersionID': '1',
      'xmpMM:RenditionClass': 'default',
      'pdf:Producer': 'trykklar 0.1.0',
      'pdf:Trapped': 'False',
      'pdfxid:GTS_PDFXVersion': 'PDF/X-4',
    });
    expect(xmp).toContain('<rdf:li xml:lang="x-default">Ledelse på dansk</rdf:li>');
  });

  it('says the same in Info, Trapped as a name', async () => {
    const artifact = await press([flatPage([])]);
    const info = objectsWith(artifact.bytes, '/Trapped').map(dictionaryOf)[0] ?? '';
    expect(info).toContain('/Creator (trykklar 0.1.0) /Producer (trykklar 0.1.0)');
    expect(info).toContain("/CreationDate (D:20260301093000+01'00')");
    expect(info).toContain("/ModDate (D:20260301093000+01'00')");
    expect(info).toContain('/Trapped /False >>');
    expect(ask('pdfinfo', ['FILE'], artifact)).toMatch(/^Title: +Ledelse på dansk$/m);
  });

  it('names the language in the catalog', async () => {
    const [catalog = ''] = objectsWith((await press([flatPage([])])).bytes, '/Type /Catalog');
    expect(dictionaryOf(catalog)).toContain('/Lang (da)');
  });
});

describe('colour', () => {
  it('is inks only: no RGB, no gray, no ICC colour', async () => {
    const faded = { offset: 0, color: cmyk(0, 1, 0, 0, 0) };
    const item: DisplayItem<PrintColor> = {
      kind: 'fill',
      path: rect(0, 0, 50, 50),
      rule: 'nonzero',
      paint: {
        kind: 'linear',
        from: { x: 0, y: 0 },
        to: { x: 9, y: 0 },
        stops: [faded, { offset: 1, color: cyan }],
      },
    };
    const { bytes } = await press([flatPage([item, group([text], { opacity: 0.5 })])]);
    const rest = [...objectsOf(bytes).values()].filter((object) => !object.includes('/N 4'));
    expect(rest.join('\n')).not.toMatch(/DeviceRGB|CalRGB|CalGray|ICCBased|\/Lab|\b(rg|RG|g|G)$/m);
    // Gray is the opacity of a soft mask, and nothing else.
    const gray = rest.filter((object) => object.includes('DeviceGray')).map(dictionaryOf);
    expect(gray).toEqual([
      expect.stringContaining('/ShadingType 2'),
      expect.stringContaining('/Subtype /Form'),
    ]);
    expect(objectsWith(bytes, '/S /Luminosity')).toHaveLength(1);
  });

  it('is mixed in DeviceCMYK on every page', async () => {
    const pages = objectsWith((await press([flatPage([]), flatPage([])])).bytes, '/Type /Page ');
    expect(pages).toHaveLength(2);
    for (const page of pages)
      expect(dictionaryOf(page)).toContain('/Group << /S /Transparency /CS /DeviceCMYK >>');
  });
});

describe('pictures', () => {
  it('go in as they are, turned over only where Adobe’s marker says so', async () => {
    const plain = { ...jpeg, path: 'b.jpg', bytes: new Uint8Array([1, 2]), adobeInverted: false };
    const { bytes } = await press([flatPage([picture('a.jpg'), picture('b.jpg')])], [jpeg, plain]);
    const [first = '', second = ''] = objectsWith(bytes, '/Subtype /Image').map(dictionaryOf);
    expect(first).toBe(
      '<< /Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceCMYK /BitsPerComponent 8 /Filter /DCTDecode /Decode [1 0 1 0 1 0 1 0] /Length 4 >>',
    );
    expect(second).not.toContain('/Decode');
    expect(contentOf(bytes)).toEqual([
      'q',
      '40 0 0 20 10 25 cm',
      '/X1 Do',
      'Q',
      'q',
      '40 0 0 20 10 25 cm',
      '/X2 Do',
      'Q',
    ]);
  });

  it('are stored once, however often and under however many names they are used', async () => {
    const copy = { ...jpeg, path: 'copy.jpg' };
    const items = [picture('a.jpg'), picture('copy.jpg'), picture('a.jpg')];
    const { bytes } = await press([flatPage(items), flatPage(items)], [jpeg, copy]);
    expect(objectsWith(bytes, '/Subtype /Image')).toHaveLength(1);
  });

  it('bring their opacity as a soft mask', async () => {
    const raw = {
      ...jpeg,
      encoding: 'flate' as const,
      space: 'gray' as const,
      adobeInverted: false,
      softMask,
    };
    const { bytes } = await press([flatPage([picture('a.jpg')])], [raw]);
    const image =
      objectsWith(bytes, '/Subtype /Image').find((object) => object.includes('/SMask')) ?? '';
    expect(dictionaryOf(image)).toContain('/ColorSpace /DeviceGray');
    expect(dictionaryOf(image)).toContain('/Filter /FlateDecode');
    expect(dictionaryOf(follow(bytes, image, 'SMask'))).toContain('/ColorSpace /DeviceGray');
  });
});

describe('links', () => {
  it('are not in the press edition', async () => {
    const link: DisplayItem<PrintColor> = {
      kind: 'link',
      rect: { x: 0, y: 0, width: 9, height: 9 },
      href: 'https://example.org',
    };
    expect(latin1((await press([flatPage([link])])).bytes)).not.toContain('example.org');
  });
});

describe('fonts', () => {
  it('are embedded, cut down, with a map back to text', async () => {
    const listed = ask('pdffonts', ['FILE'], await press([flatPage([text])], [], true)).split('\n');
    expect(listed[2]).toMatch(/^[A-Z]{6}\+Square-Regular +CID TrueType +Identity-H +yes yes yes/);
    expect(listed).toHaveLength(4);
  });

  it('say their widths', async () => {
    const [font = ''] = objectsWith((await press([flatPage([text])])).bytes, '/CIDFontType2');
    const widths = /\/W \[(.*?)\]\]/.exec(dictionaryOf(font).replaceAll('] ]', ']]'))?.[1] ?? '';
    const listed = [...`${widths}]`.matchAll(/\[([\d. ]+)\]/g)].flatMap(([, run = '']) =>
      run.split(' '),
    );
    expect(listed).toEqual(['1000', '1000', '1000', '1000']);
  });

  it('are one for all pages, and one for each face', async () => {
    const bold = openSquare({ weight: 700 });
    const second = line('Side', { x: 10, y: 40, sizePt: 9 }, { font: bold });
    const { bytes } = await press([flatPage([text, second]), flatPage([text])]);
    expect(objectsWith(bytes, '/Type /FontDescriptor')).toHaveLength(2);
  });

  it('give back the words: ligatures whole, our hyphens not', async () => {
    const item = line(
      '',
      { x: 10, y: 20, sizePt: 9 },
      {
        glyphs: Glyphs.from([
          glyph('a', 9),
          glyph('f', 9, { text: 'ffi' }),
          glyph('-', 9, { text: '' }),
        ]),
        hyphenated: true,
      },
    );
    const next = line('b', { x: 10, y: 32, sizePt: 9 });
    const read = ask('pdftotext', ['-raw', 'FILE', '-'], await press([flatPage([item, next])]));
    expect(read.replace(/\u00ad?\n/, '').trim()).toBe('affib');
  });
});
