import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explainSystem } from '../../src/cli/explain-failure.ts';
import { makeFolder } from '../../src/cli/make-folder.ts';

describe('makeFolder', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'trykklar-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('makes a folder with those above it, and leaves one that is there', () => {
    makeFolder(join(root, 'a/b/c'));
    makeFolder(join(root, 'a/b/c'));
    expect(statSync(join(root, 'a/b/c')).isDirectory()).toBe(true);
  });

  it('names the file that is in the way', () => {
    writeFileSync(join(root, 'out'), '');
    const refused = { code: 'EEXIST', path: join(root, 'out') };
    expect(() => makeFolder(join(root, 'out/job'))).toThrow(expect.objectContaining(refused));
  });

  it('names the link that leads nowhere', () => {
    symlinkSync(join(root, 'gone'), join(root, 'out'));
    let refused: unknown;
    try {
      makeFolder(join(root, 'out/job'));
    } catch (error) {
      refused = error;
    }
    expect(explainSystem(refused as NodeJS.ErrnoException).da).toBe(
      `\`${join(root, 'out')}\`: det er et link til en mappe, der ikke findes; opret mappen, eller slet linket`,
    );
  });

  it.runIf(existsSync('/proc/self'))('ends where the system has no such folder', () => {
    expect(() => makeFolder('/proc/none/job')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });
});
