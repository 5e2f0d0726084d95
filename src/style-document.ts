/** The style of a document: its own sheets over the default one. */
import type { Context, Source } from './base/index.ts';
import { defaultStyleSheet, type HtmlDocument, quirkRules } from './input/index.ts';
import { computeStyles, type StyledDocument, type StyleOptions } from './style/index.ts';

export interface StyleSettings
  extends Pick<StyleOptions, 'media' | 'rootProperties' | 'forgiving' | 'page' | 'keepsSheets'> {
  /** Sheets that come after the document's own. */
  readonly extraSheets: readonly Source[];
  /** CSS that goes on where the default sheet ends; the author's wins over it. */
  readonly userAgentRules?: string;
}

export function styleDocument(
  document: HtmlDocument,
  { extraSheets, userAgentRules = '', ...settings }: StyleSettings,
  context: Context,
): StyledDocument {
  const sheets = [...document.sheets, ...extraSheets];
  const userAgentSheet =
    defaultStyleSheet(document.root) + quirkRules(document.mode) + userAgentRules;
  const { sheetMedia = new Map() } = document;
  const options = { ...settings, sheets, sheetMedia, userAgentSheet };
  return computeStyles(document, options, context);
}
