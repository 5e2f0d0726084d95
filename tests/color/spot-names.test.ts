/** Spellings of one ink: each would be a plate of its own. */
import { expect, it } from 'vitest';
import { namesOfOneInk } from '../../src/color/index.ts';

it.each([
  [['PANTONE 186 C', 'PANTONE 186 U'], true],
  [['PANTONE 186 C', 'Pantone 186 C'], true],
  [['PANTONE 186 C', 'PMS 186'], true],
  [['PANTONE Reflex Blue C', 'PANTONE Reflex Blue CP'], true],
  [['PANTONE® 186 C', 'PANTONE 186 CVC'], true],
  [['HKS 43 K', 'HKS 43 N'], true],
  [['Gold', 'gold'], true],
  [['PANTONE 186 C', 'PANTONE 187 C'], false],
  [['PANTONE 186 C', 'PANTONE 1867 U'], false],
  [['PANTONE Warm Red C', 'PANTONE Warm Gray C'], false],
  [['HKS 43 K', 'HKS 44 K'], false],
  [['Guld', 'Gul'], false],
  [['Blank C', 'Blank U'], false],
])('%j', (names, isOne) => {
  expect(namesOfOneInk(names)).toEqual(isOne ? [names] : []);
});
