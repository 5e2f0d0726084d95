/**
 * All sheets of a document as the cascade takes them. A job's are kept between runs: rules are made
 * of the sheets' texts and of what is asked of them alone.
 */
import { type Context, createSource, keptReading, type Size, type Source } from '../base/index.ts';
import type { HtmlDocument } from '../input/index.ts';
import { parseComponentValues } from './component-values.ts';
import { isMediaMatch } from './conditions.ts';
import { a4Page, declaredPageSize } from './first-page.ts';
import { parseSheets } from './parse-sheet.ts';
import type { Origin, StyleSheets } from './sheet.ts';
import type { StyleContext } from './style-context.ts';
import type { StyleOptions } from './style-options.ts';
import { parseSyntax, type SyntaxTree } from './syntax.ts';

/** The rules, and the size of the page that queries and units refer to. */
export interface ReadSheets extends StyleSheets {
  readonly pageSize: Size;
}

/** What spans of the default style sheet name as their file. */
export const userAgentPath = 'default style sheet';

interface OriginTree {
  readonly tree: SyntaxTree;
  readonly origin: Origin;
}

function treesOf({ sheets, userAgentSheet }: StyleOptions, { report }: Context): OriginTree[] {
  const own = createSource(userAgentPath, userAgentSheet);
  return [
    { tree: parseSyntax(own, report), origin: 'user-agent' },
    ...sheets.map(
      (source): OriginTree => ({ tree: parseSyntax(source, report), origin: 'author' }),
    ),
  ];
}

function isUsed(source: Source, { sheetMedia }: StyleOptions, context: StyleContext): boolean {
  const media = sheetMedia?.get(source);
  if (!media) return true;
  const { text } = media;
  const span = media.span ?? { source, start: 0, end: 0 };
  return isMediaMatch(parseComponentValues(text, 0, ''), span, context);
}

function parseAll(document: HtmlDocument, options: StyleOptions, context: Context): ReadSheets {
  const trees = treesOf(options, context);
  const author = trees.filter(({ origin }) => origin === 'author').map(({ tree }) => tree);
  const pageSize = declaredPageSize(options.page ?? a4Page, author);
  const severity = options.forgiving ? 'warning' : 'error';
  const { media } = options;
  const isQuirky = document.mode === 'quirks';
  const styleContext = { ...context, severity, media, isQuirky, pageSize } as const;
  const used = trees.filter(({ tree }) => isUsed(tree.source, options, styleContext));
  return { ...parseSheets(used, styleContext, document.sheetElements), pageSize };
}

/** All that rules are made of, besides files that sheets import. */
function keyOf({ mode }: HtmlDocument, { sheets, sheetMedia, ...options }: StyleOptions): string {
  const media = sheets.map((source) => sheetMedia?.get(source) ?? null);
  return `sheets ${JSON.stringify([sheets, media, mode, options])}`;
}

/** Reports every `css/…` code of `problems.ts` but those of the cascade. */
export function readSheets(
  document: HtmlDocument,
  options: StyleOptions,
  context: Context,
): ReadSheets {
  // A scope may be an element of this document, which no other run has.
  const hasOwners = (document.sheetElements?.size ?? 0) > 0;
  if (!options.keepsSheets || hasOwners) return parseAll(document, options, context);
  return keptReading(keyOf(document, options), context, (watched) =>
    parseAll(document, options, watched),
  );
}
