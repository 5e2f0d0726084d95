import { expect, it } from 'vitest';
import { lineOf } from '../input/project.ts';
import { buildLeaflet } from './project.ts';

it('the leaflet that every case changes has nothing wrong with it', async () => {
  const { findings, artifacts } = await buildLeaflet();
  expect(findings.map(lineOf)).toEqual([]);
  expect(artifacts.map(({ path }) => path)).toEqual(['press.pdf', 'report.json']);
});
