import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { divide } from '../../src/text/hyphenate.ts';
import { markDivisions, type OwnWords, prepareShaping } from '../../src/text/index.ts';
import { linesOf } from './support.ts';

beforeAll(() => prepareShaping(['da', 'en-GB', 'en-US', 'de', 'sv', 'nb']));

function divided(word: string, language = 'da'): string {
  const places = divide(word, language).map(({ offset }) => offset);
  return [...word].map((letter, i) => (places.includes(i) ? `-${letter}` : letter)).join('');
}

interface MarkedWord {
  readonly word: string;
  /** `|` a joint, `-` another right division, `?` neither required nor wrong; by offset. */
  readonly marks: ReadonlyMap<number, string>;
}

function markedWords(name: string): readonly MarkedWord[] {
  const file = readFileSync(join(import.meta.dirname, name), 'utf8');
  return file
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => {
      const [word = '', division = ''] = row.split('\t');
      const marks = new Map<number, string>();
      let offset = 0;
      for (const char of division)
        if ('|-?'.includes(char)) marks.set(offset, char);
        else offset++;
      return { word, marks };
    });
}

describe('Danish', () => {
  const words = markedWords('danish-words.tsv');

  it('divides no word of the list wrongly', () => {
    const wrong = words.filter(({ word, marks }) =>
      divide(word, 'da').some(({ offset }) => !marks.has(offset)),
    );
    expect(wrong.map(({ word }) => divided(word))).toEqual([]);
  });

  it('finds every joint, and most other divisions', () => {
    const missed: string[] = [];
    let found = 0;
    let all = 0;
    for (const { word, marks } of words) {
      const kinds = new Map(divide(word, 'da').map(({ offset, kind }) => [offset, kind]));
      for (const [offset, sign] of marks) {
        if (offset < 2 || offset > word.length - 2 || sign === '?') continue;
        if (sign === '|' && kinds.get(offset) !== 'joint') missed.push(`${word} at ${offset}`);
        all++;
        if (kinds.has(offset)) found++;
      }
    }
    expect(missed).toEqual([]);
    expect(found / all).toBeGreaterThan(0.96);
  });

  // Compounds of real texts that no word list has; one that is divided otherwise must be read anew.
  it('divides new compounds as a reader marked them', () => {
    const other = markedWords('danish-compounds.tsv').filter(({ word, marks }) => {
      const found = divide(word, 'da').map(({ offset, kind }) => [
        offset,
        kind === 'joint' ? '|' : '-',
      ]);
      return JSON.stringify(found) !== JSON.stringify([...marks].filter(([offset]) => offset > 1));
    });
    expect(other.map(({ word }) => markDivisions(word, 'da', new Map()))).toEqual([]);
  });

  // Retskrivningsordbogen § 15–17, its own examples of right and wrong.
  it.each([
    ['forvitring', 'for-vi-tring'],
    ['hatten', 'hat-ten'],
    ['parallelle', 'pa-ral-lel-le'],
    ['suppleant', 'sup-ple-ant'],
    ['forretning', 'for-ret-ning'],
    ['undgå', 'und-gå'],
    ['mandril', 'man-dril'],
    ['gedehams', 'ge-de-hams'],
    ['underernæring', 'un-der-er-næ-ring'],
    ['rådhus', 'råd-hus'],
    ['grinagtig', 'grin-ag-tig'],
    ['grevinde', 'grev-in-de'],
    ['venskaber', 'ven-ska-ber'],
    ['forsvinde', 'for-svin-de'],
    ['Socialrådgiverforening', 'So-ci-al-råd-gi-ver-for-e-ning'],
    ['medarbejdere', 'med-ar-bej-de-re'],
    ['samarbejdskulturen', 'sam-ar-bejds-kul-tu-ren'],
  ])('%s', (word, expected) => expect(divided(word)).toBe(expected));
});

