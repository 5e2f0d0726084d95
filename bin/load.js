// Loads a bundled script the quick way: a run is over before optimising compilers pay, and compiled
// code is kept beside the script. Without that file, or on another Node, it is compiled anew.
// `main` is the program, `helper` what its threads run.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

const folder = join(__dirname, '../dist');

// WebAssembly is compiled once, fast, but where the program asks for better (`base/wasm.ts`);
// otherwise Node waits, idle, for a slow compiler whose code comes too late. JavaScript is
// optimised only where a run turns out to be long.
setFlagsFromString('--no-wasm-tier-up');
setFlagsFromString('--no-wasm-dynamic-tiering');
const isNewer = Number.parseInt(process.versions.v8, 10) >= 12;
setFlagsFromString(
  isNewer ? '--invocation-count-for-turbofan=45000' : '--interrupt-budget=1000000',
);
// The nursery grows at once to what a build needs, and there is too little to clear for threads to
// share it out.
setFlagsFromString('--semi-space-growth-factor=8');
setFlagsFromString('--no-parallel-scavenge');

function codeCacheFile(name) {
  return join(folder, `${name}.cache`);
}

function readCodeCache(name) {
  try {
    return readFileSync(codeCacheFile(name));
  } catch {
    return undefined;
  }
}

/** The exports of `main` or `helper`, and the script they come from. */
function loadBundle(name) {
  const file = join(folder, `${name}.cjs`);
  // The bundle is ASCII alone: read as such, it needs no decoding.
  const source = readFileSync(file, 'latin1');
  const cachedData = readCodeCache(name);
  const script = new Script(source, { filename: file, ...(cachedData ? { cachedData } : {}) });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, folder);
  return { exports: module.exports, script };
}

module.exports = { codeCacheFile, loadBundle };
