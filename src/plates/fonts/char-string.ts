/** Type 2 charstrings (Adobe technical note 5177) to outlines. Hints are skipped. */
import type { Outline } from '../../preflight/index.ts';

/** Subroutines of the font and of the glyph's own dictionary. */
export interface Subroutines {
  readonly global: readonly Uint8Array[];
  readonly local: readonly Uint8Array[];
}

const deepestCall = 10;
const mostSteps = 100_000;

function biasOf(count: number): number {
  if (count < 1240) return 107;
  return count < 33900 ? 1131 : 32768;
}

/** Draws with relative steps; contours close by themselves. */
class Pen {
  readonly outline: number[] = [];
  #x = 0;
  #y = 0;
  #isOpen = false;

  move(dx: number, dy: number): void {
    this.close();
    this.#x += dx;
    this.#y += dy;
    this.outline.push(0, this.#x, this.#y);
    this.#isOpen = true;
  }

  line(dx: number, dy: number): void {
    this.#x += dx;
    this.#y += dy;
    this.outline.push(1, this.#x, this.#y);
  }

  curve(dx1: number, dy1: number, dx2: number, dy2: number, dx3: number, dy3: number): void {
    const [x1, y1] = [this.#x + dx1, this.#y + dy1];
    const [x2, y2] = [x1 + dx2, y1 + dy2];
    this.#x = x2 + dx3;
    this.#y = y2 + dy3;
    this.outline.push(2, x1, y1, x2, y2, this.#x, this.#y);
  }

  close(): void {
    if (this.#isOpen) this.outline.push(3);
    this.#isOpen = false;
  }
}

interface Machine {
  readonly pen: Pen;
  readonly subroutines: Subroutines;
  stack: number[];
  hints: number;
  steps: number;
  isDone: boolean;
}

function lines(pen: Pen, values: readonly number[]): void {
  for (let at = 0; at + 1 < values.length; at += 2) pen.line(values[at] ?? 0, values[at + 1] ?? 0);
}

function curves(pen: Pen, values: readonly number[]): void {
  for (let at = 0; at + 5 < values.length; at += 6) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values.slice(at, at + 6);
    pen.curve(a, b, c, d, e, f);
  }
}

/** `hlineto`, `vlineto`: lines along the axes in turn. */
function axisLines(pen: Pen, values: readonly number[], isHorizontal: boolean): void {
  values.forEach((value, index) => {
    if ((index % 2 === 0) === isHorizontal) pen.line(value, 0);
    else pen.line(0, value);
  });
}

/** `hvcurveto`, `vhcurveto`: curves that begin along one axis and end along the other, in turn. */
function axisCurves(pen: Pen, values: readonly number[], isHorizontal: boolean): void {
  let horizontal = isHorizontal;
  for (let at = 0; at + 3 < values.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = values.slice(at, at + 4);
    const last = values.length - at === 5 ? (values[at + 4] ?? 0) : 0;
    if (horizontal) pen.curve(a, 0, b, c, last, d);
    else pen.curve(0, a, b, c, d, last);
    horizontal = !horizontal;
  }
}

/** `hhcurveto`, `vvcurveto`: curves that begin and end along the same axis. */
function sameAxisCurves(pen: Pen, values: readonly number[], isHorizontal: boolean): void {
  let across = values.length % 4 === 1 ? (values[0] ?? 0) : 0;
  for (let at = values.length % 4 === 1 ? 1 : 0; at + 3 < values.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = values.slice(at, at + 4);
    if (isHorizontal) pen.curve(a, across, b, c, d, 0);
    else pen.curve(across, a, b, c, 0, d);
    across = 0;
  }
}

function flex(pen: Pen, operator: number, values: readonly number[]): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0, j = 0, k = 0, l = 0] =
    values;
  if (operator === 35) curves(pen, [a, b, c, d, e, f, g, h, i, j, k, l]);
  else if (operator === 34) curves(pen, [a, 0, b, c, d, 0, e, 0, f, -c, g, 0]);
  else if (operator === 36) curves(pen, [a, b, c, d, e, 0, f, 0, g, h, i, -(b + d + h)]);
  else if (operator === 37) {
    const [dx, dy] = [a + c + e + g + i, b + d + f + h + j];
    const isWide = Math.abs(dx) > Math.abs(dy);
    curves(pen, [a, b, c, d, e, f, g, h, i, j, isWide ? k : -dx, isWide ? -dy : k]);
  }
}

/** Operators that draw, by number (§4.1). Each takes the whole stack. */
function draw(machine: Machine, operator: number): void {
  const { pen, stack } = machine;
  const last = stack.length;
  switch (operator) {
    case 21:
      pen.move(stack[last - 2] ?? 0, stack[last - 1] ?? 0);
      break;
    case 22:
      pen.move(stack[last - 1] ?? 0, 0);
      break;
    case 4:
      pen.move(0, stack[last - 1] ?? 0);
      break;
    case 5:
      lines(pen, stack);
      break;
    case 6:
      axisLines(pen, stack, true);
      break;
    case 7:
      axisLines(pen, stack, false);
      break;
    case 8:
      curves(pen, stack);
      break;
    case 24:
      curves(pen, stack.slice(0, -2));
      lines(pen, stack.slice(-2));
      break;
    case 25:
      lines(pen, stack.slice(0, -6));
      curves(pen, stack.slice(-6));
      break;
    case 26:
      sameAxisCurves(pen, stack, false);
      break;
    case 27:
      sameAxisCurves(pen, stack, true);
      break;
    case 30:
      axisCurves(pen, stack, false);
      break;
    case 31:
      axisCurves(pen, stack, true);
      break;
  }
  machine.stack = [];
}

function call(machine: Machine, list: readonly Uint8Array[], depth: number): void {
  const code = list[(machine.stack.pop() ?? 0) + biasOf(list.length)];
  if (code && depth < deepestCall) run(machine, code, depth + 1);
}

/** Operands of one to five bytes (§3.2); null for an operator. */
function readOperand(code: Uint8Array, at: number): readonly [value: number, end: number] | null {
  const first = code[at] ?? 0;
  const byte = (offset: number) => code[at + offset] ?? 0;
  if (first === 28) return [((byte(1) << 24) | (byte(2) << 16)) >> 16, at + 3];
  if (first < 32) return null;
  if (first <= 246) return [first - 139, at + 1];
  if (first <= 250) return [(first - 247) * 256 + byte(1) + 108, at + 2];
  if (first <= 254) return [-(first - 251) * 256 - byte(1) - 108, at + 2];
  const fixed = (byte(1) << 24) | (byte(2) << 16) | (byte(3) << 8) | byte(4);
  return [fixed / 65536, at + 5];
}

const stems: ReadonlySet<number> = new Set([1, 3, 18, 23]);
const masks: ReadonlySet<number> = new Set([19, 20]);

function run(machine: Machine, code: Uint8Array, depth: number): void {
  for (let at = 0; at < code.length && !machine.isDone; ) {
    machine.steps += 1;
    if (machine.steps > mostSteps) return;
    const operand = readOperand(code, at);
    if (operand) {
      machine.stack.push(operand[0]);
      at = operand[1];
      continue;
    }
    const operator = code[at++] ?? 14;
    if (stems.has(operator) || masks.has(operator)) {
      machine.hints += machine.stack.length >> 1;
      machine.stack = [];
      if (masks.has(operator)) at += (machine.hints + 7) >> 3;
    } else if (operator === 10) call(machine, machine.subroutines.local, depth);
    else if (operator === 29) call(machine, machine.subroutines.global, depth);
    else if (operator === 11) return;
    else if (operator === 14) {
      machine.pen.close();
      machine.isDone = true;
    } else if (operator === 12) {
      flex(machine.pen, code[at++] ?? 0, machine.stack);
      machine.stack = [];
    } else draw(machine, operator);
  }
}

/** A glyph's outline in its font's units, y up. */
export function charStringOutline(code: Uint8Array, subroutines: Subroutines): Outline {
  const pen = new Pen();
  run({ pen, subroutines, stack: [], hints: 0, steps: 0, isDone: false }, code, 0);
  pen.close();
  return pen.outline;
}
