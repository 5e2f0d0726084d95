/** Mistakes in `job.yaml` and `template.yaml`, and in what they name. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { repository } from '../support/program.ts';
import { append, type Case, paths, swap, testCases } from './project.ts';

const { job, schema } = paths;

const profile = new Uint8Array(readFileSync(join(repository, 'assets/icc/FOGRA39L_coated.icc')));

/** The profile with four bytes of its header (ICC.1 §7.2) written over. */
function profileWith(offset: number, text: string): Uint8Array {
  const changed = profile.slice();
  changed.set(new TextEncoder().encode(text), offset);
  return changed;
}

const ownProfile = 'condition: {profile: /press.icc, identifier: PRESS}';

const jobCases: readonly Case[] = [
  { name: 'no job', change: { [job]: null }, findings: [] },
  { name: 'an empty job', change: { [job]: '' }, findings: [] },
  {
    name: 'a key written almost right',
    change: { [job]: swap('template:', 'tempalte:') },
    findings: [],
  },
  {
    name: 'a template that is not there',
    change: { [job]: swap('template: leaflet', 'template: leaflets') },
    findings: [],
  },
  {
    name: 'a template outside the project',
    change: { [job]: swap('template: leaflet', 'template: ../../secret') },
    findings: [],
  },
  {
    name: 'a fold that nobody knows',
    change: { [job]: swap('fold: half', 'fold: hafl') },
    findings: [],
  },
  {
    name: 'a booklet where the template makes a folder',
    change: { [job]: swap('{fold: half, panel: A6}', '{booklet: A6, pages: 8}') },
    findings: [],
  },
  {
    name: 'another fold than the template’s',
    change: { [job]: swap('fold: half', 'fold: z6') },
    findings: [],
  },
  {
    name: 'a panel smaller than a stamp',
    change: { [job]: swap('panel: A6', 'panel: 5 x 5 mm') },
    findings: [],
  },
  {
    name: 'a size without a unit that makes sense',
    change: { [job]: swap('panel: A6', 'panel: big') },
    findings: [],
  },
  {
    name: 'a paper that is no number',
    change: { [job]: swap('weight: 150', 'weight: heavy') },
    findings: [],
  },
  {
    name: 'a paper that nobody makes',
    change: { [job]: swap('stock: silk', 'stock: silky') },
    findings: [],
  },
  { name: 'bleed in words', change: { [job]: swap('bleed: 3 mm', 'bleed: three') }, findings: [] },
  {
    name: 'bleed of half a page',
    change: { [job]: swap('bleed: 3 mm', 'bleed: 50 mm') },
    findings: [],
  },
  {
    name: 'an output that nobody makes',
    change: { [job]: swap('[press]', '[press, pgaes]') },
    findings: [],
  },
  { name: 'no outputs', change: { [job]: swap('[press]', '[]') }, findings: [] },
  { name: 'a date in words', change: { [job]: swap('2026-01-01', 'tomorrow') }, findings: [] },
  {
    name: 'a day that does not exist',
    change: { [job]: swap('2026-01-01', '2026-02-30') },
    findings: [],
  },
  {
    name: 'a language that is none',
    change: { [job]: swap('language: en', 'language: English') },
    findings: [],
  },
  {
    name: 'copy outside the project',
    change: { [job]: append('copy: ../../../copy.yaml') },
    findings: [],
  },
  {
    name: 'copy by its path on the machine',
    change: { [job]: append('copy: /etc/passwd') },
    findings: [],
  },
  { name: 'copy that is not there', change: { [job]: append('copy: coppy.yaml') }, findings: [] },
  {
    name: 'a finding silenced without a reason',
    change: { [job]: append('silence:\n  - code: layout/loose-line') },
    findings: [],
  },
  {
    name: 'a finding silenced that does not exist',
    change: { [job]: append('silence:\n  - {code: layout/loose-lines, reason: because}') },
    findings: [],
  },
  {
    name: 'an error silenced',
    change: {
      [job]: (text) =>
        append('silence:\n  - {code: input/wrong-value, reason: because}')(
          swap('bleed: 3 mm', 'bleed: three')(text),
        ),
    },
    findings: [],
  },
];

const conditionCases: readonly Case[] = [
  {
    name: 'a printing condition that nobody knows',
    change: { [job]: swap('FOGRA39', 'FOGRA93') },
    findings: [],
  },
  {
    name: 'a profile that is not there',
    change: { [job]: swap('condition: FOGRA39', ownProfile) },
    findings: [],
  },
  {
    name: 'a profile outside the project',
    change: { [job]: swap('condition: FOGRA39', 'condition: {profile: ../../../press.icc}') },
    findings: [],
  },
  {
    name: 'a text for a profile',
    change: { [job]: swap('condition: FOGRA39', ownProfile), 'press.icc': 'a text' },
    findings: [],
  },
  {
    name: 'a profile of a screen',
    change: {
      [job]: swap('condition: FOGRA39', ownProfile),
      'press.icc': profileWith(12, 'mntrRGB '),
    },
    findings: [],
  },
  {
    name: 'a profile of a press without CMYK',
    change: { [job]: swap('condition: FOGRA39', ownProfile), 'press.icc': profileWith(16, 'RGB ') },
    findings: [],
  },
  {
    name: 'a profile that is cut off',
    change: { [job]: swap('condition: FOGRA39', ownProfile), 'press.icc': profile.slice(0, 5000) },
    findings: [],
  },
  {
    name: 'a profile whose tables are rubbish',
    change: {
      [job]: swap('condition: FOGRA39', ownProfile),
      'press.icc': profile.map((byte, i) => (i < 400 ? byte : 255 - byte)),
    },
    findings: [],
  },
  {
    name: 'an own profile is no mistake',
    change: { [job]: swap('condition: FOGRA39', ownProfile), 'press.icc': profile },
    findings: [],
  },
];

const schemaCases: readonly Case[] = [
  {
    name: 'a kind of field that nobody knows',
    change: { [schema]: swap('{type: url,', '{type: urls,') },
    findings: [],
  },
  {
    name: 'a field named as no field can be',
    change: { [schema]: append('  constructor: {type: text}') },
    findings: [],
  },
  {
    name: 'a field named __proto__',
    change: { [schema]: append('  __proto__: {type: text, required: false}') },
    findings: [],
  },
  {
    name: 'a limit that is no number',
    change: { [schema]: swap('characters: 40', 'characters: many') },
    findings: [],
  },
  {
    name: 'a list that does not say of what',
    change: { [schema]: swap('    item: {type: rich, label: {da: Punkt, en: Point}}\n', '') },
    findings: [],
  },
  {
    name: 'fields from a file that is not there',
    change: {
      [schema]: (text) =>
        `${text.slice(0, text.indexOf('fields:'))}fields: ../shared/fields.yaml\n`,
    },
    findings: [],
  },
  {
    name: 'fields from a file outside the project',
    change: {
      [schema]: (text) => `${text.slice(0, text.indexOf('fields:'))}fields: ../../../fields.yaml\n`,
    },
    findings: [],
  },
  {
    name: 'a limit for a field that is not there',
    change: { [schema]: append('limits: {bdoy: {max: {lines: 3}}}') },
    findings: [],
  },
];

describe('the job', () => testCases(jobCases));
describe('the printing condition', () => testCases(conditionCases));
describe('the template’s fields', () => testCases(schemaCases));
