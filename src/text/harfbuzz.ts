/**
 * HarfBuzz: from characters to glyphs. The only file that knows harfbuzzjs. It uses the package's
 * WebAssembly module directly and not its JavaScript, which starts the module while it is being
 * imported, looks for it beside itself, and makes an object of every glyph.
 * https://harfbuzz.github.io/harfbuzz-hb-shape.html
 */
import type { BufferFlag, Direction, GlyphFlag } from 'harfbuzzjs';
import { copyIn, invariant, loadWasm, type WasmModule } from '../base/index.ts';
import type { Font } from './font.ts';
import { tagNumber } from './tag-number.ts';
import type { Feature } from './types.ts';

const leftToRight: (typeof Direction)['LTR'] = 4;
const rightToLeft: (typeof Direction)['RTL'] = 5;
const topToBottom: (typeof Direction)['TTB'] = 6;
const removeDefaultIgnorables: (typeof BufferFlag)['REMOVE_DEFAULT_IGNORABLES'] = 8;
const produceUnsafeToConcat: (typeof BufferFlag)['PRODUCE_UNSAFE_TO_CONCAT'] = 64;
const unsafeToBreak: (typeof GlyphFlag)['UNSAFE_TO_BREAK'] = 1;
const unsafeToConcat: (typeof GlyphFlag)['UNSAFE_TO_CONCAT'] = 2;

/** `hb_memory_mode_t`: the blob's bytes are ours to free. */
const readOnly = 1;
const glyphRecordWords = 5;
const featureRecordBytes = 16;
const maxFeatures = 512;
const firstTextSize = 4096;

interface HarfBuzz {
  readonly wasm: WasmModule;
  readonly buffer: number;
  /** Room for the features of one call, and for one result. */
  readonly scratch: number;
  /** Room for the text of one call, and how many code units it holds. */
  text: number;
  textSize: number;
  readonly faces: WeakMap<Font, number>;
  readonly languages: Map<string, number>;
  readonly scripts: Map<string, number>;
  readonly forget: FinalizationRegistry<() => void>;
}

let loaded: HarfBuzz | undefined;

function start(): HarfBuzz {
  const wasm = loadWasm('harfbuzzjs/dist/harfbuzz.wasm', '__wasm_call_ctors');
  const buffer = wasm.call('hb_buffer_create');
  wasm.call('hb_buffer_set_flags', buffer, removeDefaultIgnorables);
  return {
    wasm,
    buffer,
    scratch: wasm.call('malloc', maxFeatures * featureRecordBytes),
    text: wasm.call('malloc', firstTextSize * 2),
    textSize: firstTextSize,
    faces: new WeakMap(),
    languages: new Map(),
    scripts: new Map(),
    forget: new FinalizationRegistry((free) => free()),
  };
}

/** Starts HarfBuzz, once. */
export function loadHarfBuzz(): void {
  loaded ??= start();
}

function harfBuzz(): HarfBuzz {
  invariant(loaded, 'text was shaped before prepareShaping was awaited');
  return loaded;
}

/** The `hb_font_t` of a font, in font units, made at first use and freed with the font. */
function faceOf(font: Font): number {
  const { wasm, faces, forget } = harfBuzz();
  const known = faces.get(font);
  if (known !== undefined) return known;
  const data = copyIn(wasm, font.bytes);
  const blob = wasm.call('hb_blob_create', data, font.bytes.length, readOnly, 0, 0);
  const face = wasm.call('hb_face_create', blob, 0);
  const pointer = wasm.call('hb_font_create', face);
  wasm.call('hb_face_destroy', face);
  wasm.call('hb_blob_destroy', blob);
  faces.set(font, pointer);
  forget.register(font, () => {
    wasm.call('hb_font_destroy', pointer);
    wasm.call('free', data);
  });
  return pointer;
}

/** A name HarfBuzz keeps for ever (a language or a script), by its text. */
function interned(cache: Map<string, number>, maker: string, name: string): number {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const { wasm } = harfBuzz();
  const text = copyIn(wasm, new TextEncoder().encode(name));
  const value = wasm.call(maker, text, name.length);
  wasm.call('free', text);
  cache.set(name, value);
  return value;
}

/** The glyph a character stands for by the font's `cmap` alone; 0 where there is none. */
export function nominalGlyph(font: Font, codePoint: number): number {
  const { wasm, scratch } = harfBuzz();
  const isThere = wasm.call('hb_font_get_nominal_glyph', faceOf(font), codePoint, scratch);
  return isThere ? (wasm.words()[scratch >> 2] ?? 0) : 0;
}

