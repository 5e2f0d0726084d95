import { expect, it } from 'vitest';
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
