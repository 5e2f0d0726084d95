/**
 * Words with emphasis, links, breaks: what the copy's inline markup means. A tree whose leaves know
 * the place they came from.
 */
import type { Span } from '../base/index.ts';

/**
 * Plain words. Where `span` is as long as `text`, the two correspond character by character.
 */
export interface InlineText {
  readonly kind: 'text';
  readonly text: string;
  readonly span: Span;
  /** The author wrote a sign as it must stand, `\"`: the clean-up leaves it alone. */
  readonly isEscaped?: boolean;
}

/** A forced line break. */
export interface InlineBreak {
  readonly kind: 'break';
  readonly span: Span;
}

/** `em` is `*…*`, `strong` is `**…**`, `nowrap` is `[[…]]`, `note` is `^[…]`: a footnote, where it is called. */
export interface InlineMark {
  readonly kind: 'em' | 'strong' | 'nowrap' | 'note';
  readonly children: readonly Inline[];
}

export interface InlineLink {
  readonly kind: 'link';
  /** With scheme, or `#name`. Never `javascript:`. */
  readonly href: string;
  readonly children: readonly Inline[];
}

export type Inline = InlineText | InlineBreak | InlineMark | InlineLink;

/** The words alone; a forced break is a space, soft hyphens are left out. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text.replaceAll('\u00AD', '');
      return inline.kind === 'break' ? ' ' : plainText(inline.children);
    })
    .join('');
}

/** The same tree with every text changed; spans and structure stay. */
export function mapInlineText(
  inlines: readonly Inline[],
  change: (text: string) => string,
): readonly Inline[] {
  return inlines.map((inline) => {
    if (inline.kind === 'text') return { ...inline, text: change(inline.text) };
    if (inline.kind === 'break') return inline;
    return { ...inline, children: mapInlineText(inline.children, change) };
  });
}
