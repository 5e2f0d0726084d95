/** What of a line that is wider than its box does not fit: words between which it cannot be broken. */
import type { Span } from '../base/index.ts';
import type { Overfull } from './problems-words.ts';
import { fieldOf, type PlacedLine, spanAt } from './text-lines.ts';

/** A stretch of a line that cannot be broken, and where it is written. */
interface Stretch {
  text: string;
  span: Span | undefined;
}

/** A space that words may be parted at; in what is set `nowrap` there is none. */
const breakable = /[^\S\u00a0\u202f]+/;

function joined(one: Span | undefined, other: Span | undefined): Span | undefined {
  if (!one || !other || one.source !== other.source) return one ?? other;
  return { ...one, end: Math.max(one.end, other.end) };
}

/** The stretches of a line; a word may be in several fragments. */
function stretchesOf({ texts }: PlacedLine): readonly Stretch[] {
  let last: Stretch = { text: '', span: undefined };
  const stretches = [last];
  for (const fragment of texts) {
    const isWhole = fragment.style.textWrapMode === 'nowrap';
    const parts = isWhole ? [fragment.text] : fragment.text.split(breakable);
    let at = 0;
    for (const [index, part] of parts.entries()) {
      if (index > 0) {
        last = { text: '', span: undefined };
        stretches.push(last);
        at = fragment.text.indexOf(part, at);
      }
      if (part === '') continue;
      last.text += part;
      last.span = joined(last.span, spanAt(fragment, at, part.length));
      at += part.length;
    }
  }
  return stretches;
}

function placeOf(line: PlacedLine): Span | undefined {
  return line.texts.find(({ span }) => span)?.span ?? line.element?.span;
}

/** The longest stretch of the line is what does not fit; `roomPt` where its box has grown with it. */
export function describeOverfull(line: PlacedLine, roomPt?: number): Overfull {
  const longest = stretchesOf(line).reduce((best, one) =>
    one.text.length > best.text.length ? one : best,
  );
  const { block, rect } = line;
  return {
    page: line.page.name,
    words: longest.text.trim(),
    span: longest.span ?? placeOf(line),
    placedAt: line.element?.span,
    element: roomPt === undefined ? line.element : null,
    field: fieldOf(line),
    rect,
    widthPt: rect.width,
    roomPt: roomPt ?? block.width,
  };
}
