import { expect, it } from 'vitest';
import { isForAnother } from '../../src/color/index.ts';

it.each([
  ['FOGRA39L Coated', 'FOGRA39', false],
  ['Coated FOGRA39 (ISO 12647-2:2004)', 'FOGRA39', false],
  ['ISO Coated v2 (ECI)', 'FOGRA39', false],
  ['PSO Coated v3 FOGRA51', 'FOGRA39', true],
  ['Artifex CMYK SWOP Profile', 'FOGRA39', true],
  ['GRACoL2006_Coated1v2', 'FOGRA52', false],
  ['GRACoL 2013 CRPC6', 'FOGRA52', true],
  ['U.S. Web Coated (SWOP) v2', 'CGATS TR 001', false],
])('a profile that calls itself “%s” for %s: %s', (description, identifier, answer) => {
  expect(isForAnother(description, identifier)).toBe(answer);
});
