import sharp from 'sharp';
import { expect, test } from 'vitest';
import { isPlaceholder } from '../../src/color/index.ts';
import { hasAdobeMarker, isDctJpeg, pictureFormat } from '../../src/color/picture-file.ts';

const plain = sharp({ create: { width: 4, height: 4, channels: 3, background: '#a62' } });
const mark = 'trykklar-placeholder';

function inserted(file: Uint8Array, at: number, part: readonly number[], text: string): Uint8Array {
  const words = new TextEncoder().encode(text);
  return Uint8Array.from([...file.subarray(0, at), ...part, ...words, ...file.subarray(at)]);
}

test.each(['jpeg', 'png', 'gif', 'tiff', 'webp', 'avif'] as const)(
  'a %s says so itself',
  async (format) => {
    expect(pictureFormat(await plain.clone().toFormat(format).toBuffer())).toBe(format);
  },
);

test.each(['', '<svg xmlns="http://www.w3.org/2000/svg"/>', '%PDF-1.7', 'GIF'])(
  'not %j',
  (text) => {
    expect(pictureFormat(new TextEncoder().encode(text))).toBeNull();
  },
);

test('a placeholder is known by its metadata, not by its name or its pixels', async () => {
  const jpeg = await plain.clone().jpeg().toBuffer();
  const png = await plain.clone().png().toBuffer();
  const text = `Description\0${mark}`;
  expect(isPlaceholder(jpeg)).toBe(false);
  expect(isPlaceholder(png)).toBe(false);
  expect(isPlaceholder(inserted(jpeg, 2, [0xff, 0xfe, 0, mark.length + 2], mark))).toBe(true);
  expect(isPlaceholder(inserted(jpeg, 2, [0xff, 0xe1, 0, mark.length + 2], mark))).toBe(true);
  expect(isPlaceholder(inserted(jpeg, 2, [0xff, 0xe5, 0, mark.length + 2], mark))).toBe(false);
  const chunk = [0, 0, 0, text.length, ...new TextEncoder().encode('tEXt')];
  const marked = inserted(inserted(png, 33, chunk, text), 33 + 8 + text.length, [0, 0, 0, 0], '');
  expect(isPlaceholder(marked)).toBe(true);
  expect(isPlaceholder(inserted(jpeg, jpeg.length, [], mark))).toBe(false);
});

test('damaged headers end the search', () => {
  for (const bytes of [
    [0xff, 0xd8, 0xff],
    [0xff, 0xd8, 0xff, 0xe1, 0, 1, 2],
    [0xff, 0xd8, 0xff, 0xff, 0xff],
  ])
    expect(isPlaceholder(Uint8Array.from(bytes))).toBe(false);
});

test('Adobe’s marker and the kind of JPEG', async () => {
  const jpeg = await plain.clone().jpeg().toBuffer();
  expect([hasAdobeMarker(jpeg), isDctJpeg(jpeg)]).toEqual([false, true]);
  const cmyk = await plain.clone().toColourspace('cmyk').jpeg().toBuffer();
  expect([hasAdobeMarker(cmyk), isDctJpeg(cmyk)]).toEqual([true, true]);
  expect(isDctJpeg(await plain.clone().png().toBuffer())).toBe(false);
});
