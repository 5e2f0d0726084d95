/** Mistakes in style sheets: syntax, names, values, files, and sheets that grow without end. */
import { describe } from 'vitest';
import { append, type Case, paths, swap, testCases } from './project.ts';

const { css } = paths;
const rule = (text: string) => ({ [css]: append(text) });

const syntaxCases: readonly Case[] = [
  {
    name: 'a property that does not exist',
    change: rule('h1 { colour: device-cmyk(0 0 0 1); }'),
    findings: ['error css/unknown-property templates/leaflet/leaflet.css:19:6 ‹colour›'],
    says: ['did you mean `color`?'],
  },
  {
    name: 'a property that is not done',
    change: rule('h1 { backdrop-filter: blur(1px); }'),
    findings: [
      'error css/unsupported-property templates/leaflet/leaflet.css:19:6 ‹backdrop-filter›',
    ],
  },
  {
    name: 'a property for screens',
    change: rule('h1 { cursor: pointer; }'),
    findings: ['warning css/no-effect templates/leaflet/leaflet.css:19:6 ‹cursor›'],
  },
  {
    name: 'a value that the property does not take',
    change: rule('h1 { text-align: centre; }'),
    findings: ['error css/invalid-value templates/leaflet/leaflet.css:19:18 ‹centre›'],
    says: ['did you mean `center`?'],
  },
  {
    name: 'a length without a unit',
    change: rule('h1 { margin-top: 12; }'),
    findings: ['error css/unit-missing templates/leaflet/leaflet.css:19:18 ‹12›'],
  },
  {
    name: 'a unit that does not exist',
    change: rule('h1 { margin-top: 12points; }'),
    findings: ['error css/unknown-unit templates/leaflet/leaflet.css:19:18 ‹12points›'],
  },
  {
    name: 'a negative width',
    change: rule('h1 { width: -5mm; }'),
    findings: ['error css/out-of-range templates/leaflet/leaflet.css:19:13 ‹-5mm›'],
  },
  {
    name: 'a missing semicolon',
    change: rule('h1 {\n  margin-top: 1pt\n  margin-bottom: 1pt;\n}'),
    findings: ['error css/syntax templates/leaflet/leaflet.css:21:3 ‹margin-bottom›'],
  },
  {
    name: 'a block that is never closed',
    change: rule('h1 { margin-top: 1pt;'),
    findings: ['error css/syntax templates/leaflet/leaflet.css:19:4 ‹{›'],
  },
  {
    name: 'a bracket too many',
    change: rule('h1 { margin-top: 1pt; } }'),
    findings: ['error css/syntax templates/leaflet/leaflet.css:19:25 ‹}›'],
  },
  {
    name: 'a comment that is never closed',
    change: rule('/* h1 { margin-top: 1pt; }'),
    findings: ['error css/syntax templates/leaflet/leaflet.css:19:1 ‹/* h1 { margin-top: 1pt; }⏎›'],
  },
  {
    name: 'a text that is never closed',
    change: rule('h1::before { content: "x; }'),
    findings: [
      'error css/syntax templates/leaflet/leaflet.css:19:23 ‹"x; }⏎›',
      'error css/syntax templates/leaflet/leaflet.css:19:12 ‹{›',
      'error css/invalid-value templates/leaflet/leaflet.css:19:23 ‹"x; }⏎›',
    ],
  },
  {
    name: 'a selector that does not exist',
    change: rule('h1:hoover { margin: 0; }'),
    findings: ['error css/unknown-selector templates/leaflet/leaflet.css:19:3 ‹:hoover›'],
  },
  {
    name: 'a selector for screens',
    change: rule('a:hover { margin: 0; }'),
    findings: ['warning css/no-effect templates/leaflet/leaflet.css:19:2 ‹:hover›'],
  },
  {
    name: 'a rule that does not exist',
    change: rule('@pgae front { margin: 0; }'),
    findings: ['error css/unknown-at-rule templates/leaflet/leaflet.css:19:1 ‹@pgae front›'],
  },
  {
    name: 'a calculation that cannot be made',
    change: rule('h1 { width: calc(1mm * 1mm); }'),
    findings: ['error css/wrong-calculation templates/leaflet/leaflet.css:19:13 ‹calc(1mm * 1mm)›'],
  },
  {
    name: 'a name that has no value',
    change: rule('h1 { margin-top: var(--gird); }\n:root { --grid: 1pt; }'),
    findings: ['error css/unknown-variable templates/leaflet/leaflet.css:19:18 ‹var(--gird)›'],
    says: ['did you mean `--grid`?'],
  },
  {
    name: 'names that need each other',
    change: rule(':root { --a: var(--b); --b: var(--a); }\nh1 { margin-top: var(--a); }'),
    findings: [
      'error css/variable-cycle templates/leaflet/leaflet.css:19:9 ‹--a: var(--b)›',
      'error css/unknown-variable templates/leaflet/leaflet.css:20:18 ‹var(--a)›',
    ],
  },
  {
    name: 'a style in an attribute',
    change: { [paths.pages]: swap('<h1>{{title}}</h1>', '<h1 style="colour: red">{{title}}</h1>') },
    findings: ['error css/unknown-property templates/leaflet/pages.hbs:8:35 ‹colour›'],
  },
];

