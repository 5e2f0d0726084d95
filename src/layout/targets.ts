/**
 * `target-counter(#id, page)` (css-content-3 §2.6): which page an element is on is known when pages
 * have been cut, and its number takes room in a line. So a document that asks is laid out again with
 * the numbers of the time before, until they are those that come out.
 */
import type { Context, Finding } from '../base/index.ts';
import type { ElementNode } from '../input/index.ts';
import type { StyledDocument } from '../style/index.ts';
import { elementWithId, elementWords } from './element-words.ts';
import type { Fragment } from './fragment.ts';
import type { Page } from './page.ts';
import { pageNumbers } from './page-numbers.ts';
import { unknownTarget, unknownText } from './problems-targets.ts';

/** What generated content asks for the pages of elements. */
export interface Targets {
  /** Page numbers by id, from 1, as the last layout had them. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Ids that were asked for, with the first element that did. */
  readonly asked: Map<string, ElementNode>;
  /** The words of the element with an id; null where there is none. */
  textOf(id: string): string | null;
  /** Ids whose words were asked for in vain. */
  readonly withoutText: Map<string, ElementNode>;
}

/** Where nothing can be asked for: page-margin boxes. */
export const noTargets: Targets = {
  numbers: new Map(),
  asked: new Map(),
  textOf: () => null,
  withoutText: new Map(),
};

/** Two numbers may push each other back and forth over a page's end for ever. */
const mostPasses = 6;

/**
 * Lays out until the pages are where their numbers say. Reports what the last layout found, and
 * `layout/unknown-target` for ids that no page has.
 */
export async function layoutWithTargets(
  layout: (targets: Targets, context: Context) => Promise<readonly Page[]>,
  styled: StyledDocument,
  context: Context,
): Promise<readonly Page[]> {
  const { root } = styled.document;
  let numbers: ReadonlyMap<string, number> = new Map();
  const textOf = (id: string) => {
    const element = elementWithId(root, id);
    return element && elementWords(element);
  };
  for (let pass = 1; ; pass++) {
    const findings: Finding[] = [];
    const targets: Targets = { numbers, asked: new Map(), textOf, withoutText: new Map() };
    const pages = await layout(targets, { ...context, report: (one) => findings.push(one) });
    const found = targets.asked.size > 0 ? numbersOf(pages, targets.asked, styled) : numbers;
    if (isSame(found, numbers) || pass === mostPasses) {
      for (const finding of findings) context.report(finding);
      for (const [id, element] of targets.asked)
        if (pages.length > 0 && !found.has(id)) context.report(unknownTarget(id, element));
      for (const [id, element] of targets.withoutText) context.report(unknownText(id, element));
      return pages;
    }
    numbers = found;
  }
}

function isSame(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size === other.size && [...one].every(([id, page]) => other.get(id) === page);
}

function numbersOf(
  pages: readonly Page[],
  asked: ReadonlyMap<string, ElementNode>,
  styled: StyledDocument,
): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const ofPages = pageNumbers(
    pages.map(({ root }) => root),
    styled,
  );
  pages.forEach(({ root }, index) => {
    const visit = (fragment: Fragment) => {
      if (fragment.kind === 'text') return;
      const id = fragment.kind === 'box' ? fragment.element?.attributes.get('id') : undefined;
      if (id !== undefined && asked.has(id) && !numbers.has(id))
        numbers.set(id, ofPages[index] ?? index + 1);
      for (const child of fragment.children) visit(child);
    };
    visit(root);
  });
  return numbers;
}
