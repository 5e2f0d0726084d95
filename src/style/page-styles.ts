/**
 * The cascade of `@page` rules (css-page-3 §4.3): a name weighs more than `:first` and `:blank`,
 * these more than `:left` and `:right`. A page inherits from the root element.
 */
import type { Span } from '../base/index.ts';
import type { Cascaded } from './cascade.ts';
import type { CustomDeclaration, DeclarationBlock, LonghandDeclaration } from './declarations.ts';
import {
  type MarginBoxName,
  marginBoxDefaults,
  marginBoxNames,
  type PageBoxName,
} from './margin-boxes.ts';
import { type ComputedStyle, type PropertyName, propertyByCssName } from './properties/index.ts';
import type { PageDeclarations, PageEntry } from './sheet.ts';
import type {
  MarginBoxStyle,
  PagePlace,
  PageRule,
  PageStyle,
  StyledDocument,
} from './styled-document.ts';
import { computeNode, type StyledNode, type Styler } from './styler.ts';

const anywhere: PagePlace = { isFirst: false, isBlank: false, side: null, number: 0 };

function isPageMatch(
  { name: wanted, pseudo, nth }: PageRule,
  name: string,
  place: PagePlace,
): boolean {
  if (wanted !== null && wanted !== name) return false;
  if (nth && !isNth(nth, place.number)) return false;
  return pseudo.every((word) => {
    if (word === 'first') return place.isFirst;
    return word === 'blank' ? place.isBlank : place.side === word;
  });
}

/** True where a number is `A n + B` for some n from 0 (css-syntax-3 §6). */
function isNth({ a, b }: { readonly a: number; readonly b: number }, number: number): boolean {
  return a === 0 ? number === b : (number - b) % a === 0 && (number - b) / a >= 0;
}

function weightOf({ name, pseudo, nth }: PageRule): number {
  const count = (...words: readonly string[]) =>
    pseudo.filter((word) => words.includes(word)).length;
  const classes = count('first', 'blank') + (nth ? 1 : 0);
  return (name === null ? 0 : 10_000) + classes * 100 + count('left', 'right');
}

/** Style of the first page before the root has one: for `vw` and `vh`. */
export function firstPageStyle(styler: Styler, entries: readonly PageEntry[]): PageStyle {
  const first: PagePlace = { isFirst: true, isBlank: false, side: 'right', number: 1 };
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
      const number = entries.some(({ rule }) => rule.nth) ? place.number : 0;
      const key = `${place.isFirst} ${place.isBlank} ${place.side} ${number} ${name}`;
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
  const page = computeNode(styler, {
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
    style: page.style,
    marginBoxes: marginBoxNames.flatMap((box) => marginBoxOf(box, matched, page, styler)),
    footnoteStyle: pageBoxOf('footnote', matched, page, styler)?.style ?? null,
    bleedPt: numberOf(lastOf(matched, ({ bleed }) => bleed)),
    marks: lastOf(matched, ({ marks }) => marks) ?? { crop: false, cross: false },
    size: width === null || height === null ? null : { width, height },
    orientation,
    declarationOf: (cssName) => spanOf(cssName, cascaded, size?.span),
  };
}

function numberOf(value: number | 'auto' | null): number | null {
  return typeof value === 'number' ? value : null;
}

/** Of the rules that say something, the last. */
function lastOf<T>(
  matched: readonly PageDeclarations[],
  pick: (declarations: PageDeclarations) => T | null,
): T | null {
  return matched.map(pick).findLast((value) => value !== null) ?? null;
}

/** The style of a box that `@page` rules speak of; it inherits from the page (css-page-3 §5.1). */
function pageBoxOf(
  name: PageBoxName,
  matched: readonly PageDeclarations[],
  page: StyledNode,
  styler: Styler,
): { readonly style: ComputedStyle; readonly cascaded: Cascaded } | null {
  const blocks = matched.flatMap(({ marginBoxes }) =>
    marginBoxes.filter(([box]) => box === name).map(([, block]) => block),
  );
  if (blocks.length === 0) return null;
  const cascaded = cascadeBlocks(blocks);
  const { style } = computeNode(styler, {
    cascaded,
    parent: page,
    root: page,
    isBlockified: true,
    standingsOf: () => [],
    attributeOf: () => '',
  });
  return { style, cascaded };
}

/** A margin box is there where its `content` is. */
function marginBoxOf(
  name: MarginBoxName,
  matched: readonly PageDeclarations[],
  page: StyledNode,
  styler: Styler,
): readonly MarginBoxStyle[] {
  const found = pageBoxOf(name, matched, page, styler);
  if (!found || typeof found.style.content === 'string') return [];
  const { style, cascaded } = found;
  const defaults = marginBoxDefaults(name);
  const isSet = (property: PropertyName) => cascaded.longhands.has(property);
  return [
    {
      name,
      style: {
        ...style,
        textAlign: isSet('textAlign') ? style.textAlign : defaults.textAlign,
        verticalAlign: isSet('verticalAlign') ? style.verticalAlign : defaults.verticalAlign,
      },
      span: cascaded.longhands.get('content')?.span,
    },
  ];
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
  return cascadeBlocks(matched.map(({ block }) => block));
}

function cascadeBlocks(blocks: readonly DeclarationBlock[]): Cascaded {
  const longhands = new Map<PropertyName, LonghandDeclaration>();
  const customs = new Map<string, CustomDeclaration>();
  for (const isImportant of [false, true])
    for (const block of blocks) {
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
