/** What several rules ask of painting events. */
import type { Message, Rect } from '../base/index.ts';
import type { Art, ArtPage, OutlinedText } from './art.ts';
import { type ContentColor, inksOf, isWhite } from './content/color-space.ts';
import type { FillEvent, PaintEvent, StrokeEvent, TextEvent } from './content/events.ts';
import { intersect } from './content/state.ts';
import { isVisible, meetsPage, type Placed } from './placed.ts';
import type { Offence } from './rule.ts';

/** Whether an event lays down any ink; patterns, shadings and pictures are taken to. */
export function hasInk(event: PaintEvent): boolean {
  if (event.kind === 'picture' || event.kind === 'shading') return true;
  const inks = inksOf(event.color);
  return inks === null || !isWhite(inks);
}

/** All visible events of some kinds, in painting order. */
export function visible<K extends PaintEvent['kind']>(
  { placed }: Art,
  ...kinds: readonly K[]
): readonly Placed<Extract<PaintEvent, { readonly kind: K }>>[] {
  type Wanted = Placed<Extract<PaintEvent, { readonly kind: K }>>;
  const isWanted = (each: Placed): each is Wanted =>
    (kinds as readonly string[]).includes(each.event.kind);
  return placed.filter(isWanted);
}

/** All letters that can be seen: text, and what the job knows to be outlines of text. */
export function visibleLetters(
  art: Art,
): readonly { readonly page: ArtPage; readonly event: OutlinedText }[] {
  const outlined = art.pages.flatMap((page) =>
    (page.expected?.outlinedTexts ?? [])
      .filter(({ rect }) => meetsPage(page, rect))
      .map((event) => ({ page, event })),
  );
  return [...visible(art, 'text'), ...outlined];
}

/** A stroke, or a fill that is a thin rectangle: what people call a line. */
export interface Line {
  readonly page: ArtPage;
  readonly order: number;
  readonly event: FillEvent | StrokeEvent;
  readonly widthPt: number;
}

export function visibleLines(art: Art): readonly Line[] {
  return visible(art, 'fill', 'stroke').flatMap(({ page, event, order }) =>
    event.lineWidthPt === null ? [] : [{ page, order, event, widthPt: event.lineWidthPt }],
  );
}

/** Whether something with ink was painted before, where this is painted now. */
export function liesOnInk({ page, event, order }: Placed): boolean {
  return page.events.slice(0, order).some((below) => {
    const shared = intersect(below.rect, event.rect);
    return (
      shared !== null &&
      shared.width > 0 &&
      shared.height > 0 &&
      hasInk(below) &&
      isVisible(page, below)
    );
  });
}

/** Whether K prints over what lies below without cutting it out. */
export function overprintsBlack(
  color: ContentColor,
  { overprints, overprintMode }: PaintEvent,
): boolean {
  return overprints && (color.space.family !== 'DeviceCMYK' || overprintMode === 1);
}

/** The first words of a text for a message. */
export function excerpt({ text }: Pick<TextEvent, 'text'>): string {
  const words = text.trim().replace(/\s+/g, ' ');
  return words.length > 32 ? `${words.slice(0, 31).trimEnd()}…` : words;
}

/** A number as people read it: at most two decimals. */
export function figure(value: number, language: 'en' | 'da'): string {
  const text = String(Math.round(value * 100) / 100);
  return language === 'da' ? text.replace('.', ',') : text;
}

/**
 * One offence a page instead of one for each letter: the worst of them (the first where none is
 * worse), with how many more there are.
 */
export function worstOfEachPage<T extends { readonly page: ArtPage }>(
  found: readonly T[],
  badness: (item: T) => number,
  describe: (item: T) => Offence,
): readonly Offence[] {
  const pages = new Map<ArtPage, T[]>();
  for (const item of found) {
    const items = pages.get(item.page);
    if (items) items.push(item);
    else pages.set(item.page, [item]);
  }
  return [...pages].map(([page, items]) => {
    const worst = items.reduce((a, b) => (badness(b) > badness(a) ? b : a));
    const offence = { page, ...describe(worst) };
    return items.length === 1
      ? offence
      : { ...offence, message: andMore(offence.message, items.length - 1) };
  });
}

function andMore({ en, da }: Message, count: number): Message {
  return { en: `${en} (and ${count} more)`, da: `${da} (og ${count} til)` };
}

/** Whether `inner` lies in `outer`, with so much give in pt. */
export function contains(outer: Rect, inner: Rect, tolerancePt: number): boolean {
  return (
    inner.x >= outer.x - tolerancePt &&
    inner.y >= outer.y - tolerancePt &&
    inner.x + inner.width <= outer.x + outer.width + tolerancePt &&
    inner.y + inner.height <= outer.y + outer.height + tolerancePt
  );
}
