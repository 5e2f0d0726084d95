/**
 * Painting order (CSS 2 appendix E, css-flexbox-1 §5.4, css-color-4 §4.2, css-transforms-1 §3).
 *
 * Stacking context: a box that paints itself and everything in it as one whole. Layer: a box that
 * leaves the flow's order and is painted at its `z-index` in the nearest stacking context. Atom: a
 * box painted as if it were a stacking context, whose layers still belong to the context around it
 * (inline blocks, flex and grid items). Positions come in relative to the parent's border box and
 * go out in page coordinates.
 */
import { identity, type Path, type Point } from '../base/index.ts';
import type { BoxFragment, Fragment, LineFragment, TextFragment } from '../layout/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import { blendsWithin } from './blending.ts';
import {
  applyEffects,
  type BoxPainter,
  type Cut,
  clipAll,
  clipOfContent,
  cutAll,
  type Item,
} from './box-effects.ts';
import { borderBox, isolate, originOf } from './boxes.ts';
import {
  type DecorationItems,
  hasDecoration,
  isInlineBox,
  noDecorations,
  paintDecorations,
} from './decorations.ts';
import { inDocumentOrder, inOrderOfDepth, isOutOfFlow, type Layer } from './layer-order.ts';
import { clipRectangle } from './overflow.ts';
import { mayHide, type PlacedBox, type Plane, planeOf, type Space, spaceWithin } from './planes.ts';
import { isItem, isPositioned, isStackingContext, levelOf, moves } from './stacking-context.ts';
import { paintText } from './text.ts';
import { transformOf } from './transforms.ts';

/** The parts of a flow that are painted one after the other: steps 4, 5 and 7. */
interface Flow {
  readonly blocks: Item[];
  readonly floats: Item[];
  readonly inlines: Item[];
}

/** What holds for everything inside a box until a box in it changes it. */
interface Scope {
  readonly painter: BoxPainter;
  /** Layers of the nearest stacking context, in tree order. */
  readonly layers: Layer[];
  /** Outlines of the stacking context's boxes, which stand over all that is in flow. */
  readonly outlines: Item[];
  /** Outlines that clip what is in flow, since the stacking context, outermost first. */
  readonly clips: readonly Cut[];
  /** The same for boxes positioned against the nearest positioned box. */
  readonly positionedClips: readonly Cut[];
  /** Styles of block boxes around that decorate their text, outermost first. */
  readonly decorations: readonly ComputedStyle[];
  /** Of the stacking context's box. */
  readonly space: Space | null;
}

/** A stacking context as one whole, with its effects. */
function paintStackingContext(
  box: BoxFragment,
  at: Point,
  painter: BoxPainter,
  decorations: readonly ComputedStyle[],
  { plane, cuts }: { readonly plane: Plane | null; readonly cuts: readonly Cut[] },
): readonly Item[] {
  if (plane?.isSeen && plane.drawn.isForeshortened) painter.sayForeshortened(box);
  const space = spaceWithin(box, plane);
  if (space) return paintContext(box, at, painter, decorations, { plane, space, cuts });
  if (plane && !plane.isSeen) return [];
  const transform =
    plane?.drawn.matrix ?? (moves(box) ? transformOf(box, borderBox(box, at)) : identity);
  const items = paintContext(box, at, painter, decorations, { ...onPage, cuts });
  return applyEffects(box, at, items, painter, transform);
}

