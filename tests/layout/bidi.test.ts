/**
 * Words from right to left, in lines. Upper-case letters stand for Hebrew ones and come back as such;
 * every letter is 10 pt wide, a line 100 pt.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fragment, LineFragment } from '../../src/layout/index.ts';
import { layOut } from '../support/lay-out.ts';
import { squareFont } from '../support/square-font.ts';

const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(0x5d0 + index)).join(
  '',
);
const squares = {
  'fonts/square.ttf': squareFont({ also: letters }),
  'fonts/square-bold.ttf': squareFont({ also: letters, weight: 700 }),
};

const inHebrew = (html: string) =>
  html.replace(/(?<![&;\w])[A-Z]+(?![\w;])/g, (word) =>
    [...word].map((letter) => letters[letter.charCodeAt(0) - 0x41]).join(''),
  );
const inLatin = (text: string) =>
  text.replace(/[\u05d0-\u05e9]/g, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) - 0x5d0 + 0x41),
  );

interface Seen {
  readonly x: number;
  readonly text: string;
}

/** What is seen of a fragment, in pieces from left to right: glyphs, `[` and `]` for boxes with edges. */
function seen(fragment: Fragment, x: number): readonly Seen[] {
  const at = x + fragment.x;
  if (fragment.kind === 'text') {
    let pen = at;
    return [...fragment.run.glyphs].map(({ text, advancePt }) => {
      const glyph = { x: pen, text };
      pen += advancePt;
      return glyph;
    });
  }
  if (fragment.kind === 'box' && fragment.style.display === 'inline-block')
    return [{ x: at, text: '▢' }];
  const inside = fragment.children.flatMap((child) => seen(child, at));
  if (fragment.kind === 'line') return inside;
  const { left, right } = fragment.border;
  return [
    ...(left > 0 ? [{ x: at, text: '[' }] : []),
    ...inside,
    ...(right > 0 ? [{ x: at + fragment.width - right, text: ']' }] : []),
  ];
}

function linesIn(fragment: Fragment, x = 0): readonly { line: LineFragment; x: number }[] {
  if (fragment.kind === 'text') return [];
  if (fragment.kind === 'line') return [{ line: fragment, x }];
  return fragment.children.flatMap((child) => linesIn(child, x + fragment.x));
}

/** Each line as it looks, after where it begins. */
async function looks(html: string) {
  const { pages, messages } = await layOut(inHebrew(html), { files: squares });
  expect(messages).toEqual([]);
  return pages.flatMap(({ root }) =>
    linesIn(root).map(({ line, x }) => {
      const pieces = [...seen(line, x)].sort((a, b) => a.x - b.x);
      return `${pieces[0]?.x}: ${inLatin(pieces.map(({ text }) => text).join(''))}`;
    }),
  );
}

const box = '<style>b { border: solid black; border-width: 0 2pt 0 1pt }</style>';

describe('a line', () => {
  it.each([
    ['words of the other direction', '<p>ab CD e</p>', ['0: ab DC e']],
    ['a paragraph of it', '<p dir="rtl">AB c D</p>', ['40: D c BA']],
    ['signs between them', '<p>AB, CD</p>', ['0: DC ,BA']],
    ['signs at its end', '<p dir="rtl">AB c.</p>', ['50: .c BA']],
    ['figures', '<p dir="rtl">AB 12-3</p>', ['30: 12-3 BA']],
    ['brackets, as they are read', '<p dir="rtl">A (B)</p>', ['50: )B( A']],
    ['lines broken in reading order', '<p>ABCD EFGH IJ a</p>', ['0: HGFE DCBA', '0: JI a']],
    [
      "spaces at a line's end",
      '<p style="white-space:break-spaces">A B  <br>c</p>',
      ['0: B A  ', '0: c'],
    ],
    ['an isolate', '<p>a: <bdi>B</bdi>: 1</p>', ['0: a: B: 1']],
    ['what would be without it', '<p>a: B: 1</p>', ['0: a: 1 :B']],
    ['`dir` by its first letter', '<p dir="auto">1 A b</p>', ['50: b A 1']],
    ['`dir` of a part', '<p>a <span dir="rtl">b C</span> d</p>', ['0: a C b d']],
    ['an override', '<p><bdo dir="rtl">abc</bdo> d</p>', ['0: cba d']],
    [
      'an override of a block',
      '<p style="unicode-bidi:bidi-override;direction:rtl">abc</p>',
      ['70: cba'],
    ],
    ['plain text', '<p style="unicode-bidi:plaintext">A b</p>', ['70: b A']],
    [
      'plain text by paragraphs',
      '<p style="unicode-bidi:plaintext">A b<br>c D<br>E</p>',
      ['70: b A', '0: c D', '90: E'],
    ],
    [
      'plain text at the end',
      '<p style="unicode-bidi:plaintext;text-align:end">A b<br>c</p>',
      ['0: b A', '90: c'],
    ],
    [
      'plain text in a block from right to left',
      '<p dir="rtl" style="unicode-bidi:plaintext">A<br>c</p>',
      ['90: A', '0: c'],
    ],
    ['what is set in the middle', '<p dir="rtl" style="text-align:center">AB c</p>', ['30: c BA']],
    ['the left side', '<p dir="rtl" style="text-align:left">AB c</p>', ['0: c BA']],
    [
      'a forced break in an isolate',
      '<p>a <bdi dir="rtl">b C<br>d E</bdi></p>',
      ['0: a C b', '0: E d'],
    ],
    [
      'a picture among words',
      '<p>A<span style="display:inline-block;width:10pt;height:5pt"></span>B</p>',
      ['0: B▢A'],
    ],
  ])('%s', async (_, html, expected) => {
    expect(await looks(html)).toEqual(expected);
  });

  it.each([
    ['around words of the other direction', '<p>a <b>BC</b> d</p>', ['0: a [CB] d']],
    ['among them', '<p>A <b>B</b> C</p>', ['0: C [B] A']],
    ['around words of both', '<p>a <b>BC d</b> e</p>', ['0: a [CB d] e']],
    ['in two pieces', '<p>AB <b>C d</b> e</p>', ['0: [C BA d] e']],
    ['in a paragraph from right to left', '<p dir="rtl">A <b>BC</b> d</p>', ['37: d [CB] A']],
    ['with nothing in it', '<p>A <b></b> B</p>', ['0: B[] A']],
    ['over two lines', '<p>aaaa <b>BBBB CC</b> d</p>', ['0: aaaa [BBBB', '0: CC] d']],
  ])('a box %s', async (_, html, expected) => {
    expect((await looks(box + html)).map((line) => line.replace('  ', ' '))).toEqual(expected);
  });
});

