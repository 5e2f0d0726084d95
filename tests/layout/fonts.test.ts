import { describe, expect, it } from 'vitest';
import { matchFace } from '../../src/style/index.ts';
import { layOut } from '../support/lay-out.ts';
import { squareFont } from '../support/square-font.ts';

const rules = `@font-face { font-family: Square; src: url(/fonts/square.ttf) } @page { size: 100pt 100pt }`;

describe('faces', () => {
  const face = (weight: number, italic = false) => ({ weight, italic });
  it.each([
    [400, [300, 500], 500],
    [400, [300, 600], 300],
    [500, [400, 600], 400],
    [300, [200, 400], 200],
    [300, [400, 700], 400],
    [600, [500, 700], 700],
    [900, [400, 500], 500],
  ])('weight %i of %j is %i', (wanted, weights, expected) => {
    expect(
      matchFace(
        weights.map((weight) => face(weight)),
        face(wanted),
      )?.weight,
    ).toBe(expected);
  });

  it('slope comes before weight', () => {
    expect(matchFace([face(400), face(700, true)], face(400, true))).toEqual(face(700, true));
  });
});

describe('fonts', () => {
  it('a family that is not declared', async () => {
    const { findings, messages } = await layOut('<p>a</p>', {
      sheet: `${rules} p { font-family: Squere, serif }`,
    });
    expect(messages).toEqual([
      'error[layout/unknown-font] no `@font-face` declares the font `Squere`',
    ]);
    expect(findings[0]?.hints[0]?.replacement).toBe('Square');
    expect(findings[0]?.span?.source.text.slice(findings[0].span.start, findings[0].span.end)).toBe(
      'font-family: Squere, serif',
    );
  });

  it('a generic family alone', async () => {
    const { messages } = await layOut('<p>a</p>', { sheet: rules });
    expect(messages).toEqual([
      'warning[layout/generic-font] `serif` names no font of this project; `Square` is used',
    ]);
  });

  it('only what words are set in is read', async () => {
    const { messages } = await layOut('<p>a</p><div class="x"></div>', {
      sheet: `${rules} @font-face { font-family: Lost; src: url(/lost.ttf) } html { font-family: Square } .x { font-family: Lost, Gone }`,
    });
    expect(messages).toEqual([]);
  });

  it('a file that is missing, and one that is broken', async () => {
    const { messages } = await layOut('<p>a <b>c</b></p>', {
      sheet: `${rules} @font-face { font-family: Lost; src: url(/lost.ttf) } @font-face { font-family: Bad; src: url(/bad.ttf) }
html { font-family: Lost, Square } b { font-family: Bad, Square; font-weight: 400 }`,
      files: { 'bad.ttf': squareFont().slice(0, 400) },
    });
    expect(messages[0]).toBe('error[layout/missing-font-file] there is no font file `lost.ttf`');
    expect(messages[1]).toMatch(/^error\[text\/font-damaged\]/);
    expect(messages).toHaveLength(2);
  });

  it('emphasis that no face of the family shows', async () => {
    const { messages } = await layOut('<p>a <b>b</b> <em>c</em></p>', {
      sheet: `${rules} html { font-family: Square } b { font-weight: 700 } em { font-style: italic }`,
    });
    expect(messages).toEqual([
      'warning[layout/stand-in-face] `Square` has no bold among its `@font-face` rules; the emphasis cannot be seen',
      'warning[layout/stand-in-face] `Square` has no italic among its `@font-face` rules; the emphasis cannot be seen',
    ]);
  });

  it('a bold italic, where there are a bold and no italic', async () => {
    const bold =
      '@font-face { font-family: Square; font-weight: 700; src: url(/fonts/square.ttf) }';
    const { messages } = await layOut('<p>a <b>b</b></p>', {
      sheet: `${rules} ${bold} html { font-family: Square } b { font: italic 700 10pt Square }`,
    });
    expect(messages).toEqual([
      'warning[layout/stand-in-face] `Square` has no bold italic among its `@font-face` rules; the emphasis cannot be seen',
    ]);
  });

  it('no font at all makes no pages, and says so', async () => {
    const { pages, messages } = await layOut('<p>a</p>', { sheet: '' });
    expect(pages).toEqual([]);
    expect(messages).toEqual([
      'error[layout/no-fonts] the document has words, but no style sheet declares a font',
    ]);
  });

  it('a document without words needs none', async () => {
    const { pages, messages } = await layOut('<div style="height:5pt"></div>', { sheet: '' });
    expect(pages).toHaveLength(1);
    expect(messages).toEqual([]);
  });
});
