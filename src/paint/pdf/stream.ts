/**
 * A content stream being written, and where on the page its drawing lands. Page, form and soft
 * mask contents are all such streams.
 */
import type { Matrix, Rect, Span } from '../../base/index.ts';
import type { Content } from '../../display/index.ts';
import { type BlendingSpace, type Color, colorOperators } from './colors.ts';
import type { GlyphCodes } from './glyphs.ts';
import { GraphicsState } from './graphics-state.ts';
import { layerOf, stepOf } from './layers.ts';
import type { PageSpace } from './operators.ts';
import type { PdfDictionary, PdfFile, PdfReference } from './pdfkit.ts';
import {
  createResourceList,
  type NamedResource,
  type ResourceList,
  type ResourcePool,
} from './resources.ts';
import type { Marking, StreamTags } from './tags.ts';

export interface FontResource extends GlyphCodes {
  readonly resource: NamedResource;
}

/** What all content streams of a file share. */
export interface ContentContext {
  readonly file: PdfFile;
  readonly pool: ResourcePool;
  readonly blending: BlendingSpace;
  /** False where there are neither transparency groups nor layers. */
  readonly hasGroups: boolean;
  /** By font id. */
  readonly fonts: ReadonlyMap<string, FontResource>;
  /** By path in the project. */
  readonly pictures: ReadonlyMap<string, NamedResource>;
  /** What is held of the document's structure; null where nothing is to be. */
  readonly marking: Marking | null;
}

/** A link's place on the page, y up from the page's bottom left. */
export interface PlacedLink {
  readonly rect: Rect;
  readonly href: string;
  readonly words: string | undefined;
  readonly span: Span | undefined;
  readonly content: Content | undefined;
}

/** A stream being written. */
export interface Stream extends ContentContext {
  readonly space: PageSpace;
  readonly lines: string[];
  readonly list: ResourceList;
  readonly state: GraphicsState;
  readonly links: PlacedLink[];
  readonly tags: StreamTags | null;
  /** Start of the last line in the open text object, in 1/10 000 pt; null outside. */
  line: { readonly x: number; readonly y: number } | null;
}

/** Where drawing takes place. */
export interface Place {
  /** From current coordinates to the stream's own: patterns are placed in those (§8.7.3.1). */
  readonly toStream: Matrix;
  /** From current coordinates to the page's. */
  readonly toPage: Matrix;
  /** All that can be seen, in current coordinates, y up. */
  readonly visible: Rect;
}

export function openStream(
  context: ContentContext,
  space: PageSpace,
  links: PlacedLink[],
  tags: StreamTags | null,
): Stream {
  const lines: string[] = [];
  const list = createResourceList();
  const state = new GraphicsState((operators) => lines.push(operators), context.pool, list);
  return { ...context, space, lines, list, state, links, tags, line: null };
}

export function streamBytes(stream: Stream): Uint8Array {
  return new TextEncoder().encode(stream.lines.join('\n'));
}

/** What every form starts with; `box` in the form's own coordinates, y up. */
export function formHeader({ x, y, width, height }: Rect): PdfDictionary {
  return { Type: 'XObject', Subtype: 'Form', BBox: [x, y, x + width, y + height] };
}

/** A form as the mask of all that is drawn until the state is restored (§11.6.5.2). */
export function setMask(stream: Stream, by: 'Alpha' | 'Luminosity', form: PdfReference): void {
  const mask = { Type: 'Mask', S: by, G: form };
  const state = stream.file.object({ Type: 'ExtGState', SMask: mask });
  stream.state.setSoftMask(stream.pool.add('ExtGState', state));
}

/** Draws in a colour; what a technical ink draws is put into its layer. */
export function inLayerOf(stream: Stream, color: Color, draw: () => void): void {
  const step = stream.hasGroups ? stepOf(color) : null;
  if (!step) {
    draw();
    return;
  }
  stream.lines.push(`/OC ${stream.list.use(layerOf(step, stream.pool))} BDC`);
  draw();
  stream.lines.push('EMC');
}

/** The colour of the next fills (and glyphs) or strokes, its opacity, and whether it overprints. */
export function setColor(
  stream: Stream,
  color: Color,
  use: 'fill' | 'stroke',
  isOverprinted: boolean,
): void {
  stream.state.setOverprint(isOverprinted);
  stream.state.setAlpha(use, color.alpha);
  stream.state.set(use, colorOperators(color, use, stream));
}
