/** Parts of a paragraph: from a place in its words on, and up to a number of characters. */
import type { InlineItem, Line } from '../text/index.ts';
import type { InlineText } from './box.ts';
import type { ItemSource, Paragraph } from './paragraph.ts';
import type { TextPosition } from './space.ts';

/** Where a line begins; null where that cannot be told (it is empty). */
export function startOfLine(lines: readonly Line[], index: number): TextPosition | null {
  const first = lines[index]?.pieces[0];
  if (first) return { item: first.item, offset: first.kind === 'glyphs' ? first.start : 0 };
  // An empty line begins after the forced break that ends the line before.
  const last = lines[index - 1]?.pieces.at(-1);
  return last?.kind === 'glyphs' ? { item: last.item, offset: last.end + 1 } : null;
}

/** The paragraph from there on; its items' indices are less by `from.item`. */
export function paragraphFrom(paragraph: Paragraph, from: TextPosition): Paragraph {
  const { item, offset } = from;
  const items = paragraph.items.slice(item);
  const sources = paragraph.sources.slice(item);
  const [first] = items;
  const [source] = sources;
  if (offset > 0 && first?.kind === 'text' && source?.kind === 'text') {
    const { levels } = first;
    const rest = levels ? { levels: levels.slice(offset) } : {};
    items[0] = { ...first, text: first.text.slice(offset), ...rest };
    sources[0] = cutSource(source, offset);
  }
  const after = <W extends { readonly before: number }>(waiting: readonly W[]) =>
    waiting
      .filter(({ before }) => before > item)
      .map((one) => ({ ...one, before: one.before - item }));
  return { items, sources, waiting: after(paragraph.waiting), floats: after(paragraph.floats) };
}

function cutSource(
  source: Extract<ItemSource, { readonly kind: 'text' }>,
  offset: number,
): ItemSource {
  return { ...source, text: tailOfText(source.text, offset) };
}

/** The words from `offset` on, each still tied to where it is written. */
export function tailOfText(text: InlineText, offset: number): InlineText {
  const origins = text.origins
    .filter(({ end }) => end > offset)
    .map((origin) => {
      const cut = Math.max(0, offset - origin.start);
      return {
        ...origin,
        start: origin.start + cut - offset,
        end: origin.end - offset,
        offset: origin.offset + cut,
      };
    });
  return { ...text, text: text.text.slice(offset), origins };
}

/** The words up to `offset`. */
export function headOfText(text: InlineText, offset: number): InlineText {
  const origins = text.origins
    .filter(({ start }) => start < offset)
    .map((origin) => ({ ...origin, end: Math.min(origin.end, offset) }));
  return { ...text, text: text.text.slice(0, offset), origins };
}

/** The paragraph without what comes after so many characters; cut at a space. */
export function paragraphUpTo(paragraph: Paragraph, most: number): Paragraph {
  let left = most;
  for (const [index, item] of paragraph.items.entries()) {
    if (item.kind !== 'text') continue;
    if (item.text.length <= left) left -= item.text.length;
    else {
      const space = item.text.lastIndexOf(' ', left);
      return space <= 0 ? paragraph : cutAfter(paragraph, index, item.text.slice(0, space));
    }
  }
  return paragraph;
}

function cutAfter(paragraph: Paragraph, index: number, text: string): Paragraph {
  const items = paragraph.items.slice(0, index + 1);
  const last = items[index];
  if (last?.kind === 'text') items[index] = { ...last, text };
  const kept = <W extends { readonly before: number }>(all: readonly W[]) =>
    all.filter(({ before }) => before <= index);
  const sources = paragraph.sources.slice(0, index + 1);
  addOpenEnds(items, sources, paragraph, index);
  return {
    items,
    sources,
    waiting: kept(paragraph.waiting),
    floats: kept(paragraph.floats),
  };
}

/** The ends of boxes that are open there and have their edges on every line, which are known by them. */
function addOpenEnds(
  items: InlineItem[],
  sources: ItemSource[],
  paragraph: Paragraph,
  index: number,
): void {
  const chain = paragraph.sources[index]?.chain ?? [];
  for (let next = index + 1; next < paragraph.items.length; next++) {
    const [item, source] = [paragraph.items[next], paragraph.sources[next]];
    if (item?.kind !== 'edge' || item.side !== 'end' || !item.repeats || !source) continue;
    const edge = source.chain.at(-1);
    if (!edge || !chain.includes(edge)) continue;
    items.push(item);
    sources.push(source);
  }
}
