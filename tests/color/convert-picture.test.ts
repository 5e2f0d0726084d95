import { unzlibSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { decodePicture } from '../../src/color/decode-picture.ts';
import { encodeJpeg } from '../../src/color/encode-jpeg.ts';
import {
  effectivePpi,
  type PreparedPicture,
  preparePicture,
  preparePictureForScreen,
} from '../../src/color/index.ts';
import { codes, fogra39, profileBytes, testContext } from './support.ts';

const condition = fogra39();

/** 300 ppi for a picture of so many pixels. */
function at300(widthPx: number, heightPx: number) {
  return { widthPt: (widthPx * 72) / 300, heightPt: (heightPx * 72) / 300 };
}

function rgb(width: number, height: number, pixel: (x: number, y: number) => readonly number[]) {
  const samples = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at += 1)
    samples.set(pixel(at % width, Math.floor(at / width)), at * 3);
  return sharp(samples, { raw: { width, height, channels: 3 } });
}

/** A picture like a photograph: no two neighbours alike. */
const photo = (width = 200, height = 100) =>
  rgb(width, height, (x, y) => [(x * 7 + y) % 256, (x + y * 5) % 256, (x * 3 + y * 2) % 200]);
const flat = (width = 200, height = 100) =>
  rgb(width, height, (x) => (x < 100 ? [200, 30, 40] : [255, 255, 255]));

async function prepare(
  bytes: Uint8Array,
  use?: { widthPt: number; heightPt: number },
  context = testContext(),
) {
  const { autoOrient } = await sharp(bytes, { failOn: 'none', limitInputPixels: false })
    .metadata()
    .catch(() => ({ autoOrient: { width: 100, height: 100 } }));
  const source = { path: 'p', widthPx: autoOrient.width, heightPx: autoOrient.height, bytes };
  const picture = await preparePicture(
    source,
    use ?? at300(source.widthPx, source.heightPx),
    condition,
    context,
  );
  return { picture, context };
}

function present(picture: PreparedPicture | null): PreparedPicture {
  if (!picture) throw new Error('no picture');
  return picture;
}

/** Samples of a prepared picture, whatever its encoding; inks and gray as decoded. */
async function samples(picture: PreparedPicture): Promise<Uint8Array> {
  if (picture.encoding === 'flate') return unzlibSync(picture.bytes);
  const raw = await decodePicture(picture.bytes, (natural) => natural);
  if (raw.kind !== 'raw') throw new Error(raw.kind);
  return raw.samples;
}

async function cmykJpeg(pixel: readonly number[], width = 80, height = 80): Promise<Uint8Array> {
  const inks = new Uint8Array(width * height * 4);
  for (let at = 0; at < inks.length; at += 4) inks.set(pixel, at);
  return await encodeJpeg('cmyk', inks, width, height);
}

/** The same file without Adobe's APP14 segment: its stored numbers then mean the inks themselves. */
function withoutAdobe(jpeg: Uint8Array): Uint8Array {
  const at = Buffer.from(jpeg).indexOf('Adobe') - 4;
  return Uint8Array.from([...jpeg.subarray(0, at), ...jpeg.subarray(at + 16)]);
}

