// Bundles the program into dist/: one entry, code split where it is loaded on demand, and the
// WebAssembly modules beside it. Packages with binaries of their own stay outside.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';

const packages = new URL('../node_modules/', import.meta.url).pathname;
const folder = new URL('../dist/', import.meta.url).pathname;

const wasm = [
  'harfbuzzjs/dist/harfbuzz.wasm',
  'harfbuzzjs/dist/harfbuzz-subset.wasm',
  'lcms-wasm/dist/lcms.wasm',
  'taffy-layout/pkg/taffy_wasm_bg.wasm',
  '@hyzyla/pdfium/dist/pdfium.wasm',
];

// pdfkit serves as an object writer only; its fonts, line breaking, pictures and encryption are
// never called, and loading them would cost every build some 70 ms.
const unusedByPdfkit = {
  name: 'unused-by-pdfkit',
  setup({ onResolve, onLoad }) {
    onResolve(
      { filter: /^(fontkit|linebreak|png-js|@noble\/ciphers\/aes)$/ },
      ({ path, importer }) =>
        importer.includes('/pdfkit/') ? { path, namespace: 'unused' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({
      contents:
        'export const create = undefined, cbc = undefined, ecb = undefined; export default undefined;',
    }));
  },
};

rmSync(folder, { recursive: true, force: true });
mkdirSync(`${folder}wasm`, { recursive: true });
await build({
  entryPoints: { main: 'src/cli/main.ts' },
  absWorkingDir: new URL('..', import.meta.url).pathname,
  outdir: folder,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  sourcemap: false,
  legalComments: 'none',
  external: ['sharp'],
  plugins: [unusedByPdfkit],
  chunkNames: '[name]-[hash]',
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
});
for (const file of wasm) copyFileSync(packages + file, `${folder}wasm/${basename(file)}`);
