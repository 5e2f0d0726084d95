/**
 * The smallest project that has one of everything, made of strings: a folder of four A6 panels with
 * words, a list, a partial, an address and a picture. Each case changes one thing in it.
 */
import sharp, { type Sharp } from 'sharp';
import { expect, it } from 'vitest';
import type { FileRead, Finding, Workspace } from '../../src/base/index.ts';
import { type BuildRequest, type BuildResult, build } from '../../src/build.ts';
import { openWorkspace, withBuiltIns } from '../../src/cli/disk-workspace.ts';
import { createWorkspace, type Files, lineOf } from '../input/project.ts';
import { noCache } from '../support/build-on-disk.ts';
import { repository } from '../support/program.ts';

export const paths = {
  job: 'content/leaflet/job.yaml',
  copy: 'content/leaflet/copy.yaml',
  schema: 'templates/leaflet/template.yaml',
  pages: 'templates/leaflet/pages.hbs',
  partial: 'templates/leaflet/partials/point.hbs',
  css: 'templates/leaflet/leaflet.css',
  photo: 'assets/photo.jpg',
} as const;

const texts: Readonly<Record<string, string>> = {
  [paths.job]: `title: A leaflet
language: en
template: leaflet
form: {fold: half, panel: A6}
paper: {weight: 130, stock: silk}
bleed: 3 mm
condition: FOGRA39
outputs: [press]
date: 2026-01-01
`,
  [paths.copy]: `title: A leaflet
body: |
  The first paragraph of the body.

  The second paragraph.
points:
  - One thing
  - Another thing
web: example.org
picture:
  file: /assets/photo.jpg
  alt: A photograph
`,
  [paths.schema]: `title: {da: Folder, en: Leaflet}
form: {fold: half, format: A6}
fields:
  title: {type: text, label: {da: Titel, en: Title}, max: {characters: 40}}
  body: {type: paragraphs, label: {da: Brødtekst, en: Body}}
  points:
    type: list
    label: {da: Punkter, en: Points}
    max: {items: 3}
    item: {type: rich, label: {da: Punkt, en: Point}}
  web: {type: url, label: {da: Webadresse, en: Web address}}
  picture: {type: picture, label: {da: Billede, en: Picture}}
`,
  [paths.pages]: `<!doctype html>
<html>
<head>
  <title>{{title}}</title>
  <link rel="stylesheet" href="leaflet.css">
</head>
<body>
<section class="front"><h1>{{title}}</h1></section>
<section class="inside1"><div class="body">{{paragraphs body}}</div></section>
<section class="inside2">
  <ol>
    {{#each points}}{{> point}}{{/each}}
  </ol>
</section>
<section class="back">
  <img src="{{picture.file}}" alt="{{picture.alt}}">
  <p><a href="{{href web}}">{{web}}</a></p>
</section>
</body>
</html>
`,
  [paths.partial]: '<li>{{this}}</li>\n',
  [paths.css]: `@font-face {
  font-family: Serif;
  src: url("/fonts/source-serif-4/SourceSerif4-Regular.ttf");
}

.front { page: front; }
.inside1 { page: inside1; }
.inside2 { page: inside2; }
.back { page: back; }

@page { margin: 10mm; }
@page front { background: device-cmyk(0.2 0 0 0); }

html { font: 10pt/14pt Serif; color: device-cmyk(0 0 0 1); hyphens: auto; }
html, body, section { height: 100%; margin: 0; }
h1, p, ol { margin: 0; font-weight: inherit; font-size: inherit; }
a { color: inherit; text-decoration: none; }
img { display: block; width: 48mm; height: 32mm; }
`,
};

/** A photograph's worth of noise-free pixels: 600 × 400, 317 ppi where the leaflet prints it. */
export function photo(): Sharp {
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400">' +
    '<defs><linearGradient id="a"><stop stop-color="#204060"/><stop offset="1" stop-color="#e0c090"/>' +
    '</linearGradient></defs><rect width="600" height="400" fill="url(#a)"/>' +
    '<circle cx="300" cy="200" r="120" fill="#b03030"/></svg>';
  return sharp(Buffer.from(drawing)).flatten();
}

const photoFile = photo().jpeg().toBuffer();