describe('what comes out', () => {
  test('a photograph becomes a CMYK JPEG with Adobe’s marker', async () => {
    const { picture, context } = await prepare(await photo().jpeg({ quality: 95 }).toBuffer());
    expect(context.findings).toEqual([]);
    expect(picture).toMatchObject({
      widthPx: 200,
      heightPx: 100,
      encoding: 'jpeg',
      space: 'cmyk',
      adobeInverted: true,
      softMask: null,
    });
    expect(Buffer.from(present(picture).bytes).includes('Adobe')).toBe(true);
  });

  test('flat art is kept without loss, and red is the profile’s red', async () => {
    const { picture } = await prepare(await flat().png().toBuffer());
    expect(picture).toMatchObject({ encoding: 'flate', space: 'cmyk', adobeInverted: false });
    const inks = await samples(present(picture));
    expect([...inks.subarray(398 * 2, 398 * 2 + 4)]).toEqual([0, 0, 0, 0]);
    const { convertSrgb } = await condition.prepare().then((prepared) => {
      if (prepared.kind === 'fault') throw new Error();
      return prepared;
    });
    const { c, m, y, k } = convertSrgb(200 / 255, 30 / 255, 40 / 255);
    [c, m, y, k].forEach((ink, index) => {
      expect(Math.abs((inks[index] ?? 0) - ink * 255)).toBeLessThan(2);
    });
  });

  test.each(['png', 'jpeg'] as const)(
    'RGB %s that is gray throughout uses black ink only',
    async (format) => {
      const image = rgb(100, 100, (x) => [x, x, x]).toFormat(format, { quality: 100 });
      const { picture } = await prepare(await image.toBuffer());
      expect(picture?.space).toBe('gray');
      expect(Math.abs(((await samples(present(picture)))[50] ?? 0) - 50)).toBeLessThan(3);
    },
  );

  test('a gray JPEG passes byte for byte', async () => {
    const bytes = await photo().toColourspace('b-w').jpeg().toBuffer();
    const { picture } = await prepare(bytes);
    expect(picture).toMatchObject({ space: 'gray', encoding: 'jpeg', adobeInverted: false });
    expect(present(picture).bytes).toBe(bytes);
  });

  test('a gray PNG keeps its values', async () => {
    const gray = sharp(
      Uint8Array.from({ length: 10000 }, (_, index) => index % 256),
      {
        raw: { width: 100, height: 100, channels: 1 },
      },
    );
    const { picture } = await prepare(await gray.toColourspace('b-w').png().toBuffer());
    expect(picture).toMatchObject({ space: 'gray', softMask: null });
  });

  test('sixteen bits become eight', async () => {
    const deep = await flat().toColourspace('rgb16').png().toBuffer();
    expect((await sharp(deep).metadata()).depth).toBe('ushort');
    const { picture } = await prepare(deep);
    const same = await prepare(await flat().png().toBuffer());
    const [sixteen, eight] = [
      await samples(present(picture)),
      await samples(present(same.picture)),
    ];
    expect(sixteen.length).toBe(eight.length);
    expect(Math.max(...sixteen.map((ink, at) => Math.abs(ink - (eight[at] ?? 0))))).toBeLessThan(2);
  });

  test('alpha becomes a soft mask; an opaque alpha channel none', async () => {
    const cut = await flat().ensureAlpha(0.5).png().toBuffer();
    const { picture } = await prepare(cut);
    const mask = present(picture).softMask;
    expect(mask).toMatchObject({ widthPx: 200, heightPx: 100 });
    expect(new Set(unzlibSync(mask?.bytes ?? new Uint8Array()))).toEqual(new Set([127]));
    const opaque = await prepare(await flat().ensureAlpha(1).png().toBuffer());
    expect(opaque.picture?.softMask).toBeNull();
  });

  test('the EXIF orientation is carried out', async () => {
    const turned = await photo(200, 100).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { picture } = await prepare(turned);
    expect(picture).toMatchObject({ widthPx: 100, heightPx: 200 });
  });

  test('the embedded profile decides what RGB numbers mean', async () => {
    const wide = await flat().withIccProfile('p3').png().toBuffer();
    const plain = await flat().png().toBuffer();
    expect((await sharp(wide).metadata()).icc).toBeDefined();
    const stripped = await sharp(wide, { ignoreIcc: true }).png().toBuffer();
    const a = await samples(present((await prepare(wide)).picture));
    const b = await samples(present((await prepare(stripped)).picture));
    const c = await samples(present((await prepare(plain)).picture));
    expect(a.subarray(0, 4)).not.toEqual(b.subarray(0, 4));
    a.subarray(0, 4).forEach((ink, index) => {
      expect(Math.abs(ink - (c[index] ?? 0))).toBeLessThan(6);
    });
  });
});

