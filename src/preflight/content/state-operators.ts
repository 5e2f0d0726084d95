/** Graphics state and colour operators (ISO 32000-1 §8.4.4, §8.6.8), and `gs` dictionaries. */
import { type Matrix, multiply } from '../../base/index.ts';
import { as, nameOf, numberOf, type PdfObject } from '../../pdf/index.ts';
import {
  type ColorSpace,
  type ContentColor,
  deviceCmyk,
  deviceGray,
  deviceRgb,
  readColorSpace,
} from './color-space.ts';
import type { Run } from './run.ts';

type Side = 'fill' | 'stroke';
type StateOperator = (run: Run, values: readonly number[], operands: readonly PdfObject[]) => void;

function setColor(run: Run, side: Side, color: ContentColor): void {
  run.state[side] = color;
}

const device =
  (side: Side, space: ColorSpace): StateOperator =>
  (run, values) =>
    setColor(run, side, { space, values, pattern: null });

/** The colour a space begins with (§8.6.8): black, or full tint for inks. */
function initialValues({ family, components }: ColorSpace): readonly number[] {
  if (family === 'DeviceCMYK') return [0, 0, 0, 1];
  const isInk = family === 'Separation' || family === 'DeviceN';
  return new Array<number>(components).fill(isInk ? 1 : 0);
}

const chooseSpace =
  (side: Side): StateOperator =>
  (run, _, [name]) => {
    const space = readColorSpace(run.file, name, run.resources);
    setColor(run, side, { space, values: initialValues(space), pattern: null });
  };

const chooseValues =
  (side: Side): StateOperator =>
  (run, values, operands) =>
    setColor(run, side, { space: run.state[side].space, values, pattern: nameOf(operands.at(-1)) });

/** Entries of a graphics state dictionary that rules ask for (table 58). */
function applyDictionary(run: Run, name: string): void {
  const { file, resources } = run;
  const list = resources && file.entry(resources, 'ExtGState', 'dictionary');
  const dictionary = list && file.entry(list, name, 'dictionary');
  if (!dictionary) return;
  const value = (key: string) => file.resolve(dictionary.entries.get(key));
  const number = (key: string, otherwise: number) => numberOf(value(key)) ?? otherwise;
  const stroke = value('OP');
  const fill = value('op') ?? stroke;
  const { state } = run;
  if (typeof stroke === 'boolean') state.strokeOverprints = stroke;
  if (typeof fill === 'boolean') state.fillOverprints = fill;
  state.overprintMode = number('OPM', state.overprintMode);
  state.lineWidth = number('LW', state.lineWidth);
  state.lineCap = number('LC', state.lineCap);
  state.lineJoin = number('LJ', state.lineJoin);
  state.miterLimit = number('ML', state.miterLimit);
  state.fillAlpha = number('ca', state.fillAlpha);
  state.strokeAlpha = number('CA', state.strokeAlpha);
  state.blend = blendOf(value('BM'), state.blend);
  const mask = value('SMask');
  const dictionaryOfMask = as(mask, 'dictionary');
  if (dictionaryOfMask) state.softMask = { dictionary: dictionaryOfMask, matrix: state.matrix };
  else if (nameOf(mask) === 'None') state.softMask = null;
}

/** A blend mode's name, or the first of several to choose from. */
function blendOf(object: PdfObject, otherwise: string): string {
  return nameOf(object) ?? nameOf(as(object, 'array')?.items[0]) ?? otherwise;
}

/** States saved deeper than this are not from an honest file. */
const deepestState = 512;

export const stateOperators: ReadonlyMap<string, StateOperator> = new Map<string, StateOperator>([
  [
    'q',
    (run) => {
      if (run.saved.length < deepestState) run.saved.push({ ...run.state });
    },
  ],
  [
    'Q',
    (run) => {
      run.state = run.saved.pop() ?? run.state;
    },
  ],
  [
    'cm',
    (run, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]) => {
      const inner: Matrix = [a, b, c, d, e, f];
      run.state.matrix = multiply(run.state.matrix, inner);
    },
  ],
  [
    'w',
    (run, [lineWidth = 0]) => {
      run.state.lineWidth = lineWidth;
    },
  ],
  [
    'J',
    (run, [lineCap = 0]) => {
      run.state.lineCap = lineCap;
    },
  ],
  [
    'j',
    (run, [lineJoin = 0]) => {
      run.state.lineJoin = lineJoin;
    },
  ],
  [
    'M',
    (run, [miterLimit = 10]) => {
      run.state.miterLimit = miterLimit;
    },
  ],
  [
    'd',
    (run, [dashPhase = 0], [dashes]) => {
      const lengths = as(dashes, 'array')?.items ?? [];
      run.state.dash = lengths.map((length) => numberOf(length) ?? 0);
      run.state.dashPhase = dashPhase;
    },
  ],
  ['gs', (run, _, [name]) => applyDictionary(run, nameOf(name) ?? '')],
  ['g', device('fill', deviceGray)],
  ['G', device('stroke', deviceGray)],
  ['rg', device('fill', deviceRgb)],
  ['RG', device('stroke', deviceRgb)],
  ['k', device('fill', deviceCmyk)],
  ['K', device('stroke', deviceCmyk)],
  ['cs', chooseSpace('fill')],
  ['CS', chooseSpace('stroke')],
  ['sc', chooseValues('fill')],
  ['SC', chooseValues('stroke')],
  ['scn', chooseValues('fill')],
  ['SCN', chooseValues('stroke')],
]);
