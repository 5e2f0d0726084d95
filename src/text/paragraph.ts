import { invariant } from '../base/index.ts';
import type { MissingCharacter } from './shape.ts';
import type { InlineItem, IntrinsicWidths, Line, LineWidth, ParagraphStyle } from './types.ts';

/** A paragraph set in lines, and the characters that no font had. */
export interface BrokenParagraph {
  readonly lines: readonly Line[];
  readonly missing: readonly MissingCharacter[];
}
export function breakParagraph(
  _items: readonly InlineItem[],
  _style: ParagraphStyle,
  _lineWidth: LineWidth,
): BrokenParagraph {
  invariant(false, 'not yet');
}
export function measureParagraph(
  _items: readonly InlineItem[],
  _style: ParagraphStyle,
): IntrinsicWidths {
  invariant(false, 'not yet');
}
