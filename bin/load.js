// Loads the bundled program the quick way: a run is over before optimising compilers pay, and
// compiled code is kept beside the bundle. Without that file, or on another Node, it is compiled anew.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

const file = fileURLToPath(new URL('../dist/main.cjs', import.meta.url));
export const codeCacheFile = fileURLToPath(new URL('../dist/main.cache', import.meta.url));

// WebAssembly is compiled once, fast; otherwise Node waits, idle, for a slow compiler whose code
// comes too late. JavaScript is optimised only where a run turns out to be long.
setFlagsFromString('--liftoff-only');
setFlagsFromString('--interrupt-budget=1000000');

function readCodeCache() {
  try {
    return readFileSync(codeCacheFile);
  } catch {
    return undefined;
  }
}

/** The program's exports, and the script they come from. */
export function loadProgram() {
  const source = readFileSync(file, 'utf8');
  const cachedData = readCodeCache();
  const script = new Script(source, { filename: file, ...(cachedData ? { cachedData } : {}) });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return { program: module.exports, script };
}
