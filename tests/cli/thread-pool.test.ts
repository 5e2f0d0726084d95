/** Work on threads of their own: the bundled program's, as a build of several photographs has it. */
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { perform } from '../../src/cli/helper-thread.ts';
import { openThreadPool } from '../../src/cli/thread-pool.ts';
import { convertPictureTask, readyConverterTask } from '../../src/color/index.ts';
import { bytePngTask, deflateTask } from '../../src/paint/tasks.ts';
import { prepareParagraphsTask } from '../../src/text/index.ts';
import { paragraphStyle, projectFont, textStyle } from '../text/support.ts';

const script = new URL('../../bin/helper.js', import.meta.url);
const target = new Uint8Array(
  readFileSync(new URL('../../assets/icc/FOGRA39L_coated.icc', import.meta.url)),
);

/** A photograph of 32 × 32 pixels, another one for each number. */
async function workOf(number: number) {
  const side = 32;
  const samples = Uint8Array.from(
    { length: side * side * 3 },
    (_, at) => (at * (number + 3)) % 256,
  );
  const bytes = await sharp(samples, { raw: { width: side, height: side, channels: 3 } })
    .jpeg()
    .toBuffer();
  const source = { path: `${number}.jpg`, widthPx: side, heightPx: side, bytes };
  return { source, use: { widthPt: 4, heightPt: 4, fitInkPercent: 250 }, target } as const;
}

it('gives what this thread would give, for more pictures than there are threads', async () => {
  const pool = openThreadPool(script);
  const works = await Promise.all(Array.from({ length: 20 }, (_, number) => workOf(number)));
  const { bytes } = works[0]?.source ?? { bytes: new Uint8Array() };
  await pool.run(readyConverterTask, { bytes, intent: 'relative', target });
  const done = await Promise.all(works.map((work) => pool.run(convertPictureTask, work)));
  expect(done).toEqual(await Promise.all(works.map((work) => convertPictureTask.run(work))));
  expect(done[0]).toMatchObject({ picture: { space: 'cmyk', encoding: 'flate' } });
}, 30_000);

it('hands a damaged picture back as a fault', async () => {
  const work = await workOf(1);
  const source = { ...work.source, bytes: work.source.bytes.subarray(0, 300) };
  expect(await openThreadPool(script).run(convertPictureTask, { ...work, source })).toMatchObject({
    kind: 'damaged',
  });
}, 30_000);

it('tells of a failure, and goes on', async () => {
  const pool = openThreadPool(script);
  const unknown = { name: 'unknown', run: async () => null };
  await expect(pool.run(unknown, null)).rejects.toThrow('unknown');
  expect(await pool.run(convertPictureTask, await workOf(1))).not.toBeNull();
}, 30_000);

/** Fifty pieces of work: a paragraph each. */
function paragraphs() {
  const font = projectFont('source-serif-4/SourceSerif4-Regular.ttf');
  const setup = {
    ...{ languages: ['da'], fonts: [font], paragraphStyles: [paragraphStyle()] },
    styles: [{ ...textStyle({ hyphens: 'auto' }), fonts: [0] }],
    widths: new Float64Array(new SharedArrayBuffer(8)).fill(200),
  };
  const inputs = Array.from({ length: 50 }, (_, number) => [
    { items: [{ text: `Ledersektionen nummer ${number} `.repeat(30), style: 0 }], style: 0 },
  ]);
  return { setup, inputs, lead: 3 };
}

it('gives pieces of a series as this thread would, and is free when the series is closed', async () => {
  const pool = openThreadPool(script);
  const work = paragraphs();
  const here = await prepareParagraphsTask.open(work.setup);
  const series = await pool.openSeries(prepareParagraphsTask, work);
  let given = 0;
  for (const [piece, input] of work.inputs.slice(0, 45).entries()) {
    const own = here(input);
    // A thread that is still loading has begun none.
    if (piece < 5) await new Promise((resolve) => setTimeout(resolve, 200));
    const result = series.take(piece, () => false);
    if (!result) continue;
    given++;
    expect(result).toEqual(own);
  }
  series.close();
  expect(given).toBeGreaterThan(0);
  expect(await pool.run(convertPictureTask, await workOf(1))).not.toBeNull();
}, 30_000);

it('gives nothing of a series whose task fails', async () => {
  const { inputs, setup } = paragraphs();
  const series = await openThreadPool(script).openSeries(prepareParagraphsTask, {
    ...{ setup: { ...setup, styles: [] }, inputs, lead: 3 },
  });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(inputs.slice(0, 6).map((_, piece) => series.take(piece, () => false))).toEqual(
    new Array(6).fill(null),
  );
  series.close();
}, 30_000);

it.each([convertPictureTask, readyConverterTask, deflateTask, bytePngTask])(
  'knows the task $name',
  async ({ name }) => {
    const answer = await perform({ name, input: undefined });
    expect(answer).not.toMatchObject({ message: expect.stringContaining('no thread knows') });
  },
);
