/**
 * The structure of a sheet (css-syntax-3 §5, with nesting): rules, at-rules and declarations as
 * ranges of tokens. Nothing is understood yet. Faults are reported where they stand, and parsing
 * goes on after the next `;` or the end of the block.
 */
import type { Report, Source, Span } from '../base/index.ts';
import {
  bracketLimit,
  decodeIdent,
  type Token,
  tokensOf,
  tooDeepBracket,
  tokenTypes as types,
} from './css.ts';
import * as problems from './problems.ts';

/** Tokens `from` to `to`, exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface DeclarationItem {
  readonly kind: 'declaration';
  /** Lower case; custom properties as written. */
  readonly name: string;
  readonly nameSpan: Span;
  /** From the name to the value's last token. */
  readonly span: Span;
  readonly value: Range;
  readonly isImportant: boolean;
}

export interface RuleItem {
  readonly kind: 'rule';
  readonly prelude: Range;
  readonly span: Span;
  readonly block: readonly Item[];
}

export interface AtRuleItem {
  readonly kind: 'at-rule';
  /** Lower case, without `@`. */
  readonly name: string;
  readonly prelude: Range;
  /** From `@` to the prelude's end. */
  readonly span: Span;
  /** Null where it ends with a semicolon. */
  readonly block: readonly Item[] | null;
}

export type Item = DeclarationItem | RuleItem | AtRuleItem;

/** A sheet's tokens and its top-level items. */
export interface SyntaxTree {
  readonly source: Source;
  readonly tokens: readonly Token[];
  readonly items: readonly Item[];
}

interface Parser {
  readonly source: Source;
  readonly tokens: readonly Token[];
  readonly report: Report;
  index: number;
}

const openers: ReadonlyMap<number, number> = new Map([
  [types.function, types.rightParenthesis],
  [types.leftParenthesis, types.rightParenthesis],
  [types.leftSquare, types.rightSquare],
  [types.leftCurly, types.rightCurly],
]);

/** A whole sheet. Reports `css/syntax`; a sheet that is `css/too-deep` is left out. */
export function parseSyntax(source: Source, report: Report): SyntaxTree {
  const parser = createParser(source, report);
  const items: Item[] = [];
  while (parser.index < parser.tokens.length) {
    items.push(...readItems(parser, false));
    const stray = parser.tokens[parser.index];
    if (stray) {
      report(problems.unexpected(textAt(parser, stray), spanOf(parser, stray, stray)));
      parser.index += 1;
    }
  }
  return { source, tokens: parser.tokens, items };
}

/** The declarations of a `style` attribute. Reports `css/syntax`, `css/too-deep`. */
export function parseDeclarationList(source: Source, report: Report): SyntaxTree {
  const parser = createParser(source, report);
  return { source, tokens: parser.tokens, items: readItems(parser, true) };
}

function createParser(source: Source, report: Report): Parser {
  const tokens = tokensOf(source.text);
  const tooDeep = tooDeepBracket(tokens);
  const parser: Parser = { source, tokens: tooDeep ? [] : tokens, report, index: 0 };
  if (tooDeep) report(problems.tooDeep(bracketLimit, spanOf(parser, tooDeep, tooDeep)));
  for (const token of parser.tokens) checkToken(parser, token);
  return parser;
}

/** Strings that run over the line's end, `url(a b)`, comments that never end. */
function checkToken(parser: Parser, token: Token): void {
  const { report } = parser;
  const text = textAt(parser, token);
  const isOpenComment = token.type === types.comment && (text.length < 4 || !text.endsWith('*/'));
  if (isOpenComment) report(problems.unclosedComment(spanOf(parser, token, token)));
  if (token.type === types.badString) report(problems.unclosedString(spanOf(parser, token, token)));
  if (token.type === types.badUrl) report(problems.badUrl(text, spanOf(parser, token, token)));
}

const textAt = ({ source }: Parser, token: Token): string =>
  source.text.slice(token.start, token.end);

const spanOf = ({ source }: Parser, first: Token, last: Token): Span => ({
  source,
  start: first.start,
  end: last.end,
});

function isBlank(token: Token | undefined): boolean {
  return token?.type === types.whiteSpace || token?.type === types.comment;
}

/** Items up to the end or to the `}` that closes the block, which is left. */
function readItems(parser: Parser, isBlock: boolean): readonly Item[] {
  const items: Item[] = [];
  for (;;) {
    const token = parser.tokens[parser.index];
    if (!token || token.type === types.rightCurly) return items;
    if (isSkipped(token)) parser.index += 1;
    else if (token.type === types.atKeyword) items.push(readAtRule(parser, token));
    else {
      const item = (isBlock ? readDeclaration(parser) : undefined) ?? readRule(parser, isBlock);
      if (item) items.push(item);
    }
  }
}

function isSkipped(token: Token): boolean {
  const { type } = token;
  return isBlank(token) || type === types.semicolon || type === types.cdo || type === types.cdc;
}

/** Index after the token at `index`, or after the block it opens. */
function indexAfter(parser: Parser, index: number): number {
  const closers: number[] = [];
  for (let at = index; at < parser.tokens.length; at += 1) {
    const type = parser.tokens[at]?.type ?? 0;
    const closer = openers.get(type);
    if (closer !== undefined) closers.push(closer);
    else if (type === closers.at(-1)) closers.pop();
    if (closers.length === 0) return at + 1;
  }
  return parser.tokens.length;
}

