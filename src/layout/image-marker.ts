/** The marker of a list item that is a picture (css-lists-3 §3.2). */
import type { ElementNode, Pictures } from '../input/index.ts';
import { anonymousStyle, type ComputedStyle } from '../style/index.ts';
import type { Box, LinesBox } from './box.ts';

/** Between a picture and the item's words, in pt: as browsers have it. */
const markerGapPt = 5.25;

/**
 * `list-style-image` (css-lists-3 §3.2): a picture in its own size, a gradient 1 em square; null where
 * the picture could not be read, and the item has its usual marker.
 */
export function imageMarker(
  image: Exclude<ComputedStyle['listStyleImage'], 'none'>,
  {
    style,
    element,
    language,
  }: Pick<LinesBox, 'style' | 'language'> & { readonly element: ElementNode },
  pictures: Pictures,
): Box | null {
  const own: ComputedStyle = {
    ...anonymousStyle(style),
    display: 'inline-block',
    marginRight: { pt: markerGapPt, percent: 0 },
  };
  const base = { element: null, owner: element, language };
  if (image.kind === 'url') {
    const picture = pictures.get(image.path);
    return picture ? { kind: 'picture', style: own, ...base, picture } : null;
  }
  const side = { pt: style.fontSize, percent: 0 };
  const square = { ...own, width: side, height: side, backgroundImage: [image] };
  return { kind: 'block', style: square, ...base, independent: true, marker: null, children: [] };
}
