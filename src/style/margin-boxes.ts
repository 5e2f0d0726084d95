/** Page-margin boxes (css-page-3 §5): their names, and how each sets its words by default. */

/** The edges clockwise from the top left corner, each from its start to its end. */
export const marginBoxNames = [
  ...(['top-left-corner', 'top-left', 'top-center', 'top-right', 'top-right-corner'] as const),
  ...(['right-top', 'right-middle', 'right-bottom'] as const),
  ...(['bottom-right-corner', 'bottom-right', 'bottom-center', 'bottom-left'] as const),
  ...(['bottom-left-corner', 'left-bottom', 'left-middle', 'left-top'] as const),
] as const;

export type MarginBoxName = (typeof marginBoxNames)[number];

/** What may have a style of its own in `@page`: a margin box, or the area of the footnotes. */
export type PageBoxName = MarginBoxName | 'footnote';

export function isPageBoxName(name: string): name is PageBoxName {
  return name === 'footnote' || isMarginBoxName(name);
}

function isMarginBoxName(name: string): name is MarginBoxName {
  return (marginBoxNames as readonly string[]).includes(name);
}

interface Defaults {
  readonly textAlign: 'left' | 'center' | 'right';
  readonly verticalAlign: 'top' | 'middle' | 'bottom';
}

/** §5.2.1: outwards at the ends of an edge, centred between; corners towards the page area. */
export function marginBoxDefaults(name: MarginBoxName): Defaults {
  const [edge, place, corner] = name.split('-');
  if (corner) {
    return { textAlign: place === 'left' ? 'right' : 'left', verticalAlign: 'middle' };
  }
  if (edge === 'top' || edge === 'bottom') {
    const textAlign = place === 'center' || place === 'right' ? place : 'left';
    return { textAlign, verticalAlign: 'middle' };
  }
  const verticalAlign = place === 'top' || place === 'bottom' ? place : 'middle';
  return { textAlign: 'center', verticalAlign };
}
