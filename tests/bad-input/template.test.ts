/** Mistakes in templates: Handlebars, the HTML that comes out, and the panels it is for. */
import { describe } from 'vitest';
import { append, type Case, paths, swap, testCases } from './project.ts';

const { pages, partial, css } = paths;

const title = '<h1>{{title}}</h1>';
const inTitle = (words: string) => ({ [pages]: swap(title, words) });

const handlebarsCases: readonly Case[] = [
  {
    name: 'no pages at all',
    change: { [pages]: '\n' },
    findings: ['error input/empty-template templates/leaflet/pages.hbs:1:1 ‹›'],
  },
  {
    name: 'a block that is never closed',
    change: { [pages]: swap('{{/each}}', '') },
    findings: ['error input/template-syntax templates/leaflet/pages.hbs:12:5 ‹{{#each›'],
  },
  {
    name: 'a block closed by another’s name',
    change: { [pages]: swap('{{/each}}', '{{/if}}') },
    findings: ['error input/template-syntax templates/leaflet/pages.hbs:12:8 ‹each›'],
  },
  {
    name: 'a brace too few',
    change: inTitle('<h1>{{title}</h1>'),
    findings: ['error input/template-syntax templates/leaflet/pages.hbs:8:35 ‹}›'],
  },
  {
    name: 'a brace too many',
    change: inTitle('<h1>{{{title}}</h1>'),
    findings: ['error input/template-syntax templates/leaflet/pages.hbs:8:36 ‹}›'],
  },
  {
    name: 'a field that the copy does not have',
    change: inTitle('<h1>{{titel}}</h1>'),
    findings: ['error input/unknown-template-field templates/leaflet/pages.hbs:8:30 ‹titel›'],
    says: ['did you mean `title`?'],
  },
  {
    name: 'a group printed as if it were words',
    change: inTitle('<h1>{{picture}}</h1>'),
    findings: ['error input/not-printable templates/leaflet/pages.hbs:8:28 ‹{{picture}}›'],
  },
  {
    name: 'a function that does not exist',
    change: inTitle('<h1>{{uper title}}</h1>'),
    findings: ['error input/unknown-function templates/leaflet/pages.hbs:8:30 ‹uper›'],
  },
  {
    name: 'a function with too little',
    change: inTitle('<h1>{{plural title}}</h1>'),
    findings: ['error input/function-arguments templates/leaflet/pages.hbs:8:30 ‹plural›'],
  },
  {
    name: 'a number made of words',
    change: inTitle('<h1>{{number title}}</h1>'),
    findings: ['error input/function-value templates/leaflet/pages.hbs:8:28 ‹{{number title}}›'],
  },
  {
    name: 'a block that does not exist',
    change: inTitle('{{#loop points}}{{this}}{{/loop}}'),
    findings: ['error input/unknown-block templates/leaflet/pages.hbs:8:27 ‹loop›'],
  },
  {
    name: 'three braces',
    change: inTitle('<h1>{{{title}}}</h1>'),
    findings: ['warning input/raw-output templates/leaflet/pages.hbs:8:28 ‹{{{title}}}›'],
  },
  {
    name: 'a way into the program',
    change: inTitle('<h1>{{title.constructor.name}}</h1>'),
    findings: [
      'error input/unknown-template-field templates/leaflet/pages.hbs:8:30 ‹title.constructor.name›',
    ],
  },
  {
    name: 'a way into every object',
    change: inTitle('<h1>{{__proto__}}</h1>'),
    findings: ['error input/unknown-template-field templates/leaflet/pages.hbs:8:30 ‹__proto__›'],
  },
  {
    name: 'a way round by `lookup`',
    change: inTitle('<h1>{{lookup this "constructor"}}</h1>'),
    findings: ['error input/unknown-function templates/leaflet/pages.hbs:8:30 ‹lookup›'],
  },
  {
    name: 'a panel that the fold does not have',
    change: inTitle('<h1>{{panel "frnt" "width"}}</h1>'),
    findings: [
      'error input/unknown-panel templates/leaflet/pages.hbs:8:28 ‹{{panel "frnt" "width"}}›',
    ],
  },
  {
    name: 'a partial that does not exist',
    change: { [pages]: swap('{{> point}}', '{{> pont}}') },
    findings: ['error input/unknown-partial templates/leaflet/pages.hbs:12:21 ‹{{> pont}}›'],
    says: ['did you mean `point`?'],
  },
  {
    name: 'a partial with a path out of the project',
    change: { [pages]: swap('{{> point}}', '{{> ../../../secret}}') },
    findings: [
      'error input/unknown-partial templates/leaflet/pages.hbs:12:21 ‹{{> ../../../secret}}›',
    ],
  },
  {
    name: 'a partial named by the copy',
    change: { [pages]: swap('{{> point}}', '{{> (lookup . "x")}}') },
    findings: [
      'error input/dynamic-partial templates/leaflet/pages.hbs:12:21 ‹{{> (lookup . "x")}}›',
    ],
  },
  {
    name: 'a partial that calls itself',
    change: { [partial]: '<li>{{> point}}</li>\n' },
    findings: [
      'error input/partial-recursion templates/leaflet/partials/point.hbs:1:5 ‹{{> point}}›',
    ],
    says: ['calls itself without end'],
  },
  {
    name: 'two partials that call each other',
    change: {
      [partial]: '<li>{{> other}}</li>\n',
      'templates/leaflet/partials/other.hbs': '<b>{{> point}}</b>',
    },
    findings: [
      'error input/partial-recursion templates/leaflet/partials/other.hbs:1:4 ‹{{> point}}›',
    ],
  },
  {
    name: 'loops inside loops',
    change: {
      [pages]: swap(
        '{{#each points}}{{> point}}{{/each}}',
        `${'{{#each @root.points}}'.repeat(22)}<li>x</li>${'{{/each}}'.repeat(22)}`,
      ),
    },
    findings: ['error input/template-too-large templates/leaflet/pages.hbs:1:1 ‹<›'],
  },
  {
    name: 'five thousand blocks inside each other',
    change: inTitle(`${'{{#if title}}'.repeat(5000)}x${'{{/if}}'.repeat(5000)}`),
    findings: ['error input/template-too-deep templates/leaflet/pages.hbs:8:674 ‹{{›'],
  },
  {
    name: 'five thousand calls inside each other',
    change: inTitle(`<h1>{{upper ${'(upper '.repeat(5000)}title${')'.repeat(5000)}}}</h1>`),
    findings: ['error input/template-too-deep templates/leaflet/pages.hbs:8:28 ‹{{›'],
  },
  {
    name: 'a partial inside the template',
    change: { [pages]: swap('<body>', '{{#*inline "x"}}y{{/inline}}<body>') },
    findings: [
      'error input/decorator templates/leaflet/pages.hbs:7:1 ‹{{#*inline "x"}}y{{/inline}}›',
    ],
  },
  {
    name: 'a template without pages',
    change: { [pages]: null },
    findings: ['error input/file-missing'],
  },
  {
    name: 'a template in Latin-1',
    change: { [pages]: new Uint8Array(Buffer.from('<p>\n\xe6\xf8\xe5</p>', 'latin1')) },
    findings: ['error input/not-utf8 templates/leaflet/pages.hbs:2:1 ‹æ›'],
  },
  {
    name: 'words from the copy in a style sheet',
    change: { [pages]: swap('</head>', '<style>p { content: "{{title}}" }</style></head>') },
    findings: ['error input/copy-in-style templates/leaflet/pages.hbs:6:22 ‹{{title}}›'],
  },
  {
    name: 'words from the copy as part of a tag',
    change: inTitle('<h1 {{title}}>x</h1>'),
    findings: ['error input/copy-in-tag templates/leaflet/pages.hbs:8:28 ‹{{title}}›'],
  },
  {
    name: 'words from the copy in a value without quotes',
    change: inTitle('<h1 class={{title}}>x</h1>'),
    findings: [
      'error input/unquoted-attribute templates/leaflet/pages.hbs:8:34 ‹{{title}}›',
      'error input/html-syntax templates/leaflet/pages.hbs:8:43 ‹>›',
    ],
  },
];

