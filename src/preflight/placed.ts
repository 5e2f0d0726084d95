/** Painting events on their pages, and which of them can be seen. */
import type { Rect } from '../base/index.ts';
import type { ArtPage } from './art.ts';
import type { PaintEvent } from './content/events.ts';
import { intersect } from './content/state.ts';

/** An event and where it stands. */
export interface Placed<E extends PaintEvent = PaintEvent> {
  readonly page: ArtPage;
  readonly event: E;
  /** Place in the painting order. */
  readonly order: number;
}

/** Whether something of a rectangle lies inside the bleed box. */
export function meetsPage({ bleedRect }: ArtPage, rect: Rect | null): boolean {
  const shown = intersect(rect, bleedRect);
  return shown !== null && shown.width > 0 && shown.height > 0;
}

/** Inside the bleed box and not transparent: something of it can print in the product. */
export function isVisible(page: ArtPage, event: PaintEvent): boolean {
  if (event.alpha <= 0) return false;
  if (event.kind === 'text' && (event.isInvisible || event.text.trim() === '')) return false;
  return meetsPage(page, event.rect);
}

/** The visible events of some pages, in painting order. */
export function placeEvents(pages: readonly ArtPage[]): readonly Placed[] {
  const placed: Placed[] = [];
  for (const page of pages)
    page.events.forEach((event, order) => {
      if (isVisible(page, event)) placed.push({ page, event, order });
    });
  return placed;
}
