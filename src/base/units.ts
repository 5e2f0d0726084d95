/** Units of length. Inside the program a bare number is points. */
export const pointsPerMm = 72 / 25.4;
export const pointsPerPx = 0.75;

export function mmToPt(mm: number): number {
  return (mm * 72) / 25.4;
}

export function ptToMm(pt: number): number {
  return (pt * 25.4) / 72;
}

/** Points of each absolute CSS unit (css-values-4 §6.2). */
export const pointsPerUnit: Readonly<Record<string, number>> = {
  pt: 1,
  px: 0.75,
  mm: 72 / 25.4,
  cm: 720 / 25.4,
  q: 72 / 101.6,
  in: 72,
  pc: 12,
};
