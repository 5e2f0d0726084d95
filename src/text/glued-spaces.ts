/**
 * Spaces that hold although the copy has an ordinary space: a number and its unit, a day and its
 * month, an abbreviation and what it belongs to, initials and a name, the groups of a telephone
 * number. Danish practice
 * (Retskrivningsordbogen § 42 ff.); the English forms are the same kind.
 */
import { isDigit } from './characters.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** After a number. */
const units = setOf(
  '% ‰ ° °c kr kroner pct procent mio mia tkr km cm mm m m² m³ m2 m3 km² km/t kg g mg t l ml cl dl ha ' +
    'min sek time timer kwh mwh kw mw kb mb gb tb eur euro dkk usd €',
);

/** Before a number. */
const abbreviations = setOf(
  'kl nr stk ca d tlf side s kap art no p pp § §§ kr dkk fig figur tabel tab bilag kapitel afsnit ' +
    'artikel pkt bd bind uge vers',
);

/** After an ordinal: `1. sal`, `2. kvartal`. */
const floors = setOf('sal th tv mf kvt kvartal halvår');

/** After a name: `Christian X`, `Margrethe II`. */
const regnal = /^(?:I{2,3}|IV|VI{0,3}|IX|X|X[IV]+)(?![\p{L}\d])/u;

/** After a day. */
const months = setOf(
  'januar februar marts april maj juni juli august september oktober november december ' +
    'january february march may june july october',
);

/** Belong to what follows, and never end a line alone [§ 42]. */
const forward = setOf(
  'bl.a f.eks fx dvs jf pga mht iht inkl ekskl evt hhv vedr dr prof cand stud hr fr st e.g i.e ' +
    'z.b d.h t.ex mr mrs ms',
);
/** Of these the ones that are written without a stop. */
const bareForward = setOf('fx');

/** Belong to what is before them, and never begin a line alone. */
const backward = setOf('osv mv m.v m.m m.fl o.l o.a etc usw m.h.t');

/** `H.C. Andersen`, `A. P. Møller`: the initials stay with the name. */
const initials = /(?<![\p{L}\d.])(?:\p{Lu}\.[ -]?)+(?= ?\p{Lu}\p{Ll})/gu;

/** Telephone numbers (12 34 56 78, 1234 5678, +45 …) and sums in groups of three. */
const groupedNumber =
  /(?<![\d.,])(?:\+\d{1,3} )?(?:\d{2}(?: \d{2}){3}|\d{4} \d{4}|\d{1,3}(?: \d{3})+)(?!\d)/g;

const longestWord = 12;

function wordAfter(text: string, start: number): string {
  let end = start;
  while (end < text.length && end - start < longestWord && !/[\s.,;:!?)»”]/.test(text.charAt(end)))
    end++;
  return text.slice(start, end).toLowerCase();
}

function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < longestWord && !/[\s(«»“”]/.test(text.charAt(start - 1)))
    start--;
  return text.slice(start, end).toLowerCase().replace(/\.$/, '');
}

/** The word after a space with its stops: `m.fl.` */
function abbreviationAfter(text: string, start: number): string {
  return /^[\p{L}.]{1,12}/u.exec(text.slice(start, start + longestWord))?.[0].toLowerCase() ?? '';
}

/** Last letters of the abbreviations without a stop. */
const bareEndings = new Set([...bareForward].map((word) => word.at(-1)));

/** Abbreviations of two letters apart, which belong to what follows: `z. B. beim Gießen`. */
const forwardApart = setOf('z._b. d._h. e._g. i._e.');

