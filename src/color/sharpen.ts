/**
 * Unsharp mask on brightness alone: what a small blur takes away is added to red, green and blue
 * alike, so that no colour shifts and edges get no coloured seams. The blur itself is the picture
 * library's.
 */
import type { WasmModule } from '../base/index.ts';
import { openRoom, startKernels, stripPixels } from './pixel-kernels.ts';

/** Differences up to this many levels of 255 are grain, and stay. */
const threshold = 3;
/** The most that an edge is made lighter and darker, in levels: no halos. */
const mostLighter = 20;
const mostDarker = 31;

/** A strip of a picture in the kernels' memory. */
interface Strip {
  readonly kernels: WasmModule;
  /** RGB or gray. */
  readonly samples: number;
  readonly brightness: number;
  readonly blurred: number;
}

let opened: Strip | undefined;

function openStrip(): Strip {
  const { take } = openRoom();
  return {
    kernels: startKernels(),
    samples: take(stripPixels * 3),
    brightness: take(stripPixels),
    blurred: take(stripPixels),
  };
}

/** Where strips of a picture of so many pixels begin and end. */
function stripsOf(pixels: number): readonly (readonly [from: number, to: number])[] {
  return Array.from({ length: Math.ceil(pixels / stripPixels) }, (_, index) => [
    index * stripPixels,
    Math.min(pixels, (index + 1) * stripPixels),
  ]);
}

/** Brightness of RGB samples as JPEG has it (ITU-R BT.601), a byte a pixel. */
export function brightnessOf(rgb: Uint8Array): Uint8Array {
  opened ??= openStrip();
  const { kernels, samples, brightness } = opened;
  const result = new Uint8Array(Math.floor(rgb.length / 3));
  const memory = kernels.bytes();
  for (const [from, to] of stripsOf(result.length)) {
    memory.set(rgb.subarray(from * 3, to * 3), samples);
    kernels.call('brightness', samples, samples + (to - from) * 3, brightness);
    result.set(memory.subarray(brightness, brightness + to - from), from);
  }
  return result;
}

/**
 * Adds to each pixel of `samples`, in place, what its brightness differs from the blurred one.
 * Each of three channels is changed alike.
 */
export function addDetail(
  samples: Uint8Array,
  channels: 1 | 3,
  brightness: Uint8Array,
  blurred: Uint8Array,
): void {
  opened ??= openStrip();
  const { kernels, samples: place, brightness: ownPlace, blurred: blurredPlace } = opened;
  const memory = kernels.bytes();
  const limits = [threshold, mostLighter, mostDarker];
  for (const [from, to] of stripsOf(brightness.length)) {
    const strip = samples.subarray(from * channels, to * channels);
    memory.set(strip, place);
    memory.set(brightness.subarray(from, to), ownPlace);
    memory.set(blurred.subarray(from, to), blurredPlace);
    const end = place + strip.length;
    kernels.call('sharpen', place, end, channels, ownPlace, blurredPlace, ...limits);
    strip.set(memory.subarray(place, end));
  }
}

/** The same for RGB of sixteen bits, whose brightness is of eight. Rare, and not made fast. */
export function addDeepDetail(
  samples: Uint16Array,
  brightness: Uint8Array,
  blurred: Uint8Array,
): void {
  for (let pixel = 0, at = 0; pixel < brightness.length; pixel += 1, at += 3) {
    const difference = (brightness[pixel] as number) - (blurred[pixel] as number);
    const beyond = Math.max(0, Math.abs(difference) - threshold);
    const detail =
      (difference > 0 ? Math.min(mostLighter, beyond) : -Math.min(mostDarker, beyond)) * 257;
    for (let channel = at; channel < at + 3; channel += 1)
      samples[channel] = Math.max(0, Math.min(65535, (samples[channel] as number) + detail));
  }
}
