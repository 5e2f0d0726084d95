/**
 * Reads a page's content streams, with the forms and patterns they paint, into a list of painting
 * events (ISO 32000-1 §7.8, §8). Bounded in depth and in work, whatever the file says.
 */
import { type Matrix, multiply, type Rect } from '../../base/index.ts';
import {
  as,
  isKeyword,
  Lexer,
  nameOf,
  numberOf,
  type PdfDictionary,
  type PdfFile,
  type PdfObject,
  type PdfStream,
  readRectangle,
} from '../../pdf/index.ts';
import { type ContentColor, readColorSpace } from './color-space.ts';
import type { Device } from './device.ts';
import type { PaintEvent } from './events.ts';
import { type ContentFont, readFont } from './font.ts';
import { boxOutline } from './outline.ts';
import { emptyPath, pathOperators } from './path-operators.ts';
import { isImage, paintPicture } from './pictures.ts';
import type { Run } from './run.ts';
import { type GraphicsState, initialState, intersect, transformRect } from './state.ts';
import { stateOperators } from './state-operators.ts';
import { initialTextMatrices, textOperators } from './text-operators.ts';

/** Forms within forms. */
const deepestForm = 24;
/** Operators on one page, counting a form's each time it is painted. */
const mostOperators = 3_000_000;
/** What entering a form costs, in operators: forms of nothing but forms must come to an end too. */
const formCost = 100;

/** What all streams of one file share. */
export interface Reader {
  readonly file: PdfFile;
  readonly fonts: Map<PdfDictionary, ContentFont>;
}

export interface PageContent {
  readonly events: readonly PaintEvent[];
  /** Fonts that show text, in order of first use. */
  readonly fonts: readonly ContentFont[];
  /** False where a stream could not be decoded or the page is beyond our limits. */
  readonly isWhole: boolean;
}

interface Page {
  readonly reader: Reader;
  readonly events: PaintEvent[];
  readonly device: Device | null;
  /** Place in the painting order of all that a replay paints; null while the page itself is read. */
  readonly replayed: number | null;
  operators: number;
  isWhole: boolean;
}

function startRun(
  page: Page,
  resources: PdfDictionary | null,
  state: GraphicsState,
  depth: number,
): Run {
  const { file } = page.reader;
  const run: Run = {
    file,
    resources,
    state,
    path: emptyPath(),
    text: initialTextMatrices,
    saved: [],
    depth,
    device: page.device,
    baseMatrix: state.matrix,
    paint: (event) => {
      page.events.push(event);
    },
    order: () => page.replayed ?? page.events.length,
    replay: (stream, from, device) => replay(page, run, stream, from, device),
    paintPattern: (color, rect) => paintPattern(page, run, color, rect),
    fontOf: (name) => fontOf(page.reader, resources, name),
  };
  return run;
}

function fontOf(reader: Reader, resources: PdfDictionary | null, name: string): ContentFont | null {
  const { file, fonts } = reader;
  const list = resources && file.entry(resources, 'Font', 'dictionary');
  const dictionary = list && file.entry(list, name, 'dictionary');
  if (!dictionary) return null;
  const font = fonts.get(dictionary) ?? readFont(file, dictionary);
  fonts.set(dictionary, font);
  return font;
}

/** A form's or pattern's `Matrix`. */
export function matrixOf(file: PdfFile, dictionary: PdfDictionary): Matrix {
  const items = file.entry(dictionary, 'Matrix', 'array')?.items ?? [];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = items.map(
    (item) => numberOf(file.resolve(item)) ?? 0,
  );
  return [a, b, c, d, e, f];
}

/** Runs a form's or a pattern cell's content, clipped to its `BBox`, in a state of its own. */
function runStream(page: Page, run: Run, stream: PdfStream, state: GraphicsState): void {
  const { file } = page.reader;
  const { dictionary } = stream;
  page.operators += formCost;
  const bytes = run.depth < deepestForm ? file.decode(stream) : null;
  if (!bytes) {
    page.isWhole = false;
    return;
  }
  const box = readRectangle(file, dictionary.entries.get('BBox'));
  const clip = box ? intersect(transformRect(state.matrix, box), state.clip) : state.clip;
  const clipPath =
    box && page.device
      ? {
          outline: boxOutline(state.matrix, box),
          isEvenOdd: false,
          above: state.clipPath,
        }
      : state.clipPath;
  const resources = file.entry(dictionary, 'Resources', 'dictionary') ?? run.resources;
  execute(page, startRun(page, resources, { ...state, clip, clipPath }, run.depth + 1), bytes);
}

