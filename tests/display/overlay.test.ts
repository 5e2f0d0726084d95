import { expect, it } from 'vitest';
import type { Rect } from '../../src/base/index.ts';
import { type OverlayKind, overlayItems, pathBounds } from '../../src/display/index.ts';
import { layOut } from '../support/lay-out.ts';

/** Bounds and colour (as red, green, blue in percent) of what lies over the first page. */
async function over(body: string, ...kinds: readonly OverlayKind[]): Promise<readonly string[]> {
  const { pages } = await layOut(body);
  const [page] = pages;
  const items = page ? overlayItems(page, kinds) : [];
  return items.map((item) => {
    if (item.kind !== 'fill' || item.paint.kind !== 'solid') return item.kind;
    const { x, y, width, height } = pathBounds(item.path) as Rect;
    const { r, g, b } = item.paint.color;
    const color = [r, g, b].map((share) => Math.round(share * 100)).join(' ');
    return `${x},${y} ${width}×${height} ${color}`;
  });
}

it('lays nothing over a page that nobody asks about', async () => {
  expect(await over('<p>aaa</p>')).toEqual([]);
});

it('colours lines that are looser than their limits, not those that are even', async () => {
  const body = '<p style="text-align:justify;text-align-last:justify">aaaa bbb c<br>aaa bb</p>';
  expect(await over(body, 'lines')).toEqual(['0,10 100×10 89 0 10']);
});

it('marks hyphens below each other', async () => {
  const body = '<p>aaaaaaaaa&shy;bbbbbbbbb&shy;ccc</p>';
  expect(await over(body, 'lines')).toEqual(['101,0 1.5×10 84 0 55', '101,10 1.5×10 84 0 55']);
});

it('draws the grid that most baselines stand on', async () => {
  const lines = await over('<p>a<br>b<br>c</p>', 'grid');
  expect(lines.length).toBe(10);
  expect(lines[0]).toBe('0,7.875 100×0.25 0 59 84');
});

it('draws boxes, and those with a height of their own apart', async () => {
  const body = '<p>a</p><div style="height:20pt">b</div>';
  const boxes = (await over(body, 'boxes')).filter((box) => !box.startsWith('0,0 100×30'));
  expect(boxes).toEqual(['0,0 100×10 0 59 84', '0,10 100×20 84 0 55']);
});

it('draws margins of 5 and 3 mm', async () => {
  const [warning, error] = await over('<p>a</p>', 'safety');
  expect(warning).toMatch(/^14\.17\d*,14\.17/);
  expect(error).toMatch(/^8\.50\d*,8\.50/);
});
