import { type Context, invariant, type Source } from '../base/index.ts';
import type { HtmlDocument } from './document.ts';
import type { Markup } from './origins.ts';

export interface DocumentSettings {
  /** Used where `html` has no `lang`. */
  readonly language: string;
  /** Used where there is no `title`. */
  readonly title: string;
  /** Path that relative addresses are resolved against. */
  readonly path: string;
}

export function parseDocument(
  _markup: Markup,
  _settings: DocumentSettings,
  _context: Context,
): HtmlDocument {
  invariant(false, 'not written yet');
}

export function parseHtmlFile(_source: Source, _context: Context): HtmlDocument {
  invariant(false, 'not written yet');
}