/** What is in a stacking context: appendix E steps 1 to 9. */
export function paintContext(
  box: BoxFragment,
  at: Point,
  painter: BoxPainter,
  decorations: readonly ComputedStyle[] = [],
  { plane, space, cuts }: Surroundings = onPage,
): readonly Item[] {
  const layers: Layer[] = [];
  const outlines: Item[] = [];
  const scope: Scope = {
    painter,
    layers,
    outlines,
    clips: cuts,
    positionedClips: cuts,
    decorations,
    space,
  };
  const own = cutAll(painter.paintBox(box, at), cuts);
  const flow = paintFlow(box, at, scope);
  const laidOut = layers.length;
  for (const one of painter.adoptions.of(box)) {
    // What does not hold a box does not cut it either, though it cuts the context around.
    const clips = cuts.filter((cut) => one.around.includes(cut.box));
    addLayer(one.box, one.at, { box, at }, { ...scope, clips, positionedClips: clips });
  }
  const ordered = inDocumentOrder(layers, painter);
  const level = (isWanted: (z: number) => boolean) =>
    ordered.filter(({ z }) => isWanted(z)).toSorted((one, other) => one.z - other.z);
  const [below, above] = [level((z) => z < 0), level((z) => z >= 0)];
  const inFlow = [...cutAll([...flow.blocks, ...flow.floats, ...flow.inlines], cuts), ...outlines];
  const outline = cutAll(painter.paintOutline(box, at), cuts);
  const itemsOf = (list: readonly Layer[]) => list.flatMap(({ items }) => items);
  if (!plane) {
    const clip = clipOfContent(box, at, painter);
    const clips = clip ? [clip] : [];
    if (layers.length === laidOut) {
      const content = [...itemsOf(below), ...inFlow, ...itemsOf(above)];
      return [...own, ...clipAll(content, clips), ...outline];
    }
    // What is laid out elsewhere is not cut here.
    const cut = (layer: Layer) =>
      layers.indexOf(layer) < laidOut ? clipAll(layer.items, clips) : layer.items;
    const content = [...below.flatMap(cut), ...clipAll(inFlow, clips), ...above.flatMap(cut)];
    return [...own, ...content, ...outline];
  }
  const onPlane = (items: readonly Item[], z = 0): Layer => ({ z, box, items, plane: null });
  const all = [onPlane(own), ...below, onPlane(inFlow), ...above, onPlane(outline)];
  return inOrderOfDepth(box, plane, all);
}

/** Where a stacking context is painted. */
interface Surroundings {
  readonly plane: Plane | null;
  readonly space: Space | null;
  /** What cuts it from outside, but not all that it paints; empty where it is cut as a whole. */
  readonly cuts: readonly Cut[];
}

const onPage: Surroundings = { plane: null, space: null, cuts: [] };

/** Puts a box's outline among those of its stacking context. */
function addOutline(box: BoxFragment, at: Point, { painter, outlines, clips }: Scope): void {
  outlines.push(...cutAll(painter.paintOutline(box, at), clips));
}

/** A box painted as one piece whose layers belong to the context around it. */
function paintAtom(box: BoxFragment, at: Point, outer: Scope): readonly Item[] {
  const clip = clipOfContent(box, at, outer.painter);
  const scope = insideOf(box, clip, outer);
  const flow = paintFlow(box, at, scope);
  const content = [...flow.blocks, ...flow.floats, ...flow.inlines];
  addOutline(box, at, outer);
  const own = outer.painter.paintBox(box, at);
  return mixedApart(box, [...own, ...clipAll(content, clip ? [clip] : [])]);
}

/** svg2 §3.4: a drawing is painted as one, and what blends in it blends with it alone. */
const isDrawing = ({ picture, element }: BoxFragment): boolean =>
  picture?.picture.kind === 'vector' && picture.picture.root === element;

function mixedApart(box: BoxFragment, items: readonly Item[]): readonly Item[] {
  return isDrawing(box) && blendsWithin(items) ? [isolate(items, originOf(box))] : items;
}

/** The scope of a box's content: its own clip joins in. */
function insideOf(box: BoxFragment, clip: Path | null, outer: Scope): Scope {
  const base = box.style.position === 'absolute' ? outer.positionedClips : outer.clips;
  const clips = clip ? [...base, { path: clip, box }] : base;
  return {
    ...outer,
    clips,
    positionedClips: isPositioned(box.style) ? clips : outer.positionedClips,
  };
}

