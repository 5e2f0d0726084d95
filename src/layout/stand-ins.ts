/**
 * Elements that show other content than their own, which never comes on paper: boxes that are replaced
 * all the same, of the size that HTML gives them (html §15.4.3, css-images-3 §5.1).
 */
import { pointsPerPx } from '../base/index.ts';
import type { ElementNode } from '../input/index.ts';

/** In pt; `ratio` is width divided by height, null where the sides are independent. */
export interface StandIn {
  readonly width: number;
  readonly height: number;
  readonly ratio: number | null;
}

const plain: StandIn = { width: 300 * pointsPerPx, height: 150 * pointsPerPx, ratio: null };

/** Null for elements that are laid out by what is in them. */
export function standInOf({ tag, namespace, attributes, children }: ElementNode): StandIn | null {
  if (namespace !== 'html') return null;
  if (tag === 'canvas') return drawingArea(attributes);
  if (tag === 'iframe' || tag === 'video') return plain;
  if (tag === 'embed') return attributes.has('src') || attributes.has('type') ? plain : null;
  return tag === 'object' && children.length === 0 ? plain : null;
}

/** A canvas is as large as its attributes say (html §4.12.5). */
function drawingArea(attributes: ElementNode['attributes']): StandIn {
  const side = (name: string, otherwise: number) => {
    const digits = /^\s*(\d+)/.exec(attributes.get(name) ?? '')?.[1];
    return (digits === undefined ? otherwise : Number(digits)) * pointsPerPx;
  };
  const width = side('width', 300);
  const height = side('height', 150);
  return { width, height, ratio: height > 0 ? width / height : null };
}