describe('what a line tells of itself', () => {
  it('each piece of copy keeps its place', async () => {
    const { pages } = await layOut('<p dir="rtl">{{a}}{{b}}</p>', {
      files: squares,
      fields: { a: inHebrew('AB '), b: inHebrew('CD') },
    });
    const [first] = pages.flatMap(({ root }) => linesIn(root));
    const found = first?.line.children.map((one) =>
      one.kind === 'text' ? [one.x, one.field, inLatin(one.text)] : [],
    );
    expect(found).toEqual([
      [0, 'b', 'CD'],
      [20, 'a', 'AB '],
    ]);
  });
});

describe('the order of painting', () => {
  it('is that of reading, boxes and all', async () => {
    const { pages } = await layOut(inHebrew('<p dir="rtl">A <b>BC</b> d <b>E</b></p>'), {
      files: squares,
    });
    const words = (one: Fragment): readonly string[] =>
      one.kind === 'text' ? [inLatin(one.text)] : one.children.flatMap(words);
    expect(pages.flatMap(({ root }) => words(root))).toEqual(['A ', 'BC', ' ', 'd', ' ', 'E']);
  });
});

describe('Arabic letters', () => {
  const naskh = readFileSync(
    join(import.meta.dirname, '../support/fonts/noto-naskh-arabic-letters.ttf'),
  );
  const sheet = '@font-face { font-family: N; src: url("fonts/n.ttf") } html { font: 10pt N }';
  const glyphsOf = async (html: string) => {
    const { pages } = await layOut(html, { files: { 'fonts/n.ttf': naskh }, sheet });
    const lines = pages.flatMap(({ root }) => linesIn(root));
    const ids = (one: Fragment): readonly number[] =>
      one.kind === 'text' ? [...one.run.glyphs].map(({ id }) => id) : one.children.flatMap(ids);
    return lines.flatMap(({ line }) => ids(line));
  };

  it('are not set apart to fill a line: they are joined', async () => {
    const { pages } = await layOut(
      '<p style="text-align:justify;text-align-last:justify;-trykklar-justify:letter 90% 140% word 90% 110%;width:70pt">عملي&nbsp;سلام</p>',
      { files: { 'fonts/n.ttf': naskh }, sheet },
    );
    const [first] = pages.flatMap(({ root }) => linesIn(root));
    const advances = (one: Fragment): readonly number[] =>
      one.kind === 'text'
        ? [...one.run.glyphs].flatMap(({ text, advancePt }) =>
            text === '\u00a0' ? [] : advancePt / one.run.scaleX,
          )
        : one.children.flatMap(advances);
    const set = first ? advances(first.line) : [];
    const plain = await layOut('<p>عملي&nbsp;سلام</p>', { files: { 'fonts/n.ttf': naskh }, sheet });
    const [other] = plain.pages.flatMap(({ root }) => linesIn(root));
    expect(first?.line.width).toBeCloseTo(70);
    for (const [index, advance] of (other ? advances(other.line) : []).entries())
      expect(set[index]).toBeCloseTo(advance);
  });

  it('join, also across an element', async () => {
    const joined = await glyphsOf('<p>سلام</p>');
    const apart = await glyphsOf('<p>س ل ا م</p>');
    expect(joined).toHaveLength(4);
    expect(joined.filter((id) => apart.includes(id))).toHaveLength(1);
    expect(await glyphsOf('<p>عم<i style="color:red">ليـ</i></p>')).toEqual(
      expect.arrayContaining((await glyphsOf('<p>عملي</p>')).slice(-2)),
    );
  });
});
