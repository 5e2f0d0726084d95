import { describe, expect, it } from 'vitest';
import { locate, type Span } from '../../src/base/index.ts';
import { measureFields } from '../../src/layout/index.ts';
import { layOut } from '../support/lay-out.ts';

const place = (span: Span | undefined) => {
  if (!span) return undefined;
  const { line, column } = locate(span.source, span.start);
  return `${span.source.path}:${line}:${column} ${span.source.text.slice(span.start, span.end)}`;
};

describe('overset text', () => {
  const body = `<style>.letter { height: 25pt }</style>
<div class="letter"><p>{{letter.body}}</p></div>`;
  const fields = { 'letter.body': 'aaa bbb ccc ddd eee fff ggg' };

  it('names the field, the first word left out, where it is placed, where the height is set', async () => {
    const { findings, messages } = await layOut(body, { fields });
    expect(messages).toEqual([
      'error[layout/overset-text] 2 lines of `letter.body` (10 characters) do not fit in `.letter`, from `eee` on',
    ]);
    const [finding] = findings;
    expect(place(finding?.span)).toBe('copy.yaml:1:30 eee');
    expect(finding?.related.map(({ span, label }) => `${label.da}: ${place(span)}`)).toEqual([
      'placeret her: page.html:2:21 <p>',
      'højden er sat her: page.html:1:71 height: 25pt',
    ]);
    expect(finding?.message.da).toBe(
      '2 linjer af `letter.body` (10 tegn) er der ikke plads til i `.letter`, fra `eee`',
    );
    expect(finding?.hints[0]?.message.da).toBe(
      'skær omkring 10 tegn væk, eller giv `.letter` 5,3 mm mere',
    );
    expect(finding).toMatchObject({
      page: '',
      field: 'letter.body',
      measured: 4,
      limit: 2,
      unit: 'lines',
      rect: { x: 0, y: 0, width: 100, height: 25 },
    });
  });

  it('says how much of a line that runs off the page is to be cut', async () => {
    const off = '<p style="position:absolute;left:60pt;white-space:nowrap">{{a}}</p>';
    const { findings } = await layOut(off, { fields: { a: 'aaaaaaaaaa' } });
    expect(findings[0]?.hints[0]?.message.da).toBe(
      'skær omkring 6 tegn væk, ryk det indad, eller gør det smallere',
    );
  });

  it('says by how much words that are kept together are too long', async () => {
    const kept = '<p style="position:absolute;width:40pt;white-space:nowrap">{{a}}</p>';
    const { findings } = await layOut(kept, { fields: { a: 'aaaa aaaa a' } });
    expect(findings[0]?.hints[0]?.message.da).toMatch(/^gør dem omkring 7 tegn kortere; eller /);
  });

  it.each([
    ['a height that holds it', '<div style="height:20pt"><p>aaa bbb ccc</p></div>', []],
    [
      'a descender may stick out by half a point',
      '<div style="height:19.6pt"><p>aaa bbb ccc</p></div>',
      [],
    ],
    [
      'a greatest height',
      '<div style="max-height:15pt"><p>aaa bbb ccc</p></div>',
      ['1 line (3 characters) does not fit in `<div>`, from `ccc` on'],
    ],
    [
      'a flex item that was given too little',
      '<div style="display:flex;flex-direction:column;height:30pt"><p style="flex:1;min-height:0" class="t">aaa bbb ccc ddd</p><p style="flex:none;height:20pt"></p></div>',
      ['1 line (7 characters) does not fit in `.t`, from `ccc` on'],
    ],
    [
      'cut by the box that clips it',
      '<div style="overflow:hidden;width:30pt"><p style="width:80pt">aaaa bbb</p></div>',
      ['1 line (8 characters) stands outside `<div>`, from `aaaa` on'],
    ],
    [
      'off the page',
      '<p style="position:absolute;left:95pt;white-space:nowrap;width:20pt">ab</p>',
      ['1 line (2 characters) stands outside the page, from `ab` on'],
    ],
    [
      'a label that hangs on a frame may stand outside it',
      '<div style="position:relative;height:20pt"><p style="position:absolute;top:22pt">a</p></div>',
      [],
    ],
    ['decoration may be cropped', '<div style="height:5pt"><p aria-hidden="true">9</p></div>', []],
    [
      'generated words may be cropped',
      '<style>p::before { content: "9" }</style><div style="height:5pt"><p></p></div>',
      [],
    ],
    [
      'a box in a line is a frame too',
      '<p><span style="display:inline-block;height:10pt;width:30pt">aaa bbb</span></p>',
      ['1 line (3 characters) does not fit in `<span>`, from `bbb` on'],
    ],
  ])('%s', async (_name, html, expected) => {
    const { messages } = await layOut(html);
    expect(messages).toEqual(expected.map((message) => `error[layout/overset-text] ${message}`));
  });
});

