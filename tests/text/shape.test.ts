import { beforeAll, describe, expect, it } from 'vitest';
import {
  breakParagraph,
  evenShape,
  type Feature,
  fontHasCharacter,
  type Glyph,
  type GlyphRun,
  glyphAdvanceUnits,
  type InlineItem,
  prepareShaping,
  type TextStyle,
} from '../../src/text/index.ts';
import {
  lineText,
  paragraphStyle,
  projectFont,
  square,
  squareWith,
  textItem,
  textStyle,
} from './support.ts';

beforeAll(() => prepareShaping(['da']));

function runsOf(items: readonly InlineItem[]): readonly GlyphRun[] {
  const { lines } = breakParagraph(items, paragraphStyle(), evenShape(1e6));
  return lines.flatMap((line) =>
    line.pieces.flatMap((piece) => (piece.kind === 'glyphs' ? [piece.run] : [])),
  );
}

function glyphsOf(text: string, change: Partial<TextStyle> = {}): readonly Glyph[] {
  return runsOf([textItem(text, change)]).flatMap(({ glyphs }) => [...glyphs]);
}

const widthOf = (text: string, change: Partial<TextStyle> = {}) =>
  runsOf([textItem(text, change)]).reduce((sum, run) => sum + run.widthPt, 0);

const serif = projectFont('source-serif-4/SourceSerif4-Regular.ttf');

describe('glyphs', () => {
  it('carry the text they stand for', () => {
    expect(glyphsOf('Blåbær').map(({ text }) => text)).toEqual([...'Blåbær']);
    expect(glyphsOf('Blåbær').every(({ advancePt }) => advancePt === 10)).toBe(true);
  });

  it('are found by character, and measured', () => {
    expect(fontHasCharacter(square, 'ø')).toBe(true);
    expect(fontHasCharacter(square, 'ő')).toBe(false);
    const [glyph] = glyphsOf('ø');
    expect(glyphAdvanceUnits(square, glyph?.id ?? 0)).toBe(1000);
  });

  it.each([
    ['soft hyphens', 'ab\u00adcd', 40],
    ['zero width spaces', 'ab\u200bcd', 40],
    ['word joiners and marks of direction', 'a\u2060b\u200e\ufeffc', 30],
    ['tabs are spaces', 'a\tb', 30],
    ['no-break spaces are spaces', 'a\u00a0b', 30],
    ['a narrow no-break space the font lacks', 'a\u202fb', 25, { without: '\u202f' }],
  ])('%s', (_, text, width, options?: object) => {
    const fonts = options ? [squareWith(options)] : [square];
    expect(widthOf(text, { fonts })).toBeCloseTo(width, 6);
  });

  it('leave invisible characters out of the text', () => {
    expect(
      glyphsOf('ab\u00adc\u200bd')
        .map(({ text }) => text)
        .join(''),
    ).toBe('abcd');
  });

  it('of decomposed letters are those of the composed ones', () => {
    const glyphs = glyphsOf('a\u030a');
    expect(glyphs).toHaveLength(1);
    expect(glyphs[0]?.id).toBe(glyphsOf('å')[0]?.id);
    expect(glyphs[0]?.text).toBe('a\u030a');
  });

  it('of a hyphen the font lacks are the hyphen-minus', () => {
    const fonts = [squareWith({ without: '\u2010\u2011' })];
    const minus = glyphsOf('-', { fonts })[0]?.id;
    expect(glyphsOf('a\u2010b\u2011c', { fonts }).map(({ id }) => id)[1]).toBe(minus);
    expect(glyphsOf('a\u2010b\u2011c', { fonts }).map(({ id }) => id)[3]).toBe(minus);
  });
});

describe('fonts in order of preference', () => {
  const first = squareWith({ without: 'ø…' });

  it('each character is set in the first font that has it', () => {
    const runs = runsOf([textItem('købe…', { fonts: [first, square] })]);
    expect(runs.map((run) => run.glyphs.text())).toEqual(['k', 'ø', 'be', '…']);
    expect(runs.map((run) => run.font === first)).toEqual([true, false, true, false]);
  });

  it('a character no font has is reported with its place, and set as .notdef', () => {
    const items = [textItem('ab'), textItem('c☃d', { fonts: [first, square] })];
    const { lines, missing } = breakParagraph(items, paragraphStyle(), evenShape(1000));
    expect(missing).toEqual([{ item: 1, offset: 1, character: '☃' }]);
    expect(lines[0] && lineText(lines[0], items)).toBe('abc☃d');
    expect(runsOf(items)[1]?.glyphs.idAt(1)).toBe(0);
  });

  it('one outside the basic plane is one character', () => {
    const { missing } = breakParagraph([textItem('a😀b')], paragraphStyle(), evenShape(1000));
    expect(missing).toEqual([{ item: 0, offset: 1, character: '😀' }]);
  });
});

