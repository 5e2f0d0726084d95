/** What a printing house would send back: inks, bleed, distances from edges. */
import { describe } from 'vitest';
import { append, type Case, paths, swap, testCases } from './project.ts';

const { css, pages } = paths;
const rule = (text: string) => ({ [css]: append(text) });

const inkCases: readonly Case[] = [
  { name: 'a colour of screens', change: rule('h1 { color: #c00; }'), findings: [] },
  { name: 'a colour by its name', change: rule('h1 { color: rebeccapurple; }'), findings: [] },
  { name: 'black as screens have it', change: rule('h1 { color: black; }'), findings: [] },
  { name: 'a colour that does not exist', change: rule('h1 { color: rde; }'), findings: [] },
  { name: 'inks beyond full', change: rule('h1 { color: device-cmyk(0 0 0 2); }'), findings: [] },
  {
    name: 'more ink than paper takes',
    change: rule('h1 { background: device-cmyk(1 1 1 1); }'),
    findings: [],
  },
  {
    name: 'small letters in four inks',
    change: rule('html { color: device-cmyk(0.6 0.4 0.4 1); }'),
    findings: [],
  },
  {
    name: 'a line thinner than a press prints',
    change: rule('h1 { border-bottom: 0.05pt solid device-cmyk(0 0 0 1); }'),
    findings: [],
  },
  {
    name: 'letters smaller than anyone reads',
    change: rule('p { font-size: 3pt; line-height: 4pt; }'),
    findings: [],
  },
];

const edgeCases: readonly Case[] = [
  {
    name: 'a surface that ends on the trim',
    change: rule(
      '.front { background: device-cmyk(0 1 0 0); }\n@page front { margin: 0; }\nh1 { padding: 10mm; }',
    ),
    findings: [],
  },
  {
    name: 'a picture that ends on the trim',
    change: rule('@page back { margin: 0 10mm; }'),
    findings: [],
  },
  {
    name: 'a surface that ends a millimetre before the trim',
    change: rule(
      'h1 { position: absolute; top: -9mm; left: 0; width: 20mm; height: 5mm; background: device-cmyk(0 1 0 0); color: transparent }',
    ),
    findings: [],
  },
  {
    name: 'words two millimetres from the trim',
    change: rule('@page front { margin: 2mm; }'),
    findings: [],
  },
  {
    name: 'words two millimetres from the fold',
    change: rule(
      '@page inside1 { margin: 10mm 10mm 10mm 2mm; }\n@page inside2 { margin: 10mm 10mm 10mm 2mm; }',
    ),
    findings: [],
  },
  { name: 'words over the trim', change: rule('h1 { margin-left: -12mm; }'), findings: [] },
  {
    name: 'words wholly outside the page',
    change: rule('h1 { position: absolute; left: -90mm; }'),
    findings: [],
  },
  {
    name: 'words behind a border of the panel',
    change: {
      [css]: append('h1 { position: absolute; left: 80mm; white-space: nowrap; }'),
      [pages]: swap('<h1>{{title}}</h1>', '<h1>{{title}} of some length</h1>'),
    },
    findings: [],
  },
];

describe('inks', () => testCases(inkCases));
describe('edges', () => testCases(edgeCases));