/** Index of the first of `stops` outside of brackets, or of the `}` around, or the end. */
function indexOf(parser: Parser, stops: readonly number[]): number {
  let index = parser.index;
  while (index < parser.tokens.length) {
    const type = parser.tokens[index]?.type ?? 0;
    if (type === types.rightCurly || stops.includes(type)) return index;
    index = indexAfter(parser, index);
  }
  return index;
}

/** Without white space and comments at both ends. */
function trim(parser: Parser, from: number, to: number): Range {
  let start = from;
  let end = to;
  while (start < end && isBlank(parser.tokens[start])) start += 1;
  while (end > start && isBlank(parser.tokens[end - 1])) end -= 1;
  return { from: start, to: end };
}

function readAtRule(parser: Parser, keyword: Token): AtRuleItem {
  parser.index += 1;
  const end = indexOf(parser, [types.semicolon, types.leftCurly]);
  const prelude = trim(parser, parser.index, end);
  const isBare = prelude.from === prelude.to;
  const last = (isBare ? undefined : parser.tokens[prelude.to - 1]) ?? keyword;
  const name = decodeIdent(textAt(parser, keyword).slice(1)).toLowerCase();
  const span = spanOf(parser, keyword, last);
  parser.index = end;
  const hasBlock = parser.tokens[end]?.type === types.leftCurly;
  const block = hasBlock ? readBlock(parser) : null;
  if (!hasBlock) parser.index += parser.tokens[end]?.type === types.semicolon ? 1 : 0;
  return { kind: 'at-rule', name, prelude, span, block };
}

/** `{ … }`; the index is on the `{`. */
function readBlock(parser: Parser): readonly Item[] {
  const open = parser.tokens[parser.index];
  parser.index += 1;
  const items = readItems(parser, true);
  const isClosed = parser.tokens[parser.index]?.type === types.rightCurly;
  if (isClosed) parser.index += 1;
  else if (open) parser.report(problems.unclosedBlock(spanOf(parser, open, open)));
  return items;
}

/** `name: value`, if that is what stands here; a nested rule like `a:hover {…}` is not. */
function readDeclaration(parser: Parser): DeclarationItem | undefined {
  const { tokens, index: start } = parser;
  const nameToken = tokens[start];
  if (nameToken?.type !== types.ident) return undefined;
  const colon = trim(parser, start + 1, tokens.length).from;
  if (tokens[colon]?.type !== types.colon) return undefined;
  const written = decodeIdent(textAt(parser, nameToken));
  const isCustom = written.startsWith('--');
  const end = indexOf(parser, [types.semicolon]);
  if (!isCustom && hasBlockWithin(parser, colon + 1, end)) return undefined;
  const whole = trim(parser, colon + 1, end);
  const { value, isImportant } = splitImportant(parser, whole);
  parser.index = end;
  return {
    kind: 'declaration',
    name: isCustom ? written : written.toLowerCase(),
    nameSpan: spanOf(parser, nameToken, nameToken),
    span: spanOf(parser, nameToken, tokens[value.to - 1] ?? nameToken),
    value,
    isImportant,
  };
}

function hasBlockWithin(parser: Parser, from: number, to: number): boolean {
  for (let index = from; index < to; index = indexAfter(parser, index))
    if (parser.tokens[index]?.type === types.leftCurly) return true;
  return false;
}

/** `!important` at the end; another word after `!` is reported and dropped. */
function splitImportant(
  parser: Parser,
  whole: Range,
): { readonly value: Range; readonly isImportant: boolean } {
  const word = parser.tokens[whole.to - 1];
  const bangIndex = trim(parser, whole.from, whole.to - 1).to - 1;
  const bang = parser.tokens[bangIndex];
  const isMarked =
    word?.type === types.ident && bang?.type === types.delim && textAt(parser, bang) === '!';
  if (!isMarked || bangIndex < whole.from) return { value: whole, isImportant: false };
  const isImportant = textAt(parser, word).toLowerCase() === 'important';
  if (!isImportant)
    parser.report(problems.unknownImportant(textAt(parser, word), spanOf(parser, bang, word)));
  return { value: trim(parser, whole.from, bangIndex), isImportant };
}

/** `selectors { … }`. Undefined, after a report, where no block follows. */
function readRule(parser: Parser, isBlock: boolean): RuleItem | undefined {
  const { tokens, index: start } = parser;
  const end = indexOf(parser, isBlock ? [types.leftCurly, types.semicolon] : [types.leftCurly]);
  const prelude = trim(parser, start, end);
  const first = tokens[prelude.from];
  const last = tokens[prelude.to - 1] ?? first;
  parser.index = end;
  if (tokens[end]?.type === types.leftCurly) {
    const open = tokens[end];
    const span = first && last ? spanOf(parser, first, last) : spanOf(parser, open, open);
    return { kind: 'rule', prelude, span, block: readBlock(parser) };
  }
  if (first && last) {
    const text = parser.source.text.slice(first.start, last.end);
    const span = spanOf(parser, first, last);
    parser.report(isBlock ? problems.notADeclaration(text, span) : problems.notARule(text, span));
  }
  return undefined;
}
