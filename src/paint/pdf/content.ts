/**
 * Display items as content streams (ISO 32000-1 §7.8.2). Draws and nothing else: what overprints
 * is `overprint.ts`, what a gradient is made of is `gradient.ts`. Groups that must be mixed as a
 * whole become form XObjects; all others are `q … Q`.
 */
import { identity, invert, multiply, type Rect } from '../../base/index.ts';
import type {
  Content,
  DisplayItem,
  GlyphsItem,
  GroupItem,
  GroupMask,
  LinkItem,
  PictureItem,
  StructureNode,
} from '../../display/index.ts';
import { awayFromEnds } from './blend-ends.ts';
import type { BlendingSpace, Color } from './colors.ts';
import { letterSpaceOf, showGlyphs } from './glyphs.ts';
import { formatLength, formatNumber } from './number.ts';
import {
  formatMatrix,
  intersectRects,
  matrixOnPage,
  type PageSpace,
  pathBounds,
  pathOperators,
  pointOnPage,
  transformedBounds,
} from './operators.ts';
import { asAsked, isTextOverprinted } from './overprint.ts';
import type { PdfDictionary, PdfReference } from './pdfkit.ts';
import { withAddedCover, withAddedLight } from './plus-lighter.ts';
import { hasNoArea, paintFill, paintShade, paintStroke } from './shapes.ts';
import {
  type ContentContext,
  formHeader,
  inLayerOf,
  openStream,
  type Place,
  type PlacedLink,
  type Stream,
  setColor,
  setMask,
  streamBytes,
} from './stream.ts';
import {
  closeTag,
  keyOf,
  type MarkedStream,
  openTag,
  type StreamTags,
  sayInNode,
  tagsOf,
} from './tags.ts';

export interface PageContent {
  readonly bytes: Uint8Array;
  readonly resources: PdfDictionary;
  readonly links: readonly PlacedLink[];
  /** What it holds of the structure; null where that is nothing. */
  readonly marked: MarkedStream | null;
}

/** Moves to the start of a line, from the last one where the text object is still open. */
function moveTo(stream: Stream, x: number, y: number): void {
  const line = { x: Math.round(x * 1e4), y: Math.round(y * 1e4) };
  const from = stream.line ?? { x: 0, y: 0 };
  if (!stream.line) stream.lines.push('BT');
  stream.line = line;
  const [dx, dy] = [(line.x - from.x) / 1e4, (line.y - from.y) / 1e4];
  stream.lines.push(`${formatLength(dx)} ${formatLength(dy)} Td`);
}

function closeText(stream: Stream): void {
  if (!stream.line) return;
  closeTag(stream);
  stream.lines.push('ET');
  stream.line = null;
}

function paintGlyphs(stream: Stream, item: GlyphsItem<Color>, place: Place): void {
  const font = stream.fonts.get(item.font.id);
  if (!font || item.glyphs.length === 0 || !(item.sizePt > 0) || item.color.alpha === 0) return;
  const { x, y } = pointOnPage(stream.space, item);
  // A text object stands in no tag: what was open before it is closed.
  if (!stream.line) closeTag(stream);
  moveTo(stream, x, y);
  openTag(stream, item.content);
  const heading = stream.tags && headingOf(item.content);
  if (heading) notePlace(stream, heading, headOf(item), place);
  const isOverprinted =
    asAsked(item.overprint, item.color) ?? isTextOverprinted(item.color, item.sizePt, place.toPage);
  setColor(stream, item.color, 'fill', isOverprinted);
  stream.state.set('font', `${stream.list.use(font.resource)} ${formatLength(item.sizePt)} Tf`);
  stream.state.set('scale', `${formatNumber(item.scaleX * 100, 4)} Tz`);
  const letterSpace = letterSpaceOf(item, font);
  stream.state.set('letterSpace', `${formatNumber(letterSpace, 6)} Tc`);
  const isFollowedBySpace = stream.tags !== null && item.content?.isFollowedBySpace === true;
  const sayInstead = sayInNode(stream);
  inLayerOf(stream, item.color, () =>
    stream.lines.push(showGlyphs(item, letterSpace, font, { isFollowedBySpace, sayInstead })),
  );
}

