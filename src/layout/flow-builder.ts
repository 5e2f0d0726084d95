/**
 * Collects what stands in one block container. Words and inline boxes gather until a block-level
 * box comes; then they become a `lines` box before it (CSS 2 §9.2.1.1), and inline boxes that are
 * still open are cut in two around the block (§9.2.1.1, "block in inline").
 */
import type { ElementNode } from '../input/index.ts';
import {
  anonymousStyle,
  type ComputedStyle,
  type LengthPercentage,
  noTextIndent,
} from '../style/index.ts';
import {
  type Box,
  type InlineContent,
  type InlineEdge,
  type InlineHolder,
  type InlineText,
  isFloat,
  isInFlow,
  isOutOfFlow,
  type LinesBox,
} from './box.ts';
import { endsWord, transformText } from './text-transform.ts';
import { collapseContent } from './white-space.ts';

/** What a container's boxes have in common. */
export interface FlowOwner {
  /** The container's: the strut and alignment of its lines. */
  readonly style: ComputedStyle;
  readonly language: string;
  readonly owner: ElementNode | null;
}

type OpenInline = Omit<InlineEdge, 'whole'>;

function edgeOf(
  { style, element, language }: OpenInline,
  kind: 'open' | 'close',
  whole: boolean,
): InlineContent {
  return { kind, style, element, language, whole };
}

/** A state machine: `openInline` and `closeInline` are paired; `finish` is called once. */
export class FlowBuilder {
  readonly #owner: FlowOwner;
  readonly #holdsItems: boolean;
  readonly #children: Box[] = [];
  readonly #open: OpenInline[] = [];
  #content: InlineContent[] = [];
  #lastText = '';

  /** `holdsItems`: boxes out of flow stand apart from the words around them (css-flexbox-1 §4). */
  constructor(owner: FlowOwner, holdsItems = false) {
    this.#owner = owner;
    this.#holdsItems = holdsItems;
  }

  addText(text: InlineText): void {
    this.#content.push(transformText(text, endsWord(this.#lastText)));
    if (text.text !== '') this.#lastText = text.text;
  }

  addAtom(box: Box): void {
    const held = this.#heldInLine(box);
    this.#content.push({ kind: 'atom', box: held, isBlockLevel: false });
    if (isInFlow(box)) this.#lastText = '';
  }

  openInline(edge: OpenInline): void {
    this.#open.push(edge);
    this.#content.push(edgeOf(edge, 'open', true));
  }

  closeInline(): void {
    const edge = this.#open.pop();
    if (edge) this.#content.push(edgeOf(edge, 'close', true));
  }

  /** A box out of flow or a float between blocks needs no line to stand in. */
  addBlock(box: Box): void {
    if (!isInFlow(box) && this.#content.length > 0 && !this.#holdsItems) {
      this.#content.push({ kind: 'atom', box: this.#heldInLine(box), isBlockLevel: true });
      return;
    }
    for (let index = this.#open.length - 1; index >= 0; index--)
      this.#content.push(edgeOf(this.#open[index] as OpenInline, 'close', false));
    this.#flush();
    const aligned = this.#holdsItems ? box : alignedIn(this.#owner.style, box);
    this.#children.push(this.#movedAlong(aligned));
    for (const edge of this.#open) this.#content.push(edgeOf(edge, 'open', false));
    this.#lastText = '';
  }

  /** What stands in a line, with the positioned inline box around it. */
  #heldInLine(box: Box): Box {
    return this.#heldBy(box, stylesThatMove(this.#open));
  }

  #heldBy(box: Box, movedBy: InlineHolder['movedBy']): Box {
    const edge = this.#open.findLast(({ style }) => style.position !== 'static');
    return edge && box.kind !== 'lines' ? { ...box, heldBy: { edge, movedBy } } : box;
  }

