/** What the parts of box generation share: what is known on the walk, and boxes made from a place in it. */
import type { Context } from '../base/index.ts';
import type { ElementNode, Pictures } from '../input/index.ts';
import { anonymousStyle, type ComputedStyle, type StyledDocument } from '../style/index.ts';
import type { BlockBox, Box, NamedFlow } from './box.ts';
import type { Counters } from './counters.ts';
import type { FlowBuilder, FlowOwner } from './flow-builder.ts';
import type { FontSet } from './font-set.ts';
import type { QuoteDepth } from './generated-content.ts';
import type { Targets } from './targets.ts';

export interface Generator {
  readonly styled: StyledDocument;
  readonly pictures: Pictures;
  /** Null where no font is loaded. */
  readonly fonts: FontSet | null;
  readonly context: Context;
  readonly counters: Counters;
  readonly quoteDepth: QuoteDepth;
  readonly targets: Targets;
  /** How many of each kind are open, one in another. */
  readonly depth: { flex: number; grid: number; table: number; columns: number; apart: number };
  /** Where the footnotes called in a footnote wait for its end; null outside of one. */
  readonly notes: { within: BlockBox[] | null };
  readonly containers: { isReported: boolean };
  /** Named flows by name, with what has left its place for them. */
  readonly flows: Map<string, FlowInProgress>;
}

/** A named flow, and the boxes that go into it. */
export interface FlowInProgress {
  readonly flow: NamedFlow;
  readonly builder: FlowBuilder;
  /** The first element that names it, for messages. */
  readonly element: ElementNode;
}

/** What an element's children are generated into. */
export interface Place {
  readonly element: ElementNode;
  readonly style: ComputedStyle;
  readonly language: string;
}

/** BCP 47, from the element itself where it says so. */
export function languageOf(element: ElementNode, inherited: string): string {
  const language = element.attributes.get('lang') ?? element.attributes.get('xml:lang');
  return language === undefined || language === '' ? inherited : language;
}

/** True for what stands in lines. */
export function isInlineLevel({ display }: ComputedStyle): boolean {
  return display.startsWith('inline');
}

/** Block-level boxes stand between lines, others in them. */
export function addBox(box: Box, isInline: boolean, builder: FlowBuilder): void {
  if (isInline) builder.addAtom(box);
  else builder.addBlock(box);
}

/** A block container of an element, with its children. */
export function blockOf(
  { element, style, language }: Place,
  children: readonly Box[],
  { independent, marker }: Pick<BlockBox, 'independent' | 'marker'>,
): BlockBox {
  return { kind: 'block', style, element, owner: element, language, independent, marker, children };
}

/** What the boxes in an element have in common. */
export function ownerOf({ element, style, language }: Place): FlowOwner {
  return { style, language, owner: element };
}

/** A block that no element made, around some of an element's boxes. */
export function anonymousBlock(children: readonly Box[], place: Place): BlockBox {
  return {
    kind: 'block',
    style: anonymousStyle(place.style),
    element: null,
    owner: place.element,
    language: place.language,
    children,
    independent: true,
    marker: null,
  };
}
