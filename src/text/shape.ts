/**
 * A text in one style as glyphs, in em, so that one result serves every size. Texts are shaped
 * whole, word spaces and all; where a line may be cut without shaping anew is kept beside them.
 * Results are remembered with the first font of the style and forgotten with it.
 */
import { isForcedBreak } from './characters.ts';
import type { Font } from './font.ts';
import { type ShapedGlyphs, type ShapingOptions, shapeGlyphs } from './harfbuzz.ts';
import { type FontRun, itemize, shapeableText } from './itemize.ts';
import { ligaturesAcrossJoints } from './ligatures.ts';
import type { Feature, TextStyle } from './types.ts';
import { placeUpright } from './upright-glyphs.ts';

/** A character that none of a style's fonts has. */
export interface MissingCharacter {
  /** Index of the item. */
  readonly item: number;
  /** UTF-16 offset in the item's text. */
  readonly offset: number;
  readonly character: string;
}

export interface ShapedRun {
  readonly font: Font;
  /** UTF-16 range of the text; the glyphs' clusters count from `start`. */
  readonly start: number;
  readonly end: number;
  readonly glyphs: ShapedGlyphs;
}

/** What may be done before a character. */
export const cutting = {
  /** Inside a cluster: a line broken here must be shaped anew. */
  inside: 0,
  /** A cluster begins, and the glyphs would be the same if the text were cut here. */
  safe: 1,
  /** A cluster begins, but kerning or a ligature reaches across. */
  unsafe: 2,
  /** A forced break: no glyph. */
  forced: 3,
} as const;

export interface ShapedText {
  readonly runs: readonly ShapedRun[];
  /** Per UTF-16 unit: the advance in em of the cluster that begins there, 0 elsewhere. */
  readonly advancesEm: Float64Array;
  /** Per UTF-16 unit, one of `cutting`. */
  readonly cuts: Uint8Array;
  readonly missing: readonly { readonly offset: number; readonly character: string }[];
}

/** Longest text given to HarfBuzz at once, and how far from its end a cut is looked for. */
const longestRun = 4096;
const cutMargin = 64;

/** Texts longer than this are not remembered; a font's memory is emptied at so many characters. */
const longestRemembered = 20_000;
const memorySize = 500_000;

/** Features switched off. */
export const off = (...tags: string[]): readonly Feature[] =>
  tags.map((tag) => ({ tag, value: 0 }));

/** Features of a style: its own come last and win (css-fonts-4 §7.2). */
export function featuresOf(style: TextStyle): readonly Feature[] {
  // css-text-3 §8.2: no optional ligatures where letters are spaced.
  const withoutLigatures = !style.ligatures || style.letterSpacingPt !== 0;
  return [
    ...(style.kerning ? [] : off('kern')),
    ...(withoutLigatures ? off('liga', 'clig', 'dlig', 'hlig') : []),
    ...style.features,
  ];
}

function firstOf(glyphs: ShapedGlyphs, count: number): ShapedGlyphs {
  return {
    count,
    ids: glyphs.ids.subarray(0, count),
    clusters: glyphs.clusters.subarray(0, count),
    advances: glyphs.advances.subarray(0, count),
    xOffsets: glyphs.xOffsets.subarray(0, count),
    yOffsets: glyphs.yOffsets.subarray(0, count),
    unsafe: glyphs.unsafe.subarray(0, count),
  };
}

/** Index of the last glyph, well before the end, at whose cluster the text may be cut; 0: none. */
function lastSafeGlyph(glyphs: ShapedGlyphs): number {
  for (let i = glyphs.count - 1; i > 0; i--) {
    const cluster = glyphs.clusters[i] ?? 0;
    const isStart = cluster !== glyphs.clusters[i - 1];
    if (cluster <= longestRun - cutMargin && isStart && glyphs.unsafe[i] === 0) return i;
  }
  return 0;
}

/** Shaped with the ligatures that the language asks for, none across the joint of a compound. */
export function shapeUntied(font: Font, source: string, options: ShapingOptions): ShapedGlyphs {
  const glyphs = shapeGlyphs(font, source, options);
  const untied = ligaturesAcrossJoints(source, glyphs, options.language);
  return untied.length === 0 ? glyphs : shapeGlyphs(font, source, { ...options, untied });
}

/** A long run in pieces, each cut where HarfBuzz says that the glyphs stay the same. */
function shapeRun(text: string, run: FontRun, style: TextStyle, features: readonly Feature[]) {
  const options: ShapingOptions = {
    script: run.script,
    language: style.language,
    features,
    isRightToLeft: style.isRightToLeft === true,
    isUpright: style.isUpright === true,
  };
  const pieces: ShapedRun[] = [];
  for (let start = run.start; start < run.end; ) {
    const end = Math.min(run.end, start + longestRun);
    const source = shapeableText(text.slice(start, end), run.font);
    const shaped = shapeUntied(run.font, source, options);
    const glyphs = options.isUpright ? placeUpright(shaped, run.font) : shaped;
    const cut = end < run.end ? lastSafeGlyph(glyphs) : 0;
    const pieceEnd = cut > 0 ? start + (glyphs.clusters[cut] ?? 0) : end;
    const kept = cut > 0 ? firstOf(glyphs, cut) : glyphs;
    pieces.push({ font: run.font, start, end: pieceEnd, glyphs: kept });
    start = pieceEnd;
  }
  return pieces;
}

