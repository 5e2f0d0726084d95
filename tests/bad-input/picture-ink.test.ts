/** CMYK pictures with more ink than the paper takes: refused with their place, or brought under it. */
import { describe, expect, it } from 'vitest';
import { encodeJpeg } from '../../src/color/encode-jpeg.ts';
import { lineOf } from '../input/project.ts';
import { append, buildLeaflet, paths, wordingOf } from './project.ts';

const [width, height] = [600, 400];

/** Near black with little black: 370 % ink at its darkest, as an old conversion leaves it. */
function darkPicture(): Promise<Uint8Array> {
  const samples = Uint8Array.from({ length: width * height * 4 }, (_, at) =>
    Math.min(255, 215 + (at % 4) * 4 + (Math.floor(at / 4) % 37)),
  );
  return encodeJpeg('cmyk', samples, width, height);
}

describe('a picture far over the limit', () => {
  it('is refused once, with its place in the copy and on the page', async () => {
    const { findings, artifacts } = await buildLeaflet({ [paths.photo]: await darkPicture() });
    expect(findings.map(lineOf)).toEqual([
      expect.stringMatching(/^error plates\/ink-mean content\/leaflet\/copy.yaml:\d+:\d+/),
    ]);
    const [first] = findings;
    expect(first && wordingOf(first).en.join(' ')).toMatch(
      /the picture `assets\/photo.jpg` .*3\d\d % ink .*the paper takes 330 %.*tac: fit/,
    );
    expect([first?.page, first?.limit]).toEqual(['outside', 330]);
    expect(artifacts).toEqual([]);
  });

  it('is brought under it with `tac: fit`, and the report says so', async () => {
    const { findings, artifacts } = await buildLeaflet({
      [paths.photo]: await darkPicture(),
      [paths.job]: append('pictures: {tac: fit}'),
    });
    expect(findings.map(lineOf)).toEqual([expect.stringMatching(/^note color\/ink-fitted/)]);
    const report = artifacts.find(({ path }) => path === 'report.json');
    expect(Buffer.from(report?.bytes ?? []).toString()).toContain('color/ink-fitted');
  });
});

it.each([
  ['pictures: {tac: less}', 'error input/wrong-value'],
  ['pictures: {intent: absolute}', 'error input/wrong-value'],
  ['pictures: {sharpen: a little}', 'error input/wrong-value'],
  ['pictures: {ink: 300}', 'error input/unknown-key'],
])('%s is told', async (line, finding) => {
  const { findings } = await buildLeaflet({ [paths.job]: append(line) });
  expect(findings.map(lineOf)[0]).toContain(finding.replace(/^error /, ''));
});
