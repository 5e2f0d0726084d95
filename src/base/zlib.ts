/**
 * Compressed streams (zlib, RFC 1950), by zlib itself as WebAssembly: the same bytes on every
 * machine, while those of Node's zlib depend on its version and on the processor. A run of half a
 * second has no time to make JavaScript fast: the same work takes three times as long there.
 */
import { invariant } from './invariant.ts';
import { joinBytes } from './join-bytes.ts';
import { loadWasm, type WasmModule } from './wasm.ts';

/** 1 is quick, 6 the usual compromise. */
export type CompressionLevel = 1 | 6;

/** The module with a place for what goes in and one for what comes out. */
interface Compressor {
  readonly wasm: WasmModule;
  readonly input: number;
  readonly output: number;
}

/** At most 16 MB each: a step's answer has three bytes for the number of bytes made. */
const inputBytes = 1 << 16;
const outputBytes = 1 << 16;

const keepGoing = 0;
const finish = 4;
const streamEnd = 1;

let loaded: Compressor | undefined;

function load(): Compressor {
  const wasm = loadWasm('@zip.js/zip.js/dist/zip-module.wasm', '_initialize');
  return {
    wasm,
    input: wasm.call('malloc', inputBytes),
    output: wasm.call('malloc', outputBytes),
  };
}

/** One call of zlib's `deflate`: what it made, and whether the stream is whole. */
function step({ wasm, input, output }: Compressor, stream: number, length: number, flush: number) {
  const answer = wasm.call('deflate_process', stream, input, length, output, outputBytes, flush);
  const status = answer >> 24;
  invariant(status >= 0, `zlib failed with ${status}`);
  const made = wasm.bytes().slice(output, output + (answer & 0xffffff));
  return { made, isWhole: status === streamEnd };
}

/** `bytes` as a zlib stream. The first call loads the module. */
export function deflate(bytes: Uint8Array, level: CompressionLevel): Uint8Array<ArrayBuffer> {
  loaded ??= load();
  const { wasm, input } = loaded;
  const stream = wasm.call('deflate_new');
  wasm.call('deflate_init', stream, level);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0, isWhole = false; !isWhole; ) {
    const length = Math.min(inputBytes, bytes.length - at);
    wasm.bytes().set(bytes.subarray(at, at + length), input);
    const done = step(loaded, stream, length, at + length < bytes.length ? keepGoing : finish);
    if (done.made.length > 0) pieces.push(done.made);
    at += wasm.call('deflate_last_consumed', stream);
    isWhole = done.isWhole;
  }
  wasm.call('deflate_end', stream);
  const [first] = pieces;
  return first && pieces.length === 1 ? first : joinBytes(pieces);
}
