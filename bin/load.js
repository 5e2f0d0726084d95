// Loads a bundled script the quick way: a run is over before optimising compilers pay, and compiled
// code is kept beside the script. Without that file, or on another Node, it is compiled anew.
// `main` is the program, `helper` what its threads run; code of `main` is kept twice, for `build` and
// the like and for `render`, since all that is kept is read.
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

function codeCacheFile(name, use) {
  return join(folder, `${name}.${use}.cache`);
}

function readCodeCache(name, use) {
  try {
    return readFileSync(codeCacheFile(name, use));
  } catch {
    return undefined;
  }
}

/** The bundle is ASCII alone: read as such, it needs no decoding. */
function readBundle(file) {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    process.stderr.write(
      `${file} is missing: \`npm install\` in this folder makes it.\n${file} mangler: \`npm install\` i denne mappe laver den.\n`,
    );
    return process.exit(1);
  }
}

/** The exports of `main` or `helper`, and the script they come from. `use`: whose code is kept. */
function loadBundle(name, use) {
  const file = join(folder, `${name}.cjs`);
  const source = readBundle(file);
  const cachedData = readCodeCache(name, use);
  const script = new Script(source, { filename: file, ...(cachedData ? { cachedData } : {}) });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, folder);
  return { exports: module.exports, script };
}

module.exports = { codeCacheFile, loadBundle };
