/** The package comes without types; `lcms.ts` names the part that is used. */
declare module 'lcms-wasm' {
  export function instantiate(options: {
    readonly wasmBinary: Uint8Array;
    print(text: string): void;
    printErr(text: string): void;
  }): Promise<unknown>;
}
