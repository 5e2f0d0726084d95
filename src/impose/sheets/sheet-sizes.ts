/** Sheets that presses take, in mm, long side first; and what they leave unprinted at the edges. */
export interface SheetSize {
  readonly name: string;
  readonly longMm: number;
  readonly shortMm: number;
}

/** ISO 216 and ISO 217; B sizes and the Danish 50 × 70 and 70 × 100. */
export const sheetSizes: readonly SheetSize[] = [
  { name: 'A4', longMm: 297, shortMm: 210 },
  { name: 'A3', longMm: 420, shortMm: 297 },
  { name: 'RA3', longMm: 430, shortMm: 305 },
  { name: 'SRA3', longMm: 450, shortMm: 320 },
  { name: '330x487', longMm: 487, shortMm: 330 },
  { name: 'RA2', longMm: 610, shortMm: 430 },
  { name: 'SRA2', longMm: 640, shortMm: 450 },
  { name: '50x70', longMm: 700, shortMm: 500 },
  { name: 'B2', longMm: 707, shortMm: 500 },
  { name: 'RA1', longMm: 860, shortMm: 610 },
  { name: 'SRA1', longMm: 900, shortMm: 640 },
  { name: '70x100', longMm: 1000, shortMm: 700 },
];

/** A sheet by its name, or as `W x H` in mm; null where it is neither. */
export function findSheetSize(text: string): SheetSize | null {
  const plain = text.trim().toLowerCase().replace('×', 'x').replace(/\s+/g, '').replace(/,/g, '.');
  const named = sheetSizes.find(({ name }) => name.toLowerCase() === plain);
  if (named) return named;
  const [, first, second] = /^(\d{2,4}(?:\.\d+)?)x(\d{2,4}(?:\.\d+)?)(?:mm)?$/.exec(plain) ?? [];
  const [a, b] = [Number(first), Number(second)];
  if (!(a >= 100 && b >= 100 && a <= 2000 && b <= 2000)) return null;
  return { name: `${first}x${second}`, longMm: Math.max(a, b), shortMm: Math.min(a, b) };
}

/** Digital presses take sheets up to this length in mm, and need no gripper. */
const longestDigitalMm = 487;

/** An offset press, which holds the sheet by its leading (long) edge. */
export function isOffsetSheet({ longMm }: SheetSize): boolean {
  return longMm > longestDigitalMm;
}

/** What stays unprinted, in mm: the leading edge of an offset sheet, and all other edges. */
export const gripperMm = 10;
export const edgeMm = 5;
