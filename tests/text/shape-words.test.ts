/** Texts of long documents are shaped word by word, and have the glyphs of whole texts. */
import { beforeAll, expect, it } from 'vitest';
import { prepareShaping, type TextStyle } from '../../src/text/index.ts';
import { type ShapedText, shapeText } from '../../src/text/shape.ts';
import { shapeByWords } from '../../src/text/shape-words.ts';
import { projectFont, textStyle } from './support.ts';

beforeAll(() => prepareShaping(['da', 'en']));

const fonts = [
  'source-serif-4/SourceSerif4-Regular.ttf',
  'source-serif-4/SourceSerif4-Italic.ttf',
  'hanken-grotesk/HankenGrotesk-Medium.ttf',
];

/** Ligatures, joints, capitals and quotes that kern with a space, marks and signs that join words. */
const texts = [
  'Chefløn og skafinde: fi ffi af fin, Av. To Vi Wo Y. Alt V T »Te« “To V” ‘A’ — i 1 000 T 11, 7/7 ',
  'fisk i \u0301fjord T\u0303a AV\u00adA o\u200df i\u00a0dag  to  mellemrum \u2011 5 % kl. 17–18 ',
  'LT f P. A V A W A T f f fi 7 1 1 /7 W – T “ T” »V« V« ',
];

const styles: readonly Partial<TextStyle>[] = [
  {},
  { kerning: false, language: 'en' },
  { letterSpacingPt: 1 },
  {
    features: [
      { tag: 'smcp', value: 1 },
      { tag: 'dlig', value: 1 },
    ],
  },
];

const written = ({ runs, ...rest }: ShapedText) => ({
  ...rest,
  runs: runs.map(({ font, ...run }) => ({ ...run, font: font.id })),
});

it.each(fonts)('gives the glyphs of the whole in %s', (path) => {
  const font = projectFont(path);
  for (const change of styles)
    for (const text of texts) {
      const style = textStyle({ fonts: [font], ...change });
      const long = text.repeat(4);
      expect(written(shapeByWords(long, style))).toEqual(written(shapeText(long, style)));
    }
});
