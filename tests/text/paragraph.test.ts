import { beforeAll, describe, expect, it } from 'vitest';
import {
  breakParagraph,
  type InlineItem,
  measureParagraph,
  prepareShaping,
} from '../../src/text/index.ts';
import { chooseAmong } from '../../src/text/paragraph.ts';
import { paragraphText } from '../../src/text/paragraph-text.ts';
import {
  hyphens,
  linesOf,
  lineText,
  paragraphStyle,
  setParagraph,
  square,
  squareWith,
  textItem,
} from './support.ts';

beforeAll(() => prepareShaping(['da']));

const edge = (side: 'start' | 'end', widthPt: number): InlineItem => ({
  kind: 'edge',
  side,
  widthPt,
});
const atom = (widthPt: number): InlineItem => ({ kind: 'atom', widthPt });

describe('first fit', () => {
  it('fills each line, and spaces at line ends vanish', () => {
    expect(linesOf('aa bb cc dd', 60)).toEqual(['aa bb', 'cc dd']);
    expect(linesOf('aa bb cc dd', 50)).toEqual(['aa bb', 'cc dd']);
    expect(linesOf('aa bb cc dd', 49.9)).toEqual(['aa', 'bb', 'cc', 'dd']);
  });

  it('ends lines where the text says', () => {
    expect(linesOf('aa\nbb\n\ncc\n', 100)).toEqual(['aa', 'bb', '', 'cc']);
    const { lines } = setParagraph([textItem('aa bb\ncc')], 30);
    expect(lines.map(({ last }) => last)).toEqual([false, true, true]);
  });

  it('sets nothing as no lines', () => {
    expect(linesOf([], 100)).toEqual([]);
    expect(linesOf('', 100)).toEqual([]);
    expect(linesOf([edge('start', 5), edge('end', 5)], 100)).toEqual(['‹›']);
  });

  it('unwrappable text is not broken and keeps its spaces', () => {
    expect(linesOf('aa  bb cc', 30, {}, { wrap: false })).toEqual(['aa  bb cc']);
    expect(linesOf('  aa \n bb', 30, {}, { wrap: false })).toEqual(['  aa ', ' bb']);
    const mixed = [textItem('aa '), textItem('bb cc', { wrap: false }), textItem(' dd')];
    expect(linesOf(mixed, 50)).toEqual(['aa', 'bb cc', 'dd']);
  });

  it('limits hyphens in a row', () => {
    const text = 'aa\u00adbb\u00adcc\u00addd ee';
    expect(linesOf(text, 40, { hyphenation: hyphens({ lines: 9 }) })).toEqual([
      'aa~',
      'bb~',
      'ccdd',
      'ee',
    ]);
    // Breaking the limit is better than a line that sticks out.
    expect(linesOf(text, 30, { hyphenation: hyphens({ lines: 1 }) })).toEqual([
      'aa~',
      'bb~',
      'cc~',
      'dd',
      'ee',
    ]);
    const two = 'x aa\u00adbb c\u00addddd';
    expect(linesOf(two, 50, { hyphenation: hyphens({ lines: 2 }) })).toEqual([
      'x aa~',
      'bb c~',
      'dddd',
    ]);
    expect(linesOf(two, 50, { hyphenation: hyphens({ lines: 1 }) })).toEqual([
      'x aa~',
      'bb',
      'cdddd',
    ]);
  });

  it('counts with each line its own width', () => {
    const items = [textItem('aa bb cc dd')];
    const { lines } = breakParagraph(items, paragraphStyle(), (line) => ({
      leftPt: 0,
      widthPt: line === 0 ? 20 : 80,
      endsColumn: false,
    }));
    expect(lines.map((line) => lineText(line, items))).toEqual(['aa', 'bb cc dd']);
  });
});

describe('what cannot be broken', () => {
  it('is set overfull, alone on its line', () => {
    for (const wrap of ['greedy', 'total-fit', 'balance'] as const) {
      const items = [textItem('a bbbbbbbb c')];
      const { lines } = setParagraph(items, 30, { wrap });
      expect(lines.map((line) => lineText(line, items))).toEqual(['a', 'bbbbbbbb', 'c']);
      expect(lines.map(({ overfull }) => overfull)).toEqual([false, true, false]);
    }
  });

  it.each([
    ['a word of 3,000 letters', 'x'.repeat(3000), 1],
    ['a column narrower than a letter', 'ab cd', 2, 3],
    ['a column of no width', 'ab cd', 2, 0],
    ['a negative width', 'ab cd', 2, -20],
    ['only soft hyphens', '\u00ad'.repeat(200), 1],
    ['only zero width spaces', '\u200b'.repeat(200), 1],
    ['only spaces', ' '.repeat(200), 1],
    ['letters between soft hyphens', 'a\u00ad'.repeat(500), 500, 5],
    ['punctuation', '…!?.,;:'.repeat(100), 1],
  ])('%s', (_, text, count, width = 50) => {
    for (const wrap of ['greedy', 'total-fit', 'balance'] as const) {
      const { lines } = setParagraph([textItem(text)], width, { wrap, align: 'justify' });
      expect(lines.length).toBe(count);
    }
  });
});