function paintPicture(stream: Stream, { picture, rect }: PictureItem): void {
  const resource = stream.pictures.get(picture);
  // A picture that could not be read has been reported; the page goes on without it.
  if (!resource || hasNoArea(rect)) return;
  const corner = pointOnPage(stream.space, { x: rect.x, y: rect.y + rect.height });
  stream.state.save();
  stream.state.setOverprint(false);
  stream.state.setAlpha('fill', 1);
  stream.lines.push(
    `${formatMatrix([rect.width, 0, 0, rect.height, corner.x, corner.y])} cm`,
    `${stream.list.use(resource)} Do`,
  );
  stream.state.restore();
}

function rectOnPage(space: PageSpace, rect: Rect): Rect {
  const { x, y } = pointOnPage(space, { x: rect.x, y: rect.y + rect.height });
  return { ...rect, x, y };
}

function placeLink(stream: Stream, item: LinkItem, { toPage, visible }: Place): void {
  const seen = intersectRects(rectOnPage(stream.space, item.rect), visible);
  const { href, words, span, content } = item;
  if (!seen) return;
  stream.links.push({ rect: transformedBounds(toPage, seen), href, words, span, content });
}

/** Notes where a node is seen first. */
function notePlace(
  { marking, tags, space }: Stream,
  node: StructureNode,
  rect: Rect,
  { toPage }: Place,
): void {
  if (!marking || !tags || tags.isWhole || marking.places.has(node)) return;
  const box = transformedBounds(toPage, rectOnPage(space, rect));
  marking.places.set(node, { page: tags.marked.page, box });
}

/** The heading that words are in, if by way of a link. */
function headingOf(content: Content | undefined): StructureNode | null {
  let node = content?.node ?? null;
  while (node && isInLine(node)) node = node.parent;
  return node?.title === undefined ? null : node;
}

function isInLine({ kind }: StructureNode): boolean {
  return kind === 'Link' || kind === 'Span' || kind === 'Quote' || kind === 'Code';
}

/** The line of a heading, from where it is to be seen in a window. */
function headOf({ x, y, sizePt }: GlyphsItem<Color>): Rect {
  return { x, y: y - sizePt, width: 0, height: sizePt };
}

/** The place inside a group's transform and clip; null where nothing of it can be seen. */
function placeInside(stream: Stream, item: GroupItem<Color>, place: Place): Place | null {
  const matrix = matrixOnPage(stream.space, item.transform);
  const inverse = invert(matrix);
  if (!inverse) return null;
  const visible = transformedBounds(inverse, place.visible);
  const clip = item.clip && pathBounds(item.clip);
  if (item.clip && (!clip || hasNoArea(clip))) return null;
  const inside = clip ? intersectRects(visible, rectOnPage(stream.space, clip)) : visible;
  if (!inside) return null;
  return {
    toStream: multiply(place.toStream, matrix),
    toPage: multiply(place.toPage, matrix),
    visible: inside,
  };
}

/** Items as a form of their own, mixed apart from what lies below (§11.4.5). */
function paintForm(
  stream: Stream,
  items: readonly DisplayItem<Color>[],
  place: Place,
  blending: BlendingSpace,
  tags: StreamTags | null,
): PdfReference {
  const form = openStream({ ...stream, blending }, stream.space, stream.links, tags);
  paintItems(form, items, { ...place, toStream: identity });
  const reference = stream.file.stream(
    {
      ...formHeader(place.visible),
      Group: { S: 'Transparency', CS: blending, I: true, K: false },
      Resources: form.list.dictionary(),
      ...keyOf(tags?.marked),
    },
    streamBytes(form),
  );
  if (tags) tags.marked.form = reference;
  return reference;
}

/** Tags of a form on the page: its own, but for one that is part of a picture. */
function tagsInside({ marking, tags }: Stream): StreamTags | null {
  return marking && tags && !tags.isWhole ? tagsOf(marking, tags.marked.page, undefined) : null;
}

