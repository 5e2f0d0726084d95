import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { codeLengths, deflateRuns } from '../../src/paint/raster/deflate-runs.ts';

/** Numbers that repeat in no way, the same in every run. */
function noise(length: number, most = 256): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 16) % most;
  });
}

/** Each symbol as often as a Fibonacci number says: the deepest tree that Huffman's method makes. */
function fibonacci(symbols: number): number[] {
  const counts = [1, 1];
  while (counts.length < symbols) counts.push((counts.at(-1) ?? 0) + (counts.at(-2) ?? 0));
  return counts;
}

const runsOfAllLengths = Uint8Array.from(
  Array.from({ length: 600 }, (_, length) => Array<number>(length).fill(length & 255)).flat(),
);
const rare = Uint8Array.from(
  fibonacci(20).flatMap((count, symbol) =>
    Array.from({ length: 2 * count }, (_, at) => (at % 2 === 0 ? symbol : 255)),
  ),
);

describe('a picture packed by its runs', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['one byte', Uint8Array.of(7)],
    ['zeros alone', new Uint8Array(1_000_000)],
    ['noise over several blocks', noise(100_000)],
    ['two values', noise(100_000, 2)],
    ['runs of every length', runsOfAllLengths],
    ['values of which some are very rare', rare],
  ])('is what any decoder reads: %s', (_, bytes) => {
    expect(Buffer.compare(inflateSync(deflateRuns(bytes)), bytes)).toBe(0);
  });

  it('takes little room where it is flat, and no more than it has where nothing repeats', () => {
    expect(deflateRuns(new Uint8Array(1_000_000)).length).toBeLessThan(1_100);
    expect(deflateRuns(noise(100_000)).length).toBeLessThan(101_000);
  });
});

describe('code lengths', () => {
  it('keep to their limit, fill the code exactly and leave out what never occurs', () => {
    for (const most of [7, 15]) {
      const lengths = codeLengths(Uint32Array.from([0, ...fibonacci(19), 0]), most);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(most);
      expect([lengths[0], lengths.at(-1)]).toEqual([0, 0]);
      const share = lengths.reduce((sum, length) => sum + (length > 0 ? 2 ** -length : 0), 0);
      expect(share).toBe(1);
    }
  });

  it('give a symbol that is alone a bit', () => {
    expect([...codeLengths(Uint32Array.of(0, 9), 15)]).toEqual([0, 1]);
  });
});
