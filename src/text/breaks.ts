/**
 * Where lines may end, hyphenation apart: the part of the Unicode line breaking algorithm that
 * Latin text needs (UAX 14; rule numbers beside each), and the house's rules for Danish: dashes,
 * ellipses, numbers with their units.
 */
import { isIgnorable, isMark } from './characters.ts';
import { gluedSpaces } from './glued-spaces.ts';
import { classify, lineClass as is } from './line-classes.ts';
import { addressBreaks } from './web-addresses.ts';

/** What may happen before a character. */
export const breaking = {
  none: 0,
  /** Between words, after a slash or a dash, beside an atom. */
  allowed: 1,
  /** After a hyphen that stands in the text. */
  hyphen: 2,
  /** Inside a web or mail address; nothing is added. */
  address: 3,
  forced: 4,
} as const;

const isWordly = (name: number | undefined) => name === is.letter || name === is.digit;

/** True where a code unit continues the character before it. */
function continues(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  if (unit < 0xad) return false;
  if (unit >= 0xdc00 && unit <= 0xdfff)
    return i > 0 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800;
  const isBreakable = unit === 0x200b || unit === 0x2060 || unit === 0xfeff;
  return !isBreakable && (isIgnorable(unit) || isMark(unit));
}

/** May a line end between a space and the character at `i`? */
function mayBreakAfterSpace(classes: Uint8Array, i: number): boolean {
  const next = classes[i];
  // LB 7, 13: spaces hang on the line before; punctuation never begins a line.
  if (next === is.space || next === is.zeroWidth || next === is.forced || next === is.glue)
    return false;
  if (next === is.close || next === is.postfix) return false;
  let before = i - 1;
  while (before >= 0 && classes[before] === is.space) before--;
  // LB 14: not after an opening bracket, not even with spaces between.
  if (classes[before] === is.open) return false;
  const after = classes[i + 1];
  const standsAlone =
    after === undefined || after === is.space || after === is.glue || after === is.forced;
  // House: a dash between spaces and an ellipsis after a space belong to the words before them.
  if (next === is.dash && standsAlone) return false;
  if (next === is.ellipsis && (standsAlone || after === is.close || after === is.quote))
    return before < 0;
  // House: an ellipsis that begins a sentence belongs to the word after it.
  if (classes[before] === is.ellipsis)
    return before > 0 && classes[before - 1] !== is.forced && classes[before - 1] !== is.open;
  return true;
}

/** A hyphen in a word: two characters before it, a letter after it, and no number. */
function isWordHyphen(classes: Uint8Array, i: number): boolean {
  return (
    classes[i] === is.letter &&
    (classes[i - 2] === is.letter || classes[i - 2] === is.digit) &&
    isWordly(classes[i - 3])
  );
}

/** What may happen between two characters with no space between them. */
function breakBetween(classes: Uint8Array, i: number): number {
  const before = classes[i - 1];
  const next = classes[i];
  if (before === undefined || next === undefined) return breaking.none;
  if (next === is.space || next === is.forced || next === is.zeroWidth) return breaking.none;
  if (before === is.zeroWidth) return breaking.allowed;
  if (before === is.glue || next === is.glue) return breaking.none;
  if (next === is.close || next === is.quote || next === is.postfix) return breaking.none;
  if (before === is.open || before === is.quote || before === is.prefix) return breaking.none;
  if (before === is.object || next === is.object) return breaking.allowed;
  if (before === is.hyphen) return isWordHyphen(classes, i) ? breaking.hyphen : breaking.none;
  // Dashes without spaces join words (København–Aarhus) or bound an interval (10–20), never broken.
  if (before === is.dash) return next === is.letter && classes[i - 2] === is.letter ? 1 : 0;
  if (before === is.slash)
    return next === is.letter && classes[i - 2] === is.letter && classes[i - 3] === is.letter
      ? 1
      : 0;
  if (before === is.ideograph || next === is.ideograph)
    return next === is.slash || next === is.hyphen || next === is.dash || next === is.ellipsis
      ? 0
      : 1;
  return breaking.none;
}

/**
 * For each code unit of a paragraph's text, what may happen before it (one of `breaking`). Entry 0
 * is `none`. The break after a row of spaces is at the first character after them.
 */
export function findBreaks(text: string): Uint8Array {
  const classes = classify(text);
  const breaks = new Uint8Array(text.length + 1);
  for (let i = 1; i < text.length; i++) {
    const before = classes[i - 1];
    // Most of any text: inside words lines are not broken.
    if (before === is.letter && classes[i] === is.letter) continue;
    if (before === is.forced) {
      const isCrLf = text[i - 1] === '\r' && text[i] === '\n';
      breaks[i] = isCrLf ? breaking.none : breaking.forced;
    } else if (continues(text, i)) breaks[i] = breaking.none;
    else if (before === is.space) breaks[i] = mayBreakAfterSpace(classes, i) ? 1 : 0;
    else breaks[i] = breakBetween(classes, i);
  }
  if (classes[text.length - 1] === is.forced) breaks[text.length] = breaking.forced;
  for (const { start, end, places } of addressBreaks(text)) {
    breaks.fill(breaking.none, start + 1, end);
    for (const place of places) breaks[place] = breaking.address;
  }
  for (const place of gluedSpaces(text)) breaks[place] = breaking.none;
  return breaks;
}
