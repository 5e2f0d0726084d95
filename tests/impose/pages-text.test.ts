import { expect, it } from 'vitest';
import { pagesText } from '../../src/impose/pages-text.ts';

it.each([
  [[3], 'page 3', 'side 3'],
  [[1, 2, 3], 'pages 1–3', 'side 1–3'],
  [[1, 2, 5, 7, 8], 'pages 1–2, 5, 7–8', 'side 1–2, 5, 7–8'],
  [[1, 3, 5, 7, 9, 11, 13], 'pages 1, 3, 5, 7, 9, 11 …', 'side 1, 3, 5, 7, 9, 11 …'],
])('%j: %s', (pages, en, da) => {
  expect(pagesText(pages)).toEqual({ en, da });
});