export type Change = string | Uint8Array | null | ((text: string) => string);
export type Changes = Readonly<Record<string, Change>>;

/** One stretch of a file in place of another, which must be there exactly once. */
export function swap(from: string, to: string): (text: string) => string {
  return (text) => {
    if (text.split(from).length !== 2) throw new Error(`\`${from}\` is not there exactly once`);
    return text.replace(from, () => to);
  };
}

/** Lines at the end of a file. */
export function append(lines: string): (text: string) => string {
  return (text) => `${text}${lines}\n`;
}

/** All files of the leaflet after a change; null takes a file away. */
export async function leafletFiles(changes: Changes = {}): Promise<Files> {
  const files = new Map<string, string | Uint8Array>(Object.entries(texts));
  files.set(paths.photo, await photoFile);
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) files.delete(path);
    else if (typeof change === 'function') files.set(path, change(texts[path] ?? ''));
    else files.set(path, change);
  }
  return Object.fromEntries(files);
}

const program = openWorkspace(repository, noCache);

/** The program's fonts and profile behind the files, as behind any project. */
function workspaceOf(files: Files, refused: Readonly<Record<string, FileRead>>): Workspace {
  const workspace = createWorkspace(files);
  const read = (path: string) =>
    Object.hasOwn(refused, path) ? (refused[path] as FileRead) : workspace.read(path);
  return withBuiltIns({ ...workspace, read }, program, ['assets/icc/', 'fonts/']);
}

export const job = { job: paths.job, outputs: null, strict: false } as const;

export async function buildLeaflet(
  changes: Changes = {},
  refused: Readonly<Record<string, FileRead>> = {},
  outputs: BuildRequest['outputs'] = null,
): Promise<BuildResult> {
  return build({ ...job, outputs }, workspaceOf(await leafletFiles(changes), refused));
}

export interface Case {
  readonly name: string;
  readonly change: Changes;
  /** Every finding, in order: `error input/x file:1:2 ‹words›`. None: the input is accepted. */
  readonly findings: readonly string[];
  /** More of the same follows, which no reader counts. */
  readonly more?: true;
  /** What the first finding's English message and hints must contain. */
  readonly says?: readonly string[];
  /** How the workspace answers for a path, where no file in memory can. */
  readonly refused?: Readonly<Record<string, FileRead>>;
}

/** Message and hints, in both languages, of one finding. */
export function wordingOf({ message, hints }: Finding) {
  const all = [message, ...hints.map((one) => one.message)];
  return { en: all.map(({ en }) => en), da: all.map(({ da }) => da) };
}

/** Every sentence is there in both languages, and they are not the same. */
export function expectBothLanguages(findings: readonly Finding[]): void {
  for (const finding of findings) {
    const { en, da } = wordingOf(finding);
    for (const [index, sentence] of da.entries()) {
      expect(sentence.trim(), finding.code).not.toBe('');
      expect(sentence, finding.code).not.toBe(en[index]);
    }
  }
}

/** A span lies in its source; a file that was named can be found by it. */
function expectPlaces(findings: readonly Finding[]): void {
  for (const { span, related } of findings)
    for (const place of [span, ...related.map((one) => one.span)]) {
      if (!place) continue;
      expect(place.start).toBeLessThanOrEqual(place.end);
      expect(place.end).toBeLessThanOrEqual(place.source.text.length);
    }
}

/** One test a case: its findings, in both languages, and no file beside an error. */
export function testCases(cases: readonly Case[]): void {
  it.each(cases)('$name', async ({ change, findings, more, says = [], refused }) => {
    const result = await buildLeaflet(change, refused);
    const told = result.findings.map(lineOf);
    expect(more ? told.slice(0, findings.length) : told).toEqual(findings);
    const [first] = result.findings;
    const sentences = first ? wordingOf(first).en.join('\n') : '';
    for (const words of says) expect(sentences).toContain(words);
    expectBothLanguages(result.findings);
    expectPlaces(result.findings);
    const isRefused = findings.some((line) => line.startsWith('error '));
    expect(result.artifacts.map(({ path }) => path)).toEqual(
      isRefused ? [] : ['press.pdf', 'report.json'],
    );
  });
}
