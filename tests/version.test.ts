import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { version } from '../src/version.ts';

it('is the version of package.json', () => {
  const file = join(import.meta.dirname, '../package.json');
  expect(version).toBe(JSON.parse(readFileSync(file, 'utf8')).version);
});
