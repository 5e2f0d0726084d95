/** What Handlebars' parser says of a template that it cannot read, turned into a place and a sentence. */
import type { Diagnostic, Source, Span } from '../base/index.ts';
import * as problems from './problems.ts';
import { offsetOf } from './template-ast.ts';

/** The block that is opened last and never closed; null where blocks are in order. */
function findUnclosed(source: Source): { name: string; span: Span } | null {
  const open: { name: string; span: Span }[] = [];
  const comment = /\{\{~?!--[\s\S]*?--~?\}\}/g;
  const text = source.text.replace(comment, (found) => ' '.repeat(found.length));
  for (const match of text.matchAll(/\{\{~?([#^/])>?\s*([^\s}~]*)/g)) {
    const [whole, sign, name = ''] = match;
    const span = { source, start: match.index, end: match.index + whole.length };
    if (sign === '/') open.pop();
    else if (name !== '') open.push({ name, span });
  }
  return open.at(-1) ?? null;
}

/** Text without line ends, as the parser quotes it, and the offset of each of its letters. */
function withoutLineEnds(text: string): { readonly bare: string; readonly offsets: number[] } {
  const offsets: number[] = [];
  let bare = '';
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\n' || text[at] === '\r') continue;
    bare += text[at];
    offsets.push(at);
  }
  return { bare, offsets };
}

/**
 * The offset that the parser's picture points to: three lines, `…text around`, `-----^` below. It
 * gives no offset itself, so the quoted text is looked for near the line it names.
 */
function pointedOffset(source: Source, message: string): number {
  const line = Number(/on line (\d+)/.exec(message)?.[1] ?? 1);
  const lineStart = offsetOf(source, { line, column: 0 });
  const [, quoted = '', arrow = ''] = message.split('\n');
  const column = arrow.indexOf('^');
  if (column < 0) return lineStart;
  const lead = quoted.startsWith('...') && column >= 3 ? 3 : 0;
  const around = quoted.slice(lead).replace(/\.\.\.$/, '');
  const { bare, offsets } = withoutLineEnds(source.text);
  const found = offsets.findIndex(
    (offset, index) =>
      bare.startsWith(around, index) && (offsets[index + column - lead] ?? offset) >= lineStart - 1,
  );
  return found < 0 ? lineStart : (offsets[found + column - lead] ?? source.text.length);
}

/** The span of one letter, the last one where the offset is the end. */
function letterAt(source: Source, offset: number): Span {
  const start = Math.max(0, Math.min(offset, source.text.length - 1));
  return { source, start, end: Math.min(start + 1, source.text.length) };
}

/** The problem in what `Handlebars.parse` threw. */
export function explainSyntax(source: Source, error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const mismatch = /^(\S+) doesn't match (\S+) - (\d+):(\d+)/.exec(message);
  if (mismatch) {
    const [, opened = '', closed = '', line, column] = mismatch;
    const start = offsetOf(source, { line: Number(line), column: Number(column) });
    const span = { source, start, end: Math.min(start + opened.length, source.text.length) };
    return problems.blockMismatch(opened, closed, span);
  }
  const token = /got '(\w+)'/.exec(message)?.[1] ?? '';
  const unclosed = token === 'EOF' ? findUnclosed(source) : null;
  if (unclosed) return problems.blockUnclosed(unclosed.name, unclosed.span);
  return problems.templateSyntax(token, letterAt(source, pointedOffset(source, message)));
}
