/**
 * Path construction and painting (ISO 32000-1 §8.5): what is kept of a path is its points on the
 * page, whether it is a single axis-parallel rectangle, and what its painting looks like.
 */
import { type Point, type Rect, transformPoint } from '../../base/index.ts';
import type { Run } from './run.ts';
import { boundsOf, grow, intersect, meanScale } from './state.ts';

/** The path under construction, in page space. */
export interface PathInProgress {
  points: Point[];
  /** Number of `m` and `re` so far. */
  subpaths: number;
  hasCurves: boolean;
  /** `W` was met: the next painting operator clips. */
  clips: boolean;
}

export function emptyPath(): PathInProgress {
  return { points: [], subpaths: 0, hasCurves: false, clips: false };
}

function addPoints(run: Run, values: readonly number[]): void {
  for (let index = 0; index + 1 < values.length; index += 2) {
    const point = { x: values[index] ?? 0, y: values[index + 1] ?? 0 };
    run.path.points.push(transformPoint(run.state.matrix, point));
  }
}

function addRectangle(run: Run, [x = 0, y = 0, width = 0, height = 0]: readonly number[]): void {
  run.path.subpaths += 1;
  addPoints(run, [x, y, x + width, y, x + width, y + height, x, y + height]);
}

/** How far a corner may lie off its rectangle, pt. */
const cornerTolerance = 0.01;

function isRectangle({ points, subpaths, hasCurves }: PathInProgress, bounds: Rect): boolean {
  if (subpaths !== 1 || hasCurves || points.length < 4 || points.length > 5) return false;
  const near = (a: number, b: number) => Math.abs(a - b) < cornerTolerance;
  return points.every(
    ({ x, y }) =>
      (near(x, bounds.x) || near(x, bounds.x + bounds.width)) &&
      (near(y, bounds.y) || near(y, bounds.y + bounds.height)),
  );
}

/** A rectangle at least so many times longer than wide is a line. */
const lineRatio = 4;

function lineWidthOf(path: PathInProgress, bounds: Rect): number | null {
  const short = Math.min(bounds.width, bounds.height);
  const long = Math.max(bounds.width, bounds.height);
  return isRectangle(path, bounds) && long >= short * lineRatio ? short : null;
}

function paintFill(run: Run, bounds: Rect): void {
  const { state } = run;
  const rect = intersect(bounds, state.clip);
  if (run.paintPattern(state.fill, rect)) return;
  run.paint({
    kind: 'fill',
    rect,
    color: state.fill,
    lineWidthPt: lineWidthOf(run.path, bounds),
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

function paintPath(run: Run, fills: boolean, strokes: boolean): void {
  const bounds = boundsOf(run.path.points);
  if (bounds && fills) paintFill(run, bounds);
  if (bounds && strokes) paintStroke(run, bounds);
  if (run.path.clips) run.state.clip = intersect(bounds, run.state.clip);
  run.path = emptyPath();
}

type PathOperator = (run: Run, values: readonly number[]) => void;

const painting =
  (fills: boolean, strokes: boolean): PathOperator =>
  (run) =>
    paintPath(run, fills, strokes);

const curve: PathOperator = (run, values) => {
  run.path.hasCurves = true;
  addPoints(run, values);
};

const clip: PathOperator = (run) => {
  run.path.clips = true;
};

export const pathOperators: ReadonlyMap<string, PathOperator> = new Map([
  [
    'm',
    (run, values) => {
      run.path.subpaths += 1;
      addPoints(run, values);
    },
  ],
  ['l', addPoints],
  ['c', curve],
  ['v', curve],
  ['y', curve],
  ['h', () => {}],
  ['re', addRectangle],
  ['W', clip],
  ['W*', clip],
  ['n', painting(false, false)],
  ['f', painting(true, false)],
  ['F', painting(true, false)],
  ['f*', painting(true, false)],
  ['S', painting(false, true)],
  ['s', painting(false, true)],
  ['B', painting(true, true)],
  ['B*', painting(true, true)],
  ['b', painting(true, true)],
  ['b*', painting(true, true)],
]);
