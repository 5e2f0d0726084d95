/**
 * What print asks of typed text, by language: Danish by Retskrivningsordbogen (5th ed. 2024; § in
 * brackets beside each rule), English, French, German, Norwegian and Swedish in the points where typewriters
 * fail all alike. A rule finds its places in a text and says what stands there in print; it changes signs and
 * spaces, never words.
 */

/** `guillemets`: »…«; `curly`: “…”. A publication uses one [58]. */
export type QuoteStyle = 'guillemets' | 'curly';

/** Instead of the text from `start` to `end`; never empty, so that it has a place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A stretch that is set otherwise, and the edits inside it, in order. */
export interface Correction {
  readonly start: number;
  readonly end: number;
  readonly edits: readonly Edit[];
}

/** Finds its places in a text. Asked only where `sign` is in the text: most texts have none. */
interface Rule {
  readonly sign: RegExp;
  readonly find: (text: string) => readonly Correction[];
}

const noBreakSpace = '\u00a0';
const narrowNoBreakSpace = '\u202f';

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

/** One sign for each match of its first group (or of the whole), by the same length or a longer text. */
function each(pattern: RegExp, change: (match: RegExpExecArray) => readonly Edit[]): Rule['find'] {
  return (text) => {
    const found: Correction[] = [];
    for (const match of text.matchAll(pattern)) {
      const edits = change(match);
      const start = match.index;
      if (edits.length > 0) found.push({ start, end: start + match[0].length, edits });
    }
    return found;
  };
}

/** `'` as an apostrophe or, where it opens and closes, as a single quote [6, 58]. */
function apostrophes([open, close]: readonly [string, string]): Rule['find'] {
  const inWord = each(/(?<=[\p{L}\p{N}])['´`](?=\p{L})|(?<=\p{L})'(?!\p{L})/gu, ({ index }) => [
    { start: index, end: index + 1, text: '’' },
  ]);
  const pairs = each(
    /(?<=^|[\s([{–—»«“„"])'(?=\S)[^'\n]*?\S'(?![\p{L}\p{N}])/gu,
    ({ index, 0: quoted }) => [
      { start: index, end: index + 1, text: open },
      { start: index + quoted.length - 1, end: index + quoted.length, text: close },
    ],
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

const isYear = (text: string): boolean => /^(?:1\d|20)\d\d$/.test(text);

/** From one figure to a greater one: an en dash without spaces [57]; `3-0` is a result. */
const intervals = each(
  /(?<![\p{L}\d,:/+\-–]|\d\.)(\d{1,4}(?:[.:,]\d{1,3})?)-(\d{1,4}(?:[.:,]\d{1,3})?)(?![\d\-–/\p{L}%]|[.,:]\d)/gu,
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

const ellipses = each(/(?<!\.)\.{3}(?!\.)/g, ({ index }) => [
  { start: index, end: index + 3, text: '…' },
]);

/** A no-break space after the character at `at`, which is put in with it. */
function spaceAfter(text: string, at: number): Edit {
  return { start: at, end: at + 1, text: text.charAt(at) + noBreakSpace };
}

/** `15%`, `5kg`, `kl.17`, `§5`: the space that belongs there, never broken [42, house]. */
const missingSpaces = each(
  /\d(?=%(?![\p{L}\d-])|(?:km|kg|g|cm|mm|ml|dl|kr|mio|mia)\b(?![\p{L}\d-])|°C)|(?<![\p{L}.])(?:kl|nr|tlf|ca|stk|kap|art|pkt|s)\.(?=\d)|§(?=\d)|\+45(?=\d{8}(?!\d))/giu,
  ({ index, 0: found, input }) => {
    const at = index + found.length - 1;
    // `5G` is a network.
    return input.charAt(at + 1) === 'G' ? [] : [spaceAfter(input, at)];
  },
);

/** `15%`, `5kg`, `20°C` in German (DIN 5008) and French. */
const unitSpaces = each(
  /\d(?=%(?![\p{L}\d-])|€|(?:km|kg|g|cm|mm|ml|cl)\b(?![\p{L}\d-])|°C)/gu,
  ({ index, input }) => [spaceAfter(input, index)],
);

/** `Nr.5`, `S.12`, `§5`, `z.B.` in German (DIN 5008). */
const germanSpaces = each(
  /(?<![\p{L}.])(?:(?:Nr|S|Abs|Art|Kap|Tel|ca)\.(?=\d)|z\.(?=B\.)|d\.(?=h\.)|u\.(?=[aU]\.)|o\.(?=[äÄ]\.))|§(?=\d)/gu,
  ({ index, 0: found, input }) => [spaceAfter(input, index + found.length - 1)],
);

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

/** Eight figures after the word for it, or after +45, are read in pairs. */
const phoneNumbers = each(
  /(?<=(?<!\p{L})(?:tlf\.?|telefon(?:nummer)?|mobil(?:nummer)?|mob\.|sms|fax|ring(?: til| på)?):?[ \u00a0]|\+45[ \u00a0]?)(\d{8})(?!\d)/giu,
  ({ index, input }) => [1, 3, 5].map((offset) => spaceAfter(input, index + offset)),
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
      { sign: /['´`]/, find: apostrophes(isDanish ? ['’', '’'] : quotes.inner) },
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
  if (nordic.has(primary)) rules.push({ sign: /\d[%°kcmdg]|\.\d|§\d|\+45/i, find: missingSpaces });
  if (primary === 'de' || primary === 'fr') rules.push({ sign: /\d[%€kgcm°]/, find: unitSpaces });
  if (primary === 'de') rules.push({ sign: /\.[\dBhaUäÄ]|§\d/, find: germanSpaces });
  if (isDanish) rules.push({ sign: /\d{8}/, find: phoneNumbers });
  rulesByLanguage.set(key, rules);
  return rules;
}

/** What print asks otherwise in a text, in order; corrections whose edits would overlap come once. */
export function findCorrections(
  text: string,
  { language, quotes }: { readonly language: string; readonly quotes: QuoteStyle },
): readonly Correction[] {
  const taken = new Set<number>();
  const found: Correction[] = [];
  for (const { sign, find } of rulesOf(language, quotes))
    for (const correction of sign.test(text) ? find(text) : []) {
      const places = correction.edits.flatMap(({ start, end }) =>
        Array.from({ length: end - start }, (_, i) => start + i),
      );
      if (places.some((place) => taken.has(place))) continue;
      for (const place of places) taken.add(place);
      found.push(correction);
    }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}
