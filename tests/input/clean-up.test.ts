import { describe, expect, it } from 'vitest';
import { createSource } from '../../src/base/index.ts';
import { cleanUp } from '../../src/input/clean-up.ts';
import { type Inline, plainText } from '../../src/input/inline.ts';
import { parseInline } from '../../src/input/inline-markup.ts';
import { placeText } from '../../src/input/scalar-text.ts';
import type { QuoteStyle } from '../../src/input/typography.ts';

function parse(text: string): readonly Inline[] {
  const source = createSource('copy.yaml', text);
  const span = { source, start: 0, end: text.length };
  const placed = placeText({ kind: 'scalar', value: text, text, style: 'plain', span });
  return parseInline(placed, { start: 0, end: text.length }, true, () => {});
}

interface Options {
  readonly language?: string;
  readonly quotes?: QuoteStyle;
  readonly verbatim?: readonly string[];
}

function clean(text: string, options: Options = {}) {
  const settings = { language: 'da', quotes: 'guillemets', verbatim: [], ...options } as const;
  return cleanUp(parse(text), settings, 'letter.body');
}

/** No-break spaces are shown as `~`. */
const printed = (text: string, options?: Options) =>
  plainText(clean(text, options).inlines).replaceAll('\u00a0', '~');

describe('French', () => {
  it.each([
    ['Il dit "oui"', 'Il dit «~oui~»'],
    ["L'œuvre d'été", 'L’œuvre d’été'],
    ['Venez ! Ouvert : 9-17 h', 'Venez_! Ouvert~: 9–17 h'],
    ['Quoi?! Oui; non: 10:30', 'Quoi_?! Oui_; non~: 10:30'],
    ['«Oui» et « non »', '«~Oui~» et «~non~»'],
    ['mot , fin .', 'mot, fin.'],
    ['https://ex.fr/a?b https://ex.fr/?', 'https://ex.fr/a?b https://ex.fr/?'],
  ])('%s', (typed, expected) =>
    expect(printed(typed, { language: 'fr' }).replaceAll('\u202f', '_')).toBe(expected),
  );

  it('in Canada has a space before the colon alone', () => {
    expect(printed('Venez! Ouvert: 9 h', { language: 'fr-CA' })).toBe('Venez! Ouvert~: 9 h');
  });
});

describe('German', () => {
  it.each([
    ['z.B. 15% von 5kg, d.h. §5, S.12 und Nr.5', 'z.~B. 15~% von 5~kg, d.~h. §~5, S.~12 und Nr.~5'],
    ['ein 100%-Erfolg, 5G, A4, usw.', 'ein 100%-Erfolg, 5G, A4, usw.'],
  ])('%s', (typed, expected) => expect(printed(typed, { language: 'de' })).toBe(expected));
});

