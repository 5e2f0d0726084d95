/**
 * Cuts a text into runs of one font and one script: each character is set in the first font of the
 * style that has it (css-fonts-4 §5.3), together with the marks that follow it.
 */
import { isForcedBreak, isIgnorable, isMark, isSpace, scriptOf } from './characters.ts';
import type { Font } from './font.ts';
import { glyphOf } from './glyphs.ts';

/** A stretch of a text in one font and script; forced breaks are in none. */
export interface FontRun {
  readonly font: Font;
  /** ISO 15924, '' where only common characters stand. */
  readonly script: string;
  readonly start: number;
  readonly end: number;
}

export interface Itemized {
  readonly runs: readonly FontRun[];
  /** Characters no font has, with their offsets. */
  readonly missing: readonly { readonly offset: number; readonly character: string }[];
}

const hyphen = 0x2010;
const noBreakHyphen = 0x2011;
const hyphenMinus = 0x2d;

function hasCodePoint(font: Font, code: number): boolean {
  if (glyphOf(font, code) !== 0 || isIgnorable(code)) return true;
  if (isSpace(code)) return glyphOf(font, 0x20) !== 0;
  if (code === hyphen || code === noBreakHyphen)
    return glyphOf(font, hyphen) !== 0 || glyphOf(font, hyphenMinus) !== 0;
  return false;
}

function hasAll(font: Font, text: string): boolean {
  for (const character of text)
    if (!hasCodePoint(font, character.codePointAt(0) ?? 0)) return false;
  return true;
}

/** HarfBuzz composes and decomposes as the font needs, so either form is enough. */
function hasCluster(font: Font, cluster: string): boolean {
  return (
    hasAll(font, cluster) ||
    (cluster.length > 1 && hasAll(font, cluster.normalize('NFC'))) ||
    (!isPlain(cluster) && hasAll(font, cluster.normalize('NFD')))
  );
}

const isPlain = (cluster: string) => cluster.length === 1 && cluster.charCodeAt(0) < 0x80;

/** End of the character at `start` with the marks and invisible joiners after it. */
function clusterEnd(text: string, start: number): number {
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length) {
    const code = text.codePointAt(end) ?? 0;
    if (code < 0x300 || !isMark(code)) break;
    end += code > 0xffff ? 2 : 1;
  }
  return end;
}

/** Below this no character is a mark, and scripts are Latin or common. */
const plainLimit = 0x300;

/** What is known of a font's plain characters: 0 not asked yet. */
const plain = { lacking: 1, common: 2, latin: 3 } as const;

const plainKinds = new WeakMap<Font, Uint8Array>();

function findPlainKind(font: Font, code: number): number {
  if (isForcedBreak(code) || isIgnorable(code) || !hasCodePoint(font, code)) return plain.lacking;
  return scriptOf(code) === '' ? plain.common : plain.latin;
}

/**
 * Most of any text: characters that the first font has, with no marks among them, each found with
 * one look. The stretch from `start`, which may be empty.
 */
function plainStretch(text: string, start: number, font: Font) {
  let kinds = plainKinds.get(font);
  if (!kinds) {
    kinds = new Uint8Array(plainLimit);
    plainKinds.set(font, kinds);
  }
  let script = '';
  let scriptBefore = '';
  for (let end = start; end < text.length; end++) {
    const code = text.charCodeAt(end);
    // It may be a mark, which belongs to the character before it.
    if (code >= plainLimit) return { end: Math.max(start, end - 1), script: scriptBefore };
    let kind = kinds[code];
    if (!kind) {
      kind = findPlainKind(font, code);
      kinds[code] = kind;
    }
    if (kind === plain.lacking) return { end, script };
    scriptBefore = script;
    if (kind === plain.latin) script = 'Latn';
  }
  return { end: text.length, script };
}

type OpenRun = { -readonly [K in keyof FontRun]: FontRun[K] };

/** Lengthens the last run or begins one. */
function addRun(runs: OpenRun[], next: FontRun): void {
  const last = runs.at(-1);
  const isContinued = last && last.end === next.start && last.font === next.font;
  if (isContinued && canJoin(last.script, next.script)) {
    last.end = next.end;
    last.script ||= next.script;
  } else runs.push({ ...next });
}

/** The text's runs in order, covering all of it but forced breaks. `fonts` is not empty. */
export function itemize(text: string, fonts: readonly Font[]): Itemized {
  const runs: OpenRun[] = [];
  const missing: { offset: number; character: string }[] = [];
  const [first] = fonts;
  for (let start = 0; first && start < text.length; ) {
    const stretch = plainStretch(text, start, first);
    if (stretch.end > start) {
      addRun(runs, { font: first, script: stretch.script, start, end: stretch.end });
      start = stretch.end;
      continue;
    }
    const end = clusterEnd(text, start);
    const code = text.codePointAt(start) ?? 0;
    if (!isForcedBreak(code)) {
      const cluster = text.slice(start, end);
      const previous = runs.at(-1);
      const current = previous?.end === start ? previous.font : first;
      let font = isIgnorable(code) ? current : undefined;
      font ??= fonts.find((candidate) => hasCluster(candidate, cluster));
      if (!font) missing.push({ offset: start, character: String.fromCodePoint(code) });
      addRun(runs, { font: font ?? first, script: scriptOf(code), start, end });
    }
    start = end;
  }
  return { runs, missing };
}

const canJoin = (run: string, next: string) => run === '' || next === '' || run === next;

/** A run's text as its font can set it: tabs are spaces, hyphens it lacks are hyphen-minus. */
export function shapeableText(text: string, font: Font): string {
  let result = text.includes('\t') ? text.replaceAll('\t', ' ') : text;
  if (!/[\u2010\u2011]/.test(result) || glyphOf(font, hyphen) !== 0) return result;
  result = result.replaceAll('\u2010', '-');
  return glyphOf(font, noBreakHyphen) === 0 ? result.replaceAll('\u2011', '-') : result;
}

/** Characters of a text that no font has, each once. */
export function charactersLackedBy(text: string, fonts: readonly Font[]): readonly string[] {
  return [...new Set(itemize(text, fonts).missing.map(({ character }) => character))];
}
