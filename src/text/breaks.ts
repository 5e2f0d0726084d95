/**
 * Where lines may end, hyphenation apart: the part of the Unicode line breaking algorithm that
 * Latin text needs (UAX 14; rule numbers beside each), and the house's rules for Danish: dashes,
 * ellipses, numbers with their units.
 */
import {
  isBreakingSpace,
  isDigit,
  isForcedBreak,
  isIgnorable,
  isLetter,
  isMark,
} from './characters.ts';
import { gluedSpaces } from './glued-spaces.ts';
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

/** Stands for a picture or an inline block in a paragraph's text. */
export const objectReplacement = '\ufffc';

type Class =
  | 'letter'
  | 'digit'
  | 'space'
  | 'forced'
  | 'glue'
  | 'zero-width'
  | 'open'
  | 'close'
  | 'quote'
  | 'slash'
  | 'hyphen'
  | 'dash'
  | 'ellipsis'
  | 'prefix'
  | 'postfix'
  | 'object'
  | 'ideograph'
  | 'mark'
  | 'other';

const classOfCharacter: ReadonlyMap<string, Class> = new Map(
  (
    [
      ['\u00a0\u202f\u2007\u2060\ufeff\u2011\u034f', 'glue'],
      ['\u200b', 'zero-width'],
      ['([{\u00a1\u00bf\u201a\u201e\u2039', 'open'],
      [')]},.;:!?\u203a\u203c\u2049', 'close'],
      ['"\'\u2018\u2019\u201b\u201c\u201d\u201f\u00ab\u00bb', 'quote'],
      ['/', 'slash'],
      ['-\u2010', 'hyphen'],
      ['\u2012\u2013\u2014\u2015', 'dash'],
      ['\u2026', 'ellipsis'],
      ['$\u00a3\u00a5\u20ac\u00a7#+\u00b1\u2116\\', 'prefix'],
      ['%\u2030\u00b0\u2032\u2033\u00a2', 'postfix'],
      [objectReplacement, 'object'],
    ] as const
  ).flatMap(([characters, name]) => [...characters].map((char) => [char, name] as const)),
);

function isIdeograph(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xf900 && code <= 0xfaff) || code >= 0x20000
  );
}

function classOf(code: number): Class {
  if (isForcedBreak(code)) return 'forced';
  if (isBreakingSpace(code)) return 'space';
  if (isDigit(code)) return 'digit';
  const named = classOfCharacter.get(String.fromCodePoint(code));
  if (named) return named;
  if (isIdeograph(code)) return 'ideograph';
  if (isLetter(code)) return 'letter';
  if (isIgnorable(code) || isMark(code)) return 'mark';
  // Fixed spaces of the U+2000 block: a break is allowed after them (LB: class BA).
  if ((code >= 0x2000 && code <= 0x200a) || code === 0x205f || code === 0x3000) return 'space';
  return 'other';
}

/** The classes of a text's code units; marks and low surrogates take the class before them (LB 9). */
function classify(text: string): readonly Class[] {
  const classes: Class[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    let name = classOf(code);
    const before = classes[i - 1];
    const canCarry = before !== undefined && !['space', 'forced', 'zero-width'].includes(before);
    if (name === 'mark') name = canCarry ? before : 'letter';
    classes.push(name);
    if (code > 0xffff) {
      classes.push(name);
      i++;
    }
  }
  return classes;
}

const isWordly = (name: Class | undefined) => name === 'letter' || name === 'digit';

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
function mayBreakAfterSpace(classes: readonly Class[], i: number): boolean {
  const next = classes[i];
  // LB 7, 13: spaces hang on the line before; punctuation never begins a line.
  if (next === 'space' || next === 'zero-width' || next === 'forced' || next === 'glue')
    return false;
  if (next === 'close' || next === 'postfix') return false;
  let before = i - 1;
  while (before >= 0 && classes[before] === 'space') before--;
  // LB 14: not after an opening bracket, not even with spaces between.
  if (classes[before] === 'open') return false;
  const after = classes[i + 1];
  const standsAlone =
    after === undefined || after === 'space' || after === 'glue' || after === 'forced';
  // House: a dash between spaces and an ellipsis after a space belong to the words before them.
  if (next === 'dash' && standsAlone) return false;
  if (next === 'ellipsis' && (standsAlone || after === 'close' || after === 'quote'))
    return before < 0;
  // House: an ellipsis that begins a sentence belongs to the word after it.
  if (classes[before] === 'ellipsis')
    return before > 0 && classes[before - 1] !== 'forced' && classes[before - 1] !== 'open';
  return true;
}

/** A hyphen in a word: two characters before it, a letter after it, and no number. */
function isWordHyphen(classes: readonly Class[], i: number): boolean {
  return (
    classes[i] === 'letter' &&
    (classes[i - 2] === 'letter' || classes[i - 2] === 'digit') &&
    isWordly(classes[i - 3])
  );
}

/** What may happen between two characters with no space between them. */
function breakBetween(classes: readonly Class[], i: number): number {
  const before = classes[i - 1];
  const next = classes[i];
  if (before === undefined || next === undefined) return breaking.none;
  if (next === 'space' || next === 'forced' || next === 'zero-width') return breaking.none;
  if (before === 'zero-width') return breaking.allowed;
  if (before === 'glue' || next === 'glue') return breaking.none;
  if (next === 'close' || next === 'quote' || next === 'postfix') return breaking.none;
  if (before === 'open' || before === 'quote' || before === 'prefix') return breaking.none;
  if (before === 'object' || next === 'object') return breaking.allowed;
  if (before === 'hyphen') return isWordHyphen(classes, i) ? breaking.hyphen : breaking.none;
  // Dashes without spaces join words (København–Aarhus) or bound an interval (10–20), never broken.
  if (before === 'dash') return next === 'letter' && classes[i - 2] === 'letter' ? 1 : 0;
  if (before === 'slash')
    return next === 'letter' && classes[i - 2] === 'letter' && classes[i - 3] === 'letter' ? 1 : 0;
  if (before === 'ideograph' || next === 'ideograph')
    return next === 'slash' || next === 'hyphen' || next === 'dash' || next === 'ellipsis' ? 0 : 1;
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
    if (before === 'forced') {
      const isCrLf = text[i - 1] === '\r' && text[i] === '\n';
      breaks[i] = isCrLf ? breaking.none : breaking.forced;
    } else if (continues(text, i)) breaks[i] = breaking.none;
    else if (before === 'space') breaks[i] = mayBreakAfterSpace(classes, i) ? 1 : 0;
    else breaks[i] = breakBetween(classes, i);
  }
  if (classes[text.length - 1] === 'forced') breaks[text.length] = breaking.forced;
  for (const { start, end, places } of addressBreaks(text)) {
    breaks.fill(breaking.none, start + 1, end);
    for (const place of places) breaks[place] = breaking.address;
  }
  for (const place of gluedSpaces(text)) breaks[place] = breaking.none;
  return breaks;
}
