/** Shapes told by commands (css-shapes-2 §3.3–3.4) as outlines in their reference box. */
import {
  arcToCubics,
  type Path,
  type PathSegment,
  type Point,
  parsePathData,
  pointsPerPx,
  type Rect,
} from '../base/index.ts';
import type { PathShape } from './basic-shapes.ts';
import type { CommandShape, ShapeCommand, ShapeControl } from './shape-commands.ts';
import { type LengthPercentage, resolveLength } from './values.ts';

/** Where the pen is, and the control point that a smooth curve reflects. */
interface Pen {
  at: Point;
  start: Point;
  control: Point | null;
  isQuadratic: boolean;
}

function cubic(first: Point, second: Point, to: Point): PathSegment {
  return { kind: 'cubic', x1: first.x, y1: first.y, x2: second.x, y2: second.y, x: to.x, y: to.y };
}

function quadratic(from: Point, control: Point, to: Point): PathSegment {
  const towards = (end: Point): Point => ({
    x: end.x + (2 / 3) * (control.x - end.x),
    y: end.y + (2 / 3) * (control.y - end.y),
  });
  return cubic(towards(from), towards(to), to);
}

function targetOf(
  { to: { isRelative, x, y } }: Exclude<ShapeCommand<LengthPercentage>, { kind: 'close' }>,
  at: Point,
  box: Rect,
): Point {
  const along = (value: LengthPercentage | null, own: number, start: number, base: number) =>
    value === null ? own : (isRelative ? own : start) + resolveLength(value, base);
  return { x: along(x, at.x, box.x, box.width), y: along(y, at.y, box.y, box.height) };
}

function controlOf(
  { from, x, y }: ShapeControl<LengthPercentage>,
  start: Point,
  end: Point,
  box: Rect,
): Point {
  const base = { start, end, origin: { x: box.x, y: box.y } }[from];
  return { x: base.x + resolveLength(x, box.width), y: base.y + resolveLength(y, box.height) };
}

/** A curve; of smooth ones the first control point is that of the curve before, reflected. */
function curve(
  command: Extract<ShapeCommand<LengthPercentage>, { kind: 'curve' | 'smooth' }>,
  pen: Pen,
  to: Point,
  box: Rect,
): PathSegment {
  const { at, control, isQuadratic } = pen;
  const given = command.controls.map((one) => controlOf(one, at, to, box));
  const isOneControl = given.length === (command.kind === 'curve' ? 1 : 0);
  const usable = control && isQuadratic === isOneControl ? control : null;
  const reflected = usable ? { x: 2 * at.x - usable.x, y: 2 * at.y - usable.y } : at;
  const [first = at, second = first] =
    command.kind === 'curve' ? given : [reflected, given[0] ?? reflected];
  pen.control = second;
  pen.isQuadratic = isOneControl;
  return isOneControl ? quadratic(at, first, to) : cubic(first, second, to);
}

function drawCommand(
  command: ShapeCommand<LengthPercentage>,
  pen: Pen,
  box: Rect,
): readonly PathSegment[] {
  if (command.kind === 'close') {
    pen.at = pen.start;
    pen.control = null;
    return [{ kind: 'close' }];
  }
  const to = targetOf(command, pen.at, box);
  const from = pen.at;
  if (command.kind === 'curve' || command.kind === 'smooth') {
    const segment = curve(command, pen, to, box);
    pen.at = to;
    return [segment];
  }
  pen.at = to;
  pen.control = null;
  if (command.kind === 'move') pen.start = to;
  if (command.kind !== 'arc') return [{ kind: command.kind, x: to.x, y: to.y }];
  const { degrees, isLarge, isClockwise } = command;
  const rx = resolveLength(command.radiusX, box.width);
  const ry = resolveLength(command.radiusY, box.height);
  return arcToCubics(from, to, { rx, ry, degrees, large: isLarge, sweep: isClockwise });
}

function commandOutline({ commands }: CommandShape<LengthPercentage>, box: Rect): Path {
  const origin = { x: box.x, y: box.y };
  const pen: Pen = { at: origin, start: origin, control: null, isQuadratic: false };
  const path: PathSegment[] = [];
  for (const command of commands) {
    // What follows a close without a move begins where the closed part began.
    if (path.at(-1)?.kind === 'close' && command.kind !== 'move')
      path.push({ kind: 'move', x: pen.at.x, y: pen.at.y });
    path.push(...drawCommand(command, pen, box));
  }
  return path;
}

function dataOutline({ data }: PathShape, { x, y }: Rect): Path {
  const left = (value: number) => x + value * pointsPerPx;
  const top = (value: number) => y + value * pointsPerPx;
  return parsePathData(data).path.map((segment): PathSegment => {
    if (segment.kind === 'close') return segment;
    const end = { x: left(segment.x), y: top(segment.y) };
    if (segment.kind !== 'cubic') return { kind: segment.kind, ...end };
    const { x1, y1, x2, y2 } = segment;
    return cubic({ x: left(x1), y: top(y1) }, { x: left(x2), y: top(y2) }, end);
  });
}

/** The outline of `path()` or `shape()`, in the coordinates of `box`, in pt. */
export function shapeOutline(shape: PathShape | CommandShape<LengthPercentage>, box: Rect): Path {
  return shape.kind === 'path' ? dataOutline(shape, box) : commandOutline(shape, box);
}
