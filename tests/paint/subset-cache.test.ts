import { expect, it } from 'vitest';
import { invariant } from '../../src/base/index.ts';
import { cachedSubset } from '../../src/paint/pdf/subset-cache.ts';
import { isFontFault, openFont } from '../../src/text/index.ts';
import { squareFont } from '../support/square-font.ts';

const font = openFont('square.ttf', squareFont());
invariant(!isFontFault(font), 'the square font opens');

it('a subset comes from the cache as it was cut, and a torn entry is cut anew', async () => {
  const entries = new Map<string, Uint8Array>();
  const cache = {
    get: (key: string) => entries.get(key),
    set: (key: string, bytes: Uint8Array) => void entries.set(key, bytes),
  };
  const cut = await cachedSubset(font, [0, 3, 4], cache);
  expect(entries.size).toBe(1);
  expect(await cachedSubset(font, [0, 3, 4], cache)).toEqual(cut);
  expect(entries.size).toBe(1);
  expect((await cachedSubset(font, [0, 3], cache)).bytes).not.toEqual(cut.bytes);
  expect(entries.size).toBe(2);

  for (const key of entries.keys()) entries.set(key, new TextEncoder().encode('torn'));
  expect(await cachedSubset(font, [0, 3, 4], cache)).toEqual(cut);
});
