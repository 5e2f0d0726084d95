/** Small PDF files made of text: a page that every rule accepts, with parts to change. */
import type { Context, Finding } from '../../src/base/index.ts';
import {
  type PreflightExpectations,
  type PreflightResult,
  runPreflight,
} from '../../src/preflight/index.ts';

/** Parts of the file; each may be replaced. */
export interface Parts {
  header: string;
  trailer: string;
  catalog: string;
  info: string;
  intent: string;
  /** Header of the ICC profile, 128 bytes. */
  profile: string;
  profileEntries: string;
  xmp: string;
  xmpEntries: string;
  page: string;
  group: string;
  resources: string;
  content: string;
  contentEntries: string;
  font: string;
  descendant: string;
  descriptor: string;
  toUnicode: string;
  states: string;
  /** Further objects, as `number text`, from 20 on. */
  more: readonly string[];
}

/** A 100 × 100 mm trim with 3 mm bleed at the origin of PDF space. */
export const trimPt = (100 * 72) / 25.4;
export const bleedPt = (3 * 72) / 25.4;
const n = (value: number) => String(Math.round(value * 1e4) / 1e4);
export const mediaBox = `[${n(-bleedPt)} ${n(-bleedPt)} ${n(trimPt + bleedPt)} ${n(trimPt + bleedPt)}]`;

const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" pdfxid:GTS_PDFXVersion="PDF/X-4">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Fælles &amp; frit</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2026-01-02T03:04:05+01:00</xmp:CreateDate><xmp:ModifyDate>2026-01-02T03:04:05+01:00</xmp:ModifyDate>
<xmp:MetadataDate>2026-01-02T03:04:05+01:00</xmp:MetadataDate><xmp:CreatorTool>test</xmp:CreatorTool>
<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Producer>test</pdf:Producer><pdf:Trapped>False</pdf:Trapped>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

/** Codes 1, 2, 3 are A, B, C. */
const toUnicode =
  '1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0001> <0003> <0041> endbfrange';

export const cleanParts: Parts = {
  header: '%PDF-1.6\n%\xe2\xe3\xcf\xd3\n',
  trailer: '/Root 1 0 R /Info 2 0 R /ID [<01> <01>]',
  catalog: '/Type /Catalog /Pages 3 0 R /Metadata 4 0 R /OutputIntents [5 0 R]',
  info: `/Title <FEFF004600E6006C006C006500730020002600200066007200690074> /CreationDate (D:20260102030405+01'00') /ModDate (D:20260102030405+01'00') /Creator (test) /Producer (test) /Trapped /False`,
  intent:
    '/Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39) /RegistryName (http://www.color.org) /Info (Coated FOGRA39) /DestOutputProfile 6 0 R',
  profile: `${'\0'.repeat(12)}prtrCMYKLab ${'\0'.repeat(12)}acsp${'\0'.repeat(88)}`,
  profileEntries: '/N 4',
  xmp,
  xmpEntries: '/Type /Metadata /Subtype /XML',
  page: `/MediaBox ${mediaBox} /BleedBox ${mediaBox} /TrimBox [0 0 ${n(trimPt)} ${n(trimPt)}]`,
  group: '/Group << /S /Transparency /CS /DeviceCMYK >>',
  resources: '/Font << /F1 9 0 R >> /ExtGState 13 0 R',
  content: 'BT /F1 9 Tf 0 0 0 1 k 100 100 Td <000100020003> Tj ET',
  contentEntries: '',
  font: '/Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Barlow /Encoding /Identity-H /DescendantFonts [10 0 R] /ToUnicode 12 0 R',
  descendant:
    '/Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Barlow /CIDToGIDMap /Identity /FontDescriptor 11 0 R /DW 500 /W [1 [600] 2 3 700]',
  descriptor: '/Type /FontDescriptor /FontName /AAAAAA+Barlow /FontFile2 14 0 R',
  toUnicode,
  states:
    '/Over << /Type /ExtGState /OP true /op true /OPM 1 >> /Over0 << /OP true /op true /OPM 0 >> /Half << /ca 0.5 >>',
  more: [],
};

export function stream(entries: string, data: string): string {
  return `<< ${entries} /Length ${Buffer.from(data, 'latin1').length} >> stream\n${data}\nendstream`;
}

function bodyOf(parts: Parts): readonly string[] {
  const xmpBytes = Buffer.from(parts.xmp, 'utf8').toString('latin1');
  return [
    `1 << ${parts.catalog} >>`,
    `2 << ${parts.info} >>`,
    '3 << /Type /Pages /Kids [7 0 R] /Count 1 >>',
    `4 ${stream(parts.xmpEntries, xmpBytes)}`,
    `5 << ${parts.intent} >>`,
    `6 ${stream(parts.profileEntries, parts.profile)}`,
    `7 << /Type /Page /Parent 3 0 R ${parts.page} ${parts.group} /Resources << ${parts.resources} >> /Contents 8 0 R >>`,
    `8 ${stream(parts.contentEntries, parts.content)}`,
    `9 << ${parts.font} >>`,
    `10 << ${parts.descendant} >>`,
    `11 << ${parts.descriptor} >>`,
    `12 ${stream('', parts.toUnicode)}`,
    `13 << ${parts.states} >>`,
    `14 ${stream('', 'font')}`,
    ...parts.more,
  ];
}

/** The bytes of a file with a classic cross-reference table. */
export function makePdf(change: Partial<Parts> = {}): Uint8Array {
  const parts = { ...cleanParts, ...change };
  const offsets = new Map<number, number>();
  let file = parts.header;
  for (const object of bodyOf(parts)) {
    const number = Number.parseInt(object, 10);
    offsets.set(number, file.length);
    file += `${number} 0 obj\n${object.slice(String(number).length + 1)}\nendobj\n`;
  }
  const size = Math.max(...offsets.keys()) + 1;
  const entry = (number: number) => {
    const offset = offsets.get(number);
    return offset === undefined
      ? '0000000000 65535 f \n'
      : `${String(offset).padStart(10, '0')} 00000 n \n`;
  };
  const table = Array.from({ length: size }, (_, number) => entry(number)).join('');
  const start = file.length;
  file += `xref\n0 ${size}\n${table}trailer\n<< /Size ${size} ${parts.trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(file, 'latin1'));
}

export const expectations: PreflightExpectations = {
  pages: [{ name: 'front', widthMm: 100, heightMm: 100, foldsMm: [], outlinedTexts: [] }],
  bleedMm: { top: 3, right: 3, bottom: 3, left: 3 },
  safetyMm: { error: 3, warning: 5 },
  identifier: 'FOGRA39',
  totalInkLimitPercent: 330,
  spots: [],
  flavour: 'PDF/X-4',
};

export function preflight(
  bytes: Uint8Array,
  expected: Partial<PreflightExpectations> = {},
): PreflightResult {
  const reported: Finding[] = [];
  const context: Context = {
    report: (finding) => reported.push(finding),
    workspace: {
      read: (path) => ({ kind: 'missing', path }),
      list: () => [],
      cache: { get: () => undefined, set: () => {} },
    },
  };
  const result = runPreflight(bytes, { ...expectations, ...expected }, context);
  if (JSON.stringify(reported) !== JSON.stringify(result.findings)) throw new Error('not reported');
  return result;
}

/** `severity code`, without the folder's prefix. */
export function codes(change: Partial<Parts>, expected: Partial<PreflightExpectations> = {}) {
  return preflight(makePdf(change), expected).findings.map(
    ({ severity, code }) => `${severity} ${code.replace('preflight/', '')}`,
  );
}
