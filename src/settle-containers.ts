/**
 * Styles that depend on how large boxes are (`@container` and its units): a document that asks is
 * laid out, styled anew with the sizes that its containers came to have, and laid out again until
 * they stay. One level of containers inside each other settles each time.
 */
import type { Context, Finding } from './base/index.ts';
import { containerSizes, type Page } from './layout/index.ts';
import type { ContainerSizes, StyledDocument } from './style/index.ts';

/** More levels than any page has; pages that push each other back and forth end here. */
const mostPasses = 12;

/** In pt: less than any length that a browser tells apart. */
const tolerance = 1e-3;

/**
 * What `layOut` makes of the document as it is styled in the end; what it reports is told for the last
 * time alone. Documents that ask no size are laid out once, and nothing else is done for them.
 */
export async function settleContainers<T extends { readonly pages: readonly Page[] }>(
  first: StyledDocument,
  layOut: (styled: StyledDocument, context: Context) => Promise<T | null>,
  context: Context,
): Promise<T | null> {
  if (first.sizesAsked.size === 0) return layOut(first, context);
  let styled = first;
  let sizes: ContainerSizes = new Map();
  for (let pass = 1; ; pass++) {
    const findings: Finding[] = [];
    const made = await layOut(styled, { ...context, report: (one) => findings.push(one) });
    const found = made && containerSizes(made.pages, styled.sizesAsked);
    if (!found || isSame(found, sizes) || pass === mostPasses) {
      for (const finding of findings) context.report(finding);
      return made;
    }
    sizes = found;
    styled = styled.withSizes(sizes);
  }
}

function isSame(one: ContainerSizes, other: ContainerSizes): boolean {
  if (one.size !== other.size) return false;
  for (const [element, { width, height }] of one) {
    const before = other.get(element);
    if (!before || Math.abs(before.width - width) > tolerance) return false;
    if (Math.abs(before.height - height) > tolerance) return false;
  }
  return true;
}
