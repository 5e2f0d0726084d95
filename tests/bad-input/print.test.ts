/** What a printing house would send back: inks, bleed, distances from edges. */
import { describe } from 'vitest';
import { append, type Case, paths, swap, testCases } from './project.ts';

const { css, pages } = paths;
const rule = (text: string) => ({ [css]: append(text) });

/** A drawing with words before the headline. */
const drawing = (attributes: string, style = '') => ({
  [pages]: swap(
    '<h1>',
    `<svg style="width: 30mm; height: 10mm; ${style}"><text ${attributes} x="2mm" y="6mm">Havn</text></svg><h1>`,
  ),
});

const inkCases: readonly Case[] = [
  {
    name: 'a colour of screens',
    change: rule('h1 { color: #c00; }'),
    findings: ['error display/rgb-in-print templates/leaflet/leaflet.css:19:6 ‹color: #c00›'],
  },
  {
    name: 'a colour by its name',
    change: rule('h1 { color: rebeccapurple; }'),
    findings: [
      'error display/rgb-in-print templates/leaflet/leaflet.css:19:6 ‹color: rebeccapurple›',
    ],
  },
  { name: 'black as screens have it', change: rule('h1 { color: black; }'), findings: [] },
  {
    name: 'a colour that does not exist',
    change: rule('h1 { color: rde; }'),
    findings: ['error css/invalid-value templates/leaflet/leaflet.css:19:13 ‹rde›'],
  },
  {
    name: 'inks beyond full',
    change: rule('h1 { color: device-cmyk(0 0 0 2); }'),
    findings: ['error css/out-of-range templates/leaflet/leaflet.css:19:13 ‹device-cmyk(0 0 0 2)›'],
  },
  {
    name: 'more ink than paper takes',
    change: rule('h1 { background: device-cmyk(1 1 1 1); }'),
    findings: [
      'error display/total-ink templates/leaflet/leaflet.css:19:6 ‹background: device-cmyk(1 1 1 1)›',
    ],
    says: ['400 %'],
  },
  {
    name: 'small letters in four inks',
    change: rule('html { color: device-cmyk(0.6 0.4 0.4 1); }'),
    findings: [
      'error preflight/rich-black-text content/leaflet/copy.yaml:9:6 ‹example.org›',
      'error preflight/rich-black-text content/leaflet/copy.yaml:3:3 ‹The first paragraph of the body.›',
    ],
  },
  {
    name: 'small letters of a drawing in four inks',
    change: drawing('font-size="9pt" fill="device-cmyk(0.6 0.4 0.4 1)"'),
    findings: [
      'error preflight/rich-black-text templates/leaflet/pages.hbs:8:65 ‹<text font-size="9pt" fill="device-cmyk…›',
    ],
    says: ['`Havn` (9 pt)'],
  },
  {
    name: 'letters of a drawing made smaller than anyone reads',
    change: drawing('font-size="9pt" transform="scale(.25)"'),
    findings: [
      'error preflight/small-type templates/leaflet/pages.hbs:8:65 ‹<text font-size="9pt" transform="scale(…›',
    ],
    says: ['`Havn` is 2.25 pt'],
  },
  {
    name: 'letters of a drawing with a halo of paper',
    change: drawing('font-size="7pt" stroke="device-cmyk(0 0 0 0)" paint-order="stroke"'),
    findings: [],
  },
  {
    name: 'a line thinner than a press prints',
    change: rule('h1 { border-bottom: 0.05pt solid device-cmyk(0 0 0 1); }'),
    findings: ['error preflight/thin-lines templates/leaflet/pages.hbs:8:24 ‹<h1>›'],
  },
  {
    name: 'letters smaller than anyone reads',
    change: rule('p { font-size: 3pt; line-height: 4pt; }'),
    findings: [
      'error preflight/small-type content/leaflet/copy.yaml:9:6 ‹example.org›',
      'error preflight/small-type content/leaflet/copy.yaml:3:3 ‹The first paragraph of the body.›',
    ],
  },
];