/** The same content for another device; what it paints is no event of the page. */
function replay(
  page: Page,
  run: Run,
  stream: PdfStream,
  state: GraphicsState,
  device: Device,
): void {
  const beside: Page = { ...page, events: [], device, replayed: run.order() };
  runStream(beside, run, stream, state);
  page.operators = beside.operators;
  page.isWhole &&= beside.isWhole;
}

function paintForm(page: Page, run: Run, form: PdfStream): void {
  const { file } = page.reader;
  const { state } = run;
  const matrix = multiply(state.matrix, matrixOf(file, form.dictionary));
  const group = file.entry(form.dictionary, 'Group', 'dictionary');
  // A transparency group begins opaque (§11.6.6); its own result is blended as a whole.
  const reset = group ? { fillAlpha: 1, strokeAlpha: 1, blend: 'Normal', softMask: null } : {};
  if (group) page.device?.beginGroup(run, group);
  runStream(page, run, form, { ...state, ...reset, matrix });
  if (group) page.device?.endGroup(run);
}

function paintPattern(page: Page, run: Run, color: ContentColor, rect: Rect | null): boolean {
  const { file } = page.reader;
  if (color.pattern === null || color.space.family !== 'Pattern') return false;
  const list = run.resources && file.entry(run.resources, 'Pattern', 'dictionary');
  const object = list && file.resolve(list.entries.get(color.pattern));
  const cell = as(object, 'stream');
  const dictionary = cell?.dictionary ?? as(object, 'dictionary');
  if (!dictionary) return true;
  const shading = file.entry(dictionary, 'Shading', 'dictionary');
  if (shading) paintShading(run, shading, rect);
  if (!cell) return true;
  const matrix = multiply(run.baseMatrix, matrixOf(file, dictionary));
  const base = color.space.base ?? run.state.fill.space;
  const ink: ContentColor = { space: base, values: color.values, pattern: null };
  const state = {
    ...initialState(matrix, rect ?? { x: 0, y: 0, width: 0, height: 0 }),
    clip: rect,
  };
  const isUncolored = numberOf(file.resolve(dictionary.entries.get('PaintType'))) === 2;
  // A device paints the cells itself, as often as it needs them.
  const silent: Page = page.device ? { ...page, device: null } : page;
  runStream(silent, run, cell, isUncolored ? { ...state, fill: ink, stroke: ink } : state);
  return true;
}

function paintShading(run: Run, shading: PdfDictionary, rect: Rect | null): void {
  const { state } = run;
  run.paint({
    kind: 'shading',
    rect,
    space: readColorSpace(run.file, shading.entries.get('ColorSpace'), run.resources),
    overprints: state.fillOverprints,
    overprintMode: state.overprintMode,
    alpha: state.fillAlpha,
    blend: state.blend,
  });
}

/** `Do`: an image or a form. */
function paintObject(page: Page, run: Run, name: string): void {
  const { file } = page.reader;
  const list = run.resources && file.entry(run.resources, 'XObject', 'dictionary');
  const entry = list?.entries.get(name);
  const stream = as(file.resolve(entry), 'stream');
  if (!stream) {
    page.isWhole = false;
    return;
  }
  const { dictionary } = stream;
  // An object may belong to a layer as a whole (§8.11.3.3).
  const layer = file.entry(dictionary, 'OC', 'dictionary');
  if (layer) run.device?.beginContent(run, layer);
  if (isImage(file, dictionary))
    paintPicture(run, { dictionary, stream, object: as(entry, 'reference')?.number ?? null });
  else paintForm(page, run, stream);
  if (layer) run.device?.endContent();
}

function paintNamedShading(run: Run, name: string): void {
  const list = run.resources && run.file.entry(run.resources, 'Shading', 'dictionary');
  const shading = list && run.file.entry(list, name, 'dictionary');
  if (!shading) return;
  run.device?.shading(run, run.file.resolve(list?.entries.get(name)));
  paintShading(run, shading, run.state.clip);
}

