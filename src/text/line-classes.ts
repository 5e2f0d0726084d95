/**
 * Classes of characters by what lines may do around them (UAX 14 §5.1, as far as Latin text needs
 * them), as numbers: a book has a million characters.
 */
import {
  isBreakingSpace,
  isDigit,
  isForcedBreak,
  isIgnorable,
  isLetter,
  isMark,
} from './characters.ts';

/** 0 stands for no character: before the start and after the end. */
export const lineClass = {
  letter: 1,
  digit: 2,
  space: 3,
  forced: 4,
  glue: 5,
  zeroWidth: 6,
  open: 7,
  close: 8,
  quote: 9,
  slash: 10,
  hyphen: 11,
  dash: 12,
  ellipsis: 13,
  prefix: 14,
  postfix: 15,
  object: 16,
  ideograph: 17,
  mark: 18,
  other: 19,
} as const;

/** Stands for a picture or an inline block in a paragraph's text. */
export const objectReplacement = '\ufffc';

const classOfCharacter: ReadonlyMap<string, number> = new Map(
  (
    [
      ['\u00a0\u202f\u2007\u2060\ufeff\u2011\u034f', lineClass.glue],
      ['\u200b', lineClass.zeroWidth],
      ['([{\u00a1\u00bf\u201a\u201e\u2039', lineClass.open],
      [')]},.;:!?\u203a\u203c\u2049', lineClass.close],
      // Brackets and stops of Chinese, Japanese and Korean (UAX 14: OP, CL, EX, NS).
      ['「『（［｛〈《【〔〖〘〚｢', lineClass.open],
      ['」』）］｝〉》】〕〗〙〛｣、。，．｡､：；！？・々〻ゝゞヽヾ', lineClass.close],
      ['"\'\u2018\u2019\u201b\u201c\u201d\u201f\u00ab\u00bb', lineClass.quote],
      ['/', lineClass.slash],
      ['-\u2010', lineClass.hyphen],
      ['\u2012\u2013\u2014\u2015', lineClass.dash],
      ['\u2026', lineClass.ellipsis],
      ['$\u00a3\u00a5\u20ac\u00a7#+\u00b1\u2116\\', lineClass.prefix],
      ['%\u2030\u00b0\u2032\u2033\u00a2', lineClass.postfix],
      [objectReplacement, lineClass.object],
    ] as const
  ).flatMap(([characters, name]) => [...characters].map((char) => [char, name] as const)),
);

function isIdeograph(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff01 && code <= 0xff9f) ||
    code >= 0x20000
  );
}

function findClass(code: number): number {
  if (isForcedBreak(code)) return lineClass.forced;
  if (isBreakingSpace(code)) return lineClass.space;
  if (isDigit(code)) return lineClass.digit;
  const named = classOfCharacter.get(String.fromCodePoint(code));
  if (named !== undefined) return named;
  if (isIdeograph(code)) return lineClass.ideograph;
  if (isLetter(code)) return lineClass.letter;
  if (isIgnorable(code) || isMark(code)) return lineClass.mark;
  // Fixed spaces of the U+2000 block: a break is allowed after them (LB: class BA).
  const isFixedSpace = (code >= 0x2000 && code <= 0x200a) || code === 0x205f || code === 0x3000;
  return isFixedSpace ? lineClass.space : lineClass.other;
}

/** Of common characters the classes are looked up once; 0 not yet. */
const commonClasses = new Uint8Array(0x2100);

function classOf(code: number): number {
  if (code >= commonClasses.length) return findClass(code);
  let found = commonClasses[code] ?? 0;
  if (found === 0) {
    found = findClass(code);
    commonClasses[code] = found;
  }
  return found;
}

function canCarry(before: number): boolean {
  return (
    before !== 0 &&
    before !== lineClass.space &&
    before !== lineClass.forced &&
    before !== lineClass.zeroWidth
  );
}

/** The classes of a text's code units; marks and low surrogates take the class before them (LB 9). */
export function classify(text: string): Uint8Array {
  const classes = new Uint8Array(text.length);
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code >= 0xd800 && code < 0xdc00) code = text.codePointAt(i) ?? code;
    const own = classOf(code);
    if (own !== lineClass.mark) before = own;
    else if (!canCarry(before)) before = lineClass.letter;
    classes[i] = before;
    if (code > 0xffff) classes[++i] = before;
  }
  return classes;
}
