/**
 * What print asks of typed text, by language: Danish by Retskrivningsordbogen (5th ed. 2024; § in
 * brackets beside each rule), English, French, German, Norwegian and Swedish in the points where typewriters
 * fail all alike. A rule finds its places in a text and says what stands there in print; it changes signs and
 * spaces, never words.
 */

import { addressesIn } from '../text/index.ts';
import {
  type Correction,
  each,
  narrowNoBreakSpace,
  noBreakSpace,
  type Rule,
} from './typography-edits.ts';
import {
  germanSpaces,
  intervals,
  minuses,
  missingSpaces,
  phoneNumbers,
  products,
  unitSpaces,
} from './typography-figures.ts';

/** `guillemets`: »…«; `curly`: “…”. A publication uses one [58]. */
export type QuoteStyle = 'guillemets' | 'curly';

interface Quotes {
  readonly outer: readonly [open: string, close: string];
  readonly inner: readonly [open: string, close: string];
}

const danishQuotes: Readonly<Record<QuoteStyle, Quotes>> = {
  guillemets: { outer: ['»', '«'], inner: ['“', '”'] },
  curly: { outer: ['“', '”'], inner: ['»', '«'] },
};

const norwegianQuotes: Quotes = { outer: ['«', '»'], inner: ['‘', '’'] };

const quotesOf: Readonly<Record<string, Quotes>> = {
  en: { outer: ['“', '”'], inner: ['‘', '’'] },
  de: { outer: ['„', '“'], inner: ['‚', '‘'] },
  sv: { outer: ['”', '”'], inner: ['’', '’'] },
  fr: { outer: ['«\u00a0', '\u00a0»'], inner: ['“', '”'] },
  nb: norwegianQuotes,
  nn: norwegianQuotes,
  no: norwegianQuotes,
};

/** Languages that write figures, units and their abbreviations as Danish does. */
const nordic = new Set(['da', 'nb', 'nn', 'no', 'sv']);

const primaryOf = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

/** A language's own signs around words that somebody says; null where nothing is known of it. */
export function quotesFor(language: string): readonly [open: string, close: string] | null {
  const primary = primaryOf(language);
  return (primary === 'da' ? danishQuotes.guillemets : quotesOf[primary])?.outer ?? null;
}

const isSpace = (sign: string): boolean => sign === '' || /\s/.test(sign);

