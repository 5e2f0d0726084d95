/**
 * Little CMS in WebAssembly (`lcms-wasm`), wrapped: profiles from memory, transforms over arrays.
 * The package's own `cms…` functions copy profiles onto a fixed stack; here everything goes
 * through its heap. Loaded at the first use and once per process.
 */
import { invariant, readResource } from '../base/index.ts';

/** Pixels that cross into the engine at a time; bounds its memory whatever the picture's size. */
const stripPixels = 1 << 16;

/** `cmsFLAGS_BLACKPOINTCOMPENSATION`. */
const blackPointCompensation = 0x2000;

/**
 * `cmsFLAGS_HIGHRESPRECALC`: 49 points to an axis where lcms joins the profiles to one table. With
 * its usual 33, mid tones come out up to 3 levels of 255 off.
 */
const fineTable = 0x0400;

/** `cmsFLAGS_NOOPTIMIZE`: each colour through both profiles themselves, with no table between. */
const noTable = 0x0100;

/** ICC rendering intents by their number (ICC.1:2022 §7.2.15). */
const intents = { perceptual: 0, relative: 1 } as const;

export type Intent = keyof typeof intents;

/** What the pixels of one side of a transform are. `double`: 0–1 for RGB, 0–100 for CMYK. */
export type PixelLayout = 'rgb8' | 'rgb16' | 'cmyk8' | 'cmyk16' | 'rgb-double' | 'cmyk-double';

interface Layout {
  readonly channels: number;
  readonly bytesPerChannel: number;
  /** lcms' `TYPE_…`: float << 22 | space << 16 | channels << 3 | bytes (0 for doubles). */
  readonly format: number;
}

const layouts: Readonly<Record<PixelLayout, Layout>> = {
  rgb8: { channels: 3, bytesPerChannel: 1, format: (4 << 16) | (3 << 3) | 1 },
  rgb16: { channels: 3, bytesPerChannel: 2, format: (4 << 16) | (3 << 3) | 2 },
  cmyk8: { channels: 4, bytesPerChannel: 1, format: (6 << 16) | (4 << 3) | 1 },
  cmyk16: { channels: 4, bytesPerChannel: 2, format: (6 << 16) | (4 << 3) | 2 },
  'rgb-double': { channels: 3, bytesPerChannel: 8, format: (1 << 22) | (4 << 16) | (3 << 3) },
  'cmyk-double': { channels: 4, bytesPerChannel: 8, format: (1 << 22) | (6 << 16) | (4 << 3) },
};

/** The part of the module that is used. */
interface Engine {
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _cmsOpenProfileFromMem(pointer: number, bytes: number): number;
  _cmsCreate_sRGBProfile(): number;
  _cmsCloseProfile(profile: number): number;
  _cmsCreateTransform(
    from: number,
    fromFormat: number,
    to: number,
    toFormat: number,
    intent: number,
    flags: number,
  ): number;
  _cmsDeleteTransform(transform: number): void;
  _cmsDoTransform(transform: number, from: number, to: number, pixels: number): void;
}

/** A profile file, or the built-in sRGB. */
export type ProfileSource = Uint8Array | 'srgb';

/** Turns whole pixels of the one layout into the other. Held until `release`. */
export interface Transform {
  convert(pixels: Uint8Array): Uint8Array;
  release(): void;
}

let loading: Promise<Engine> | undefined;

async function loadEngine(): Promise<Engine> {
  const { instantiate } = await import('lcms-wasm');
  return (await instantiate({
    wasmBinary: readResource('lcms-wasm/dist/lcms.wasm'),
    // The engine prints its opinion of damaged profiles; faults are values here.
    print: () => {},
    printErr: () => {},
  })) as Engine;
}

function copyIn(engine: Engine, bytes: Uint8Array): number {
  const pointer = engine._malloc(bytes.length);
  invariant(pointer !== 0, 'the colour engine is out of memory');
  engine.HEAPU8.set(bytes, pointer);
  return pointer;
}

/** Opens a profile for as long as `use` runs; null when the engine cannot read it. */
function withProfile<T>(
  engine: Engine,
  source: ProfileSource,
  use: (profile: number) => T | null,
): T | null {
  const memory = source === 'srgb' ? 0 : copyIn(engine, source);
  const profile =
    source === 'srgb'
      ? engine._cmsCreate_sRGBProfile()
      : engine._cmsOpenProfileFromMem(memory, source.length);
  try {
    return profile === 0 ? null : use(profile);
  } finally {
    if (profile !== 0) engine._cmsCloseProfile(profile);
    if (memory !== 0) engine._free(memory);
  }
}

function runTransform(
  engine: Engine,
  transform: number,
  from: Layout,
  to: Layout,
  pixels: Uint8Array,
): Uint8Array {
  const inSize = from.channels * from.bytesPerChannel;
  const outSize = to.channels * to.bytesPerChannel;
  const count = Math.floor(pixels.length / inSize);
  const strip = Math.min(count, stripPixels);
  const input = engine._malloc(strip * inSize);
  const output = engine._malloc(strip * outSize);
  const result = new Uint8Array(count * outSize);
  for (let done = 0; done < count; done += strip) {
    const now = Math.min(strip, count - done);
    engine.HEAPU8.set(pixels.subarray(done * inSize, (done + now) * inSize), input);
    engine._cmsDoTransform(transform, input, output, now);
    result.set(engine.HEAPU8.subarray(output, output + now * outSize), done * outSize);
  }
  engine._free(input);
  engine._free(output);
  return result;
}

/**
 * A transform between two profiles, with black point compensation. Null when a profile cannot be
 * read or does not have the layout's colour space. `exact` takes every colour through the profiles
 * themselves, where usually they are joined to one table first: for few colours.
 */
export async function createTransform(
  from: ProfileSource,
  fromLayout: PixelLayout,
  to: ProfileSource,
  toLayout: PixelLayout,
  intent: Intent,
  precision: 'table' | 'exact' = 'table',
): Promise<Transform | null> {
  loading ??= loadEngine();
  const engine = await loading;
  const input = layouts[fromLayout];
  const output = layouts[toLayout];
  const transform = withProfile(engine, from, (source) =>
    withProfile(engine, to, (target) =>
      engine._cmsCreateTransform(
        source,
        input.format,
        target,
        output.format,
        intents[intent],
        blackPointCompensation | (precision === 'exact' ? noTable : fineTable),
      ),
    ),
  );
  if (!transform) return null;
  return {
    convert: (pixels) => runTransform(engine, transform, input, output, pixels),
    release: () => engine._cmsDeleteTransform(transform),
  };
}