/** Glyphs in reading order, in font units. Clusters are UTF-16 offsets in the text given. */
export interface ShapedGlyphs {
  readonly count: number;
  readonly ids: Uint32Array;
  readonly clusters: Uint32Array;
  readonly advances: Int32Array;
  readonly xOffsets: Int32Array;
  readonly yOffsets: Int32Array;
  /** 1 where a line broken before the glyph's cluster would have to be shaped anew. */
  readonly unsafe: Uint8Array;
}

/** So many glyphs, all 0. */
export function emptyGlyphs(count: number): ShapedGlyphs {
  return {
    count,
    ids: new Uint32Array(count),
    clusters: new Uint32Array(count),
    advances: new Int32Array(count),
    xOffsets: new Int32Array(count),
    yOffsets: new Int32Array(count),
    unsafe: new Uint8Array(count),
  };
}

export interface ShapingOptions {
  /** ISO 15924; '' or `Zzzz` lets HarfBuzz see. */
  readonly script: string;
  /** BCP 47. */
  readonly language: string;
  readonly features: readonly Feature[];
  readonly isRightToLeft?: boolean;
  /** Glyphs stand below one another, upright: offsets are then from the middle of their upper edge. */
  readonly isUpright?: boolean;
  /** Offsets before which letters are not tied to the ones before them. */
  readonly untied?: readonly number[];
}

/** The module's room for text, grown to hold `length` code units. */
function textRoom(engine: HarfBuzz, length: number): number {
  if (length > engine.textSize) {
    engine.wasm.call('free', engine.text);
    engine.textSize = Math.max(length, engine.textSize * 2);
    engine.text = engine.wasm.call('malloc', engine.textSize * 2);
    invariant(engine.text !== 0, 'no memory left for shaping');
  }
  return engine.text;
}

function directionOf({ isUpright, isRightToLeft }: ShapingOptions): number {
  if (isUpright) return topToBottom;
  return isRightToLeft ? rightToLeft : leftToRight;
}

