/**
 * `text-combine-upright` (css-writing-modes-4 §9.1): a few letters side by side in the room of one, upright
 * in a line that runs down, as figures in a Japanese column are.
 */
import { anonymousStyle, type ComputedStyle, noTextIndent } from '../style/index.ts';
import { plainWidth } from '../text/index.ts';
import type { BlockBox, InlineText } from './box.ts';
import { anonymousBlock, type Place } from './box-generator.ts';
import { derivedStyle } from './derived-style.ts';
import { FlowBuilder } from './flow-builder.ts';
import type { FontSet } from './font-set.ts';
import { transformText } from './text-transform.ts';

/** Whether words in a style are combined: only where there are any, and in lines that run down. */
export function isCombined({ textCombineUpright, writingMode }: ComputedStyle): boolean {
  const isVertical = writingMode === 'vertical-rl' || writingMode === 'vertical-lr';
  return textCombineUpright === 'all' && isVertical;
}

const squareStyle = derivedStyle((style): Partial<ComputedStyle> => {
  const side = { pt: style.fontSize, percent: 0 };
  return {
    display: 'inline-block',
    writingMode: 'horizontal-tb',
    textCombineUpright: 'none',
    ...{ width: side, height: side },
    lineHeight: { kind: 'number', value: 1 },
    textAlign: 'center',
    textAlignLast: 'auto',
    textIndent: noTextIndent,
    textWrapMode: 'nowrap',
    letterSpacing: 0,
  };
});

/** The box of combined words, one em square; what is wider is made narrower (§9.1.3). */
export function combinedText(text: InlineText, place: Place, fonts: FontSet | null): BlockBox {
  const words = transformText({ ...text, text: text.text.trim() }, true);
  const square = squareStyle(anonymousStyle(place.style));
  const em = square.fontSize;
  const width = fonts ? plainWidth(words.text, fonts.fontsFor(square)[0], em) : em;
  const style = width > em ? narrowed(square, width) : square;
  const builder = new FlowBuilder({ style, language: place.language, owner: place.element });
  builder.addText({ ...words, style });
  return { ...anonymousBlock(builder.finish(), place), style };
}

/** As wide as its words and drawn as wide as it is high. */
function narrowed(style: ComputedStyle, width: number): ComputedStyle {
  const beside = { pt: (style.fontSize - width) / 2, percent: 0 };
  return {
    ...style,
    width: { pt: width, percent: 0 },
    ...{ marginLeft: beside, marginRight: beside },
    transform: [{ kind: 'matrix', matrix: [style.fontSize / width, 0, 0, 1, 0, 0] }],
  };
}
