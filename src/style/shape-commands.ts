/** `shape()` (css-shapes-2 §3.4): an outline told as moves, lines, curves and arcs. */
import { angle, lengthPercentage } from './basic-types.ts';
import { commaList, custom, either, keyword, keywords } from './combinators.ts';
import { percentLength, type SpecifiedLength } from './lengths.ts';
import { position } from './positions.ts';
import { type Parser, peek, type Reader, takeDelim } from './reader.ts';

/** Where a command ends: in the reference box, or from where it begins. Null: as far as it was. */
export interface ShapeTarget<L> {
  readonly isRelative: boolean;
  readonly x: L | null;
  readonly y: L | null;
}

/** A control point, counted from the command's start or end, or in the reference box. */
export interface ShapeControl<L> {
  readonly from: 'start' | 'end' | 'origin';
  readonly x: L;
  readonly y: L;
}

export type ShapeCommand<L> =
  | { readonly kind: 'move' | 'line'; readonly to: ShapeTarget<L> }
  | {
      readonly kind: 'curve' | 'smooth';
      readonly to: ShapeTarget<L>;
      /** One or two of a curve, one or none of a smooth one. */
      readonly controls: readonly ShapeControl<L>[];
    }
  | {
      readonly kind: 'arc';
      readonly to: ShapeTarget<L>;
      readonly radiusX: L;
      readonly radiusY: L;
      readonly isClockwise: boolean;
      readonly isLarge: boolean;
      readonly degrees: number;
    }
  | { readonly kind: 'close' };

type Target = ShapeTarget<SpecifiedLength>;
type Control = ShapeControl<SpecifiedLength>;
type Command = ShapeCommand<SpecifiedLength>;

function takeIdent(reader: Reader, word: string): boolean {
  const value = peek(reader);
  if (value?.kind !== 'ident' || value.word !== word) return false;
  reader.index += 1;
  return true;
}

const way = keywords('to', 'by');

function readPair(reader: Reader) {
  const x = lengthPercentage.read(reader);
  const y = x && lengthPercentage.read(reader);
  return x && y && { x, y };
}

function readTarget(reader: Reader): Target | undefined {
  const how = way.read(reader);
  const point = how === 'to' ? position.read(reader) : how && readPair(reader);
  return point && { isRelative: how === 'by', x: point.x, y: point.y };
}

const across = either(
  keyword('left', percentLength(0)),
  keyword('x-start', percentLength(0)),
  keyword('center', percentLength(0.5)),
  keyword('right', percentLength(1)),
  keyword('x-end', percentLength(1)),
  lengthPercentage,
);
const down = either(
  keyword('top', percentLength(0)),
  keyword('y-start', percentLength(0)),
  keyword('center', percentLength(0.5)),
  keyword('bottom', percentLength(1)),
  keyword('y-end', percentLength(1)),
  lengthPercentage,
);

function readAlong(reader: Reader, axis: 'x' | 'y'): Command | undefined {
  const how = way.read(reader);
  const absolute = axis === 'x' ? across : down;
  const value = how && (how === 'to' ? absolute : lengthPercentage).read(reader);
  if (!value) return undefined;
  const [x, y] = axis === 'x' ? [value, null] : [null, value];
  return { kind: 'line', to: { isRelative: how === 'by', x, y } };
}

const anchor = keywords('start', 'end', 'origin');

/** Without a word of where it is counted from, a control point is counted as its command's end is. */
function readControl(reader: Reader, { isRelative }: Target): Control | undefined {
  const before = reader.index;
  const pair = readPair(reader);
  if (pair && takeIdent(reader, 'from')) {
    const from = anchor.read(reader);
    return from && { from, ...pair };
  }
  if (isRelative) return pair && { from: 'start', ...pair };
  reader.index = before;
  const point = position.read(reader);
  return point && { from: 'origin', x: point.x, y: point.y };
}

