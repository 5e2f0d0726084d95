import { describe, expect, it } from 'vitest';
import { ptToMm } from '../../src/base/index.ts';
import {
  compensationOf,
  flatWidth,
  foldPositions,
  foldSchemes,
  panelSizes,
  schemeOf,
} from '../../src/impose/index.ts';
import type { FolderForm, Paper } from '../../src/input/index.ts';

const silk170: Paper = { weightGsm: 170, stock: 'silk' };

function folder(scheme: string, width: number, compensationMm: number | null): FolderForm {
  return { kind: 'folder', scheme, panelMm: { width, height: 210 }, compensationMm };
}

function widthsMm(form: FolderForm, side: 'outside' | 'inside', paper = silk170): number[] {
  const sizes = panelSizes(form, paper);
  return schemeOf(form)[side].map(({ role }) =>
    Number(ptToMm(sizes.get(role)?.width ?? 0).toFixed(3)),
  );
}

describe('panel widths', () => {
  it('makes the common A4 roll fold 97 · 100 · 100', () => {
    expect(widthsMm(folder('roll6', 100, 3), 'outside')).toEqual([97, 100, 100]);
    expect(widthsMm(folder('roll6', 100, 3), 'inside')).toEqual([100, 100, 97]);
  });

  it('makes a Z fold of even panels and a half fold of A4', () => {
    expect(widthsMm(folder('z6', 99, null), 'outside')).toEqual([99, 99, 99]);
    expect(widthsMm(folder('half', 148.5, null), 'outside')).toEqual([148.5, 148.5]);
  });

  it('takes the compensation from the weight of the paper', () => {
    const steps = [
      [90, 1],
      [115, 1],
      [116, 1.5],
      [170, 1.5],
      [171, 2],
      [300, 3],
    ] as const;
    for (const [weightGsm, mm] of steps)
      expect(compensationOf({ weightGsm, stock: 'silk' })).toBe(mm);
    expect(widthsMm(folder('roll6', 148, null), 'outside')).toEqual([146.5, 148, 148]);
  });

  it.each([...foldSchemes.keys()])(
    '%s: sides mirror each other and sum to the flat width',
    (id) => {
      const form = folder(id, 99.333, 1.7);
      const outside = widthsMm(form, 'outside');
      expect(widthsMm(form, 'inside')).toEqual([...outside].reverse());
      const sum = outside.reduce((total, width) => total + width, 0);
      expect(ptToMm(flatWidth(form, silk170))).toBeCloseTo(sum, 9);
      const numbers = [...schemeOf(form).outside, ...schemeOf(form).inside].map(
        (slot) => slot.number,
      );
      expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
    },
  );

  it('places the folds between the panels', () => {
    const form = folder('roll6', 148, null);
    const folds = foldPositions(schemeOf(form).outside, panelSizes(form, silk170));
    expect(folds.map((x) => Number(ptToMm(x).toFixed(3)))).toEqual([146.5, 294.5]);
  });
});
