/**
 * What drawing one SVG needs to know throughout: its elements by id, where to report, and how much
 * of it may still be drawn. The budget is the one thing that changes: a drawing of a few lines can
 * ask for a billion shapes through nested `use` elements.
 */
import type { Finding, Rect, Span } from '../../base/index.ts';
import type { AuthorColor } from '../../color/index.ts';
import type { ElementNode, Pictures, VectorPicture } from '../../input/index.ts';
import type { FontSet } from '../../layout/index.ts';
import type { ComputedStyle, PropertyName } from '../../style/index.ts';
import type { DisplayItem, Origin } from '../item.ts';
import type { SvgPlace } from '../problems-svg.ts';
import { badSvgReference, svgTooComplex } from '../problems-svg.ts';

/** What the cascade says of an element: a `StyledDocument`, as far as it is needed here. */
export interface SvgStyles {
  styleOf(element: ElementNode): ComputedStyle;
  /** Undefined where nothing sets the property on this very element. */
  declarationOf(element: ElementNode, property: PropertyName): Span | undefined;
}

export interface SvgScene {
  readonly ids: ReadonlyMap<string, ElementNode>;
  readonly styles: SvgStyles;
  /** Null where nothing can be set: text is refused. */
  readonly fonts: FontSet | null;
  /** By path: what `image` elements name. */
  readonly pictures: Pictures;
  /** A drawing in this one; nothing where drawings stand in each other without end. */
  drawPicture(
    picture: VectorPicture,
    rect: Rect,
    origin: Origin,
  ): readonly DisplayItem<AuthorColor>[];
  /** Reports at an element; the same words are reported once. */
  report(make: (place: SvgPlace) => Finding, element: ElementNode | null): void;
  readonly budget: Budget;
}

export interface Budget {
  elements: number;
  segments: number;
}

/** Elements drawn in one picture, each `use` counted anew. */
export const mostElements = 50_000;
/** Segments of all outlines together. */
export const mostSegments = 1_000_000;
/** Elements within elements, `use` included. */
export const deepest = 100;

const xlink = ['href', 'xlink:href', 'xlink href'] as const;

/** What an element refers to, as it is written. */
export function addressOf({ attributes }: ElementNode): string | undefined {
  for (const name of xlink) {
    const value = attributes.get(name)?.trim();
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The id that `href="#id"` names; undefined where there is none in this document. */
export function hrefOf(element: ElementNode): string | undefined {
  const address = addressOf(element);
  return address?.startsWith('#') ? address.slice(1) : undefined;
}

/** Elements by their id; the first of several with one id counts. Depth is limited. */
export function collectIds(root: ElementNode): ReadonlyMap<string, ElementNode> {
  const ids = new Map<string, ElementNode>();
  const waiting: ElementNode[] = [root];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    const id = element.attributes.get('id');
    if (id !== undefined && !ids.has(id)) ids.set(id, element);
    for (const child of elementsIn(element).toReversed()) waiting.push(child);
  }
  return ids;
}

/** An element's children that are elements. */
export function elementsIn(element: ElementNode): readonly ElementNode[] {
  return element.children.filter((child) => child.kind === 'element');
}

/** The element of an id; reports `display/svg-reference` where there is none. */
export function findById(
  scene: SvgScene,
  id: string,
  from: ElementNode | null,
): ElementNode | undefined {
  const element = scene.ids.get(id);
  if (!element) scene.report((place) => badSvgReference(`#${id}`, 'missing', place), from);
  return element;
}

/** Takes from the budget; false, with a report, when it is used up. */
export function spend(
  scene: SvgScene,
  elements: number,
  segments: number,
  element: ElementNode,
): boolean {
  const { budget } = scene;
  budget.elements -= elements;
  budget.segments -= segments;
  if (budget.elements >= 0 && budget.segments >= 0) return true;
  const limit =
    budget.elements < 0
      ? { en: `${mostElements} shapes`, da: `${mostElements} figurer` }
      : { en: `${mostSegments} points`, da: `${mostSegments} punkter` };
  scene.report((place) => svgTooComplex(limit, place), element);
  return false;
}