const htmlCases: readonly Case[] = [
  {
    name: 'a role that there is not',
    change: { [pages]: swap('<ol>', '<ol role="lst">') },
    findings: ['warning input/unknown-role templates/leaflet/pages.hbs:11:13 ‹lst›'],
    says: ['did you mean `list`?'],
  },
  {
    name: 'a tag that is never closed',
    change: inTitle('<div><h1>{{title}}</h1>'),
    findings: ['error input/unclosed-tag templates/leaflet/pages.hbs:8:24 ‹<div>›'],
    says: ['write `</div>`'],
  },
  {
    name: 'a tag that closes nothing',
    change: inTitle('<h1>{{title}}</h1></div>'),
    findings: ['error input/stray-tag templates/leaflet/pages.hbs:8:42 ‹</div>›'],
  },
  {
    name: 'tags that close across each other',
    change: inTitle('<h1><b>{{title}}</h1></b>'),
    findings: [
      'error input/unclosed-tag templates/leaflet/pages.hbs:8:28 ‹<b>›',
      'error input/stray-tag templates/leaflet/pages.hbs:8:45 ‹</b>›',
    ],
  },
  {
    name: 'a quote that is never closed',
    change: inTitle('<h1 class="a>{{title}}</h1>'),
    findings: [
      'error input/html-syntax templates/leaflet/pages.hbs:9:17 ‹i›',
      'error input/html-syntax templates/leaflet/pages.hbs:9:24 ‹"›',
      'error input/unclosed-tag templates/leaflet/pages.hbs:8:24 ‹<h1 class="a>{{title}}</h1></section>⏎<…›',
    ],
  },
  {
    name: 'an element that does not exist',
    change: inTitle('<sectoin>{{title}}</sectoin>'),
    findings: ['warning input/unknown-element templates/leaflet/pages.hbs:8:24 ‹<sectoin>›'],
  },
  {
    name: 'a script',
    change: inTitle(`${title}<script>alert(1)</script>`),
    findings: ['error input/refused-element templates/leaflet/pages.hbs:8:42 ‹<script>›'],
  },
  {
    name: 'an attribute that would run code',
    change: inTitle('<h1 onclick="alert(1)">{{title}}</h1>'),
    findings: ['error input/refused-attribute templates/leaflet/pages.hbs:8:37 ‹alert(1)›'],
  },
  {
    name: 'another document inside',
    change: inTitle(`${title}<iframe src="file:///etc/passwd"></iframe>`),
    findings: [
      'error input/refused-element templates/leaflet/pages.hbs:8:42 ‹<iframe src="file:///etc/passwd">›',
    ],
  },
  {
    name: 'a form',
    change: inTitle(`${title}<input value="x">`),
    findings: ['error input/refused-element templates/leaflet/pages.hbs:8:42 ‹<input value="x">›'],
  },
  {
    name: 'a comment that is never closed',
    change: inTitle(`${title}<!-- to do`),
    findings: [
      'error input/html-syntax templates/leaflet/pages.hbs:8:42 ‹<!-- to do</section>⏎<section class="in…›',
    ],
  },
  {
    name: 'a thousand elements inside each other',
    change: inTitle(`${'<div>'.repeat(1000)}{{title}}${'</div>'.repeat(1000)}`),
    findings: ['error input/html-too-deep templates/leaflet/pages.hbs:8:2569 ‹<div>›'],
  },
  {
    name: 'fifty grids inside each other',
    change: inTitle(`${'<div style="display: grid">'.repeat(50)}{{title}}${'</div>'.repeat(50)}`),
    findings: [
      'error layout/too-deep templates/leaflet/pages.hbs:8:888 ‹<div style="display: grid">›',
    ],
  },
  {
    name: 'a style sheet that is not there',
    change: { [pages]: swap('href="leaflet.css"', 'href="leaflets.css"') },
    findings: ['error input/file-missing templates/leaflet/pages.hbs:5:32 ‹leaflets.css›'],
  },
  {
    name: 'a style sheet on the network',
    change: { [pages]: swap('href="leaflet.css"', 'href="https://example.org/a.css"') },
    findings: [
      'error input/remote-file templates/leaflet/pages.hbs:5:32 ‹https://example.org/a.css›',
    ],
  },
  {
    name: 'a style sheet outside the project',
    change: { [pages]: swap('href="leaflet.css"', 'href="../../../a.css"') },
    findings: ['error input/file-outside templates/leaflet/pages.hbs:5:32 ‹../../../a.css›'],
  },
];