function readControls(reader: Reader, to: Target, most: number): readonly Control[] | undefined {
  const controls: Control[] = [];
  do {
    const control = readControl(reader, to);
    if (!control) return undefined;
    controls.push(control);
  } while (controls.length < most && takeDelim(reader, '/'));
  return controls;
}

function readCurve(reader: Reader, kind: 'curve' | 'smooth'): Command | undefined {
  const to = readTarget(reader);
  if (!to) return undefined;
  if (!takeIdent(reader, 'with')) return kind === 'smooth' ? { kind, to, controls: [] } : undefined;
  const controls = readControls(reader, to, kind === 'curve' ? 2 : 1);
  return controls && { kind, to, controls };
}

const sweep = keywords('cw', 'ccw');
const size = keywords('large', 'small');

function readArc(reader: Reader): Command | undefined {
  const to = readTarget(reader);
  if (!to || !takeIdent(reader, 'of')) return undefined;
  const radiusX = lengthPercentage.read(reader);
  if (!radiusX) return undefined;
  const radiusY = lengthPercentage.read(reader) ?? radiusX;
  let [isClockwise, isLarge, degrees] = [false, false, 0];
  for (let left = 3; left > 0; left--) {
    const turn = sweep.read(reader);
    const extent = turn ? undefined : size.read(reader);
    if (turn) isClockwise = turn === 'cw';
    else if (extent) isLarge = extent === 'large';
    else if (takeIdent(reader, 'rotate')) {
      const given = angle.read(reader);
      if (given === undefined) return undefined;
      degrees = given;
    }
  }
  return { kind: 'arc', to, radiusX, radiusY, isClockwise, isLarge, degrees };
}

const name = keywords('move', 'line', 'hline', 'vline', 'curve', 'smooth', 'arc', 'close');

function readCommand(reader: Reader): Command | undefined {
  const kind = name.read(reader);
  switch (kind) {
    case 'move':
    case 'line': {
      const to = readTarget(reader);
      return to && { kind, to };
    }
    case 'hline':
      return readAlong(reader, 'x');
    case 'vline':
      return readAlong(reader, 'y');
    case 'curve':
    case 'smooth':
      return readCurve(reader, kind);
    case 'arc':
      return readArc(reader);
    case 'close':
      return { kind };
    default:
      return undefined;
  }
}

const commands = commaList(custom('<shape-command>', readCommand));
const fillRule = keywords('nonzero', 'evenodd');

export interface CommandShape<L> {
  readonly kind: 'shape';
  readonly rule: 'nonzero' | 'evenodd';
  /** The first is a move. */
  readonly commands: readonly ShapeCommand<L>[];
}

export const shapeCommands: Parser<CommandShape<SpecifiedLength>> = custom(
  "<'fill-rule'>? from <position>, <shape-command>#",
  (reader): CommandShape<SpecifiedLength> | undefined => {
    const rule = fillRule.read(reader) ?? 'nonzero';
    if (!takeIdent(reader, 'from')) return undefined;
    const start = position.read(reader);
    const rest = start && takeDelim(reader, ',') ? commands.read(reader) : undefined;
    if (!start || !rest) return undefined;
    const first: Command = { kind: 'move', to: { isRelative: false, x: start.x, y: start.y } };
    return { kind: 'shape', rule, commands: [first, ...rest] };
  },
);

/** A command with each length computed. */
export function computeCommand<L>(
  command: Command,
  toLength: (length: SpecifiedLength) => L,
): ShapeCommand<L> {
  if (command.kind === 'close') return command;
  const { x, y } = command.to;
  const to = { ...command.to, x: x && toLength(x), y: y && toLength(y) };
  switch (command.kind) {
    case 'move':
    case 'line':
      return { kind: command.kind, to };
    case 'curve':
    case 'smooth': {
      const controls = command.controls.map((control) => ({
        from: control.from,
        x: toLength(control.x),
        y: toLength(control.y),
      }));
      return { kind: command.kind, to, controls };
    }
    case 'arc':
      return {
        ...command,
        to,
        radiusX: toLength(command.radiusX),
        radiusY: toLength(command.radiusY),
      };
  }
}
