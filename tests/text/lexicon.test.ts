import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { digestOfSources } from '../../scripts/lexicon/make.js';
import { cheapestCover, findJoints } from '../../src/text/compounds.ts';
import { danishLexicon, openLexicon } from '../../src/text/lexicon.ts';
import { digestAt } from '../../src/text/lexicon-format.ts';

const marked = (word: string, joints: readonly number[]) =>
  [...word].map((letter, i) => (joints.includes(i) ? `|${letter}` : letter)).join('');

describe('the Danish word list', () => {
  it('is made of the sources as they are (else: npm run lexicon)', () => {
    const file = readFileSync('assets/hyphenation/danish.lexicon');
    const digest = Array.from({ length: 8 }, (_, i) => file.readUInt32LE(4 * (digestAt + i)));
    expect(digest).toEqual([...digestOfSources()]);
  });

  it('is refused when it is another file', () => {
    expect(() => openLexicon(new Uint8Array(64))).toThrow('word list is damaged');
  });

  // Found in the list, whatever the letters suggest.
  it.each(['brand|stiftelse', 'sky|laget', 'grund|lov', 'parallel', 'is|tand|sættelse'])(
    '%s is parted as the list says',
    (word) => {
      const bare = word.replaceAll('|', '');
      expect(marked(bare, findJoints(bare, danishLexicon()))).toBe(word);
    },
  );
});

describe('words that are in no list', () => {
  it.each([
    'klima|minister|møderne',
    'børne|hjerte|fonden',
    'brexit|af|talen',
    'tiktok|op|dateringernes',
    'facettering',
    'koldt|vands|hanens',
  ])('%s', (word) => {
    const bare = word.replaceAll('|', '');
    expect(marked(bare, cheapestCover(bare, danishLexicon()))).toBe(word);
  });
});