function fillBuffer(text: string, options: ShapingOptions): void {
  const engine = harfBuzz();
  const { wasm, buffer, languages, scripts } = engine;
  wasm.call('hb_buffer_clear_contents', buffer);
  const pointer = textRoom(engine, text.length);
  const units = new Uint16Array(wasm.bytes().buffer, pointer, text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  wasm.call('hb_buffer_add_utf16', buffer, pointer, text.length, 0, text.length);
  wasm.call('hb_buffer_set_direction', buffer, directionOf(options));
  if (options.language !== '' && /^[\w-]+$/.test(options.language)) {
    const language = interned(languages, 'hb_language_from_string', options.language);
    wasm.call('hb_buffer_set_language', buffer, language);
  }
  if (options.script === '' || options.script === 'Zzzz')
    wasm.call('hb_buffer_guess_segment_properties', buffer);
  else {
    const script = interned(scripts, 'hb_script_from_string', options.script);
    wasm.call('hb_buffer_set_script', buffer, script);
  }
}

/** A feature and the clusters it is for, `end` exclusive. */
interface RangedFeature extends Feature {
  readonly start: number;
  readonly end: number;
}

const ligatureFeatures = ['liga', 'clig', 'dlig', 'hlig'];

function rangedFeatures({ features, untied = [] }: ShapingOptions): readonly RangedFeature[] {
  return [
    ...features.map(({ tag, value }) => ({ tag, value, start: 0, end: 0xffffffff })),
    ...untied.flatMap((offset) =>
      ligatureFeatures.map((tag) => ({ tag, value: 0, start: offset - 1, end: offset })),
    ),
  ];
}

function writeFeatures(options: ShapingOptions): number {
  const { wasm, scratch } = harfBuzz();
  const words = wasm.words();
  const features = rangedFeatures(options).slice(0, maxFeatures);
  features.forEach(({ tag, value, start, end }, i) => {
    const at = (scratch + i * featureRecordBytes) >> 2;
    words[at] = tagNumber(tag);
    words[at + 1] = value;
    words[at + 2] = start;
    words[at + 3] = end;
  });
  return features.length;
}

function readGlyphs(isReversed: boolean, isUpright: boolean): ShapedGlyphs {
  const { wasm, buffer } = harfBuzz();
  const count = wasm.call('hb_buffer_get_length', buffer);
  const infos = wasm.call('hb_buffer_get_glyph_infos', buffer, 0) >> 2;
  const positions = wasm.call('hb_buffer_get_glyph_positions', buffer, 0) >> 2;
  const words = wasm.words();
  const signed = wasm.signedWords();
  const glyphs = emptyGlyphs(count);
  for (let i = 0; i < count; i++) {
    // HarfBuzz gives them from left to right.
    const at = isReversed ? count - 1 - i : i;
    const info = infos + at * glyphRecordWords;
    const position = positions + at * glyphRecordWords;
    glyphs.ids[i] = words[info] ?? 0;
    glyphs.unsafe[i] = (words[info + 1] ?? 0) & unsafeToBreak;
    glyphs.clusters[i] = words[info + 2] ?? 0;
    // Down is negative.
    glyphs.advances[i] = isUpright ? -(signed[position + 1] ?? 0) : (signed[position] ?? 0);
    glyphs.xOffsets[i] = signed[position + 2] ?? 0;
    glyphs.yOffsets[i] = signed[position + 3] ?? 0;
  }
  return glyphs;
}

function shapeBuffer(font: Font, text: string, options: ShapingOptions): void {
  const { wasm, buffer, scratch } = harfBuzz();
  const face = faceOf(font);
  fillBuffer(text, options);
  const count = writeFeatures(options);
  wasm.call('hb_shape', face, buffer, scratch, count);
}

/** Shapes a text of one font, script, language and direction. */
export function shapeGlyphs(font: Font, text: string, options: ShapingOptions): ShapedGlyphs {
  shapeBuffer(font, text, options);
  const isUpright = options.isUpright === true;
  return readGlyphs(options.isRightToLeft === true && !isUpright, isUpright);
}

/**
 * True where a text comes apart at each of some offsets, in order: whatever else stood on the one side,
 * glyphs on the other would be the same.
 */
export function comesApart(
  font: Font,
  text: string,
  offsets: readonly number[],
  options: ShapingOptions,
): boolean {
  const { wasm, buffer } = harfBuzz();
  wasm.call('hb_buffer_set_flags', buffer, removeDefaultIgnorables | produceUnsafeToConcat);
  shapeBuffer(font, text, options);
  wasm.call('hb_buffer_set_flags', buffer, removeDefaultIgnorables);
  const count = wasm.call('hb_buffer_get_length', buffer);
  const infos = wasm.call('hb_buffer_get_glyph_infos', buffer, 0) >> 2;
  const words = wasm.words();
  let found = 0;
  for (let glyph = 0; glyph < count && found < offsets.length; glyph++) {
    const info = infos + glyph * glyphRecordWords;
    if (words[info + 2] !== offsets[found]) continue;
    if ((words[info + 1] ?? 0) & unsafeToConcat) return false;
    found++;
  }
  return found === offsets.length;
}

/** What HarfBuzz calls while it draws a glyph; coordinates in font units, y up. */
export interface DrawCalls {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadraticTo(x1: number, y1: number, x2: number, y2: number): void;
  cubicTo(x1: number, y1: number, x2: number, y2: number, x3: number, y3: number): void;
  closePath(): void;
}

let drawing: { readonly functions: number; calls: DrawCalls | null } | undefined;

/** The `hb_draw_funcs_t`, made at first use: `(functions, data, state, coordinates…, data)`. */
function drawFunctions(): NonNullable<typeof drawing> {
  if (drawing) return drawing;
  const { wasm } = harfBuzz();
  const made = { functions: wasm.call('hb_draw_funcs_create'), calls: null as DrawCalls | null };
  const set = (name: string, coordinates: number, call: (...values: number[]) => void) => {
    const pointer = wasm.callback(3, coordinates, 1, (...values) => call(...values.slice(3)));
    wasm.call(`hb_draw_funcs_set_${name}_func`, made.functions, pointer, 0, 0);
  };
  set('move_to', 2, (x = 0, y = 0) => made.calls?.moveTo(x, y));
  set('line_to', 2, (x = 0, y = 0) => made.calls?.lineTo(x, y));
  set('quadratic_to', 4, (a = 0, b = 0, x = 0, y = 0) => made.calls?.quadraticTo(a, b, x, y));
  set('cubic_to', 6, (a = 0, b = 0, c = 0, d = 0, x = 0, y = 0) =>
    made.calls?.cubicTo(a, b, c, d, x, y),
  );
  set('close_path', 0, () => made.calls?.closePath());
  drawing = made;
  return made;
}

/** Draws a glyph's outline. */
export function drawGlyph(font: Font, glyph: number, calls: DrawCalls): void {
  const { wasm } = harfBuzz();
  const face = faceOf(font);
  const made = drawFunctions();
  made.calls = calls;
  wasm.call('hb_font_draw_glyph', face, glyph, made.functions, 0);
  made.calls = null;
}
