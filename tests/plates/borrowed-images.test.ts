/** JPEG 2000 and JBIG2 pictures on plates, beside those that Ghostscript makes. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../src/pdf/index.ts';
import { renderPlates } from '../../src/plates/index.ts';
import { makePdf, stream } from '../preflight/make-pdf.ts';
import { jbig2, jbig2OfFax } from './jbig2.ts';
import { differences, ghostscriptPlates } from './separations.ts';
import { fax } from './test-page.ts';

async function platesOf(pdf: Uint8Array, dpi: number) {
  const file = readPdf(pdf);
  const result = file.kind === 'pdf' ? await renderPlates(file, { dpi }) : null;
  const page = result?.kind === 'plates' ? result.pages[0] : undefined;
  if (result?.kind !== 'plates' || !page) throw new Error('no plates');
  return { omissions: result.omissions, page };
}

/** A picture of 256 × 192 pt on the page, its lower left corner at 10, 20. */
function pageWith(entries: string, data: Uint8Array, more: readonly string[] = []): Uint8Array {
  const bytes = Buffer.from(data).toString('latin1');
  const image = stream(`/Type /XObject /Subtype /Image ${entries}`, bytes);
  return makePdf({
    content: 'q 256 0 0 192 10 20 cm /P Do Q',
    resources: '/XObject << /P 50 0 R >>',
    more: [`50 ${image}`, ...more],
  });
}

async function expectGhostscripts(pdf: Uint8Array, dpi: number): Promise<void> {
  const { omissions, page } = await platesOf(pdf, dpi);
  const others = await ghostscriptPlates(pdf, dpi);
  expect(omissions).toEqual([]);
  expect(page.plates.some(({ ink }) => ink.some((amount) => amount > 200))).toBe(true);
  expect(differences(page.plates, others, page.widthPx, 8, 1)).toEqual([]);
}

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));

const size = '/Width 64 /Height 48';
const jpx = (entries: string) => `${size} /BitsPerComponent 8 /Filter /JPXDecode ${entries}`;

describe('JPEG 2000', () => {
  it.each([
    ['of four inks', 'cmyk.jp2', '/ColorSpace /DeviceCMYK'],
    ['in gray', 'gray.jp2', '/ColorSpace /DeviceGray'],
  ])('%s', async (_, name, entries) => {
    await expectGhostscripts(pageWith(jpx(entries), fixture(name)), 72);
  });

  it.each([
    ['of four inks', 'cmyk.jp2', '/ColorSpace /DeviceCMYK'],
    ['in gray', 'gray.jp2', '/ColorSpace /DeviceGray'],
  ])('%s has the space that the picture itself states', async (_, name, entries) => {
    const stated = await platesOf(pageWith(jpx(entries), fixture(name)), 36);
    const unstated = await platesOf(pageWith(jpx(''), fixture(name)), 36);
    expect(unstated.omissions).toEqual([]);
    expect(unstated.page.plates).toEqual(stated.page.plates);
  });

  it('with an opacity of its own, where the file says that it counts', async () => {
    const gray = '/ColorSpace /DeviceGray';
    const inkOf = async (entries: string) => {
      const { page } = await platesOf(pageWith(jpx(entries), fixture('gray-opacity.jp2')), 72);
      const { ink = new Uint8Array() } = page.plates[3] ?? {};
      // Near the picture's left edge, where it is black: at its top, in its middle, at its bottom.
      const bottom = Math.round(page.trim.y + page.trim.height) - 20;
      return [190, 96, 2].map(
        (y) => ink[(bottom - y) * page.widthPx + Math.round(page.trim.x) + 11],
      );
    };
    expect(await inkOf(gray)).toEqual([255, 255, 255]);
    const [top = 0, middle = 0, low = 0] = await inkOf(`${gray} /SMaskInData 1`);
    expect([top < 10, Math.abs(middle - 128) < 10, low > 245]).toEqual([true, true, true]);
  });

  it('that is damaged is told of', async () => {
    const broken = fixture('cmyk.jp2').map((byte, at) => (at > 300 ? 0xff : byte));
    const none = Uint8Array.of(1, 2, 3);
    for (const data of [broken.subarray(0, 200), none]) {
      const { omissions } = await platesOf(pageWith(jpx('/ColorSpace /DeviceCMYK'), data), 36);
      expect(omissions).toEqual(['image']);
    }
  });
});

describe('JBIG2', () => {
  const ring = (x: number, y: number) => {
    const distance = Math.hypot(x - 30, y - 34);
    return (distance > 12 && distance < 26) || x > 58;
  };
  const entries = '/Width 64 /Height 64 /BitsPerComponent 1 /Filter /JBIG2Decode';

  it.each([
    ['in gray', '/ColorSpace /DeviceGray'],
    ['as a stencil', '/ImageMask true'],
    ['in a spot ink', '/ColorSpace [/Separation /Gold /DeviceGray 60 0 R]'],
  ])('%s', async (_, color) => {
    const tint = '60 << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>';
    const pdf = pageWith(`${entries} ${color}`, jbig2(64, ring), [tint]);
    for (const dpi of [72, 24]) await expectGhostscripts(pdf, dpi);
  });

  it('in fax codes, which the renderer takes for white, is told of', async () => {
    const data = jbig2OfFax(64, Buffer.from(fax, 'latin1'));
    const pdf = pageWith(`${entries} /ColorSpace /DeviceGray`, data);
    expect((await platesOf(pdf, 36)).omissions).toEqual(['image']);
  });
});