const beforeQuote = /^$|[\s([{–—/»«“„"]/;

/** Is a place inside quotes that were typed as they are printed? */
function isQuoted(text: string, at: number, [open, close]: readonly [string, string]): boolean {
  return open !== close && text.lastIndexOf(open, at) > text.lastIndexOf(close, at);
}

/** `"…"` [58]. Where a sign has no partner, none of the text is touched: nobody knows which it is. */
function quotePairs({ outer, inner }: Quotes): Rule['find'] {
  return (text) => {
    const found: Correction[] = [];
    let opened = -1;
    for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
      const before = text.charAt(at - 1);
      if (opened < 0) {
        // After a figure it is an inch or a second.
        if (/\d/.test(before)) continue;
        if (!beforeQuote.test(before) || isSpace(text.charAt(at + 1))) return [];
        opened = at;
      } else {
        if (isSpace(before)) return [];
        const [open, close] = isQuoted(text, opened, outer) ? inner : outer;
        const edits = [
          { start: opened, end: opened + 1, text: open },
          { start: at, end: at + 1, text: close },
        ];
        found.push({ start: opened, end: at + 1, edits });
        opened = -1;
      }
    }
    return opened < 0 ? found : [];
  };
}

/** In words, at their end, and before a year without its century: ’68, ’90’erne. */
const apostrophe =
  /(?<=[\p{L}\p{N}])['´`](?=\p{L})|(?<=\p{L})'(?!\p{L})|(?<=^|[\s([{–—»«“„"])'(?=\d\d(?!\d))/gu;

/** `'` as an apostrophe or, where it opens and closes, as a single quote [6, 58]. */
function apostrophes(
  [open, close]: readonly [string, string],
  { outer, inner }: Quotes,
): Rule['find'] {
  const inWord = each(apostrophe, ({ index }) => [{ start: index, end: index + 1, text: '’' }]);
  const pairs = each(
    /(?<=^|[\s([{–—»«“„"])'(?=\S)[^'\n]*?\S'(?![\p{L}\p{N}])/gu,
    ({ index, 0: quoted, input }) => {
      const isInside =
        isQuoted(input, index, outer) || input.slice(0, index).split('"').length % 2 === 0;
      const [opens, closes] = isInside ? inner : [open, close];
      return [
        { start: index, end: index + 1, text: opens },
        { start: index + quoted.length - 1, end: index + quoted.length, text: closes },
      ];
    },
  );
  return (text) => [...pairs(text), ...inWord(text)];
}

/** A pause is an en dash between spaces, and stays with the words before it [55, 57]. */
const pauses = each(/(?<=\S)[ \u00a0]-{1,3}(?=\s)|^-{1,3}(?= )/gu, ({ index, 0: found }) => {
  const hasSpace = !found.startsWith('-');
  const dash = { start: index + (hasSpace ? 1 : 0), end: index + found.length, text: '–' };
  if (!hasSpace || found.startsWith(noBreakSpace)) return [dash];
  return [{ start: index, end: index + 1, text: noBreakSpace }, dash];
});

const ellipses = each(/(?<!\.)\.{3}(?!\.)/g, ({ index }) => [
  { start: index, end: index + 3, text: '…' },
]);

/** `ord ,`: a slip of the thumb. The sign takes the place of the space before it. */
const straySpaces = each(
  /(?<=[\p{L}\d)»”’]) +([,;:!?.])(?=\s|$)/gu,
  ({ index, 0: found, 1: sign = '' }) => [{ start: index, end: index + found.length, text: sign }],
);

/** Addresses keep their signs: `https://…?`. */
const isInAddress = (text: string, at: number): boolean =>
  /(?:\/\/|www\.|@)\S*$/.test(text.slice(Math.max(0, at - 200), at));

/**
 * French sets a space before `; ! ?`, narrow, and before `:`, and inside guillemets; none of them ends
 * a line (Lexique des règles typographiques, « Ponctuation »). In Canada `:` and guillemets alone have it.
 */
function frenchSpaces(isCanadian: boolean): Rule['find'] {
  const before = each(
    /([\p{L}\p{N})\]»”’…%])( *)([;:!?])(?=[\s»”’)\]!?]|$)/gu,
    ({ index, 1: letter = '', 2: spaces = '', 3: sign = '', input }) => {
      if (isCanadian && sign !== ':') return [];
      const at = index + letter.length;
      if (isInAddress(input, at)) return [];
      const space = sign === ':' ? noBreakSpace : narrowNoBreakSpace;
      if (spaces === '') return [{ start: index, end: at, text: letter + space }];
      return [{ start: at, end: at + spaces.length, text: space }];
    },
  );
  const opening = each(/«( *)(?=[^\s\u00a0\u202f])/gu, ({ index, 1: spaces = '' }) => [
    { start: index, end: index + 1 + spaces.length, text: `«${noBreakSpace}` },
  ]);
  const closing = each(/(?<=[^\s\u00a0\u202f])( *)»/gu, ({ index, 1: spaces = '' }) => [
    { start: index, end: index + spaces.length + 1, text: `${noBreakSpace}»` },
  ]);
  return (text) => [...before(text), ...opening(text), ...closing(text)];
}

/** `mot ,` in French, which has spaces before other signs. */
const strayFrenchSpaces = each(
  /(?<=[\p{L}\d)»”’]) +([,.])(?=\s|$)/gu,
  ({ index, 0: found, 1: sign = '' }) => [{ start: index, end: index + found.length, text: sign }],
);

const rulesByLanguage = new Map<string, readonly Rule[]>();

/** A language's rules; none where nothing is known of it. */
function rulesOf(language: string, style: QuoteStyle): readonly Rule[] {
  const primary = primaryOf(language);
  const isCanadian = /^fr-ca\b/i.test(language);
  const key = `${isCanadian ? 'fr-ca' : primary} ${style}`;
  const known = rulesByLanguage.get(key);
  if (known) return known;
  const isDanish = primary === 'da';
  const quotes = isDanish ? danishQuotes[style] : quotesOf[primary];
  const rules: Rule[] = [];
  if (quotes)
    rules.push(
      { sign: /"/, find: quotePairs(quotes) },
      { sign: /['´`]/, find: apostrophes(isDanish ? ['’', '’'] : quotes.inner, quotes) },
      { sign: /[ \u00a0]-|^-/, find: pauses },
      { sign: /\d-\d/, find: intervals },
      { sign: /\.\.\./, find: ellipses },
    );
  if (primary === 'fr')
    rules.push(
      { sign: /[;:!?«»]/, find: frenchSpaces(isCanadian) },
      { sign: / [,.]/, find: strayFrenchSpaces },
    );
  else if (quotes) rules.push({ sign: / [,;:!?.]/, find: straySpaces });
  if (nordic.has(primary))
    rules.push(
      { sign: /\d[%°kcmdg]|\.\d|§\d|\+45/i, find: missingSpaces },
      { sign: /-\d/, find: minuses },
      { sign: /\d ?x ?\d/, find: products },
    );
  if (primary === 'de' || primary === 'fr') rules.push({ sign: /\d[%€kgcm°]/, find: unitSpaces });
  if (primary === 'de') rules.push({ sign: /\.[\dBhaUäÄ]|§\d/, find: germanSpaces });
  if (isDanish) rules.push({ sign: /\d{8}/, find: phoneNumbers });
  rulesByLanguage.set(key, rules);
  return rules;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Paths, tags, and names with a line below: nothing in them is a sign of print. */
const code = /[^\s"'»«“”(]*[\\_=][^\s"'»«“”)]*|(?<![\p{L}\d])[#@][\p{L}\d_-]+/gu;

/** Stretches that stay as they are, letter by letter: addresses, names of files, tags. */
function verbatimStretches(text: string): readonly Stretch[] {
  if (!/[@#\\_=:/]|\w\.\w/.test(text)) return [];
  const codes = [...text.matchAll(code)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
  return [...addressesIn(text), ...codes];
}

/** What print asks otherwise in a text, in order; corrections whose edits would overlap come once. */
export function findCorrections(
  text: string,
  { language, quotes }: { readonly language: string; readonly quotes: QuoteStyle },
): readonly Correction[] {
  const taken = new Set<number>();
  const found: Correction[] = [];
  let verbatim: readonly Stretch[] | undefined;
  const isVerbatim = (place: number): boolean => {
    verbatim ??= verbatimStretches(text);
    return verbatim.some(({ start, end }) => place >= start && place < end);
  };
  for (const { sign, find } of rulesOf(language, quotes))
    for (const correction of sign.test(text) ? find(text) : []) {
      const places = correction.edits.flatMap(({ start, end }) =>
        Array.from({ length: end - start }, (_, i) => start + i),
      );
      if (places.some((place) => taken.has(place) || isVerbatim(place))) continue;
      for (const place of places) taken.add(place);
      found.push(correction);
    }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}
