// Loads the bundled program the quick way: a run is over before optimising compilers pay, and
// compiled code is kept beside the bundle. Without that file, or on another Node, it is compiled anew.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

const file = join(__dirname, '../dist/main.cjs');
const codeCacheFile = join(__dirname, '../dist/main.cache');

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
function loadProgram() {
  // The bundle is ASCII alone: read as such, it needs no decoding.
  const source = readFileSync(file, 'latin1');
  const cachedData = readCodeCache();
  const script = new Script(source, { filename: file, ...(cachedData ? { cachedData } : {}) });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return { program: module.exports, script };
}

module.exports = { codeCacheFile, loadProgram };
