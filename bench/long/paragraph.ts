/** What `bench/long.js` times in its own process: a paragraph shaped, and broken, in all its width. */
import { readFileSync } from 'node:fs';
import {
  breakParagraph,
  evenShape,
  type Font,
  isFontFault,
  openFont,
  type ParagraphStyle,
  prepareShaping,
  type TextStyle,
} from '../../src/text/index.ts';

const paragraphStyle: ParagraphStyle = {
  align: 'justify',
  alignLast: 'left',
  indentPt: 0,
  wrap: 'total-fit',
  justification: {
    word: { min: 0.8, max: 1.25 },
    letter: { min: 0, max: 0 },
    glyph: { min: 0.98, max: 1.02 },
  },
  hyphenation: { word: 6, before: 2, after: 3, lines: 2, last: 'none', zonePt: 0 },
  opticalMargins: true,
};

function textStyle(font: Font): TextStyle {
  return {
    fonts: [font],
    sizePt: 10,
    letterSpacingPt: 0,
    wordSpacingPt: 0,
    language: 'da',
    features: [],
    kerning: true,
    ligatures: true,
    hyphens: 'auto',
    wrap: true,
    avoidBreaks: false,
  };
}

/** Breaks a Danish text in lines of 116 mm, anew at each call; gives how many lines there are. */
export async function prepareBreaking(fontFile: string): Promise<(text: string) => number> {
  await prepareShaping(['da']);
  const font = openFont(fontFile, readFileSync(fontFile));
  if (isFontFault(font)) throw new Error(`${font.code} ${font.subject}`);
  const style = textStyle(font);
  const shape = evenShape((116 * 72) / 25.4);
  return (text) =>
    breakParagraph([{ kind: 'text', text, style }], paragraphStyle, shape).lines.length;
}
