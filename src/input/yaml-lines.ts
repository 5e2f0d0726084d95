/** A YAML file's lines as a person sees them: how far in they stand, what they begin with. */
import type { Source, Span } from '../base/index.ts';

/** A line of the file, without its end. */
export interface Line {
  readonly source: Source;
  readonly start: number;
  readonly text: string;
}

export function lineAt(source: Source, offset: number): Line {
  const start = source.text.lastIndexOf('\n', offset - 1) + 1;
  const end = source.text.indexOf('\n', start);
  const text = source.text.slice(start, end < 0 ? undefined : end);
  return { source, start, text: text.replace(/\r$/, '') };
}

export function nextLine({ source, start }: Line): Line | null {
  const end = source.text.indexOf('\n', start);
  return end < 0 || end + 1 >= source.text.length ? null : lineAt(source, end + 1);
}

export function isRemark({ text }: Line): boolean {
  return /^\s*(#|$)/.test(text);
}

/** The first line from `line` on that says something. */
export function firstSaying(line: Line): Line {
  for (let at: Line | null = line; at; at = nextLine(at)) if (!isRemark(at)) return at;
  return line;
}

/** The last line before `line` that says something. */
export function lineBefore({ source, start }: Line): Line | null {
  for (let at = start; at > 0; ) {
    const before = lineAt(source, at - 1);
    if (!isRemark(before)) return before;
    at = before.start;
  }
  return null;
}

export function indentOf({ text }: Line): number {
  return text.length - text.trimStart().length;
}

/** From the line's first letter to its last. */
export function bodySpan(line: Line): Span {
  const { source, start, text } = line;
  const from = start + indentOf(line);
  return { source, start: from, end: Math.max(from + 1, start + text.trimEnd().length) };
}

/** `length` characters of a line from `at`. */
export function spanIn({ source, start }: Line, at: number, length: number): Span {
  return { source, start: start + at, end: start + at + length };
}

/** Whether a line begins an item of a list, at `indent` where one is given. */
export function isItem(line: Line | null, indent: number | null): boolean {
  if (line === null || (indent !== null && indentOf(line) !== indent)) return false;
  return /^-(\s|$)/.test(line.text.trimStart());
}

/** Whether a line begins with a field's name and colon. */
export function isField({ text }: Line): boolean {
  return /^\s*[A-Za-z_]\w*:(\s|$)/.test(text);
}

/** A field's name and colon with nothing after them. */
export const bareKey = /^(\s*(?:-\s+)?)([A-Za-z_]\w*):\s*(?:#.*)?$/;

/** The line above that a line is indented under. */
export function lineAround(line: Line): Line | null {
  const indent = indentOf(line);
  let above = lineBefore(line);
  while (above && indentOf(above) >= indent) above = lineBefore(above);
  return above;
}
