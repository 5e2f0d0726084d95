/**
 * The marks that the copy may use inside a text:
 *
 *     *kursiv*   **fed**   [text](address)   [address]()   https://…   www.…   ^[footnote]
 *     [[Anders Fløjborg]]  never broken      ~  no-break space      \-  soft hyphen
 *     \ at the end of a line, before a space, or \n: a forced line break
 *     \* \[ \~ \\ …        the sign itself
 *
 * Plain texts (headings) know the second and third line only. A mark that is never closed is
 * printed as it stands, with a warning. One pass, left to right, with a stack of open marks.
 */
import type { Report } from '../base/index.ts';
import type { Inline } from './inline.ts';
import { plainText } from './inline.ts';
import { findAddressEnd, isAddressStart, linkTarget } from './link-address.ts';
import * as problems from './problems.ts';
import { type PlacedText, spanOfText } from './scalar-text.ts';

type OpenKind = 'em' | 'strong' | 'nowrap' | 'link' | 'note';

const markers: Readonly<Record<OpenKind, { readonly open: string; readonly close: string }>> = {
  em: { open: '*', close: '*' },
  strong: { open: '**', close: '**' },
  nowrap: { open: '[[', close: ']]' },
  link: { open: '[', close: '](…)' },
  note: { open: '^[', close: ']' },
};

interface Frame {
  readonly kind: OpenKind | 'root';
  /** Index of the opening mark in the text. */
  readonly start: number;
  readonly children: Inline[];
}

/** Marks inside marks beyond this are taken literally. */
const nestingLimit = 12;

interface Parsing {
  readonly placed: PlacedText;
  readonly isRich: boolean;
  readonly report: Report;
  readonly stack: Frame[];
  at: number;
  readonly end: number;
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || /[ \t\r\n]/.test(character);
}

function push(parsing: Parsing, inline: Inline): void {
  parsing.stack.at(-1)?.children.push(inline);
}

/** Words as they stand, one piece for each stretch that is unbroken in the source too. */
function pushVerbatim(parsing: Parsing, start: number, end: number): void {
  const { placed } = parsing;
  let from = start;
  for (let i = start + 1; i <= end; i += 1) {
    const isUnbroken = i < end && placed.positions[i] === (placed.positions[i - 1] ?? 0) + 1;
    if (isUnbroken) continue;
    const text = placed.text.slice(from, i).replace(/[\r\n\t]/g, ' ');
    push(parsing, { kind: 'text', text, span: spanOfText(placed, from, i) });
    from = i;
  }
}

/** Something that stands for `length` characters of the source; moves past them. */
function pushFor(parsing: Parsing, text: string, length: number, isEscaped = false): void {
  const span = spanOfText(parsing.placed, parsing.at, parsing.at + length);
  push(parsing, { kind: 'text', text, span, ...(isEscaped ? { isEscaped } : {}) });
  parsing.at += length;
}

function pushLiteral(parsing: Parsing, length: number): void {
  pushVerbatim(parsing, parsing.at, parsing.at + length);
  parsing.at += length;
}

/** `[words]` with something that was meant as its address: `(http…)` after a space, or no `)`. */
function isHalfLink({ placed, at, end }: Parsing): boolean {
  return /^\](?:[ \t]\((?:https?:|www\.|mailto:)|\([^)]*$)/.test(
    placed.text.slice(at, Math.min(end, at + 400)),
  );
}

/** An open mark that is never closed: its sign and its children join what is around it. */
function flattenTop(parsing: Parsing, isBracketed = false): void {
  const frame = parsing.stack.pop();
  if (!frame || frame.kind === 'root') return;
  const { open, close } = markers[frame.kind];
  const end = frame.start + open.length;
  const span = spanOfText(parsing.placed, frame.start, end);
  // `[…]` without an address is an editor's bracket, not a slip.
  if (!isBracketed) parsing.report(problems.markUnclosed(open, close, span));
  else if (isHalfLink(parsing)) parsing.report(problems.linkBroken(span));
  pushVerbatim(parsing, frame.start, end);
  for (const child of frame.children) push(parsing, child);
}

