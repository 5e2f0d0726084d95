import { describe, expect, it } from 'vitest';
import { ptToMm } from '../../src/base/index.ts';
import {
  caliperMm,
  compensationOf,
  type FolderForm,
  flatSize,
  foldPositions,
  foldSchemes,
  outsideWidthsUm,
  type Paper,
  panelSizes,
  schemeOf,
} from '../../src/folds/index.ts';

const silk = (weightGsm: number): Paper => ({ weightGsm, stock: 'silk', caliperUm: null });

interface Size {
  readonly width: number;
  readonly height?: number;
}

function folder(
  scheme: string,
  size: { panel?: Size; flat?: Size },
  compensationMm: number | null,
) {
  const whole = (given: Size) => ({ width: given.width, height: given.height ?? 210 });
  const form: FolderForm = {
    kind: 'folder',
    scheme,
    panelMm: whole(size.panel ?? { width: 148 }),
    flatMm: size.flat ? whole(size.flat) : null,
    compensationMm,
    isCreased: false,
  };
  return form;
}

const widthsMm = (form: FolderForm, paper = silk(170)) =>
  outsideWidthsUm(form, paper).map((um) => um / 1000);

describe('outside widths in mm, left to right', () => {
  it.each([
    ['half', { panel: { width: 148.5 } }, null, [148.5, 148.5]],
    ['roll6', { panel: { width: 148 } }, 1.5, [146.5, 148, 148]],
    ['z6', { panel: { width: 99 } }, null, [99, 99, 99]],
    ['roll8', { panel: { width: 100 } }, 2, [96, 98, 100, 100]],
    ['z8', { panel: { width: 99 } }, 2, [99, 99, 99, 99]],
    ['parallel8', { panel: { width: 100 } }, 2, [98, 98, 100, 100]],
    ['gate6', { panel: { width: 148 } }, 2, [73, 148, 73]],
    ['gate8', { panel: { width: 100 } }, 2, [98, 100, 100, 98]],
    // The flat size is given: w = (W + Σe) / p.
    ['roll6', { flat: { width: 297 } }, 3, [97, 100, 100]],
    ['roll8', { flat: { width: 394 } }, 2, [96, 98, 100, 100]],
    ['gate6', { flat: { width: 294 } }, 2, [73, 148, 73]],
    ['z6', { flat: { width: 100 } }, null, [33.333, 33.334, 33.333]],
  ] as const)('%s of %j with c = %s: %j', (scheme, size, compensation, widths) => {
    expect(widthsMm(folder(scheme, size, compensation))).toEqual(widths);
  });

  it('takes the preset of A4 in three before the paper, and the job before both', () => {
    expect(widthsMm(folder('roll6', { flat: { width: 297 } }, null))).toEqual([97, 100, 100]);
    expect(widthsMm(folder('roll6', { panel: { width: 100 } }, null))).toEqual([97, 100, 100]);
    expect(widthsMm(folder('roll6', { panel: { width: 100 } }, 2))).toEqual([98, 100, 100]);
    const taller = { panel: { width: 100, height: 297 } };
    expect(widthsMm(folder('roll6', taller, null))).toEqual([98.5, 100, 100]);
  });
});

describe('paper', () => {
  it.each([
    [90, 1],
    [115, 1],
    [116, 1.5],
    [170, 1.5],
    [171, 2],
    [250, 2],
    [300, 3],
  ])('of %i g/m² asks for %f mm', (weight, mm) => expect(compensationOf(silk(weight))).toBe(mm));

  it('has a caliper from weight and bulk, or from the data sheet', () => {
    const caliper = (paper: Partial<Paper>) => caliperMm({ ...silk(130), ...paper });
    expect(caliper({})).toBeCloseTo(0.117, 9);
    expect(caliper({ stock: 'gloss' })).toBeCloseTo(0.104, 9);
    expect(caliper({ stock: 'uncoated' })).toBeCloseTo(0.1625, 9);
    expect(caliper({ caliperUm: 122 })).toBe(0.122);
  });
});

describe.each([...foldSchemes.keys()])('%s', (id) => {
  const form = folder(id, { panel: { width: 99.333 } }, 1.7);
  const paper = silk(170);

  it('has sides that mirror each other and sum to the flat width', () => {
    const sizes = panelSizes(form, paper);
    const widths = (side: 'outside' | 'inside') =>
      schemeOf(form)[side].map(({ role }) => sizes.get(role)?.width ?? 0);
    expect(widths('inside')).toEqual(widths('outside').reverse());
    const sum = widths('outside').reduce((total, width) => total + width, 0);
    expect(flatSize(form, paper).width).toBeCloseTo(sum, 9);
  });

  it('fills a given flat width to the last micrometre', () => {
    for (const width of [297, 294.001, 300.007]) {
      const flat = folder(id, { flat: { width } }, 1.3);
      expect(ptToMm(flatSize(flat, paper).width)).toBeCloseTo(width, 9);
      const sum = outsideWidthsUm(flat, paper).reduce((total, um) => total + um, 0);
      expect(sum).toBe(Math.round(width * 1000));
    }
  });

  it('has its folds at the same place of the paper on both sides', () => {
    const { width } = flatSize(form, paper);
    const inside = foldPositions(form, paper, 'inside').map((x) => width - x);
    const outside = foldPositions(form, paper, 'outside');
    for (const [index, x] of inside.reverse().entries())
      expect(x).toBeCloseTo(outside[index] ?? 0, 9);
  });
});
