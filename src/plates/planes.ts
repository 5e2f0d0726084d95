/** Small work on coverage and on planes of ink. */
import type { Coverage, PixelBox } from './coverage.ts';
import type { DecodedImage } from './decode-images.ts';
import type { Samples } from './samples.ts';

/** A coverage times values over the same pixels; its own values are changed. */
export function multiplied({ box, values }: Coverage, by: Float32Array): Coverage {
  for (let at = 0; at < values.length; at += 1)
    values[at] = (values[at] as number) * (by[at] as number);
  return { box, values };
}

/** A coverage of which a share is left; its values are changed. */
export function dimmed({ box, values }: Coverage, share: number): Coverage {
  for (let at = 0; at < values.length; at += 1) values[at] = (values[at] as number) * share;
  return { box, values };
}

export function fullCoverage({ x0, y0, x1, y1 }: PixelBox): Float32Array {
  return new Float32Array(Math.max(0, x1 - x0) * Math.max(0, y1 - y0)).fill(1);
}

export function boxRect({ x0, y0, x1, y1 }: PixelBox) {
  return { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
}

/** Components of a picture's pixels to planes of ink. */
export function separate(
  { space, decode, samples }: DecodedImage & { readonly samples: Samples },
  components: Float32Array,
  plateCount: number,
  size: number,
): readonly (Float32Array | number)[] {
  const planes: (Float32Array | number)[] = new Array<number>(plateCount).fill(0);
  space.channels.forEach(({ plates, isLight }, channel) => {
    if (plates.length === 0) return;
    const [low, high] = decode[channel] ?? [0, 1];
    const [start, span] = isLight ? [1 - low, low - high] : [low, high - low];
    const plane = new Float32Array(size);
    takeChannel(plane, components, channel, samples.channels, start, span);
    for (const plate of plates) planes[plate] = plane;
  });
  return planes;
}

/** One of interleaved components as amounts of ink. */
function takeChannel(
  plane: Float32Array,
  components: Float32Array,
  channel: number,
  channels: number,
  start: number,
  span: number,
): void {
  for (let at = 0, from = channel; at < plane.length; at += 1, from += channels)
    plane[at] = start + span * (components[from] as number);
}
