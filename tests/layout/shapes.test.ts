/** css-shapes-1. The places of lines are those that Chromium gives them. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Picture } from '../../src/input/index.ts';
import { polygonShape, roundRectShape } from '../../src/layout/contours.ts';
import { layOut } from '../support/lay-out.ts';
import { checkLayout } from '../support/layout-cases.ts';

const float = (css: string, side = 'left') =>
  `<div style="float:${side};width:40pt;height:40pt;${css}"></div><p>a<br>a<br>a<br>a</p>`;

/** Where the lines begin, and how wide they may be: `left/right` of each. */
async function linesBeside(css: string, side = 'left', options = {}): Promise<readonly number[]> {
  const { text } = await layOut(
    `${float(css, side)}<style>p{text-align:${side === 'left' ? 'left' : 'right'}}</style>`,
    options,
  );
  return [...text.matchAll(/line ([\d.]+),\d+ ([\d.]+)×/g)].map(([, x, width]) =>
    side === 'left' ? Number(x) : Number(x) + Number(width),
  );
}

describe('shape-outside', () => {
  checkLayout([
    [
      'total fit takes the room of each line',
      `<div style="float:left;width:40pt;height:40pt;shape-outside:polygon(0 0, 100% 0, 0 100%)"></div><p>aaaa bbb ccc ddd eee fff</p>`,
      `
div 0,0 40×40
p 0,0 100×40
  line 40,0 40×10 "aaaa"
  line 30,10 70×10 "bbb ccc"
  line 20,20 70×10 "ddd eee"
  line 10,30 30×10 "fff"`,
    ],
  ]);

  it.each([
    ['circle()', 'left', [37.32, 40, 40, 37.32]],
    ['circle(10pt at 20pt 15pt)', 'right', [71.34, 70, 71.34, 100]],
    ['inset(10pt 20pt 10pt 0)', 'left', [0, 20, 20, 0]],
    ['ellipse(20pt 10pt)', 'left', [0, 40, 40, 0]],
    ['content-box; padding: 5pt; box-sizing: border-box', 'left', [35, 35, 35, 35]],
    ['circle(10pt); shape-margin: 10pt', 'left', [37.32, 40, 40, 37.32]],
  ])('%s %s', async (css, side, expected) => {
    expect(await linesBeside(`shape-outside: ${css}`, side)).toEqual(expected);
  });

  it('the opaque part of a picture, more opaque than the threshold', async () => {
    // 4 × 4 px: a triangle of alpha 255 under the diagonal, the rest half transparent.
    const pixels = Buffer.alloc(64);
    for (let y = 0; y < 4; y++)
      for (let x = 0; x < 4; x++) pixels[(y * 4 + x) * 4 + 3] = x <= y ? 255 : 100;
    const png = await sharp(pixels, { raw: { width: 4, height: 4, channels: 4 } })
      .png()
      .toBuffer();
    const picture: Picture = {
      kind: 'bitmap',
      path: 'shape.png',
      format: 'png',
      widthPx: 4,
      heightPx: 4,
      bytes: png,
    };
    const pictures = new Map([['shape.png', picture]]);
    const css = 'shape-outside:url(/shape.png);shape-image-threshold:';
    expect(await linesBeside(`${css}0.5`, 'left', { pictures })).toEqual([10, 20, 30, 40]);
    expect((await linesBeside(`${css}0.2`, 'left', { pictures }))[0]).toBe(40);
  });
});

describe('contours', () => {
  it('a polygon reaches as far as its edges between two heights', () => {
    const triangle = polygonShape(
      [
        { x: 0, y: 0 },
        { x: 10, y: 10 },
        { x: 0, y: 20 },
      ],
      0,
    );
    expect(triangle.extent(2, 4)).toEqual({ left: 0, right: 4 });
    expect(triangle.extent(8, 12)).toEqual({ left: 0, right: 10 });
    expect(triangle.extent(20, 30)).toBeNull();
  });

  it('grown by a margin, corners are round', () => {
    const point = polygonShape([{ x: 0, y: 0 }], 5);
    expect(point.extent(-3, -3)?.right).toBeCloseTo(4, 9);
    expect(point.extent(5, 8)).toBeNull();
  });

  it('round corners are cut at the nearest height', () => {
    const r = { x: 10, y: 10 };
    const box = roundRectShape({ x: 0, y: 0, width: 40, height: 40 }, [r, r, r, r]);
    expect(box.extent(0, 4)?.left).toBeCloseTo(10 - 8, 9);
    expect(box.extent(4, 36)?.left).toBe(0);
    expect(box.extent(36, 50)?.right).toBeCloseTo(38, 9);
  });
});
