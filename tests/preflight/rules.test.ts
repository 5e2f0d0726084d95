/**
 * Every rule, firing and silent: one small change to a file that all rules accept, and what must
 * come of it. `[]` stands for a change that a rule must let pass.
 */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  deviceCmyk,
  type PreflightExpectations,
  preflightRules,
} from '../../src/preflight/index.ts';
import {
  bleedPt,
  cleanParts,
  codes,
  makePdf,
  mediaBox,
  type Parts,
  preflight,
  stream,
  trimPt,
} from './make-pdf.ts';

interface Case {
  readonly name: string;
  readonly change: Partial<Parts>;
  readonly expected?: Partial<PreflightExpectations>;
  readonly found: readonly string[];
}

const on = (part: keyof Parts, from: string, to: string): Partial<Parts> => {
  const whole = cleanParts[part];
  if (typeof whole !== 'string' || !whole.includes(from)) throw new Error(`${part}: ${from}`);
  return { [part]: whole.replace(from, to) };
};
const draw = (content: string, more: Partial<Parts> = {}): Partial<Parts> => ({ content, ...more });

/** A ground of 50 % cyan under the place where texts and lines stand. */
const ground = '0.5 0 0 0 k 50 50 150 150 re f ';
const text = (size: number, color: string, before = '') =>
  `${before} BT /F1 ${size} Tf ${color} 100 100 Td <00010002> Tj ET`;
const line = (width: number, color: string, before = '') =>
  `${before} ${color} ${width} w 60 100 m 120 100 l S`;
const image = (entries: string, width: number, height: number) => ({
  resources: `${cleanParts.resources} /XObject << /I 20 0 R >>`,
  more: [
    `20 ${stream(`/Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 ${entries}`, '')}`,
  ],
});
const square = (pt: number) => `q ${pt} 0 0 ${pt} 50 50 cm /I Do Q`;
const spot = (name: string) => ({
  resources: `${cleanParts.resources} /ColorSpace << /S [/Separation /${name} /DeviceCMYK 20 0 R] >>`,
  more: ['20 << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 1 0] /N 1 >>'],
});
const edge = trimPt + bleedPt;
/** A page that has such letters as outlines, `x` pt in from its left trim. */
const outlined = (sizePt: number, values: readonly number[], x = 9) => ({
  pages: [
    {
      name: 'front',
      widthMm: 100,
      heightMm: 100,
      foldsMm: [],
      outlinedTexts: [
        {
          text: 'A',
          sizePt,
          color: { space: deviceCmyk, values, pattern: null },
          rect: { x, y: 100, width: sizePt, height: sizePt },
        },
      ],
    },
  ],
});
const rows = (
  rule: string,
  cases: readonly (readonly [
    name: string,
    change: Partial<Parts>,
    severity: 'error' | 'warning' | null,
    expected?: Partial<PreflightExpectations>,
  ])[],
) =>
  cases.map(([name, change, severity, expected]) => ({
    name: `${rule}: ${name}`,
    change,
    found: severity ? [`${severity} ${rule}`] : [],
    ...(expected ? { expected } : {}),
  }));

/** The clean file as PDF/X-1a. */
const x1a: Partial<Parts> = {
  header: cleanParts.header.replace('1.6', '1.4'),
  group: '',
  info: `${cleanParts.info} /GTS_PDFXVersion (PDF/X-1a:2003) /GTS_PDFXConformance (PDF/X-1a:2003)`,
};
const asX1a = { flavour: 'PDF/X-1a:2003' } as const;

