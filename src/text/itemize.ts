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

/** The text's runs in order, covering all of it but forced breaks. `fonts` is not empty. */
export function itemize(text: string, fonts: readonly Font[]): Itemized {
  const runs: { font: Font; script: string; start: number; end: number }[] = [];
  const missing: { offset: number; character: string }[] = [];
  const [first] = fonts;
  for (let start = 0; first && start < text.length; ) {
    const end = clusterEnd(text, start);
    const code = text.codePointAt(start) ?? 0;
    const previous = runs.at(-1);
    const current = previous && previous.end === start ? previous : undefined;
    if (isForcedBreak(code)) {
      start = end;
      continue;
    }
    const cluster = text.slice(start, end);
    let font = isIgnorable(code) ? (current?.font ?? first) : undefined;
    font ??= fonts.find((candidate) => hasCluster(candidate, cluster));
    if (!font) missing.push({ offset: start, character: String.fromCodePoint(code) });
    font ??= first;
    const script = scriptOf(code);
    if (current && current.font === font && canJoin(current.script, script)) {
      current.end = end;
      current.script ||= script;
    } else runs.push({ font, script, start, end });
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
