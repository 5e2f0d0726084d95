import sharp from 'sharp';
import { expect, test, vi } from 'vitest';
import { preparePicture, preparePictureForScreen } from '../../src/color/index.ts';
import { fogra39, testContext } from './support.ts';

test('what the cache holds needs neither decoder nor colour engine', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const image = sharp({
    create: { width: 90, height: 90, channels: 3, background: '#a62', noise },
  });
  const bytes = await image.jpeg().toBuffer();
  const source = { path: 'p', widthPx: 90, heightPx: 90, bytes };
  const use = { widthPt: 21.6, heightPt: 21.6 };
  const first = testContext();
  const press = await preparePicture(source, use, fogra39(), first);
  if (!press) throw new Error('no picture');
  const screen = await preparePictureForScreen(press, use, fogra39(), first);

  const loaded = vi.fn();
  vi.resetModules();
  vi.doMock('sharp', () => {
    loaded('sharp');
    return {};
  });
  vi.doMock('lcms-wasm', () => {
    loaded('lcms-wasm');
    return {};
  });
  const fresh = await import('../../src/color/index.ts');
  const { fogra39: reopen } = await import('./support.ts');
  const second = testContext(first.stored);
  expect(await fresh.preparePicture(source, use, reopen(), second)).toEqual(press);
  expect(await fresh.preparePictureForScreen(press, use, reopen(), second)).toEqual(screen);
  expect(second.findings).toEqual([]);
  expect(loaded).not.toHaveBeenCalled();
  await expect(fresh.preparePicture(source, use, reopen(), testContext())).rejects.toThrow();
  expect(loaded).toHaveBeenCalledWith('sharp');
  vi.doUnmock('sharp');
  vi.doUnmock('lcms-wasm');
  // Other files of this worker want the true ones again.
  vi.resetModules();
});
