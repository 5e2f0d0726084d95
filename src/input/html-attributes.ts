/** Attributes of HTML elements: their values, the places of these, and what is refused. */
import type { Report, Span } from '../base/index.ts';
import { checkRoles } from './aria-roles.ts';
import { type RawElement, spanOfMarkup } from './html-tree.ts';
import { meantAttribute } from './misspelt-attributes.ts';
import { type Markup, originsIn } from './origins.ts';
import * as problems from './problems.ts';

/** Where an attribute's value stands: that of the copy, if some of it is from there. */
function valueSpan(markup: Markup, start: number, end: number): Span | undefined {
  const raw = markup.html.slice(start, end);
  const lead = /^[^=]*=\s*["']?/.exec(raw)?.[0].length ?? raw.length;
  const isQuoted = /["']$/.test(raw) && lead < raw.length;
  const from = start + lead;
  const until = isQuoted ? end - 1 : end;
  if (until <= from) return spanOfMarkup(markup, start, end);
  const copied = originsIn(markup.origins, from, until).find(({ field }) => field !== undefined);
  return copied ? copied.span : spanOfMarkup(markup, from, until);
}

/** Why an attribute is refused: scripts, in a name or in an address. */
function isRefused(name: string, value: string): boolean {
  if (/^on[a-z]/i.test(name)) return true;
  const isAddress = /^(href|src|xlink:href|action|formaction)$/i.test(name);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them, so must this test
  return isAddress && /^(javascript|vbscript):/i.test(value.replace(/[\u0000-\u0020]/g, ''));
}

/**
 * An element's attributes, and the places of their values. Reports `input/refused-attribute` for
 * what would run, which is left out, `input/unknown-role`, and `input/misspelt-attribute`.
 */
export function convertAttributes(element: RawElement, markup: Markup, report: Report) {
  const attributes = new Map<string, string>();
  const spans = new Map<string, Span>();
  const isHtml = element.namespaceURI.endsWith('/xhtml');
  for (const { name: local, value, prefix } of element.attrs) {
    const name = prefix ? `${prefix}:${local}` : local;
    const place = element.sourceCodeLocation?.attrs?.[name.toLowerCase()];
    const span = place && valueSpan(markup, place.startOffset, place.endOffset);
    if (isRefused(name, value)) report(problems.attributeRefused(name, span));
    else {
      attributes.set(name, value);
      if (span) spans.set(name, span);
      if (name === 'role') checkRoles(value, span, report);
      const meant = isHtml ? meantAttribute(name) : undefined;
      if (meant !== undefined) report(problems.attributeMisspelt(name, meant, span));
    }
  }
  return { attributes, attributeSpans: spans };
}
