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
    findings: [
      'error layout/missing-font-file templates/leaflet/leaflet.css:3:8 ‹url("/fonts/source-serif-4/SourceSerif-…›',
    ],
  },
  {
    name: 'a file outside the project',
    change: from('../../../secret.ttf'),
    findings: [
      'error layout/missing-font-file templates/leaflet/leaflet.css:3:8 ‹url("../../../secret.ttf")›',
    ],
  },
  {
    name: 'a file on the network',
    change: from('https://example.org/a.ttf'),
    findings: [
      'error css/foreign-address templates/leaflet/leaflet.css:3:8 ‹url("https://example.org/a.ttf")›',
    ],
  },
  {
    name: 'an empty file',
    change: ownFont(new Uint8Array()),
    findings: [
      'error text/font-not-a-font templates/leaflet/leaflet.css:3:8 ‹url("/assets/font.ttf")›',
    ],
  },
  {
    name: 'a text for a font',
    change: ownFont('not a font at all, only words'),
    findings: [
      'error text/font-not-a-font templates/leaflet/leaflet.css:3:8 ‹url("/assets/font.ttf")›',
    ],
  },
  {
    name: 'a font for web pages',
    change: ownFont(new Uint8Array([...Buffer.from('wOF2'), ...serif.slice(4, 400)])),
    findings: [
      'error text/font-damaged templates/leaflet/leaflet.css:3:8 ‹url("/assets/font.ttf")›',
    ],
  },
  {
    name: 'several fonts in one file',
    change: ownFont(new Uint8Array([...Buffer.from('ttcf'), ...serif.slice(4, 400)])),
    findings: [
      'error text/font-damaged templates/leaflet/leaflet.css:3:8 ‹url("/assets/font.ttf")›',
    ],
  },
  {
    name: 'a font that is cut off',
    change: ownFont(serif.slice(0, 20_000)),
    findings: [
      'error text/font-damaged templates/leaflet/leaflet.css:3:8 ‹url("/assets/font.ttf")›',
    ],
  },
  {
    name: 'a font of which only the directory is left',
    change: ownFont(serif.slice(0, 300)),
    findings: [
      'error text/font-damaged templates/leaflet/leaflet.css:3:8 ‹url("/assets/font.ttf")›',
    ],
  },
  {
    name: 'a font without its map of characters',
    change: ownFont(without('cmap')),
    findings: [
      'error text/font-missing-table templates/leaflet/leaflet.css:3:8 ‹url("/assets/font.ttf")›',
    ],
  },
  {
    name: 'a font without outlines',
    change: ownFont(without('glyf')),
    findings: [
      'error text/font-no-outlines templates/leaflet/leaflet.css:3:8 ‹url("/assets/font.ttf")›',
    ],
  },
  {
    name: 'a font whose header is rubbish',
    change: ownFont(withRubbish('head')),
    findings: [
      'error text/font-damaged templates/leaflet/leaflet.css:3:8 ‹url("/assets/font.ttf")›',
    ],
  },
  {
    name: 'a font whose index of outlines is rubbish',
    change: ownFont(withRubbish('loca')),
    findings: [
      'error text/font-damaged templates/leaflet/leaflet.css:3:8 ‹url("/assets/font.ttf")›',
    ],
  },
  // OpenType, OS/2 fsType: bit 1 is restricted licence embedding, bit 9 bitmaps only.
  {
    name: 'a font that must not be embedded',
    change: ownFont(withByte('OS/2', 9, 0x02)),
    findings: [
      'error text/font-embedding-forbidden templates/leaflet/leaflet.css:3:8 ‹url("/assets/font.ttf")›',
    ],
  },
  {
    name: 'a font of which only bitmaps may be embedded',
    change: ownFont(withByte('OS/2', 8, 0x02)),
    findings: [
      'error text/font-embedding-forbidden templates/leaflet/leaflet.css:3:8 ‹url("/assets/font.ttf")›',
    ],
  },
];

const familyCases: readonly Case[] = [
  {
    name: 'a family that no file is declared for',
    change: { [css]: swap('10pt/14pt Serif', '10pt/14pt Serfi') },
    findings: [
      'error layout/unknown-font templates/leaflet/leaflet.css:14:8 ‹font: 10pt/14pt Serfi›',
    ],
    says: ['write `Serif`'],
  },
  {
    name: 'the machine’s own font',
    change: { [css]: swap('10pt/14pt Serif', '10pt/14pt sans-serif') },
    findings: [
      'warning layout/generic-font templates/leaflet/leaflet.css:14:8 ‹font: 10pt/14pt sans-serif›',
    ],
  },
  {
    name: 'a weight that the family does not have',
    change: { [css]: append('h1 { font-weight: 700; }') },
    findings: ['warning layout/stand-in-face templates/leaflet/pages.hbs:8:24 ‹<h1>›'],
  },
  {
    name: 'a face without a file',
    change: { [css]: append('@font-face { font-family: Other; }\nh1 { font-family: Other; }') },
    findings: [
      'error css/descriptor-missing templates/leaflet/leaflet.css:19:1 ‹@font-face›',
      'error layout/unknown-font templates/leaflet/leaflet.css:20:6 ‹font-family: Other›',
    ],
  },
  {
    name: 'no fonts at all',
    change: { [css]: (text) => text.slice(text.indexOf('.front')) },
    findings: ['error layout/no-fonts templates/leaflet/pages.hbs:2:1 ‹<html>›'],
  },
];

describe('font files', () => testCases(fileCases));
describe('families', () => testCases(familyCases));