/** `BI … ID … EI`: the dictionary's entries come as operands; the data are skipped. */
function paintInline(run: Run, lexer: Lexer, bytes: Uint8Array): void {
  const entries = new Map<string, PdfObject>();
  for (;;) {
    const key = lexer.next();
    if (key === undefined || isKeyword(key)) break;
    const value = lexer.next();
    if (value !== undefined && !isKeyword(value)) entries.set(nameOf(key) ?? '', value);
  }
  const isSpace = (at: number) => at >= bytes.length || (bytes[at] ?? 0) <= 32;
  let at = lexer.at + 1;
  while (at < bytes.length) {
    const found = bytes[at] === 0x45 && bytes[at + 1] === 0x49;
    if (found && isSpace(at - 1) && isSpace(at + 2)) break;
    at += 1;
  }
  const dictionary: PdfDictionary = { kind: 'dictionary', entries };
  const raw = bytes.subarray(lexer.at + 1, Math.max(lexer.at + 1, at - 1));
  lexer.at = at + 2;
  paintPicture(run, { dictionary, stream: { kind: 'stream', dictionary, raw }, object: null });
}

/** Marked content, for devices that ask what a mark belongs to. */
function markContent(run: Run, device: Device, name: string, properties: PdfObject | undefined) {
  if (name === 'EMC') device.endContent();
  if (name !== 'BDC' && name !== 'BMC') return;
  const { file, resources } = run;
  const list = resources && file.entry(resources, 'Properties', 'dictionary');
  const key = nameOf(properties);
  device.beginContent(run, key !== null && list ? file.entry(list, key, 'dictionary') : null);
}

function execute(page: Page, run: Run, bytes: Uint8Array): void {
  const lexer = new Lexer(bytes, 0, false);
  let operands: PdfObject[] = [];
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!isKeyword(token)) {
      operands.push(token);
      continue;
    }
    page.operators += 1;
    if (page.operators > mostOperators) {
      page.isWhole = false;
      return;
    }
    const values = operands.filter((operand) => typeof operand === 'number');
    const { value: name } = token;
    const known = pathOperators.get(name) ?? textOperators.get(name) ?? stateOperators.get(name);
    if (known) known(run, values, operands);
    else if (name === 'Do') paintObject(page, run, nameOf(operands[0]) ?? '');
    else if (name === 'sh') paintNamedShading(run, nameOf(operands[0]) ?? '');
    else if (name === 'BI') paintInline(run, lexer, bytes);
    else if (run.device) markContent(run, run.device, name, operands[1]);
    operands = [];
  }
}

/** The page's streams as one (§7.8.2): a token never spans two of them. */
function pageBytes(file: PdfFile, page: PdfDictionary): Uint8Array | null {
  const contents = file.resolve(page.entries.get('Contents'));
  if (contents === null) return new Uint8Array();
  const parts = as(contents, 'array')?.items ?? [contents];
  const decoded: Uint8Array[] = [];
  for (const part of parts) {
    const stream = as(file.resolve(part), 'stream');
    const bytes = stream && file.decode(stream);
    if (!bytes) return null;
    decoded.push(bytes, Uint8Array.of(10));
  }
  return new Uint8Array(Buffer.concat(decoded));
}

/**
 * Everything a page paints. `matrix` leads from the page's user space to pt from the trim box's
 * top left, y down; `clip` is the media box there. A device paints along.
 */
export function readPageContent(
  reader: Reader,
  dictionary: PdfDictionary,
  resources: PdfDictionary | null,
  matrix: Matrix,
  clip: Rect,
  device: Device | null = null,
): PageContent {
  const bytes = pageBytes(reader.file, dictionary);
  const page: Page = {
    reader,
    events: [],
    device,
    replayed: null,
    operators: 0,
    isWhole: bytes !== null,
  };
  if (bytes) execute(page, startRun(page, resources, initialState(matrix, clip), 0), bytes);
  const fonts = new Set<ContentFont>();
  for (const event of page.events) if (event.kind === 'text' && event.font) fonts.add(event.font);
  return { events: page.events, fonts: [...fonts], isWhole: page.isWhole };
}
