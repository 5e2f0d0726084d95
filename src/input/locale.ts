/**
 * How languages write numbers and dates. Tables of our own, not `Intl`: its answers change with the
 * version of Node, and the same input must give the same bytes for years. Danish by
 * Retskrivningsordbogen (2024) §42; the others by CLDR.
 */
import type { Day } from './copy-value.ts';

interface Locale {
  readonly group: string;
  readonly decimal: string;
  readonly months: readonly string[];
  /** A month and its year; with a space between them where nothing is said. */
  readonly monthYear?: (month: string, year: string) => string;
  /** A whole date; the month is written out. */
  readonly long: (day: string, month: string, year: string) => string;
  readonly short: (day: Day) => string;
}

const noBreak = '\u00A0';

function names(list: string): readonly string[] {
  return list.split(' ');
}

function dotted({ day, month, year }: Day): string {
  return `${day}.${month}.${year}`;
}

const da: Locale = {
  group: '.',
  decimal: ',',
  months: names(
    'januar februar marts april maj juni juli august september oktober november december',
  ),
  long: (day, month, year) => `${day}.${noBreak}${month} ${year}`,
  short: dotted,
};

const en: Locale = {
  group: ',',
  decimal: '.',
  months: names(
    'January February March April May June July August September October November December',
  ),
  long: (day, month, year) => `${day}${noBreak}${month} ${year}`,
  short: ({ day, month, year }) => `${day}/${month}/${year}`,
};

const locales: Readonly<Record<string, Locale>> = {
  da,
  en,
  nb: {
    ...da,
    group: noBreak,
    months: names(
      'januar februar mars april mai juni juli august september oktober november desember',
    ),
  },
  sv: {
    ...da,
    group: noBreak,
    months: names(
      'januari februari mars april maj juni juli augusti september oktober november december',
    ),
    long: (day, month, year) => `${day}${noBreak}${month} ${year}`,
    short: ({ day, month, year }) => `${year}-${pad(month)}-${pad(day)}`,
  },
  fr: {
    group: noBreak,
    decimal: ',',
    months: names(
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    ),
    long: (day, month, year) => `${day === '1' ? '1er' : day}${noBreak}${month} ${year}`,
    short: slashed,
  },
  nl: {
    ...da,
    months: names(
      'januari februari maart april mei juni juli augustus september oktober november december',
    ),
    long: (day, month, year) => `${day}${noBreak}${month} ${year}`,
    short: ({ day, month, year }) => `${pad(day)}-${pad(month)}-${year}`,
  },
  it: {
    ...da,
    months: names(
      'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    ),
    long: (day, month, year) => `${day}${noBreak}${month} ${year}`,
    short: slashed,
  },
  es: {
    ...da,
    months: names(
      'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    ),
    monthYear: (month, year) => `${month} de ${year}`,
    long: (day, month, year) => `${day}${noBreak}de ${month} de ${year}`,
    short: ({ day, month, year }) => `${day}/${month}/${year}`,
  },
  de: {
    ...da,
    months: names(
      'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    ),
  },
};

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function slashed({ day, month, year }: Day): string {
  return `${pad(day)}/${pad(month)}/${year}`;
}

/** For languages that are not known here: ISO 8601, and figures by ISO 80000-1. */
const neutral: Locale = {
  group: noBreak,
  decimal: ',',
  months: names('01 02 03 04 05 06 07 08 09 10 11 12'),
  monthYear: (month, year) => `${year}-${month}`,
  long: (day, month, year) => `${year}-${month}-${day.padStart(2, '0')}`,
  short: ({ day, month, year }) => `${year}-${pad(month)}-${pad(day)}`,
};

/** The locale of a language tag; Norwegian is Bokmål, and a language not known has no words. */
function localeOf(language: string): Locale {
  const base = language.toLowerCase().split('-')[0] ?? '';
  const key = base === 'no' || base === 'nn' ? 'nb' : base;
  return (Object.hasOwn(locales, key) ? locales[key] : undefined) ?? neutral;
}

/** A number with the language's signs, groups from 1.000 on; `decimals` fixes their count. */
export function formatNumber(value: number, decimals: number | null, language: string): string {
  const { group, decimal } = localeOf(language);
  const digits = decimals === null ? String(Math.abs(value)) : Math.abs(value).toFixed(decimals);
  const [whole = '0', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const sign = value < 0 ? '−' : '';
  return fraction === undefined ? sign + grouped : sign + grouped + decimal + fraction;
}

export const dateStyles = [
  'lang',
  'kort',
  'måned',
  'år',
  'long',
  'short',
  'month',
  'year',
] as const;
export type DateStyle = (typeof dateStyles)[number];

/** A day: `25. november 2026`, `25.11.2026`, `november 2026` or `2026`. */
export function formatDay(day: Day, style: DateStyle, language: string): string {
  const locale = localeOf(language);
  const month = locale.months[day.month - 1] ?? '';
  switch (style) {
    case 'lang':
    case 'long':
      return locale.long(String(day.day), month, String(day.year));
    case 'kort':
    case 'short':
      return locale.short(day);
    case 'måned':
    case 'month':
      return locale.monthYear?.(month, String(day.year)) ?? `${month} ${day.year}`;
    default:
      return String(day.year);
  }
}