const panelCases: readonly Case[] = [
  {
    name: 'a panel that the fold does not have',
    change: { [css]: swap('.inside2 { page: inside2; }', '.inside2 { page: inside3; }') },
    findings: [
      'error layout/unknown-page templates/leaflet/pages.hbs:10:1 ‹<section class="inside2">›',
      'error layout/missing-page templates/leaflet/pages.hbs:2:1 ‹<html>›',
    ],
  },
  {
    name: 'a panel used twice',
    change: {
      [css]: swap('.inside2 { page: inside2; }', '.inside2 { page: inside1; }'),
      [pages]: swap(
        '<section class="inside2">',
        '<section class="front">x</section><section class="inside2">',
      ),
    },
    findings: [
      'error layout/repeated-page templates/leaflet/pages.hbs:10:1 ‹<section class="front">›',
      'error layout/repeated-page templates/leaflet/pages.hbs:10:35 ‹<section class="inside2">›',
      'error layout/missing-page templates/leaflet/pages.hbs:2:1 ‹<html>›',
    ],
    says: ['used twice'],
  },
  {
    name: 'a panel that nothing is set on',
    change: { [pages]: swap(`<section class="front">${title}</section>\n`, '') },
    findings: ['error layout/missing-page templates/leaflet/pages.hbs:2:1 ‹<html>›'],
    says: ['`front`'],
  },
  {
    name: 'words outside all panels',
    change: { [pages]: swap('<body>', '<body><p>Lost words</p>') },
    findings: ['error layout/unknown-page templates/leaflet/pages.hbs:7:7 ‹<p>›'],
  },
  {
    name: 'a margin rule for a panel that does not exist',
    change: { [css]: append('@page frontt { margin: 0; }') },
    findings: ['error layout/unknown-page templates/leaflet/leaflet.css:19:1 ‹@page frontt›'],
  },
];

describe('Handlebars', () => testCases(handlebarsCases));
describe('HTML', () => testCases(htmlCases));
describe('panels', () => testCases(panelCases));
