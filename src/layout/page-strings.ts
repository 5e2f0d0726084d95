/**
 * What margin boxes repeat of a page's content (css-gcpm-3 §1–2): named strings set by elements on
 * it, and running elements taken from it. The last value goes on to the pages after.
 */
import type { ElementNode } from '../input/index.ts';
import type { OnPage, StyledDocument } from '../style/index.ts';
import type { Box } from './box.ts';
import { elementWords } from './element-words.ts';
import type { BoxFragment } from './fragment.ts';
import { elementsOn } from './page-numbers.ts';

/** Values of one name on one page, in document order, and the one it begins with. */
interface Values<T> {
  readonly before: T | null;
  readonly here: readonly T[];
}

/** Named strings and running elements as one page sees them. */
export interface PageContent {
  stringOf(name: string, which: OnPage): string;
  elementOf(name: string, which: OnPage): Box | null;
}

/** A page as it was laid out. */
export interface PageMatter {
  readonly root: BoxFragment;
  readonly running: readonly Box[];
}

function choose<T>({ before, here }: Values<T>, which: OnPage): T | null {
  if (which === 'first-except') return here.length > 0 ? null : before;
  if (which === 'start') return before ?? here[0] ?? null;
  return (which === 'last' ? here.at(-1) : here[0]) ?? before;
}

/** Names that elements on the pages give. */
export interface PageNames {
  readonly string: ReadonlySet<string>;
  readonly element: ReadonlySet<string>;
}

/** For each page in turn what its margin boxes may repeat, and what there is to be repeated. */
export function contentOfPages(
  pages: readonly PageMatter[],
  styled: StyledDocument,
): { readonly contents: readonly PageContent[]; readonly names: PageNames } {
  const strings = new Map<string, string>();
  const elements = new Map<string, Box>();
  const done = new Set<ElementNode>();
  const contents = pages.map(({ root, running }) => {
    const stringsHere = new Map<string, string[]>();
    for (const element of elementsOn(root)) {
      if (done.has(element)) continue;
      done.add(element);
      for (const { name, parts } of styled.styleOf(element).stringSet) {
        const text = parts
          .map((part) => (part.kind === 'text' ? part.text : elementWords(element)))
          .join('');
        stringsHere.set(name, [...(stringsHere.get(name) ?? []), text]);
      }
    }
    const elementsHere = new Map<string, Box[]>();
    for (const box of running) {
      const name = box.style.position.slice('running '.length);
      elementsHere.set(name, [...(elementsHere.get(name) ?? []), box]);
    }
    const content: PageContent = {
      stringOf: chosenValue(new Map(strings), stringsHere, ''),
      elementOf: chosenValue(new Map(elements), elementsHere, null),
    };
    for (const [name, values] of stringsHere) strings.set(name, values.at(-1) ?? '');
    for (const [name, values] of elementsHere) {
      const last = values.at(-1);
      if (last) elements.set(name, last);
    }
    return content;
  });
  const names = { string: new Set(strings.keys()), element: new Set(elements.keys()) };
  return { contents, names };
}

function chosenValue<T, N>(
  before: ReadonlyMap<string, T>,
  here: ReadonlyMap<string, readonly T[]>,
  none: N,
): (name: string, which: OnPage) => T | N {
  return (name, which) =>
    choose({ before: before.get(name) ?? null, here: here.get(name) ?? [] }, which) ?? none;
}
