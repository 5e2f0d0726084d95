/**
 * The parts of Handlebars' syntax tree that we read, as a closed union. `template.ts` alone knows
 * the package; its nodes have this shape.
 */
import type { Source, Span } from '../base/index.ts';

export interface Location {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

export interface PathNode {
  readonly type: 'PathExpression';
  readonly loc: Location;
  /** `@index` and the like. */
  readonly data: boolean;
  /** How many `../` stand before. */
  readonly depth: number;
  readonly parts: readonly string[];
  original: string;
}

export interface LiteralNode {
  readonly type:
    | 'StringLiteral'
    | 'NumberLiteral'
    | 'BooleanLiteral'
    | 'UndefinedLiteral'
    | 'NullLiteral';
  readonly loc: Location;
  readonly value?: unknown;
  readonly original?: unknown;
}

export interface HashNode {
  readonly pairs: readonly {
    readonly key: string;
    readonly value: ExpressionNode;
    readonly loc: Location;
  }[];
}

/** What calls have in common: `{{path params hash}}`, `(path params hash)`, blocks. */
export interface CallParts {
  readonly loc: Location;
  readonly path: PathNode | LiteralNode;
  readonly params: ExpressionNode[];
  readonly hash?: HashNode | undefined;
}

export interface SubExpressionNode extends CallParts {
  readonly type: 'SubExpression';
}

export type ExpressionNode = PathNode | LiteralNode | SubExpressionNode;

export interface ProgramNode {
  readonly type: 'Program';
  body: StatementNode[];
  readonly blockParams?: readonly string[] | undefined;
}

export interface ContentNode {
  readonly type: 'ContentStatement';
  readonly loc: Location;
  value: string;
  readonly original: string;
}

export interface MustacheNode extends CallParts {
  readonly type: 'MustacheStatement';
  escaped: boolean;
}

export interface BlockNode extends CallParts {
  readonly type: 'BlockStatement';
  readonly program?: ProgramNode | undefined;
  readonly inverse?: ProgramNode | undefined;
}

export interface PartialNode {
  readonly type: 'PartialStatement' | 'PartialBlockStatement';
  readonly loc: Location;
  readonly name: ExpressionNode;
  readonly params: ExpressionNode[];
  readonly hash?: HashNode | undefined;
  readonly program?: ProgramNode | undefined;
}

export interface OtherNode {
  readonly type: 'CommentStatement' | 'Decorator' | 'DecoratorBlock';
  readonly loc: Location;
}

export type StatementNode = ContentNode | MustacheNode | BlockNode | PartialNode | OtherNode;

/** Offset of Handlebars' line (from 1) and column (from 0). */
export function offsetOf(source: Source, { line, column }: Location['start']): number {
  const start = source.lineStarts[line - 1] ?? source.text.length;
  return Math.min(start + column, source.text.length);
}

/** A node's place in its template. */
export function spanOfNode(source: Source, { start, end }: Location): Span {
  const from = offsetOf(source, start);
  return { source, start: from, end: Math.max(from, offsetOf(source, end)) };
}

/** The name of a partial as written; null where it is computed. */
export function partialName({ name }: PartialNode): string | null {
  if (name.type === 'SubExpression') return null;
  return String(name.original ?? '');
}

/** Blocks of Handlebars itself, with the number of arguments each takes. */
export const builtInBlocks: ReadonlyMap<string, number> = new Map([
  ['if', 1],
  ['unless', 1],
  ['each', 1],
  ['with', 1],
]);

/** Whether a mustache or an expression calls a function; `{{name}}` alone is a field. */
export function isCall({ params, hash }: CallParts): boolean {
  return params.length > 0 || (hash?.pairs.length ?? 0) > 0;
}

/** The name that a call calls: `upper`; empty where it is no simple name. */
export function calledName({ path }: CallParts): string {
  return path.type === 'PathExpression' ? path.original : String(path.original ?? '');
}
