/**
 * Emphasis marks (css-text-decoration-4 §3): half as large as the text, one over or under each letter.
 * The shapes are drawn, so that no font needs to have them.
 */
import type { Path, PathSegment, Point } from '../base/index.ts';
import type { AuthorColor } from '../color/index.ts';
import type { TextFragment } from '../layout/index.ts';
import type { EmphasisMark } from '../style/index.ts';
import { kernedLine } from '../text/index.ts';
import { fillPath } from './boxes.ts';
import type { DisplayItem } from './item.ts';
import { transformPath, translation } from './outline.ts';
import { roundedPath } from './rounded.ts';

/** §3.4: spaces, punctuation and what is not seen have no marks. */
const unmarked = /^[\p{Z}\p{P}\p{C}]+$/u;

/** A circle about the origin. */
function circle(radius: number): Path {
  const rect = { x: -radius, y: -radius, width: 2 * radius, height: 2 * radius };
  const corner = { x: radius, y: radius };
  return roundedPath({
    rect,
    radii: { topLeft: corner, topRight: corner, bottomRight: corner, bottomLeft: corner },
  });
}

function polygon(points: readonly Point[]): Path {
  const path = points.map(
    (point, index): PathSegment => ({ kind: index === 0 ? 'move' : 'line', ...point }),
  );
  return [...path, { kind: 'close' }];
}

/** A drop that leans to the right, about the origin. */
function drop(size: number): Path {
  const at = (x: number, y: number) => ({ x: x * size, y: y * size });
  const [tip, end] = [at(-0.32, -0.34), at(0.32, 0.3)];
  const curve = (one: Point, two: Point, to: Point): PathSegment => ({
    kind: 'cubic',
    x1: one.x,
    y1: one.y,
    x2: two.x,
    y2: two.y,
    ...to,
  });
  return [
    { kind: 'move', ...tip },
    curve(at(0.05, -0.28), at(0.42, 0.02), end),
    curve(at(0.24, 0.5), at(-0.02, 0.34), tip),
    { kind: 'close' },
  ];
}

function triangle(size: number): Path {
  const half = size * 0.42;
  return polygon([
    { x: 0, y: -half },
    { x: half, y: half * 0.8 },
    { x: -half, y: half * 0.8 },
  ]);
}

/** Outlines about the mark's middle, for filling by the even-odd rule; `em` is the mark's size. */
function shapePath({ shape, isOpen }: Extract<EmphasisMark, { kind: 'shape' }>, em: number): Path {
  const line = em * 0.08;
  switch (shape) {
    case 'dot':
      return isOpen ? [...circle(em * 0.2), ...circle(em * 0.2 - line)] : circle(em * 0.2);
    case 'circle':
      return isOpen ? [...circle(em * 0.4), ...circle(em * 0.4 - line)] : circle(em * 0.4);
    case 'double-circle': {
      const ring = [...circle(em * 0.45), ...circle(em * 0.45 - line)];
      return isOpen
        ? [...ring, ...circle(em * 0.27), ...circle(em * 0.27 - line)]
        : [...ring, ...circle(em * 0.27)];
    }
    case 'triangle':
      return isOpen ? [...triangle(em), ...triangle(em * 0.6)] : triangle(em);
    case 'sesame':
      return isOpen ? [...drop(em), ...drop(em * 0.6)] : drop(em);
  }
}

/** A mark's outline about its middle. */
function markPath(mark: EmphasisMark, { run }: TextFragment, em: number): Path {
  if (mark.kind === 'shape') return shapePath(mark, em);
  const { path, width } = kernedLine(mark.text, run.font, { size: em, spacing: 0, language: '' });
  const { capHeightEm } = run.font.metrics;
  return transformPath(translation(-width / 2, (capHeightEm * em) / 2), path);
}

/** The marks of a fragment whose top left stands at `at`. */
export function paintEmphasis(
  fragment: TextFragment,
  at: Point,
): readonly DisplayItem<AuthorColor>[] {
  const { run, style, span } = fragment;
  // Across the line, which runs down where letters lie on their side.
  const height = fragment.isOnSide ? fragment.width : fragment.height;
  const { textEmphasisStyle: mark, textEmphasisColor: color } = style;
  if (mark === 'none' || color.alpha === 0) return [];
  const em = style.fontSize / 2;
  const isOver = style.textEmphasisPosition === 'over';
  const y = isOver ? at.y - em / 2 : at.y + height + em / 2;
  const outline = markPath(mark, fragment, em);
  let pen = at.x;
  const marks = [...run.glyphs].flatMap(({ text, advancePt }) => {
    const x = pen + advancePt / 2;
    pen += advancePt;
    if (text === '' || unmarked.test(text)) return [];
    return transformPath(translation(x, y), outline);
  });
  return marks.length > 0 ? [fillPath(marks, color, span ? { span } : {}, 'evenodd')] : [];
}
