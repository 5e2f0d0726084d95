/** Files damaged at random (a fixed seed): nothing throws, and nothing fails without saying why. */
import { expect, it } from 'vitest';
import {
  loadPictures,
  parseDocument,
  readCopy,
  readJob,
  readTemplate,
  renderTemplate,
} from '../../src/input/index.ts';
import { type Files, openProject, projectFiles } from './project.ts';

const whole = {
  'content/j/job.yaml': 'title: x\ntemplate: t\nbleed: [3, 3, 3, 3]\nform: {fold: roll6}\n',
  'content/j/copy.yaml':
    "title: VI~STØTTER\nletter:\n  body: |\n    Kære *læser* & <ven>\n\n    Hilsen \\\n    [[x y]]\nweb: ds.dk\nprinciples: [Et, '**To**']\n",
  'templates/t/template.yaml': 'form: {fold: roll6, format: A5}\nfields: ../shared/fields.yaml\n',
  'templates/t/pages.hbs':
    '<!doctype html><title>{{title}}</title><style>p { color: red }</style><p title="{{title}}">{{letter.body}}</p>{{#each principles}}<b>{{this}} {{add @index 1}}</b>\n{{/each}}{{qr web}}<svg><path d=""/></svg>',
} as const;

const pieces = [
  ...[
    '*',
    '**',
    '[',
    '[[',
    ']](',
    '{{',
    '}}',
    '{{/each}}',
    '<',
    '>',
    '</p>',
    '"',
    "'",
    '\\',
    '\n',
    '\t',
  ],
  ...[
    '- ',
    ': ',
    '&a ',
    '*a',
    '|',
    '\uFDD0',
    '\0',
    '😀',
    '<style>',
    '<!--',
    '&#x',
    '<table>',
    '\r\n',
  ],
];

/** Numerical Recipes' linear congruential generator. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function damage(text: string, random: (below: number) => number): string {
  let result = text;
  for (let count = 1 + random(3); count > 0; count -= 1) {
    const at = random(result.length + 1);
    const kind = random(3);
    const piece = kind === 0 ? pieces[random(pieces.length)] : '';
    const end = kind === 1 ? at + random(12) : at;
    const start = kind === 2 ? Math.max(0, at - random(20)) : at;
    result = result.slice(0, start) + piece + result.slice(end);
  }
  return result;
}

async function run(files: Files) {
  const project = openProject(projectFiles(files));
  const { context } = project;
  const job = readJob('content/j/job.yaml', context);
  const template = job && readTemplate(job.template, context);
  const copy = template && readCopy(job, template.schema, [], context);
  const markup = copy && renderTemplate(template, copy, job, new Map(), context);
  if (markup) {
    const settings = { language: 'da', title: '', path: markup.path };
    loadPictures(parseDocument(markup, settings, context), context);
  }
  return { markup, findings: project.findings };
}

it.each(Object.keys(whole) as (keyof typeof whole)[])('%s', async (path) => {
  const random = createRandom(path.length);
  for (let round = 0; round < 100; round += 1) {
    const text = damage(whole[path], random);
    const { markup, findings } = await run({ ...whole, [path]: text });
    const isSilent = !markup && !findings.some(({ severity }) => severity === 'error');
    expect(isSilent, text).toBe(false);
    for (const { span, code } of findings) {
      if (!span) continue;
      const isInside =
        span.start >= 0 && span.start <= span.end && span.end <= span.source.text.length;
      expect(isInside, `${code} in ${JSON.stringify(text)}`).toBe(true);
    }
  }
});
