/**
 * Names with `-webkit-` that browsers take for those without it (Compatibility Standard §3.1):
 * sheets from elsewhere are full of them.
 */
const legacyNames = new Set([
  ...['align-content', 'align-items', 'align-self', 'background-clip', 'background-origin'],
  ...['background-size', 'border-radius', 'border-top-left-radius', 'border-top-right-radius'],
  ...['border-bottom-left-radius', 'border-bottom-right-radius', 'border-image', 'box-shadow'],
  ...['box-decoration-break', 'box-sizing', 'clip-path', 'column-count', 'column-fill'],
  ...['column-gap', 'column-rule', 'column-rule-color', 'column-rule-style'],
  ...['column-rule-width', 'column-span', 'column-width', 'columns', 'filter', 'flex'],
  ...['flex-basis', 'flex-direction', 'flex-flow', 'flex-grow', 'flex-shrink', 'flex-wrap'],
  ...['hyphens', 'justify-content', 'mask', 'mask-clip', 'mask-image', 'mask-origin'],
  ...['mask-position', 'mask-repeat', 'mask-size', 'opacity', 'order', 'shape-image-threshold'],
  ...['shape-margin', 'shape-outside', 'text-emphasis', 'text-emphasis-color'],
  ...['text-emphasis-position', 'text-emphasis-style', 'transform', 'transform-origin'],
  ...['transform-style', 'perspective', 'perspective-origin', 'backface-visibility'],
]);

/** The standard's name of a property; the name itself where there is none. */
export function standardName(name: string): string {
  if (!name.startsWith('-webkit-')) return name;
  const bare = name.slice('-webkit-'.length);
  return legacyNames.has(bare) ? bare : name;
}