describe('Danish', () => {
  it.each([
    ['Han sagde "ja tak".', 'Han sagde »ja tak«.'],
    ['("Ja," sagde hun)', '(»Ja,« sagde hun)'],
    ['»Han sagde "ja"«', '»Han sagde “ja”«'],
    ["Lars' bil og 80'ernes idé", 'Lars’ bil og 80’ernes idé'],
    ["han kaldte den 'Lynet'", 'han kaldte den ’Lynet’'],
    ['lyset - og mørket', 'lyset~– og mørket'],
    ['lyset~-- og mørket', 'lyset~– og mørket'],
    ['- og så videre', '– og så videre'],
    ['for- og bagside, til-og-fra, -agtig', 'for- og bagside, til-og-fra, -agtig'],
    ['side 10-20, kl. 9.30-16, 2024-25', 'side 10–20, kl. 9.30–16, 2024–25'],
    ['s.12-14, 900-1.000, 3,5-4,2', 's.~12–14, 900–1.000, 3,5–4,2'],
    ['vandt 3-0, covid-19, 2026-11-25, 8612-3456', 'vandt 3-0, covid-19, 2026-11-25, 8612-3456'],
    ['vent...', 'vent…'],
    ['15% af 5kg kl.17, §5, s.12', '15~% af 5~kg kl.~17, §~5, s.~12'],
    ['en 100%-løsning', 'en 100%-løsning'],
    ['Ja , tak !', 'Ja, tak!'],
    ['Ring på tlf. 12345678 eller +4587654321', 'Ring på tlf. 12~34~56~78 eller +45~87~65~43~21'],
    ['sag nr. 12345678', 'sag nr. 12345678'],
    ["'90'erne og '68-generationen", '’90’erne og ’68-generationen'],
    ['"Det er \'helt\' nyt", sagde hun', '»Det er “helt” nyt«, sagde hun'],
    ['fra -5 °C til -3%, konto -5', 'fra −5 °C til −3~%, konto -5'],
    ['5-10% af 10x15 cm og 3 x 4 m, en 4x4', '5–10~% af 10~×~15 cm og 3~×~4 m, en 4x4'],
    ['se http://ex.dk/?x=1-2&y=5% og plan-2-3.pdf', 'se http://ex.dk/?x=1-2&y=5% og plan-2-3.pdf'],
    ["bilag_1-2, #uge1-2, C:\\1-2 og navn's", 'bilag_1-2, #uge1-2, C:\\1-2 og navn’s'],
  ])('%s', (typed, expected) => expect(printed(typed)).toBe(expected));

  it('takes the other quotes where the copy has them', () => {
    expect(printed('Han sagde "ja".', { quotes: 'curly' })).toBe('Han sagde “ja”.');
  });

  it.each([
    ['et skærm på 27" og et på 32"', 'inches'],
    ['Han sagde "ja', 'a quote without end'],
    ['se www.kommune.dk/a--b...c og a-b@c-d.dk', 'addresses'],
    ['»Ja«, sagde hun – og gik…', 'what is typed as it is printed'],
  ])('leaves %s: %s', (typed) => {
    expect(printed(typed)).toBe(typed);
    expect(clean(typed).changes).toEqual([]);
  });

  it('leaves what is escaped, and the texts that the project keeps', () => {
    expect(printed('\\"Ja\\" sagde 5\\...')).toBe('"Ja" sagde 5...');
    expect(printed('gruppen 10-20 og "X"', { verbatim: ['10-20'] })).toBe('gruppen 10-20 og »X«');
  });

  it('sees over the borders of emphasis and links', () => {
    expect(printed('"*Ja*, [tak](https://a.dk)" - sagde')).toBe('»Ja, tak«~– sagde');
  });

  it('keeps the place of every piece, and says what it did', () => {
    const { inlines, changes } = clean('Nu... "ja" 5%');
    const places = inlines.map((inline) =>
      inline.kind === 'text' ? [inline.text, inline.span.start, inline.span.end] : [],
    );
    expect(places).toEqual([
      ['Nu', 0, 2],
      ['…', 2, 5],
      [' »ja« ', 5, 11],
      ['5\u00a0', 11, 12],
      ['%', 12, 13],
    ]);
    expect(changes.map(({ before, after, span }) => [before, after, span.start, span.end])).toEqual(
      [
        ['...', '…', 2, 5],
        ['"ja"', '»ja«', 6, 10],
        ['5', '5\u00a0', 11, 12],
      ],
    );
  });
});

describe('other languages', () => {
  it.each([
    ['en', `"It's 'late'," she said - 5% ...`, '“It’s ‘late’,” she said~– 5% …'],
    ['de', '"Ja" - 10-20', '„Ja“~– 10–20'],
    ['sv', '"Ja", sa\' han', '”Ja”, sa’ han'],
    ['nb-NO', '"Ja", sa han: 5kg kl.10-14', '«Ja», sa han: 5~kg kl.~10–14'],
    ['sv', '250g för 15% 5G', '250~g för 15~% 5G'],
    ['en', '250g, s.5', '250g, s.5'],
    ['pl', '"Tak" - ...', '"Tak" - ...'],
  ])('%s', (language, typed, expected) => expect(printed(typed, { language })).toBe(expected));
});
