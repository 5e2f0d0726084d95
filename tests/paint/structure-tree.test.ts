/** Tagged screen editions, as other programs read them (ISO 32000-1 §14.7, §14.8). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../src/pdf/index.ts';
import { render } from '../support/letter-pixels.ts';
import { structureOf, tagFaults } from '../support/structure.ts';

const font = new Uint8Array(
  readFileSync(join(import.meta.dirname, '../../fonts/hanken-grotesk/HankenGrotesk-Medium.ttf')),
);
const css = `@font-face { font-family: T; src: url(t.ttf) } @page { size: 60mm 40mm; margin: 4mm }
  html { font: 9pt/11pt T } body { margin: 0 }`;

async function tagged(body: string, media: 'screen' | 'press' = 'screen'): Promise<Uint8Array> {
  const html = `<!DOCTYPE html><html lang="da"><head><title>t</title><style>${css}</style></head><body>${body}</body></html>`;
  return (await render(html, media, { 't.ttf': font })).pdf;
}

const picture = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
)}`;

/** Body of a page; what is read, nested as it is indented. */
const cases: Readonly<Record<string, readonly [body: string, read: string]>> = {
  'headings and paragraphs': [
    '<h1>Top</h1><p>One</p><h2>Below</h2><p>Two</p>',
    'H1 "Top" P "One" H2 "Below" P "Two"',
  ],
  'a link with its annotation': [
    '<p>See <a href="https://example.org">this</a>.</p>',
    'P "See " Link Object "this."',
  ],
  'emphasis is part of the words; another language is told apart': [
    '<p>Et <em>stort</em> <b lang="en">great</b> ord</p>',
    'P "Et stort " Span "great ord"',
  ],
  'lists, their numbers and what is in them': [
    '<ol><li>One<ul><li>Inner</ul><li>Two</ol>',
    'L /ListNumbering /Decimal LI Lbl "1. " LBody "One" L /ListNumbering /Circle LI Lbl "• " LBody "Inner" LI Lbl "2. " LBody "Two"',
  ],
  'a table with heads of columns and of rows': [
    '<table><caption>C</caption><thead><tr><th>A<th>B</thead><tr><th>R<td>d</table>',
    'Table Caption "C" THead TR TH /Scope /Column "A" TH /Scope /Column "B" TBody TR TH /Scope /Row "R" TD "d"',
  ],
  'words in a group are a paragraph': [
    '<section>Loose <i>words</i><p>Para</p></section><div>Alone</div>',
    'Sect P "Loose words" P "Para" P "Alone"',
  ],
  'generated words before and after': [
    '<style>q::before{content:"<"}q::after{content:">"}</style><p>A <q>b</q> c</p>',
    'P "A " Quote "<b> c"',
  ],
  'a picture with an alternative, and one that is decoration': [
    `<img src="${picture}" alt="A square"><img src="${picture}" alt="">`,
    'Figure /BBox [11.34 93.8 18.09 100.55]',
  ],
  'a heading that is a link': ['<h2><a href="https://a.dk">T</a></h2>', 'H2 Link Object "T"'],
  'what is hidden is not read': ['<p>A</p><p aria-hidden="true">B</p>', 'P "A"'],
  'in the order of the document, wherever it stands': [
    '<div style="position:relative"><p style="position:absolute;top:20pt;z-index:-1">A</p><p>B</p></div>',
    'P "A" P "B"',
  ],
  'words between blocks are paragraphs in their places': [
    '<h1>H</h1><section>Before. <p>Amid.</p>After.</section>Loose',
    'H1 "H" Sect P "Before." P "Amid." P "After." P "Loose"',
  ],
  'words that are painted later stay in their sentence': [
    '<p>A <span style="position:relative">b</span> c <span style="display:inline-block;transform:rotate(5deg)">d</span> e <span style="float:left">f</span> g</p>',
    'P "A b c d e f g"',
  ],
  'a box in a line has no space beside it that the words have not': [
    '<p>a b<span style="display:inline-block">c</span>d</p>',
    'P "a bcd"',
  ],
  'a drop cap is part of its word': [
    '<style>.c::first-letter { initial-letter: 2 }</style><p class="c">Der var en gang.</p>',
    'P "Der var en gang."',
  ],
  'dots that fill a line are not read': [
    '<style>.t::after { content: leader(dotted) "3" }</style><p class="t">Chapter</p>',
    'P "Chapter3"',
  ],
  'terms and what is said of them': [
    '<dl><dt>A<dt>B<dd>One by<dd>Two<dt>C<dd>Three</dl>',
    'L /ListNumbering /None LI Lbl "A B" LBody "One by Two" LI Lbl "C" LBody "Three"',
  ],
  'roles that the author gave': [
    '<div role="heading" aria-level="3">T</div><div role="list"><div role="listitem">I</div></div><p>A <span role="img" aria-label="star">B</span></p>',
    'H3 "T" L /ListNumbering /None LI LBody "I" P "A " Figure "B"',
  ],
  'a table of roles, and a figure': [
    '<div role="table"><div role="row" style="display:flex"><div role="columnheader">A</div><div role="cell">b</div></div></div><div role="figure">F<p role="caption">C</p></div>',
    'Table TR TH /Scope /Column "A" TD "b" Div P "F" Caption "C"',
  ],
  'the first role that there is counts; others leave elements what they are': [
    '<div role="doc-chapter region"><p role="button">A</p><p role="chapter none">B</p></div>',
    'Sect P "A" P "B"',
  ],
  'what is mixed as a whole': ['<p>A</p><p style="opacity:.5">B</p>', 'P "A" P "B"'],
  'a space where a line ends, and none where a word is divided': [
    '<p style="width: 5em">nu og arbejds&shy;markedet</p>',
    'P "nu og arbejdsmarkedet"',
  ],
  'a forced break': ['<h1>To ord<br>mere</h1>', 'H1 "To ord mere"'],
  'a table goes on: its head is read once': [
    `<table><thead><tr><th>Head</thead>${'<tr><td>cell'.repeat(12)}</table>`,
    `Table THead TR TH /Scope /Column "Head" TBody${' TR TD "cell"'.repeat(12)}`,
  ],
  'a paragraph over two pages is one': [
    `<p>${'ord '.repeat(180).trim()}</p>`,
    `P "${'ord '.repeat(180).trim()}"`,
  ],
  'a note stands where it is called': [
    '<style>.n{float:footnote}</style><p>Ord<span class="n">Note</span> mere</p>',
    'P "Ord" Reference "1" Note <note-1> Lbl "1\u00a0Note mere"',
  ],
  'a call of more than a number': [
    '<style>.n{float:footnote} .n::footnote-call{content:"(" counter(footnote) ")"}</style><p>Ord<span class="n">Note</span></p>',
    'P "Ord" Reference "(1)" Note <note-1> Lbl "1\u00a0Note"',
  ],
  'a picture, and its caption beside it': [
    `<figure><img src="${picture}" alt="A square"><figcaption>Words</figcaption></figure>`,
    'Div Figure /BBox [41.34 84.8 48.09 91.55] Caption "Words"',
  ],
};

describe('a tagged page', () => {
  it.each(Object.entries(cases))('%s', async (_, [body, read]) => {
    const pdf = await tagged(body);
    expect(tagFaults(pdf)).toEqual([]);
    const lines = structureOf(pdf).map((line) => line.trim());
    // What a node holds in several stretches is one text.
    expect(lines.join(' ').replaceAll('" "', '')).toBe(`Document ${read}`);
  });

  it('is for screens: a press file has none of it', async () => {
    const file = readPdf(await tagged('<h1>A</h1><h1>B</h1>', 'press'));
    if (file.kind === 'damage') throw new Error(file.reason);
    const keys = [...file.catalog.entries.keys()];
    expect(keys).not.toContain('StructTreeRoot');
    expect(keys).not.toContain('Outlines');
  });
});
