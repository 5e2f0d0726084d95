/**
 * The program's own binary parts (WebAssembly modules). In the published bundle they lie beside
 * the code in `wasm/`; in a checkout they are read from the packages they come from.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Bytes of `package/path/file.wasm`. Throws when the installation is damaged. */
export function readResource(specifier: string): Uint8Array<ArrayBuffer> {
  const name = specifier.slice(specifier.lastIndexOf('/') + 1);
  const bundled = new URL(`./wasm/${name}`, import.meta.url);
  const file = existsSync(bundled) ? bundled : createRequire(import.meta.url).resolve(specifier);
  return new Uint8Array(readFileSync(file));
}
