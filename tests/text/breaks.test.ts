import { describe, expect, it } from 'vitest';
import { breaking, findBreaks } from '../../src/text/breaks.ts';

/** The text with its break opportunities: `|`, after a hyphen `'`, in an address `,`, forced `/`. */
function broken(text: string): string {
  const signs: Readonly<Record<number, string>> = {
    [breaking.allowed]: '|',
    [breaking.hyphen]: '¦',
    [breaking.address]: '÷',
    [breaking.forced]: '¶',
  };
  const breaks = findBreaks(text);
  let result = '';
  for (let i = 0; i <= text.length; i++) result += (signs[breaks[i] ?? 0] ?? '') + (text[i] ?? '');
  return result.replaceAll('\n', '⏎').replaceAll('\u00a0', '~');
}

describe('line breaks', () => {
  it.each([
    ['Vi har 950 medlemmer.', 'Vi |har |950 |medlemmer.'],
    ['to  mellemrum', 'to  |mellemrum'],
    ['ét\u00a0ord', 'ét~ord'],
    ['a \u00a0b', 'a ~b'],
    ['smalt\u202fmellemrum', 'smalt\u202fmellemrum'],
    ['delt\u200bher', 'delt\u200b|her'],
    ['delt\u2060her', 'delt\u2060her'],
    ['linje\nskift', 'linje⏎¶skift'],
    ['slut\n', 'slut⏎¶'],
  ])('spaces: %j', (text, expected) => expect(broken(text)).toBe(expected));

  it.each([
    ['hvad ? nej !', 'hvad ? |nej !'],
    ['(se modsatte side), som', '(se |modsatte |side), |som'],
    ['sagde »hej« til', 'sagde |»hej« |til'],
    ['sagde “hej” til', 'sagde |“hej” |til'],
    ['DS’ arbejde', 'DS’ |arbejde'],
    ['og/eller', 'og/|eller'],
    ['1/2 liter', '1/2 |liter'],
    ['km/t', 'km/|t'],
  ])('punctuation: %j', (text, expected) => expect(broken(text)).toBe(expected));

  it.each([
    ['online-univers', 'online-¦univers'],
    ['fire-fem gange', 'fire-¦fem |gange'],
    ['handle- og arbejdsplan', 'handle- |og |arbejdsplan'],
    ['e-mail', 'e-mail'],
    ['10-20', '10-20'],
    ['-5 grader', '-5 |grader'],
    ['10–20', '10–20'],
    ['København–Aarhus', 'København–|Aarhus'],
    ['viden – direkte – om', 'viden – |direkte – |om'],
    ['viden\u00a0– direkte', 'viden~– |direkte'],
  ])('hyphens and dashes: %j', (text, expected) => expect(broken(text)).toBe(expected));

  it.each([
    ['kompetencer …', 'kompetencer …'],
    ['… og faglig', '… og |faglig'],
    ['ja … nej', 'ja … |nej'],
    ['ja… nej', 'ja… |nej'],
    ['ja …« sagde', 'ja …« |sagde'],
  ])('ellipses: %j', (text, expected) => expect(broken(text)).toBe(expected));

  it.each([
    ['15 % af', '15 % |af'],
    ['200 kr. om', '200 kr. |om'],
    ['kl. 17.30 i', 'kl. 17.30 |i'],
    ['se bl.a. kurser', 'se |bl.a. kurser'],
    ['møder fx om løn', 'møder |fx om |løn'],
    ['kurser, møder osv. i år', 'kurser, |møder osv. |i |år'],
    ['H.C. Andersen og A. P. Møller', 'H.C. Andersen |og |A. P. Møller'],
    ['dr. Jensen', 'dr. Jensen'],
    ['kann, z. B. beim Fest, i. d. R. am Tag', 'kann, |z. B. beim |Fest, |i. d. R. |am |Tag'],
    ['« Un rêve », dit-on. Venez ! Et : oui ?', '« Un |rêve », |dit-¦on. |Venez ! |Et : |oui ?'],
    ['sagde »ja« og »nej«', 'sagde |»ja« |og |»nej«'],
    ['året. Så', 'året. |Så'],
    ['nr. 5, § 4', 'nr. 5, |§ 4'],
    ['den 25. november 2026', 'den |25. november |2026'],
    ['tlf. 12 34 56 78 og', 'tlf. 12 34 56 78 |og'],
    ['+45 12 34 56 78', '+45 12 34 56 78'],
    ['i 2019 950 nye', 'i |2019 |950 |nye'],
    ['1 000 000 kr', '1 000 000 kr'],
    ['2,5 mio. kr. om året', '2,5 mio. kr. |om |året'],
    ['koster kr. 25,-', 'koster |kr. 25,-'],
    ['1. sal, 2. th.', '1. sal, |2. th.'],
    ['fig. 2 i bilag 3', 'fig. 2 |i |bilag 3'],
    ['36 t 15 min', '36 t |15 min'],
    ['d. 3. maj', 'd. 3. maj'],
    ['Margrethe II og Christian X.', 'Margrethe II |og |Christian X.'],
    ['I Danmark I', 'I |Danmark |I'],
    ['5 1/2 time', '5 1/2 time'],
  ])('figures: %j', (text, expected) => expect(broken(text)).toBe(expected));

  it.each([
    ['https://ds.dk/om/os', 'https://÷ds÷.dk/÷om/os'],
    ['socialraadgiverne.dk/ledersektionen.', 'socialraadgiverne÷.dk/÷ledersektionen.'],
    ['(www.ds.dk)', '(www.ds÷.dk)'],
    ['www.social-raad.dk/a', 'www.social÷-raad÷.dk/a'],
    ['navn@kommunen.dk', 'navn÷@kommunen÷.dk'],
    ['bl.a. osv.', 'bl.a. osv.'],
    ['m.fl.og', 'm.fl.og'],
    ['1.000 og 3,5', '1.000 |og |3,5'],
  ])('addresses: %j', (text, expected) => expect(broken(text)).toBe(expected));

  it('marks and the halves of one character stay together', () => {
    expect(broken('a\u0301 e\u0301')).toBe('a\u0301 |e\u0301');
    expect(broken('日本')).toBe('日|本');
    expect(broken('\u{20000}\u{20001}')).toBe('\u{20000}|\u{20001}');
  });

  it('brackets and stops of Chinese and Japanese stay with what they enclose and end', () => {
    expect(broken('日「本。」日')).toBe('日|「本。」|日');
    expect(broken('한국、一')).toBe('한|국、|一');
  });

  it('pictures may stand alone on a line, but not away from a full stop', () => {
    expect(broken('se \ufffc her\ufffc.')).toBe('se |\ufffc |her|\ufffc.');
  });
});
