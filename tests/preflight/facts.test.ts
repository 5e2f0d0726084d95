import { expect, test } from 'vitest';
import { makePdf, preflight, stream } from './make-pdf.ts';

test('boxes in mm, inks, fonts and pictures of a file', () => {
  const { facts } = preflight(
    makePdf({
      content:
        'BT /F1 9 Tf 0 0 0 1 k 100 100 Td <0001> Tj ET 0.5 0 0 0 k 50 50 9 9 re f /S cs 1 scn 60 60 9 9 re f 0 1 0 0 k 900 900 9 9 re f q 36 0 0 72 50 150 cm /I Do Q',
      resources:
        '/Font << /F1 9 0 R >> /ColorSpace << /S [/Separation /Guld /DeviceCMYK 21 0 R] >> /XObject << /I 20 0 R >>',
      more: [
        `20 ${stream('/Subtype /Image /Width 300 /Height 500 /BitsPerComponent 8 /ColorSpace /DeviceGray', '')}`,
        '21 << /FunctionType 2 /Domain [0 1] /N 1 >>',
      ],
    }),
    { spots: ['Guld'] },
  );
  expect(facts).toEqual({
    pdfVersion: '1.6',
    pages: [
      {
        name: 'front',
        media: { width: 106, height: 106 },
        bleed: { width: 106, height: 106 },
        trim: { width: 100, height: 100 },
      },
    ],
    inks: ['Cyan', 'Black', 'Guld'],
    fonts: [{ name: 'AAAAAA+Barlow', type: 'CIDFontType2', embedded: true, subset: true }],
    pictures: [{ page: 'front', widthPx: 300, heightPx: 500, ppi: 500, space: 'DeviceGray' }],
  });
});