const cases: readonly Case[] = [
  { name: 'the clean PDF/X-1a', change: x1a, expected: asX1a, found: [] },
  ...rows('file-header', [
    ['PDF/X-1a in PDF 1.6', { ...x1a, header: cleanParts.header }, 'error', asX1a],
  ]),
  ...rows('xmp-identification', [
    [
      'PDF/X-1a by another name',
      { ...x1a, info: (x1a.info ?? '').replace('ance (PDF/X-1a:2003)', 'ance (PDF/X-1a:2001)') },
      'error',
      asX1a,
    ],
  ]),
  ...rows('optional-content', [
    [
      'a layer in PDF/X-1a',
      { ...x1a, catalog: `${cleanParts.catalog} /OCProperties << /D << /Name (a) >> >>` },
      'error',
      asX1a,
    ],
  ]),
  ...rows('opaque-flavour', [
    ['a transparency group', { ...x1a, group: cleanParts.group }, 'error', asX1a],
    ['a blend mode', { ...x1a, more: ['20 << /Type /ExtGState /BM /Multiply >>'] }, 'error', asX1a],
    ['opacity', { ...x1a, more: ['20 << /Type /ExtGState /ca 0.5 >>'] }, 'error', asX1a],
    [
      'none at all',
      { ...x1a, more: ['20 << /Type /ExtGState /ca 1 /SMask /None >>'] },
      null,
      asX1a,
    ],
  ]),
  { name: 'the clean file', change: {}, found: [] },
  ...rows('file-header', [
    ['PDF 1.7', on('header', '1.6', '1.7'), 'error'],
    ['PDF 1.4', on('header', '1.6', '1.4'), null],
    ['no binary comment', { header: '%PDF-1.6\n' }, 'error'],
  ]),
  ...rows('file-id', [
    ['none', on('trailer', '/ID [<01> <01>]', ''), 'error'],
    ['one', on('trailer', '[<01> <01>]', '[<01>]'), 'error'],
  ]),
  ...rows('encryption', [['encrypted', on('trailer', '/Root', '/Encrypt << >> /Root'), 'error']]),
  ...rows('output-intent', [
    ['none', on('catalog', '[5 0 R]', '[]'), 'error'],
    ['two', on('catalog', '[5 0 R]', '[5 0 R 5 0 R]'), 'error'],
    ['one beside a PDF/A intent', on('catalog', '[5 0 R]', '[5 0 R << /S /GTS_PDFA1 >>]'), null],
    ['no registry', on('intent', '/RegistryName (http://www.color.org)', ''), 'error'],
    ['another condition', on('intent', 'FOGRA39', 'FOGRA51'), 'error'],
  ]),
  ...rows('output-profile', [
    ['not embedded', on('intent', '/DestOutputProfile 6 0 R', ''), 'error'],
    ['RGB', on('profile', 'prtrCMYK', 'mntrRGB '), 'error'],
    ['three components', { profileEntries: '/N 3' }, 'error'],
  ]),
  ...rows('xmp-identification', [
    ['another version', on('xmp', '"PDF/X-4"', '"PDF/X-3"'), 'error'],
    [
      'as an element',
      {
        xmp: cleanParts.xmp
          .replace(' pdfxid:GTS_PDFXVersion="PDF/X-4"', '')
          .replace(
            '<dc:title>',
            '<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><dc:title>',
          ),
      },
      null,
    ],
    [
      'compressed',
      { xmp: Buffer.from(cleanParts.xmp).toString('hex'), xmpEntries: '/Filter /ASCIIHexDecode' },
      'error',
    ],
  ]),
  ...rows('metadata', [
    ['no version in XMP', on('xmp', 'xmpMM:VersionID>1<', 'xmpMM:Other>1<'), 'error'],
    ['no producer in Info', on('info', '/Producer (test)', ''), 'error'],
  ]),
  ...rows('metadata-agreement', [
    ['titles differ', on('xmp', 'Fælles', 'Alle'), 'error'],
    ['dates differ', on('info', '/ModDate (D:2026', '/ModDate (D:2025'), 'error'],
    [
      'the same moment in another zone',
      on('xmp', 'ModifyDate>2026-01-02T03:04:05+01:00', 'ModifyDate>2026-01-02T02:04:05Z'),
      null,
    ],
  ]),
  ...rows('trapped', [
    ['unknown', on('info', '/Trapped /False', '/Trapped /Unknown'), 'error'],
    ['a string', on('info', '/Trapped /False', '/Trapped (False)'), 'error'],
    ['XMP differs', on('xmp', 'Trapped>False', 'Trapped>True'), 'error'],
  ]),
  ...rows('viewer-preferences', [
    [
      'the crop box',
      { catalog: `${cleanParts.catalog} /ViewerPreferences << /ViewArea /CropBox >>` },
      'error',
    ],
    [
      'the media box',
      { catalog: `${cleanParts.catalog} /ViewerPreferences << /ViewArea /MediaBox >>` },
      null,
    ],
  ]),
  ...rows('optional-content', [
    ['no default', { catalog: `${cleanParts.catalog} /OCProperties << /OCGs [] >>` }, 'error'],
    ['no name', { catalog: `${cleanParts.catalog} /OCProperties << /D << >> >>` }, 'error'],
    [
      'automatic',
      { catalog: `${cleanParts.catalog} /OCProperties << /D << /Name (a) /AS [] >> >>` },
      'error',
    ],
    ['in order', { catalog: `${cleanParts.catalog} /OCProperties << /D << /Name (a) >> >>` }, null],
  ]),
  ...rows('actions', [
    [
      'JavaScript',
      { catalog: `${cleanParts.catalog} /OpenAction << /S /JavaScript /JS (1) >>` },
      'error',
    ],
    ['a page’s own', { page: `${cleanParts.page} /AA << >>` }, 'error'],
    ['form fields', { catalog: `${cleanParts.catalog} /AcroForm << /Fields [<< >>] >>` }, 'error'],
    ['an empty form', { catalog: `${cleanParts.catalog} /AcroForm << /Fields [] >>` }, null],
  ]),
  ...rows('postscript', [
    ['a PS object', { more: [`20 ${stream('/Subtype /PS', '')}`] }, 'error'],
    ['OPI', { more: ['20 << /OPI << >> >>'] }, 'error'],
    [
      'a form from another file',
      { more: [`20 ${stream('/Subtype /Form /Ref << >>', '')}`] },
      'error',
    ],
  ]),
  ...rows('filters', [
    ['LZW', { more: [`20 ${stream('/Filter [/LZWDecode]', '')}`] }, 'error'],
    ['an external file', { more: [`20 ${stream('/F (a.bin)', '')}`] }, 'error'],
    ['JPEG', { more: [`20 ${stream('/Filter /DCTDecode', '')}`] }, null],
  ]),
  ...rows('graphics-state', [
    ['a transfer curve', { states: '/G << /TR /Identity >>' }, 'error'],
    ['the default curve', { states: '/G << /TR2 /Default >>' }, null],
    ['a halftone of its own', { states: '/G << /HT << /HalftoneType 6 >> >>' }, 'error'],
    ['an unknown intent', { states: '/G << /RI /Nice >>' }, 'error'],
  ]),
  ...rows('page-count', [
    [
      'one too few',
      {},
      'error',
      {
        pages: [...[1, 2]].map((page) => ({
          name: `${page}`,
          widthMm: 100,
          heightMm: 100,
          foldsMm: [],
          outlinedTexts: [],
        })),
      },
    ],
  ]),
  ...rows('page-boxes', [
    [
      'no trim box',
      { page: `/MediaBox ${mediaBox} /BleedBox ${mediaBox}` },
      'error',
      {
        pages: [{ name: '1', widthMm: 106, heightMm: 106, foldsMm: [], outlinedTexts: [] }],
        bleedMm: { top: 0, right: 0, bottom: 0, left: 0 },
      },
    ],
    ['an art box as well', { page: `${cleanParts.page} /ArtBox [0 0 9 9]` }, 'error'],
    [
      'corners the other way round',
      { page: cleanParts.page.replace(/\/TrimBox \[0 0 (\S+) (\S+)\]/, '/TrimBox [$1 $2 0 0]') },
      null,
    ],
  ]),
  {
    name: 'page-boxes: trim beyond bleed',
    change: { page: cleanParts.page.replace(/\/BleedBox \[[^\]]*\]/, '/BleedBox [0 0 200 200]') },
    found: ['error page-boxes', 'error bleed-box'],
  },
  ...rows('page-size', [
    [
      'another format',
      {},
      'error',
      { pages: [{ name: 'front', widthMm: 99, heightMm: 100, foldsMm: [], outlinedTexts: [] }] },
    ],
  ]),
  ...rows('crop-box', [
    ['smaller', { page: `${cleanParts.page} /CropBox [0 0 9 9]` }, 'error'],
    ['equal', { page: `${cleanParts.page} /CropBox ${mediaBox}` }, null],
  ]),
  ...rows('user-unit', [['even 1', { page: `${cleanParts.page} /UserUnit 1` }, 'error']]),
  ...rows('page-rotation', [
    ['a quarter', { page: `${cleanParts.page} /Rotate 90` }, 'warning'],
    ['none', { page: `${cleanParts.page} /Rotate 0` }, null],
  ]),
  ...rows('bleed-box', [
    ['too small for the job', {}, 'error', { bleedMm: { top: 3, right: 5, bottom: 3, left: 3 } }],
    ['none', { page: cleanParts.page.replace(/\/BleedBox \[[^\]]*\]/, '') }, 'error'],
    ['larger than asked for', {}, null, { bleedMm: { top: 2, right: 2, bottom: 2, left: 2 } }],
  ]),
  ...rows('annotations', [
    [
      'inside',
      { page: `${cleanParts.page} /Annots [<< /Subtype /Text /Rect [9 9 20 20] >>]` },
      'error',
    ],
    [
      'outside',
      { page: `${cleanParts.page} /Annots [<< /Subtype /Text /Rect [-99 -99 -20 -20] >>]` },
      null,
    ],
  ]),
  ...rows('page-contents', [
    ['an object that is not there', draw(`${cleanParts.content} /Nothing Do`), 'error'],
  ]),
  {
    name: 'page-contents: contents that do not unpack',
    change: { contentEntries: '/Filter /FlateDecode' },
    found: ['error page-contents', 'warning empty-page'],
  },
  ...rows('empty-page', [
    ['nothing', draw(''), 'warning'],
    ['white only', draw('0 0 0 0 k 10 10 50 50 re f'), 'warning'],
    ['ink outside the bleed', draw('0 0 0 1 k 900 900 50 50 re f'), 'warning'],
    [
      'ink that is clipped away',
      draw('q 0 0 10 10 re W n 0 0 0 1 k 50 50 50 50 re f Q'),
      'warning',
    ],
  ]),
  ...rows('font-embedding', [
    ['not embedded', on('descriptor', '/FontFile2 14 0 R', ''), 'error'],
    ['as compact font', on('descriptor', 'FontFile2', 'FontFile3'), null],
  ]),
  {
    name: 'font-embedding: no font at all',
    change: { resources: '/ExtGState 13 0 R' },
    found: ['warning empty-page', 'error font-embedding'],
  },
  ...rows('font-unicode', [
    ['no table', on('font', '/ToUnicode 12 0 R', ''), 'warning'],
    [
      'a code without a letter',
      draw('BT /F1 9 Tf 0 0 0 1 k 100 100 Td <00010009> Tj ET'),
      'warning',
    ],
  ]),
  {
    name: 'missing-glyph: glyph 0',
    change: draw('BT /F1 9 Tf 0 0 0 1 k 100 100 Td <00010000> Tj ET', {
      toUnicode: `${cleanParts.toUnicode} 1 beginbfchar <0000> <0042> endbfchar`,
    }),
    found: ['error missing-glyph'],
  },
  ...rows('courier', [
    ['Courier', on('font', 'AAAAAA+Barlow', 'AAAAAA+CourierNewPSMT'), 'warning'],
    ['Courier Prime, a face of its own', on('font', 'AAAAAA+Barlow', 'AAAAAA+CourierPrime'), null],
  ]),
  ...rows('color-space', [
    ['an RGB area', draw('1 0 0 rg 50 50 99 99 re f'), 'error'],
    ['an RGB line', draw('1 0 0 RG 50 50 m 99 99 l S'), 'error'],
    ['an RGB picture', draw(square(72), image('/ColorSpace /DeviceRGB', 300, 300)), 'error'],
    [
      'a picture with a profile',
      draw(square(72), image('/ColorSpace [/ICCBased 6 0 R]', 300, 300)),
      'error',
    ],
    [
      'indexed RGB',
      draw(square(72), image('/ColorSpace [/Indexed /DeviceRGB 1 <000000ffffff>]', 300, 300)),
      'error',
    ],
    ['a CMYK picture', draw(square(72), image('/ColorSpace /DeviceCMYK', 300, 300)), null],
    ['a space that nothing uses', { more: ['20 [/Lab << /WhitePoint [1 1 1] >>]'] }, 'error'],
    [
      'a spot falling back to RGB',
      draw('/S cs 1 scn 50 50 99 99 re f', {
        ...spot('Black'),
        resources: `${cleanParts.resources} /ColorSpace << /S [/Separation /Black /DeviceRGB 20 0 R] >>`,
      }),
      'error',
    ],
    [
      'RGB inside a form',
      draw('/X Do', {
        resources: `${cleanParts.resources} /XObject << /X 20 0 R >>`,
        more: [`20 ${stream('/Subtype /Form /BBox [0 0 200 200]', '1 0 0 rg 50 50 99 99 re f')}`],
      }),
      'error',
    ],
    [
      'RGB inside a tiling pattern',
      draw('/Pattern cs /P scn 50 50 99 99 re f', {
        resources: `${cleanParts.resources} /Pattern << /P 20 0 R >>`,
        more: [
          `20 ${stream('/PatternType 1 /PaintType 1 /BBox [0 0 200 200] /Resources << >>', '1 0 0 rg 50 50 99 99 re f')}`,
        ],
      }),
      'error',
    ],
    [
      'a gradient in RGB',
      draw('/Pattern cs /P scn 50 50 99 99 re f', {
        resources: `${cleanParts.resources} /Pattern << /P << /PatternType 2 /Shading << /ColorSpace /DeviceRGB >> >> >>`,
      }),
      'error',
    ],
    [
      'a gradient in inks',
      draw('/Pattern cs /P scn 50 50 99 99 re f', {
        resources: `${cleanParts.resources} /Pattern << /P << /PatternType 2 /Shading << /ColorSpace /DeviceCMYK >> >> >>`,
      }),
      null,
    ],
  ]),
  ...rows('spot-colors', [
    ['one the job has not', draw('/S cs 1 scn 50 50 99 99 re f', spot('Guld')), 'error'],
    [
      'one of the job’s',
      draw('/S cs 1 scn 50 50 99 99 re f', spot('Guld')),
      null,
      { spots: ['Guld'] },
    ],
    ['Black is no spot', draw('/S cs 1 scn 50 50 99 99 re f', spot('Black')), null],
  ]),
  {
    name: 'registration-color: inside the bleed',
    change: draw('/S cs 1 scn 50 50 99 99 re f', spot('All')),
    found: ['warning registration-color', 'error total-ink'],
  },
  ...rows('registration-color', [
    [
      'a mark outside the bleed',
      {
        ...draw(`${cleanParts.content} /S CS 1 SCN 0.25 w -40 0 m -15 0 l S`),
        ...spot('All'),
        page: cleanParts.page.replace(/\/MediaBox \[[^\]]*\]/, '/MediaBox [-50 -50 400 400]'),
      },
      null,
    ],
  ]),
  ...rows('transparency-group', [
    ['RGB', on('group', 'DeviceCMYK', 'DeviceN'), 'error'],
    ['none, and nothing transparent', { group: '' }, null],
    ['none, but a tint', { group: '', content: `/Half gs ${cleanParts.content}` }, 'error'],
    [
      'none, but a blend',
      { group: '', states: '/Half << /BM /Multiply >>', content: `/Half gs ${cleanParts.content}` },
      'error',
    ],
    [
      'none, but a soft mask',
      draw(square(72), { group: '', ...image('/ColorSpace /DeviceCMYK /SMask 14 0 R', 300, 300) }),
      'error',
    ],
    [
      'gray in a luminosity mask',
      {
        more: [
          '20 << /S /Luminosity /G 21 0 R >>',
          `21 ${stream('/Subtype /Form /Group << /S /Transparency /CS /DeviceGray >>', '')}`,
        ],
      },
      null,
    ],
    [
      'gray in an alpha mask, and in what the mask draws',
      {
        more: [
          '20 << /S /Alpha /G 21 0 R >>',
          `21 ${stream('/Subtype /Form /Resources << /XObject << /A 22 0 R >> >> /Group << /S /Transparency /CS /DeviceGray >>', '')}`,
          `22 ${stream('/Subtype /Form /Resources << /XObject << /A 22 0 R >> >> /Group << /S /Transparency /CS /DeviceGray >>', '')}`,
        ],
      },
      null,
    ],
    [
      'gray elsewhere',
      {
        more: [`20 ${stream('/Subtype /Form /Group << /S /Transparency /CS /DeviceGray >>', '')}`],
      },
      'error',
    ],
  ]),
  ...rows('total-ink', [
    ['340 %', draw('0.9 0.8 0.7 1 k 50 50 99 99 re f'), 'error'],
    ['330 %', draw('0.9 0.7 0.7 1 k 50 50 99 99 re f'), null],
  ]),
  ...rows('white-overprint', [
    ['text', draw(text(20, '0 0 0 0 k', `${ground} /Over gs`)), 'error'],
    ['an area', draw(`${ground} /Over gs 0 0 0 0 k 60 60 50 50 re f`), 'warning'],
    ['knocking out', draw(text(20, '0 0 0 0 k', ground)), null],
  ]),
  ...rows('black-text-overprint', [
    ['knocks out of a ground', draw(text(9, '0 0 0 1 k', ground)), 'warning'],
    ['overprints in mode 0 only', draw(text(9, '0 0 0 1 k', `${ground} /Over0 gs`)), 'warning'],
    ['overprints', draw(text(9, '0 0 0 1 k', `${ground} /Over gs`)), null],
    ['large type', draw(text(12, '0 0 0 1 k', ground)), null],
    ['on white', draw(text(9, '0 0 0 1 k', '0 0 0 0 k 50 50 150 150 re f')), null],
    ['beside the ground', draw(text(9, '0 0 0 1 k', '0.5 0 0 0 k 50 150 50 50 re f')), null],
    [
      'scaled down to 9 pt',
      draw(`${ground} q .5 0 0 .5 0 0 cm BT /F1 18 Tf 0 0 0 1 k 200 200 Td <0001> Tj ET Q`),
      'warning',
    ],
    ['a tint of black knocks out', draw(text(9, '0 0 0 0.8 k', ground)), null],
  ]),
  ...rows('black-line-overprint', [
    ['knocks out of a ground', draw(line(1, '0 0 0 1 K', ground)), 'warning'],
    ['a thin rectangle counts', draw(`${ground} 0 0 0 1 k 60 100 90 1 re f`), 'warning'],
    ['overprints', draw(line(1, '0 0 0 1 K', `${ground} /Over gs`)), null],
    ['thick', draw(line(2, '0 0 0 1 K', ground)), null],
  ]),
  ...rows('gray-text', [
    ['on a ground', draw(text(9, '0 g', ground)), 'warning'],
    ['on paper', draw(text(9, '0 g')), null],
    ['large', draw(text(12, '0 g', ground)), null],
  ]),
  ...rows('gray-line', [
    ['on a ground', draw(line(1, '0 G', ground)), 'warning'],
    ['on paper', draw(line(1, '0 G')), null],
  ]),
  ...rows('gray-overprint', [['an area', draw('/Over gs 0.5 g 50 50 99 99 re f'), 'warning']]),
  ...rows('rich-black-text', [
    ['small', draw(text(9, '0.5 0.4 0.4 1 k')), 'error'],
    ['large, within the limit', draw(text(40, '0.5 0.4 0.4 1 k')), null],
    ['large, too heavy', draw(text(40, '0.7 0.6 0.6 0.95 k')), 'warning'],
    ['small, as outlines', {}, 'error', outlined(9, [0.5, 0.4, 0.4, 1])],
    ['black alone, as outlines', {}, null, outlined(9, [0, 0, 0, 1])],
  ]),
  ...rows('small-type', [
    ['white, 7 pt', draw(text(7, '0 0 0 0 k', ground)), 'warning'],
    ['white, 8 pt', draw(text(8, '0 0 0 0 k', ground)), null],
    ['two inks, 7 pt', draw(text(7, '1 0.5 0 0 k')), 'warning'],
    ['one ink, 6 pt', draw(text(6, '0 0 0 1 k')), null],
    ['one ink, 5.5 pt', draw(text(5.5, '0 0 0 1 k')), 'warning'],
    ['one ink, 4.9 pt', draw(text(4.9, '0 0 0 1 k')), 'error'],
    ['one ink, 2.25 pt, as outlines', {}, 'error', outlined(2.25, [0, 0, 0, 1])],
    ['two inks, 7 pt, as outlines', {}, 'warning', outlined(7, [1, 0.5, 0, 0])],
    ['one ink, 6 pt, as outlines', {}, null, outlined(6, [0, 0, 0, 1])],
    ['2 pt as outlines in the slug', {}, null, outlined(2, [0, 0, 0, 1], -20)],
    [
      'invisible text',
      draw(`${cleanParts.content} BT 3 Tr /F1 2 Tf 100 100 Td <0001> Tj ET`),
      null,
    ],
  ]),
  ...rows('thin-lines', [
    ['0.25 pt', draw(line(0.25, '0 0 0 1 K')), null],
    ['0.2 pt', draw(line(0.2, '0 0 0 1 K')), 'warning'],
    ['0.1 pt', draw(line(0.1, '0 0 0 1 K')), 'error'],
    ['a thin rectangle', draw('0 0 0 1 k 60 100 90 0.2 re f'), 'warning'],
    ['white, 0.4 pt', draw(line(0.4, '0 0 0 0 K', ground)), 'warning'],
    ['white, 0.5 pt', draw(line(0.5, '0 0 0 0 K', ground)), null],
    ['a thin frame', draw('0 0 0 1 k 60 60 90 60 re 60.2 60.2 89.6 59.6 re f*'), 'warning'],
    [
      'a frame, thinnest at one side',
      draw('0 0 0 1 k 60 60 90 60 re 60.1 62 87.9 56 re f*'),
      'error',
    ],
    ['a thick frame', draw('0 0 0 1 k 60 60 90 60 re 61 61 88 58 re f*'), null],
    [
      'a thin frame with a round corner',
      draw(
        '0 0 0 1 k 60 60 m 150 60 l 150 110 l 150 115 145 120 140 120 c 60 120 l h 60.1 60.1 m 149.9 60.1 l 149.9 110 l 149.9 115 145 119.9 140 119.9 c 60.1 119.9 l h f*',
      ),
      'error',
    ],
    ['rules above and below', draw('0 0 0 1 k 60 60 90 .2 re 60 120 90 1 re f'), 'warning'],
    [
      'a band around a corner',
      draw('0 0 0 1 k 60 60 m 90 60 l 90 60.2 l 61 60.2 l 61 90 l 60 90 l h f'),
      'warning',
    ],
    [
      'a box in a box, both filled',
      draw('0 0 0 1 k 60 60 90 60 re 60.1 60.1 89.8 59.8 re f'),
      null,
    ],
    ['a small dot is no line', draw('0 0 0 1 k 60 100 .2 .2 re f'), null],
  ]),
  ...rows('picture-resolution', [
    ['149 ppi', draw(square(72), image('/ColorSpace /DeviceCMYK', 149, 200)), 'error'],
    ['150 ppi', draw(square(72), image('/ColorSpace /DeviceCMYK', 150, 200)), 'warning'],
    ['225 ppi', draw(square(72), image('/ColorSpace /DeviceGray', 225, 300)), null],
    ['a speck', draw(square(72), image('/ColorSpace /DeviceCMYK', 16, 16)), null],
    [
      'turned a quarter',
      draw('q 0 72 -72 0 150 50 cm /I Do Q', image('/ColorSpace /DeviceCMYK', 150, 200)),
      'warning',
    ],
    [
      'inline',
      draw(`q 72 0 0 72 50 50 cm BI /W 20 /H 20 /BPC 8 /CS /G ID ${'x'.repeat(400)} EI Q`),
      'error',
    ],
  ]),
  ...rows('line-art-resolution', [
    ['549 ppi', draw(square(72), image('/ImageMask true', 549, 549)), 'error'],
    ['799 ppi', draw(square(72), image('/ImageMask true', 799, 799)), 'warning'],
    ['800 ppi', draw(square(72), image('/ImageMask true', 800, 800)), null],
  ]),
  ...rows('bleed-reach', [
    ['to the trim only', draw('0.5 0 0 0 k 0 50 99 99 re f'), 'error'],
    ['1 mm into the bleed', draw('0.5 0 0 0 k -2.83 50 99 99 re f'), 'error'],
    [
      'to the edge',
      draw(`0.5 0 0 0 k ${-bleedPt} ${-bleedPt} ${edge + bleedPt} ${edge + bleedPt} re f`),
      null,
    ],
    ['white need not bleed', draw(`${cleanParts.content} 0 0 0 0 k 0 50 99 99 re f`), null],
    [
      'cut back by a clip',
      draw(`q 0 0 200 200 re W n 0.5 0 0 0 k ${-bleedPt} ${-bleedPt} 250 250 re f Q`),
      'error',
    ],
  ]),
  ...rows('near-trim', [
    ['1 mm inside', draw('0.5 0 0 0 k 2.83 50 99 99 re f'), 'warning'],
    ['2.1 mm inside', draw('0.5 0 0 0 k 5.96 50 99 99 re f'), null],
  ]),
  ...rows('text-safety', [
    ['2 mm', draw('BT /F1 9 Tf 0 0 0 1 k 5.6 100 Td <0001> Tj ET'), 'error'],
    ['4 mm', draw('BT /F1 9 Tf 0 0 0 1 k 11.3 100 Td <0001> Tj ET'), 'warning'],
    ['5 mm', draw('BT /F1 9 Tf 0 0 0 1 k 14.2 100 Td <0001> Tj ET'), null],
    [
      'at the right, by the width of the letters',
      draw(`BT /F1 10 Tf 0 0 0 1 k ${trimPt - 14.2 - 13} 100 Td <00010002> Tj ET`),
      null,
    ],
    [
      'at the right, one point further',
      draw(`BT /F1 10 Tf 0 0 0 1 k ${trimPt - 14.2 - 12} 100 Td <00010002> Tj ET`),
      'warning',
    ],
  ]),
  ...rows('fold-safety', [
    [
      'across a fold',
      {},
      'warning',
      { pages: [{ name: 'a', widthMm: 100, heightMm: 100, foldsMm: [36], outlinedTexts: [] }] },
    ],
    [
      'away from it',
      {},
      null,
      { pages: [{ name: 'a', widthMm: 100, heightMm: 100, foldsMm: [70], outlinedTexts: [] }] },
    ],
  ]),
];

