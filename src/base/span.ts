/**
 * Where words came from: a source file and a stretch of it.
 * Offsets are UTF-16 code units into `Source.text`; `end` is exclusive.
 */
export interface Source {
  /** Path relative to the project folder, always with `/`. */
  readonly path: string;
  readonly text: string;
  /** Offset of the first code unit of each line; the first entry is 0. */
  readonly lineStarts: readonly number[];
  /** The file's own words, as long as `text`, where that is only a part of them. */
  readonly shown?: string;
}

export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** A place as a reader counts: both numbers from 1; the column in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A source with its line starts found; `\r\n`, `\n` and a lone `\r` each end a line. */
export function createSource(path: string, text: string): Source {
  const lineStarts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) lineStarts.push(match.index + match[0].length);
  return { path, text, lineStarts };
}

/** Line and column of an offset. An offset past the end is the end's place. */
export function locate(source: Source, offset: number): Place {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (source.lineStarts[low] ?? 0) + 1 };
}

/** One line of the file (counted from 1) as its author sees it, without its line end. */
export function lineText(source: Source, line: number): string {
  const start = source.lineStarts[line - 1] ?? source.text.length;
  const end = source.lineStarts[line] ?? source.text.length;
  return (source.shown ?? source.text).slice(start, end).replace(/[\r\n]+$/, '');
}

/** A span over a whole source. */
export function wholeOf(source: Source): Span {
  return { source, start: 0, end: source.text.length };
}
