/** Inks that print nothing get no patch on a sheet's colour bar. */
import { expect, it } from 'vitest';
import { collectPages, readPdf } from '../../src/pdf/index.ts';
import { technicalInks } from '../../src/preflight/index.ts';
import { cleanParts, makePdf } from './make-pdf.ts';

const spot = (name: string) =>
  `[/Separation /${name} /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 0 0] /N 1 >>]`;
const steps = `${cleanParts.catalog} /OCProperties << /OCGs [30 0 R] /D << /Name (d) >> >>`;
const layer = '30 << /Type /OCG /Name (Cut) /GTS_Metadata << /GTS_ProcStepsGroup /Structural >> >>';
const inStep = (content: string) => `/OC /Step BDC ${content} EMC`;
const square = (space: string) => `/${space} cs 1 scn 0 0 9 9 re f`;

it.each([
  ['in a layer of a processing step alone', inStep(square('Knife')), ['Knife']],
  ['in such a layer and outside of it', `${inStep(square('Knife'))} ${square('Knife')}`, []],
  ['outside of such layers', square('Knife'), []],
  ['as a line', inStep('/Knife CS 1 SCN 0 0 m 9 9 l S'), ['Knife']],
  ['by the name that cutters use', square('CutContour'), ['CutContour']],
])('an ink %s', (_, content, expected) => {
  const file = readPdf(
    makePdf({
      content,
      catalog: steps,
      resources: `/Properties << /Step 30 0 R >> /ColorSpace << /Knife ${spot('Knife')} /CutContour ${spot('CutContour')} >>`,
      more: [layer],
    }),
  );
  if (file.kind !== 'pdf') throw new Error('no file');
  const spots = content.includes('CutContour') ? ['CutContour'] : ['Knife'];
  expect([...technicalInks(file, collectPages(file), spots)]).toEqual(expected);
});

it.each(['CutContour', 'Thru-cut', 'kiss cut', 'Dieline', 'Stans', 'Bigning', 'PerfCutContour'])(
  'the name %s is an instruction',
  (name) => {
    const file = readPdf(makePdf({ content: '' }));
    if (file.kind !== 'pdf') throw new Error('no file');
    expect([...technicalInks(file, [], [name, 'PANTONE 286 C', 'Stanford Red'])]).toEqual([name]);
  },
);
