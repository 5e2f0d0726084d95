/** Font files that are none, are damaged, may not be used, or cannot be found. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { repository } from '../support/program.ts';
import { append, type Case, paths, swap, testCases } from './project.ts';

const { css } = paths;
const fontFile = 'assets/font.ttf';

const serif = new Uint8Array(
  readFileSync(join(repository, 'fonts/source-serif-4/SourceSerif4-Regular.ttf')),
);

/** Start and length of one of the font's tables (OpenType, table directory). */
function table(tag: string): { readonly start: number; readonly length: number } {
  const view = new DataView(serif.buffer, serif.byteOffset, serif.byteLength);
  const count = view.getUint16(4);
  for (let entry = 12; entry < 12 + count * 16; entry += 16) {
    const name = String.fromCharCode(...serif.subarray(entry, entry + 4));
    if (name === tag)
      return { start: view.getUint32(entry + 8), length: view.getUint32(entry + 12) };
  }
  throw new Error(`the font has no ${tag}`);
}

/** The serif with one byte of a table changed. */
function withByte(tag: string, offset: number, value: number): Uint8Array {
  const changed = serif.slice();
  changed[table(tag).start + offset] = value;
  return changed;
}

/** The serif with a table's content turned to rubbish, its place kept. */
function withRubbish(tag: string): Uint8Array {
  const { start, length } = table(tag);
  return serif.map((byte, i) => (i >= start && i < start + length ? 255 - byte : byte));
}

/** The serif without a table: its name in the directory is another. */
function without(tag: string): Uint8Array {
  const changed = serif.slice();
  const entries = (changed[4] ?? 0) * 256 + (changed[5] ?? 0);
  for (let entry = 12; entry < 12 + entries * 16; entry += 16)
    if (String.fromCharCode(...changed.subarray(entry, entry + 4)) === tag) changed[entry] = 0x7a;
  return changed;
}

const own = swap('/fonts/source-serif-4/SourceSerif4-Regular.ttf', `/${fontFile}`);
const ownFont = (bytes: Uint8Array | string) => ({ [css]: own, [fontFile]: bytes });
const from = (path: string) => ({
  [css]: swap('/fonts/source-serif-4/SourceSerif4-Regular.ttf', path),
});

const fileCases: readonly Case[] = [
  { name: 'an own font is no mistake', change: ownFont(serif), findings: [] },
  {
    name: 'a file that is not there',
    change: from('/fonts/source-serif-4/SourceSerif-Regular.ttf'),
    findings: [],
  },
  { name: 'a file outside the project', change: from('../../../secret.ttf'), findings: [] },
  { name: 'a file on the network', change: from('https://example.org/a.ttf'), findings: [] },
  { name: 'an empty file', change: ownFont(new Uint8Array()), findings: [] },
  { name: 'a text for a font', change: ownFont('not a font at all, only words'), findings: [] },
  {
    name: 'a font for web pages',
    change: ownFont(new Uint8Array([...Buffer.from('wOF2'), ...serif.slice(4, 400)])),
    findings: [],
  },
  {
    name: 'several fonts in one file',
    change: ownFont(new Uint8Array([...Buffer.from('ttcf'), ...serif.slice(4, 400)])),
    findings: [],
  },
  { name: 'a font that is cut off', change: ownFont(serif.slice(0, 20_000)), findings: [] },
  {
    name: 'a font of which only the directory is left',
    change: ownFont(serif.slice(0, 300)),
    findings: [],
  },
  { name: 'a font without its map of characters', change: ownFont(without('cmap')), findings: [] },
  { name: 'a font without outlines', change: ownFont(without('glyf')), findings: [] },
  { name: 'a font whose header is rubbish', change: ownFont(withRubbish('head')), findings: [] },
  {
    name: 'a font whose index of outlines is rubbish',
    change: ownFont(withRubbish('loca')),
    findings: [],
  },
  // OpenType, OS/2 fsType: bit 1 is restricted licence embedding, bit 9 bitmaps only.
  {
    name: 'a font that must not be embedded',
    change: ownFont(withByte('OS/2', 9, 0x02)),
    findings: [],
  },
  {
    name: 'a font of which only bitmaps may be embedded',
    change: ownFont(withByte('OS/2', 8, 0x02)),
    findings: [],
  },
];

const familyCases: readonly Case[] = [
  {
    name: 'a family that no file is declared for',
    change: { [css]: swap('10pt/14pt Serif', '10pt/14pt Serfi') },
    findings: [],
  },
  {
    name: 'the machine’s own font',
    change: { [css]: swap('10pt/14pt Serif', '10pt/14pt sans-serif') },
    findings: [],
  },
  {
    name: 'a weight that the family does not have',
    change: { [css]: append('h1 { font-weight: 700; }') },
    findings: [],
  },
  {
    name: 'a face without a file',
    change: { [css]: append('@font-face { font-family: Other; }\nh1 { font-family: Other; }') },
    findings: [],
  },
  {
    name: 'no fonts at all',
    change: { [css]: (text) => text.slice(text.indexOf('.front')) },
    findings: [],
  },
];

describe('font files', () => testCases(fileCases));
describe('families', () => testCases(familyCases));
