/**
 * The style sheets of a document: files that `<link>` names, and the text of `<style>` as a source
 * of its own that is the template with everything else blanked, so that lines and columns are
 * those of the template.
 */
import { type Context, createSource, type Report, type Source, type Span } from '../base/index.ts';
import { decodeText } from './decode.ts';
import type { ElementNode, SheetMedia } from './document.ts';
import { isVerbatim, partOf, spanOfMarkup } from './html-tree.ts';
import { type Markup, originsIn } from './origins.ts';
import { addressKey, isRemote } from './picture-address.ts';
import * as problems from './problems.ts';

function blank(text: string): string {
  return text.replace(/[^\r\n]+/g, (line) => ' '.repeat(line.length));
}

interface Part {
  readonly text: string;
  readonly span: Span;
}

/** The parts of a stretch of markup by origin; null where one has none. */
function partsOf(markup: Markup, start: number, end: number): readonly Part[] | null {
  const parts: Part[] = [];
  let at = start;
  for (const origin of originsIn(markup.origins, start, end)) {
    const from = Math.max(origin.start, start);
    const until = Math.min(origin.end, end);
    if (from > at) return null;
    const text = markup.html.slice(from, until);
    parts.push({ text, span: isVerbatim(origin) ? partOf(origin, from, until) : origin.span });
    at = until;
  }
  return at >= end ? parts : null;
}

/** The sheet laid over its blanked file; null where its parts come from several places. */
function overlay(parts: readonly Part[]): Source | null {
  const source = parts[0]?.span.source;
  if (!source) return null;
  let text = '';
  for (const part of parts) {
    const { span } = part;
    const fits = part.text.length <= span.end - span.start;
    if (span.source !== source || span.start < text.length || !fits) return null;
    text += blank(source.text.slice(text.length, span.start));
    text += part.text.padEnd(span.end - span.start);
  }
  text += blank(source.text.slice(text.length));
  const { path, lineStarts, shown = source.text } = source;
  return { path, text, lineStarts, shown };
}

/** A `<style>` whose text stands between two offsets of the markup. */
export function styleSource(markup: Markup, start: number, end: number): Source {
  const parts = partsOf(markup, start, end);
  const exact = parts && overlay(parts);
  if (exact) return exact;
  const place = spanOfMarkup(markup, start, end);
  const before = place ? blank(place.source.text.slice(0, place.start)) : '';
  return createSource(place?.source.path ?? markup.path, before + markup.html.slice(start, end));
}

function isStyleSheet(element: ElementNode): boolean {
  const rel = element.attributes.get('rel')?.toLowerCase().split(/\s+/) ?? [];
  return element.tag === 'link' && rel.includes('stylesheet') && !rel.includes('alternate');
}

/** True unless `type` names another language (HTML §4.2.4, §4.2.6), which is reported. */
export function saysCss(element: ElementNode, report: Report): boolean {
  const type = element.attributes.get('type')?.trim().toLowerCase() ?? '';
  if (type === '' || /^text\/css(?:;|$)/.test(type)) return true;
  report(problems.sheetTypeUnknown(type, element.attributeSpans?.get('type') ?? element.span));
  return false;
}

/** The `media` attribute of a sheet's element; null where it is for everything. */
export function mediaOf(element: ElementNode): SheetMedia | null {
  const text = element.attributes.get('media')?.trim() ?? '';
  if (text === '') return null;
  const span = element.attributeSpans?.get('media') ?? element.span;
  return { text, ...(span ? { span } : {}) };
}

/** The file of a `<link rel="stylesheet">`; null for any other element or after a report. */
export function linkedSheet(element: ElementNode, path: string, context: Context): Source | null {
  if (!isStyleSheet(element) || !saysCss(element, context.report)) return null;
  const href = element.attributes.get('href')?.trim() ?? '';
  const span = element.attributeSpans?.get('href') ?? element.span;
  if (isRemote(href)) {
    context.report(problems.remoteFile(href, span));
    return null;
  }
  return decodeText(context.workspace.read(addressKey(path, href)), context, span);
}
