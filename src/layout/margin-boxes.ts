/**
 * Page-margin boxes (css-page-3 §5): running heads and folios in the margins of finished pages,
 * when the number of pages is known. The three boxes of an edge share it as §5.3 says; corners take
 * what the margins leave.
 */
import type { Rect, Size } from '../base/index.ts';
import type { Picture, Pictures } from '../input/index.ts';
import {
  anonymousStyle,
  type ComputedStyle,
  type ContentItem,
  type MarginBoxName,
  type MarginBoxStyle,
} from '../style/index.ts';
import { measureOuter } from './atom.ts';
import type { BlockBox, Box, PageCounter } from './box.ts';
import { Counters, formatCounter } from './counters.ts';
import { FlowBuilder } from './flow-builder.ts';
import type { BoxFragment } from './fragment.ts';
import { contentText } from './generated-content.ts';
import { generatedText, leader } from './inline-text.ts';
import { layoutAt, usedWidthIn } from './margin-box-place.ts';
import { orientBoxes } from './orient-boxes.ts';
import { withPageCounters } from './page-counters.ts';
import type { PageContent } from './page-strings.ts';
import { computeEdges, specifiedHeight, specifiedWidth } from './sizing.ts';
import { fixedSpace, type LayoutContext } from './space.ts';
import { noTargets } from './targets.ts';
import { isNoTurn, joinTurns, noTurn, turnBack, turnOfWriting, turnStyle } from './turn.ts';

export interface MarginRequest {
  readonly boxes: readonly MarginBoxStyle[];
  /** The page box, and the border box of the page area within its margins. */
  readonly page: Rect;
  readonly area: Rect;
  /** From 1, and how many there are. */
  readonly number: number;
  readonly count: number;
  readonly content: PageContent;
  readonly language: string;
  readonly pictures: Pictures;
}

/** The fragments of a page's margin boxes, placed on the page box. */
export function layoutMarginBoxes(
  request: MarginRequest,
  context: LayoutContext,
): readonly BoxFragment[] {
  const made = new Map<MarginBoxName, BlockBox>(
    request.boxes.map(({ name, style }) => [name, marginBox(style, request)]),
  );
  return placesOf(made, request, context).map(({ box, rect, around }) =>
    layoutAt(box, rect, around, context),
  );
}

function marginBox(style: ComputedStyle, request: MarginRequest): BlockBox {
  const { language } = request;
  // Positioned, so that it is painted above the page and may stand outside the page area.
  // Deviation: its words run from left to right, unless what is taken from the page says otherwise.
  const own: ComputedStyle = {
    ...style,
    display: 'block',
    float: 'none',
    position: 'absolute',
    direction: 'ltr',
  };
  const base = { element: null, owner: null, language };
  const builder = new FlowBuilder({ style: own, language, owner: null });
  if (typeof style.content !== 'string')
    for (const item of style.content) addItem(item, own, builder, request);
  const children = builder.finish();
  const made: BlockBox = {
    ...{ kind: 'block', ...base, style: own, children, independent: true, marker: null },
  };
  // What is taken from the page has its writing already.
  return children.every(({ kind }) => kind === 'lines') ? orientBoxes(made) : made;
}

function addItem(
  item: ContentItem,
  style: ComputedStyle,
  builder: FlowBuilder,
  request: MarginRequest,
): void {
  const { content, language, pictures } = request;
  if (item.kind === 'element') {
    const box = content.elementOf(item.name, item.which);
    if (box) {
      const own = turnedAlone(withPageCounters(box, (item) => pageCount(item, request)));
      builder.addBlock({ ...own, style: { ...own.style, position: 'static' } });
    }
  } else if (item.kind === 'url')
    builder.addAtom(pictureIn(style, pictures.get(item.path), language));
  else {
    const words = wordsOf(item, style, request);
    builder.addText(
      generatedText(words, style, language, item.kind === 'leader' ? leader : undefined),
    );
  }
}

/** A box as it is on its own, not among those around whose writing it was laid out for. */
function turnedAlone(box: Box): Box {
  if (box.kind === 'picture' || box.kind === 'region') return box;
  const own = turnOfWriting(box.style);
  const around = joinTurns(own, turnBack(('turn' in box ? box.turn : undefined) ?? noTurn));
  if (isNoTurn(around)) return box;
  return { ...box, style: turnStyle(box.style, around), turn: own } as Box;
}

function pictureIn(style: ComputedStyle, picture: Picture | undefined, language: string) {
  return {
    kind: 'picture' as const,
    style: { ...anonymousStyle(style), display: 'inline-block' as const },
    element: null,
    owner: null,
    language,
    picture: picture ?? null,
  };
}

function pageCount({ name, style }: PageCounter, { number, count }: MarginRequest): string {
  return formatCounter(name === 'page' ? number : count, style);
}

function wordsOf(
  item: Exclude<ContentItem, { readonly kind: 'url' }>,
  style: ComputedStyle,
  request: MarginRequest,
): string {
  const { content, language } = request;
  if (item.kind === 'string') return content.stringOf(item.name, item.which);
  if (item.kind === 'counter' && (item.name === 'page' || item.name === 'pages'))
    return pageCount(item, request);
  return (
    contentText(item, style, language, {
      counters: new Counters(),
      quoteDepth: { value: 0 },
      targets: noTargets,
      element: null,
    }) ?? ''
  );
}

interface Placed {
  readonly box: BlockBox;
  /** Of the margin box. */
  readonly rect: Rect;
  /** What its percentages refer to. */
  readonly around: Size;
}

