/** Dates as the job gives them (ISO 8601), for XMP and, from the same fields, for Info. */
import { invariant } from '../../base/index.ts';

const pattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;

export interface DocumentDate {
  /** `2026-03-01T09:30:00+01:00`. */
  readonly xmp: string;
  /** `D:20260301093000+01'00'` (ISO 32000-1 §7.9.4). */
  readonly info: string;
}

/**
 * The date in both spellings, with seconds and zone. A day alone is its midnight; no zone is UTC.
 * `readJob` has checked the date: anything that is none is a fault of ours.
 */
export function formatDate(iso: string): DocumentDate {
  const match = pattern.exec(iso);
  invariant(match, `a job's date is ISO 8601, not ${iso}`);
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] = match;
  const isUtc = zone === 'Z';
  const [zoneHour, zoneMinute] = [zone.slice(0, 3), zone.slice(-2)];
  const offset = isUtc ? 'Z' : `${zoneHour}:${zoneMinute}`;
  const infoOffset = isUtc ? 'Z' : `${zoneHour}'${zoneMinute}'`;
  return {
    xmp: `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`,
    info: `D:${year}${month}${day}${hour}${minute}${second}${infoOffset}`,
  };
}
