/** A page as it is shown: its size in pixels, turned as `Rotate` says, in units of its own. */
import { type Matrix, multiply, type Rect } from '../base/index.ts';
import { type PdfFile, pageBox } from '../pdf/index.ts';
import type { ArtPage } from '../preflight/index.ts';
import { uprightBounds } from './matrix.ts';

/** What the frame depends on. */
export type FramedPage = Pick<ArtPage, 'dictionary' | 'boxes' | 'widthPt' | 'heightPt'>;

export interface PageFrame {
  readonly widthPx: number;
  readonly heightPx: number;
  /** From the page's user space to pixels, y down. */
  readonly matrix: Matrix;
  /** A box of the page; the whole page where there is none. */
  inPixels(box: Rect | null): Rect;
}

/** Quarter turns clockwise of a picture of so many pixels, back to its top left. */
function turn(quarters: number, width: number, height: number): Matrix {
  if (quarters === 1) return [0, 1, -1, 0, height, 0];
  if (quarters === 2) return [-1, 0, 0, -1, width, height];
  return quarters === 3 ? [0, -1, 1, 0, 0, width] : [1, 0, 0, 1, 0, 0];
}

export function pageFrame(
  file: PdfFile,
  { dictionary, boxes, widthPt, heightPt }: FramedPage,
  dpi: number,
): PageFrame {
  const found = pageBox(file, dictionary);
  const media = boxes.media ?? { x: 0, y: 0, width: widthPt, height: heightPt };
  const scale = ((found?.userUnit ?? 1) * dpi) / 72;
  const quarters = (found?.rotate ?? 0) / 90;
  const [width, height] = [media.width * scale, media.height * scale];
  const upright: Matrix = [scale, 0, 0, -scale, -media.x * scale, (media.y + media.height) * scale];
  const matrix = multiply(turn(quarters, width, height), upright);
  const [shownWidth, shownHeight] = quarters % 2 === 0 ? [width, height] : [height, width];
  return {
    widthPx: Math.max(1, Math.round(shownWidth)),
    heightPx: Math.max(1, Math.round(shownHeight)),
    matrix,
    inPixels: (box) => uprightBounds(box ?? media, matrix),
  };
}
