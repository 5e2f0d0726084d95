// Assembles src/color/pixel-kernels.wat into assets/wasm/, from where the program loads it.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openWabt from 'wabt';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const { parseWat } = await openWabt();
const source = readFileSync(path('../src/color/pixel-kernels.wat'), 'utf8');
const { buffer } = parseWat('pixel-kernels.wat', source).toBinary({});
writeFileSync(path('../assets/wasm/pixel-kernels.wasm'), buffer);
