/**
 * Reference pairs: what can be written in two ways looks the same both ways, pixel by pixel, as
 * PDFium draws the file. `node bench/browser/pairs.js` shows the same pages in Chromium.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rasterPages } from '../../src/paint/index.ts';
import { render } from '../support/letter-pixels.ts';
// @ts-expect-error The script that shows the pairs in a browser reads them too: it is plain JavaScript.
import * as reader from './read-pairs.js';

interface Pair {
  readonly name: string;
  readonly isMatch: boolean;
  readonly toleratedPx: number;
  readonly left: string;
  readonly right: string;
}

const pageOf: (body: string, font: string) => string = reader.pageOf;
const readPairs: (text: string) => readonly Pair[] = reader.readPairs;

/** A step of rounding is no other colour. */
const toleratedShade = 2;

/** Many pairs end in the same page: it is made once. */
const made = new Map<string, Promise<Uint8Array>>();

function pdfOf(body: string): Promise<Uint8Array> {
  const known = made.get(body) ?? make(body);
  made.set(body, known);
  return known;
}

async function make(body: string): Promise<Uint8Array> {
  const html = pageOf(body, '/fonts/hanken-grotesk/HankenGrotesk-Medium.ttf');
  return (await render(html, 'screen')).pdf;
}

async function pixelsOf(pdf: Uint8Array): Promise<Uint8Array> {
  const [page] = await rasterPages(pdf, 96);
  if (!page) throw new Error('no page');
  return page.rgba;
}

/** Files that are the same byte by byte need not be drawn. */
async function differenceOf(left: string, right: string): Promise<number> {
  const [one, other] = [await pdfOf(left), await pdfOf(right)];
  if (Buffer.compare(one, other) === 0) return 0;
  return countDifferent(await pixelsOf(one), await pixelsOf(other));
}

function countDifferent(one: Uint8Array, other: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < one.length; at += 4)
    if (
      [0, 1, 2].some(
        (part) => Math.abs((one[at + part] ?? 0) - (other[at + part] ?? 0)) > toleratedShade,
      )
    )
      count += 1;
  return count;
}

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.pairs'));

describe.each(files)('%s', (file) => {
  const pairs = readPairs(readFileSync(join(import.meta.dirname, file), 'utf8'));
  it.each(pairs)('$name', async ({ left, right, isMatch, toleratedPx }) => {
    const different = await differenceOf(left, right);
    if (isMatch) expect(different).toBeLessThanOrEqual(toleratedPx);
    else expect(different).toBeGreaterThan(0);
  });
});
