import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Cache } from '../../src/base/index.ts';
import { deviceCmyk } from '../../src/preflight/content/color-space.ts';
import { noFacts } from '../../src/preflight/facts.ts';
import { keptVerdict } from '../../src/preflight/kept-verdict.ts';
import { expectations } from './make-pdf.ts';

function openCache(): Cache {
  const entries = new Map<string, Uint8Array>();
  return { get: (key) => entries.get(key), set: (key, bytes) => void entries.set(key, bytes) };
}

/** A judge who counts how often it is asked. */
function countingJudge() {
  const asked = { times: 0 };
  const judge = () => {
    asked.times += 1;
    return { findings: [], facts: { ...noFacts, pdfVersion: `${asked.times}` } };
  };
  return { asked, judge };
}

const bytes = new Uint8Array([1, 2, 3]);
const other = new Uint8Array([1, 2, 4]);

beforeEach(() => {
  globalThis.trykklarProgramId = 'one';
});
afterEach(() => {
  globalThis.trykklarProgramId = undefined;
});

it('judges the same file once', () => {
  const { asked, judge } = countingJudge();
  const cache = openCache();
  const first = keptVerdict(bytes, expectations, cache, judge);
  expect(keptVerdict(bytes, expectations, cache, judge)).toEqual(first);
  expect(asked.times).toBe(1);
});

const [page] = expectations.pages;
const color = { space: deviceCmyk, values: [0, 0, 0, 1], pattern: null };
const letters = { text: 'A', sizePt: 4, color, rect: { x: 9, y: 9, width: 4, height: 4 } };
const lettered = {
  ...expectations,
  pages: page ? [{ ...page, outlinedTexts: [letters] }] : [],
};
const elsewhere = { ...expectations, identifier: 'FOGRA52' };

it.each([
  ['another file', 'one', other, expectations],
  ['other expectations', 'one', bytes, elsewhere],
  ['other letters as outlines', 'one', bytes, lettered],
  ['another program', 'two', bytes, expectations],
  ['a program without an id', undefined, bytes, expectations],
] as const)('judges anew: %s', (_, program, file, expected) => {
  const { asked, judge } = countingJudge();
  const cache = openCache();
  keptVerdict(bytes, expectations, cache, judge);
  globalThis.trykklarProgramId = program;
  keptVerdict(file, expected, cache, judge);
  expect(asked.times).toBe(2);
});
