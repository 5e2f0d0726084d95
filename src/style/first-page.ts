/**
 * The page that sheets are asked about before any page is made: its size for `@media`, its area
 * for `vw` and `vh`. Both are the first page's, without a name.
 */
import { mmToPt, type Size } from '../base/index.ts';
import { readRawDeclaration } from './declarations.ts';
import { pageSize } from './page-rules.ts';
import { createReader, readAll } from './reader.ts';
import type { PageSize } from './sheet.ts';
import type { PageStyle } from './styled-document.ts';
import type { SyntaxTree } from './syntax.ts';
import { type LengthPercentage, resolveLength } from './values.ts';

/** The size of pages that no sheet gives one, or that of all pages where the job says it. */
export interface FirstPage {
  readonly size: Size;
  readonly isGiven: boolean;
}

/** ISO 216, for pages that nobody gives a size. */
export const a4Page: FirstPage = {
  size: { width: mmToPt(210), height: mmToPt(297) },
  isGiven: false,
};

/** A size turned as `landscape` or `portrait` ask. */
function turned(size: Size, orientation: PageSize['orientation']): Size {
  const long = Math.max(size.width, size.height);
  const short = Math.min(size.width, size.height);
  if (orientation === 'landscape') return { width: long, height: short };
  return orientation === 'portrait' ? { width: short, height: long } : size;
}

function usedSize(page: FirstPage, asked: PageSize | null): Size {
  if (page.isGiven || !asked) return page.size;
  const { width, height, orientation } = asked;
  return width === null || height === null ? turned(page.size, orientation) : { width, height };
}

/**
 * The size by the `@page` rules that stand by themselves: those within `@media` must not decide
 * what it asks for (css-page-3 §7.1).
 */
export function declaredPageSize(page: FirstPage, trees: readonly SyntaxTree[]): Size {
  if (page.isGiven) return page.size;
  let asked: PageSize | null = null;
  for (const tree of trees)
    for (const item of tree.items) {
      const isForAll =
        item.kind === 'at-rule' && item.name === 'page' && item.prelude.from === item.prelude.to;
      if (!isForAll) continue;
      for (const inner of item.block ?? []) {
        if (inner.kind !== 'declaration' || inner.name !== 'size') continue;
        const { values } = readRawDeclaration(inner, tree);
        asked = readAll(createReader(values), pageSize) ?? asked;
      }
    }
  return usedSize(page, asked);
}

/** What margins, borders and padding leave of the page: what `100vw` and `100vh` are. */
export function pageAreaSize(page: FirstPage, { size, orientation, style }: PageStyle): Size {
  const asked: PageSize = {
    width: size?.width ?? null,
    height: size?.height ?? null,
    orientation,
  };
  const { width, height } = usedSize(page, asked);
  const used = (value: LengthPercentage | 'auto', base: number) =>
    value === 'auto' ? 0 : resolveLength(value, base);
  const across =
    used(style.marginLeft, width) +
    used(style.marginRight, width) +
    used(style.paddingLeft, width) +
    used(style.paddingRight, width) +
    style.borderLeftWidth +
    style.borderRightWidth;
  const down =
    used(style.marginTop, height) +
    used(style.marginBottom, height) +
    used(style.paddingTop, width) +
    used(style.paddingBottom, width) +
    style.borderTopWidth +
    style.borderBottomWidth;
  return { width: Math.max(0, width - across), height: Math.max(0, height - down) };
}