describe('items', () => {
  it('flow as one paragraph, words across them unbroken', () => {
    const items = [textItem('aa b'), textItem('b cc')];
    expect(linesOf(items, 50)).toEqual(['aa bb', 'cc']);
    expect(linesOf(items, 40)).toEqual(['aa', 'bb', 'cc']);
  });

  it('edges stay with the words they enclose', () => {
    const items = [
      textItem('aa '),
      edge('start', 5),
      textItem('bb'),
      edge('end', 5),
      textItem(' cc'),
    ];
    expect(linesOf(items, 60)).toEqual(['aa ‹bb›', 'cc']);
    expect(linesOf(items, 59)).toEqual(['aa', '‹bb›', 'cc']);
    const spaceInside = [
      textItem('aa'),
      edge('start', 5),
      textItem(' bb '),
      edge('end', 5),
      textItem('cc'),
    ];
    expect(linesOf(spaceInside, 30)).toEqual(['aa', '‹bb›', 'cc']);
  });

  it('pictures stand like words', () => {
    expect(linesOf([textItem('aa '), atom(30), textItem(' bb')], 60)).toEqual(['aa ▢', 'bb']);
    expect(linesOf([textItem('aa'), atom(30), textItem('.')], 40)).toEqual(['aa', '▢.']);
  });

  it('are placed from the left, with the range of text they set', () => {
    const items = [textItem('aa '), edge('start', 5), textItem('b\u00adbb'), atom(7)];
    const [line] = setParagraph(items, 500, { indentPt: 20 }).lines;
    const pieces = line?.pieces.map((piece) =>
      piece.kind === 'glyphs'
        ? `${piece.item}:${piece.xPt}+${piece.run.widthPt} ${piece.start}-${piece.end}`
        : `${piece.item}:${piece.xPt}+${piece.widthPt}`,
    );
    expect(pieces).toEqual(['0:20+30 0-3', '1:50+5', '2:55+30 0-4', '3:85+7']);
    expect(line?.widthPt).toBe(72);
  });

  it('a divided word knows its range and its hyphen', () => {
    const items = [textItem('ab\u00adcd')];
    const { lines } = setParagraph(items, 30);
    const pieces = lines.map(({ pieces: [piece] }) =>
      piece?.kind === 'glyphs' ? [piece.start, piece.end, piece.hyphenated] : null,
    );
    expect(pieces).toEqual([
      [0, 3, true],
      [3, 5, false],
    ]);
  });

  it('one piece for each font of a line', () => {
    const items = [textItem('aøb', { fonts: [squareWith({ without: 'ø' }), square] })];
    const [line] = setParagraph(items, 100).lines;
    expect(line?.pieces.map(({ xPt }) => xPt)).toEqual([0, 10, 20]);
  });
});

describe('alignment', () => {
  const xOf = (align: 'left' | 'right' | 'center' | 'justify', text: string, width: number) => {
    const { lines } = setParagraph([textItem(text)], width, { align, alignLast: align });
    return lines.map(({ pieces: [piece], widthPt, ratio }) => [piece?.xPt, widthPt, ratio]);
  };

  it('places lines', () => {
    expect(xOf('left', 'aa', 50)).toEqual([[0, 20, 0]]);
    expect(xOf('right', 'aa', 50)).toEqual([[30, 20, 0]]);
    expect(xOf('center', 'aa', 50)).toEqual([[15, 20, 0]]);
    expect(xOf('right', 'aaaaaaa', 50)).toEqual([[0, 70, 0]]);
  });

  it('justified lines fill the measure by their word spaces', () => {
    const items = [textItem('aa bb cc\u00a0dd ee')];
    const { lines } = setParagraph(items, 120, { align: 'justify' });
    const [first, last] = lines;
    expect(first?.widthPt).toBeCloseTo(120, 9);
    expect(first?.ratio).toBeCloseTo(1 / (3 * 0.33), 3);
    const advances = first?.pieces.flatMap((piece) =>
      piece.kind === 'glyphs'
        ? [...piece.run.glyphs].map(({ advancePt }) => advancePt.toFixed(2))
        : [],
    );
    expect(advances?.filter((advance) => advance !== '10.00')).toEqual(['13.33', '13.33', '13.33']);
    expect(last?.widthPt).toBe(20);
  });

  it('spaces shrink to their limit and no further', () => {
    const text = 'aa bb cc dd';
    const lines = setParagraph([textItem(`${text} ${text}`)], 105, {
      align: 'justify',
      wrap: 'total-fit',
    }).lines;
    expect(lines[0]?.ratio).toBeCloseTo(-5 / 6, 6);
    const narrower = setParagraph([textItem(`${text} ee`)], 103, {
      align: 'justify',
      wrap: 'total-fit',
    });
    expect(narrower.lines.every(({ overfull }) => !overfull)).toBe(true);
    expect(narrower.lines[0]?.widthPt).toBeCloseTo(103, 6);
  });
});

