import { describe, expect, it } from 'vitest';
import { collectUses, mainTextOf } from '../../src/paint/pdf/font-use.ts';
import { Glyphs } from '../../src/text/index.ts';
import { glyph, glyphId, group, line, square } from './support.ts';

const at = { x: 0, y: 0, sizePt: 10 };

describe('what pages use', () => {
  it('is found in groups, each font and picture once', () => {
    const rect = { x: 0, y: 0, width: 1, height: 1 };
    const picture = { kind: 'picture', picture: 'a.jpg', rect, alt: '' } as const;
    const uses = collectUses([[group<never>([picture, line('A', at) as never])], [picture]]);
    expect([...uses.pictures]).toEqual(['a.jpg']);
    expect([...uses.fonts.keys()]).toEqual([square.id]);
    expect([...(uses.fonts.get(square.id)?.glyphs.keys() ?? [])]).toEqual([glyphId('A')]);
  });

  it('counts a hyphen of ours apart from those of the words', () => {
    const words = line('-', at);
    const ours = line('', at, {
      glyphs: Glyphs.from([glyph('-', 10, { text: '' })]),
      hyphenated: true,
    });
    const texts = collectUses([[words, ours]])
      .fonts.get(square.id)
      ?.glyphs.get(glyphId('-'));
    expect([...(texts ?? [])]).toEqual([
      ['-', 1],
      ['\u00ad', 1],
    ]);
  });
});

describe('the text of a glyph', () => {
  it.each<[string, [string, number][], string]>([
    [
      'most frequent',
      [
        ['a', 1],
        ['b', 3],
        ['c', 2],
      ],
      'b',
    ],
    [
      'first of equals',
      [
        ['a', 2],
        ['b', 2],
      ],
      'a',
    ],
    [
      'a hyphen of the words, before many of ours',
      [
        ['\u00ad', 9],
        ['-', 1],
      ],
      '-',
    ],
    ['our hyphen where there is no other', [['\u00ad', 9]], '\u00ad'],
    ['nothing on its own', [], ''],
  ])('is %s', (_, texts, expected) => {
    expect(mainTextOf(new Map(texts))).toBe(expected);
  });
});
