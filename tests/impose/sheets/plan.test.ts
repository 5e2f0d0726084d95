/** Places on the paper: backs lie behind fronts, nothing on what the press leaves unprinted. */
import { describe, expect, it } from 'vitest';
import { mmToPt, type Rect } from '../../../src/base/index.ts';
import {
  findSheetSize,
  isSheetFault,
  planSheets,
  type SheetPlan,
  type SheetSide,
  sheetSchemes,
} from '../../../src/impose/index.ts';

const bleedPt = mmToPt(3);
const bleed = { top: bleedPt, right: bleedPt, bottom: bleedPt, left: bleedPt };

function plan(id: string, pages: number, isRepeated: boolean): SheetPlan {
  const scheme = sheetSchemes.get(id);
  const sheet = findSheetSize('70x100');
  if (!scheme || !sheet) throw new Error(id);
  const trim = { width: mmToPt(105), height: mmToPt(148) };
  const rest = { gripperMm: null, gapMm: null, isOneSided: false, isRepeated };
  const made = planSheets({ scheme, sheet, pages, trim, bleed, creep: mmToPt(0.1), ...rest });
  if (isSheetFault(made)) throw new Error(made.kind);
  return made;
}

const key = ({ x, y, width, height }: Rect) =>
  [x, y, width, height].map((value) => Math.round(value * 1000)).join(' ');

/** Trims of a back where they lie when looked at through the front. */
function through({ cells }: SheetSide, { size, backing }: SheetPlan): readonly string[] {
  return cells.map(({ trim }) =>
    key(
      backing === 'work-and-tumble'
        ? { ...trim, y: size.height - trim.y - trim.height }
        : { ...trim, x: size.width - trim.x - trim.width },
    ),
  );
}

const cases = [8, 12, 16, 32, 64].flatMap((pages) =>
  [...sheetSchemes.values()].flatMap((scheme) =>
    pages % scheme.multipleOf(false) === 0
      ? [false, true].map((repeat) => [scheme.id, pages, repeat] as const)
      : [],
  ),
);

describe.each(cases)('%s of %i pages, repeated: %s', (id, pages, repeat) => {
  const made = plan(id, pages, repeat);
  const sides = made.sheets.flatMap(({ front, back }) => (back ? [front, back] : [front]));

  it('has every page, and each the same number of times', () => {
    const counts = new Map<number, number>();
    for (const { page } of sides.flatMap(({ cells }) => cells))
      counts.set(page, (counts.get(page) ?? 0) + 1);
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual(
      Array.from({ length: pages }, (_, index) => index + 1),
    );
    if (id !== 'turn' && id !== 'tumble') expect(new Set(counts.values()).size).toBe(1);
  });

  it('has a back behind each front, to a thousandth of a point', () => {
    for (const { front, back } of made.sheets) {
      const places = front.cells.map(({ trim }) => key(trim));
      expect(back ? [...through(back, made)].sort() : []).toEqual([...places].sort());
    }
  });

  it('keeps art where the press prints, and out of its neighbours’', () => {
    const { size, margins } = made;
    for (const { cells } of sides)
      for (const { clip, trim } of cells) {
        expect(clip.x).toBeGreaterThanOrEqual(margins.left - 0.01);
        expect(clip.y).toBeGreaterThanOrEqual(margins.top - 0.01);
        expect(clip.x + clip.width).toBeLessThanOrEqual(size.width - margins.right + 0.01);
        expect(clip.y + clip.height).toBeLessThanOrEqual(size.height - margins.bottom + 0.01);
        for (const other of cells) {
          const across =
            Math.min(clip.x + clip.width, other.trim.x + other.trim.width) -
            Math.max(clip.x, other.trim.x);
          const down =
            Math.min(clip.y + clip.height, other.trim.y + other.trim.height) -
            Math.max(clip.y, other.trim.y);
          // Half a point runs under a neighbour at a fold; creep moves pages over the fold.
          if (other.trim !== trim && across > 0 && down > 0)
            expect(across).toBeLessThanOrEqual(0.31 + 2 * made.creepTotal);
        }
      }
  });
});
