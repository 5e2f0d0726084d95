/** PDF functions (ISO 32000-1 §7.10): sampled, exponential, stitched, and PostScript's calculator. */
import {
  as,
  isKeyword,
  Lexer,
  numberOf,
  type PdfDictionary,
  type PdfFile,
  type PdfObject,
} from '../pdf/index.ts';

export type PdfFunction = (inputs: readonly number[]) => readonly number[];

const deepestStitching = 8;

function numbersOf(file: PdfFile, object: PdfObject | undefined): readonly number[] {
  const items = as(file.resolve(object), 'array')?.items ?? [];
  return items.map((item) => numberOf(file.resolve(item)) ?? 0);
}

function clampTo(values: readonly number[], limits: readonly number[]): readonly number[] {
  return values.map((value, index) => {
    const low = limits[index * 2];
    const high = limits[index * 2 + 1];
    return low === undefined || high === undefined ? value : Math.min(high, Math.max(low, value));
  });
}

function interpolate(x: number, x0: number, x1: number, y0: number, y1: number): number {
  return x1 === x0 ? y0 : y0 + ((x - x0) * (y1 - y0)) / (x1 - x0);
}

function exponential(file: PdfFile, entries: PdfDictionary['entries']): PdfFunction {
  const from = entries.has('C0') ? numbersOf(file, entries.get('C0')) : [0];
  const to = entries.has('C1') ? numbersOf(file, entries.get('C1')) : [1];
  const power = numberOf(file.resolve(entries.get('N'))) ?? 1;
  return ([x = 0]) => {
    const share = power === 1 ? x : x ** power;
    return from.map((value, index) => value + share * ((to[index] ?? 0) - value));
  };
}

function stitched(file: PdfFile, entries: PdfDictionary['entries'], depth: number): PdfFunction {
  const parts = (as(file.resolve(entries.get('Functions')), 'array')?.items ?? []).map((item) =>
    readFunction(file, item, depth + 1),
  );
  const [low = 0, high = 1] = numbersOf(file, entries.get('Domain'));
  const bounds = numbersOf(file, entries.get('Bounds'));
  const encode = numbersOf(file, entries.get('Encode'));
  return ([x = 0]) => {
    const found = bounds.findIndex((bound) => x < bound);
    const index = found < 0 ? parts.length - 1 : found;
    const start = index === 0 ? low : (bounds[index - 1] ?? low);
    const end = bounds[index] ?? high;
    const inner = interpolate(x, start, end, encode[index * 2] ?? 0, encode[index * 2 + 1] ?? 1);
    return parts[index]?.([inner]) ?? [];
  };
}

