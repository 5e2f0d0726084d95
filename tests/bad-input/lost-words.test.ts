/** Words that would be lost without anybody noticing, and words that take more room than agreed. */
import { describe } from 'vitest';
import { append, type Case, paths, swap, testCases } from './project.ts';

const { css, pages, schema } = paths;
const bodyLost = ['warning layout/text-not-printed content/leaflet/copy.yaml:3:3'];

const cases: readonly Case[] = [
  {
    name: 'a field that the template leaves out',
    change: { [pages]: swap('{{paragraphs body}}', 'x') },
    findings: bodyLost.map((line) => `${line} ‹The first paragraph of the body.›`),
    says: ['“Body” stands nowhere on the pages'],
  },
  {
    name: 'a field that its style hides',
    change: { [css]: append('.body { display: none; }') },
    findings: bodyLost.map((line) => `${line} ‹The first paragraph of the body.›`),
  },
  {
    name: 'a title that serves as the document’s only',
    change: { [pages]: swap('<h1>{{title}}</h1>', '<h1>x</h1>') },
    findings: [],
  },
  {
    name: 'more lines than the template allows',
    change: { [schema]: swap('en: Body}', 'en: Body}, max: {lines: 1}') },
    findings: [
      'error layout/too-many-lines content/leaflet/copy.yaml:3:3 ‹The first paragraph of the body.›',
    ],
    says: ['“Body” takes 2 lines; the template has room for 1 line'],
  },
];

describe('words', () => testCases(cases));
