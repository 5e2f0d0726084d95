/** Mistakes in templates: Handlebars, the HTML that comes out, and the panels it is for. */
import { describe } from 'vitest';
import { append, type Case, paths, swap, testCases } from './project.ts';

const { pages, partial, css } = paths;

const title = '<h1>{{title}}</h1>';
const inTitle = (words: string) => ({ [pages]: swap(title, words) });

const handlebarsCases: readonly Case[] = [
  {
    name: 'a block that is never closed',
    change: { [pages]: swap('{{/each}}', '') },
    findings: [],
  },
  {
    name: 'a block closed by another’s name',
    change: { [pages]: swap('{{/each}}', '{{/if}}') },
    findings: [],
  },
  { name: 'a brace too few', change: inTitle('<h1>{{title}</h1>'), findings: [] },
  { name: 'a brace too many', change: inTitle('<h1>{{{title}}</h1>'), findings: [] },
  {
    name: 'a field that the copy does not have',
    change: inTitle('<h1>{{titel}}</h1>'),
    findings: [],
  },
  {
    name: 'a group printed as if it were words',
    change: inTitle('<h1>{{picture}}</h1>'),
    findings: [],
  },
  {
    name: 'a function that does not exist',
    change: inTitle('<h1>{{uper title}}</h1>'),
    findings: [],
  },
  {
    name: 'a function with too little',
    change: inTitle('<h1>{{plural title}}</h1>'),
    findings: [],
  },
  { name: 'a number made of words', change: inTitle('<h1>{{number title}}</h1>'), findings: [] },
  {
    name: 'a block that does not exist',
    change: inTitle('{{#loop points}}{{this}}{{/loop}}'),
    findings: [],
  },
  { name: 'three braces', change: inTitle('<h1>{{{title}}}</h1>'), findings: [] },
  {
    name: 'a way into the program',
    change: inTitle('<h1>{{title.constructor.name}}</h1>'),
    findings: [],
  },
  { name: 'a way into every object', change: inTitle('<h1>{{__proto__}}</h1>'), findings: [] },
  {
    name: 'a way round by `lookup`',
    change: inTitle('<h1>{{lookup this "constructor"}}</h1>'),
    findings: [],
  },
  {
    name: 'a panel that the fold does not have',
    change: inTitle('<h1>{{panel "frnt" "width"}}</h1>'),
    findings: [],
  },
  {
    name: 'a partial that does not exist',
    change: { [pages]: swap('{{> point}}', '{{> pont}}') },
    findings: [],
  },
  {
    name: 'a partial with a path out of the project',
    change: { [pages]: swap('{{> point}}', '{{> ../../../secret}}') },
    findings: [],
  },
  {
    name: 'a partial named by the copy',
    change: { [pages]: swap('{{> point}}', '{{> (lookup . "x")}}') },
    findings: [],
  },
  {
    name: 'a partial that calls itself',
    change: { [partial]: '<li>{{> point}}</li>\n' },
    findings: [],
  },
  {
    name: 'two partials that call each other',
    change: {
      [partial]: '<li>{{> other}}</li>\n',
      'templates/leaflet/partials/other.hbs': '<b>{{> point}}</b>',
    },
    findings: [],
  },
  {
    name: 'loops inside loops',
    change: {
      [pages]: swap(
        '{{#each points}}{{> point}}{{/each}}',
        `${'{{#each @root.points}}'.repeat(22)}<li>x</li>${'{{/each}}'.repeat(22)}`,
      ),
    },
    findings: [],
  },
  {
    name: 'five thousand blocks inside each other',
    change: inTitle(`${'{{#if title}}'.repeat(5000)}x${'{{/if}}'.repeat(5000)}`),
    findings: [],
  },
  {
    name: 'five thousand calls inside each other',
    change: inTitle(`<h1>{{upper ${'(upper '.repeat(5000)}title${')'.repeat(5000)}}}</h1>`),
    findings: [],
  },
  {
    name: 'a partial inside the template',
    change: { [pages]: swap('<body>', '{{#*inline "x"}}y{{/inline}}<body>') },
    findings: [],
  },
  { name: 'a template without pages', change: { [pages]: null }, findings: [] },
  {
    name: 'a template in Latin-1',
    change: { [pages]: new Uint8Array(Buffer.from('<p>\n\xe6\xf8\xe5</p>', 'latin1')) },
    findings: [],
  },
  {
    name: 'words from the copy in a style sheet',
    change: { [pages]: swap('</head>', '<style>p { content: "{{title}}" }</style></head>') },
    findings: [],
  },
  {
    name: 'words from the copy as part of a tag',
    change: inTitle('<h1 {{title}}>x</h1>'),
    findings: [],
  },
  {
    name: 'words from the copy in a value without quotes',
    change: inTitle('<h1 class={{title}}>x</h1>'),
    findings: [],
  },
];