const fileCases: readonly Case[] = [
  {
    name: 'an import that is not there',
    change: { [css]: (text) => `@import "bas.css";\n${text}`, 'templates/leaflet/base.css': '' },
    findings: ['error input/file-missing templates/leaflet/leaflet.css:1:9 ‹"bas.css"›'],
  },
  {
    name: 'an import outside the project',
    change: { [css]: (text) => `@import "../../../base.css";\n${text}` },
    findings: ['error input/file-outside templates/leaflet/leaflet.css:1:9 ‹"../../../base.css"›'],
  },
  {
    name: 'an import by its path on the machine',
    change: { [css]: (text) => `@import "/etc/passwd";\n${text}` },
    findings: ['error input/file-missing templates/leaflet/leaflet.css:1:9 ‹"/etc/passwd"›'],
  },
  {
    name: 'an import from the network',
    change: { [css]: (text) => `@import url(https://example.org/a.css);\n${text}` },
    findings: [
      'error css/foreign-address templates/leaflet/leaflet.css:1:9 ‹url(https://example.org/a.css)›',
    ],
  },
  {
    name: 'a sheet that imports itself',
    change: { [css]: (text) => `@import "leaflet.css";\n${text}` },
    findings: ['error css/import-circle templates/leaflet/leaflet.css:1:9 ‹"leaflet.css"›'],
  },
  {
    name: 'an import after other rules',
    change: rule('@import "base.css";'),
    findings: [
      'error css/misplaced-at-rule templates/leaflet/leaflet.css:19:1 ‹@import "base.css"›',
    ],
  },
  {
    name: 'a background that is not there',
    change: rule('h1 { background-image: url(/assets/foto.jpg); }'),
    findings: [
      'error input/file-missing templates/leaflet/leaflet.css:19:24 ‹url(/assets/foto.jpg)›',
    ],
    says: ['did you mean `assets/photo.jpg`?'],
  },
  {
    name: 'a background outside the project',
    change: rule('h1 { background-image: url(../../../secret.jpg); }'),
    findings: [
      'error input/file-outside templates/leaflet/leaflet.css:19:24 ‹url(../../../secret.jpg)›',
    ],
  },
  {
    name: 'a background from the network',
    change: rule('h1 { background-image: url("https://example.org/a.jpg"); }'),
    findings: [
      'error css/foreign-address templates/leaflet/leaflet.css:19:24 ‹url("https://example.org/a.jpg")›',
    ],
  },
];

/** Nine names, each ten times the one before: a thousand million words, were they put in. */
const growing = Array.from(
  { length: 9 },
  (_, i) => `--v${i + 1}: ${Array.from({ length: 10 }, () => `var(--v${i})`).join(' ')};`,
).join('\n');

