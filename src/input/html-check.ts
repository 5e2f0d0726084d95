/**
 * What an HTML parser repairs in silence: tags that are never closed, tags that close nothing. On
 * paper a repair is a surprise, so both are told.
 */
import type { Report, Span } from '../base/index.ts';
import { elementDefinitions } from './elements.ts';
import {
  isRawElement,
  type RawDocument,
  type RawElement,
  type RawNode,
  spanOfMarkup,
} from './html-tree.ts';
import type { Markup } from './origins.ts';
import * as problems from './problems.ts';

interface Checking {
  readonly markup: Markup;
  readonly report: Report;
  /** Offsets of end tags that close something, and of start tags already spoken of. */
  readonly endTags: Set<number>;
  readonly told: Set<number>;
  /** Stretches that hold no tags of the document: start tags, comments, style sheets, titles. */
  readonly skipped: { readonly start: number; readonly end: number }[];
}

const rawTextTags = new Set(['style', 'script', 'title', 'textarea']);

function place(checking: Checking, start: number, end: number): Span | undefined {
  return spanOfMarkup(checking.markup, start, end);
}

/** Reports an element whose end tag is missing although it must have one. */
function checkClosed(element: RawElement, checking: Checking): void {
  const location = element.sourceCodeLocation;
  const startTag = location?.startTag ?? location;
  if (!startTag || location?.endTag || checking.told.has(startTag.startOffset)) return;
  const { startOffset, endOffset } = startTag;
  const isSvg = element.namespaceURI.endsWith('/svg');
  const definition = isSvg ? undefined : elementDefinitions.get(element.tagName);
  const closesItself = isSvg && checking.markup.html[endOffset - 2] === '/';
  if (definition?.isVoid || definition?.hasOptionalEnd || closesItself) return;
  checking.told.add(startOffset);
  checking.report(problems.tagUnclosed(element.tagName, place(checking, startOffset, endOffset)));
}

function visit(node: RawNode, checking: Checking): void {
  const location = node.sourceCodeLocation;
  if (!isRawElement(node)) {
    if (location && node.nodeName !== '#text')
      checking.skipped.push({ start: location.startOffset, end: location.endOffset });
    return;
  }
  const { startTag, endTag } = node.sourceCodeLocation ?? {};
  const isRaw = rawTextTags.has(node.tagName);
  if (startTag) {
    const end = isRaw && endTag ? endTag.startOffset : startTag.endOffset;
    checking.skipped.push({ start: startTag.startOffset, end });
  }
  if (endTag) checking.endTags.add(endTag.startOffset);
  checkClosed(node, checking);
}

/** Reports end tags that the tree has not used. */
function checkStray(checking: Checking): void {
  const { html } = checking.markup;
  const skipped = [...checking.skipped].sort((a, b) => a.start - b.start);
  let index = 0;
  let skippedUntil = 0;
  for (const match of html.matchAll(/<\/([a-zA-Z][^\s/>]*)[^>]*>/g)) {
    const start = match.index;
    for (let next = skipped[index]; next && next.start <= start; next = skipped[index]) {
      skippedUntil = Math.max(skippedUntil, next.end);
      index += 1;
    }
    const tag = (match[1] ?? '').toLowerCase();
    const isFrame = tag === 'html' || tag === 'body' || tag === 'head';
    if (start < skippedUntil || isFrame || checking.endTags.has(start)) continue;
    checking.report(problems.tagStray(tag, place(checking, start, start + match[0].length)));
  }
}

/**
 * Reports `input/unclosed-tag` and `input/stray-tag` for a parsed document. Where a tag swallows the
 * rest of the text, that is the mistake, and not what follows from it.
 */
export function checkTags({ root, nodes, end }: RawDocument, markup: Markup, report: Report): void {
  if (end < markup.html.length) return;
  const checking: Checking = { markup, report, endTags: new Set(), told: new Set(), skipped: [] };
  for (const node of nodes) if (!isRawElement(node)) visit(node, checking);
  const waiting: RawNode[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    visit(node, checking);
    if (isRawElement(node)) for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
  checkStray(checking);
}