function isOpen(parsing: Parsing, kind: OpenKind): boolean {
  return parsing.stack.some((frame) => frame.kind === kind);
}

/** Takes the frame of a kind off the stack; marks opened inside it and not closed are flattened. */
function takeFrame(parsing: Parsing, kind: OpenKind): Frame | undefined {
  while (parsing.stack.length > 1 && parsing.stack.at(-1)?.kind !== kind) flattenTop(parsing);
  return parsing.stack.pop();
}

function open(parsing: Parsing, kind: OpenKind): void {
  parsing.stack.push({ kind, start: parsing.at, children: [] });
  parsing.at += markers[kind].open.length;
}

function close(parsing: Parsing, kind: 'em' | 'strong' | 'nowrap' | 'note'): void {
  const frame = takeFrame(parsing, kind);
  if (frame) push(parsing, { kind, children: frame.children });
  parsing.at += markers[kind].close.length;
}

function readEscape(parsing: Parsing): void {
  const next = parsing.placed.text[parsing.at + 1];
  const isLast = parsing.at + 1 >= parsing.end;
  if (next === '-') pushFor(parsing, '\u00AD', 2);
  else if (isLast || isSpace(next) || next === 'n') readBreak(parsing);
  else if (next !== undefined && /[!-/:-@[-`{-~]/.test(next)) pushFor(parsing, next, 2, true);
  else pushFor(parsing, '\\', 1);
}

/** A forced break, with the white space after it. */
function readBreak(parsing: Parsing): void {
  const { placed, end } = parsing;
  let after = parsing.at + 1;
  if (placed.text[after] === 'n' && after < end) after += 1;
  while (after < end && isSpace(placed.text[after])) after += 1;
  push(parsing, { kind: 'break', span: spanOfText(placed, parsing.at, parsing.at + 1) });
  parsing.at = after;
}

function readStar(parsing: Parsing): void {
  const { placed, at } = parsing;
  let run = 1;
  while (placed.text[at + run] === '*') run += 1;
  const top = parsing.stack.at(-1)?.kind;
  const mayClose = at > 0 && !isSpace(placed.text[at - 1]);
  const prefersStrong = run === 2 || (run > 2 && top !== 'em');
  const closing = prefersStrong ? 'strong' : 'em';
  const mayOpen = at + run < parsing.end && !isSpace(placed.text[at + run]);
  const opening = run >= 2 ? 'strong' : 'em';
  const hasRoom = parsing.stack.length < nestingLimit;
  if (mayClose && isOpen(parsing, closing)) close(parsing, closing);
  else if (mayOpen && hasRoom && !isOpen(parsing, opening)) open(parsing, opening);
  else pushLiteral(parsing, run);
}

/** `](address)` after an open `[`: the link; anything else leaves the bracket as it is. */
function closeLink(parsing: Parsing): boolean {
  const { placed, at } = parsing;
  const bracket = placed.text[at + 1] === '(' ? placed.text.indexOf(')', at + 2) : -1;
  if (!isOpen(parsing, 'link') || bracket < 0 || bracket >= parsing.end) return false;
  const frame = takeFrame(parsing, 'link');
  if (!frame) return false;
  const given = placed.text.slice(at + 2, bracket).trim();
  const href = linkTarget(given === '' ? plainText(frame.children) : given);
  if (href !== null) push(parsing, { kind: 'link', href, children: frame.children });
  else {
    const span = spanOfText(placed, frame.start, bracket + 1);
    parsing.report(problems.linkRefused(given || plainText(frame.children), span));
    for (const child of frame.children) push(parsing, child);
  }
  parsing.at = bracket + 1;
  return true;
}

function readOpenBracket(parsing: Parsing): void {
  const { placed, at } = parsing;
  if (parsing.isRich && /^\)\[(?:\]|https?:|www\.)/.test(placed.text.slice(at - 1, at + 7)))
    parsing.report(problems.linkBroken(spanOfText(placed, at, at + 1)));
  const kind = placed.text[at + 1] === '[' ? 'nowrap' : 'link';
  // The one before was forgotten: within it, this one would mean nothing.
  if (kind === 'nowrap' && isOpen(parsing, kind)) {
    while (parsing.stack.at(-1)?.kind !== kind) flattenTop(parsing);
    flattenTop(parsing);
  }
  const isKnown = kind === 'nowrap' || parsing.isRich;
  const hasRoom = parsing.stack.length < nestingLimit;
  if (isKnown && hasRoom && !isOpen(parsing, kind)) open(parsing, kind);
  else pushLiteral(parsing, 1);
}

function readCloseBracket(parsing: Parsing): void {
  if (parsing.isRich && closeLink(parsing)) return;
  const isDouble = parsing.placed.text[parsing.at + 1] === ']';
  if (isDouble && isOpen(parsing, 'nowrap')) {
    close(parsing, 'nowrap');
    return;
  }
  const brackets = parsing.stack.filter(({ kind }) => kind === 'link' || kind === 'note');
  if (brackets.at(-1)?.kind === 'note') {
    close(parsing, 'note');
    return;
  }
  const isOfLink = parsing.stack.at(-1)?.kind === 'link';
  if (isOfLink) flattenTop(parsing, true);
  else if (isDouble && !isOpen(parsing, 'link')) {
    const { placed, at } = parsing;
    parsing.report(problems.markUnopened('[[', ']]', spanOfText(placed, at, at + 2)));
    pushLiteral(parsing, 1);
  }
  pushLiteral(parsing, 1);
}

/** `^[`: a footnote begins. A note has no notes of its own. */
function readCaret(parsing: Parsing): void {
  const begins = parsing.isRich && parsing.placed.text[parsing.at + 1] === '[';
  const hasRoom = parsing.stack.length < nestingLimit;
  if (begins && hasRoom && !isOpen(parsing, 'note')) open(parsing, 'note');
  else pushLiteral(parsing, 1);
}

/** A bare address that begins `https://` or `www.`. */
function readAddress(parsing: Parsing): boolean {
  const { placed, at, end } = parsing;
  const stop = findAddressEnd(placed.text, at, end);
  const href = linkTarget(placed.text.slice(at, stop));
  if (href === null) return false;
  parsing.stack.push({ kind: 'link', start: at, children: [] });
  pushVerbatim(parsing, at, stop);
  const frame = parsing.stack.pop();
  push(parsing, { kind: 'link', href, children: frame?.children ?? [] });
  parsing.at = stop;
  return true;
}

/** Words up to the next sign that may mean something, or a bare address. */
function readWords(parsing: Parsing): void {
  const { text } = parsing.placed;
  const start = parsing.at;
  const mayLink = parsing.isRich && !isOpen(parsing, 'link');
  if (mayLink && isAddressStart(text, start) && readAddress(parsing)) return;
  do parsing.at += 1;
  while (
    parsing.at < parsing.end &&
    !'\\~*[]^'.includes(text[parsing.at] ?? '') &&
    !(mayLink && isAddressStart(text, parsing.at))
  );
  pushVerbatim(parsing, start, parsing.at);
}

function readNext(parsing: Parsing): void {
  const character = parsing.placed.text[parsing.at];
  if (character === '\\') readEscape(parsing);
  else if (character === '~') pushFor(parsing, '\u00A0', 1);
  else if (character === '*' && parsing.isRich) readStar(parsing);
  else if (character === '[') readOpenBracket(parsing);
  else if (character === ']') readCloseBracket(parsing);
  else if (character === '^') readCaret(parsing);
  else readWords(parsing);
}

/**
 * The words from `start` to `end` of a text with their marks understood. Reports
 * `input/unclosed-mark`, `input/broken-link` (both taken literally) and `input/link-address` (the words stay, no link).
 */
export function parseInline(
  placed: PlacedText,
  range: { readonly start: number; readonly end: number },
  isRich: boolean,
  report: Report,
): readonly Inline[] {
  const root: Frame = { kind: 'root', start: range.start, children: [] };
  const parsing: Parsing = {
    placed,
    isRich,
    report,
    stack: [root],
    at: range.start,
    end: range.end,
  };
  while (parsing.at < parsing.end) readNext(parsing);
  while (parsing.stack.length > 1) flattenTop(parsing);
  return root.children;
}