interface Edge {
  readonly names: readonly [MarginBoxName, MarginBoxName, MarginBoxName];
  /** The strip that the three share. */
  readonly strip: Rect;
  readonly isAcross: boolean;
}

function placesOf(
  made: ReadonlyMap<MarginBoxName, BlockBox>,
  { page, area }: MarginRequest,
  context: LayoutContext,
): readonly Placed[] {
  const right = area.x + area.width;
  const bottom = area.y + area.height;
  const [widthRight, heightBottom] = [page.width - right, page.height - bottom];
  const edges: readonly Edge[] = [
    {
      names: ['top-left', 'top-center', 'top-right'],
      strip: { x: area.x, y: 0, width: area.width, height: area.y },
      isAcross: true,
    },
    {
      names: ['right-top', 'right-middle', 'right-bottom'],
      strip: { x: right, y: area.y, width: widthRight, height: area.height },
      isAcross: false,
    },
    {
      names: ['bottom-left', 'bottom-center', 'bottom-right'],
      strip: { x: area.x, y: bottom, width: area.width, height: heightBottom },
      isAcross: true,
    },
    {
      names: ['left-top', 'left-middle', 'left-bottom'],
      strip: { x: 0, y: area.y, width: area.x, height: area.height },
      isAcross: false,
    },
  ];
  const corners: readonly (readonly [MarginBoxName, Rect])[] = [
    ['top-left-corner', { x: 0, y: 0, width: area.x, height: area.y }],
    ['top-right-corner', { x: right, y: 0, width: widthRight, height: area.y }],
    ['bottom-right-corner', { x: right, y: bottom, width: widthRight, height: heightBottom }],
    ['bottom-left-corner', { x: 0, y: bottom, width: area.x, height: heightBottom }],
  ];
  return [
    ...corners.flatMap(([name, rect]) => {
      const box = made.get(name);
      return box ? [{ box, rect, around: rect }] : [];
    }),
    ...edges.flatMap((edge) => shareEdge(edge, made, context)),
  ];
}

/** Least and most that a box wants of its edge; both are the size where that is set. */
interface Wish {
  readonly min: number;
  readonly max: number;
  readonly isAuto: boolean;
}

/** §5.3.2: the middle box is in the middle, and the others get what is left on either side. */
function shareEdge(
  { names, strip, isAcross }: Edge,
  made: ReadonlyMap<MarginBoxName, BlockBox>,
  context: LayoutContext,
): readonly Placed[] {
  const boxes = names.map((name) => made.get(name));
  const wishes = boxes.map((box) => box && wishOf(box, strip, isAcross, context));
  const room = isAcross ? strip.width : strip.height;
  const sizes = shareRoom(wishes, room);
  const starts = [0, (room - (sizes[1] ?? 0)) / 2, room - (sizes[2] ?? 0)];
  return boxes.flatMap((box, index) => {
    const [start = 0, size = 0] = [starts[index], sizes[index]];
    if (!box) return [];
    const rect = isAcross
      ? { ...strip, x: strip.x + start, width: size }
      : { ...strip, y: strip.y + start, height: size };
    return [{ box, rect, around: strip }];
  });
}

function shareRoom(
  [first, middle, last]: readonly (Wish | undefined)[],
  room: number,
): readonly number[] {
  const fixed = (wish: Wish | undefined) => (wish && !wish.isAuto ? wish.max : null);
  if (!middle) {
    if (first?.isAuto && last?.isAuto) {
      const size = shareTwo(first, last, room);
      return [size, 0, room - size];
    }
    const [a, c] = [fixed(first), fixed(last)];
    return [a ?? (first ? room - (c ?? 0) : 0), 0, c ?? (last ? room - (a ?? 0) : 0)];
  }
  const sides: Wish = {
    min: 2 * Math.max(first?.min ?? 0, last?.min ?? 0),
    max: 2 * Math.max(first?.max ?? 0, last?.max ?? 0),
    isAuto: true,
  };
  const center = fixed(middle) ?? shareTwo(middle, sides, room);
  const side = Math.max(0, room - center) / 2;
  return [fixed(first) ?? side, center, fixed(last) ?? side];
}

/** What the first of two boxes gets of the room: in proportion to what they want. */
function shareTwo(one: Wish, other: Wish, room: number): number {
  const most = one.max + other.max;
  const least = one.min + other.min;
  if (most <= room) return most === 0 ? room / 2 : room * (one.max / most);
  if (least <= room && most > least)
    return one.min + (room - least) * ((one.max - one.min) / (most - least));
  return least === 0 ? room / 2 : room * (one.min / least);
}

function wishOf(box: BlockBox, strip: Rect, isAcross: boolean, context: LayoutContext): Wish {
  const { style } = box;
  const edges = computeEdges(style, strip.width);
  if (isAcross) {
    const set = specifiedWidth(style, edges, strip.width, () => context.measureChild(box));
    const outer = set === null ? null : set + edges.margin.left + edges.margin.right;
    if (outer !== null) return { min: outer, max: outer, isAuto: false };
    const { minContentPt, maxContentPt } = measureOuter(box, context);
    return { min: minContentPt, max: maxContentPt, isAuto: true };
  }
  const margins = edges.margin.top + edges.margin.bottom;
  const set = specifiedHeight(style, edges, strip.height);
  const width = usedWidthIn(box, strip, strip, context);
  const natural = context.layoutChild(box, fixedSpace(strip.width, null, width, null));
  const size = (set ?? natural.fragment.height) + margins;
  return { min: size, max: size, isAuto: set === null };
}
