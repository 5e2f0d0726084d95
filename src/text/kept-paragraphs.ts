/**
 * Paragraphs kept between runs: of a brochure that is built again, one sentence has changed. A
 * paragraph's key is all that its lines depend on, so that what is found is what would be worked out.
 */
import { type Cache, invariant, sha256 } from '../base/index.ts';
import type { Font } from './font.ts';
import { fontDigest } from './font-digest.ts';
import { breakParagraph, linesInColumn, measureParagraph } from './paragraph.ts';
import { Glyphs, type GlyphsJson } from './run-glyphs.ts';
import {
  evenShape,
  type InlineItem,
  type IntrinsicWidths,
  type Line,
  type LinePiece,
  type LineShape,
  type ParagraphStyle,
} from './types.ts';

/** Lines of one width; line `lastLine` ends the column (no word is divided there), null: none does. */
export interface ParagraphColumn {
  readonly widthPt: number;
  readonly lastLine: number | null;
}

/** `breakParagraph` and `measureParagraph` for columns, answering what was answered before. */
export interface Paragraphs {
  lines(
    items: readonly InlineItem[],
    style: ParagraphStyle,
    column: ParagraphColumn,
  ): readonly Line[];
  widths(items: readonly InlineItem[], style: ParagraphStyle): IntrinsicWidths;
  /** Keeps for the next run what was asked for in this one. */
  keep(): void;
}

function columnShape({ widthPt, lastLine }: ParagraphColumn): LineShape {
  if (lastLine === null) return evenShape(widthPt);
  return (line) => ({ leftPt: 0, widthPt, endsColumn: line === lastLine });
}

function freshLines(
  items: readonly InlineItem[],
  style: ParagraphStyle,
  column: ParagraphColumn,
): readonly Line[] {
  return column.lastLine === null
    ? linesInColumn(items, style, column.widthPt)
    : breakParagraph(items, style, columnShape(column)).lines;
}

/** Nothing is kept: for documents on their own, and for programs without an id. */
export const freshParagraphs: Paragraphs = {
  lines: freshLines,
  widths: measureParagraph,
  keep: () => {},
};

/** Of longer documents nothing is kept: writing it down would take as long as it saves. */
const mostCharacters = 4_000_000;

/** As JSON: fonts by their files' digests, maps as lists. */
function keyPart(_: string, value: unknown): unknown {
  if (value instanceof Map) return [...value];
  invariant(typeof value !== 'function', 'a paragraph is set by values alone');
  return value;
}

/** Styles are shared by many items, and written down once. */
const styleKeys = new WeakMap<object, string>();

function styleKey(style: object & { readonly fonts?: readonly Font[] }): string {
  const known = styleKeys.get(style);
  if (known !== undefined) return known;
  const { fonts, ...rest } = style;
  const key = JSON.stringify(
    [fonts?.map((font) => `${font.id} ${fontDigest(font)}`), rest],
    keyPart,
  );
  styleKeys.set(style, key);
  return key;
}

function paragraphKey(
  items: readonly InlineItem[],
  style: ParagraphStyle,
  column: ParagraphColumn | null,
): string {
  const parts = items.map((item) =>
    item.kind === 'text' ? { ...item, style: styleKey(item.style) } : item,
  );
  return sha256(JSON.stringify([parts, styleKey(style), column]));
}

/** The fonts that items may be set in; runs name theirs by its place in this list. */
function fontsOf(items: readonly InlineItem[]): readonly Font[] {
  const fonts = new Set<Font>();
  for (const item of items)
    if (item.kind === 'text') for (const font of item.style.fonts) fonts.add(font);
  return [...fonts];
}

/** JSON has no infinities and no negative zero. */
function isPlainNumber(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0);
}

/** Lines as JSON; null where JSON could not hold them exactly. */
function written(lines: readonly Line[], items: readonly InlineItem[]): string | null {
  const fonts = fontsOf(items);
  let isExact = true;
  const json = JSON.stringify(lines, (key, value) => {
    // There, so that a line read back has it from the start: V8 adds to a copy slowly.
    if (key === 'source') return null;
    if (key === 'font') return fonts.indexOf(value);
    if (typeof value === 'number' && !isPlainNumber(value)) isExact = false;
    return value;
  });
  return isExact ? json : null;
}

type StoredPiece =
  | Exclude<LinePiece, { readonly kind: 'glyphs' }>
  | (Extract<LinePiece, { readonly kind: 'glyphs' }> & {
      readonly run: { readonly font: unknown; readonly glyphs: GlyphsJson };
    });

interface StoredLine extends Omit<Line, 'pieces' | 'source'> {
  readonly pieces: readonly StoredPiece[];
}

function restored(
  json: string,
  items: readonly InlineItem[],
  style: ParagraphStyle,
  shape: LineShape,
): readonly Line[] {
  const fonts = fontsOf(items);
  const source = { items, style, shape };
  const stored: readonly StoredLine[] = JSON.parse(json);
  return stored.map((line) => ({
    ...line,
    pieces: line.pieces.map((piece) => {
      if (piece.kind !== 'glyphs') return piece;
      const font = fonts[Number(piece.run.font)];
      invariant(font, 'a kept line is set in its fonts');
      const glyphs = Glyphs.fromJson(piece.run.glyphs);
      return { ...piece, run: { ...piece.run, font, glyphs } };
    }),
    source,
  }));
}

/** A line for each paragraph: its key, a tab, its JSON. */
function readEntry(stored: Uint8Array | undefined): Map<string, string> {
  const found = new Map<string, string>();
  if (!stored) return found;
  for (const line of new TextDecoder().decode(stored).split('\n')) {
    const tab = line.indexOf('\t');
    if (tab > 0) found.set(line.slice(0, tab), line.slice(tab + 1));
  }
  return found;
}

/** Paragraphs of the document that goes by `name`; `name` holds the program's id. */
export function openParagraphs(cache: Cache, name: string): Paragraphs {
  const key = `paragraphs ${name}`;
  const found = readEntry(cache.get(key));
  const used = new Map<string, string>();
  let characters = 0;
  let isChanged = false;

  const use = (id: string, json: string): void => {
    if (!used.has(id)) characters += json.length;
    used.set(id, json);
  };
  const remember = (id: string, json: string | null): void => {
    if (json === null) return;
    isChanged = true;
    use(id, json);
  };

  return {
    lines(items, style, column) {
      if (characters > mostCharacters) return freshLines(items, style, column);
      const id = paragraphKey(items, style, column);
      const kept = found.get(id);
      if (kept !== undefined) {
        use(id, kept);
        return restored(kept, items, style, columnShape(column));
      }
      const lines = freshLines(items, style, column);
      remember(id, written(lines, items));
      return lines;
    },
    widths(items, style) {
      if (characters > mostCharacters) return measureParagraph(items, style);
      const id = paragraphKey(items, style, null);
      const kept = found.get(id);
      if (kept !== undefined) {
        use(id, kept);
        return JSON.parse(kept);
      }
      const widths = measureParagraph(items, style);
      remember(id, JSON.stringify(widths));
      return widths;
    },
    keep() {
      if (!isChanged || characters > mostCharacters) return;
      const lines = [...used].map(([id, json]) => `${id}\t${json}`);
      cache.set(key, new TextEncoder().encode(lines.join('\n')));
    },
  };
}
