import { expect, it } from 'vitest';
import { createSource } from '../src/base/index.ts';
import { checkPageCount } from '../src/page-count.ts';
import { openProject } from './input/project.ts';
import { pressJob } from './support/press-job.ts';

it.each([
  ['form: {booklet: A6, pages: 4}', []],
  ['form: {booklet: A6, pages: 8}', ['layout/page-count']],
])('a booklet has the pages that it is made of: %s', async (form, expected) => {
  const { findings, codes, bytes } = await pressJob('', '{{words}}', [form]);
  expect(codes).toEqual(expected);
  expect(bytes === null).toBe(expected.length > 0);
  if (expected.length > 0)
    expect(findings[0]).toMatchObject({ measured: 4, limit: 8, span: { start: 29 } });
});

it.each([
  [1, 1, null],
  [null, 1, null],
  [null, 2, null],
  [null, 3, 'arket har 3 sider; et ark har højst to'],
  [2, 1, 'arket har 1 side; formen beder om 2'],
])('a leaf of %s pages, %i laid out', (pages, found, expected) => {
  expect(check({ kind: 'leaf', pages }, found)).toEqual(expected === null ? [] : [expected]);
});

it.each([
  [4, []],
  [6, ['hæftet har 6 sider; et hæfte har et sidetal, der kan deles med fire']],
  [0, []],
])('a booklet that asks for no count, %i laid out', (found, expected) => {
  expect(check({ kind: 'booklet', pages: null }, found)).toEqual(expected);
});

function check(
  { kind, pages }: { readonly kind: 'leaf' | 'booklet'; readonly pages: number | null },
  found: number,
) {
  const form = { kind, pageMm: { width: 148, height: 210 }, pages };
  const job = { form, keySpans: new Map(), source: createSource('job.yaml', 'form:') };
  const { context, findings } = openProject();
  checkPageCount(job, found, context);
  return findings.map(({ message }) => message.da);
}