describe('lines', () => {
  it('a word wider than its box', async () => {
    const { findings, messages } = await layOut('<p>a {{name}}</p>', {
      fields: { name: 'bbbbbbbbbbbbbbb' },
    });
    expect(messages).toEqual([
      'error[layout/overfull-line] the word `bbbbbbbbbbbbbbb` of `name` is too long for its line: it takes 52.9 mm, and there are 35.3 mm in `<p>`',
    ]);
    expect(findings[0]).toMatchObject({ field: 'name', measured: 150, limit: 100, unit: 'pt' });
    expect(place(findings[0]?.span)).toBe('copy.yaml:1:7 bbbbbbbbbbbbbbb');
  });

  it.each([
    [
      'a word that runs out of its frame, once',
      '<div style="width:40pt;height:10pt;overflow:hidden">aaaaaaaaaa</div>',
      ['error[layout/overfull-line]'],
    ],
    [
      'none of what a box of one px keeps for screen readers',
      '<p>a <span style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0);white-space:nowrap">aaaa bbbb</span> c</p>',
      [],
    ],
    [
      'what a flat box cuts',
      '<div style="width:40pt;height:1px;overflow:hidden">aaaa</div>',
      ['error[layout/overset-text]'],
    ],
  ])('%s', async (_name, body, codes) => {
    const { messages } = await layOut(body);
    expect(messages.map((message) => message.split(' ')[0])).toEqual(codes);
  });

  it('a word that widens its column is blamed, not the words beside it', async () => {
    const { findings, messages } = await layOut(
      '<div style="display:grid;grid-template-columns:40pt 1fr"><p>x</p><div><h2>{{heading}}</h2><p>{{body}}</p></div></div>',
      { fields: { heading: 'aa bb cc dd ee', body: 'dd cccccccccc ee' } },
    );
    expect(messages).toEqual([
      'error[layout/overfull-line] the word `cccccccccc` of `body` is too long for its line: it takes 35.3 mm, and there are 21.2 mm',
    ]);
    expect(place(findings[0]?.span)).toBe('copy.yaml:2:10 cccccccccc');
    expect(findings[0]?.hints[0]?.message.da).toContain('sæt en blød bindestreg');
  });

  it.each([
    [
      'by their style',
      '<p><span style="white-space:nowrap">{{name}}</span> ee</p>',
      'aaaa bbbb cccc',
    ],
    [
      'across elements',
      '<p style="white-space:nowrap">{{name}} <b>{{other}}</b></p>',
      'aaaa bbbb cccc dd',
    ],
    ['by spaces', '<p>ee {{nbsp}}</p>', 'aaaa\u00a0bbbb\u00a0cccc'],
  ])('words that are kept together %s are named together', async (_name, body, words) => {
    const fields = { name: 'aaaa bbbb cccc', nbsp: 'aaaa\u00a0bbbb\u00a0cccc', other: 'dd' };
    const { findings, messages } = await layOut(body, { fields });
    expect(messages).toEqual([
      expect.stringContaining(`the words \`${words.replaceAll('\u00a0', ' ')}\` of`),
    ]);
    expect(place(findings[0]?.span)).toContain(words.slice(0, 14));
    expect(findings[0]?.message.da).toContain('holdes sammen og er for lange til deres linje');
    expect(findings[0]?.hints[0]?.message.da).toContain('fjern `[[…]]` eller `~`');
  });

  it.each([
    'https://www.example.org/abcdefghijklmnop',
    'example.org/abcdefghijklmnopqrst',
    'somebody.abcdefghij@example.org',
  ])('a pasted address is to be shortened, not hyphenated: %s', async (address) => {
    const { findings } = await layOut('<p>a {{name}}</p>', { fields: { name: address } });
    expect(findings.map(({ code, hints }) => [code, hints[0]?.message.en])).toEqual([
      [
        'layout/overfull-line',
        'write a shorter address, or make a link with a few words of it: `[words](https://…)`',
      ],
    ]);
  });

  it('word spaces that are too wide', async () => {
    const { findings, messages } = await layOut(
      '<p style="text-align:justify">aaa bbb cccccccc d</p>',
    );
    expect(messages).toEqual([
      "warning[layout/loose-line] the word spaces of this line are 378 % of the font's own; the limit is 125 %",
    ]);
    expect(findings[0]?.rect).toEqual({ x: 0, y: 0, width: 100, height: 10 });
  });

  it('a last line of a few letters that could not be avoided, in running text', async () => {
    const long = 'aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee fffffffff';
    const runts = async (text: string) => {
      const { findings } = await layOut(
        `<p style="text-wrap: pretty; width: 200pt">${long} ${text}</p>`,
      );
      return findings
        .filter(({ code }) => code === 'layout/runt')
        .map(({ measured, limit, unit }) => [measured, limit, unit]);
    };
    expect(await runts('gg')).toEqual([[2, 5, 'letters']]);
    expect(await runts('ggggg')).toEqual([]);
    expect(await runts('ggggg<br>hh')).toEqual([]);
  });

  it('paragraphs alike are each told of', async () => {
    const loose = '<p style="text-align:justify">aaa bbb cccccccc d</p>';
    const { findings } = await layOut(loose + loose);
    expect(findings.map(({ code, rect }) => [code, rect?.y])).toEqual([
      ['layout/loose-line', 0],
      ['layout/loose-line', 20],
    ]);
  });

  it('a paragraph tells of its loosest line only', async () => {
    const { findings } = await layOut(
      '<p style="text-align:justify">aa bb ccccccccc aaa bb ccccccccc d</p>',
    );
    expect(findings.map(({ code, message }) => `${code}: ${message.en}`)).toEqual([
      "layout/loose-line: the word spaces of this line are 586 % of the font's own; the limit is 125 %; 1 more line of its paragraph is too loose",
      'layout/short-line: this line is one word, which does not reach the right edge',
    ]);
  });

  it('a line of one word that does not reach the edge', async () => {
    const { messages } = await layOut('<p style="text-align:justify">aaaaaa bbbbbbbbb c</p>');
    expect(messages).toEqual([
      'note[layout/short-line] this line is one word, which does not reach the right edge',
    ]);
  });

  it('more hyphens in a row than the style allows, where gaps would be worse', async () => {
    const { messages } = await layOut(
      '<p style="text-align:justify;hyphenate-limit-lines:1">aaaaaaaaa&shy;bbbbbbbbb&shy;ccccccccc&shy;dddddd</p>',
    );
    expect(messages).toEqual([
      'warning[layout/hyphen-stack] 3 lines in a row end with a hyphen; the style allows 1',
    ]);
  });

  it('a character the font does not have, once', async () => {
    const { findings, messages } = await layOut('<p>a{{x}}</p>', { fields: { x: 'b漢c漢' } });
    expect(messages).toEqual([
      'error[text/missing-character] the font `Square` has no `漢` (U+6F22), nor has any font after it',
    ]);
    expect(place(findings[0]?.span)).toBe('copy.yaml:1:5 漢');
  });

  it('a mark that the font does not have, and a picture of several signs as one', async () => {
    const { findings } = await layOut('<p>{{x}}</p>', {
      fields: { x: 'be\u20dda\u20dd 👨‍👩‍👧 🇩🇰' },
    });
    expect(findings.map(({ message, span }) => [message.en.slice(0, 37), place(span)])).toEqual([
      ['the font `Square` has no `◌\u20dd` (U+20DD', 'copy.yaml:1:6 \u20dd'],
      ['the font `Square` has no `👨👩👧` (U+', 'copy.yaml:1:10 👨‍👩‍👧'],
      ['the font `Square` has no `🇩🇰` (U+1F', 'copy.yaml:1:19 🇩🇰'],
    ]);
    expect(findings.map(({ hints }) => hints[0]?.message.en)).toEqual([
      'write another one, or ask the designer for a font that has it',
      'delete it: emoji are not printed',
      'delete it: emoji are not printed',
    ]);
  });
});

