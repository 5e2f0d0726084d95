/** Text objects, state and showing (ISO 32000-1 §9.3, §9.4). */
import { axisScales, identity, type Matrix, multiply } from '../../base/index.ts';
import { as, nameOf, type PdfObject } from '../../pdf/index.ts';
import type { ContentFont } from './font.ts';
import type { Run } from './run.ts';
import { type GraphicsState, intersect, transformRect } from './state.ts';

/** The matrices of the text object in progress. */
export interface TextMatrices {
  readonly text: Matrix;
  readonly line: Matrix;
}

export const initialTextMatrices: TextMatrices = { text: identity, line: identity };

/** Letters reach this far above and below the baseline where the font is not asked, in em. */
const usualAscent = 0.72;
const usualDescent = 0.2;

interface Shown {
  readonly text: string;
  readonly advance: number;
  readonly missingGlyphs: number;
  readonly unmappedCodes: number;
}

function codeAt(bytes: Uint8Array, at: number, { codeBytes }: ContentFont): number {
  return codeBytes === 2 ? (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0) : (bytes[at] ?? 0);
}

/** Along the baseline, before horizontal scaling. */
function advanceOf(code: number, font: ContentFont, state: GraphicsState): number {
  const word = font.codeBytes === 1 && code === 32 ? state.wordSpace : 0;
  return font.widthOf(code) * state.fontSize + state.characterSpace + word;
}

/** Reads a string's codes: their letters and the advance along the baseline, unscaled. */
function readCodes(bytes: Uint8Array, font: ContentFont, state: GraphicsState): Shown {
  let text = '';
  let advance = 0;
  let missingGlyphs = 0;
  let unmappedCodes = 0;
  for (let at = 0; at < bytes.length; at += font.codeBytes) {
    const code = codeAt(bytes, at, font);
    const letters = font.textOf(code);
    text += letters ?? '\ufffd';
    if (letters === null) unmappedCodes += 1;
    if (code === 0 && font.isIdentity) missingGlyphs += 1;
    advance += advanceOf(code, font, state);
  }
  return { text, advance, missingGlyphs, unmappedCodes };
}

/** `TJ` of strings and adjustments; a plain `Tj` is one string. One event for the whole line. */
function showText(run: Run, items: readonly PdfObject[]): void {
  const { state } = run;
  const { font, horizontalScale, fontSize, rise } = state;
  const parts: Shown[] = [];
  const shownFrom = multiply(state.matrix, run.text.text);
  let advance = 0;
  for (const item of items) {
    if (typeof item === 'number') advance -= (item / 1000) * fontSize * horizontalScale;
    const bytes = as(item, 'string')?.bytes;
    if (!bytes || !font) continue;
    const shown = readCodes(bytes, font, state);
    parts.push(shown);
    if (run.device && font) paintGlyphs(run, bytes, font, shownFrom, advance);
    advance += shown.advance * horizontalScale;
  }
  paintText(run, parts, shownFrom, {
    x: Math.min(0, advance),
    y: rise - usualDescent * fontSize,
    width: Math.abs(advance),
    height: (usualAscent + usualDescent) * fontSize,
  });
  run.text = { ...run.text, text: multiply(run.text.text, [1, 0, 0, 1, advance, 0]) };
}

/** A string's glyphs one by one, each from where the last one ended (§9.4.4). */
function paintGlyphs(
  run: Run,
  bytes: Uint8Array,
  font: ContentFont,
  matrix: Matrix,
  from: number,
): void {
  const { state } = run;
  const { fontSize, horizontalScale, rise } = state;
  let x = from;
  for (let at = 0; at < bytes.length; at += font.codeBytes) {
    const code = codeAt(bytes, at, font);
    const place: Matrix = [fontSize * horizontalScale, 0, 0, fontSize, x, rise];
    run.device?.glyph(run, font, code, multiply(matrix, place));
    x += advanceOf(code, font, state) * horizontalScale;
  }
}

function paintText(
  run: Run,
  parts: readonly Shown[],
  matrix: Matrix,
  box: { x: number; y: number; width: number; height: number },
): void {
  const { state } = run;
  const mode = state.renderingMode % 4;
  const strokes = mode === 1;
  const sum = (of: (shown: Shown) => number) => parts.reduce((total, part) => total + of(part), 0);
  run.paint({
    kind: 'text',
    rect: intersect(transformRect(matrix, box), state.clip),
    color: strokes ? state.stroke : state.fill,
    font: state.font,
    sizePt: Math.abs(state.fontSize) * axisScales(matrix).y,
    text: parts.map((part) => part.text).join(''),
    missingGlyphs: sum((part) => part.missingGlyphs),
    unmappedCodes: sum((part) => part.unmappedCodes),
    isInvisible: mode === 3,
    overprints: strokes ? state.strokeOverprints : state.fillOverprints,
    overprintMode: state.overprintMode,
    alpha: strokes ? state.strokeAlpha : state.fillAlpha,
    blend: state.blend,
  });
}

function moveLine(run: Run, x: number, y: number): void {
  const line = multiply(run.text.line, [1, 0, 0, 1, x, y]);
  run.text = { text: line, line };
}

type TextOperator = (run: Run, values: readonly number[], operands: readonly PdfObject[]) => void;

/** An operator that sets one number of the state. */
function setting(change: (state: GraphicsState, value: number) => void): TextOperator {
  return (run, [value = 0]) => change(run.state, value);
}

const nextLine: TextOperator = (run) => moveLine(run, 0, -run.state.leading);

export const textOperators: ReadonlyMap<string, TextOperator> = new Map<string, TextOperator>([
  [
    'BT',
    (run) => {
      run.text = initialTextMatrices;
    },
  ],
  ['ET', (run) => run.device?.endText(run)],
  [
    'Tc',
    setting((state, value) => {
      state.characterSpace = value;
    }),
  ],
  [
    'Tw',
    setting((state, value) => {
      state.wordSpace = value;
    }),
  ],
  [
    'Tz',
    setting((state, percent) => {
      state.horizontalScale = percent / 100;
    }),
  ],
  [
    'TL',
    setting((state, value) => {
      state.leading = value;
    }),
  ],
  [
    'Ts',
    setting((state, value) => {
      state.rise = value;
    }),
  ],
  [
    'Tr',
    setting((state, value) => {
      state.renderingMode = value;
    }),
  ],
  [
    'Tf',
    (run, values, [name]) => {
      run.state.font = run.fontOf(nameOf(name) ?? '');
      run.state.fontSize = values[0] ?? 0;
    },
  ],
  ['Td', (run, [x = 0, y = 0]) => moveLine(run, x, y)],
  [
    'TD',
    (run, [x = 0, y = 0]) => {
      run.state.leading = -y;
      moveLine(run, x, y);
    },
  ],
  [
    'Tm',
    (run, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]) => {
      run.text = { text: [a, b, c, d, e, f], line: [a, b, c, d, e, f] };
    },
  ],
  ['T*', nextLine],
  ['Tj', (run, _, operands) => showText(run, operands)],
  ['TJ', (run, _, [array]) => showText(run, as(array, 'array')?.items ?? [])],
  [
    "'",
    (run, values, operands) => {
      nextLine(run, values, operands);
      showText(run, operands);
    },
  ],
  [
    '"',
    (run, [wordSpace = 0, characterSpace = 0], operands) => {
      run.state.wordSpace = wordSpace;
      run.state.characterSpace = characterSpace;
      nextLine(run, [], []);
      showText(run, operands.slice(2));
    },
  ],
]);
