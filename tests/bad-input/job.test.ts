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
  {
    name: 'a field of a type by another name, and nothing after it',
    change: { [schema]: swap('type: picture', 'type: image') },
    findings: ['error input/wrong-value templates/leaflet/template.yaml:12:19 ‹image›'],
    says: ['did you mean `picture`?'],
  },
  {
    name: 'a folded sheet that is also a booklet',
    change: { [job]: swap('panel: A6', 'panel: A6, booklet: A6, pages: 8') },
    findings: [
      'error input/stray-form-key content/leaflet/job.yaml:4:31 ‹booklet›',
      'error input/stray-form-key content/leaflet/job.yaml:4:44 ‹pages›',
    ],
  },
  {
    name: 'a bracket that is never closed',
    change: { [job]: swap('panel: A6}', 'panel: A6') },
    findings: ['error input/yaml-syntax content/leaflet/job.yaml:4:7 ‹{›'],
    says: ['the bracket `{` is never closed', 'close it with `}`'],
  },
  {
    name: 'a profile by its file alone',
    change: { [job]: swap('FOGRA39', '/press.icc'), 'press.icc': profile },
    findings: [],
  },
  {
    name: 'a profile that is not there',
    change: { [job]: swap('FOGRA39', '/press.icc') },
    findings: ['error input/file-missing content/leaflet/job.yaml:7:12 ‹/press.icc›'],
  },
  { name: 'no job', change: { [job]: null }, findings: ['error input/file-missing'] },
  {
    name: 'an empty job',
    change: { [job]: '' },
    findings: ['error input/empty-job content/leaflet/job.yaml:1:1 ‹›'],
  },
  {
    name: 'a key written almost right',
    change: { [job]: swap('template:', 'tempalte:') },
    findings: [
      'error input/unknown-key content/leaflet/job.yaml:3:1 ‹tempalte›',
      'error input/missing-key content/leaflet/job.yaml:1:1 ‹t›',
    ],
    says: ['did you mean `template`?'],
  },
  {
    name: 'a template that is not there',
    change: { [job]: swap('template: leaflet', 'template: leaflets') },
    findings: ['error input/unknown-template content/leaflet/job.yaml:3:11 ‹leaflets›'],
    says: ['did you mean `leaflet`?'],
  },
  {
    name: 'a template outside the project',
    change: { [job]: swap('template: leaflet', 'template: ../../secret') },
    findings: ['error input/unknown-template content/leaflet/job.yaml:3:11 ‹../../secret›'],
  },
  {
    name: 'a fold that nobody knows',
    change: { [job]: swap('fold: half', 'fold: hafl') },
    findings: ['error input/wrong-value content/leaflet/job.yaml:4:14 ‹hafl›'],
    says: ['did you mean `half`?'],
  },
  {
    name: 'a booklet where the template makes a folder',
    change: { [job]: swap('{fold: half, panel: A6}', '{booklet: A6, pages: 8}') },
    findings: ['error input/form-mismatch content/leaflet/job.yaml:4:8 ‹booklet›'],
  },
  {
    name: 'another fold than the template’s',
    change: { [job]: swap('fold: half', 'fold: z6') },
    findings: ['error input/form-mismatch content/leaflet/job.yaml:4:8 ‹fold›'],
  },
  {
    name: 'a panel smaller than a stamp',
    change: { [job]: swap('panel: A6', 'panel: 5 x 5 mm') },
    findings: ['error input/wrong-value content/leaflet/job.yaml:4:27 ‹5 x 5 mm›'],
  },
  {
    name: 'a size without a unit that makes sense',
    change: { [job]: swap('panel: A6', 'panel: big') },
    findings: ['error input/wrong-value content/leaflet/job.yaml:4:27 ‹big›'],
  },
  {
    name: 'a paper that is no number',
    change: { [job]: swap('weight: 130', 'weight: heavy') },
    findings: ['error input/wrong-value content/leaflet/job.yaml:5:17 ‹heavy›'],
  },
  {
    name: 'a paper that nobody makes',
    change: { [job]: swap('stock: silk', 'stock: silky') },
    findings: ['error input/wrong-value content/leaflet/job.yaml:5:29 ‹silky›'],
  },
  {
    name: 'bleed in words',
    change: { [job]: swap('bleed: 3 mm', 'bleed: three') },
    findings: ['error input/wrong-value content/leaflet/job.yaml:6:8 ‹three›'],
  },
  {
    name: 'bleed of half a page',
    change: { [job]: swap('bleed: 3 mm', 'bleed: 50 mm') },
    findings: ['error input/wrong-value content/leaflet/job.yaml:6:8 ‹50 mm›'],
  },
  {
    name: 'an output that nobody makes',
    change: { [job]: swap('[press]', '[press, pgaes]') },
    findings: ['error input/wrong-value content/leaflet/job.yaml:8:18 ‹pgaes›'],
    says: ['did you mean `pages`?'],
  },
  {
    name: 'no outputs',
    change: { [job]: swap('[press]', '[]') },
    findings: ['error input/wrong-value content/leaflet/job.yaml:8:10 ‹[]›'],
  },
  {
    name: 'a date in words',
    change: { [job]: swap('2026-01-01', 'tomorrow') },
    findings: ['error input/wrong-value content/leaflet/job.yaml:9:7 ‹tomorrow›'],
  },
  {
    name: 'a day that does not exist',
    change: { [job]: swap('2026-01-01', '2026-02-30') },
    findings: ['error input/wrong-value content/leaflet/job.yaml:9:7 ‹2026-02-30›'],
  },
  {
    name: 'a language that is none',
    change: { [job]: swap('language: en', 'language: English') },
    findings: ['error input/wrong-value content/leaflet/job.yaml:2:11 ‹English›'],
  },
  {
    name: 'copy outside the project',
    change: { [job]: append('copy: ../../../copy.yaml') },
    findings: ['error input/file-outside content/leaflet/job.yaml:10:7 ‹../../../copy.yaml›'],
  },
  {
    name: 'copy by its path on the machine',
    change: { [job]: append('copy: /etc/passwd') },
    findings: ['error input/file-missing content/leaflet/job.yaml:10:7 ‹/etc/passwd›'],
  },
  {
    name: 'copy that is not there',
    change: { [job]: append('copy: coppy.yaml') },
    findings: ['error input/file-missing content/leaflet/job.yaml:10:7 ‹coppy.yaml›'],
    says: ['did you mean `content/leaflet/copy.yaml`?'],
  },
  {
    name: 'a finding silenced without a reason',
    change: { [job]: append('silence:\n  - code: layout/loose-line') },
    findings: [
      'error input/silence-without-reason content/leaflet/job.yaml:11:11 ‹layout/loose-line›',
    ],
  },
  {
    name: 'an error silenced',
    change: {
      [job]: (text) =>
        append('silence:\n  - {code: input/wrong-value, reason: because}')(
          swap('bleed: 3 mm', 'bleed: three')(text),
        ),
    },
    findings: ['error input/wrong-value content/leaflet/job.yaml:6:8 ‹three›'],
  },
];

