/**
 * Paper as folding and stitching know it: weight, stock, and what follows from them. The figures
 * are trade habit (±10 %): a paper maker's data sheet or the printer's word wins.
 */
export const stocks = ['gloss', 'silk', 'uncoated'] as const;

export interface Paper {
  readonly weightGsm: number;
  readonly stock: (typeof stocks)[number];
  /** Thickness of a leaf by the maker's data sheet; null: from weight and bulk. */
  readonly caliperUm: number | null;
}

/** Thickness of a leaf in µm for each g/m²: gloss coated, silk or matt coated, uncoated. */
const bulk: Readonly<Record<Paper['stock'], number>> = { gloss: 0.8, silk: 0.9, uncoated: 1.25 };

/** Thickness of one leaf in mm. */
export function caliperMm({ weightGsm, stock, caliperUm }: Paper): number {
  return (caliperUm ?? weightGsm * bulk[stock]) / 1000;
}

/** House default by paper weight: the least that folds safely within a tolerance of 1 mm. */
const compensationSteps = [
  { upToGsm: 115, mm: 1 },
  { upToGsm: 170, mm: 1.5 },
  { upToGsm: 250, mm: 2 },
  { upToGsm: Number.POSITIVE_INFINITY, mm: 3 },
] as const;

/** What one compensation is on a paper, in mm, where neither the job nor a preset says. */
export function compensationOf({ weightGsm }: Paper): number {
  return compensationSteps.find((step) => weightGsm <= step.upToGsm)?.mm ?? 3;
}
