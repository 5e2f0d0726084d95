/**
 * At-rules that define something for the whole document: pages, font faces, spot inks, counter styles,
 * custom properties. What is refused is reported and left out.
 */
import { type ComponentValue, readComponentValues } from './component-values.ts';
import { readCounterRule } from './counter-rules.ts';
import type { CounterRule } from './counter-styles.ts';
import { readFontFace } from './font-faces.ts';
import { readPageBlock, readPageSelectors } from './page-rules.ts';
import * as problems from './problems.ts';
import { spotWithoutIdent } from './problems-spot.ts';
import { type RegisteredProperty, readRegisteredProperty } from './registered-properties.ts';
import type { PageEntry, StyleRule } from './sheet.ts';
import { addSpotInk, readSpotInk, type SpotInk } from './spot-colors.ts';
import type { StyleContext } from './style-context.ts';
import type { FontFace } from './styled-document.ts';
import type { AtRuleItem, SyntaxTree } from './syntax.ts';

/** What the sheets have said so far. */
export interface Collected {
  readonly rules: StyleRule[];
  readonly pages: PageEntry[];
  readonly fontFaces: FontFace[];
  readonly spots: Map<string, SpotInk>;
  readonly counterStyles: Map<string, CounterRule>;
  readonly registered: Map<string, RegisteredProperty>;
  readonly layers: Set<string>;
  order: number;
  /** Sheets that `@import` has brought in so far. */
  imports: number;
}

/** Where in the sheets a definition stands. */
export interface DefinitionScope {
  readonly collected: Collected;
  readonly context: StyleContext;
  readonly tree: SyntaxTree;
}

export function preludeOf(
  { tree }: Pick<DefinitionScope, 'tree'>,
  item: AtRuleItem,
): readonly ComponentValue[] {
  return readComponentValues(tree.source.text, tree.tokens, item.prelude, tree.source.path);
}

/** `@property --name { … }` (css-properties-values-api-1 §2); the last rule of a name stands. */
export function readProperty(scope: DefinitionScope, item: AtRuleItem): void {
  const { collected, context, tree } = scope;
  const [name, more] = preludeOf(scope, item);
  if (name?.kind !== 'ident' || !name.text.startsWith('--') || more) {
    context.report(problems.descriptorMissing(context.severity, item.name, '--<name>', item.span));
    return;
  }
  const property = readRegisteredProperty(item.block ?? [], tree, item.span, context);
  if (property) collected.registered.set(name.text, property);
}

export function readPage(scope: DefinitionScope, item: AtRuleItem): void {
  const { collected, context, tree } = scope;
  const selectors = readPageSelectors(preludeOf(scope, item), item.span, context);
  const declarations = readPageBlock(item.block ?? [], tree, context);
  for (const rule of selectors ?? [])
    collected.pages.push({ rule, declarations, order: collected.order++ });
}

/** `@spot-color --name { … }`. */
export function readSpot(scope: DefinitionScope, item: AtRuleItem): void {
  const { collected, context, tree } = scope;
  const [ident, more] = preludeOf(scope, item);
  if (ident?.kind !== 'ident' || !ident.text.startsWith('--') || more) {
    context.report(spotWithoutIdent(item.span));
    return;
  }
  const ink = readSpotInk(item.block ?? [], tree, item.span, context);
  if (ink) addSpotInk(collected.spots, ident.text, ink, context);
}

/** `@counter-style <name> { … }`; the last rule of a name stands. */
export function readCounterStyle(scope: DefinitionScope, item: AtRuleItem): void {
  const { collected, context, tree } = scope;
  const [name, more] = preludeOf(scope, item);
  if (name?.kind !== 'ident' || more || unchangeable.has(name.word)) {
    context.report(problems.descriptorMissing(context.severity, item.name, '<name>', item.span));
    return;
  }
  const rule = readCounterRule(item.block ?? [], tree, item.span, context);
  if (rule) collected.counterStyles.set(name.text, rule);
}

/** css-counter-styles-3 §2: names that mean what they mean. */
const unchangeable = new Set(['decimal', 'disc', 'square', 'circle', 'none']);

export function readFace({ collected, context, tree }: DefinitionScope, item: AtRuleItem): void {
  const face = readFontFace(item.block ?? [], tree, item.span, context);
  if (face) collected.fontFaces.push(face);
}
