/**
 * The program's own binary parts (WebAssembly modules). In the published bundle they lie beside
 * the code in `wasm/`; in a checkout they are read from the packages they come from.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Looked for by folder, since a package need not export the binary parts it is made of. */
function findInPackages(specifier: string): string {
  const require = createRequire(import.meta.url);
  const folders = require.resolve.paths(specifier) ?? [];
  const found = folders.map((folder) => join(folder, specifier)).find((file) => existsSync(file));
  return found ?? require.resolve(specifier);
}

/** Bytes of `package/path/file.wasm`. Throws when the installation is damaged. */
export function readResource(specifier: string): Uint8Array<ArrayBuffer> {
  const name = specifier.slice(specifier.lastIndexOf('/') + 1);
  const bundled = new URL(`./wasm/${name}`, import.meta.url);
  const file = existsSync(bundled) ? bundled : findInPackages(specifier);
  return new Uint8Array(readFileSync(file));
}

/** Bytes of a file of the program's own `assets/`, as read. Throws when the installation is damaged. */
export function readAsset(path: string): Buffer {
  const bundled = new URL(`../assets/${path}`, import.meta.url);
  return readFileSync(
    existsSync(bundled) ? bundled : new URL(`../../assets/${path}`, import.meta.url),
  );
}