const conditionCases: readonly Case[] = [
  {
    name: 'a printing condition that nobody knows',
    change: { [job]: swap('FOGRA39', 'FOGRA93') },
    findings: ['error input/wrong-value content/leaflet/job.yaml:7:12 ‹FOGRA93›'],
  },
  {
    name: 'a profile that is not there',
    change: { [job]: swap('condition: FOGRA39', ownProfile) },
    findings: ['error input/file-missing content/leaflet/job.yaml:7:22 ‹/press.icc›'],
  },
  {
    name: 'a profile outside the project',
    change: { [job]: swap('condition: FOGRA39', 'condition: {profile: ../../../press.icc}') },
    findings: ['error input/file-outside content/leaflet/job.yaml:7:22 ‹../../../press.icc›'],
  },
  {
    name: 'a text for a profile',
    change: { [job]: swap('condition: FOGRA39', ownProfile), 'press.icc': 'a text' },
    findings: ['error color/unusable-profile content/leaflet/job.yaml:7:1 ‹condition›'],
  },
  {
    name: 'a profile of a screen',
    change: {
      [job]: swap('condition: FOGRA39', ownProfile),
      'press.icc': profileWith(12, 'mntrRGB '),
    },
    findings: ['error color/unusable-profile content/leaflet/job.yaml:7:1 ‹condition›'],
    says: ['`mntr`', '`prtr`'],
  },
  {
    name: 'a profile of a press without CMYK',
    change: { [job]: swap('condition: FOGRA39', ownProfile), 'press.icc': profileWith(16, 'RGB ') },
    findings: ['error color/unusable-profile content/leaflet/job.yaml:7:1 ‹condition›'],
  },
  {
    name: 'a profile that is cut off',
    change: { [job]: swap('condition: FOGRA39', ownProfile), 'press.icc': profile.slice(0, 5000) },
    findings: ['error color/unusable-profile content/leaflet/job.yaml:7:1 ‹condition›'],
  },
  {
    name: 'a profile whose tables are rubbish',
    change: {
      [job]: swap('condition: FOGRA39', ownProfile),
      'press.icc': profile.map((byte, i) => (i < 400 ? byte : 255 - byte)),
    },
    findings: ['error color/unusable-profile content/leaflet/copy.yaml:11:9 ‹/assets/photo.jpg›'],
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
    findings: ['error input/wrong-value templates/leaflet/template.yaml:11:15 ‹urls›'],
  },
  {
    name: 'a field named as no field can be',
    change: { [schema]: append('  constructor: {type: text}') },
    findings: ['error input/reserved-field templates/leaflet/template.yaml:13:3 ‹constructor›'],
  },
  {
    name: 'a field named __proto__',
    change: { [schema]: append('  __proto__: {type: text, required: false}') },
    findings: ['error input/reserved-field templates/leaflet/template.yaml:13:3 ‹__proto__›'],
  },
  {
    name: 'a limit that is no number',
    change: { [schema]: swap('characters: 40', 'characters: many') },
    findings: ['error input/wrong-value templates/leaflet/template.yaml:4:72 ‹many›'],
  },
  {
    name: 'a list that does not say of what',
    change: { [schema]: swap('    item: {type: rich, label: {da: Punkt, en: Point}}\n', '') },
    findings: ['error input/missing-key templates/leaflet/template.yaml:6:3 ‹points›'],
  },
  {
    name: 'fields from a file that is not there',
    change: {
      [schema]: (text) =>
        `${text.slice(0, text.indexOf('fields:'))}fields: ../shared/fields.yaml\n`,
    },
    findings: [
      'error input/file-missing templates/leaflet/template.yaml:3:9 ‹../shared/fields.yaml›',
    ],
  },
  {
    name: 'fields from a file outside the project',
    change: {
      [schema]: (text) => `${text.slice(0, text.indexOf('fields:'))}fields: ../../../fields.yaml\n`,
    },
    findings: [
      'error input/file-outside templates/leaflet/template.yaml:3:9 ‹../../../fields.yaml›',
    ],
  },
  {
    name: 'a limit for a field that is not there',
    change: { [schema]: append('limits: {bdoy: {max: {lines: 3}}}') },
    findings: ['error input/unknown-field templates/leaflet/template.yaml:13:10 ‹bdoy›'],
  },
];

describe('the job', () => testCases(jobCases));
describe('the printing condition', () => testCases(conditionCases));
describe('the template’s fields', () => testCases(schemaCases));
