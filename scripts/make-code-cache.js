// Runs the bundled program on the brochure that ships, and keeps the code that V8 compiled: once as
// if for the first time, once with what the first run kept.
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import load from '../bin/load.js';

const { codeCacheFile, loadProgram } = load;

const scratch = mkdtempSync(join(tmpdir(), 'trykklar-'));
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
// What the program says of the brochure is for those who build it.
process.stderr.write = () => true;
process.stdout.write = () => true;
try {
  const { program, script } = loadProgram();
  const build = ['build', 'ledersektionen', '--only', 'press', '--quiet', '--out', scratch];
  await program.main(build, '0');
  await program.main(build, '0');
  writeFileSync(`${codeCacheFile}.new`, script.createCachedData());
  renameSync(`${codeCacheFile}.new`, codeCacheFile);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = 0;
