/**
 * Long documents are shaped word by word: most of their words have been there before. A word is taken
 * on its own, with the space after it, where nothing that HarfBuzz does reaches over that space. Rules of
 * any reach are looked for by HarfBuzz itself; of ligatures and kerning, which it would suspect wherever
 * a letter might have been part of one, a look at the letters around the space tells.
 * https://harfbuzz.github.io/harfbuzz-hb-buffer.html#hb-glyph-flags-t
 */
import type { Font } from './font.ts';
import {
  comesApart,
  emptyGlyphs,
  type ShapedGlyphs,
  type ShapingOptions,
  shapeGlyphs,
} from './harfbuzz.ts';
import { type FontRun, itemize, shapeableText } from './itemize.ts';
import {
  featuresOf,
  measureRuns,
  off,
  type ShapedRun,
  type ShapedText,
  shapeText,
  shapeUntied,
  styleKey,
} from './shape.ts';
import type { TextStyle } from './types.ts';

const space = 0x20;
/** Features whose rules look at neighbours alone, left out. */
const withoutNear = off('kern', 'ccmp', 'liga', 'clig', 'dlig', 'hlig');
/** How many letters before and after a space they look at, if any. */
const reach = { before: 1, after: 3 } as const;
/** Of shorter texts there is little to save. */
const shortestText = 200;
/** Words and seams remembered of a font in one style. */
const memorySize = 50_000;
/** A font that has refused so many words is asked no more. */
const mostRefused = 20;

/** What is known of a font in one style and script. */
interface Memory {
  readonly font: Font;
  readonly options: ShapingOptions;
  /** Null for a word that does not stand on its own. */
  readonly words: Map<string, ShapedGlyphs | null>;
  /** By the letters around a space: does the text come apart after it? */
  readonly seams: Map<string, boolean>;
  refused: number;
}

const memories = new WeakMap<Font, Map<string, Memory>>();

function memoryOf(style: TextStyle, { font, script }: FontRun): Memory {
  const ofFont = memories.get(font) ?? new Map<string, Memory>();
  memories.set(font, ofFont);
  const key = styleKey(style) + script;
  const known = ofFont.get(key);
  if (known && known.words.size + known.seams.size < memorySize) return known;
  const options = { script, language: style.language, features: featuresOf(style) };
  const memory = { font, options, words: new Map(), seams: new Map(), refused: 0 };
  ofFont.set(key, memory);
  return memory;
}

/** A letter, figure or sign that begins a cluster whatever stands before it. */
function beginsCluster(code: number): boolean {
  return code > space && code < 0x250 && (code < 0x7f || code > 0xa0) && code !== 0xad;
}

function isSeam({ font, options, seams }: Memory, text: string, at: number): boolean {
  const from = Math.max(0, at - 1 - reach.before);
  const around = text.slice(from, at + reach.after);
  const known = seams.get(around);
  if (known !== undefined) return known;
  const { count, clusters, unsafe } = shapeGlyphs(font, around, options);
  let glyph = 0;
  while (glyph < count && (clusters[glyph] ?? 0) < at - from) glyph++;
  const isThere = glyph < count && clusters[glyph] === at - from && unsafe[glyph] === 0;
  seams.set(around, isThere);
  return isThere;
}

/** A word with others around it, and where it begins and ends. */
function amongWords(word: string): readonly [text: string, offsets: readonly number[]] {
  const text = `n ${word}`;
  return word.endsWith(' ') ? [`${text}n`, [2, text.length]] : [text, [2]];
}

/** Null where it does not stand on its own. */
function shapeWord({ font, options, words }: Memory, word: string): ShapedGlyphs | null {
  const known = words.get(word);
  if (known !== undefined) return known;
  const far = { ...options, features: [...options.features, ...withoutNear] };
  const isAlone = comesApart(font, ...amongWords(word), far);
  const glyphs = isAlone ? shapeUntied(font, word, options) : null;
  words.set(word, glyphs);
  return glyphs;
}

/** Where the word ends that begins at `start`, the space after it included. */
function wordEnd(memory: Memory, text: string, start: number): number {
  for (let at = text.indexOf(' ', start); at !== -1; at = text.indexOf(' ', at + 1)) {
    const end = at + 1;
    if (beginsCluster(text.charCodeAt(end)) && isSeam(memory, text, end)) return end;
  }
  return text.length;
}

function joined(parts: readonly ShapedGlyphs[], starts: readonly number[]): ShapedGlyphs {
  let count = 0;
  for (const part of parts) count += part.count;
  const all = emptyGlyphs(count);
  let next = 0;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    const start = starts[index] ?? 0;
    for (let at = 0; part && at < part.count; at++, next++) {
      all.ids[next] = part.ids[at] ?? 0;
      all.clusters[next] = start + (part.clusters[at] ?? 0);
      all.advances[next] = part.advances[at] ?? 0;
      all.xOffsets[next] = part.xOffsets[at] ?? 0;
      all.yOffsets[next] = part.yOffsets[at] ?? 0;
      all.unsafe[next] = part.unsafe[at] ?? 0;
    }
  }
  return all;
}

/** Null where some word of it does not stand on its own. */
function shapeRun(text: string, run: FontRun, style: TextStyle): ShapedRun | null {
  const { font, start, end } = run;
  const memory = memoryOf(style, run);
  if (memory.refused > mostRefused) return null;
  const source = shapeableText(text.slice(start, end), font);
  const parts: ShapedGlyphs[] = [];
  const starts: number[] = [];
  for (let at = 0; at < source.length; ) {
    const next = wordEnd(memory, source, at);
    const glyphs = shapeWord(memory, source.slice(at, next));
    if (!glyphs) {
      memory.refused++;
      return null;
    }
    parts.push(glyphs);
    starts.push(at);
    at = next;
  }
  return { font, start, end, glyphs: joined(parts, starts) };
}

/** The glyphs of a text in a style, as `shapeText` gives them. */
export function shapeByWords(text: string, style: TextStyle): ShapedText {
  if (style.isRightToLeft || style.isCapitalised || text.length < shortestText)
    return shapeText(text, style);
  const { runs, missing } = itemize(text, style.fonts);
  const shaped: ShapedRun[] = [];
  for (const run of runs) {
    const isPlain = run.script === 'Latn' && run.end - run.start >= shortestText;
    const own = isPlain ? shapeRun(text, run, style) : null;
    if (!own) return shapeText(text, style);
    shaped.push(own);
  }
  return { runs: shaped, ...measureRuns(text, shaped), missing };
}
