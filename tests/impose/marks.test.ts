import { describe, expect, it } from 'vitest';
import { mmToPt, noEdges } from '../../src/base/index.ts';
import { addMarks } from '../../src/impose/index.ts';

const bleedOf = (mm: number) => {
  const pt = mmToPt(mm);
  return { top: pt, right: pt, bottom: pt, left: pt };
};

describe('printer’s marks', () => {
  it.each([0, 1, 3, 5])('with %i mm bleed stand outside it, ends and all', (mm) => {
    const bleed = bleedOf(mm);
    const page = { name: 'x', widthPt: 300, heightPt: 200, bleed, slug: noEdges, items: [] };
    const { items } = addMarks(page, [100]);
    expect(items.length).toBe(10);
    for (const item of items) {
      if (item.kind !== 'stroke') throw new Error(item.kind);
      const points = item.path.flatMap((step) => (step.kind === 'close' ? [] : [step]));
      const half = item.widthPt / 2;
      const isClear = (beyond: (point: { x: number; y: number }) => number) =>
        points.every((point) => beyond(point) >= half);
      const isOutside =
        isClear(({ x }) => -bleed.left - x) ||
        isClear(({ x }) => x - page.widthPt - bleed.right) ||
        isClear(({ y }) => -bleed.top - y) ||
        isClear(({ y }) => y - page.heightPt - bleed.bottom);
      expect(isOutside).toBe(true);
    }
  });
});
