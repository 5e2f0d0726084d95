import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import openWabt from 'wabt';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));

it('the assembled kernels are those of the source (npm run kernels)', async () => {
  const { parseWat } = await openWabt();
  const source = parseWat('pixel-kernels.wat', read('src/color/pixel-kernels.wat'));
  const { buffer } = source.toBinary({});
  expect(new Uint8Array(read('assets/wasm/pixel-kernels.wasm'))).toEqual(buffer);
});
