/**
 * Path construction and painting (ISO 32000-1 §8.5): what is kept of a path is its points on the
 * page, whether it is a single axis-parallel rectangle, and what its painting looks like.
 */
import { type Point, type Rect, transformPoint } from '../../base/index.ts';
import type { PathPainting } from './device.ts';
import { lineWidthOf } from './line-width.ts';
import { boxOutline, outlineLengths, outlineOps } from './outline.ts';
import type { Run } from './run.ts';
import { boundsOf, grow, intersect, meanScale } from './state.ts';

/** The path under construction, in page space. */
export interface PathInProgress {
  points: Point[];
  /** Where `m` and `re` have begun a part, among the points. */
  starts: number[];
  hasCurves: boolean;
  /** `W` or `W*` was met: the next painting operator clips. */
  clips: 'nonzero' | 'evenodd' | null;
  /** The path itself; kept for devices alone. */
  readonly outline: number[];
  /** The current point and the subpath's first, in page space. */
  current: Point;
}

export function emptyPath(): PathInProgress {
  return {
    points: [],
    starts: [],
    hasCurves: false,
    clips: null,
    outline: [],
    current: { x: 0, y: 0 },
  };
}

function addPoints(run: Run, values: readonly number[]): void {
  for (let index = 0; index + 1 < values.length; index += 2) {
    const point = { x: values[index] ?? 0, y: values[index + 1] ?? 0 };
    run.path.points.push(transformPoint(run.state.matrix, point));
  }
}

function addRectangle(run: Run, [x = 0, y = 0, width = 0, height = 0]: readonly number[]): void {
  run.path.starts.push(run.path.points.length);
  addPoints(run, [x, y, x + width, y, x + width, y + height, x, y + height]);
  if (!run.device) return;
  run.path.outline.push(...boxOutline(run.state.matrix, { x, y, width, height }));
  run.path.current = transformPoint(run.state.matrix, { x, y });
}

function paintFill(run: Run, bounds: Rect, isEvenOdd: boolean): void {
  const { state } = run;
  const rect = intersect(bounds, state.clip);
  if (run.paintPattern(state.fill, rect)) return;
  run.paint({
    kind: 'fill',
    rect,
    color: state.fill,
    lineWidthPt: lineWidthOf(run.path, isEvenOdd),
    overprints: state.fillOverprints,
    overprintMode: state.overprintMode,
    alpha: state.fillAlpha,
    blend: state.blend,
  });
}

function paintStroke(run: Run, bounds: Rect): void {
  const { state } = run;
  const lineWidthPt = state.lineWidth * meanScale(state.matrix);
  const rect = intersect(grow(bounds, lineWidthPt / 2), state.clip);
  if (run.paintPattern(state.stroke, rect)) return;
  run.paint({
    kind: 'stroke',
    rect,
    color: state.stroke,
    lineWidthPt,
    overprints: state.strokeOverprints,
    overprintMode: state.overprintMode,
    alpha: state.strokeAlpha,
    blend: state.blend,
  });
}

function paintPath(run: Run, painting: PathPainting): void {
  const { fills, strokes } = painting;
  const bounds = boundsOf(run.path.points);
  if (run.device && (fills || strokes)) run.device.path(run, run.path.outline, painting);
  if (bounds && fills) paintFill(run, bounds, painting.isEvenOdd);
  if (bounds && strokes) paintStroke(run, bounds);
  if (run.path.clips) clipTo(run, bounds, run.path.clips === 'evenodd');
  run.path = emptyPath();
}

function clipTo({ device, path, state }: Run, bounds: Rect | null, isEvenOdd: boolean): void {
  state.clip = intersect(bounds, state.clip);
  if (device) state.clipPath = { outline: path.outline, isEvenOdd, above: state.clipPath };
}

type PathOperator = (run: Run, values: readonly number[]) => void;

const painting =
  (fills: boolean, strokes: boolean, isEvenOdd = false): PathOperator =>
  (run) =>
    paintPath(run, { fills, strokes, isEvenOdd });

/** Closes the last subpath, then paints. */
const closing =
  (paint: PathOperator): PathOperator =>
  (run, values) => {
    close(run, values);
    paint(run, values);
  };

/** One step of the outline, its points under the matrix. */
function addStep(run: Run, operator: number, points: readonly Point[]): void {
  const { path, device } = run;
  path.current = points.at(-1) ?? path.current;
  if (!device) return;
  path.outline.push(operator);
  for (const { x, y } of points) path.outline.push(x, y);
}

function pointsOf({ state }: Run, values: readonly number[]): readonly Point[] {
  const points: Point[] = [];
  for (let index = 0; index + 1 < values.length; index += 2) {
    const point = { x: values[index] ?? 0, y: values[index + 1] ?? 0 };
    points.push(transformPoint(state.matrix, point));
  }
  return points;
}

const step =
  (operator: number): PathOperator =>
  (run, values) => {
    if (!run.device) {
      addPoints(run, values);
      return;
    }
    const points = pointsOf(run, values.slice(0, outlineLengths[operator]));
    run.path.points.push(...points);
    addStep(run, operator, points);
  };

/** `c`, `v` (the first control point is the current point) and `y` (the second is the end). */
const curve =
  (shape: 'c' | 'v' | 'y'): PathOperator =>
  (run, values) => {
    run.path.hasCurves = true;
    if (!run.device) {
      addPoints(run, values);
      return;
    }
    const points = pointsOf(run, values);
    run.path.points.push(...points);
    const [first, second, third] = points;
    if (!first || !second) return;
    if (shape === 'v') addStep(run, outlineOps.curve, [run.path.current, first, second]);
    else addStep(run, outlineOps.curve, [first, second, third ?? second]);
  };

const close: PathOperator = ({ path, device }) => {
  if (device && path.outline.length > 0) path.outline.push(outlineOps.close);
};

const clip =
  (rule: 'nonzero' | 'evenodd'): PathOperator =>
  (run) => {
    run.path.clips = rule;
  };

const move = step(outlineOps.move);

export const pathOperators: ReadonlyMap<string, PathOperator> = new Map([
  [
    'm',
    (run, values) => {
      run.path.starts.push(run.path.points.length);
      move(run, values);
    },
  ],
  ['l', step(outlineOps.line)],
  ['c', curve('c')],
  ['v', curve('v')],
  ['y', curve('y')],
  ['h', close],
  ['re', addRectangle],
  ['W', clip('nonzero')],
  ['W*', clip('evenodd')],
  ['n', painting(false, false)],
  ['f', painting(true, false)],
  ['F', painting(true, false)],
  ['f*', painting(true, false, true)],
  ['S', painting(false, true)],
  ['s', closing(painting(false, true))],
  ['B', painting(true, true)],
  ['B*', painting(true, true, true)],
  ['b', closing(painting(true, true))],
  ['b*', closing(painting(true, true, true))],
]);