describe('CMYK JPEG', () => {
  const inks = [200, 40, 10, 90];

  test.each([
    ['with Adobe’s marker', true],
    ['without', false],
  ] as const)('%s passes byte for byte, inverted or not', async (_, adobe) => {
    const marked = await cmykJpeg(adobe ? inks : inks.map((ink) => 255 - ink));
    const bytes = adobe ? marked : withoutAdobe(marked);
    const { picture, context } = await prepare(bytes);
    expect(context.findings).toEqual([]);
    expect(picture).toMatchObject({ space: 'cmyk', encoding: 'jpeg', adobeInverted: adobe });
    expect(present(picture).bytes).toBe(bytes);
    const found = await samples(present(picture));
    inks.forEach((ink, index) => {
      expect(Math.abs((found[index] ?? 0) - ink)).toBeLessThan(3);
    });
  });

  test('with far too many pixels it is resampled in its own inks', async () => {
    const { picture } = await prepare(await cmykJpeg(inks, 400, 400), {
      widthPt: 48,
      heightPt: 48,
    });
    expect(picture).toMatchObject({ widthPx: 200, heightPx: 200, adobeInverted: true });
    const found = await samples(present(picture));
    inks.forEach((ink, index) => {
      expect(Math.abs((found[index] ?? 0) - ink)).toBeLessThan(3);
    });
  });

  test('another condition’s profile is reported, from the cache as well; ours is not', async () => {
    const bytes = await cmykJpeg(inks);
    const embed = (profile: Uint8Array) => {
      const parts: Uint8Array[] = [];
      const size = 60000;
      const count = Math.ceil(profile.length / size);
      for (let index = 0; index < count; index += 1) {
        const data = profile.subarray(index * size, (index + 1) * size);
        const length = data.length + 16;
        parts.push(
          Uint8Array.from([0xff, 0xe2, length >> 8, length & 255]),
          new TextEncoder().encode('ICC_PROFILE\0'),
          Uint8Array.from([index + 1, count]),
          data,
        );
      }
      return new Uint8Array(Buffer.concat([bytes.subarray(0, 2), ...parts, bytes.subarray(2)]));
    };
    const other = profileBytes.slice();
    other[100] = 1;
    const { context } = await prepare(embed(other));
    expect(codes(context)).toEqual(['warning color/foreign-profile']);
    const again = await prepare(embed(other), undefined, testContext(context.stored));
    expect(codes(again.context)).toEqual(['warning color/foreign-profile']);
    expect((await prepare(embed(profileBytes))).context.findings).toEqual([]);
  });
});

describe('resolution', () => {
  test('only above 450 ppi is a picture brought down, to 300', async () => {
    const bytes = await photo(450, 225).png().toBuffer();
    const kept = await prepare(bytes, { widthPt: 72, heightPt: 36 });
    expect(kept.picture).toMatchObject({ widthPx: 450, heightPx: 225 });
    const reduced = await prepare(bytes, { widthPt: 71, heightPt: 35.5 });
    expect(reduced.picture).toMatchObject({ widthPx: 296, heightPx: 148 });
    const placed = { widthPt: 71, heightPt: 35.5 };
    expect(effectivePpi(present(reduced.picture), placed)).toBeGreaterThanOrEqual(300);
  });

  test.each([
    [10, 'error', 149],
    [149, 'error', 149],
    [150, 'warning', 224],
    [224, 'warning', 224],
    [225, null, 0],
  ] as const)('%i pixels on an inch', async (pixels, severity, limit) => {
    const { context } = await prepare(await photo(pixels, pixels).png().toBuffer(), {
      widthPt: 72,
      heightPt: 72,
    });
    const expected = severity && {
      severity,
      code: 'color/low-resolution',
      measured: pixels,
      limit,
      unit: 'ppi',
    };
    if (expected) expect(context.findings).toMatchObject([expected]);
    else expect(context.findings).toEqual([]);
  });

  test('the worse axis counts', () => {
    expect(effectivePpi({ widthPx: 300, heightPx: 300 }, { widthPt: 72, heightPt: 144 })).toBe(150);
  });
});

