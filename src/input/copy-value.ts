/** Numbers, dates and truth as people write them in the copy. */

/**
 * A number by the language's signs: `1.000`, `1234,5` in Danish; `1,000`, `1234.5` in English. A
 * sign between groups must stand before three digits. Null where it is no number.
 */
export function parseNumber(text: string, language: string): number | null {
  const isEnglish = language.startsWith('en');
  const swapped = isEnglish ? text.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.')) : text;
  const compact = swapped.trim().replace(/[ \u00A0\u202F]/g, '.');
  const grouped = /^[-−]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(compact);
  // The other sign as decimal sign, where it cannot be one of groups: `1.5`.
  const plain = /^[-−]?\d+([.,]\d+)?$/.test(compact) && compact.length <= 18;
  if (!grouped && !plain) return null;
  const normal = (grouped ? compact.replaceAll('.', '') : compact)
    .replace(',', '.')
    .replace('−', '-');
  return Number(normal);
}

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** `2026-11-25`, `25.11.2026` or `25/11/2026`; null where there is no such day. */
export function parseDay(text: string): Day | null {
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text.trim());
  const local = /^(\d\d?)[./](\d\d?)[./](\d{4})$/.exec(text.trim());
  const [year, month, day] = (
    iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : []
  ).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? { year, month, day } : null;
}

/** `true`/`false`, `ja`/`nej`; null where it is neither. */
export function parseBoolean(text: string): boolean | null {
  if (/^(true|ja)$/i.test(text)) return true;
  return /^(false|nej)$/i.test(text) ? false : null;
}

/** `40%` or `40`; null where it is no percentage from 0 to 100. */
export function parsePercent(text: string): number | null {
  const match = /^(\d{1,3}(?:[.,]\d+)?)\s*%?$/.exec(text.trim());
  const percent = match ? Number((match[1] ?? '').replace(',', '.')) : Number.NaN;
  return percent <= 100 ? percent : null;
}
