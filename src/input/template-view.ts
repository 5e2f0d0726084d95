/**
 * The copy as templates see it: plain objects without a prototype, lists, and words. What is
 * absent is undefined, so that `{{#if}}` is false for it.
 */
import type { Copy, CopyValue, SourcedText } from './copy.ts';
import type { Marker } from './origins.ts';
import { createParagraphs, createWords, replaceWords, type Words } from './words.ts';

export type View = Readonly<Record<string, unknown>>;

/** An object with own properties only: `{{constructor}}` finds nothing. */
export function createView(entries: Iterable<readonly [string, unknown]>): View {
  const view: Record<string, unknown> = Object.create(null);
  for (const [key, value] of entries) view[key] = value;
  return view;
}

function wordsOf(text: SourcedText, marker: Marker, extras: Partial<Words> = {}): Words {
  return createWords(text.inlines, text, marker, extras);
}

/** A path in the project as an address: `#`, `?` and `%` of a file's name are letters of it. */
function addressOf(path: string): string {
  return `/${path.replace(/[%?#]/g, encodeURIComponent)}`;
}

function viewOf(value: CopyValue, marker: Marker): unknown {
  switch (value.kind) {
    case 'text':
      return wordsOf(value, marker);
    case 'number':
      // Zero must be false to `{{#if}}`, as an object never is.
      return value.value === 0 ? 0 : wordsOf(value.text, marker, { number: value.value });
    case 'date': {
      const { year, month, day } = value;
      return wordsOf(value.text, marker, { day: { year, month, day } });
    }
    case 'url':
      return wordsOf(value.text, marker, { href: value.href });
    case 'boolean':
      return value.value;
    case 'paragraphs':
      return createParagraphs(value.paragraphs.map((text) => wordsOf(text, marker)));
    case 'list':
      return value.items.map((item) => viewOf(item, marker));
    case 'group':
      return createView([...value.fields].map(([key, field]) => [key, viewOf(field, marker)]));
    case 'picture': {
      const { x, y } = value.focusPercent;
      return createView([
        ['file', replaceWords(wordsOf(value.file, marker), addressOf(value.path), marker)],
        ['alt', value.alt ? wordsOf(value.alt, marker) : ''],
        ['focus', `${x}% ${y}%`],
        ['placeholder', value.isPlaceholder],
      ]);
    }
    default:
      return undefined;
  }
}

/** The copy's top level. */
export function viewCopy(copy: Copy, marker: Marker): unknown {
  return viewOf(copy.root, marker);
}