describe('intrinsic widths', () => {
  const measured = (items: readonly InlineItem[], indentPt = 0) => {
    const { minContentPt, maxContentPt } = measureParagraph(items, paragraphStyle({ indentPt }));
    return [minContentPt, maxContentPt];
  };

  it('the longest piece, and everything on one line', () => {
    expect(measured([textItem('aa bbbb c')])).toEqual([40, 90]);
    expect(measured([textItem('aa bbbb\nc')])).toEqual([40, 70]);
    expect(measured([textItem('aaaa\u00adbb')])).toEqual([50, 60]);
    expect(measured([textItem('aa bb', { wrap: false })])).toEqual([50, 50]);
    expect(measured([edge('start', 3), textItem('aa bb'), edge('end', 4)])).toEqual([24, 57]);
    expect(measured([textItem('aa bb')], 7)).toEqual([27, 57]);
    expect(measured([])).toEqual([0, 0]);
  });

  it('a column as wide as its text sets it on one line', () => {
    const items = [
      textItem('Vi støtter god offentlig ledelse', { letterSpacingPt: 0.37, sizePt: 9.7 }),
    ];
    const { maxContentPt } = measureParagraph(items, paragraphStyle());
    expect(setParagraph(items, maxContentPt).lines).toHaveLength(1);
  });
});

describe('balance', () => {
  const balanced = (text: string, width: number) => linesOf(text, width, { wrap: 'balance' });

  it('evens the lines without adding any', () => {
    expect(linesOf('aaaa bbbb cccc dddd', 150)).toEqual(['aaaa bbbb cccc', 'dddd']);
    expect(balanced('aaaa bbbb cccc dddd', 150)).toEqual(['aaaa bbbb', 'cccc dddd']);
  });

  it('breaks headings by sense: not after a short function word or a number', () => {
    expect(balanced('VI STØTTER GOD OFFENTLIG LEDELSE', 200)).toEqual([
      'VI STØTTER GOD',
      'OFFENTLIG LEDELSE',
    ]);
    expect(balanced('DERFOR SKAL DU VÆRE MED I LEDERSEKTIONEN', 260)).toEqual([
      'DERFOR SKAL DU VÆRE',
      'MED I LEDERSEKTIONEN',
    ]);
    expect(balanced('VI HAR NÆSTEN 1.000 STEMMER I DEBATTEN OM OFFENTLIG LEDELSE', 260)).toEqual([
      'VI HAR NÆSTEN',
      '1.000 STEMMER I DEBATTEN',
      'OM OFFENTLIG LEDELSE',
    ]);
  });

  it('divides words only where it must', () => {
    const soft = 'aaa\u00adbbb ccc';
    expect(balanced(soft, 70)).toEqual(['aaabbb', 'ccc']);
    expect(balanced(soft, 50)).toEqual(['aaa~', 'bbb', 'ccc']);
  });
});

it('a paragraph that fits is the one line that the search finds', () => {
  const texts = ['aa', 'aa bb cc.', 'aa bb ', 'aa\nbb', 'aa\n', 'www.aa.dk/bb', 'aa-bb cc'];
  const wrong: string[] = [];
  for (const wrap of ['greedy', 'balance', 'total-fit'] as const)
    for (const align of ['left', 'right', 'justify'] as const)
      for (const text of texts)
        for (let width = 5; width <= 120; width += 15) {
          const items = [edge('start', 5), textItem(text), edge('end', 5)];
          const style = { ...paragraphStyle(), wrap, align, indentPt: 10 };
          const shape = () => ({ leftPt: 0, widthPt: width, endsColumn: false });
          const searched = chooseAmong(paragraphText(items), style, shape).chosen.length - 1;
          const { lines } = breakParagraph(items, style, shape);
          if (lines.length !== searched) wrong.push(`${text} ${wrap} ${align} ${width}`);
        }
  expect(wrong).toEqual([]);
});