describe('spacing', () => {
  const kerned = squareWith({ kerning: { AV: -200, 'V ': -100, ' A': -300 } });

  it('letter spacing stands between letters, not after the last', () => {
    expect(widthOf('abcd', { letterSpacingPt: 2 })).toBe(46);
    expect(widthOf('ab\u00adcd', { letterSpacingPt: 2 })).toBe(46);
  });

  it('word spacing is added to spaces', () => {
    expect(widthOf('a b\u00a0c', { wordSpacingPt: 3 })).toBe(56);
  });

  it('kerning reaches across word spaces, and can be turned off', () => {
    expect(widthOf('AV', { fonts: [kerned] })).toBeCloseTo(18, 6);
    expect(widthOf('V A', { fonts: [kerned] })).toBeCloseTo(26, 6);
    expect(widthOf('AV', { fonts: [kerned], kerning: false })).toBe(20);
  });

  it('kerning reaches across elements of one font and size', () => {
    const width = (...items: readonly InlineItem[]) =>
      breakParagraph(items, paragraphStyle(), evenShape(1e6)).lines[0]?.widthPt;
    const a = textItem('A', { fonts: [kerned] });
    expect(width(a, textItem('V', { fonts: [kerned], wrap: false }))).toBeCloseTo(18, 6);
    expect(width(a, textItem('V', { fonts: [kerned], sizePt: 9 }))).toBe(19);
    expect(width(a, { kind: 'edge', side: 'start', widthPt: 0 }, textItem('V'))).toBe(20);
    // At a line's end the pair is parted, kerning and all.
    const items = [textItem('A\u00ad', { fonts: [kerned] }), textItem('VA', { fonts: [kerned] })];
    const { lines } = breakParagraph(items, paragraphStyle(), evenShape(20));
    expect(lines.map(({ widthPt }) => widthPt)).toEqual([20, 20]);
  });

  it('a line broken inside a kerned pair is not kerned there', () => {
    const items = [textItem('AV A\u00adVA', { fonts: [kerned] })];
    const { lines } = breakParagraph(items, paragraphStyle(), evenShape(20));
    expect(lines.map((line) => [lineText(line, items), line.widthPt])).toEqual([
      ['AV', 18],
      ['A~', 20],
      ['VA', 20],
    ]);
  });
});

describe('features', () => {
  const off = (tag: string): readonly Feature[] => [{ tag, value: 0 }];

  it('choose other glyphs', () => {
    const lining = glyphsOf('1234', { fonts: [serif], features: [{ tag: 'lnum', value: 1 }] });
    const oldStyle = glyphsOf('1234', { fonts: [serif], features: [{ tag: 'onum', value: 1 }] });
    expect(lining.map(({ id }) => id)).not.toEqual(oldStyle.map(({ id }) => id));
  });

  it('ligatures go with the switch, with tracking, and by their own feature', () => {
    const count = (change: Partial<TextStyle>) =>
      glyphsOf('ffi', { fonts: [serif], ...change }).length;
    expect(count({ ligatures: false })).toBe(3);
    expect(count({ letterSpacingPt: 0.5 })).toBe(3);
    expect(count({ features: off('liga') })).toBe(3);
    expect(count({})).toBeLessThan(3);
  });

  it.each([
    // The parts of a compound stay apart to the eye; a ligature inside one of them stays.
    ['chefløn', 7],
    ['chefinspektør', 13],
    ['affinde', 6],
    ['flag', 3],
    ['skuffe', 5],
  ])('no ligature hides the joint of a compound: %s', (word, count) => {
    expect(glyphsOf(word, { fonts: [serif] }).length).toBe(count);
  });

  it('a ligature is undone where the line is broken inside it', () => {
    const items = [textItem('of\u00adfi', { fonts: [serif], hyphens: 'manual' })];
    const { lines } = breakParagraph(items, paragraphStyle(), evenShape(14));
    expect(lines.map((line) => lineText(line, items))).toEqual(['of~', 'fi']);
  });
});

describe('long texts', () => {
  it('are shaped in pieces with the same result', () => {
    const words = 'Tavle AVATAR To. Vi får fat i 1.000 ting. '.repeat(400);
    const style = textStyle({ fonts: [serif] });
    const whole = widthOf(words, style);
    const once = widthOf(`${'Tavle AVATAR To. Vi får fat i 1.000 ting. '.repeat(2)}`, style);
    const single = widthOf('Tavle AVATAR To. Vi får fat i 1.000 ting. ', style);
    // Each further sentence adds the same, wherever the pieces were cut.
    expect(whole).toBeCloseTo(single + 399 * (once - single), 2);
  });
});

describe('ligatures', () => {
  const clusters = (text: string, language = 'da') =>
    glyphsOf(text, { fonts: [serif], language })
      .map((glyph) => glyph.text)
      .filter((cluster) => cluster.length > 1);

  it.each([
    ['chef|figur', ['fi']],
    ['stof|fladen', ['fl']],
    // Inside a part they stand.
    ['offentlig', ['ff']],
    ['stoffet', ['ff']],
    ['figur', ['fi']],
    ['CHEFFIGUR', []],
  ])('%s: none across a joint', (word, expected) => {
    expect(clusters(word.replace('|', ''))).toEqual(expected);
  });

  it('stand where another language has no compound', () => {
    expect(clusters('cheffigur', 'en')).toEqual(['ffi']);
  });
});
