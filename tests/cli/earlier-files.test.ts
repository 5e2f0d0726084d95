import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { earlierFiles } from '../../src/cli/earlier-files.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trykklar-'));
  mkdirSync(join(folder, 'pages'));
  for (const file of ['press.pdf', 'screen.pdf', 'pages/front.png', 'notes.pdf', 'report.json'])
    writeFileSync(join(folder, file), '');
});

afterEach(() => rmSync(folder, { recursive: true }));

it.each([
  [
    ['pages/front.png', 'report.json'],
    ['press.pdf', 'screen.pdf'],
  ],
  [
    ['press.pdf', 'report.json'],
    ['screen.pdf', 'pages/'],
  ],
  [['press.pdf', 'screen.pdf', 'pages/back.png'], []],
])('beside %j lie old files: %j', (made, expected) => {
  expect(earlierFiles(folder, made)).toEqual(expected);
});

it('has none in a folder that was empty', () => {
  expect(earlierFiles(join(folder, 'new'), [])).toEqual([]);
});
