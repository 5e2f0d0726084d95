/** How large query containers are (css-conditional-5 §4): their content boxes, after layout. */
import type { Size } from '../base/index.ts';
import type { ElementNode } from '../input/index.ts';
import type { ContainerSizes } from '../style/index.ts';
import type { BoxFragment, Fragment } from './fragment.ts';
import type { Page } from './page.ts';

/** Along the lines alone for a container that is asked for nothing else: the rest follows from its content. */
function contentSize({ width, height, border, padding, style }: BoxFragment): Size {
  const isInline = style.containerType === 'inline-size';
  const isAcross = style.writingMode === 'horizontal-tb';
  const across = width - border.left - border.right - padding.left - padding.right;
  const down = height - border.top - border.bottom - padding.top - padding.bottom;
  return {
    width: isInline && !isAcross ? 0 : Math.max(0, across),
    height: isInline && isAcross ? 0 : Math.max(0, down),
  };
}

/**
 * Sizes of those of the elements that have boxes. One that columns or pages break is as wide as its
 * first piece and as high as all of them; inline boxes and parts of tables have no size to ask for.
 */
export function containerSizes(
  pages: readonly Page[],
  elements: ReadonlySet<ElementNode>,
): ContainerSizes {
  const sizes = new Map<ElementNode, Size>();
  const waiting: Fragment[] = pages.map(({ root }) => root).reverse();
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (one.kind === 'text') continue;
    if (one.kind === 'box' && one.element && elements.has(one.element))
      addSize(sizes, one.element, one);
    for (const child of one.children.toReversed()) waiting.push(child);
  }
  return sizes;
}

function addSize(sizes: Map<ElementNode, Size>, element: ElementNode, fragment: BoxFragment): void {
  const { display } = fragment.style;
  if (display === 'inline' || (display.startsWith('table-') && display !== 'table-caption')) return;
  const known = sizes.get(element);
  const own = contentSize(fragment);
  if (!known) sizes.set(element, own);
  else if (fragment.cut) sizes.set(element, { ...known, height: known.height + own.height });
}
