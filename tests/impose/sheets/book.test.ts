/** Sheets are printed, cut and folded by geometry: pages 1 … N must come in order, heads up. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ptToMm } from '../../../src/base/index.ts';
import { temporaryFolder } from '../../support/program.ts';
import {
  book,
  facesOf,
  foldStack,
  inReadingOrder,
  type Panel,
  panelsOf,
  readSides,
  tumbled,
  turned,
} from './folding.ts';
import { type ImposeOptions, impose, numberedPdf } from './numbered-pdf.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

async function print(pages: number, scheme: string, options: ImposeOptions = {}) {
  const { pdf, plan, said } = await impose(numberedPdf(pages), scheme, options);
  if (!pdf || !plan) throw new Error(said.join());
  const file = join(folder.path, `${scheme}-${pages}.pdf`);
  writeFileSync(file, pdf);
  return { plan, sides: readSides(file) };
}

type Sides = ReturnType<typeof readSides>;

/** Panels of each sheet, printed on both sides. */
function sheetsOf(sides: Sides): readonly (readonly Panel[])[] {
  return Array.from({ length: sides.length / 2 }, (_, sheet) => {
    const [front, back] = sides.slice(sheet * 2, sheet * 2 + 2);
    return front ? panelsOf(front, back ?? null, turned) : [];
  });
}

/** One plate, printed on both sides of its sheets. */
const onePlate = (sides: Sides, through: typeof turned) =>
  sides.map((side) => panelsOf(side, side, through));

const silk = { weightGsm: 130, stock: 'silk', caliperUm: null } as const;

describe.each([8, 12, 16, 32, 64])('%i pages', (pages) => {
  it('stitched through the spine', async () => {
    const { sides } = await print(pages, 'saddle', { paper: silk });
    const folded = sheetsOf(sides).map((sheet) => foldStack(sheet, 'left-back'));
    // Each sheet lies in the one before it.
    const outer = folded.flatMap((sheet) => sheet.slice(0, 1));
    const nested = [...outer, ...folded.toReversed().flatMap((sheet) => sheet.slice(1))];
    expect(facesOf(nested)).toEqual(book(pages));
  });

  it.runIf(pages % 8 === 0)('in sections of 8', async () => {
    const { sides } = await print(pages, 'perfect8', { sheet: 'SRA3' });
    const sections = sheetsOf(sides).map((sheet) =>
      foldStack(foldStack(sheet, 'top-back'), 'left-back'),
    );
    expect(facesOf(sections.flat())).toEqual(book(pages));
  });

  it.runIf(pages % 16 === 0)('in sections of 16', async () => {
    const { sides } = await print(pages, 'perfect16', { sheet: 'SRA2' });
    const sections = sheetsOf(sides).map((sheet) =>
      foldStack(foldStack(foldStack(sheet, 'left-back'), 'top-back'), 'left-back'),
    );
    expect(facesOf(sections.flat())).toEqual(book(pages));
  });

  it('n-up, cut apart and gathered in reading order', async () => {
    const { sides } = await print(pages, 'nup');
    expect(facesOf(sheetsOf(sides).flatMap(inReadingOrder))).toEqual(book(pages));
  });

  it('cut and stacked', async () => {
    const { sides, plan } = await print(pages, 'stack');
    const sheets = sheetsOf(sides).map(inReadingOrder);
    const piles = Array.from({ length: plan.columns * plan.rows }, (_, place) =>
      sheets.flatMap((sheet) => sheet.slice(place, place + 1)),
    );
    expect(facesOf(piles.flat())).toEqual(book(pages));
  });

  it('step and repeat: every leaf fills its sheet', async () => {
    const { sides, plan } = await print(pages, 'step');
    const leaves = sheetsOf(sides).map((sheet) => {
      expect(sheet.length).toBe(plan.columns * plan.rows);
      expect(new Set(sheet.map((panel) => JSON.stringify(facesOf([panel])))).size).toBe(1);
      return sheet.slice(0, 1);
    });
    expect(facesOf(leaves.flat())).toEqual(book(pages));
  });

  it.each([
    ['turn', turned],
    ['tumble', tumbled],
  ] as const)('work and %s: each leaf comes twice', async (scheme, through) => {
    const { sides } = await print(pages, scheme);
    const leaves = onePlate(sides, through).flat();
    const faces = leaves.map((leaf) => facesOf([leaf]));
    for (let leaf = 0; leaf < pages / 2; leaf += 1) {
      const [first, second] = [leaf * 2 + 1, leaf * 2 + 2];
      const copies = faces.filter((pair) => pair.some(({ page }) => page === first));
      expect(copies.length).toBe(2);
      for (const copy of copies) {
        expect(copy.map(({ page }) => page).sort((a, b) => a - b)).toEqual([first, second]);
        expect(copy[0]?.isHeadUp).toBe(copy[1]?.isHeadUp);
      }
    }
  });
});