/** `z. B.`, `i. d. R.`: a letter and its stop, and another one. */
function bindsLetters(text: string, space: number): boolean {
  if (text[space - 1] !== '.') return false;
  const isAlone = space < 3 || /[\s(„“»«]/.test(text[space - 3] ?? '');
  if (isAlone && /^\p{L}\.(?!\p{L})/u.test(text.slice(space + 1, space + 4)))
    return /\p{L}/u.test(text[space - 2] ?? '');
  return forwardApart.has(
    text
      .slice(Math.max(0, space - 5), space)
      .toLowerCase()
      .replace(' ', '_'),
  );
}

const signs = new Set([...'!?;:»'].map((sign) => sign.charCodeAt(0)));

/**
 * French sets spaces inside its quotes and before `; : ! ?`. Such a sign, with a space or nothing
 * after it, begins no line in any language; a quote that opens is left alone.
 */
function bindsSigns(text: string, space: number): boolean {
  if (text[space - 1] === '«') return space < 2 || /[\s(]/.test(text[space - 2] ?? '');
  if (!signs.has(text.charCodeAt(space + 1))) return false;
  return /^[!?;:»](?:$|[\s.,)!?;:»])/.test(text.slice(space + 1, space + 3));
}

const blank = 0x20;
const fullStop = 0x2e;

/** Whether the word that begins at a place has a stop near its beginning. */
function hasStop(text: string, start: number): boolean {
  for (let at = start; at < start + longestWord; at++) {
    const code = text.charCodeAt(at);
    if (code === fullStop) return true;
    if (code === blank) return false;
  }
  return false;
}

function bindsWords(text: string, space: number): boolean {
  const last = text[space - 1] ?? '';
  // Few spaces need more than these two looks.
  if (last === '.' || bareEndings.has(last)) {
    const before = wordBefore(text, space);
    if (forward.has(before) && (last === '.' || bareForward.has(before))) return true;
  }
  const isSum = last === '.' && /mi[oa]$/.test(text.slice(space - 4, space - 1));
  if (isSum && text.startsWith('kr', space + 1)) return true;
  if (!hasStop(text, space + 1)) return false;
  const after = abbreviationAfter(text, space + 1);
  return after.endsWith('.') && backward.has(after.slice(0, -1));
}

/** A king's number, after his name. */
function isRegnal(text: string, space: number): boolean {
  if (!'IVX'.includes(text[space + 1] || ' ')) return false;
  return (
    regnal.test(text.slice(space + 1, space + 8)) &&
    /\p{Lu}\p{Ll}+$/u.test(text.slice(Math.max(0, space - 20), space))
  );
}

function holds(text: string, space: number): boolean {
  if (bindsWords(text, space) || bindsLetters(text, space) || bindsSigns(text, space)) return true;
  const isAfterFigure = isDigit(text.charCodeAt(space - 1));
  if (isRegnal(text, space)) return true;
  const isAfterOrdinal = text[space - 1] === '.' && isDigit(text.charCodeAt(space - 2));
  if (isDigit(text.charCodeAt(space + 1)) && !isAfterFigure && !isAfterOrdinal)
    return abbreviations.has(wordBefore(text, space));
  if (!isAfterFigure && !isAfterOrdinal) return false;
  const after = wordAfter(text, space + 1);
  if (isAfterFigure && (units.has(after) || /^\d\/\d$/.test(after))) return true;
  if (isAfterOrdinal && floors.has(after)) return true;
  return months.has(after) && /^\d{1,2}$/.test(wordBefore(text, space));
}

/** Places after a space at which a line may not begin. */
export function gluedSpaces(text: string): readonly number[] {
  if (!/[\d.]|fx|[«\s][!?;:»\s]/i.test(text) && !/ [IVX]/.test(text)) return [];
  const places: number[] = [];
  // Regular expressions of all the world's capitals are slow to make.
  const hasInitials = /[A-ZÆØÅ]\./.test(text);
  for (const { 0: name, index } of hasInitials ? text.matchAll(initials) : []) {
    const end = index + name.length;
    for (let i = index; i <= end; i++) if (text[i] === ' ') places.push(i + 1);
  }
  for (let i = text.indexOf(' '); i !== -1; i = text.indexOf(' ', i + 1))
    if (i > 0 && holds(text, i)) places.push(i + 1);
  for (const { 0: number, index } of text.matchAll(groupedNumber))
    for (let i = 0; i < number.length; i++) if (number[i] === ' ') places.push(index + i + 1);
  return places;
}
