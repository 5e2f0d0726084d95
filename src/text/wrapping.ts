/**
 * Breaks that a style asks for besides those of UAX 14 (css-text-4 §5): between any letters, around
 * every character, after every space that is kept, or in words too long for a line.
 */
import { type BreakPoints, naturalWidth } from './break-points.ts';
import { breaking } from './breaks.ts';
import { isBreakingSpace, isDigit, isForcedBreak, isLetter } from './characters.ts';
import { tolerancePt } from './demerits.ts';
import type { ParagraphText } from './paragraph-text.ts';
import { cutting } from './shape.ts';
import type { TextStyle } from './types.ts';

const isWordly = (code: number) => isLetter(code) || isDigit(code);

/** A letter or figure after one, or after punctuation that closes. */
const afterWhich = /[\p{L}\p{N}\p{M}.,:;!?%)\]}-]/u;

/** What may happen between two characters in a style; `usual` otherwise. */
function between(text: string, at: number, { wrapping }: TextStyle, usual: number): number {
  const before = text.charCodeAt(at - 1);
  const code = text.charCodeAt(at);
  if (usual === breaking.forced || isForcedBreak(code) || isForcedBreak(before)) return usual;
  const keepsSpaces = wrapping?.spaces === 'break';
  if (isBreakingSpace(before)) return keepsSpaces ? breaking.allowed : usual;
  if (isBreakingSpace(code) && !keepsSpaces) return usual;
  if (wrapping?.words === 'anywhere') return breaking.allowed;
  if (wrapping?.words === 'break-all')
    return isWordly(code) && afterWhich.test(text.charAt(at - 1)) ? breaking.allowed : usual;
  const isKept = wrapping?.words === 'keep-all' && usual === breaking.allowed;
  return isKept && isWordly(before) && isWordly(code) ? breaking.none : usual;
}

/** `breaks` with what the styles of the text ask for; itself where they ask for nothing. */
export function withOwnBreaks(paragraph: ParagraphText, breaks: Uint8Array): Uint8Array {
  const { text, texts, textOf, cuts } = paragraph;
  const hasOwn = texts.some(
    ({ style: { wrapping } }) => wrapping?.words !== 'normal' || wrapping.spaces === 'break',
  );
  if (!hasOwn) return breaks;
  for (let at = 1; at < text.length; at++) {
    const style = texts[textOf[at] ?? -1]?.style;
    if (!style?.wrapping || cuts[at] === cutting.inside) continue;
    breaks[at] = between(text, at, style, breaks[at] ?? breaking.none);
  }
  return breaks;
}

type Overflow = 'break-word' | 'anywhere';

/** True where some word may be broken should it be too long. */
export function mayBreakWords({ texts }: ParagraphText, which: readonly Overflow[]): boolean {
  return texts.some(({ style }) => which.some((one) => style.wrapping?.overflow === one));
}

/**
 * Offsets, marked with 1, at which words may be broken so that they do not stick out: in stretches
 * between ordinary breaks that are wider than `room`.
 */
export function emergencyBreaks(
  { text, texts, textOf, cuts }: ParagraphText,
  points: BreakPoints,
  room: number,
  which: readonly Overflow[],
): Uint8Array {
  const marks = new Uint8Array(text.length + 1);
  for (let to = 1; to < points.count; to++) {
    if (naturalWidth(points, to - 1, to) <= room + tolerancePt) continue;
    const end = points.end[to] ?? 0;
    for (let at = (points.start[to - 1] ?? 0) + 1; at < end; at++) {
      const overflow = texts[textOf[at] ?? -1]?.style.wrapping?.overflow;
      const isOpen = which.some((one) => one === overflow) && cuts[at] !== cutting.inside;
      if (isOpen && !isBreakingSpace(text.charCodeAt(at))) marks[at] = 1;
    }
  }
  return marks;
}
