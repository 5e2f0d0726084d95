/** How opaque a drawing is, for words that run round it (css-shapes-1 §4). */
import type { Context, Size } from './base/index.ts';
import type { VectorPicture } from './input/index.ts';
import type { VectorAlpha } from './layout/index.ts';

/** What draws is loaded when it is asked for. */
export function vectorAlphaIn({ workspace }: Context): VectorAlpha {
  return async (drawing: VectorPicture, size: Size) => {
    const { drawAlpha } = await import('./draw-alpha.ts');
    return drawAlpha(drawing, size, { report: () => undefined, workspace });
  };
}