/** What `clip` cuts (css-masking-1 §8): the box, and all that is in it. */
function cutByClip(box: BoxFragment, at: Point, scope: Scope): Scope {
  const path = clipRectangle(box, at);
  if (!path) return scope;
  return {
    ...scope,
    clips: [...scope.clips, { path, box }],
    positionedClips: [...scope.positionedClips, { path, box }],
  };
}

/** Puts a box among the layers: in its place in tree order, before the layers inside it. */
function addLayer(box: BoxFragment, at: Point, parent: PlacedBox | null, outer: Scope): void {
  const scope = cutByClip(box, at, outer);
  const { position } = box.style;
  const plane = planeOf({ box, at }, parent, scope.space);
  const layer: Layer = {
    z: levelOf(box, parent?.box.style ?? null),
    box,
    items: [],
    plane: plane?.isInSpace ? plane : null,
  };
  scope.layers.push(layer);
  const decorations = isOutOfFlow(box.style) ? [] : scope.decorations;
  const isWhole = isStackingContext(box, parent?.box.style ?? null) || plane !== null;
  const clips = position === 'absolute' ? scope.positionedClips : scope.clips;
  // One that paints what is laid out elsewhere is cut part by part.
  const cuts = isWhole && scope.painter.adoptions.of(box).length > 0 ? clips : [];
  const items = isWhole
    ? paintStackingContext(box, at, scope.painter, decorations, { plane, cuts })
    : paintPositioned(box, at, { ...scope, decorations });
  layer.items = cutAll(items, cuts === clips ? [] : clips);
}

/** A positioned box with `z-index: auto`; an inline one is painted as the inline box it is. */
function paintPositioned(box: BoxFragment, at: Point, outer: Scope): readonly Item[] {
  // Outlines in a layer stand over that layer, not under it.
  const outlines: Item[] = [];
  const scope = { ...outer, outlines };
  if (!isInlineBox(box)) return [...paintAtom(box, at, scope), ...outlines];
  const items: Item[] = [];
  paintInlineBox(box, at, insideOf(box, null, scope), items);
  return [...items, ...outlines];
}

/** What is in a box, apart from the box's own background and border. */
function paintFlow(box: BoxFragment, at: Point, scope: Scope): Flow {
  const flow: Flow = { blocks: [], floats: [], inlines: [] };
  flow.inlines.push(...scope.painter.paintContent(box, at));
  // An inline box that is a context of its own has its lines in it.
  const { before, after } = isInlineBox(box) ? ownDecorations(box, at) : noDecorations;
  flow.inlines.push(...before);
  const inside = decorate(box, scope);
  for (const child of box.children) paintChild(child, box, at, inside, flow);
  flow.inlines.push(...after);
  return flow;
}

/** The lines that an inline box draws along its words on one line. */
function ownDecorations(box: BoxFragment, at: Point): DecorationItems {
  const baseline = at.y + (box.firstBaseline ?? box.height);
  const children = box.children.filter((child) => child.kind !== 'line');
  return paintDecorations({ style: box.style, children, at, baseline, origin: originOf(box) });
}

/** The scope with a block's decoration added; an inline box draws its own on each line. */
function decorate(box: BoxFragment, scope: Scope): Scope {
  if (!hasDecoration(box.style) || isInlineBox(box)) return scope;
  return { ...scope, decorations: [...scope.decorations, box.style] };
}

/** Decorations do not reach into floats and boxes that stand in a line (css-text-decor-4 §2.1). */
function undecorated(scope: Scope): Scope {
  return scope.decorations.length === 0 ? scope : { ...scope, decorations: [] };
}

/** True for a box that leaves the flow's order. */
function isLayer(box: BoxFragment, parent: ComputedStyle | null, { space }: Scope): boolean {
  return isStackingContext(box, parent) || isPositioned(box.style) || mayHide(box, space);
}

