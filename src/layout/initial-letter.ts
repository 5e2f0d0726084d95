/**
 * `initial-letter` (css-inline-3 §7): a first letter over several lines. Its capitals reach from
 * those of the first line to the baseline of the last; a dropped one floats, a raised one stands in
 * the first line.
 */
import { type ComputedStyle, noTextIndent } from '../style/index.ts';
import { leftBearingEm } from '../text/index.ts';
import type { FontSet } from './font-set.ts';
import { hasOpticalMargins } from './text-style.ts';
import { turnBack, turnOfWriting, turnStyle } from './turn.ts';
import { isLineFlipped } from './vertical-lines.ts';

/** Lines are seldom exactly where they were thought to be. */
const hair = 0.2;

/** The letter's style, with the size and line height that put it in its place; null where it is none. */
export function initialLetterStyle(
  letter: ComputedStyle,
  block: ComputedStyle,
  fonts: FontSet | null,
  text: string,
): ComputedStyle | null {
  const { initialLetter } = letter;
  if (initialLetter === 'normal' || !fonts) return null;
  const { size, sink } = initialLetter;
  const aroundFont = fonts.fontsFor(block)[0];
  const ownFont = fonts.fontsFor(letter)[0];
  const around = aroundFont.metrics;
  const own = ownFont.metrics;
  const em = block.fontSize;
  const natural = (around.ascentEm + around.descentEm + around.lineGapEm) * em;
  const { lineHeight } = block;
  const step =
    lineHeight === 'normal'
      ? natural
      : lineHeight.kind === 'number'
        ? lineHeight.value * em
        : lineHeight.pt;
  const leading = step - (around.ascentEm + around.descentEm) * em;
  const firstBaseline = leading / 2 + around.ascentEm * em;
  const capitals = (size - 1) * step + around.capHeightEm * em;
  const fontSize = capitals / own.capHeightEm;
  // A line height that puts the baseline where it has to be: half of it lies around the glyph.
  const lineHeightFor = (above: number) => ({
    kind: 'length' as const,
    pt: 2 * above + (own.descentEm - own.ascentEm) * fontSize,
  });
  // Where lines follow one another towards their heads, it stands on the first line's baseline.
  const line = isLineFlipped(letter)
    ? {
        kind: 'length' as const,
        pt: 2 * (step - firstBaseline) + (own.ascentEm - own.descentEm) * fontSize,
      }
    : lineHeightFor((sink - 1) * step + firstBaseline);
  // Where edges are optical, its stem stands over those of the lines below: a large letter has large white.
  const hung = (margin: ComputedStyle['marginLeft'], size: number): ComputedStyle['marginLeft'] => {
    if (margin === 'auto' || !hasOpticalMargins(block) || block.direction === 'rtl') return margin;
    const white = leftBearingEm(ownFont, text) * size - leftBearingEm(aroundFont, 'l') * em;
    return white > 0 ? { ...margin, pt: margin.pt - white } : margin;
  };
  if (sink === 1) return { ...letter, fontSize, lineHeight: lineHeightFor(capitals) };
  // Sides are those of its lines, whichever way they run.
  const turn = turnOfWriting(letter);
  const upright = turnStyle(letter, turnBack(turn));
  const dropped: ComputedStyle = {
    ...upright,
    fontSize,
    display: 'block',
    float: 'left',
    marginLeft: hung(upright.marginLeft, fontSize),
    // Its descender may reach into lines that need not keep clear of it; a hair decides nothing.
    marginBottom: { pt: (sink - hair) * step - line.pt, percent: 0 },
    lineHeight: line,
    textIndent: noTextIndent,
    textWrapMode: 'nowrap',
    letterSpacing: 0,
  };
  return turnStyle(dropped, turn);
}
