/** Pages painted on other threads are the pages that this one paints. */
import { expect, it } from 'vitest';
import type { Helpers } from '../../src/base/index.ts';
import { measurePlates } from '../../src/plates/index.ts';
import { cleanParts, makePdf, stream } from '../preflight/make-pdf.ts';

/** Three pages with an area each, further to the right from page to page. */
const pdf = makePdf({
  content: '0.5 0 0 1 k 20 20 60 60 re f',
  more: [
    '3 << /Type /Pages /Kids [7 0 R 40 0 R 42 0 R] /Count 3 >>',
    ...[40, 42].flatMap((number) => [
      `${number} << /Type /Page /Parent 3 0 R ${cleanParts.page} /Contents ${number + 1} 0 R >>`,
      `${number + 1} ${stream('', `0 1 0 0 k ${number * 3} 20 60 60 re f`)}`,
    ]),
  ],
});

/** Threads get copies, and answer when they are asked last. */
function threads(given: string[]): Helpers {
  return {
    count: 2,
    expectWork: async () => {},
    run: async (task, input) => {
      given.push(task.name);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return structuredClone(await task.run(structuredClone(input)));
    },
    openSeries: () => Promise.reject(new Error('no series here')),
  };
}

async function pagesOf(helpers?: Helpers) {
  const heard: string[] = [];
  const options = {
    dpi: 36,
    limitPercent: 330,
    whenPainted: ({ name }: { readonly name: string }) => heard.push(name),
  };
  const pages = await measurePlates(pdf, options, { report: () => {} }, helpers);
  const told = pages.map(({ plates: { name, ink, plates, owners, totalInk } }) => ({
    name,
    ink,
    owners: [...owners],
    totalInk: [...totalInk],
    plates: plates.map((plate) => [...plate.ink]),
  }));
  return { told, heard };
}

it('are the same, in their order', async () => {
  const given: string[] = [];
  const apart = await pagesOf(threads(given));
  const alone = await pagesOf();
  expect(given).toEqual(['paint-plates', 'paint-plates']);
  expect(apart.told).toEqual(alone.told);
  expect(apart.told.map(({ ink }) => Math.round(ink.highest.rect.x / 10))).toEqual([2, 12, 13]);
  expect(apart.heard.toSorted()).toEqual(['1', '2', '3']);
});
