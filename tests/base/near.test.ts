import { expect, it } from 'vitest';
import { nearest } from '../../src/base/index.ts';

it.each([
  ['titel', ['title', 'text'], 'title'],
  ['wieght', ['weight', 'width'], 'weight'],
  ['Paper', ['paper'], 'paper'],
  ['colour', ['color'], 'color'],
  ['xyz', ['abc', 'title'], undefined],
  ['a', ['b'], undefined],
  ['', ['a'], undefined],
  ['forside', ['front', 'bagside'], undefined],
  ['formand', ['formaand', 'formamd'], 'formaand'],
  ['x'.repeat(10_000), ['x'.repeat(10_001)], undefined],
])('nearest to %j of %j is %j', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});