const sizeCases: readonly Case[] = [
  {
    name: 'a document that is not displayed',
    change: rule('html { display: none; }'),
    findings: ['error layout/empty-document templates/leaflet/pages.hbs:2:1 ‹<html>›'],
  },
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
    findings: ['error layout/overfull-line content/leaflet/copy.yaml:1:8 ‹A›'],
    more: true,
  },
  {
    name: 'twenty thousand names, each needing the next',
    change: rule(
      `:root { ${Array.from({ length: 20_000 }, (_, i) => `--v${i}: var(--v${i + 1});`).join('')} }`,
    ),
    findings: [
      'error css/variable-too-long templates/leaflet/leaflet.css:19:278 ‹--v16: var(--v17)›',
    ],
  },
  {
    name: 'names whose brackets add up',
    change: rule(
      `:root { ${Array.from({ length: 400 }, (_, i) => `--v${i}: ${'('.repeat(90)}var(--v${i + 1})${')'.repeat(90)};`).join('')} --v400: 1pt; }`,
    ),
    findings: [
      'error css/variable-too-long templates/leaflet/leaflet.css:19:3158 ‹--v16: ((((((((((((((((((((((((((((((((…›',
    ],
  },
  {
    name: 'a calculation of ten thousand terms',
    change: rule(`h1 { margin: calc(${'min(1pt, 2em) + '.repeat(5000)}1pt); }`),
    findings: [
      'error css/wrong-calculation templates/leaflet/leaflet.css:19:14 ‹calc(min(1pt, 2em) + min(1pt, 2em) + mi…›',
    ],
  },
  {
    name: 'rules inside each other twenty thousand times',
    change: rule(`${'a {'.repeat(20_000)}${'}'.repeat(20_000)}`),
    findings: [
      'error css/too-deep templates/leaflet/leaflet.css:19:303 ‹{›',
      'error layout/no-fonts templates/leaflet/pages.hbs:2:1 ‹<html>›',
    ],
  },
  {
    name: 'brackets in a drawing’s attribute',
    change: {
      [paths.pages]: swap(
        '<h1>{{title}}</h1>',
        `<h1>{{title}}</h1><svg viewBox="0 0 1 1"><path d="M0 0" fill="${'('.repeat(10_000)}"/></svg>`,
      ),
    },
    findings: [
      'error css/invalid-value templates/leaflet/pages.hbs:8:86 ‹(((((((((((((((((((((((((((((((((((((((…›',
    ],
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
    findings: ['error css/too-many-imports templates/leaflet/c199.css:1:9 ‹"c200.css"›'],
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
      'templates/leaflet/c30.css': '',
    },
    findings: ['error css/too-many-imports templates/leaflet/c26.css:1:28 ‹"c27.css"›'],
  },
  {
    name: 'names that multiply',
    change: rule(`:root { --v0: 1pt; ${growing} }\nh1 { margin: var(--v9); }`),
    findings: [
      'error css/variable-too-long templates/leaflet/leaflet.css:22:1 ‹--v4: var(--v3) var(--v3) var(--v3) var…›',
      'error css/unknown-variable templates/leaflet/leaflet.css:28:14 ‹var(--v9)›',
    ],
  },
  {
    name: 'an item in column a million',
    change: rule('ol { display: grid; }\nli { grid-column: 1000000; }'),
    findings: [],
  },
  {
    name: 'letters as large as a house',
    change: rule('h1 { font-size: 1000000pt; }'),
    findings: [
      'error layout/overfull-line content/leaflet/copy.yaml:1:8 ‹A›',
      'error layout/overfull-line content/leaflet/copy.yaml:1:10 ‹leaf›',
      'error layout/overfull-line content/leaflet/copy.yaml:1:14 ‹let›',
    ],
  },
  { name: 'a width beyond all numbers', change: rule('h1 { width: 1e308mm; }'), findings: [] },
  {
    name: 'a background of a million tiles',
    change: rule('section { background: url(/assets/photo.jpg) 0 0 / 0.1pt 0.1pt; }'),
    findings: [
      'error display/too-many-tiles templates/leaflet/pages.hbs:8:1 ‹<section class="front">›',
      'error display/too-many-tiles templates/leaflet/pages.hbs:9:1 ‹<section class="inside1">›',
      'error display/too-many-tiles templates/leaflet/pages.hbs:10:1 ‹<section class="inside2">›',
      'error display/too-many-tiles templates/leaflet/pages.hbs:15:1 ‹<section class="back">›',
    ],
  },
  {
    name: 'a selector inside itself a thousand times',
    change: rule(`${':not('.repeat(1000)}h1${')'.repeat(1000)} { margin: 0; }`),
    findings: [
      'error css/too-deep templates/leaflet/leaflet.css:19:502 ‹not(›',
      'error layout/no-fonts templates/leaflet/pages.hbs:2:1 ‹<html>›',
    ],
  },
  {
    name: 'brackets inside each other ten thousand times',
    change: rule(`h1 { margin: ${'('.repeat(10000)}; }`),
    findings: [
      'error css/too-deep templates/leaflet/leaflet.css:19:113 ‹(›',
      'error layout/no-fonts templates/leaflet/pages.hbs:2:1 ‹<html>›',
    ],
  },
  {
    name: 'calculations inside each other ten thousand times',
    change: rule(`h1 { margin: ${'calc('.repeat(10000)}1pt${')'.repeat(10000)}; }`),
    findings: [
      'error css/too-deep templates/leaflet/leaflet.css:19:509 ‹calc(›',
      'error layout/no-fonts templates/leaflet/pages.hbs:2:1 ‹<html>›',
    ],
  },
  {
    name: 'a margin that leaves no page',
    change: rule('@page front { margin: 60mm; }'),
    findings: [
      'error layout/overfull-line content/leaflet/copy.yaml:1:8 ‹A›',
      'error layout/overfull-line content/leaflet/copy.yaml:1:10 ‹leaf›',
      'error layout/overfull-line content/leaflet/copy.yaml:1:14 ‹let›',
    ],
  },
  {
    name: 'a sheet of 17 MB',
    change: { [css]: ' '.repeat(17 * 1024 * 1024) },
    findings: ['error input/file-too-large templates/leaflet/pages.hbs:5:32 ‹leaflet.css›'],
  },
];

describe('syntax, names and values', () => testCases(syntaxCases));
describe('files that sheets name', () => testCases(fileCases));
describe('sheets beyond measure', () => testCases(sizeCases));
