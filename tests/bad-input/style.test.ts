/** Mistakes in style sheets: syntax, names, values, files, and sheets that grow without end. */
import { describe } from 'vitest';
import { append, type Case, paths, swap, testCases } from './project.ts';

const { css } = paths;
const rule = (text: string) => ({ [css]: append(text) });

const syntaxCases: readonly Case[] = [
  {
    name: 'a property that does not exist',
    change: rule('h1 { colour: device-cmyk(0 0 0 1); }'),
    findings: [],
  },
  {
    name: 'a property that is not done',
    change: rule('h1 { box-shadow: 1pt 1pt black; }'),
    findings: [],
  },
  { name: 'a property for screens', change: rule('h1 { cursor: pointer; }'), findings: [] },
  {
    name: 'a value that the property does not take',
    change: rule('h1 { text-align: centre; }'),
    findings: [],
  },
  { name: 'a length without a unit', change: rule('h1 { margin-top: 12; }'), findings: [] },
  {
    name: 'a unit that does not exist',
    change: rule('h1 { margin-top: 12points; }'),
    findings: [],
  },
  { name: 'a unit of windows', change: rule('h1 { margin-top: 10vh; }'), findings: [] },
  { name: 'a negative width', change: rule('h1 { width: -5mm; }'), findings: [] },
  {
    name: 'a missing semicolon',
    change: rule('h1 {\n  margin-top: 1pt\n  margin-bottom: 1pt;\n}'),
    findings: [],
  },
  { name: 'a block that is never closed', change: rule('h1 { margin-top: 1pt;'), findings: [] },
  { name: 'a bracket too many', change: rule('h1 { margin-top: 1pt; } }'), findings: [] },
  {
    name: 'a comment that is never closed',
    change: rule('/* h1 { margin-top: 1pt; }'),
    findings: [],
  },
  {
    name: 'a text that is never closed',
    change: rule('h1::before { content: "x; }'),
    findings: [],
  },
  {
    name: 'a selector that does not exist',
    change: rule('h1:hoover { margin: 0; }'),
    findings: [],
  },
  { name: 'a selector for screens', change: rule('a:hover { margin: 0; }'), findings: [] },
  { name: 'a rule that does not exist', change: rule('@pgae front { margin: 0; }'), findings: [] },
  {
    name: 'a calculation that cannot be made',
    change: rule('h1 { width: calc(1mm * 1mm); }'),
    findings: [],
  },
  {
    name: 'a name that has no value',
    change: rule('h1 { margin-top: var(--gird); }\n:root { --grid: 1pt; }'),
    findings: [],
  },
  {
    name: 'names that need each other',
    change: rule(':root { --a: var(--b); --b: var(--a); }\nh1 { margin-top: var(--a); }'),
    findings: [],
  },
  {
    name: 'a style in an attribute',
    change: { [paths.pages]: swap('<h1>{{title}}</h1>', '<h1 style="colour: red">{{title}}</h1>') },
    findings: [],
  },
];

const fileCases: readonly Case[] = [
  {
    name: 'an import that is not there',
    change: { [css]: (text) => `@import "bas.css";\n${text}`, 'templates/leaflet/base.css': '' },
    findings: [],
  },
  {
    name: 'an import outside the project',
    change: { [css]: (text) => `@import "../../../base.css";\n${text}` },
    findings: [],
  },
  {
    name: 'an import by its path on the machine',
    change: { [css]: (text) => `@import "/etc/passwd";\n${text}` },
    findings: [],
  },
  {
    name: 'an import from the network',
    change: { [css]: (text) => `@import url(https://example.org/a.css);\n${text}` },
    findings: [],
  },
  {
    name: 'a sheet that imports itself',
    change: { [css]: (text) => `@import "leaflet.css";\n${text}` },
    findings: [],
  },
  { name: 'an import after other rules', change: rule('@import "base.css";'), findings: [] },
  {
    name: 'a background that is not there',
    change: rule('h1 { background-image: url(/assets/foto.jpg); }'),
    findings: [],
  },
  {
    name: 'a background outside the project',
    change: rule('h1 { background-image: url(../../../secret.jpg); }'),
    findings: [],
  },
  {
    name: 'a background from the network',
    change: rule('h1 { background-image: url("https://example.org/a.jpg"); }'),
    findings: [],
  },
];

/** Nine names, each ten times the one before: a thousand million words, were they put in. */
const growing = Array.from(
  { length: 9 },
  (_, i) => `--v${i + 1}: ${Array.from({ length: 10 }, () => `var(--v${i})`).join(' ')};`,
).join('\n');

