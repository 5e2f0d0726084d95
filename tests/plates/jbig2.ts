/** Small JBIG2 pictures as PDF embeds them (ISO/IEC 14492): a page, and one generic region. */

/** Table E.1: probability estimate, next states after the more and the less probable symbol, switch. */
const states =
  '5601.1.1.1 3401.2.6.0 1801.3.9.0 0ac1.4.12.0 0521.5.29.0 0221.38.33.0 5601.7.6.1 5401.8.14.0 4801.9.14.0 3801.10.14.0 3001.11.17.0 2401.12.18.0 1c01.13.20.0 1601.29.21.0 5601.15.14.1 5401.16.14.0 5101.17.15.0 4801.18.16.0 3801.19.17.0 3401.20.18.0 3001.21.19.0 2801.22.19.0 2401.23.20.0 2201.24.21.0 1c01.25.22.0 1801.26.23.0 1601.27.24.0 1401.28.25.0 1201.29.26.0 1101.30.27.0 0ac1.31.28.0 09c1.32.29.0 08a1.33.30.0 0521.34.31.0 0441.35.32.0 02a1.36.33.0 0221.37.34.0 0141.38.35.0 0111.39.36.0 0085.40.37.0 0049.41.38.0 0025.42.39.0 0015.43.40.0 0009.44.41.0 0005.45.42.0 0001.45.43.0 5601.46.46.0'
    .split(' ')
    .map((row) => {
      const [estimate = '', ...rest] = row.split('.');
      return [Number.parseInt(estimate, 16), ...rest.map(Number)] as const;
    });

/** The arithmetic coder of annex E, as an encoder (T.88 has the decoder; JPEG 2000 annex C both). */
function arithmeticCodes(decisions: Iterable<readonly [context: string, bit: number]>): number[] {
  const contexts = new Map<string, { state: number; likely: number }>();
  const bytes = [0];
  let [a, c, count] = [0x8000, 0, 12];
  const last = () => bytes[bytes.length - 1] as number;
  const put = (isStuffed: boolean) => {
    bytes.push(isStuffed ? c >>> 20 : (c >>> 19) & 0xff);
    c &= isStuffed ? 0xfffff : 0x7ffff;
    count = isStuffed ? 7 : 8;
  };
  const byteOut = () => {
    if (last() === 0xff) return put(true);
    if (c >= 0x8000000) {
      bytes[bytes.length - 1] = last() + 1;
      c &= 0x7ffffff;
      if (last() === 0xff) return put(true);
    }
    put(false);
  };
  for (const [name, bit] of decisions) {
    const context = contexts.get(name) ?? { state: 0, likely: 0 };
    contexts.set(name, context);
    const [estimate, more, less, isSwitch] = states[context.state] as readonly number[] as [
      number,
      number,
      number,
      number,
    ];
    a -= estimate;
    const isLikely = bit === context.likely;
    if (isLikely && a >= 0x8000) {
      c += estimate;
      continue;
    }
    if (isLikely === a >= estimate) c += estimate;
    else a = estimate;
    if (!isLikely && isSwitch === 1) context.likely = 1 - context.likely;
    context.state = isLikely ? more : less;
    do {
      a *= 2;
      c *= 2;
      count -= 1;
      if (count === 0) byteOut();
    } while (a < 0x8000);
  }
  const limit = c + a;
  c = Math.floor(c / 0x10000) * 0x10000 + 0xffff;
  if (c >= limit) c -= 0x8000;
  for (let turn = 0; turn < 2; turn += 1) {
    c *= 2 ** count;
    byteOut();
  }
  return [...bytes.slice(1), 0xff, 0xac];
}

/** Pixels that a pixel is guessed from: template 0 with its adaptive pixels in their usual places. */
const template = [
  ...[-2, -1, 0, 1, 2].map((x) => [x, -2] as const),
  ...[-3, -2, -1, 0, 1, 2, 3].map((x) => [x, -1] as const),
  ...[-4, -3, -2, -1].map((x) => [x, 0] as const),
];
const adaptivePixels = [3, -1, -3, -1, 2, -2, -2, -2].map((offset) => offset & 255);

const number = (value: number) => [0, 0, value >> 8, value & 255];

const segment = (index: number, type: number, data: readonly number[]) => [
  ...[...number(index), type, 0, 1],
  ...[...number(data.length), ...data],
];

function picture(side: number, flags: readonly number[], codes: readonly number[]): Uint8Array {
  const area = [...number(side), ...number(side)];
  return Uint8Array.from([
    ...segment(0, 48, [...area, ...number(0), ...number(0), 0, 0, 0]),
    ...segment(1, 38, [...area, ...number(0), ...number(0), 0, ...flags, ...codes]),
  ]);
}

/** By arithmetic codes. */
export function jbig2(side: number, isBlack: (x: number, y: number) => boolean): Uint8Array {
  const at = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < side && y < side && isBlack(x, y) ? 1 : 0;
  const decisions = Array.from({ length: side * side }, (_, index) => {
    const [x, y] = [index % side, Math.floor(index / side)];
    return [template.map(([dx, dy]) => at(x + dx, y + dy)).join(''), at(x, y)] as const;
  });
  return picture(side, [0, ...adaptivePixels], arithmeticCodes(decisions));
}

/** By T.6 codes. */
export function jbig2OfFax(side: number, codes: Uint8Array): Uint8Array {
  return picture(side, [1], [...codes]);
}
