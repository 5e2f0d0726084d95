/** Named flows (css-regions-1): what leaves its place for them, and the boxes that show them. */
import type { ElementNode } from '../input/index.ts';
import { anonymousStyle, type ComputedStyle } from '../style/index.ts';
import type { RegionBox } from './box.ts';
import type { FlowInProgress, Generator, Place } from './box-generator.ts';
import { FlowBuilder } from './flow-builder.ts';
import { flowWithoutFrame, frameWithoutFlow } from './problems.ts';

/** The contents of named flows, now that all are known; a flow that no frame shows is an error. */
export function finishFlows(root: ComputedStyle, language: string, generator: Generator): void {
  for (const { flow, builder, element } of generator.flows.values()) {
    const children = builder.finish();
    if (children.length > 0 && flow.frames === 0)
      generator.context.report(flowWithoutFrame(flow.name, element));
    if (children.length === 0 && flow.frames > 0)
      generator.context.report(frameWithoutFlow(flow.name, element));
    const base = { style: anonymousStyle(root), element: null, owner: element, language };
    if (children.length > 0)
      flow.content = { kind: 'block', ...base, children, independent: true, marker: null };
  }
}

/** The flow of that name, which `element` may be the first to name. */
export function flowOf(name: string, element: ElementNode, generator: Generator): FlowInProgress {
  const known = generator.flows.get(name);
  if (known) return known;
  const { root, language } = generator.styled.document;
  const style = generator.styled.styleOf(root);
  const builder = new FlowBuilder({ style, language, owner: root });
  const made = { flow: { name, content: null, frames: 0 }, builder, element };
  generator.flows.set(name, made);
  return made;
}

/** A box that shows a named flow instead of its own content. */
export function regionBox({ element, style, language }: Place, generator: Generator): RegionBox {
  const { flow } = flowOf(style.flowFrom, element, generator);
  const index = flow.frames;
  flow.frames += 1;
  return { kind: 'region', style, element, owner: element, language, flow, index };
}
