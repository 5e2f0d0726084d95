/** Fixed boxes stand on every page (CSS 2 §9.6.1, css-position-3 §2.1). */
import { placeAll } from './absolute.ts';
import type { MadePage } from './made-page.ts';
import type { Page } from './page.ts';
import type { LayoutContext } from './space.ts';

/**
 * The pages with the fixed boxes of all others, each where its insets have it in the page's area, or where
 * it would have stood on its own page. `made` are the pages as they were cut.
 */
export function withFixedBoxes(
  pages: readonly Page[],
  made: readonly MadePage[],
  context: LayoutContext,
): readonly Page[] {
  if (pages.length < 2 || made.every(({ fixed }) => fixed.length === 0)) return pages;
  return pages.map((page, index) => {
    const own = made[index];
    const others = made.flatMap(({ fixed }, at) => (at === index ? [] : fixed));
    if (!own || others.length === 0) return page;
    // Those that stand in others are among them, and need no second place.
    const first = others.map((one) => ({ ...one, after: 0 }));
    const { fragment } = placeAll(page.root, first, () => own.box.area, undefined, context);
    const before = new Set(page.root.children);
    const children = fragment.children.map((child) =>
      child.kind === 'box' && !before.has(child) ? { ...child, isRepeated: true as const } : child,
    );
    return { ...page, root: { ...fragment, children } };
  });
}
