/**
 * Paragraphs of long documents, shaped and with their breaks chosen on a helper thread while the
 * lines of those before them are set here. The thread does nothing but what would be done
 * here, so that lines are the same with it and without.
 */
import type { Helpers, Series, SeriesTask } from '../base/index.ts';
import type { BreakPoints } from './break-points.ts';
import { breakPoints, rememberBreakPoints } from './find-break-points.ts';
import type { Font } from './font.ts';
import type { Paragraphs } from './kept-paragraphs.ts';
import { breaksInColumn, rememberBreaks } from './paragraph.ts';
import { readParagraph, writeParagraph } from './paragraph-tape.ts';
import { keepParagraphText, type ParagraphText, workOutParagraph } from './paragraph-text.ts';
import { prepareShaping } from './prepare.ts';
import { shapeByWords } from './shape-words.ts';
import { type Tape, TapeReader, TapeWriter } from './tape.ts';
import type { InlineItem, ParagraphStyle, TextItem, TextStyle } from './types.ts';

/** A paragraph that will be set; of text alone. */
export interface ComingParagraph {
  readonly items: readonly InlineItem[];
  readonly style: ParagraphStyle;
}

interface Setup {
  readonly languages: readonly string[];
  readonly fonts: readonly Font[];
  /** Fonts by their places in the list. */
  readonly styles: readonly (Omit<TextStyle, 'fonts'> & { readonly fonts: readonly number[] })[];
  readonly paragraphStyles: readonly ParagraphStyle[];
  /**
   * By paragraph style, how wide the column was that was asked for last: the next one is likely to be
   * as wide. 0 where none was. Shared memory.
   */
  readonly widths: Float64Array<SharedArrayBuffer>;
}

/** Paragraphs that are handed over together, styles by their places. */
type Batch = readonly {
  readonly items: readonly { readonly text: string; readonly style: number }[];
  readonly style: number;
}[];

/** A thread's end of it. */
export const prepareParagraphsTask = {
  name: 'prepare-paragraphs',
  async open({ languages, fonts, styles, paragraphStyles, widths }) {
    await prepareShaping(languages);
    const textStyles = styles.map(
      (style): TextStyle => ({
        ...style,
        fonts: style.fonts.map((place) => fonts[place] as Font),
      }),
    );
    return (batch) => {
      const tape = new TapeWriter();
      for (const { items, style } of batch) {
        const texts = items.map(
          (item): TextItem => ({
            kind: 'text',
            text: item.text,
            style: textStyles[item.style] as TextStyle,
          }),
        );
        const paragraph = workOutParagraph(texts, shapeByWords);
        const own = paragraphStyles[style] as ParagraphStyle;
        const points = breakPoints(paragraph, own);
        const breaks = breaksAmong(points, paragraph, own, widths[style] ?? 0);
        writeParagraph(tape, { paragraph, points, breaks });
      }
      return tape.finish();
    };
  },
} as const satisfies SeriesTask<Setup, Batch, Tape>;

/** Null where the width is not known, or words must be broken where they usually are not. */
function breaksAmong(
  points: BreakPoints,
  paragraph: ParagraphText,
  style: ParagraphStyle,
  widthPt: number,
) {
  if (widthPt === 0) return null;
  const breaks = breaksInColumn(paragraph, style, widthPt);
  return breaks.points === points ? { widthPt, chosen: breaks.chosen } : null;
}

/** Of shorter documents, a thread would cost more than it saves: some fifty pages of text. */
const fewestCharacters = 150_000;
/** What is handed over at a time, and how many of these wait at most: they fill the memory. */
const batchCharacters = 2_000;
const lead = 48;

const lengthOf = ({ items }: ComingParagraph) =>
  items.reduce((sum, item) => sum + (item.kind === 'text' ? item.text.length : 0), 0);

function batchesOf(coming: readonly ComingParagraph[]): readonly (readonly ComingParagraph[])[] {
  const batches: ComingParagraph[][] = [];
  let size = batchCharacters;
  for (const paragraph of coming) {
    if (size >= batchCharacters) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)?.push(paragraph);
    size += lengthOf(paragraph);
  }
  return batches;
}

/** Values by their places in a list that grows. */
function places<V>() {
  const all: V[] = [];
  const known = new Map<V, number>();
  const placeOf = (value: V): number => {
    const place = known.get(value) ?? all.push(value) - 1;
    known.set(value, place);
    return place;
  };
  return { all, placeOf };
}

