import { copyFileSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDiskCache, pruneCache, withShippedEntries } from '../../src/cli/disk-cache.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trykklar-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = new Uint8Array([1, 2, 3]);

describe('a cache on disk', () => {
  it('gives back what was kept, to a later run too', () => {
    openDiskCache(folder).set('key', bytes);
    expect(openDiskCache(folder).get('key')).toEqual(Buffer.from(bytes));
    expect(openDiskCache(folder).get('other')).toBeUndefined();
  });

  it('takes an altered file for none', () => {
    const cache = openDiskCache(folder);
    cache.set('key', bytes);
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'something else');
    expect(cache.get('key')).toBeUndefined();
  });

  it('takes another entry under its name for none', () => {
    const cache = openDiskCache(folder);
    cache.set('key', bytes);
    const [first = ''] = readdirSync(folder);
    cache.set('other', bytes);
    for (const name of readdirSync(folder))
      if (name !== first) copyFileSync(join(folder, first), join(folder, name));
    expect(cache.get('key')).toEqual(Buffer.from(bytes));
    expect(cache.get('other')).toBeUndefined();
  });

  it('keeps the entries used last when it is too large', () => {
    const agesInDays = { old: 9, older: 30, new: 1 };
    for (const [name, days] of Object.entries(agesInDays)) {
      writeFileSync(join(folder, name), 'x'.repeat(100));
      const when = Date.now() / 1000 - days * 86400;
      utimesSync(join(folder, name), when, when);
    }
    pruneCache(folder, 250);
    expect(readdirSync(folder)).toEqual(['new', 'old']);
    pruneCache(folder, 250);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('has what came with the program, and its own before that', () => {
    const shipped = join(folder, 'shipped');
    openDiskCache(shipped).set('key', bytes);
    openDiskCache(shipped).set('both', bytes);
    const cache = withShippedEntries(openDiskCache(join(folder, 'own')), shipped);
    cache.set('both', new Uint8Array([9]));
    expect(cache.get('key')).toEqual(Buffer.from(bytes));
    expect(cache.get('both')).toEqual(Buffer.from([9]));
    expect(cache.get('neither')).toBeUndefined();
    const none = withShippedEntries(openDiskCache(join(folder, 'own')), join(folder, 'none'));
    expect(none.get('key')).toBeUndefined();
  });

  it('counts reading as use', () => {
    const cache = openDiskCache(folder);
    cache.set('used', bytes);
    cache.set('unused', bytes);
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), 1, 1);
    cache.get('used');
    pruneCache(folder, 15);
    expect(cache.get('used')).toBeDefined();
    expect(cache.get('unused')).toBeUndefined();
  });
});