/** The mask of a group, drawn in gray. */
function setGroupMask(stream: Stream, mask: GroupMask, place: Place): void {
  const { by, items } = withAddedCover(mask);
  const form = paintForm(stream, items, place, 'DeviceGray', null);
  setMask(stream, by === 'alpha' ? 'Alpha' : 'Luminosity', form);
}

function paintGroup(stream: Stream, item: GroupItem<Color>, place: Place): void {
  const inside = placeInside(stream, item, place);
  if (!inside || item.opacity <= 0 || item.items.length === 0) return;
  const isMixed =
    stream.hasGroups &&
    (item.opacity < 1 || item.blend !== 'normal' || item.isolated || item.mask !== undefined);
  const isMoved = item.transform.some((value, index) => value !== identity[index]);
  if (!isMixed && !isMoved && !item.clip) {
    paintItems(stream, item.items, inside);
    return;
  }
  closeTag(stream);
  stream.state.save();
  if (isMoved) stream.lines.push(`${formatMatrix(matrixOnPage(stream.space, item.transform))} cm`);
  if (item.clip)
    stream.lines.push(
      pathOperators(stream.space, item.clip),
      item.clipRule === 'evenodd' ? 'W* n' : 'W n',
    );
  if (isMixed) {
    const items = awayFromEnds(item.items, item.blend);
    const form = paintForm(stream, items, inside, stream.blending, tagsInside(stream));
    if (item.mask) setGroupMask(stream, item.mask, inside);
    stream.state.setOverprint(false);
    stream.state.setGroup(item.opacity, item.blend);
    stream.lines.push(`${stream.list.use(stream.pool.add('XObject', form))} Do`);
  } else paintItems(stream, item.items, inside);
  stream.state.restore();
}

/** A picture is one thing to a reader, whatever it is drawn with. */
function paintWhole(stream: Stream, item: GroupItem<Color>, content: Content, place: Place): void {
  const { tags } = stream;
  openTag(stream, content);
  if (content.rect) notePlace(stream, content.node, content.rect, place);
  const isOutermost = tags !== null && !tags.isWhole;
  if (isOutermost) tags.isWhole = true;
  paintGroup(stream, item, place);
  if (isOutermost) tags.isWhole = false;
  closeTag(stream);
}

function paintItems(stream: Stream, items: readonly DisplayItem<Color>[], place: Place): void {
  for (const item of items) {
    if (item.kind === 'glyphs') {
      paintGlyphs(stream, item, place);
      continue;
    }
    closeText(stream);
    switch (item.kind) {
      case 'fill':
        openTag(stream, undefined);
        paintFill(stream, item, place);
        break;
      case 'stroke':
        openTag(stream, undefined);
        paintStroke(stream, item, place);
        break;
      case 'picture':
        openTag(stream, undefined);
        paintPicture(stream, item);
        break;
      case 'shade':
        openTag(stream, undefined);
        paintShade(stream, item);
        break;
      case 'link':
        placeLink(stream, item, place);
        break;
      case 'group':
        if (item.content) paintWhole(stream, item, item.content, place);
        else paintGroup(stream, item, place);
        break;
    }
  }
  closeText(stream);
  closeTag(stream);
}

export interface ContentPlace {
  readonly space: PageSpace;
  readonly page: Rect;
  /** Of the page in the file. */
  readonly index: number;
}

/**
 * One page's content. `items` in pt from the trim's top left, y down; `page` is the media box in
 * PDF's coordinates, from 0, 0.
 */
export function paintContent(
  items: readonly DisplayItem<Color>[],
  { space, page, index }: ContentPlace,
  context: ContentContext,
): PageContent {
  const { marking } = context;
  const tags = marking && tagsOf(marking, index, null);
  const stream = openStream(context, space, [], tags);
  const shown = context.hasGroups ? withAddedLight(items, context.blending) : items;
  paintItems(stream, shown, { toStream: identity, toPage: identity, visible: page });
  return {
    bytes: streamBytes(stream),
    resources: stream.list.dictionary(),
    links: stream.links,
    marked: tags?.marked ?? null,
  };
}
