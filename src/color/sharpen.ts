/**
 * Unsharp mask on brightness alone: what a small blur takes away is added to red, green and blue
 * alike, so that no colour shifts and edges get no coloured seams. The blur itself is the picture
 * library's.
 */

/** Differences up to this many levels of 255 are grain, and stay. */
const threshold = 3;
/** The most that an edge is made lighter and darker, in levels: no halos. */
const mostLighter = 20;
const mostDarker = 31;

/** By difference between a pixel and its blur, from -255 on: what is added to the pixel. */
function detailTable(): Int8Array {
  return Int8Array.from({ length: 511 }, (_, index) => {
    const beyond = Math.abs(index - 255) - threshold;
    if (beyond <= 0) return 0;
    return index > 255 ? Math.min(mostLighter, beyond) : -Math.min(mostDarker, beyond);
  });
}

/** Brightness of RGB samples as JPEG has it (ITU-R BT.601), a byte a pixel. */
export function brightnessOf(rgb: Uint8Array): Uint8Array {
  const result = new Uint8Array(Math.floor(rgb.length / 3));
  for (let pixel = 0, at = 0; pixel < result.length; pixel += 1, at += 3)
    result[pixel] =
      (77 * (rgb[at] as number) +
        150 * (rgb[at + 1] as number) +
        29 * (rgb[at + 2] as number) +
        128) >>
      8;
  return result;
}

/**
 * Adds to each pixel of `samples`, in place, what its brightness differs from the blurred one.
 * Brightness is of eight bits for samples of sixteen, too.
 */
export function addDetail(
  samples: Uint8Array | Uint16Array,
  channels: 1 | 3,
  brightness: Uint8Array,
  blurred: Uint8Array,
): void {
  const details = detailTable();
  const largest = samples instanceof Uint16Array ? 65535 : 255;
  const scale = largest / 255;
  for (let pixel = 0, at = 0; pixel < brightness.length; pixel += 1, at += channels) {
    const difference = (brightness[pixel] as number) - (blurred[pixel] as number);
    const detail = (details[difference + 255] as number) * scale;
    if (detail === 0) continue;
    for (let channel = at; channel < at + channels; channel += 1) {
      const value = (samples[channel] as number) + detail;
      samples[channel] = value < 0 ? 0 : value > largest ? largest : value;
    }
  }
}
