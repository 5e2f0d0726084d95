/** How justified lines are set: what is stretched by how much, and what hangs over the edges. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  breakParagraph,
  evenShape,
  explainLines,
  type JustificationLimits,
  type Line,
  prepareShaping,
} from '../../src/text/index.ts';
import {
  hyphens,
  linesOf,
  paragraphStyle,
  projectFont,
  setParagraph,
  squareWith,
  textItem,
  wordsOnly,
} from './support.ts';

beforeAll(() => prepareShaping(['da']));

const serif = projectFont('source-serif-4/SourceSerif4-Regular.ttf');
const limits: JustificationLimits = {
  word: { min: 0.8, max: 1.5 },
  letter: { min: -0.02, max: 0.04 },
  glyph: { min: 0.98, max: 1.02 },
};
const justified = { align: 'justify', wrap: 'total-fit', justification: limits } as const;

function setting(line: Line | undefined) {
  const runs = line?.pieces.flatMap((piece) => (piece.kind === 'glyphs' ? [piece.run] : [])) ?? [];
  const glyphs = runs.flatMap((run) => [...run.glyphs]);
  const advanceOf = (text: string) => glyphs.find((glyph) => glyph.text === text)?.advancePt ?? 0;
  return { word: advanceOf(' '), letter: advanceOf('a'), scale: runs[0]?.scaleX ?? 0 };
}

describe('a justified line', () => {
  // «aaa bbb»: 70 pt; at the limits a space gives 5, four letter gaps and a word end 2, glyphs 1.2.
  // Letters and glyphs are 15 % further on towards their limits than the whole line: 3.2 × 0.575.
  it.each([
    ['as it is', 70, { word: 10, letter: 10, scale: 1 }],
    ['half as far as it may be', 74.1, { word: 12.26, letter: 10 * 1.0115 + 0.23, scale: 1.0115 }],
    ['all at their limits', 78.2, { word: 15, letter: 10 * 1.02 + 0.4, scale: 1.02 }],
    ['beyond them, the word space takes the rest', 88.2, { word: 25, letter: 10.6, scale: 1.02 }],
    ['shrunk by half', 67.9, { word: 9.165, letter: 10 * 0.9885 - 0.115, scale: 0.9885 }],
  ])('%s', (_, width, expected) => {
    const items = [textItem('aaa bbb\ncc')];
    const [line] = setParagraph(items, width, { ...justified, alignLast: 'justify' }).lines;
    const found = setting(line);
    expect(found.word).toBeCloseTo(expected.word, 6);
    expect(found.letter).toBeCloseTo(expected.letter, 6);
    expect(found.scale).toBeCloseTo(expected.scale, 6);
    expect(line?.widthPt).toBeCloseTo(width, 6);
    expect(line?.overfull).toBe(false);
  });

  it('of one word is stretched within the limits and no further', () => {
    const widthOf = (width: number) =>
      setParagraph([textItem('aaaaa\nb')], width, { ...justified, alignLast: 'justify' }).lines[0]
        ?.widthPt;
    expect(widthOf(51)).toBeCloseTo(51, 6);
    expect(widthOf(60)).toBe(50);
  });
});

describe('the search', () => {
  // At the limits a space of «aaa bbb» takes 2 off, six glyphs 1.2, and the five letter spaces 1.
  it.each([
    ['takes a line that can be shrunk to the measure', 65.81, ['aaa bbb', 'cc ccc']],
    ['knows that no letter space follows the last letter', 65.79, ['aaa', 'bbb', 'cc ccc']],
  ])('%s', (_, width, expected) => {
    expect(linesOf('aaa bbb\ncc ccc', width, { ...justified, alignLast: 'justify' })).toEqual(
      expected,
    );
  });

  it('finds each line as loose as it is then set', () => {
    const kerned = squareWith({ kerning: { da: -300, ab: -150, 'd ': -100, 'b-': 200 } });
    const style = paragraphStyle({ ...justified, opticalMargins: true });
    for (let width = 57; width < 130; width += 3.7) {
      const items = [
        textItem('abd da bab-ba ', { fonts: [kerned], letterSpacingPt: 0.3 }),
        textItem('dad\u00adbab\u00ada', { fonts: [kerned], sizePt: 12 }),
        textItem(' ab dab ad abd da', { fonts: [serif], wordSpacingPt: 1 }),
      ];
      const source = { items, style, shape: evenShape(width) };
      const found = explainLines(source).map(({ ratio }) => Math.max(-1, ratio));
      const { lines } = breakParagraph(items, style, source.shape);
      for (const [index, { ratio }] of lines.entries())
        expect(ratio, `line ${index} at ${width}`).toBeCloseTo(found[index] ?? 9, 6);
    }
  });
});

describe('optical margins', () => {
  const hang = (text: string, change = {}) => {
    const items = [textItem(text, { fonts: [serif], sizePt: 100 })];
    const style = { ...justified, alignLast: 'justify', opticalMargins: true, ...change } as const;
    const [line] = setParagraph(items, 400, style).lines;
    const first = line?.pieces[0];
    const last = line?.pieces.at(-1);
    const end = last?.kind === 'glyphs' ? last.xPt + last.run.widthPt : 0;
    return { left: 0 - (first?.xPt ?? 0), right: end - 400 };
  };

  it('hang light glyphs by half their width, heavy ones hardly, straight ones not', () => {
    expect(hang('non in.').right).toBeGreaterThan(8);
    expect(hang('non in-').right).toBeGreaterThan(10);
    expect(hang('“non in').left).toBeGreaterThan(4);
    expect(hang('Ton in').left).toBeLessThan(4);
    expect(Math.max(hang('hun in').left, hang('hun in').right)).toBeLessThan(1);
  });

  it('hang nothing unless asked, nor on the edge that a ragged line is not set against', () => {
    expect(hang('“non in.', { opticalMargins: false })).toEqual({
      left: 0,
      right: expect.closeTo(0),
    });
    const left = hang('“non in.', { align: 'left', alignLast: 'left' });
    expect(left.left).toBeGreaterThan(4);
    expect(left.right).toBeLessThan(0);
  });
});

describe('a line that holds one word only', () => {
  it('has all of a short word: a syllable on its own is worse than any gap', () => {
    const text =
      'Lederpolitik, arbejdsplaner, debat om god offentlig ledelse og hvad vi ellers engagerer os i';
    const style = {
      ...justified,
      indentPt: 13,
      justification: wordsOnly(0.85, 1.25),
      hyphenation: hyphens({ last: 'always' }),
    } as const;
    const set = { fonts: [serif], sizePt: 9.5, hyphens: 'auto' } as const;
    expect(linesOf(text, 161.57, style, set)[0]).toBe('Lederpolitik,');
  });
});

describe('ragged lines', () => {
  it('do not end on words that belong to what follows, where that costs little', () => {
    const text = 'Hun bor ved havet og kommer nu aldrig i byen længere';
    expect(linesOf(text, 200, { wrap: 'total-fit' })).toEqual([
      'Hun bor ved havet',
      'og kommer nu aldrig',
      'i byen længere',
    ]);
  });

  it('keep the words of a name and a number with what it counts together', () => {
    const text = 'Her kan man finde Bo Vind igen';
    expect(linesOf(text, 200, { wrap: 'total-fit' })).toEqual([
      'Her kan man finde',
      'Bo Vind igen',
    ]);
  });

  it('hyphenate only where more than the zone would be left empty', () => {
    const text = 'aaaa bbbb cc\u00adddddd eeeee';
    const lines = (zonePt: number) =>
      linesOf(text, 140, { wrap: 'total-fit', hyphenation: hyphens({ zonePt }) });
    expect(lines(60)).toEqual(['aaaa bbbb', 'ccddddd eeeee']);
  });

  it('part words that should stay together only where a line would get gaps', () => {
    const kept = (width: number, text = 'aaa ') =>
      linesOf(
        [textItem(text), textItem('bb cc', { avoidBreaks: true }), textItem(' ddddd')],
        width,
        { ...justified, alignLast: 'justify' },
      );
    expect(kept(60, 'aa aa ')).toEqual(['aa aa', 'bb cc', 'ddddd']);
    expect(kept(80)).toEqual(['aaa bb', 'cc ddddd']);
  });
});
