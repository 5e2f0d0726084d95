/** A page's size, area and sheet, from the job and from `@page` (css-page-3 §6–7). */
import type { Rect, Size } from '../base/index.ts';
import { type ComputedStyle, type PageStyle, resolveLength } from '../style/index.ts';
import type { PageGeometry, PageSheet } from './page.ts';
import { computeEdges } from './sizing.ts';

/** css-page-3 §7.3: `bleed: auto` is 6 pt where there are crop marks. */
function sheetOf({ bleedPt, marks }: PageStyle): PageSheet {
  const hasMarks = marks.crop || marks.cross;
  return { bleedPt: bleedPt ?? (hasMarks ? 6 : 0), hasMarks };
}

export interface PageArea {
  readonly size: Size;
  /** Within the page's margins, borders and padding. */
  readonly area: Rect;
  /** The page area with the page's borders and padding. */
  readonly withinMargins: Rect;
  readonly style: ComputedStyle;
  readonly sheet: PageSheet;
}

/** The job's size, else `@page`'s, else the fallback; and what margins leave of it. */
export function pageArea(name: string, pageStyle: PageStyle, geometry: PageGeometry): PageArea {
  const { size, orientation, style } = pageStyle;
  const used = geometry.sizeOf(name) ?? size ?? turned(geometry.fallback, orientation);
  const margin = (value: ComputedStyle['marginTop'], base: number) =>
    value === 'auto' ? 0 : resolveLength(value, base);
  const edges = computeEdges(style, used.width);
  const top = margin(style.marginTop, used.height);
  const bottom = margin(style.marginBottom, used.height);
  const { border, padding } = edges;
  const area = {
    x: edges.margin.left + border.left + padding.left,
    y: top + border.top + padding.top,
    width: used.width - edges.margin.left - edges.margin.right - edges.horizontal,
    height: used.height - top - bottom - edges.vertical,
  };
  return {
    size: used,
    withinMargins: {
      x: edges.margin.left,
      y: top,
      width: Math.max(0, used.width - edges.margin.left - edges.margin.right),
      height: Math.max(0, used.height - top - bottom),
    },
    area: { ...area, width: Math.max(0, area.width), height: Math.max(0, area.height) },
    style,
    sheet: sheetOf(pageStyle),
  };
}

function turned(size: Size, orientation: PageStyle['orientation']): Size {
  const long = Math.max(size.width, size.height);
  const short = Math.min(size.width, size.height);
  if (orientation === 'landscape') return { width: long, height: short };
  return orientation === 'portrait' ? { width: short, height: long } : size;
}
