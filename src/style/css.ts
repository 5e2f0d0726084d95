/**
 * css-tree, wrapped: CSS text to tokens (css-syntax-3 §4), selectors to their syntax tree. Nothing
 * else of it is loaded: its value grammars are large, and the property tables here know their own.
 * Its parser of rules is not used because it takes no nested rule that lacks an `&`.
 */
import type { CssNode, SyntaxParseError } from 'css-tree';
import parse from 'css-tree/selector-parser';
import { tokenize } from 'css-tree/tokenizer';
import { ident, string, url } from 'css-tree/utils';

export type { CssNode, Selector as SelectorNode } from 'css-tree';

/** Where the parser stumbled: an offset in the sheet. */
export interface SyntaxFault {
  readonly kind: 'fault';
  readonly offset: number;
}

/** The selectors of a list, as trees whose places are offset by `offset`; or where it went wrong. */
export function parseSelectorTree(text: string, offset: number): CssNode | SyntaxFault {
  try {
    return parse(text, { context: 'selectorList', positions: true, offset });
  } catch (error) {
    if (!isSyntaxFault(error)) throw error;
    return { kind: 'fault', offset: error.offset };
  }
}

function isSyntaxFault(error: unknown): error is SyntaxParseError {
  return error instanceof Error && error.name === 'SyntaxError' && 'offset' in error;
}

/** Token types of css-syntax-3 §4, as css-tree numbers them. */
export const tokenTypes = {
  ident: 1,
  function: 2,
  atKeyword: 3,
  hash: 4,
  string: 5,
  badString: 6,
  url: 7,
  badUrl: 8,
  delim: 9,
  number: 10,
  percentage: 11,
  dimension: 12,
  whiteSpace: 13,
  cdo: 14,
  cdc: 15,
  colon: 16,
  semicolon: 17,
  comma: 18,
  leftSquare: 19,
  rightSquare: 20,
  leftParenthesis: 21,
  rightParenthesis: 22,
  leftCurly: 23,
  rightCurly: 24,
  comment: 25,
} as const;

export interface Token {
  readonly type: number;
  readonly start: number;
  readonly end: number;
}

/** The tokens of a text, in order, comments and white space included. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  tokenize(text, (type, start, end) => {
    tokens.push({ type, start, end });
  });
  return tokens;
}

const openers: ReadonlySet<number> = new Set([
  tokenTypes.function,
  tokenTypes.leftParenthesis,
  tokenTypes.leftSquare,
  tokenTypes.leftCurly,
]);

const closers: ReadonlySet<number> = new Set([
  tokenTypes.rightParenthesis,
  tokenTypes.rightSquare,
  tokenTypes.rightCurly,
]);

/** Brackets inside each other that are read; nobody writes a dozen. */
export const bracketLimit = 100;

/** The bracket that opens one level more than `bracketLimit`; undefined where none does. */
export function tooDeepBracket(tokens: readonly Token[]): Token | undefined {
  let depth = 0;
  for (const token of tokens) {
    if (openers.has(token.type)) depth += 1;
    else if (closers.has(token.type) && depth > 0) depth -= 1;
    if (depth > bracketLimit) return token;
  }
  return undefined;
}

/** An identifier without its escapes. */
export const decodeIdent = (text: string): string =>
  text.includes('\\') ? ident.decode(text) : text;

/** A string's words, from its spelling with quotes. */
export const decodeString = (text: string): string => string.decode(text);

/** The address in `url(…)` without quotes. */
export const decodeUrl = (text: string): string => url.decode(text);