/** Samples of 1–32 bits, most significant first. */
function readSamples(bytes: Uint8Array, bits: number, count: number): Float64Array {
  const samples = new Float64Array(count);
  const largest = 2 ** bits - 1;
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    let value = 0;
    for (let bit = 0; bit < bits; bit += 1, at += 1)
      value = value * 2 + (((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
    samples[index] = value / largest;
  }
  return samples;
}

/** Type 0, linear between samples in every dimension. */
function sampled(file: PdfFile, object: PdfObject): PdfFunction | null {
  const stream = as(object, 'stream');
  const bytes = stream && file.decode(stream);
  if (!stream || !bytes) return null;
  const { entries } = stream.dictionary;
  const domain = numbersOf(file, entries.get('Domain'));
  const range = numbersOf(file, entries.get('Range'));
  const sizes = numbersOf(file, entries.get('Size'));
  const bits = numberOf(file.resolve(entries.get('BitsPerSample'))) ?? 8;
  const outputs = range.length / 2;
  const count = sizes.reduce((product, size) => product * size, outputs);
  if (!(count > 0) || count > 4_000_000 || bits > 32) return null;
  const samples = readSamples(bytes, bits, count);
  const encode = entries.has('Encode')
    ? numbersOf(file, entries.get('Encode'))
    : sizes.flatMap((size) => [0, size - 1]);
  const decode = entries.has('Decode') ? numbersOf(file, entries.get('Decode')) : range;
  return (inputs) => {
    const places = sizes.map((size, index) => {
      const x = interpolate(
        inputs[index] ?? 0,
        domain[index * 2] ?? 0,
        domain[index * 2 + 1] ?? 1,
        encode[index * 2] ?? 0,
        encode[index * 2 + 1] ?? size - 1,
      );
      return Math.min(size - 1, Math.max(0, x));
    });
    const result = new Array<number>(outputs).fill(0);
    for (let corner = 0; corner < 2 ** sizes.length; corner += 1) {
      let weight = 1;
      let at = 0;
      let step = 1;
      places.forEach((place, index) => {
        const size = sizes[index] ?? 1;
        const base = Math.floor(place);
        const isUpper = (corner >> index) & 1;
        weight *= isUpper ? place - base : 1 - (place - base);
        at += Math.min(size - 1, base + isUpper) * step;
        step *= size;
      });
      if (weight > 0)
        for (let output = 0; output < outputs; output += 1)
          result[output] = (result[output] ?? 0) + weight * (samples[at * outputs + output] ?? 0);
    }
    return result.map((value, index) =>
      interpolate(value, 0, 1, decode[index * 2] ?? 0, decode[index * 2 + 1] ?? 1),
    );
  };
}

type Procedure = readonly (number | boolean | string | Procedure)[];

function readProcedure(lexer: Lexer, depth: number): Procedure {
  const steps: (number | boolean | string | Procedure)[] = [];
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (isKeyword(token)) {
      if (token.value === '}') break;
      steps.push(token.value === '{' && depth < 16 ? readProcedure(lexer, depth + 1) : token.value);
    } else if (typeof token === 'number' || typeof token === 'boolean') steps.push(token);
  }
  return steps;
}

type Operator = (stack: number[]) => void;

const unary =
  (compute: (x: number) => number): Operator =>
  (stack) => {
    stack.push(compute(stack.pop() ?? 0));
  };
const binary =
  (compute: (a: number, b: number) => number): Operator =>
  (stack) => {
    const b = stack.pop() ?? 0;
    stack.push(compute(stack.pop() ?? 0, b));
  };
const degrees = 180 / Math.PI;

/** Table 42. Truth is 1 and 0. */
const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['abs', unary(Math.abs)],
  ['add', binary((a, b) => a + b)],
  ['atan', binary((a, b) => (Math.atan2(a, b) * degrees + 360) % 360)],
  ['ceiling', unary(Math.ceil)],
  ['cos', unary((x) => Math.cos(x / degrees))],
  ['cvi', unary(Math.trunc)],
  ['cvr', unary((x) => x)],
  ['div', binary((a, b) => (b === 0 ? 0 : a / b))],
  ['exp', binary((a, b) => a ** b)],
  ['floor', unary(Math.floor)],
  ['idiv', binary((a, b) => (b === 0 ? 0 : Math.trunc(a / b)))],
  ['ln', unary(Math.log)],
  ['log', unary(Math.log10)],
  ['mod', binary((a, b) => (b === 0 ? 0 : a % b))],
  ['mul', binary((a, b) => a * b)],
  ['neg', unary((x) => -x)],
  ['round', unary(Math.round)],
  ['sin', unary((x) => Math.sin(x / degrees))],
  ['sqrt', unary((x) => Math.sqrt(Math.max(0, x)))],
  ['sub', binary((a, b) => a - b)],
  ['truncate', unary(Math.trunc)],
  ['and', binary((a, b) => a & b)],
  ['or', binary((a, b) => a | b)],
  ['xor', binary((a, b) => a ^ b)],
  ['not', unary((x) => (x === 0 ? 1 : 0))],
  ['bitshift', binary((a, b) => (b >= 0 ? a << b : a >> -b))],
  ['eq', binary((a, b) => Number(a === b))],
  ['ne', binary((a, b) => Number(a !== b))],
  ['gt', binary((a, b) => Number(a > b))],
  ['ge', binary((a, b) => Number(a >= b))],
  ['lt', binary((a, b) => Number(a < b))],
  ['le', binary((a, b) => Number(a <= b))],
  ['pop', (stack) => void stack.pop()],
  [
    'exch',
    (stack) => {
      const [b, a] = [stack.pop() ?? 0, stack.pop() ?? 0];
      stack.push(b, a);
    },
  ],
  ['dup', (stack) => void stack.push(stack.at(-1) ?? 0)],
  [
    'copy',
    (stack) => {
      const count = stack.pop() ?? 0;
      if (count > 0) stack.push(...stack.slice(-count));
    },
  ],
  ['index', (stack) => void stack.push(stack.at(-1 - (stack.pop() ?? 0)) ?? 0)],
  [
    'roll',
    (stack) => {
      const by = stack.pop() ?? 0;
      const count = Math.min(stack.length, Math.max(0, stack.pop() ?? 0));
      if (count === 0) return;
      const top = stack.splice(stack.length - count, count);
      const shift = ((by % count) + count) % count;
      stack.push(...top.slice(count - shift), ...top.slice(0, count - shift));
    },
  ],
]);

function runProcedure(procedure: Procedure, stack: number[]): void {
  const isProcedure = (step: Procedure[number] | undefined): step is Procedure =>
    typeof step === 'object';
  procedure.forEach((step, index) => {
    if (typeof step === 'number') stack.push(step);
    else if (typeof step === 'boolean') stack.push(Number(step));
    else if (step === 'if' || step === 'ifelse') {
      const last = procedure[index - 1];
      const first = procedure[index - 2];
      const isTrue = stack.pop() !== 0;
      if (step === 'if' && isTrue && isProcedure(last)) runProcedure(last, stack);
      if (step === 'ifelse' && isProcedure(first) && isProcedure(last))
        runProcedure(isTrue ? first : last, stack);
    } else if (typeof step === 'string') operators.get(step)?.(stack);
  });
}

function calculator(file: PdfFile, object: PdfObject): PdfFunction | null {
  const stream = as(object, 'stream');
  const bytes = stream && file.decode(stream);
  if (!bytes) return null;
  const lexer = new Lexer(bytes, 0, false);
  lexer.next();
  const procedure = readProcedure(lexer, 0);
  return (inputs) => {
    const stack = [...inputs];
    runProcedure(procedure, stack);
    return stack;
  };
}

/** A function object; one that cannot be read gives nothing. */
export function readFunction(file: PdfFile, object: PdfObject | undefined, depth = 0): PdfFunction {
  const resolved = file.resolve(object);
  const dictionary = as(resolved, 'dictionary') ?? as(resolved, 'stream')?.dictionary;
  if (!dictionary || depth > deepestStitching) return () => [];
  const { entries } = dictionary;
  const domain = numbersOf(file, entries.get('Domain'));
  const range = numbersOf(file, entries.get('Range'));
  const byType = [
    () => sampled(file, resolved),
    () => null,
    () => exponential(file, entries),
    () => stitched(file, entries, depth),
    () => calculator(file, resolved),
  ];
  const compute = byType[numberOf(file.resolve(entries.get('FunctionType'))) ?? 1]?.() ?? null;
  if (!compute) return () => [];
  return (inputs) => clampTo(compute(clampTo(inputs, domain)), range);
}
