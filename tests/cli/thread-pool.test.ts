/** Work on threads of their own: the bundled program's, as a build of several photographs has it. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openThreadPool } from '../../src/cli/thread-pool.ts';
import { pressInksTask } from '../../src/color/index.ts';

const script = new URL('../../bin/helper.js', import.meta.url);
const target = new Uint8Array(
  readFileSync(new URL('../../assets/icc/FOGRA39L_coated.icc', import.meta.url)),
);

/** A picture of 32 × 32 pixels, another one for each number. */
function workOf(number: number) {
  const samples = Uint8Array.from({ length: 32 * 32 * 3 }, (_, at) => (at * (number + 3)) % 256);
  const size = { widthPx: 32, heightPx: 32 };
  return {
    raw: { space: 'rgb', samples, deepSamples: null, profile: null, ...size },
    intent: 'relative',
    fitInkPercent: 250,
    pixelsPerMm: 12,
    target,
  } as const;
}

it('gives what this thread would give, for more pictures than there are threads', async () => {
  const pool = openThreadPool(script);
  const works = Array.from({ length: 20 }, (_, number) => workOf(number));
  const done = await Promise.all(works.map((work) => pool.run(pressInksTask, work)));
  expect(done).toEqual(await Promise.all(works.map((work) => pressInksTask.run(work))));
}, 30_000);

it('tells of a failure, and goes on', async () => {
  const pool = openThreadPool(script);
  const unknown = { name: 'unknown', run: async () => null };
  await expect(pool.run(unknown, null)).rejects.toThrow('unknown');
  expect(await pool.run(pressInksTask, workOf(1))).not.toBeNull();
}, 30_000);
