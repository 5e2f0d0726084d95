/** Page pictures: letters for pixels (R red, B blue, K black, _ white), and the PNG around them. */
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ScreenColor } from '../../src/color/index.ts';
import type { DisplayItem } from '../../src/display/index.ts';
import {
  encodePng,
  paintPagePictures,
  paintScreen,
  type RasterPage,
  rasterPages,
} from '../../src/paint/index.ts';
import { facts, fill, group, line, rect, testContext } from './support.ts';

const red: ScreenColor = { space: 'srgb', r: 1, g: 0, b: 0, alpha: 1 };
const blue: ScreenColor = { space: 'srgb', r: 0, g: 0, b: 1, alpha: 1 };

type Item = DisplayItem<ScreenColor>;

async function pdfOf(items: readonly Item[], widthPt = 5, heightPt = 3): Promise<Uint8Array> {
  const pages = [{ name: 'front', widthPt, heightPt, items }];
  const { bytes } = await paintScreen(pages, facts, new Map(), testContext());
  return bytes;
}

const letters: Readonly<Record<string, string>> = {
  '255 0 0': 'R',
  '0 0 255': 'B',
  '0 0 0': 'K',
  '255 255 255': '_',
};

/**
 * A page of 5 × 3 pt as rows of letters; any other colour by its numbers. Drawn ten times as
 * large and read in the middle of each square, where no edge is.
 */
async function pixels(items: readonly Item[]): Promise<readonly string[]> {
  const [page] = await rasterPages(await pdfOf(items), 720);
  const { widthPx = 0, heightPx = 0, rgba = new Uint8Array() } = page ?? {};
  return Array.from({ length: heightPx / 10 }, (_, y) =>
    Array.from({ length: widthPx / 10 }, (_, x) => {
      const start = ((y * 10 + 5) * widthPx + x * 10 + 5) * 4;
      const color = rgba.slice(start, start + 3).join(' ');
      return letters[color] ?? `(${color})`;
    }).join(''),
  );
}

describe('a page of 5 × 3', () => {
  it('has its origin at the top left', async () => {
    expect(await pixels([fill(rect(0, 0, 2, 1), red), fill(rect(4, 2, 1, 1), blue)])).toEqual([
      'RR___',
      '_____',
      '____B',
    ]);
  });

  it('shows later items above earlier ones, clipped to their group', async () => {
    const clipped = group([fill(rect(0, 0, 5, 3), blue)], { clip: rect(1, 1, 3, 1) });
    expect(await pixels([fill(rect(0, 0, 5, 3), red), clipped])).toEqual([
      'RRRRR',
      'RBBBR',
      'RRRRR',
    ]);
  });

  it('turns a group about its origin, clockwise as in CSS', async () => {
    const turned = group([fill(rect(0, 0, 3, 1), red)], { transform: [0, 1, -1, 0, 2, 0] });
    expect(await pixels([turned])).toEqual(['_R___', '_R___', '_R___']);
  });

  it('mixes a group of one opacity as a whole', async () => {
    const items = [fill(rect(0, 0, 3, 3), red), fill(rect(2, 0, 3, 3), red)];
    const [row = ''] = await pixels([group(items, { opacity: 0.5 })]);
    const mixed = row.split(')')[0];
    expect(row).toBe(`${mixed})`.repeat(5));
    expect(row).not.toContain('R');
  });

  it('shows squares for letters of the square font', async () => {
    const text = line('A A', { x: 0, y: 0.8, sizePt: 1 });
    const item = { ...text, color: { space: 'srgb', r: 0, g: 0, b: 0, alpha: 1 } } as const;
    expect(await pixels([item])).toEqual(['K_K__', '_____', '_____']);
  });
});

describe('letters', () => {
  it('have no coloured fringes', async () => {
    const text = line('AAA', { x: 0.3, y: 2.2, sizePt: 1.3 });
    const item = { ...text, color: { space: 'srgb', r: 0, g: 0, b: 0, alpha: 1 } } as const;
    const [page] = await rasterPages(await pdfOf([item]), 300);
    const { rgba = new Uint8Array() } = page ?? {};
    const colored = Array.from({ length: rgba.length / 4 }, (_, pixel) => {
      const [r, g, b] = rgba.subarray(pixel * 4);
      return r !== g || g !== b;
    });
    expect(colored.length).toBeGreaterThan(100);
    expect(colored.filter(Boolean)).toEqual([]);
  });
});

describe('PNG files', () => {
  const page: RasterPage = {
    widthPx: 2,
    heightPx: 2,
    rgba: Uint8Array.of(255, 0, 0, 255, 0, 0, 255, 255, 255, 0, 0, 255, 1, 2, 3, 255),
  };

  it('hold the pixels and their resolution', async () => {
    const bytes = await encodePng(page, 254);
    const view = new DataView(bytes.buffer);
    const chunks = new Map<string, Uint8Array>();
    for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at)) {
      const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
      chunks.set(type, bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
    }
    expect([...chunks.keys()]).toEqual(['IHDR', 'sRGB', 'pHYs', 'IDAT', 'IEND']);
    expect([...(chunks.get('pHYs') ?? [])]).toEqual([0, 0, 39, 16, 0, 0, 39, 16, 1]);
    // Each row after its filter: 2, the difference to the row above.
    expect([...inflateSync(chunks.get('IDAT') ?? new Uint8Array())]).toEqual([
      2, 255, 0, 0, 0, 0, 255, 2, 0, 0, 0, 1, 2, 4,
    ]);
  });

  it('can be read by others', async () => {
    const { default: sharp } = await import('sharp');
    const { data, info } = await sharp(await encodePng(page, 300))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels]).toEqual([2, 2, 3]);
    expect([...data]).toEqual([255, 0, 0, 0, 0, 255, 255, 0, 0, 1, 2, 3]);
  });

  it('are named after their pages', async () => {
    const pdf = await pdfOf([]);
    const artifacts = await paintPagePictures({ pdf, names: ['front'], dpi: 72 });
    expect(artifacts.map(({ path }) => path)).toEqual(['pages/front.png']);
    await expect(paintPagePictures({ pdf, names: ['a', 'b'], dpi: 72 })).rejects.toThrow('name');
  });
});
