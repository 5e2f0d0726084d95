/** Which folder a rendered page may use files of. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findRoot } from '../../src/cli/render-root.ts';
import { temporaryFolder } from '../support/program.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const at = (path: string) => join(folder.path, path);

for (const path of [
  'loose/page',
  'suite/fonts',
  'suite/css/page',
  'site/.git',
  'site/a/fonts',
  'site/a/page',
])
  mkdirSync(at(path), { recursive: true });
for (const path of ['loose/page', 'suite/css/page', 'site/a/page'])
  writeFileSync(at(`${path}/x.html`), '');

it.each([
  ['its own where nothing is found', 'loose/page', 'loose/page'],
  ['the one with fonts', 'suite/css/page', 'suite'],
  ['a project’s, though one below has fonts', 'site/a/page', 'site'],
])('from another folder: %s', (_, page, root) => {
  expect(findRoot(at(`${page}/x.html`), undefined)).toBe(at(root));
});
