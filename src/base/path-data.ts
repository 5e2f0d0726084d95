/**
 * SVG path data (SVG 2 §9.3) to an outline of moves, lines and cubics, all absolute. As the
 * standard asks, data with a fault is drawn up to the command before the fault.
 */

import { arcToCubics } from './arc.ts';
import type { Path, PathSegment, Point } from './geometry.ts';

export interface PathData {
  readonly path: Path;
  /** Offset of the fault in the text; null for sound data. */
  readonly faultAt: number | null;
}

/** How many numbers each command takes. */
const argumentCount: ReadonlyMap<string, number> = new Map([
  ['m', 2],
  ['l', 2],
  ['h', 1],
  ['v', 1],
  ['c', 6],
  ['s', 4],
  ['q', 4],
  ['t', 2],
  ['a', 7],
  ['z', 0],
]);

const numberPattern = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const separatorPattern = /[\s,]*/y;

/** Reads numbers and arc flags from a position that only moves forward. */
interface Scanner {
  readonly text: string;
  at: number;
}

function skipSeparators(scanner: Scanner): void {
  separatorPattern.lastIndex = scanner.at;
  separatorPattern.exec(scanner.text);
  scanner.at = separatorPattern.lastIndex;
}

function readNumber(scanner: Scanner): number | null {
  skipSeparators(scanner);
  numberPattern.lastIndex = scanner.at;
  const match = numberPattern.exec(scanner.text);
  if (!match) return null;
  scanner.at = numberPattern.lastIndex;
  const value = Number(match[0]);
  return Number.isFinite(value) ? value : null;
}

/** §9.3.9: a flag is one character and may touch what follows it (`a1 1 0 0110 10`). */
function readFlag(scanner: Scanner): number | null {
  skipSeparators(scanner);
  const character = scanner.text[scanner.at];
  if (character !== '0' && character !== '1') return null;
  scanner.at += 1;
  return Number(character);
}

/** The numbers of one command, or null where one is missing. */
function readArguments(scanner: Scanner, command: string): readonly number[] | null {
  const lower = command.toLowerCase();
  const values: number[] = [];
  for (let index = 0; index < (argumentCount.get(lower) ?? 0); index += 1) {
    const isFlag = lower === 'a' && (index === 3 || index === 4);
    const value = isFlag ? readFlag(scanner) : readNumber(scanner);
    if (value === null) return null;
    values.push(value);
  }
  return values;
}

/** Where the pen is, and what smooth curves reflect. */
interface Pen {
  at: Point;
  start: Point;
  /** Last control point of the cubic or quadratic just drawn; null after anything else. */
  cubicControl: Point | null;
  quadraticControl: Point | null;
}

function reflect(control: Point | null, { x, y }: Point): Point {
  return control ? { x: 2 * x - control.x, y: 2 * y - control.y } : { x, y };
}

function cubicTo(pen: Pen, first: Point, second: Point, end: Point): readonly PathSegment[] {
  pen.at = end;
  pen.cubicControl = second;
  return [
    { kind: 'cubic', x1: first.x, y1: first.y, x2: second.x, y2: second.y, x: end.x, y: end.y },
  ];
}

/** A quadratic as the cubic that draws the same curve. */
function quadraticTo(pen: Pen, control: Point, end: Point): readonly PathSegment[] {
  const towards = (from: Point): Point => ({
    x: from.x + (2 / 3) * (control.x - from.x),
    y: from.y + (2 / 3) * (control.y - from.y),
  });
  const segments = cubicTo(pen, towards(pen.at), towards(end), end);
  pen.cubicControl = null;
  pen.quadraticControl = control;
  return segments;
}

function lineTo(pen: Pen, end: Point): readonly PathSegment[] {
  pen.at = end;
  return [{ kind: 'line', x: end.x, y: end.y }];
}

/** Segments of one command with its numbers; moves the pen. */
function draw(pen: Pen, command: string, values: readonly number[]): readonly PathSegment[] {
  const lower = command.toLowerCase();
  const base: Point = command === lower ? pen.at : { x: 0, y: 0 };
  const point = (index: number): Point => ({
    x: base.x + (values[index] ?? 0),
    y: base.y + (values[index + 1] ?? 0),
  });
  const { cubicControl, quadraticControl } = pen;
  pen.cubicControl = null;
  pen.quadraticControl = null;
  switch (lower) {
    case 'm':
      pen.at = point(0);
      pen.start = pen.at;
      return [{ kind: 'move', x: pen.at.x, y: pen.at.y }];
    case 'h':
      return lineTo(pen, { x: point(0).x, y: pen.at.y });
    case 'v':
      return lineTo(pen, { x: pen.at.x, y: base.y + (values[0] ?? 0) });
    case 'c':
      return cubicTo(pen, point(0), point(2), point(4));
    case 's':
      return cubicTo(pen, reflect(cubicControl, pen.at), point(0), point(2));
    case 'q':
      return quadraticTo(pen, point(0), point(2));
    case 't':
      return quadraticTo(pen, reflect(quadraticControl, pen.at), point(0));
    case 'a': {
      const from = pen.at;
      pen.at = point(5);
      const [rx = 0, ry = 0, degrees = 0, large = 0, sweep = 0] = values;
      return arcToCubics(from, pen.at, { rx, ry, degrees, large: large === 1, sweep: sweep === 1 });
    }
    case 'z':
      pen.at = pen.start;
      return [{ kind: 'close' }];
    default:
      return lineTo(pen, point(0));
  }
}

/** Further sets of numbers after a command repeat it; after a move they are lines. */
function repeated(command: string): string {
  if (command === 'm') return 'l';
  return command === 'M' ? 'L' : command;
}

/** True where another set of numbers follows without a command letter. */
function hasMoreNumbers(scanner: Scanner): boolean {
  skipSeparators(scanner);
  const character = scanner.text[scanner.at];
  return character !== undefined && /[\d.+-]/.test(character);
}

/** The outline that `text` describes, in user units. */
export function parsePathData(text: string): PathData {
  const scanner: Scanner = { text, at: 0 };
  const origin = { x: 0, y: 0 };
  const pen: Pen = { at: origin, start: origin, cubicControl: null, quadraticControl: null };
  const path: PathSegment[] = [];
  let closed = false;
  skipSeparators(scanner);
  while (scanner.at < text.length) {
    const letterAt = scanner.at;
    let command = text[letterAt] ?? '';
    const isKnown = argumentCount.has(command.toLowerCase());
    const isFirst = path.length === 0;
    if (!isKnown || (isFirst && command.toLowerCase() !== 'm')) return { path, faultAt: letterAt };
    scanner.at += 1;
    do {
      const values = readArguments(scanner, command);
      if (!values) return { path, faultAt: scanner.at };
      const isMove = command === 'm' || command === 'M';
      // §9.3.4: what follows a close without a move begins where the closed part began.
      if (closed && !isMove && command.toLowerCase() !== 'z')
        path.push({ kind: 'move', x: pen.start.x, y: pen.start.y });
      for (const segment of draw(pen, command, values)) path.push(segment);
      closed = command === 'z' || command === 'Z';
      command = repeated(command);
    } while (!closed && hasMoreNumbers(scanner));
    skipSeparators(scanner);
  }
  return { path, faultAt: null };
}
