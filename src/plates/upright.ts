/** Rectangles that stand upright on the page. */
import type { Matrix } from '../base/index.ts';
import { type Outline, outlineOps } from '../preflight/index.ts';

/** Edges in pixels, not rounded. */
export interface UprightRect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Corners may lie so far off, in pixels. */
const tolerance = 1e-3;

function cornersOf(outline: Outline): readonly number[] | null {
  const corners: number[] = [];
  for (let at = 0; at < outline.length; at += 3) {
    const operator = outline[at];
    if (operator === outlineOps.close) return at === outline.length - 1 ? corners : null;
    if (operator !== (at === 0 ? outlineOps.move : outlineOps.line)) return null;
    corners.push(outline[at + 1] ?? 0, outline[at + 2] ?? 0);
  }
  return corners;
}

/** The rectangle that an outline under a matrix is; null for any other shape. */
export function uprightRect(outline: Outline, [a, b, c, d, e, f]: Matrix): UprightRect | null {
  if (outline.length < 12 || outline.length > 16) return null;
  const corners = cornersOf(outline);
  if (!corners || corners.length < 8) return null;
  const xs = [0, 2, 4, 6].map((at) => a * (corners[at] ?? 0) + c * (corners[at + 1] ?? 0) + e);
  const ys = [0, 2, 4, 6].map((at) => b * (corners[at] ?? 0) + d * (corners[at + 1] ?? 0) + f);
  const near = (p: number | undefined, q: number | undefined) =>
    Math.abs((p ?? 0) - (q ?? 0)) < tolerance;
  const isClosedRound =
    corners.length === 8 ||
    (near(corners[8], corners[0]) && near(corners[9], corners[1]) && corners.length === 10);
  const isAcrossFirst =
    near(ys[0], ys[1]) && near(xs[1], xs[2]) && near(ys[2], ys[3]) && near(xs[3], xs[0]);
  const isDownFirst =
    near(xs[0], xs[1]) && near(ys[1], ys[2]) && near(xs[2], xs[3]) && near(ys[3], ys[0]);
  if (!isClosedRound || !(isAcrossFirst || isDownFirst)) return null;
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
}

/** Edges this near count as one, in pixels. */
const flush = 0.02;

/**
 * A rectangle whose edges that are flush with the clip's reach beyond it: what fills its clip shall
 * fill the clip's pixels, or two panels side by side would leave a pale line between them.
 */
export function reachBeyond(rect: UprightRect, clip: UprightRect): UprightRect {
  return {
    left: rect.left <= clip.left + flush ? Math.min(rect.left, clip.left) - 1 : rect.left,
    top: rect.top <= clip.top + flush ? Math.min(rect.top, clip.top) - 1 : rect.top,
    right: rect.right >= clip.right - flush ? Math.max(rect.right, clip.right) + 1 : rect.right,
    bottom:
      rect.bottom >= clip.bottom - flush ? Math.max(rect.bottom, clip.bottom) + 1 : rect.bottom,
  };
}
