/** Breaks inside words, indents, tabs and punctuation outside the line, beyond what the fixtures show. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  breakParagraph,
  evenShape,
  measureParagraph,
  type ParagraphStyle,
  prepareShaping,
  type Wrapping,
} from '../../src/text/index.ts';
import { hyphens, linesOf, lineText, paragraphStyle, projectFont, textItem } from './support.ts';

beforeAll(() => prepareShaping(['da']));

const wrapping = (change: Partial<Wrapping>) => ({
  wrapping: {
    words: 'normal',
    overflow: 'normal',
    spaces: 'hang',
    hyphen: null,
    tab: { spaces: 8 },
    ...change,
  } as const,
});
const totalFit = { wrap: 'total-fit' } as const;

describe('words too long for a line', () => {
  const anywhere = wrapping({ overflow: 'anywhere' });

  it.each([
    ['greedy', ['aa', 'bbbbb', 'bb cc']],
    ['total-fit', ['aa', 'bbbbb', 'bb cc']],
  ] as const)('are broken where they must be (%s)', (wrap, expected) => {
    expect(linesOf('aa bbbbbbb cc', 50, { wrap }, anywhere)).toEqual(expected);
    expect(linesOf('aa bbbbbbb cc', 50, { wrap })).toEqual(['aa', 'bbbbbbb', 'cc']);
  });

  it('are divided before they are broken', () => {
    const text = 'bbb\u00adbbbb';
    expect(linesOf(text, 50, totalFit, anywhere)).toEqual(['bbb~', 'bbbb']);
    expect(linesOf(text, 30, totalFit, anywhere)).toEqual(['bb', 'b~', 'bbb', 'b']);
  });

  it('are never broken inside a letter', () => {
    const items = [textItem('eeeé\u0301ee', anywhere)];
    const { lines } = breakParagraph(items, paragraphStyle(totalFit), evenShape(40));
    expect(lines.map((line) => lineText(line, items))).toEqual(['eeeé\u0301', 'ee']);
  });

  it.each([
    ['normal', 80],
    ['break-word', 80],
    ['anywhere', 10],
  ] as const)('%s: the least width is %d', (overflow, expected) => {
    const items = [textItem('aa bbbbbbbb', wrapping({ overflow }))];
    expect(measureParagraph(items, paragraphStyle()).minContentPt).toBe(expected);
  });

  it('of 3,000 letters are set in a narrow column', () => {
    const lines = linesOf('a'.repeat(3000), 100, totalFit, anywhere);
    expect(lines).toHaveLength(300);
    expect(new Set(lines)).toEqual(new Set(['a'.repeat(10)]));
  });
});

describe('a hyphen of the author’s', () => {
  it('may be several letters or none', () => {
    const text = 'aaa\u00adbbb';
    const widthsOf = (hyphen: string) => {
      const items = [textItem(text, wrapping({ hyphen }))];
      const { lines } = breakParagraph(items, paragraphStyle(), evenShape(50));
      return lines.map(({ widthPt, hyphenated }) => [widthPt, hyphenated]);
    };
    expect(widthsOf('')).toEqual([
      [30, true],
      [30, false],
    ]);
    expect(widthsOf('==')).toEqual([
      [50, true],
      [30, false],
    ]);
  });
});

describe('hanging punctuation', () => {
  const place = (
    text: string,
    width: number,
    hangingPunctuation: ParagraphStyle['hangingPunctuation'],
    change: Partial<ParagraphStyle> = {},
  ) => {
    const style = paragraphStyle({
      ...(hangingPunctuation ? { hangingPunctuation } : {}),
      ...change,
    });
    return breakParagraph([textItem(text)], style, evenShape(width)).lines.map(
      ({ pieces, widthPt, xPt }) => ({ from: pieces[0]?.xPt, xPt, widthPt }),
    );
  };
  const none = { first: false, last: false, end: 'none' } as const;

  it('stands outside the first and the last line in full', () => {
    expect(place('(aa bb)', 60, { ...none, first: true, last: true })).toEqual([
      { from: -10, xPt: 0, widthPt: 50 },
    ]);
    expect(place('(aa bb)', 80, { ...none, first: true }, { alignLast: 'right' })).toEqual([
      { from: 10, xPt: 20, widthPt: 60 },
    ]);
  });

  it('hangs stops at each line’s end, always or for want of room', () => {
    const widths = (width: number, end: 'allow' | 'force') =>
      place('aa, bb, cc.', width, { ...none, end }).map(({ widthPt }) => widthPt);
    expect(widths(60, 'force')).toEqual([60, 20]);
    expect(widths(60, 'allow')).toEqual([60, 30]);
    expect(widths(70, 'allow')).toEqual([70, 30]);
    expect(widths(59, 'force')).toEqual([20, 20, 20]);
  });

  it('is taken into the least width and the search', () => {
    const force = { ...none, end: 'force' } as const;
    const items = [textItem('aaaa, bb')];
    expect(
      measureParagraph(items, paragraphStyle({ hangingPunctuation: force })).minContentPt,
    ).toBe(40);
    const change = { align: 'justify', ...totalFit, hangingPunctuation: force } as const;
    expect(linesOf('aaa bb, cc dd', 60, change)).toEqual(['aaa bb,', 'cc dd']);
  });
});

describe('indents', () => {
  const startsOf = (change: Partial<ParagraphStyle>) =>
    breakParagraph([textItem('aa bb\ncc dd ee')], paragraphStyle(change), evenShape(60)).lines.map(
      ({ xPt }) => xPt,
    );

  it('are of the first line, of lines after breaks, or of all others', () => {
    expect(startsOf({ indentPt: 10 })).toEqual([10, 0, 0]);
    const others = { indentPt: 0, laterIndents: { afterBreakPt: 10, othersPt: 10 } };
    expect(startsOf(others)).toEqual([0, 10, 10]);
    const eachLine = { indentPt: 10, laterIndents: { afterBreakPt: 10, othersPt: 0 } };
    expect(startsOf(eachLine)).toEqual([10, 10, 0]);
  });

  it('are known to the search', () => {
    const change = {
      ...totalFit,
      align: 'justify',
      laterIndents: { afterBreakPt: 20, othersPt: 20 },
    } as const;
    expect(linesOf('aaa bb cc ddd', 60, change)).toEqual(['aaa bb', 'cc', 'ddd']);
  });
});

describe('capitals', () => {
  it('that stand together are set apart, and nothing else', () => {
    const widthOf = (text: string, capitalSpacingPt: number) =>
      measureParagraph([textItem(text, { capitalSpacingPt })], paragraphStyle()).maxContentPt;
    expect(widthOf('aa BBB bb', 2)).toBe(94);
    expect(widthOf('Aa Bb C.D.', 2)).toBe(100);
    expect(widthOf('A\u0301B', 2)).toBe(22);
    const items = [textItem('aa BBB bb', { capitalSpacingPt: 2 })];
    const [line] = breakParagraph(items, paragraphStyle(), evenShape(200)).lines;
    expect(line?.widthPt).toBe(94);
  });
});

describe('tabs', () => {
  const serif = projectFont('source-serif-4/SourceSerif4-Regular.ttf');

  it('that are kept go to the next stop, and are not stretched', () => {
    const style = { fonts: [serif], wrap: false, ...wrapping({ tab: { pt: 50 } }) };
    const items = [textItem('a\tb c\n', style)];
    const [line] = breakParagraph(
      items,
      paragraphStyle({ align: 'justify', alignLast: 'justify' }),
      evenShape(100),
    ).lines;
    const [piece] = line?.pieces ?? [];
    const glyphs = piece?.kind === 'glyphs' ? piece.run.glyphs.slice(0, 2) : null;
    expect(glyphs?.widthPt()).toBeCloseTo(50, 6);
    expect(line?.widthPt).toBeCloseTo(100, 6);
  });

  it('that collapse are spaces', () => {
    expect(linesOf('aa\tbb', 50, { hyphenation: hyphens() })).toEqual(['aa\tbb']);
  });
});