describe('creep', () => {
  it('moves both pages of sheet k towards the spine by k calipers', async () => {
    const { plan } = await print(32, 'saddle', { paper: silk });
    const shiftsMm = plan.sheets.flatMap(({ front, back }) =>
      [front, back].map((side) => {
        const [left, right] = side?.cells ?? [];
        const spine = side?.foldsX[0] ?? 0;
        const inner = (left?.trim.x ?? 0) + (left?.trim.width ?? 0) - spine;
        expect(spine - (right?.trim.x ?? 0)).toBeCloseTo(inner, 9);
        return ptToMm(inner);
      }),
    );
    for (const [side, shift] of shiftsMm.entries())
      expect(shift).toBeCloseTo(Math.floor(side / 2) * 0.117, 6);
    // 32 pages on 130 g silk: 7 × 0.117.
    expect(ptToMm(plan.creepTotal)).toBeCloseTo(0.819, 6);
  });

  it('begins with the caliper of a cover that is printed apart', async () => {
    const cover = { weightGsm: 250, stock: 'silk', caliperUm: null } as const;
    const { plan } = await impose(numberedPdf(8), 'saddle', { paper: silk, cover });
    const shifts = plan?.sheets.map(({ front: { cells, foldsX } }) =>
      ptToMm((foldsX[0] ?? 0) - (cells[1]?.trim.x ?? 0)),
    );
    expect(shifts?.map((mm) => mm.toFixed(3))).toEqual(['0.225', '0.342']);
  });

  it('grows with the factor, and is named when it passes 1 mm', async () => {
    const { said, plan } = await impose(numberedPdf(32), 'saddle', {
      paper: silk,
      creepFactor: 1.4,
    });
    expect(ptToMm(plan?.creepTotal ?? 0)).toBeCloseTo(1.1466, 4);
    expect(said).toEqual(['warning impose/creep']);
  });
});

describe('page counts', () => {
  it.each([
    ['saddle', 10, 4, '11–12'],
    ['saddle', 11, 4, 'page 12'],
    ['perfect8', 12, 8, '13–16'],
    ['perfect16', 24, 16, '25–32'],
    ['nup', 5, 2, 'page 6'],
    ['turn', 7, 2, 'page 8'],
  ])('%s does not take %i', async (scheme, pages, multipleOf, missing) => {
    const { findings, pdf } = await impose(numberedPdf(pages), scheme, { sheet: 'SRA2' });
    expect(pdf).toBeNull();
    expect(findings[0]?.message.en).toBe(
      `\`${scheme}\` takes a multiple of ${multipleOf} pages, and there are ${pages}`,
    );
    expect(findings[0]?.hints[0]?.message.en).toContain(missing);
  });

  it('n-up takes any number on one side, and counts the places left', async () => {
    const { plan, said } = await impose(numberedPdf(5), 'nup', { isOneSided: true });
    expect(plan?.sheets.every(({ back }) => back === null)).toBe(true);
    expect(said).toEqual(['note impose/empty-places']);
  });
});

describe('marks without room', () => {
  const pages = numberedPdf(16, { widthMm: 105, heightMm: 148, bleedMm: 0 });

  it('are told of: a sheet cannot be cut by what it lacks', async () => {
    const { findings, said } = await impose(pages, 'perfect16', { sheet: 'SRA3', hasMarks: true });
    expect(said).toContain('warning impose/marks-left-out');
    const found = findings.find(({ code }) => code === 'impose/marks-left-out');
    expect(found?.message.en).toMatch(/crop marks \(.*left, right\) and the colour bar$/);
  });

  it('are no matter where there are to be none', async () => {
    const { said } = await impose(pages, 'perfect16', { sheet: 'SRA3', hasMarks: false });
    expect(said.filter((code) => code.includes('marks'))).toEqual([]);
  });

  it('are none on a larger sheet', async () => {
    const { said } = await impose(pages, 'perfect16', { sheet: '50x70', hasMarks: true });
    expect(said.filter((code) => code.includes('marks'))).toEqual([]);
  });
});