function orderOf(batches: readonly (readonly ComingParagraph[])[], languages: readonly string[]) {
  const fonts = places<Font>();
  const styles = places<TextStyle>();
  const paragraphStyles = places<string>();
  const styleOf = new Map<ParagraphStyle, number>();
  const placeOfStyle = (style: ParagraphStyle): number => {
    const place =
      styleOf.get(style) ?? paragraphStyles.placeOf(JSON.stringify(style, unlimitedAsText));
    styleOf.set(style, place);
    return place;
  };
  const inputs = batches.map((batch) =>
    batch.map(({ items, style }) => ({
      items: items.flatMap((item) =>
        item.kind === 'text' ? [{ text: item.text, style: styles.placeOf(item.style) }] : [],
      ),
      style: placeOfStyle(style),
    })),
  );
  const widthBytes = paragraphStyles.all.length * Float64Array.BYTES_PER_ELEMENT;
  const setup: Setup = {
    languages,
    styles: styles.all.map((style) => ({ ...style, fonts: style.fonts.map(fonts.placeOf) })),
    fonts: fonts.all,
    paragraphStyles: paragraphStyles.all.map((style) => JSON.parse(style, textAsUnlimited)),
    widths: new Float64Array(new SharedArrayBuffer(widthBytes)),
  };
  return { setup, inputs, styleOf };
}

/** JSON has no infinities. */
const unlimited = 'unlimited';
const unlimitedAsText = (_: string, value: unknown) =>
  value === Number.POSITIVE_INFINITY ? unlimited : value;
const textAsUnlimited = (_: string, value: unknown) =>
  value === unlimited ? Number.POSITIVE_INFINITY : value;

/** What a batch of the thread's holds is known from now on, as if it had been asked for. */
function keep(batch: readonly ComingParagraph[], tape: Tape): void {
  const reader = new TapeReader(tape);
  for (const { items, style } of batch) {
    const prepared = readParagraph(reader, items);
    if (!prepared) continue;
    keepParagraphText(items, prepared.paragraph);
    const { paragraph, points, breaks } = prepared;
    rememberBreakPoints(paragraph, style, points);
    if (breaks) rememberBreaks(paragraph, { style, points, ...breaks });
  }
}

/** Sets paragraphs, some of which a thread may be at work on. */
export interface ParagraphsAhead extends Paragraphs {
  /**
   * Has a thread begin with what is coming, in the order in which it will be asked for. Nothing is
   * begun where there are no threads, or few words.
   */
  begin(
    coming: () => readonly ComingParagraph[],
    languages: readonly string[],
    helpers: Helpers | undefined,
  ): Promise<void>;
  /** All have been set. */
  end(): void;
}

interface Begun {
  makeKnown(items: readonly InlineItem[]): void;
  /** What is asked for now is likely to be asked for again. */
  noteWidth(style: ParagraphStyle, widthPt: number): void;
  end(): void;
}

export function paragraphsAhead(inner: Paragraphs): ParagraphsAhead {
  let begun: Begun | null = null;
  return {
    async begin(coming, languages, helpers) {
      if (!helpers || helpers.count < 2) return;
      const all = coming();
      const size = all.reduce((sum, one) => sum + lengthOf(one), 0);
      if (size >= fewestCharacters) begun = await beginOn(batchesOf(all), languages, helpers);
    },
    end() {
      begun?.end();
      begun = null;
    },
    lines(items, style, column) {
      begun?.makeKnown(items);
      if (column.lastLine === null) begun?.noteWidth(style, column.widthPt);
      return inner.lines(items, style, column);
    },
    widths(items, style) {
      begun?.makeKnown(items);
      return inner.widths(items, style);
    },
    keep: inner.keep,
  };
}

async function beginOn(
  batches: readonly (readonly ComingParagraph[])[],
  languages: readonly string[],
  helpers: Helpers,
): Promise<Begun> {
  const { setup, inputs, styleOf } = orderOf(batches, languages);
  const series: Series<Tape> = await helpers.openSeries(prepareParagraphsTask, {
    setup,
    inputs,
    lead,
  });
  const batchOf = new Map<readonly InlineItem[], number>();
  for (const [index, batch] of batches.entries())
    for (const { items } of batch) batchOf.set(items, index);
  const taken = new Set<number>();
  const doHere = (index: number) => {
    taken.add(index);
    for (const { items } of batches[index] ?? [])
      keepParagraphText(items, workOutParagraph(items, shapeByWords));
  };
  /** One that will be asked for soon, while the thread is at what is asked for now. */
  const doLater = (asked: number): boolean => {
    const end = Math.min(asked + lead, batches.length);
    let index = asked + 1;
    while (index < end && (taken.has(index) || !series.claim(index))) index++;
    if (index === end) return false;
    doHere(index);
    return true;
  };
  return {
    /** What is asked for again is known already, or has been forgotten. */
    makeKnown(items: readonly InlineItem[]): void {
      const index = batchOf.get(items);
      if (index === undefined || taken.has(index)) return;
      const tape = series.take(index, () => doLater(index));
      if (!tape) {
        doHere(index);
        return;
      }
      taken.add(index);
      keep(batches[index] ?? [], tape);
    },
    noteWidth(style, widthPt) {
      const place = styleOf.get(style);
      if (place !== undefined) setup.widths[place] = widthPt;
    },
    end: series.close,
  };
}
