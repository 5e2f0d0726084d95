/**
 * Which line of style gave a colour: a finding about a colour belongs there, since that is what is
 * to be changed. Looked up only when something is reported.
 */
import type { Span } from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import type { ElementNode } from '../input/index.ts';
import type { ComputedStyle, StyledDocument } from '../style/index.ts';
import { colorText } from './color-text.ts';

/**
 * The first declaration of a colour in document order, those of `@page` last, or of the custom property
 * that it names; undefined where none is known.
 */
export type FindColorDeclaration = (color: AuthorColor) => Span | undefined;

const colorProperties = [
  ...(['color', 'backgroundColor', 'borderTopColor', 'borderRightColor'] as const),
  ...(['borderBottomColor', 'borderLeftColor', 'textDecorationColor'] as const),
  ...(['columnRuleColor', 'fill', 'stroke', 'stopColor'] as const),
] as const;

/** What gives an area its colour, not the words in it. */
const areaProperties = ['backgroundColor', 'fill'] as const;

type ColorProperty = (typeof colorProperties)[number];

/** Alpha apart: opacity may have been added on the way. */
function keyOf(color: AuthorColor): string {
  return colorText({ ...color, alpha: 1 });
}

function gradientColors({ backgroundImage }: ComputedStyle): readonly AuthorColor[] {
  return backgroundImage.flatMap((image) => {
    if (image === 'none') return [];
    const singles = image.kind === 'cross-fade' ? image.parts.map((part) => part.image) : [image];
    return singles.flatMap((one) =>
      one.kind === 'url' ? [] : one.stops.map(({ color }) => color),
    );
  });
}

/** Notes every colour that an element's own declarations of some properties give. */
function noteElement(
  element: ElementNode,
  styled: StyledDocument,
  properties: readonly ColorProperty[],
  found: Map<string, Span>,
): void {
  const style = styled.styleOf(element);
  const note = (color: AuthorColor, property: Parameters<StyledDocument['declarationOf']>[1]) => {
    const key = keyOf(color);
    if (found.has(key)) return;
    const span = styled.declarationOf(element, property);
    if (span) found.set(key, span);
  };
  for (const property of properties) {
    const value = style[property];
    if (typeof value !== 'string' && 'space' in value) note(value, property);
  }
  for (const color of gradientColors(style)) note(color, 'backgroundImage');
}

/** Notes the background that `@page` rules give a page. */
function notePages(styled: StyledDocument, found: Map<string, Span>): void {
  for (const { name } of styled.pageRules) {
    const page = styled.pageStyleOf(name ?? '');
    const { backgroundColor } = page.style;
    if (typeof backgroundColor === 'string') continue;
    const span = page.declarationOf('background-color');
    const key = keyOf(backgroundColor);
    if (span && !found.has(key)) found.set(key, span);
  }
}

function collect(
  styled: StyledDocument,
  properties: readonly ColorProperty[],
): ReadonlyMap<string, Span> {
  const found = new Map<string, Span>();
  const waiting: ElementNode[] = [styled.document.root];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    noteElement(element, styled, properties, found);
    for (const child of element.children.toReversed())
      if (child.kind === 'element') waiting.push(child);
  }
  notePages(styled, found);
  return found;
}

/** How many names a colour may go by. */
const longestChain = 8;

/**
 * Where a declared colour has its value from: the one declaration of the one custom property that it
 * names, since that is what is to be changed; the declaration itself where there is more to it.
 */
function definitionOf(declared: Span, styled: StyledDocument): Span {
  let span = declared;
  for (let step = 0; step < longestChain; step += 1) {
    const written = span.source.text.slice(span.start, span.end);
    const names = new Set([...written.matchAll(/var\(\s*(--[^\s,)]+)/g)].map(([, name]) => name));
    const [name] = names;
    if (name === undefined || names.size > 1) return span;
    const [definition, ...others] = styled.definitionsOf(name);
    if (!definition || others.length > 0) return span;
    span = definition;
  }
  return span;
}

function createFinder(
  styled: StyledDocument,
  properties: readonly ColorProperty[],
): FindColorDeclaration {
  let found: ReadonlyMap<string, Span> | null = null;
  return (color) => {
    found ??= collect(styled, properties);
    const declared = found.get(keyOf(color));
    return declared && definitionOf(declared, styled);
  };
}

/** Looks colours up among the declarations of a document. */
export function createColorFinder(styled: StyledDocument): FindColorDeclaration {
  return createFinder(styled, colorProperties);
}

/** The same among those that colour areas. */
export function createAreaColorFinder(styled: StyledDocument): FindColorDeclaration {
  return createFinder(styled, areaProperties);
}
