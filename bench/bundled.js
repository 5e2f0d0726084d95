// The exports of a TypeScript file with all it needs in one script, as the program itself is run.
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** `entry` is relative to this folder. */
export async function bundled(entry) {
  const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
  // Beside the program's bundle, where packages and WebAssembly modules are found.
  const outfile = path(`../dist/bench-${entry.replaceAll(/\W/g, '-')}.cjs`);
  await build({
    entryPoints: [path(entry)],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['sharp', 'hyphen/patterns/*'],
    alias: { fflate: 'fflate/browser' },
    banner: { js: "const bundleUrl=require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': 'bundleUrl' },
    logLevel: 'error',
  });
  const exports = createRequire(import.meta.url)(outfile);
  process.once('exit', () => rmSync(outfile, { force: true }));
  return exports;
}
