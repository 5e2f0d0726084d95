/** What the screen edition asks for and the press does not. */
import { expect, it } from 'vitest';
import { lineOf } from '../input/project.ts';
import { append, buildLeaflet, expectBothLanguages, paths, swap } from './project.ts';

const silent = { [paths.pages]: swap(' alt="{{picture.alt}}"', '') };
const emptyAlt = { [paths.copy]: swap('alt: A photograph', 'alt:') };

it('a picture that nothing is said of is told to those who make one', async () => {
  const outputs = { [paths.job]: swap('[press]', '[screen]') };
  const { findings, artifacts } = await buildLeaflet({ ...silent, ...outputs });
  expect(findings.map(lineOf)).toEqual([
    'warning display/no-alternative templates/leaflet/pages.hbs:16:3 ‹<img src="{{picture.file}}">›',
  ]);
  expectBothLanguages(findings);
  expect(artifacts.map(({ path }) => path)).toEqual(['screen.pdf', 'report.json']);
});

it('and not to those who make none', async () => {
  const { findings } = await buildLeaflet(silent);
  expect(findings.map(lineOf)).toEqual([]);
});

it('a picture that the copy says nothing of is told at its place there', async () => {
  const outputs = { [paths.job]: swap('[press]', '[press, screen]') };
  const { findings } = await buildLeaflet({ ...emptyAlt, ...outputs });
  expect(findings.map(lineOf)).toEqual([
    'warning input/missing-alt content/leaflet/copy.yaml:12:3 ‹alt›',
  ]);
  expectBothLanguages(findings);
  expect((await buildLeaflet(emptyAlt)).findings.map(lineOf)).toEqual([]);
});

it('an edition that is asked for once is held to the same', async () => {
  for (const change of [silent, emptyAlt]) {
    const { findings, artifacts } = await buildLeaflet(change, {}, ['screen']);
    expect(findings).toHaveLength(1);
    expect(artifacts.map(({ path }) => path)).toEqual(['screen.pdf', 'report.json']);
  }
});

it('a check finds what is wrong with any edition of the job', async () => {
  const asked = { [paths.job]: swap('[press]', '[screen, pages]') };
  const { findings } = await buildLeaflet({ ...silent, ...asked }, {}, 'findings');
  expect(findings.map(({ code }) => code)).toEqual(['display/no-alternative']);
  expect((await buildLeaflet(silent, {}, 'findings')).findings).toEqual([]);
});

it('a rank that is left out between headings', async () => {
  const { findings } = await buildLeaflet({
    [paths.job]: swap('[press]', '[screen]'),
    [paths.css]: append('h3 { font: inherit; }'),
    [paths.pages]: swap('<div class="body">', '<h3 class="body">Deep</h3><div class="body">'),
  });
  expect(findings.map(lineOf)).toEqual([
    'warning display/heading-gap templates/leaflet/pages.hbs:9:26 ‹<h3 class="body">›',
  ]);
  expectBothLanguages(findings);
});
