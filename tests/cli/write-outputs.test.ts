import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeOutputs } from '../../src/cli/write-outputs.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const report = (...paths: string[]) =>
  JSON.stringify({ files: paths.map((path) => ({ path, sha256: '' })) });

describe('writeOutputs', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trykklar-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const tree = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

  it('writes files into folders and leaves nothing else', () => {
    writeOutputs(folder, [
      { path: 'press.pdf', bytes: bytes('press') },
      { path: 'pages/front.png', bytes: bytes('front') },
    ]);
    expect(tree()).toEqual(['pages', join('pages', 'front.png'), 'press.pdf']);
    expect(readFileSync(join(folder, 'press.pdf'), 'utf8')).toBe('press');
  });

  it('removes pictures of pages that are gone, and only those it made itself', () => {
    mkdirSync(join(folder, 'pages'));
    writeFileSync(join(folder, 'pages/mine.png'), 'mine');
    writeFileSync(join(folder, 'pages/old.png'), 'old');
    writeFileSync(join(folder, 'report.json'), report('pages/old.png', '../escape.png'));
    writeOutputs(folder, [{ path: 'pages/front.png', bytes: bytes('front') }]);
    expect(readdirSync(join(folder, 'pages')).sort()).toEqual(['front.png', 'mine.png']);
  });

  it('keeps the last good files when one cannot be written', () => {
    writeFileSync(join(folder, 'press.pdf'), 'last good');
    expect(() =>
      writeOutputs(folder, [
        { path: 'press.pdf', bytes: bytes('new') },
        { path: 'press.pdf/below-a-file', bytes: bytes('x') },
      ]),
    ).toThrow();
    expect(readFileSync(join(folder, 'press.pdf'), 'utf8')).toBe('last good');
    expect(tree()).toEqual(['press.pdf']);
  });

  it.each([
    ['a file', () => writeFileSync(join(folder, 'pages'), 'mine'), 'EEXIST'],
    ['a folder', () => mkdirSync(join(folder, 'pages/front.png'), { recursive: true }), 'EISDIR'],
  ])('replaces none where %s is in the way of another', (_, block, code) => {
    writeFileSync(join(folder, 'press.pdf'), 'last good');
    block();
    const outputs = ['press.pdf', 'pages/front.png'].map((path) => ({ path, bytes: bytes('new') }));
    expect(() => writeOutputs(folder, outputs)).toThrow(expect.objectContaining({ code }));
    expect(readFileSync(join(folder, 'press.pdf'), 'utf8')).toBe('last good');
  });

  it('clears what a killed process left, and leaves a living one alone', () => {
    mkdirSync(join(folder, '.staging-999999999'));
    mkdirSync(join(folder, `.staging-${process.ppid}`));
    writeOutputs(folder, [{ path: 'a', bytes: bytes('a') }]);
    expect(tree()).toEqual([`.staging-${process.ppid}`, 'a']);
  });
});
