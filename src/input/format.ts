/** Lengths and sizes of paper as people write them: `3`, `3 mm`, `A5`, `148 x 210 mm`. In mm. */
import { nearest } from '../base/index.ts';

export interface SizeMm {
  readonly width: number;
  readonly height: number;
}

/** ISO 216, and M65: A4 in three. */
const formats: Readonly<Record<string, SizeMm>> = {
  a0: { width: 841, height: 1189 },
  a1: { width: 594, height: 841 },
  a2: { width: 420, height: 594 },
  a3: { width: 297, height: 420 },
  a4: { width: 210, height: 297 },
  a5: { width: 148, height: 210 },
  a6: { width: 105, height: 148 },
  a7: { width: 74, height: 105 },
  b2: { width: 500, height: 707 },
  b3: { width: 353, height: 500 },
  b4: { width: 250, height: 353 },
  b5: { width: 176, height: 250 },
  m65: { width: 99, height: 210 },
};

/** As people write them. */
export const formatNames: readonly string[] = Object.keys(formats).map((name) =>
  name.toUpperCase(),
);

const mmPerUnit: Readonly<Record<string, number>> = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72 };

const number = '(\\d{1,5}(?:[.,]\\d{1,4})?)';
const unit = '(mm|cm|in|pt)?';
const lengthPattern = new RegExp(`^${number}\\s*${unit}$`);
const sizePattern = new RegExp(`^${number}\\s*${unit}\\s*[x×]\\s*${number}\\s*${unit}$`);

function toMm(digits: string | undefined, name: string | undefined): number {
  const mm = Number((digits ?? '').replace(',', '.')) * (mmPerUnit[name ?? 'mm'] ?? 1);
  // Four decimals are more than any paper has, and keep 0.1 + 0.2 away from the output.
  return Math.round(mm * 10_000) / 10_000;
}

/** A length in mm; the unit is mm where none is written. Null where it is none. */
export function parseLengthMm(text: string): number | null {
  const match = lengthPattern.exec(text.trim());
  return match ? toMm(match[1], match[2]) : null;
}

/** The format that a slip such as `A55` or `A 5` is nearest to; undefined where none is near. */
export function formatMeant(text: string): string | undefined {
  return nearest(text.replaceAll(' ', ''), Object.keys(formats))?.toUpperCase();
}

/** A size in mm: a format's name (`A5`, `A5 landscape`, `A5 liggende`) or width × height. */
export function parseSizeMm(text: string): SizeMm | null {
  const named = /^(\w+)(?:\s+(landscape|liggende))?$/.exec(text.trim().toLowerCase());
  const key = named?.[1] ?? '';
  const format = Object.hasOwn(formats, key) ? formats[key] : undefined;
  if (format)
    return named?.[2] === undefined ? format : { width: format.height, height: format.width };
  const match = sizePattern.exec(text.trim());
  if (!match) return null;
  const shared = match[4] ?? match[2];
  return { width: toMm(match[1], match[2] ?? shared), height: toMm(match[3], shared) };
}
