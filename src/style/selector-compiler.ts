/** What every part of a selector's compilation has at hand. */
import type { Source, Span } from '../base/index.ts';
import type { CssNode } from './css.ts';
import * as problems from './problems.ts';
import type { ComplexSelector } from './selectors.ts';
import type { StyleContext } from './style-context.ts';

/** What prefixes stand for (css-namespaces-3); `''` is for names without one. */
export type Namespaces = ReadonlyMap<string, 'html' | 'svg' | 'other'>;

export interface Compiler {
  readonly source: Source;
  readonly context: StyleContext;
  /** What `&` stands for (css-nesting-1); null at the top level. */
  readonly parents: readonly ComplexSelector[] | null;
  /** True where a selector without `&` is one of what stands in the parents: not in brackets. */
  readonly isRelative: boolean;
  /** Not in brackets. */
  readonly isOutermost: boolean;
  /** Inside `@scope`: `:scope` is its root. */
  readonly isScoped: boolean;
  readonly namespaces: Namespaces;
}

export function spanOf({ source }: Compiler, node: CssNode): Span {
  const start = node.loc?.start.offset ?? 0;
  return { source, start, end: node.loc?.end.offset ?? start };
}

export function textOf(compiler: Compiler, node: CssNode): string {
  const { start, end } = spanOf(compiler, node);
  return compiler.source.text.slice(start, end);
}

export function unexpected(compiler: Compiler, node: CssNode): null {
  const span = spanOf(compiler, node);
  compiler.context.report(problems.wrongSelector(textOf(compiler, node), span));
  return null;
}

export function unsupported({ context, ...compiler }: Compiler, node: CssNode, name: string): null {
  const span = spanOf({ context, ...compiler }, node);
  context.report(problems.unsupportedSelector(context.severity, name, [], span));
  return null;
}