const sizeCases: readonly Case[] = [
  {
    name: 'a gradient beyond all numbers',
    change: rule(
      'h1 { background: linear-gradient(device-cmyk(0 1 0 0) 1e308mm, device-cmyk(0 0 1 0)); }',
    ),
    findings: [],
  },
  {
    name: 'sizes that multiply from element to element',
    change: {
      [css]: append('div { font-size: 1000em; }'),
      [paths.pages]: swap(
        '<h1>{{title}}</h1>',
        `${'<div>'.repeat(300)}{{title}}${'</div>'.repeat(300)}`,
      ),
    },
    findings: [],
  },
  {
    name: 'twenty thousand names, each needing the next',
    change: rule(
      `:root { ${Array.from({ length: 20_000 }, (_, i) => `--v${i}: var(--v${i + 1});`).join('')} }`,
    ),
    findings: [],
  },
  {
    name: 'names whose brackets add up',
    change: rule(
      `:root { ${Array.from({ length: 400 }, (_, i) => `--v${i}: ${'('.repeat(90)}var(--v${i + 1})${')'.repeat(90)};`).join('')} --v400: 1pt; }`,
    ),
    findings: [],
  },
  {
    name: 'a calculation of ten thousand terms',
    change: rule(`h1 { margin: calc(${'min(1pt, 2em) + '.repeat(5000)}1pt); }`),
    findings: [],
  },
  {
    name: 'rules inside each other twenty thousand times',
    change: rule(`${'a {'.repeat(20_000)}${'}'.repeat(20_000)}`),
    findings: [],
  },
  {
    name: 'brackets in a drawing’s attribute',
    change: {
      [paths.pages]: swap(
        '<h1>{{title}}</h1>',
        `<h1>{{title}}</h1><svg viewBox="0 0 1 1"><path d="M0 0" fill="${'('.repeat(10_000)}"/></svg>`,
      ),
    },
    findings: [],
  },
  {
    name: 'three thousand sheets, each importing the next',
    change: {
      [css]: (text) => `@import "c0.css";\n${text}`,
      ...Object.fromEntries(
        Array.from({ length: 3000 }, (_, i) => [
          `templates/leaflet/c${i}.css`,
          `@import "c${i + 1}.css";`,
        ]),
      ),
    },
    findings: [],
  },
  {
    name: 'sheets that each import the next one twice',
    change: {
      [css]: (text) => `@import "c0.css";\n${text}`,
      ...Object.fromEntries(
        Array.from({ length: 30 }, (_, i) => [
          `templates/leaflet/c${i}.css`,
          `@import "c${i + 1}.css"; @import "c${i + 1}.css";`,
        ]),
      ),
    },
    findings: [],
  },
  {
    name: 'names that multiply',
    change: rule(`:root { --v0: 1pt; ${growing} }\nh1 { margin: var(--v9); }`),
    findings: [],
  },
  {
    name: 'an item in column a million',
    change: rule('ol { display: grid; }\nli { grid-column: 1000000; }'),
    findings: [],
  },
  {
    name: 'letters as large as a house',
    change: rule('h1 { font-size: 1000000pt; }'),
    findings: [],
  },
  { name: 'a width beyond all numbers', change: rule('h1 { width: 1e308mm; }'), findings: [] },
  {
    name: 'a background of a million tiles',
    change: rule('section { background: url(/assets/photo.jpg) 0 0 / 0.1pt 0.1pt; }'),
    findings: [],
  },
  {
    name: 'a selector inside itself a thousand times',
    change: rule(`${':not('.repeat(1000)}h1${')'.repeat(1000)} { margin: 0; }`),
    findings: [],
  },
  {
    name: 'brackets inside each other ten thousand times',
    change: rule(`h1 { margin: ${'('.repeat(10000)}; }`),
    findings: [],
  },
  {
    name: 'calculations inside each other ten thousand times',
    change: rule(`h1 { margin: ${'calc('.repeat(10000)}1pt${')'.repeat(10000)}; }`),
    findings: [],
  },
  {
    name: 'a margin that leaves no page',
    change: rule('@page front { margin: 60mm; }'),
    findings: [],
  },
  { name: 'a sheet of 17 MB', change: { [css]: ' '.repeat(17 * 1024 * 1024) }, findings: [] },
];

describe('syntax, names and values', () => testCases(syntaxCases));
describe('files that sheets name', () => testCases(fileCases));
describe('sheets beyond measure', () => testCases(sizeCases));
