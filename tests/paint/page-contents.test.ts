/** Page contents come out the same whoever compresses them, and in the order of their pages. */
import { describe, expect, it } from 'vitest';
import type { Helpers, Task } from '../../src/base/index.ts';
import { openPageContents } from '../../src/paint/pdf/page-contents.ts';
import { createPdfFile, type PdfFileOptions } from '../../src/paint/pdf/pdfkit.ts';

/** Some megabytes of operators, no page like another. */
const pages = Array.from({ length: 12 }, (_, page) =>
  new TextEncoder().encode(`${page} 0 Td [<0001>${page}<0002>] TJ\n`.repeat(7_000 + page)),
);

async function written(helpers: Helpers | undefined, cache?: PdfFileOptions['cache']) {
  const options: PdfFileOptions = {
    version: '1.7',
    compress: true,
    cache: cache ?? { get: () => undefined, set: () => {} },
    helpers,
  };
  const file = await createPdfFile(options);
  const contents = openPageContents(file, options);
  for (const bytes of pages) file.page({ Contents: contents.add(bytes) });
  await contents.write();
  return file.finish(() => ({ catalog: {}, info: {}, id: new Uint8Array(16) }));
}

const noSeries = () => Promise.reject(new Error('not asked for'));

/** Each task takes less time than the one before it. */
function hastening(): Helpers & { readonly names: string[] } {
  const names: string[] = [];
  return {
    count: 2,
    names,
    async expectWork() {},
    openSeries: noSeries,
    async run<I, R>(task: Task<I, R>, input: I) {
      names.push(task.name);
      await new Promise((resolve) => setTimeout(resolve, 40 / names.length));
      return task.run(input);
    },
  };
}

describe('page contents', () => {
  it('are the same from threads, whichever is ready first', async () => {
    const helpers = hastening();
    expect(await written(helpers)).toEqual(await written(undefined));
    expect(helpers.names.length).toBeGreaterThan(2);
  });

  it('are compressed here where a thread fails', async () => {
    const failing: Helpers = {
      count: 1,
      expectWork: async () => {},
      openSeries: noSeries,
      run: () => Promise.reject(new Error('gone')),
    };
    expect(await written(failing)).toEqual(await written(undefined));
  });

  it('are kept between runs, and neither compressed nor kept again', async () => {
    const kept = new Map<string, Uint8Array>();
    const cache = {
      get: (key: string) => kept.get(key),
      set: (key: string, bytes: Uint8Array) => void kept.set(key, bytes),
    };
    const first = await written(hastening(), cache);
    expect(kept.size).toBe(pages.length);
    const idle = hastening();
    const reading = { get: cache.get, set: () => expect.fail('kept again') };
    expect(await written(idle, reading)).toEqual(first);
    expect(idle.names).toEqual([]);
  });
});
