/** Rules of typed copy for figures: intervals, units, telephone numbers, signs of arithmetic. */
import { each, noBreakSpace, spaceAfter } from './typography-edits.ts';

const isYear = (text: string): boolean => /^(?:1\d|20)\d\d$/.test(text);

/** From one figure to a greater one: an en dash without spaces [57]; `3-0` is a result. */
export const intervals = each(
  /(?<![\p{L}\d,:/+\-–]|\d\.)(\d{1,4}(?:[.:,]\d{1,3})?)-(\d{1,4}(?:[.:,]\d{1,3})?)(?![\d\-–/\p{L}]|[.,:]\d)/gu,
  ({ index, 1: from = '', 2: to = '' }) => {
    const isPhone = from.length === 4 && to.length === 4 && !(isYear(from) && isYear(to));
    const isShortYear = isYear(from) && to.length === 2;
    const value = (text: string) =>
      Number(text.replace(/^(\d{1,3})\.(\d{3})$/, '$1$2').replace(/[:,]/, '.'));
    if (isPhone || (value(from) >= value(to) && !isShortYear)) return [];
    const at = index + from.length;
    return [{ start: at, end: at + 1, text: '–' }];
  },
);

/** `15%`, `5kg`, `kl.17`, `§5`: the space that belongs there, never broken [42, house]. */
export const missingSpaces = each(
  /\d(?=%(?![\p{L}\d-])|(?:km|kg|g|cm|mm|ml|dl|kr|mio|mia)\b(?![\p{L}\d-])|°C)|(?<![\p{L}.])(?:kl|nr|tlf|ca|stk|kap|art|pkt|s)\.(?=\d)|§(?=\d)|\+45(?=\d{8}(?!\d))/giu,
  ({ index, 0: found, input }) => {
    const at = index + found.length - 1;
    // `5G` is a network.
    return input.charAt(at + 1) === 'G' ? [] : [spaceAfter(input, at)];
  },
);

/** `15%`, `5kg`, `20°C` in German (DIN 5008) and French. */
export const unitSpaces = each(
  /\d(?=%(?![\p{L}\d-])|€|(?:km|kg|g|cm|mm|ml|cl)\b(?![\p{L}\d-])|°C)/gu,
  ({ index, input }) => [spaceAfter(input, index)],
);

/** `Nr.5`, `S.12`, `§5`, `z.B.` in German (DIN 5008). */
export const germanSpaces = each(
  /(?<![\p{L}.])(?:(?:Nr|S|Abs|Art|Kap|Tel|ca)\.(?=\d)|z\.(?=B\.)|d\.(?=h\.)|u\.(?=[aU]\.)|o\.(?=[äÄ]\.))|§(?=\d)/gu,
  ({ index, 0: found, input }) => [spaceAfter(input, index + found.length - 1)],
);

/** Eight figures after the word for it, or after +45, are read in pairs. */
export const phoneNumbers = each(
  /(?<=(?<!\p{L})(?:tlf\.?|telefon(?:nummer)?|mobil(?:nummer)?|mob\.|sms|fax|ring(?: til| på)?):?[ \u00a0]|\+45[ \u00a0]?)(\d{8})(?!\d)/giu,
  ({ index, input }) => [1, 3, 5].map((offset) => spaceAfter(input, index + offset)),
);

/** `-5 °C`, `-3 %`: a minus, where what follows says that it is a number. */
export const minuses = each(
  /(?<=^|[\s(])(?<!\d )-(?=\d+(?:[.,]\d+)?[ \u00a0]?(?:°|%|grader|pct|kr\b|mio|mia|procent|m\b))/gu,
  ({ index }) => [{ start: index, end: index + 1, text: '−' }],
);

/** `10x15 cm`, `3 x 4 m`: by, between the sides of something. */
export const products = each(
  /(?<=\d)( ?)x( ?)(?=\d+(?:,\d+)?(?: ?x ?\d+(?:,\d+)?)?[ \u00a0]?(?:[cmk]?m|meter)(?![\p{L}\d]))/gu,
  ({ index, 0: found }) => [
    { start: index, end: index + found.length, text: `${noBreakSpace}×${noBreakSpace}` },
  ],
);