/** Advances of the clusters, and where the text may be cut. */
export function measureRuns(text: string, runs: readonly ShapedRun[]) {
  const advancesEm = new Float64Array(text.length);
  const cuts = new Uint8Array(text.length);
  for (const { font, start, glyphs } of runs) {
    const unitsPerEm = font.metrics.unitsPerEm;
    for (let i = 0; i < glyphs.count; i++) {
      const at = start + (glyphs.clusters[i] ?? 0);
      advancesEm[at] = (advancesEm[at] ?? 0) + (glyphs.advances[i] ?? 0) / unitsPerEm;
      if (cuts[at] !== cutting.unsafe) cuts[at] = glyphs.unsafe[i] ? cutting.unsafe : cutting.safe;
    }
  }
  for (let i = 0; i < text.length; i++)
    if (isForcedBreak(text.charCodeAt(i))) cuts[i] = cutting.forced;
  return { advancesEm, cuts };
}

interface Memory {
  readonly texts: Map<string, ShapedText>;
  characters: number;
}

const memories = new WeakMap<Font, Memory>();
const fontNumbers = new WeakMap<Font, number>();
let fontCount = 0;

function fontNumber(font: Font): number {
  let number = fontNumbers.get(font);
  if (number === undefined) {
    number = fontCount++;
    fontNumbers.set(font, number);
  }
  return number;
}

const styleKeys = new WeakMap<TextStyle, string>();

/** Everything of a style that changes its glyphs; size and spacing do not. */
export function styleKey(style: TextStyle): string {
  let key = styleKeys.get(style);
  if (key === undefined) {
    const features = featuresOf(style).map(({ tag, value }) => `${tag}=${value}`);
    const kind = `${style.isRightToLeft ? 'rtl' : ''}${style.isCapitalised ? 'caps' : ''}${style.isUpright ? 'up' : ''}`;
    key = `${style.fonts.map(fontNumber).join()};${style.language};${features.join()};${kind}`;
    styleKeys.set(style, key);
  }
  return key;
}

function memoryOf(font: Font): Memory {
  let memory = memories.get(font);
  if (!memory || memory.characters > memorySize) {
    memory = { texts: new Map(), characters: 0 };
    memories.set(font, memory);
  }
  return memory;
}

/** The glyphs of a text in a style. Forced breaks have none; soft hyphens and the like neither. */
export function shapeText(text: string, style: TextStyle): ShapedText {
  const [font] = style.fonts;
  const memory = font && text.length <= longestRemembered ? memoryOf(font) : null;
  const key = memory ? styleKey(style) + text : '';
  const known = memory?.texts.get(key);
  if (known) return known;
  // Capitals of another length than their letters are not made.
  const set = style.isCapitalised ? text.toUpperCase() : text;
  const { runs, missing } = itemize(set, style.fonts);
  const features = featuresOf(style);
  const shapedRuns = runs.flatMap((run) => shapeRun(set, run, style, features));
  const shaped: ShapedText = { runs: shapedRuns, ...measureRuns(text, shapedRuns), missing };
  if (memory) {
    memory.texts.set(key, shaped);
    memory.characters += text.length;
  }
  return shaped;
}

/** True where one text in both styles would get the same glyphs at the same advances. */
export function isShapedAlike(one: TextStyle, other: TextStyle): boolean {
  return (
    one === other ||
    (one.sizePt === other.sizePt &&
      one.letterSpacingPt === other.letterSpacingPt &&
      one.capitalSpacingPt === other.capitalSpacingPt &&
      styleKey(one) === styleKey(other))
  );
}

function sliceRun(run: ShapedRun, from: number, to: number): ShapedRun | null {
  const start = Math.max(run.start, from);
  const end = Math.min(run.end, to);
  if (start >= end) return null;
  const { glyphs } = run;
  let first = 0;
  while (first < glyphs.count && (glyphs.clusters[first] ?? 0) < start - run.start) first++;
  let last = first;
  while (last < glyphs.count && (glyphs.clusters[last] ?? 0) < end - run.start) last++;
  return {
    font: run.font,
    start: start - from,
    end: end - from,
    glyphs: {
      count: last - first,
      ids: glyphs.ids.subarray(first, last),
      clusters: glyphs.clusters.slice(first, last).map((cluster) => cluster + run.start - start),
      advances: glyphs.advances.subarray(first, last),
      xOffsets: glyphs.xOffsets.subarray(first, last),
      yOffsets: glyphs.yOffsets.subarray(first, last),
      unsafe: glyphs.unsafe.subarray(first, last),
    },
  };
}

/** Part of a shaped text, its glyphs as they are among their neighbours. Cuts at clusters only. */
export function sliceShaped(shaped: ShapedText, from: number, to: number): ShapedText {
  return {
    runs: shaped.runs.flatMap((run) => sliceRun(run, from, to) ?? []),
    advancesEm: shaped.advancesEm.subarray(from, to),
    cuts: shaped.cuts.subarray(from, to),
    missing: shaped.missing
      .filter(({ offset }) => offset >= from && offset < to)
      .map(({ offset, character }) => ({ offset: offset - from, character })),
  };
}