const edgeCases: readonly Case[] = [
  {
    name: 'a surface that ends on the trim',
    change: rule(
      '.front { background: device-cmyk(0 1 0 0); }\n@page front { margin: 0; }\nh1 { padding: 10mm; }',
    ),
    findings: [
      'error display/missing-bleed templates/leaflet/pages.hbs:8:1 ‹<section class="front">›',
      'error display/missing-bleed templates/leaflet/pages.hbs:8:1 ‹<section class="front">›',
      'error display/missing-bleed templates/leaflet/pages.hbs:8:1 ‹<section class="front">›',
      'warning display/colors-meet-on-fold templates/leaflet/leaflet.css:19:10 ‹background: device-cmyk(0 1 0 0)›',
    ],
  },
  {
    name: 'a surface that ends on a fold, of the same colour as words',
    change: rule(
      'h1 { color: device-cmyk(0 1 0 0); }\n@page front { background: device-cmyk(0 1 0 0); }',
    ),
    findings: [
      'warning display/colors-meet-on-fold templates/leaflet/leaflet.css:20:15 ‹background: device-cmyk(0 1 0 0)›',
    ],
  },
  {
    name: 'a picture that ends on the trim',
    change: rule('@page back { margin: 0 10mm; }'),
    findings: [
      'error display/missing-bleed templates/leaflet/pages.hbs:16:3 ‹<img src="{{picture.file}}" alt="{{pict…›',
    ],
  },
  {
    name: 'a surface that ends a millimetre before the trim',
    change: rule(
      'h1 { position: absolute; top: -9mm; left: 0; width: 20mm; height: 5mm; background: device-cmyk(0 1 0 0); color: transparent }',
    ),
    findings: ['warning display/stops-short-of-trim templates/leaflet/pages.hbs:8:24 ‹<h1>›'],
  },
  {
    name: 'words two millimetres from fold and trim',
    change: rule('@page front { margin: 2mm; }'),
    findings: [
      'warning display/near-trim content/leaflet/copy.yaml:1:8 ‹A leaflet›',
      'error display/near-trim content/leaflet/copy.yaml:1:8 ‹A leaflet›',
    ],
  },
  {
    name: 'words two millimetres from the left trim',
    change: rule('@page inside1 { margin: 10mm 10mm 10mm 2mm; }'),
    findings: [
      'error display/near-trim content/leaflet/copy.yaml:3:3 ‹The first paragraph of the body.›',
    ],
  },
  {
    name: 'words of a drawing 1.2 mm from the trim',
    change: drawing('font-size="9pt"', 'position: absolute; top: -12.6mm'),
    findings: [
      'error display/near-trim templates/leaflet/pages.hbs:8:97 ‹<text font-size="9pt" x="2mm" y="6mm">›',
    ],
    says: ['"Havn"'],
  },
  {
    name: 'words over the trim',
    change: rule('h1 { margin-left: -12mm; }'),
    findings: ['error layout/overset-text content/leaflet/copy.yaml:1:8 ‹A›'],
    says: ['outside the page `front`', 'inwards'],
  },
  {
    name: 'words wholly outside the page',
    change: rule('h1 { position: absolute; left: -90mm; }'),
    findings: ['error layout/overset-text content/leaflet/copy.yaml:1:8 ‹A›'],
  },
  {
    name: 'words that run over the right trim',
    change: {
      [css]: append('h1 { position: absolute; left: 80mm; white-space: nowrap; }'),
      [pages]: swap('<h1>{{title}}</h1>', '<h1>{{title}} of some length</h1>'),
    },
    findings: ['error layout/overset-text content/leaflet/copy.yaml:1:8 ‹A›'],
  },
];

describe('inks', () => testCases(inkCases));
describe('edges', () => testCases(edgeCases));