describe('other languages', () => {
  it.each([
    ['en-GB', 'typography', 'ty-po-graphy'],
    ['en-US', 'typography', 'ty-pog-ra-phy'],
    ['en', 'typography', 'ty-po-graphy'],
    ['de-AT', 'Zeilenumbruch', 'Zei-len-um-bruch'],
    ['sv', 'avstavning', 'av-stav-ning'],
    ['no', 'orddeling', 'ord-de-ling'],
    // Patterns that leave a piece without a vowel were unsure of a joint.
    ['nb', 'hogstfeltet', 'hogstfel-tet'],
    ['de', 'Dramaturginnen', 'Dra-ma-turgin-nen'],
    ['xx', 'orddeling', 'orddeling'],
  ])('%s', (language, word, expected) => expect(divided(word, language)).toBe(expected));

  it('must have been loaded', () => {
    expect(() => divide('bonjour', 'fr')).toThrow('prepareShaping was not called for language fr');
  });
});

describe('words in paragraphs', () => {
  const auto = { hyphens: 'auto' } as const;
  const lines = (text: string, width: number) => linesOf(text, width, {}, auto);

  it('are divided within the limits: six letters, two before, three after', () => {
    expect(lines('medlem', 50)).toEqual(['med~', 'lem']);
    expect(lines('ledere', 50)).toEqual(['le~', 'dere']);
    expect(lines('møder', 30)).toEqual(['møder']);
  });

  it.each([
    ['an address', 'offentligledelse@kommunen', ['offentligledelse@kommunen']],
    ['a word with figures', 'socialrådgiver2000', ['socialrådgiver2000']],
    ['capitals', 'SOCIALRÅDGIVER', ['SOCIALRÅDGIVER']],
    ['capitals inside', 'SocialRådgiver', ['SocialRådgiver']],
  ])('%s is left whole', (_, word, expected) => expect(lines(word, 60)).toEqual(expected));

  it.each([
    ['i kommunernes', 90, ['i kommu~', 'nernes']],
    ['Kommunernes', 90, ['Kommuner~', 'nes']],
    ['Ja. Kommunernes', 90, ['Ja. Kom~', 'munernes']],
    // A name, at a joint or not at all.
    ['i Kommunernes', 90, ['i', 'Kommunernes']],
    ['i Landsforeningen', 100, ['i Lands~', 'foreningen']],
    // Not after a prefix, though more would fit.
    ['i Landsforeningen', 125, ['i Lands~', 'foreningen']],
    ['i Uddannelsesstyrelsen', 60, ['i', 'Uddannelses~', 'styrelsen']],
  ])('with a capital inside a sentence are names: %s', (text, width, expected) => {
    expect(lines(text, width)).toEqual(expected);
  });

  it('with soft hyphens are divided only there', () => {
    expect(lines('socialrådgiver\u00adforening', 150)).toEqual(['socialrådgiver~', 'forening']);
    expect(lines('socialråd\u00adgiverforening', 100)).toEqual(['socialråd~', 'giverforening']);
  });

  it('without hyphens keep even soft ones hidden', () => {
    expect(linesOf('social\u00adråd', 60, {}, { hyphens: 'none' })).toEqual(['socialråd']);
  });

  it('are divided across the borders of inline elements', () => {
    expect(lines('»formand«', 60)).toEqual(['»for~', 'mand«']);
  });
});

describe('words of the project', () => {
  const joint = (offset: number) => ({ offset, kind: 'joint' }) as const;
  const syllable = (offset: number) => ({ offset, kind: 'syllable' }) as const;
  const own: OwnWords = new Map([
    ['socialrådgiver', [joint(6)]],
    ['leadership', []],
    ['møder', [syllable(3)]],
  ]);

  it.each([
    ['Socialrådgiver', 'Social|rådgiver'],
    // The ending's own division is added.
    ['socialrådgiverne', 'social|rådgiver-ne'],
    ['socialrådgiveren', 'social|rådgive-ren'],
    ['leaderships', 'leaderships'],
    ['leadershippet', 'leadershippet'],
    ['møder', 'mød-er'],
  ])('%s', (word, expected) => expect(markDivisions(word, 'da', own)).toBe(expected));
});
