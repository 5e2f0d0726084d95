/**
 * The cascade of `@page` rules (css-page-3 §4.3): a name weighs more than `:first` and `:blank`,
 * these more than `:left` and `:right`. A page inherits from the root element.
 */
import type { Span } from '../base/index.ts';
import type { Cascaded } from './cascade.ts';
import type { CustomDeclaration, LonghandDeclaration } from './declarations.ts';
import { type PropertyName, propertyByCssName } from './properties/index.ts';
import type { PageDeclarations, PageEntry } from './sheet.ts';
import type { PagePlace, PageRule, PageStyle, StyledDocument } from './styled-document.ts';
import { computeNode, type StyledNode, type Styler } from './styler.ts';

const anywhere: PagePlace = { isFirst: false, isBlank: false, side: null };

function isPageMatch({ name: wanted, pseudo }: PageRule, name: string, place: PagePlace): boolean {
  if (wanted !== null && wanted !== name) return false;
  return pseudo.every((word) => {
    if (word === 'first') return place.isFirst;
    return word === 'blank' ? place.isBlank : place.side === word;
  });
}

function weightOf({ name, pseudo }: PageRule): number {
  const count = (...words: readonly string[]) =>
    pseudo.filter((word) => words.includes(word)).length;
  return (name === null ? 0 : 10_000) + count('first', 'blank') * 100 + count('left', 'right');
}

/** Style of the first page before the root has one: for `vw` and `vh`. */
export function firstPageStyle(styler: Styler, entries: readonly PageEntry[]): PageStyle {
  const first: PagePlace = { isFirst: true, isBlank: false, side: 'right' };
  return computePage(styler, entries, null, '', first);
}

/** `pageRules` and `pageStyleOf` of a styled document. */
export function createPageStyles(
  styler: Styler,
  entries: readonly PageEntry[],
  root: StyledNode,
): Pick<StyledDocument, 'pageRules' | 'pageStyleOf'> {
  const known = new Map<string, PageStyle>();
  return {
    pageRules: entries.map(({ rule }) => rule),
    pageStyleOf: (name, place = anywhere) => {
      const key = `${place.isFirst} ${place.isBlank} ${place.side} ${name}`;
      const style = known.get(key) ?? computePage(styler, entries, root, name, place);
      known.set(key, style);
      return style;
    },
  };
}

function computePage(
  styler: Styler,
  entries: readonly PageEntry[],
  root: StyledNode | null,
  name: string,
  place: PagePlace,
): PageStyle {
  const matched = entries
    .filter(({ rule }) => isPageMatch(rule, name, place))
    .sort((a, b) => weightOf(a.rule) - weightOf(b.rule) || a.order - b.order)
    .map(({ declarations }) => declarations);
  const cascaded = cascadePage(matched);
  const { style } = computeNode(styler, {
    cascaded,
    parent: root,
    root,
    isBlockified: true,
    standingsOf: () => [],
    attributeOf: () => '',
  });
  const size = winningSize(matched);
  const { width = null, height = null, orientation = null } = size?.value ?? {};
  return {
    style,
    size: width === null || height === null ? null : { width, height },
    orientation,
    declarationOf: (cssName) => spanOf(cssName, cascaded, size?.span),
  };
}

function spanOf(
  cssName: string,
  { longhands }: Cascaded,
  size: Span | undefined,
): Span | undefined {
  if (cssName === 'size') return size;
  const name = propertyByCssName.get(cssName);
  return name && longhands.get(name)?.span;
}

function cascadePage(matched: readonly PageDeclarations[]): Cascaded {
  const longhands = new Map<PropertyName, LonghandDeclaration>();
  const customs = new Map<string, CustomDeclaration>();
  for (const isImportant of [false, true])
    for (const { block } of matched) {
      for (const declaration of block.longhands)
        if (declaration.isImportant === isImportant)
          longhands.set(declaration.property, declaration);
      for (const declaration of block.customs)
        if (declaration.isImportant === isImportant) customs.set(declaration.name, declaration);
    }
  return { longhands, customs };
}

function winningSize(matched: readonly PageDeclarations[]): PageDeclarations['size'] {
  const sizes = matched.flatMap(({ size }) => (size ? [size] : []));
  return sizes.findLast(({ isImportant }) => isImportant) ?? sizes.at(-1) ?? null;
}
