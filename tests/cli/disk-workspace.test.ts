import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDiskCache } from '../../src/cli/disk-cache.ts';
import { isOtherCase, openWorkspace } from '../../src/cli/disk-workspace.ts';

const noCache = { get: () => undefined, set: () => {} };

describe('a workspace on disk', () => {
  let base = '';
  let project = '';
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'trykklar-'));
    project = join(base, 'project');
    mkdirSync(join(project, 'content'), { recursive: true });
    writeFileSync(join(project, 'content/copy.yaml'), 'a: 1');
    writeFileSync(join(base, 'secret.txt'), 'secret');
    symlinkSync(join(base, 'secret.txt'), join(project, 'link.txt'));
    symlinkSync(base, join(project, 'up'));
  });
  afterEach(() => rmSync(base, { recursive: true, force: true }));

  it.each([
    ['content/copy.yaml', 'file'],
    ['content/../content/./copy.yaml', 'file'],
    ['content/nothing.yaml', 'missing'],
    ['content/copy.yaml/below', 'missing'],
    ['content', 'unreadable'],
    ['../secret.txt', 'outside'],
    ['content/../../secret.txt', 'outside'],
    ['link.txt', 'outside'],
    ['up/secret.txt', 'outside'],
    ['a\0b', 'outside'],
  ])('%s is %s', (path, kind) => {
    expect(openWorkspace(project, noCache).read(path).kind).toBe(kind);
  });

  it('finds a name with decomposed letters by its composed spelling, and the other way', () => {
    const [composed, decomposed] = ['å/blåbær.jpg', 'å/blåbær.jpg'.normalize('NFD')];
    mkdirSync(join(project, 'å'.normalize('NFD')));
    writeFileSync(join(project, decomposed), 'x');
    const workspace = openWorkspace(project, noCache);
    for (const path of [composed, decomposed])
      expect(workspace.read(path)).toMatchObject({ kind: 'file', path: composed });
    expect(workspace.list('å')).toEqual(['blåbær.jpg']);
  });

  it('knows a name in other capitals, which some disks take for the same', () => {
    expect(isOtherCase('assets/Portraet.JPG', 'assets/portraet.jpg')).toBe(true);
    expect(isOtherCase('assets/portraet.jpg', 'assets/portraet.jpg')).toBe(false);
    // A link leads to another name.
    expect(isOtherCase('assets/portraet.jpg', 'assets/anders.jpg')).toBe(false);
  });

  it('lists a folder sorted, nothing outside', () => {
    const workspace = openWorkspace(project, noCache);
    expect(workspace.list('')).toEqual(['content/', 'link.txt', 'up']);
    expect(workspace.list('..')).toEqual([]);
    expect(workspace.list('up')).toEqual([]);
  });

  it('takes a damaged cache entry as none', () => {
    const cache = openDiskCache(join(base, 'cache'));
    cache.set('key', new Uint8Array([1, 2, 3]));
    expect([...(openDiskCache(join(base, 'cache')).get('key') ?? [])]).toEqual([1, 2, 3]);
    const [name] = openWorkspace(base, noCache).list('cache');
    writeFileSync(join(base, 'cache', name ?? ''), 'torn');
    expect(openDiskCache(join(base, 'cache')).get('key')).toBeUndefined();
  });
});