describe('rules', () => {
  test.each(cases)('$name', ({ change, expected, found }) => {
    expect(codes(change, expected)).toEqual(found);
  });
});

describe('the list of rules', () => {
  const names = preflightRules.map(({ code }) => code.replace(/^preflight\//, ''));

  test('holds every file of its folder', () => {
    const folder = new URL('../../src/preflight/rules/', import.meta.url);
    const files = readdirSync(folder).filter((file) => file !== 'index.ts');
    expect(files.sort()).toEqual(names.map((name) => `${name}.ts`).sort());
  });

  test.each(names)('%s is tested firing and silent', (name) => {
    expect(cases.some(({ found }) => found.some((code) => code.endsWith(` ${name}`)))).toBe(true);
    expect(codes({}).some((code) => code.endsWith(` ${name}`))).toBe(false);
  });

  test.each(preflightRules)(
    '$code says what it demands, and where that comes from',
    ({ title, source }) => {
      for (const words of [title.en, title.da])
        expect(words).toMatch(/^(?:[^A-ZÆØÅ]|DeviceGray|XMP).*[^.]$/);
      expect(source).toMatch(/ISO|GWG|house rule/);
    },
  );

  test('every message is written in both languages', () => {
    for (const { change, expected } of cases)
      for (const { message } of preflight(makePdf(change), expected).findings) {
        expect(message.en).not.toBe('');
        expect(message.da).not.toBe(message.en);
        expect(`${message.en}${message.da}`).not.toMatch(/undefined|NaN|\.$/);
      }
  });
});

describe('what a finding says', () => {
  test('the worst on a page, where it stands, and how many more', () => {
    const two = `${text(5.5, '0 0 0 1 k')} BT /F1 4 Tf 100 60 Td <000300020001> Tj ET`;
    const [finding] = preflight(makePdf({ content: two })).findings;
    expect(finding).toMatchObject({
      severity: 'error',
      code: 'preflight/small-type',
      page: 'front',
      measured: 4,
      limit: 6,
      unit: 'pt',
      message: {
        da: 'teksten `CBA` er 4 pt; til dens farver skal den være mindst 6 pt (og 1 til)',
      },
    });
    expect(finding?.rect?.x).toBeCloseTo(100);
    expect((finding?.rect?.y ?? 0) + (finding?.rect?.height ?? 0)).toBeCloseTo(trimPt - 60 + 0.8);
    expect(finding?.rect?.width).toBeCloseTo(4 * (0.7 + 0.7 + 0.6));
  });

  test('Danish figures have a comma', () => {
    const [finding] = preflight(makePdf({ content: line(0.2, '0 0 0 1 K') })).findings;
    expect(finding?.message.da).toBe('en streg er 0,2 pt tyk; den skal være mindst 0,25 pt');
  });
});