function paintChild(
  child: Fragment,
  parent: BoxFragment,
  parentAt: Point,
  scope: Scope,
  flow: Flow,
): void {
  const at = { x: parentAt.x + child.x, y: parentAt.y + child.y };
  if (child.kind === 'line') paintLine(child, parent, at, scope, flow.inlines);
  else if (child.kind === 'text')
    flow.inlines.push(...paintText(child, at, scope.painter.contentOf(child)));
  else if (scope.painter.adoptions.has(child)) return;
  else if (isLayer(child, parent.style, scope))
    addLayer(child, at, { box: parent, at: parentAt }, scope);
  else if (child.style.float !== 'none')
    flow.floats.push(...paintAtom(child, at, undecorated(scope)));
  else if (isItem(parent.style)) flow.inlines.push(...paintAtom(child, at, scope));
  else if (isInlineBox(child) || child.style.display.startsWith('inline'))
    paintInline(child, at, scope, flow.inlines);
  else paintBlock(child, at, child.isMarker ? undecorated(scope) : scope, flow);
}

/** A block in normal flow: its parts join those of the flow around it. */
function paintBlock(box: BoxFragment, at: Point, scope: Scope, flow: Flow): void {
  if (isDrawing(box)) {
    flow.inlines.push(...paintAtom(box, at, scope));
    return;
  }
  flow.blocks.push(...scope.painter.paintBox(box, at));
  addOutline(box, at, scope);
  const clip = clipOfContent(box, at, scope.painter);
  const clips = clip ? [...scope.clips, { path: clip, box }] : scope.clips;
  const inner = paintFlow(box, at, clip ? { ...scope, clips } : scope);
  const own = clip ? [clip] : [];
  flow.blocks.push(...clipAll(inner.blocks, own));
  flow.floats.push(...clipAll(inner.floats, own));
  flow.inlines.push(...clipAll(inner.inlines, own));
}

/** Step 7.2: a line box, its content in tree order. */
function paintLine(
  line: LineFragment,
  block: BoxFragment,
  at: Point,
  scope: Scope,
  items: Item[],
): void {
  const baseline = at.y + line.baseline;
  const decorated = scope.decorations.map((style) =>
    paintDecorations({ style, children: line.children, at, baseline, origin: originOf(block) }),
  );
  items.push(...decorated.flatMap(({ before }) => before));
  const parent = { box: block, at: { x: at.x - line.x, y: at.y - line.y } };
  for (const child of line.children) paintInlineChild(child, at, parent, scope, items);
  items.push(...decorated.toReversed().flatMap(({ after }) => after));
}

function paintInlineChild(
  child: TextFragment | BoxFragment,
  parentAt: Point,
  parent: PlacedBox | null,
  scope: Scope,
  items: Item[],
): void {
  const at = { x: parentAt.x + child.x, y: parentAt.y + child.y };
  if (child.kind === 'text') items.push(...paintText(child, at, scope.painter.contentOf(child)));
  else if (scope.painter.adoptions.has(child)) return;
  else if (isLayer(child, null, scope)) addLayer(child, at, parent, scope);
  else paintInline(child, at, scope, items);
}

/** A box in a line: an inline box, or one painted as a piece. */
function paintInline(box: BoxFragment, at: Point, scope: Scope, items: Item[]): void {
  if (isInlineBox(box)) paintInlineBox(box, at, scope, items);
  else items.push(...paintAtom(box, at, undecorated(scope)));
}

/** An inline box's slice on one line: background and border, then what is in it. */
function paintInlineBox(box: BoxFragment, at: Point, scope: Scope, items: Item[]): void {
  items.push(...scope.painter.paintBox(box, at));
  addOutline(box, at, scope);
  const inLine = box.children.filter((child) => child.kind !== 'line');
  const { before, after } = ownDecorations(box, at);
  items.push(...before);
  for (const child of inLine) paintInlineChild(child, at, null, scope, items);
  items.push(...after);
}