  /** A block moves with the inline boxes that it stands in (CSS 2 §9.4.3). */
  #movedAlong(box: Box): Box {
    if (box.kind === 'lines' || !isInFlow(box)) return this.#heldInLine(box);
    const moved = stylesThatMove(this.#open).reduceRight<Box>((inner, style) => {
      const { top, right, bottom, left } = style;
      const around = anonymousStyle(this.#owner.style);
      return {
        ...this.#owner,
        kind: 'block',
        element: null,
        style: { ...around, position: 'relative', top, right, bottom, left },
        children: [inner],
        independent: false,
        marker: null,
      };
    }, box);
    return this.#heldBy(moved, []);
  }

  finish(): readonly Box[] {
    this.#flush();
    return this.#children;
  }

  /** A box out of flow in a line of its own stands where the line's alignment and indent have it. */
  #alignsWaiting(content: readonly InlineContent[]): boolean {
    const { textAlign, textIndent } = this.#owner.style;
    const isAtStart =
      (textAlign === 'start' || textAlign === 'left' || textAlign === 'justify') &&
      isNothing(textIndent.length);
    return (
      !isAtStart &&
      content.some((one) => one.kind === 'atom' && isOutOfFlow(one.box) && !one.isBlockLevel)
    );
  }

  #flush(): void {
    const content = collapseContent(this.#content);
    this.#content = [];
    const visible = content.findIndex(isVisible);
    if (visible >= 0 || this.#alignsWaiting(content)) {
      // A float before the first word stands where the line would have begun.
      const isLeading = (one: InlineContent, index: number) =>
        index < visible && one.kind === 'atom' && isFloat(one.box);
      for (const [index, one] of content.entries())
        if (one.kind === 'atom' && isLeading(one, index)) this.#children.push(one.box);
      const isLeft = (one: InlineContent, index: number) =>
        visible < 0 ? one.kind === 'atom' : !isLeading(one, index);
      const rest = visible === 0 ? content : content.filter(isLeft);
      const { style, language, owner } = this.#owner;
      const lines: LinesBox = {
        kind: 'lines',
        style,
        element: null,
        language,
        owner,
        content: rest,
      };
      this.#children.push(this.#children.some(isInFlow) ? unindented(lines) : lines);
      return;
    }
    for (const one of content) if (one.kind === 'atom') this.#children.push(one.box);
  }
}

/** After other content: not the first line of its container, which alone is indented (css-text-3 §8.1). */
function unindented(lines: LinesBox): LinesBox {
  const { length, eachLine, hanging } = lines.style.textIndent;
  if (eachLine || hanging || isNothing(length)) return lines;
  return { ...lines, style: { ...lines.style, textIndent: noTextIndent } };
}

function isNothing({ pt, percent }: LengthPercentage): boolean {
  return pt === 0 && percent === 0;
}

function stylesThatMove(open: readonly OpenInline[]): readonly ComputedStyle[] {
  return open.map(({ style }) => style).filter(isShifted);
}

function isShifted({ position, top, right, bottom, left }: ComputedStyle): boolean {
  return position === 'relative' && [top, right, bottom, left].some((side) => side !== 'auto');
}

/** `align` and `center` of older HTML move boxes that are narrower than the line too (html §15.3.3). */
function alignedIn({ textAlign, writingMode }: ComputedStyle, box: Box): Box {
  if (!textAlign.startsWith('-webkit-') || box.kind === 'lines' || !isInFlow(box)) return box;
  const { style } = box;
  const [left, right, width] = ofLine(writingMode);
  const isSized = style[width] !== 'auto' || box.kind === 'table' || box.kind === 'picture';
  const isLimited = style.maxWidth !== 'none' || style.aspectRatio !== 'auto';
  const isNarrow = isSized || (isLimited && isZero(style[left]) && isZero(style[right]));
  if (!isNarrow || style[left] === 'auto' || style[right] === 'auto') return box;
  // In the middle of what its margins leave.
  if (isSized && textAlign === '-webkit-center' && writingMode === 'horizontal-tb')
    return { ...box, style: { ...style, justifySelf: 'safe center' } };
  const auto = 'auto' as const;
  const margins = {
    ...(textAlign === '-webkit-left' ? {} : { [left]: auto }),
    ...(textAlign === '-webkit-right' ? {} : { [right]: auto }),
  };
  return { ...box, style: { ...style, ...margins } };
}

function isZero(margin: ComputedStyle['marginLeft']): boolean {
  return margin !== 'auto' && isNothing(margin);
}

/** The margins at a line's left and right, and the length along it (css-writing-modes-4 §6.3). */
function ofLine(writingMode: ComputedStyle['writingMode']) {
  if (writingMode === 'horizontal-tb') return ['marginLeft', 'marginRight', 'width'] as const;
  return writingMode === 'sideways-lr'
    ? (['marginBottom', 'marginTop', 'height'] as const)
    : (['marginTop', 'marginBottom', 'height'] as const);
}

/** True for what makes a line: words, boxes in flow, edges with a width (CSS 2 §9.4.2). */
function isVisible(content: InlineContent): boolean {
  if (content.kind === 'text') return true;
  if (content.kind === 'atom') return isInFlow(content.box);
  if (!content.whole) return false;
  const { style } = content;
  const isStart = content.kind === 'open';
  const isLeft = isStart === (style.direction === 'ltr');
  const border = isLeft ? style.borderLeftWidth : style.borderRightWidth;
  const lengths = isLeft
    ? [style.marginLeft, style.paddingLeft]
    : [style.marginRight, style.paddingRight];
  return border > 0 || lengths.some((length) => typeof length === 'object' && !isNothing(length));
}