describe('fields', () => {
  it('lines used, lines left, lines too many', async () => {
    const { pages } = await layOut(
      `<style>html, body { height: 100% }</style>
<div style="height:45pt"><h2>{{a.title}}</h2><p>{{a.body}}</p></div><div style="height:15pt"><p>{{b}}</p></div><p>{{c}}</p>`,
      {
        fields: {
          'a.title': 'ti',
          'a.body': 'aaa bbb ccc',
          b: 'aaa bbb ccc ddd',
          c: 'x',
        },
      },
    );
    const report = measureFields(pages).map(
      ({ field, lines, characters, roomLinesLeft, charactersLeft, oversetLines }) =>
        `${field}: ${lines} lines, ${characters} characters, ${roomLinesLeft} and ${charactersLeft} left, ${oversetLines} too many`,
    );
    expect(report).toEqual([
      'a.title: 1 lines, 2 characters, 1 and 18 left, 0 too many',
      'a.body: 2 lines, 10 characters, 1 and 17 left, 0 too many',
      'b: 2 lines, 14 characters, 0 and -7 left, 1 too many',
      'c: 1 lines, 1 characters, 3 and 39 left, 0 too many',
    ]);
  });

  it.each([
    ['column-rule:1pt solid black', 8, 2],
    ['column-fill:auto;column-rule:1pt solid black', 9, 1],
  ])('room in columns is that of all of them: %s', async (style, room, more) => {
    const filled = (lines: number) =>
      layOut(
        `<div style="height:60pt;columns:2;column-gap:0;orphans:1;widows:1;${style}"><p>{{a}}</p></div>`,
        { fields: { a: 'aaaa '.repeat(lines).trim() } },
      );
    const [report] = measureFields((await filled(3)).pages);
    expect(report?.roomLinesLeft).toBe(room);
    expect((await filled(3 + room)).messages).toEqual([]);
    expect((await filled(3 + room + more)).messages).toHaveLength(1);
  });

  it('a page goes by its name, or by its number', async () => {
    const { pages } = await layOut('<style>h1 { page: cover }</style><h1>{{a}}</h1><p>{{b}}</p>', {
      fields: { a: 'aa', b: 'bb' },
    });
    expect(measureFields(pages).map(({ field, page }) => [field, page])).toEqual([
      ['a', 'cover'],
      ['b', '2'],
    ]);
  });

  it('two fields in one line, and their places', async () => {
    const { pages } = await layOut('<p>{{a}} {{b}}!</p>', { fields: { a: 'aa', b: 'bb' } });
    expect(measureFields(pages).map(({ field, characters }) => [field, characters])).toEqual([
      ['a', 2],
      ['b', 2],
    ]);
  });
});
