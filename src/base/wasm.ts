/**
 * A WebAssembly module built by emscripten, driven without its JavaScript: the exports as
 * functions of numbers, and its memory, whose buffer changes whenever it grows.
 */
import { setFlagsFromString } from 'node:v8';
import { invariant } from './invariant.ts';
import { readResource } from './resource.ts';

export interface WasmModule {
  /** Calls an exported function; pointers and results are numbers (truth is 1). */
  call(name: string, ...args: readonly number[]): number;
  /** The memory as it is now. Not to be kept over a call that may allocate. */
  bytes(): Uint8Array<ArrayBuffer>;
  words(): Uint32Array<ArrayBuffer>;
  signedWords(): Int32Array<ArrayBuffer>;
  /**
   * A function that the module can call back, as a pointer. It takes integers, then floats, then
   * integers, as many as said, and gives nothing back.
   */
  callback(
    integersBefore: number,
    floats: number,
    integersAfter: number,
    target: (...values: number[]) => void,
  ): number;
}

const integer = 0x7f;
const float = 0x7d;

/**
 * A function of a module's own type. JavaScript functions cannot be put into a table of functions
 * (without the type reflection proposal); one that a module imports and hands out again can.
 */
function typedFunction(types: readonly number[], target: (...values: number[]) => void) {
  const signature = [0x60, types.length, ...types, 0];
  const bytes = new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...[1, signature.length + 1, 1, ...signature],
    // Import `e.f` of type 0; export it as `f`.
    ...[2, 7, 1, 1, 0x65, 1, 0x66, 0, 0],
    ...[7, 5, 1, 1, 0x66, 0, 0],
  ]);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    e: { f: target },
  });
  return exports.f;
}

const pageSize = 65536;

/** What the modules ask of their host. They do no input or output; only memory may be asked for. */
function hostFunctions(memory: () => WebAssembly.Memory): WebAssembly.Imports {
  const stop = (what: string) => () => invariant(false, `WebAssembly module stopped: ${what}`);
  return {
    wasi_snapshot_preview1: { proc_exit: stop('proc_exit') },
    env: {
      _abort_js: stop('abort'),
      _emscripten_runtime_keepalive_clear: () => undefined,
      _setitimer_js: () => 0,
      emscripten_resize_heap: (size: number) => {
        const current = memory();
        // Some room to spare, so that a growing buffer does not ask again at once.
        const wanted = Math.ceil((size >>> 0) * 1.2 - current.buffer.byteLength) / pageSize;
        try {
          current.grow(Math.max(1, Math.ceil(wanted)));
          return 1;
        } catch {
          return 0;
        }
      },
    },
  };
}

/** Compiles and starts a module of a package; `initializer` is its start function. */
export function loadWasm(specifier: string, initializer: string): WasmModule {
  const wasm = startWasm(specifier, readResource(specifier));
  wasm.call(initializer);
  return wasm;
}

/** What V8 does of itself, and what makes it optimise a module whole, at once. */
const optimising = [
  ['--liftoff', '--no-liftoff'],
  ['--wasm-lazy-compilation', '--no-wasm-lazy-compilation'],
] as const;

/** For little code that runs long: some 2 ms a kilobyte. */
function compileOptimised(binary: Uint8Array<ArrayBuffer>): WebAssembly.Module {
  for (const [, flag] of optimising) setFlagsFromString(flag);
  try {
    return new WebAssembly.Module(binary);
  } finally {
    for (const [flag] of optimising) setFlagsFromString(flag);
  }
}

/**
 * Compiles and starts a module. Each call has a memory of its own. `runsLong`: it is small, and most
 * of the time is spent in it.
 */
export function startWasm(
  name: string,
  binary: Uint8Array<ArrayBuffer>,
  runsLong = false,
): WasmModule {
  const module = runsLong ? compileOptimised(binary) : new WebAssembly.Module(binary);
  let memory: WebAssembly.Memory | undefined;
  const currentMemory = (): WebAssembly.Memory => {
    invariant(memory, 'memory asked for before the module has started');
    return memory;
  };
  const instance = new WebAssembly.Instance(module, hostFunctions(currentMemory));
  const { memory: exported } = instance.exports;
  invariant(exported instanceof WebAssembly.Memory, `${name} exports no memory`);
  memory = exported;
  const functions = new Map<string, CallableFunction>();
  for (const [exportName, value] of Object.entries(instance.exports))
    if (typeof value === 'function') functions.set(exportName, value);
  let bytes = new Uint8Array(exported.buffer);
  let words = new Uint32Array(exported.buffer);
  let signedWords = new Int32Array(exported.buffer);
  const refresh = () => {
    if (bytes.buffer === exported.buffer) return;
    bytes = new Uint8Array(exported.buffer);
    words = new Uint32Array(exported.buffer);
    signedWords = new Int32Array(exported.buffer);
  };
  return {
    call(exportName, ...args) {
      const target = functions.get(exportName);
      invariant(target, `${name} exports no ${exportName}`);
      return Number(target(...args) ?? 0);
    },
    bytes() {
      refresh();
      return bytes;
    },
    words() {
      refresh();
      return words;
    },
    signedWords() {
      refresh();
      return signedWords;
    },
    callback(integersBefore, floats, integersAfter, target) {
      const table = instance.exports.__indirect_function_table;
      invariant(table instanceof WebAssembly.Table, `${name} exports no table`);
      const types = [integersBefore, floats, integersAfter].flatMap((count, index) =>
        new Array<number>(count).fill(index === 1 ? float : integer),
      );
      const pointer = table.grow(1);
      table.set(pointer, typedFunction(types, target));
      return pointer;
    },
  };
}

/** Copies bytes into the module's memory; the caller frees them. */
export function copyIn(wasm: WasmModule, bytes: Uint8Array): number {
  const pointer = wasm.call('malloc', Math.max(1, bytes.length));
  invariant(pointer !== 0, 'no memory left for WebAssembly');
  wasm.bytes().set(bytes, pointer);
  return pointer;
}