describe('files that are not what they say', () => {
  test.each(['jpeg', 'png'] as const)('a %s cut off deep inside is an error', async (format) => {
    const whole = await photo(300, 300).toFormat(format).toBuffer();
    const { picture, context } = await prepare(whole.subarray(0, Math.floor(whole.length * 0.8)));
    expect(picture).toBeNull();
    expect(codes(context)).toEqual(['error color/damaged-picture']);
    expect(context.findings[0]?.message.da).toContain('`p`');
    expect(context.stored.size).toBe(0);
  });

  test('a gray JPEG that would pass is still read to its end', async () => {
    const whole = await photo(300, 300).toColourspace('b-w').jpeg().toBuffer();
    const { context } = await prepare(whole.subarray(0, whole.length - 500));
    expect(codes(context)).toEqual(['error color/damaged-picture']);
  });

  test('an SVG in disguise is not opened', async () => {
    const { context } = await prepare(
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    );
    expect(codes(context)).toEqual(['error color/unknown-picture-format']);
  });

  test('a picture of a billion pixels is refused at its header', async () => {
    const bomb = await sharp({ create: { width: 16, height: 16, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    const bytes = new Uint8Array(bomb);
    const view = new DataView(bytes.buffer);
    view.setUint32(16, 40000);
    view.setUint32(20, 40000);
    view.setUint32(29, crc(bytes.subarray(12, 29)));
    const { picture, context } = await prepare(bytes, { widthPt: 720, heightPt: 720 });
    expect(picture).toBeNull();
    expect(codes(context)).toEqual(['error color/oversized-picture']);
  });
});

/** PNG's checksum (ISO 15948 annex D). */
function crc(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return (rest ^ 0xffffffff) >>> 0;
}

/** Of what a cache holds; beside each picture it notes that it has met it. */
function conversionsIn(stored: ReadonlyMap<string, Uint8Array>): number {
  return [...stored.keys()].filter((key) => key.startsWith('press-picture ')).length;
}

describe('cache', () => {
  test('the same picture again is the same bytes, under the path it is asked for', async () => {
    const bytes = await flat().ensureAlpha(0.5).png().toBuffer();
    const first = await prepare(bytes);
    const second = await prepare(bytes, undefined, testContext(first.context.stored));
    expect(second.picture).toEqual(first.picture);
    expect(conversionsIn(first.context.stored)).toBe(1);
    const fresh = await prepare(bytes);
    expect(fresh.picture).toEqual(first.picture);
  });

  test('another size or intent is another entry; a torn one is made again', async () => {
    const bytes = await photo(900, 900).png().toBuffer();
    const context = testContext();
    const source = { path: 'p', widthPx: 900, heightPx: 900, bytes };
    const use = { widthPt: 72, heightPt: 72 };
    const first = await preparePicture(source, use, condition, context);
    await preparePicture(source, { widthPt: 80, heightPt: 80 }, condition, context);
    await preparePicture(source, { ...use, intent: 'perceptual' }, condition, context);
    expect(conversionsIn(context.stored)).toBe(3);
    for (const key of [...context.stored.keys()]) context.stored.set(key, new Uint8Array(3));
    expect(await preparePicture(source, use, condition, context)).toEqual(first);
  });
});

describe('for the screen', () => {
  test('inks are shown as they will print', async () => {
    const { picture, context } = await prepare(await cmykJpeg([0, 0, 0, 255]));
    const use = at300(80, 80);
    const shown = present(await preparePictureForScreen(present(picture), use, condition, context));
    expect(shown).toMatchObject({
      space: 'srgb',
      encoding: 'jpeg',
      adobeInverted: false,
      widthPx: 54,
    });
    const [r = 0, g = 0, b = 0] = await samples(shown);
    for (const part of [r, g, b]) expect(Math.abs(part - 31)).toBeLessThan(5);
  });

  test('flat art stays lossless, its mask is kept, paper is white', async () => {
    const { picture, context } = await prepare(await flat().ensureAlpha(0.5).png().toBuffer());
    const shown = present(
      await preparePictureForScreen(present(picture), at300(200, 100), condition, context),
    );
    expect(shown).toMatchObject({ space: 'srgb', encoding: 'flate', widthPx: 200 });
    expect(shown.softMask).toEqual(picture?.softMask);
    const rgb = await samples(shown);
    expect([...rgb.subarray(199 * 3, 200 * 3)]).toEqual([255, 255, 255]);
    const before = context.stored.size;
    expect(
      await preparePictureForScreen(present(picture), at300(200, 100), condition, context),
    ).toEqual(shown);
    expect(context.stored.size).toBe(before);
  });

  test('gray is black ink on paper', async () => {
    const { picture, context } = await prepare(
      await rgb(70, 70, (x) => (x < 35 ? [0, 0, 0] : [255, 255, 255]))
        .png()
        .toBuffer(),
    );
    const shown = present(
      await preparePictureForScreen(present(picture), at300(70, 70), condition, context),
    );
    const pixels = await samples(shown);
    expect(Math.abs((pixels[0] ?? 0) - 31)).toBeLessThan(4);
    expect(pixels[69 * 3]).toBe(255);
  });
});

describe('depth and line art', () => {
  test('sixteen bits of RGB are converted in full', async () => {
    // Steps of a sixteenth of an 8-bit level: eight bits would make flats of sixteen of them.
    const deep = Uint16Array.from({ length: 256 * 3 }, (_, at) => 30_000 + Math.floor(at / 3) * 16);
    deep.forEach((_, at) => {
      if (at % 3 === 0) deep[at] = 20_000;
    });
    const raw = { width: 256, height: 1, channels: 3 } as const;
    const png = sharp(deep, { raw }).toColourspace('rgb16').png();
    const { picture } = await prepare(new Uint8Array(await png.toBuffer()));
    const inks = await samples(present(picture));
    const eight = Uint8Array.from(deep, (value) => value >> 8);
    const plain = await prepare(new Uint8Array(await sharp(eight, { raw }).png().toBuffer()));
    const steps = await samples(present(plain.picture));
    const changes = (of: Uint8Array) =>
      of.filter((ink, at) => at % 4 === 1 && at > 4 && ink !== of[at - 4]).length;
    expect(inks.length).toBe(steps.length);
    expect(Math.max(...inks.map((ink, at) => Math.abs(ink - (steps[at] ?? 0))))).toBeLessThan(3);
    expect(changes(inks)).toBeGreaterThanOrEqual(changes(steps));
  });

  const bits = async (width: number, height: number) => {
    const pixels = Uint8Array.from({ length: width * height }, (_, at) =>
      (Math.floor(at / 7) + Math.floor(at / width)) % 2 ? 255 : 0,
    );
    const image = sharp(pixels, { raw: { width, height, channels: 1 } });
    return new Uint8Array(await image.png({ palette: true, colours: 2 }).toBuffer());
  };

  test('one bit a pixel stays one bit, in black alone', async () => {
    const { picture } = await prepare(await bits(100, 40), at300(25, 10));
    const { bitsPerComponent, space, widthPx, encoding, bytes } = present(picture);
    expect([bitsPerComponent, space, widthPx, encoding]).toEqual([1, 'gray', 100, 'flate']);
    expect(unzlibSync(bytes).length).toBe(13 * 40);
  });

  test.each([
    [1800, 100],
    [1900, Math.ceil((100 * 1200) / 1900)],
  ])('line art of %i ppi has %i pixels', async (ppi, width) => {
    const use = { widthPt: (100 * 72) / ppi, heightPt: (40 * 72) / ppi };
    const { picture } = await prepare(await bits(100, 40), use);
    expect([picture?.widthPx, picture?.bitsPerComponent]).toEqual([width, 1]);
  });
});

describe('sharpening', () => {
  /** A soft edge, as resampling leaves it. */
  const edge = () => rgb(1200, 40, (x) => new Array(3).fill(x < 600 ? 80 : 170) as number[]);
  const contrast = async (sharpens: boolean, format: 'jpeg' | 'png') => {
    const bytes = new Uint8Array(await edge()[format]().toBuffer());
    const source = { path: 'p', widthPx: 1200, heightPx: 40, bytes };
    const use = { widthPt: 1200 * 0.09, heightPt: 40 * 0.09, sharpens };
    const picture = present(await preparePicture(source, use, condition, testContext()));
    const gray = await samples(picture);
    return Math.max(...gray) - Math.min(...gray);
  };

  test('a photograph that is brought down has more contrast at its edges', async () => {
    expect(await contrast(true, 'jpeg')).toBeGreaterThan((await contrast(false, 'jpeg')) + 4);
  });

  test('flat art is left alone', async () => {
    expect(await contrast(true, 'png')).toBe(await contrast(false, 'png'));
  });

  test('black alone stays black alone in a CMYK picture', async () => {
    const wedge = new Uint8Array(600 * 40 * 4);
    for (let at = 0; at < 600 * 40; at += 1) wedge[at * 4 + 3] = (at % 600) * 0.42;
    const bytes = await encodeJpeg('cmyk', wedge, 600, 40);
    const { picture } = await prepare(bytes, { widthPt: 600 * 0.09, heightPt: 40 * 0.09 });
    const inks = await samples(present(picture));
    expect(present(picture).widthPx).toBeLessThan(600);
    expect(inks.filter((ink, at) => at % 4 < 3 && ink > 3)).toHaveLength(0);
  });
});
