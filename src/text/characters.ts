/** Kinds of characters, as far as setting Latin text asks. Code points in, truth out. */

/** Invisible by definition (Unicode: Default_Ignorable_Code_Point), soft hyphen included. */
export function isIgnorable(code: number): boolean {
  return (
    code === 0xad ||
    code === 0x34f ||
    code === 0x61c ||
    (code >= 0x180b && code <= 0x180f) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff ||
    (code >= 0xe0100 && code <= 0xe01ef)
  );
}

/** Ends a line whatever the style (UAX 14 classes BK, CR, LF, NL). */
export function isForcedBreak(code: number): boolean {
  return (code >= 0x0a && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** A space or tab that may vanish at a line's end, and stretches in a justified line. */
export function isBreakingSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** Stretches in a justified line (css-text-3 §8.3, word separators). */
export function isWordSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0;
}

/** Spaces that HarfBuzz makes from the ordinary one where a font lacks them. */
export function isSpace(code: number): boolean {
  return (
    isWordSpace(code) ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

const letter = /^\p{L}/u;

/** A letter of any script. */
export function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  if (code >= 0xc0 && code <= 0x24f) return code !== 0xd7 && code !== 0xf7;
  return letter.test(String.fromCodePoint(code));
}

/** Letters that are joined with their neighbours: nothing may be set between them (css-text-4 §8.2.1). */
export function isJoining(code: number): boolean {
  return code >= 0x600 && code <= 0x8ff && isLetter(code) && scriptOf(code) !== 'Thaa';
}

const mark = /^\p{M}/u;

/** A combining mark: belongs to the character before it. */
export function isMark(code: number): boolean {
  return code >= 0x300 && mark.test(String.fromCodePoint(code));
}

/** Scripts that are written from right to left, by where their characters stand. */
const turnedScripts: readonly (readonly [first: number, last: number, script: string])[] = [
  [0x590, 0x5ff, 'Hebr'],
  [0x600, 0x6ff, 'Arab'],
  [0x700, 0x74f, 'Syrc'],
  [0x750, 0x77f, 'Arab'],
  [0x780, 0x7bf, 'Thaa'],
  [0x7c0, 0x7ff, 'Nkoo'],
  [0x860, 0x86f, 'Syrc'],
  [0x870, 0x8ff, 'Arab'],
  [0xfb1d, 0xfb4f, 'Hebr'],
  [0xfb50, 0xfdff, 'Arab'],
  [0xfe70, 0xfefc, 'Arab'],
];

/** ISO 15924 of the scripts that are told apart; '' for characters common to all. */
export function scriptOf(code: number): string {
  if (code < 0x370) return isLetter(code) ? 'Latn' : '';
  if (code <= 0x3ff || (code >= 0x1f00 && code <= 0x1fff)) return 'Grek';
  if (code >= 0x400 && code <= 0x52f) return 'Cyrl';
  if (code >= 0x1e00 && code <= 0x1eff) return 'Latn';
  if (!isLetter(code)) return '';
  const turned = turnedScripts.find(([first, last]) => code >= first && code <= last);
  return turned?.[2] ?? 'Zzzz';
}
