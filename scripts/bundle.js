// Bundles into dist/: the program as one script, what its threads run as another, the WebAssembly
// modules beside them, and the code that V8 compiled of them. Packages with binaries stay outside.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const wasm = [
  'harfbuzzjs/dist/harfbuzz.wasm',
  'harfbuzzjs/dist/harfbuzz-subset.wasm',
  'lcms-wasm/dist/lcms.wasm',
  '@hyzyla/pdfium/dist/pdfium.wasm',
  '@zip.js/zip.js/dist/zip-module.wasm',
];

// What packages load at once but the program never calls. pdfkit serves as an object writer only:
// its fonts, line breaking, pictures, compression and encryption rest. So do commander's commands
// in programs of their own. Loading them would cost every build some 90 ms.
const unused = [
  { by: /[\\/]pdfkit[\\/]/, names: /^(fontkit|linebreak|png-js|zlib|@noble\/ciphers\/aes)$/ },
  { by: /[\\/]commander[\\/]/, names: /^node:child_process$/ },
];
const leaveOutUnused = {
  name: 'leave-out-unused',
  setup({ onResolve, onLoad }) {
    for (const { by, names } of unused)
      onResolve({ filter: names }, ({ path: specifier, importer }) =>
        by.test(importer) ? { path: specifier, namespace: 'unused' } : undefined,
      );
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({
      contents:
        'export const create = undefined, cbc = undefined, ecb = undefined; export default undefined;',
    }));
  },
};

/** Of all that a kept piece of work depends on: the code, its WebAssembly, its word list. */
function programId(code) {
  const hash = createHash('sha256').update(code);
  for (const file of wasm) hash.update(readFileSync(path(`../node_modules/${file}`)));
  for (const file of ['hyphenation/danish.lexicon', 'wasm/pixel-kernels.wasm'])
    hash.update(readFileSync(path(`../assets/${file}`)));
  return hash.digest('hex');
}

rmSync(path('../dist'), { recursive: true, force: true });
mkdirSync(path('../dist/wasm'), { recursive: true });
const { outputFiles } = await build({
  write: false,
  entryPoints: [
    { in: path('../src/cli/main.ts'), out: 'main' },
    { in: path('../src/cli/helper-thread.ts'), out: 'helper' },
  ],
  outdir: path('../dist'),
  outExtension: { '.js': '.cjs' },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  supported: { 'dynamic-import': false },
  minify: true,
  legalComments: 'none',
  // The patterns are large, and few builds need one of these.
  external: [
    'sharp',
    // An ES module with its WebAssembly inside; few jobs have a font packed for the web.
    'woff2-encoder',
    ...['de-1996', 'fr', 'nb', 'nn', 'sv'].map((name) => `hyphen/patterns/${name}.js`),
  ],
  plugins: [leaveOutUnused],
  define: { 'import.meta.url': 'bundleUrl' },
  charset: 'ascii',
  // As Node wraps a CommonJS module; bin/load.js calls it.
  banner: {
    js: "(function(exports,require,module,__filename,__dirname){const bundleUrl=require('node:url').pathToFileURL(__filename).href;globalThis.trykklarProgramId='@program-id@ '+process.version;",
  },
  footer: { js: '})' },
});
// esbuild leaves regular expressions as they are written. A script of ASCII alone is read in one go
// and takes half the memory.
const escapeCode = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
for (const bundle of outputFiles) {
  const code = bundle.text.replace(/[^\0-\x7f]/g, escapeCode);
  writeFileSync(bundle.path, code.replace('@program-id@', programId(code)));
}
for (const file of wasm)
  copyFileSync(path(`../node_modules/${file}`), path(`../dist/wasm/${basename(file)}`));
// One after the other: a process keeps what it compiled.
for (const use of ['tasks', 'build', 'render'])
  spawnSync(process.execPath, [path('make-code-cache.js'), use], { stdio: 'inherit' });