const htmlCases: readonly Case[] = [
  { name: 'a tag that is never closed', change: inTitle('<div><h1>{{title}}</h1>'), findings: [] },
  { name: 'a tag that closes nothing', change: inTitle('<h1>{{title}}</h1></div>'), findings: [] },
  {
    name: 'tags that close across each other',
    change: inTitle('<h1><b>{{title}}</h1></b>'),
    findings: [],
  },
  {
    name: 'a quote that is never closed',
    change: inTitle('<h1 class="a>{{title}}</h1>'),
    findings: [],
  },
  {
    name: 'an element that does not exist',
    change: inTitle('<sectoin>{{title}}</sectoin>'),
    findings: [],
  },
  { name: 'a script', change: inTitle(`${title}<script>alert(1)</script>`), findings: [] },
  {
    name: 'an attribute that would run code',
    change: inTitle('<h1 onclick="alert(1)">{{title}}</h1>'),
    findings: [],
  },
  {
    name: 'another document inside',
    change: inTitle(`${title}<iframe src="file:///etc/passwd"></iframe>`),
    findings: [],
  },
  { name: 'a form', change: inTitle(`${title}<input value="x">`), findings: [] },
  { name: 'a table', change: inTitle('<table><tr><td>{{title}}</td></tr></table>'), findings: [] },
  { name: 'a comment that is never closed', change: inTitle(`${title}<!-- to do`), findings: [] },
  {
    name: 'a thousand elements inside each other',
    change: inTitle(`${'<div>'.repeat(1000)}{{title}}${'</div>'.repeat(1000)}`),
    findings: [],
  },
  {
    name: 'fifty grids inside each other',
    change: inTitle(`${'<div style="display: grid">'.repeat(50)}{{title}}${'</div>'.repeat(50)}`),
    findings: [],
  },
  {
    name: 'a style sheet that is not there',
    change: { [pages]: swap('href="leaflet.css"', 'href="leaflets.css"') },
    findings: [],
  },
  {
    name: 'a style sheet on the network',
    change: { [pages]: swap('href="leaflet.css"', 'href="https://example.org/a.css"') },
    findings: [],
  },
  {
    name: 'a style sheet outside the project',
    change: { [pages]: swap('href="leaflet.css"', 'href="../../../a.css"') },
    findings: [],
  },
];

const panelCases: readonly Case[] = [
  {
    name: 'a panel that the fold does not have',
    change: { [css]: swap('.inside2 { page: inside2; }', '.inside2 { page: inside3; }') },
    findings: [],
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
    findings: [],
  },
  {
    name: 'a panel that nothing is set on',
    change: { [pages]: swap(`<section class="front">${title}</section>\n`, '') },
    findings: [],
  },
  {
    name: 'words outside all panels',
    change: { [pages]: swap('<body>', '<body><p>Lost words</p>') },
    findings: [],
  },
  {
    name: 'a margin rule for a panel that does not exist',
    change: { [css]: append('@page frontt { margin: 0; }') },
    findings: [],
  },
];

describe('Handlebars', () => testCases(handlebarsCases));
describe('HTML', () => testCases(htmlCases));
describe('panels', () => testCases(panelCases));
