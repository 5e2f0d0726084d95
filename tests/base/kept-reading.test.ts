import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Context,
  type Finding,
  keptReading,
  problem,
  type Workspace,
} from '../../src/base/index.ts';

/** Files that can be changed between readings, and a cache that lasts. */
function openFiles(files: Record<string, string>) {
  const kept = new Map<string, Uint8Array>();
  const cache = {
    get: (key: string) => kept.get(key),
    set: (key: string, bytes: Uint8Array) => void kept.set(key, bytes),
  };
  const workspace: Workspace = {
    read(path) {
      const text = files[path];
      return text === undefined
        ? { kind: 'missing', path }
        : { kind: 'file', path, bytes: new TextEncoder().encode(text) };
    },
    list: (folder) =>
      Object.keys(files)
        .filter((path) => path.startsWith(folder))
        .sort(),
    cache,
  };
  const read = <T>(make: (context: Context) => T, key = 'key') => {
    const findings: Finding[] = [];
    let isMade = false;
    const context = { report: (one: Finding) => findings.push(one), workspace };
    const value = keptReading(key, context, (watched) => {
      isMade = true;
      return make(watched);
    });
    return { value, isMade, codes: findings.map(({ code }) => code) };
  };
  return { files, kept, read };
}

const textOf = (path: string, { workspace }: Context): string => {
  const file = workspace.read(path);
  return file.kind === 'file' ? new TextDecoder().decode(file.bytes) : file.kind;
};

describe('keptReading', () => {
  beforeEach(() => {
    globalThis.trykklarProgramId = 'a program';
  });
  afterEach(() => {
    globalThis.trykklarProgramId = undefined;
  });

  it('takes what it made while nothing that was read has changed', () => {
    const { read, files } = openFiles({ 'a.txt': 'one', 'b.txt': 'two' });
    const make = (context: Context) => ({ words: [textOf('a.txt', context)] });
    expect(read(make)).toMatchObject({ isMade: true, value: { words: ['one'] } });
    files['b.txt'] = 'never read';
    expect(read(make)).toMatchObject({ isMade: false, value: { words: ['one'] } });
    files['a.txt'] = 'another';
    expect(read(make)).toMatchObject({ isMade: true, value: { words: ['another'] } });
  });

  it('notices a file that was missing, and a name that was not in a folder', () => {
    const { read, files } = openFiles({ 'x/a.txt': 'one' });
    const make = (context: Context) => [
      textOf('x/b.txt', context),
      context.workspace.list('x/').length,
    ];
    expect(read(make).value).toEqual(['missing', 1]);
    expect(read(make).isMade).toBe(false);
    files['x/c.txt'] = 'three';
    expect(read(make)).toMatchObject({ isMade: true, value: ['missing', 2] });
    files['x/b.txt'] = 'two';
    expect(read(make)).toMatchObject({ isMade: true, value: ['two', 3] });
  });

  it('reports again what was found', () => {
    const { read } = openFiles({ 'a.txt': 'one' });
    const make = (context: Context) => {
      context.report(problem('warning', 'test/odd', { en: 'odd', da: 'sært' }));
      return textOf('a.txt', context);
    };
    expect(read(make)).toMatchObject({ isMade: true, codes: ['test/odd'] });
    expect(read(make)).toMatchObject({ isMade: false, codes: ['test/odd'] });
  });

  it('keeps nothing that has an error', () => {
    const { read, kept } = openFiles({ 'a.txt': 'one' });
    const make = (context: Context) => {
      context.report(problem('error', 'test/wrong', { en: 'wrong', da: 'galt' }));
      return null;
    };
    expect(read(make).isMade).toBe(true);
    expect(kept.size).toBe(0);
  });

  it('tells keys and programs apart', () => {
    const { read } = openFiles({});
    expect(read(() => 1, 'first').value).toBe(1);
    expect(read(() => 2, 'second').value).toBe(2);
    globalThis.trykklarProgramId = 'the next program';
    expect(read(() => 3, 'first').value).toBe(3);
  });

  it('keeps nothing for a program that runs from its sources', () => {
    globalThis.trykklarProgramId = undefined;
    const { read, kept } = openFiles({});
    read(() => 1);
    expect(kept.size).toBe(0);
  });

  it('hands on which places share a file', () => {
    const source = { path: 'a.txt', text: 'one' };
    const { read } = openFiles({});
    const make = () => ({ sheets: [source], media: new Map([[source, 'print']]) });
    read(make);
    const { value } = read(make);
    expect(value.sheets.map((sheet) => value.media.get(sheet))).toEqual(['print']);
  });

  it('serves a reading inside another, which hears of what is inside', () => {
    const { read, files } = openFiles({ 'a.txt': 'one', 'b.txt': 'two' });
    const inner = (context: Context) =>
      keptReading('inner', context, (watched) => textOf('a.txt', watched));
    const outer = (context: Context) => inner(context) + textOf('b.txt', context);
    expect(read(outer).value).toBe('onetwo');
    files['b.txt'] = 'three';
    expect(read(outer).value).toBe('onethree');
    files['a.txt'] = 'four';
    expect(read(outer).value).toBe('fourthree');
  });
});
