/** What our own painter writes, read back: a page with one of everything, and its faults. */
import { expect, test } from 'vitest';
import { mmToPt } from '../../src/base/index.ts';
import type { CmykColor, PreparedPicture, PrintColor } from '../../src/color/index.ts';
import type { DisplayItem } from '../../src/display/index.ts';
import { paintPress } from '../../src/paint/index.ts';
import {
  black,
  cmyk,
  facts,
  fill,
  flatPage,
  group,
  line,
  rect,
  testContext,
} from '../paint/support.ts';
import { expectations, preflight } from './make-pdf.ts';

const side = mmToPt(100);
const three = mmToPt(3);
const bleed = { top: three, right: three, bottom: three, left: three };
const ground = fill(rect(-three, -three, side + 2 * three, side + 2 * three), cmyk(0.5, 0, 0.2, 0));
const picture: PreparedPicture = {
  path: 'a.jpg',
  widthPx: 300,
  heightPx: 300,
  encoding: 'jpeg',
  bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xd9]),
  space: 'cmyk',
  bitsPerComponent: 8,
  adobeInverted: true,
  softMask: { widthPx: 1, heightPx: 1, bytes: new Uint8Array([120, 1, 1, 1, 0]) },
  peakInkPercent: 0,
};
const gradient: DisplayItem<PrintColor> = {
  ...fill(rect(150, 150, 50, 50), black),
  paint: {
    kind: 'linear',
    from: { x: 150, y: 150 },
    to: { x: 200, y: 150 },
    stops: [
      { offset: 0, color: cmyk(1, 0, 0, 0) },
      { offset: 1, color: cmyk(0, 1, 0, 0.1) },
    ],
  },
};

async function check(items: readonly DisplayItem<PrintColor>[]) {
  const page = flatPage(items, { name: 'front', widthPt: side, heightPt: side, bleed });
  const pictures = new Map([[picture.path, picture]]);
  const { bytes } = await paintPress([page], facts, pictures, testContext());
  return preflight(bytes, expectations);
}

const text = (color: CmykColor, sizePt: number) =>
  line('Tekst', { x: 60, y: 60, sizePt }, { color });

test('one of everything is accepted', async () => {
  const result = await check([
    ground,
    text(black, 9),
    text(cmyk(0, 0, 0, 0), 20),
    { kind: 'picture', picture: 'a.jpg', rect: { x: 50, y: 80, width: 72, height: 72 }, alt: '' },
    gradient,
    group([fill(rect(150, 220, 40, 40), cmyk(0, 1, 1, 0))], { opacity: 0.5, blend: 'multiply' }),
    fill(rect(60, 240, 80, 0.5), black),
  ]);
  expect(result.findings).toEqual([]);
  expect(result.facts.inks).toEqual(['Cyan', 'Magenta', 'Yellow', 'Black']);
  expect(result.facts.pictures).toMatchObject([{ widthPx: 300, ppi: 300, space: 'DeviceCMYK' }]);
  expect(result.facts.fonts).toMatchObject([{ embedded: true, subset: true }]);
});

test('faults of the art are found in the file', async () => {
  const { findings } = await check([
    ground,
    text(cmyk(0.6, 0.4, 0.4, 1), 9),
    text(black, 4),
    { kind: 'picture', picture: 'a.jpg', rect: { x: 50, y: 60, width: 200, height: 200 }, alt: '' },
    fill(rect(0, 100, 20, 20), black),
  ]);
  expect(findings.map(({ code }) => code.replace('preflight/', ''))).toEqual([
    'rich-black-text',
    'small-type',
    'picture-resolution',
    'bleed-reach',
  ]);
});
