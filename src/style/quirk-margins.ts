/**
 * Margins that vanish in quirks mode (html §15.3.10): the default ones of what stands first in `body`,
 * and first or last in a cell.
 */
import type { DocumentNode, ElementNode } from '../input/index.ts';
import type { Hint } from './legacy-tables.ts';

/** Tags with margins of their own. */
const withMargins: ReadonlySet<string> = new Set([
  ...['blockquote', 'dir', 'dl', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'listing', 'menu'],
  ...['ol', 'p', 'plaintext', 'pre', 'ul', 'xmp'],
]);

/** Tags that show nothing. */
const hidden: ReadonlySet<string> = new Set(['link', 'meta', 'style', 'template', 'title']);

function isSubstantial(node: DocumentNode): boolean {
  if (node.kind === 'element') return !hidden.has(node.tag);
  return node.pieces.some(({ text }) => /[^ \t\r\n\f]/.test(text));
}

/** Declarations that take the margins away. */
export function quirkMargins(element: ElementNode, parent: ElementNode): readonly Hint[] {
  const isCell = parent.tag === 'td' || parent.tag === 'th';
  if (!withMargins.has(element.tag) || !(isCell || parent.tag === 'body')) return [];
  const at = parent.children.indexOf(element);
  const isFirst = !parent.children.slice(0, at).some(isSubstantial);
  const isLast = isCell && !parent.children.slice(at + 1).some(isSubstantial);
  return [
    ...(isFirst ? [['margin-block-start', '0'] as const] : []),
    ...(isLast ? [['margin-block-end', '0'] as const] : []),
  ];
}
