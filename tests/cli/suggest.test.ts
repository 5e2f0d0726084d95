import { expect, it } from 'vitest';
import { suggest } from '../../src/cli/suggest.ts';

it.each([
  ['flyer', 'mente du `flyers`?'],
  ['xyz', 'der er `booklet`, `flyers`'],
])('a name that nothing has: %s', (name, expected) => {
  expect(suggest(name, ['booklet', 'flyers']).da).toBe(expected);
});
