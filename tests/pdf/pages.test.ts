/** Page trees with places where no page is: told of by the number that the page would have. */
import { expect, it } from 'vitest';
import { damageWords } from '../../src/impose/index.ts';
import { collectPages, pageGap, readPdf } from '../../src/pdf/index.ts';
import { openAnyPdf } from '../../src/sheet-source.ts';
import { makePdf } from '../preflight/make-pdf.ts';

const page = (number: number) => `${number} << /Type /Page /Parent 3 0 R >>`;
const tree = (kids: string) =>
  makePdf({
    more: [
      `3 << /Type /Pages /Kids [${kids}] /Count 3 /MediaBox [0 0 9 9] >>`,
      ...[page(40), page(41), '42 << /Type /Pages /Kids [41 0 R 3 0 R] /Count 2 >>'],
    ],
  });

it.each([
  ['40 0 R 41 0 R 40 0 R', 3, null],
  ['40 0 R 3 0 R 41 0 R', 2, 'page 2 is missing: its place in the page tree leads back'],
  ['40 0 R 42 0 R 40 0 R', 3, 'page 3 is missing: its place in the page tree leads back'],
  ['40 0 R 41 0 R 99 0 R', 2, 'page 3 is missing: its place in the page tree leads nowhere'],
])('%s', (kids, count, gap) => {
  const file = readPdf(tree(kids));
  if (file.kind !== 'pdf') throw new Error('no file');
  expect(collectPages(file)).toHaveLength(count);
  const opened = openAnyPdf(tree(kids));
  if (gap === null) expect([pageGap(file), opened.kind]).toEqual([null, 'opened']);
  else {
    expect(pageGap(file)).toContain(gap);
    const reason = opened.kind === 'damage' ? opened.reason : '';
    expect(reason).toContain(gap);
    expect(damageWords(reason).da).toMatch(/^side \d mangler: dens plads i sidetræet fører /);
  }
});
