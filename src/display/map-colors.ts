/**
 * What items are coloured with: one walk over display items that names every colour, one that changes
 * it and nothing else. What has colours is described here alone.
 */
import type { DisplayItem, DisplayList, Paint } from './item.ts';

/** What a colour is used for: the item that carries it, before conversion, and its page. */
export interface ColorUse<A> {
  readonly item: DisplayItem<A>;
  /** Name of the page or panel; `''` when it has none. */
  readonly page: string;
}

export type ConvertColor<A, B> = (color: A, use: ColorUse<A>) => B;

/** A paint with every colour (of a solid, or of each gradient stop) replaced. */
export function mapPaintColors<A, B>(paint: Paint<A>, convert: (color: A) => B): Paint<B> {
  if (paint.kind === 'solid') return { kind: 'solid', color: convert(paint.color) };
  const stops = paint.stops.map(({ offset, color }) => ({ offset, color: convert(color) }));
  return { ...paint, stops };
}

function mapItem<A, B>(
  item: DisplayItem<A>,
  convert: ConvertColor<A, B>,
  page: string,
): DisplayItem<B> {
  switch (item.kind) {
    case 'fill':
    case 'stroke': {
      const paint = mapPaintColors(item.paint, (color) => convert(color, { item, page }));
      return { ...item, paint };
    }
    case 'glyphs':
    case 'shade':
      return { ...item, color: convert(item.color, { item, page }) };
    case 'group':
      return { ...item, items: mapItemColors(item.items, convert, page) };
    case 'picture':
    case 'link':
      return item;
  }
}

/** Items with every colour replaced, in painting order, groups included. */
export function mapItemColors<A, B>(
  items: readonly DisplayItem<A>[],
  convert: ConvertColor<A, B>,
  page = '',
): readonly DisplayItem<B>[] {
  return items.map((item) => mapItem(item, convert, page));
}

/** A display list with every colour replaced; pages keep name, size and order. */
export function mapColors<A, B>(list: DisplayList<A>, convert: ConvertColor<A, B>): DisplayList<B> {
  return list.map((page) => ({ ...page, items: mapItemColors(page.items, convert, page.name) }));
}

/** A colour where it is used. */
export interface UsedColor<C> extends ColorUse<C> {
  readonly color: C;
}

function* colorsOfItems<C>(
  items: readonly DisplayItem<C>[],
  page: string,
): Generator<UsedColor<C>, void> {
  for (const item of items) {
    if (item.kind === 'group') yield* colorsOfItems(item.items, page);
    else if (item.kind === 'glyphs' || item.kind === 'shade') {
      yield { color: item.color, item, page };
    } else if (item.kind === 'fill' || item.kind === 'stroke') {
      const { paint } = item;
      if (paint.kind === 'solid') yield { color: paint.color, item, page };
      else for (const { color } of paint.stops) yield { color, item, page };
    }
  }
}

/** Every colour of a display list, in painting order, groups included. */
export function* colorsOf<C>(list: DisplayList<C>): Generator<UsedColor<C>, void> {
  for (const { items, name } of list) yield* colorsOfItems(items, name);
}
