/**
 * The pictures that a document and its style sheets name, read as far as layout needs them. Files
 * of the project and small `data:` addresses; nothing from the network.
 */
import { type Context, createSource, type Source, type Span } from '../base/index.ts';
import { decodeText, fileBytes } from './decode.ts';
import type { ElementNode, HtmlDocument } from './document.ts';
import { parseSvgFile } from './html.ts';
import type { Picture, Pictures } from './picture.ts';
import { isDataUrl, isRemote } from './picture-address.ts';
import { readPictureHeader } from './picture-header.ts';
import * as problems from './problems.ts';
import { createVectorPicture } from './vector-picture.ts';

/** A picture that a style sheet names: its path in the project, already resolved. */
export interface PictureAddress {
  readonly path: string;
  readonly span?: Span | undefined;
}

const sideLimitPx = 30_000;
const areaLimitPx = 300_000_000;
const dataUrlLimit = 2_000_000;
/** How many SVG files may name each other in a row. */
const nestingLimit = 4;

/** The key in `Pictures` of an `<img>` or inline `<svg>`; undefined for any other element. */
export function pictureKeyOf(element: ElementNode): string | undefined {
  return element.picture;
}

interface Loading {
  readonly context: Context;
  readonly pictures: Map<string, Picture>;
  /** Addresses already tried, whether or not they gave a picture. */
  readonly tried: Set<string>;
}

/** The bytes of a `data:` address (RFC 2397); null where it is none. */
function dataUrlBytes(address: string): Uint8Array | null {
  const match = /^data:([\w.+/-]*(?:;[\w=-]+)*),(.+)$/is.exec(address);
  if (!match || address.length > dataUrlLimit) return null;
  const [, header = '', data = ''] = match;
  if (/;base64$/i.test(header))
    return /^[A-Za-z0-9+/=\s%]+$/.test(data)
      ? new Uint8Array(Buffer.from(data.replaceAll('%3D', '='), 'base64'))
      : null;
  return new TextEncoder().encode(data.replace(/(?:%[0-9a-f]{2})+/gi, decodePercent));
}

/** `%3C` is `<`; what is no UTF-8 stays as it is written. */
function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function bytesAt(path: string, span: Span | undefined, context: Context): Uint8Array | null {
  if (isRemote(path)) {
    context.report(problems.remoteFile(path, span));
    return null;
  }
  if (!isDataUrl(path)) return fileBytes(context.workspace.read(path), context, span);
  const bytes = dataUrlBytes(path);
  if (!bytes) context.report(problems.dataUrlWrong(span));
  return bytes;
}

/** A name for messages: a `data:` address is cut short. */
function nameOf(path: string): string {
  return isDataUrl(path) ? `${path.slice(0, 24)}…` : path;
}

function loadSvg(
  path: string,
  bytes: Uint8Array,
  span: Span | undefined,
  depth: number,
  loading: Loading,
): Picture | null {
  const { context } = loading;
  const source: Source | null = isDataUrl(path)
    ? createSource(nameOf(path), new TextDecoder().decode(bytes))
    : decodeText({ kind: 'file', path, bytes }, context, span);
  const root = source && parseSvgFile(source, context);
  if (source && !root) context.report(problems.svgWrong(nameOf(path), span));
  if (!root) return null;
  loadElements(root, depth + 1, loading);
  return createVectorPicture(root, path);
}

function loadBytes(
  path: string,
  bytes: Uint8Array,
  span: Span | undefined,
  depth: number,
  loading: Loading,
): Picture | null {
  const { report } = loading.context;
  const name = nameOf(path);
  if (bytes.length === 0) {
    report(problems.pictureEmpty(name, span));
    return null;
  }
  const header = readPictureHeader(bytes);
  if (header.kind === 'svg') return loadSvg(path, bytes, span, depth, loading);
  if (header.kind === 'damaged') report(problems.pictureDamaged(name, header.format, span));
  else if (header.kind === 'unknown') report(problems.pictureUnknown(name, header.format, span));
  else {
    const { widthPx, heightPx, format } = header;
    const isBomb =
      widthPx > sideLimitPx || heightPx > sideLimitPx || widthPx * heightPx > areaLimitPx;
    if (!isBomb) return { kind: 'bitmap', path, format, widthPx, heightPx, bytes };
    report(problems.pictureTooLarge(name, { widthPx, heightPx }, span));
  }
  return null;
}

function loadAddress(path: string, span: Span | undefined, depth: number, loading: Loading): void {
  if (loading.tried.has(path) || depth > nestingLimit) return;
  loading.tried.add(path);
  const bytes = bytesAt(path, span, loading.context);
  const picture = bytes && loadBytes(path, bytes, span, depth, loading);
  if (picture) loading.pictures.set(path, picture);
}

function loadElement(element: ElementNode, depth: number, loading: Loading): void {
  const { tag, namespace, attributes, attributeSpans, picture, span } = element;
  if (namespace === 'svg' && tag === 'svg') {
    if (picture !== undefined && depth === 0)
      loading.pictures.set(picture, createVectorPicture(element, picture));
    return;
  }
  if (namespace === 'html' && !/^(?:img|input|object)$/.test(tag)) return;
  if (picture === undefined) {
    if (tag === 'img') loading.context.report(problems.pictureWithoutSource(span));
    return;
  }
  const name =
    ['src', 'srcset', 'data', 'href', 'xlink:href'].find((key) => attributes.has(key)) ?? 'src';
  loadAddress(picture, attributeSpans?.get(name) ?? span, depth, loading);
}

function loadElements(root: ElementNode, depth: number, loading: Loading): void {
  loadElement(root, depth, loading);
  for (const child of root.children)
    if (child.kind === 'element') loadElements(child, depth, loading);
}

/** Pictures of a document, and of its style sheets as soon as those are known. */
export interface LoadedPictures {
  readonly pictures: Pictures;
  /** Loads those that style sheets name, into `pictures`. */
  add(addresses: readonly PictureAddress[]): void;
}

/**
 * Every picture of a document by key: `img` and SVG `image` files by path, inline `svg` by the key
 * of the element. Sizes are px after Exif orientation. A picture
 * that cannot be used is reported at the place that names it, and is not in the map:
 * `input/file-missing`, `-file-outside`, `-empty-picture`, `-not-a-picture`, `-damaged-picture`,
 * `-picture-too-large`, `-remote-file`, `-data-url`, `-picture-without-file`.
 */
export function loadPictures(document: HtmlDocument, context: Context): LoadedPictures {
  const loading: Loading = { context, pictures: new Map(), tried: new Set() };
  loadElements(document.root, 0, loading);
  return {
    pictures: loading.pictures,
    add(addresses) {
      for (const { path, span } of addresses) loadAddress(path, span, 0, loading);
    },
  };
}
