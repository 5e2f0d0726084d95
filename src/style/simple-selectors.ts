/**
 * Simple selectors that hold no other selectors (selectors-4 §6, §7.2, §14): attributes, languages,
 * and the pseudo-classes without brackets.
 */
import { type CssNode, decodeIdent } from './css.ts';
import type { AttributeMatch, MarkupState, Nth, SimpleSelector } from './selectors.ts';

const attributeMatches: ReadonlyMap<string | null, AttributeMatch> = new Map([
  [null, 'present'],
  ['=', 'equal'],
  ['~=', 'word'],
  ['|=', 'dash'],
  ['^=', 'prefix'],
  ['$=', 'suffix'],
  ['*=', 'part'],
]);

/** Null for a matcher that is none. */
export function compileAttribute(
  node: Extract<CssNode, { type: 'AttributeSelector' }>,
): SimpleSelector | null {
  const match = attributeMatches.get(node.matcher);
  if (!match) return null;
  const { value } = node;
  const text = value?.type === 'String' ? value.value : decodeIdent(value?.name ?? '');
  const flag = node.flags?.toLowerCase() ?? null;
  if (flag !== null && flag !== 'i' && flag !== 's') return null;
  const name = decodeIdent(node.name.name.replace(/^[^|]*\|/, ''));
  return { kind: 'attribute', name, match, value: text, ignoreCase: flag && flag === 'i' };
}

const first: Nth = { a: 0, b: 1 };

const nthOf = (nth: Nth, fromEnd: boolean, ofType: boolean): SimpleSelector => ({
  kind: 'nth',
  nth,
  fromEnd,
  ofType,
  of: null,
});

const markupStates: readonly MarkupState[] = [
  ...(['checked', 'disabled', 'enabled', 'required', 'optional'] as const),
  ...(['read-only', 'read-write', 'open', 'default'] as const),
];

type PlainClass = readonly [name: string, selectors: readonly SimpleSelector[]];

/** What pseudo-classes without brackets ask. */
export const plainClasses: ReadonlyMap<string, readonly SimpleSelector[]> = new Map<
  PlainClass[0],
  PlainClass[1]
>([
  ['root', [{ kind: 'root' }]],
  ['scope', [{ kind: 'scope' }]],
  ['empty', [{ kind: 'empty' }]],
  ['link', [{ kind: 'link' }]],
  ['any-link', [{ kind: 'link' }]],
  ['first-child', [nthOf(first, false, false)]],
  ['last-child', [nthOf(first, true, false)]],
  ['only-child', [nthOf(first, false, false), nthOf(first, true, false)]],
  ['first-of-type', [nthOf(first, false, true)]],
  ['last-of-type', [nthOf(first, true, true)]],
  ['only-of-type', [nthOf(first, false, true), nthOf(first, true, true)]],
  // Every element here is one that is known.
  ['defined', []],
  ...markupStates.map((state) => [state, [{ kind: 'state', state }]] as const),
]);

/** `:lang(da, "*-CH")`. */
export function compileLang(
  node: Extract<CssNode, { type: 'PseudoClassSelector' }>,
): SimpleSelector {
  const ranges: string[] = [];
  for (const child of node.children ?? []) {
    if (child.type === 'Identifier') ranges.push(child.name.toLowerCase());
    if (child.type === 'String') ranges.push(child.value.toLowerCase());
  }
  return { kind: 'lang', ranges };
}

/** An+B, `odd` or `even`; null for anything else. */
export function nthValue(node: CssNode): Nth | null {
  if (node.type === 'Identifier')
    return node.name.toLowerCase() === 'odd' ? { a: 2, b: 1 } : { a: 2, b: 0 };
  if (node.type !== 'AnPlusB') return null;
  return { a: coefficient(node.a), b: Number(node.b ?? 0) };
}

/** `-n` is −1, no `n` is 0. */
function coefficient(text: string | null): number {
  if (text === null) return 0;
  if (text === '' || text === '+') return 1;
  return text === '-' ? -1 : Number(text);
}
