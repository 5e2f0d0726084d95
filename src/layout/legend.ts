/**
 * A `fieldset` with a legend (html §15.3.13): the legend stands on the border above the content, which
 * begins below both.
 */
import { noEdges } from '../base/index.ts';
import type { IntrinsicWidths } from '../text/index.ts';
import { measureOuter, shrunkWidth } from './atom.ts';
import type { Box, Container } from './box.ts';
import { isInFlow } from './box.ts';
import { carryOutOfFlow, moveFragment, relativeOffset } from './box-fragment.ts';
import { measureIn } from './natural.ts';
import { computeEdges, computeUsedBox, usedMarginLeft } from './sizing.ts';
import { fixedSpace, type Laid, type LayoutContext, openSpace, type Space } from './space.ts';

/** A container whose legend is one of its children, with that taken out; others as they are. */
export function withLegend<B extends Container>(box: B): B {
  if (box.element?.tag !== 'fieldset' || box.element.namespace !== 'html') return box;
  const legend = box.children.find(isLegend);
  const independent = true;
  if (!legend) return { ...box, independent };
  const children = box.children.filter((child) => child !== legend);
  return { ...box, independent, legend, children };
}

function isLegend(box: Box): boolean {
  return box.kind !== 'lines' && box.element?.tag === 'legend' && isInFlow(box);
}

interface PlacedLegend {
  readonly laid: Laid;
  readonly x: number;
  readonly y: number;
  /** Below the legend with its margin, or the border. */
  readonly top: number;
  /** Where the border above begins, which the legend stands on the middle of. */
  readonly inset: number;
  /** Of the whole box: the legend has a say in it. */
  readonly fixedWidth: number;
  /** Of the whole box, where it is known: the legend takes its room from the content. */
  readonly fixedHeight: number | null;
}

/** Lays out a container with a legend; `layoutContent` is given the container without one. */
export function layoutWithLegend(
  box: Container & Box,
  legend: Box,
  space: Space,
  context: LayoutContext,
  layoutContent: (box: Box, space: Space) => Laid,
): Laid {
  const { legend: _, ...plain } = box;
  // The legend is in the first piece of a box that is broken.
  if (space.resume) return layoutContent(plain as Box, space);
  const placed = placeLegend(box, legend, space, context);
  const { x, y, top, inset, fixedWidth, fixedHeight } = placed;
  const style = { ...box.style, borderTopWidth: top };
  const laid = layoutContent({ ...plain, style } as Box, { ...space, fixedWidth, fixedHeight });
  const shift = relativeOffset(legend.style, openSpace(space.width, null));
  const at = { x: x + shift.x, y: y + shift.y };
  const own = moveFragment(placed.laid.fragment, at);
  const { fragment } = laid;
  return {
    ...laid,
    fragment: {
      ...fragment,
      style: box.style,
      children: [own, ...fragment.children],
      legend: {
        inset: { ...noEdges, top: inset },
        border: { ...fragment.border, top: box.style.borderTopWidth },
        x,
        y,
        width: own.width,
        height: own.height,
      },
    },
    outOfFlow: [
      ...carryOutOfFlow(placed.laid.outOfFlow, at, 0),
      ...laid.outOfFlow.map((one) => ({ ...one, after: one.after + 1 })),
    ],
  };
}

function placeLegend(box: Box, legend: Box, space: Space, context: LayoutContext): PlacedLegend {
  const used = computeUsedBox(box.style, space, measureIn(box, space, context));
  const { edges, width } = used;
  const { border, padding } = edges;
  const room = Math.max(0, width - edges.horizontal);
  const own = shrunkWidth(legend, room, null, context);
  const laid = context.layoutChild(legend, fixedSpace(room, null, own, null));
  const { margin } = computeEdges(legend.style, room);
  const { height } = laid.fragment;
  const left = usedMarginLeft(legend.style, computeEdges(legend.style, room), room, own);
  const y = Math.max(0, (border.top - height) / 2);
  return {
    laid,
    x: border.left + padding.left + left,
    y,
    top: Math.max(border.top, y + height + margin.bottom),
    inset: Math.max(0, (height - border.top) / 2),
    fixedWidth: width,
    fixedHeight: used.height,
  };
}

/** The content's widths, and no less than the legend's. */
export function atLeastLegend(
  content: IntrinsicWidths,
  legend: Box,
  context: LayoutContext,
): IntrinsicWidths {
  const own = measureOuter(legend, context);
  return {
    minContentPt: Math.max(content.minContentPt, own.minContentPt),
    maxContentPt: Math.max(content.maxContentPt, own.maxContentPt),
  };
}
