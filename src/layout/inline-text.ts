/** Texts of an inline formatting context, from text nodes and from generated words. */
import type { TextNode } from '../input/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import type { InlineText, TextOrigin } from './box.ts';

/** A text node's words in a style, each piece with its origin. */
export function textOfNode(node: TextNode, style: ComputedStyle, language: string): InlineText {
  const origins: TextOrigin[] = [];
  let text = '';
  for (const piece of node.pieces) {
    const start = text.length;
    text += piece.text;
    origins.push({ start, end: text.length, piece, offset: 0 });
  }
  return { kind: 'text', text, style, language, origins, isBreak: false };
}

/** What `generatedText` is told of words that fill their line. */
export const leader = { isLeader: true } as const;

/** Words that no source holds: `content`, list markers. */
export function generatedText(
  words: string,
  style: ComputedStyle,
  language: string,
  special?: Pick<InlineText, 'isLeader' | 'calls' | 'pageCounter'>,
): InlineText {
  const text = { kind: 'text', text: words, style, language, origins: [], isBreak: false } as const;
  return special ? { ...text, ...special } : text;
}

/** `<br>`. */
export function lineBreak(style: ComputedStyle, language: string): InlineText {
  return { kind: 'text', text: '\n', style, language, origins: [], isBreak: true };
}
