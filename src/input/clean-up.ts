/**
 * Typed copy made fit for print: the language's quotes, apostrophes, dashes, ellipses and spaces in
 * the place of a typewriter's (typography.ts has the rules). Words are never changed. What an
 * author escaped (`\"`), addresses, and the texts that `ord.yaml` keeps are left as they are. Every
 * piece keeps its place in the copy.
 */
import type { Report, Span } from '../base/index.ts';
import { addressesIn } from '../text/index.ts';
import type { Inline, InlineText } from './inline.ts';
import * as problems from './problems.ts';
import { findCorrections, type QuoteStyle } from './typography.ts';
import type { Edit } from './typography-edits.ts';

/** Something that was set otherwise than typed. */
export interface TypographyChange {
  readonly before: string;
  readonly after: string;
  readonly span: Span;
  readonly field: string;
}

export interface CleanUpSettings {
  /** BCP 47. */
  readonly language: string;
  readonly quotes: QuoteStyle;
  /** Texts that are left as typed. */
  readonly verbatim: readonly string[];
}

/** A leaf and where it begins in the text of all leaves. */
interface Leaf {
  readonly node: InlineText;
  readonly start: number;
}

/** Stands for what must not be changed: no rule matches it, and it is no space. */
const mask = '\ufffc';

function collectLeaves(inlines: readonly Inline[], leaves: Leaf[], texts: string[]): void {
  for (const inline of inlines) {
    const start = texts.reduce((sum, { length }) => sum + length, 0);
    if (inline.kind === 'text') {
      leaves.push({ node: inline, start });
      texts.push(inline.isEscaped ? mask.repeat(inline.text.length) : inline.text);
    } else if (inline.kind === 'break') texts.push('\n');
    else collectLeaves(inline.children, leaves, texts);
  }
}

function maskRange(text: string, start: number, end: number): string {
  return text.slice(0, start) + mask.repeat(end - start) + text.slice(end);
}

/** The text with its addresses and the project's verbatim texts masked; as long as it was. */
function maskKept(text: string, verbatim: readonly string[]): string {
  let masked = text;
  for (const { start, end } of addressesIn(text)) masked = maskRange(masked, start, end);
  for (const kept of verbatim)
    for (let at = text.indexOf(kept); at >= 0; at = text.indexOf(kept, at + kept.length))
      masked = maskRange(masked, at, at + kept.length);
  return masked;
}

/** The part of a leaf's place that a stretch of its text stands at; all of it where unknown. */
function partOfSpan({ text, span }: InlineText, start: number, end: number): Span {
  if (span.end - span.start !== text.length) return span;
  return { source: span.source, start: span.start + start, end: span.start + end };
}

/** A leaf with the edits inside it, in order. Where a length changes, a piece of its own stands for it. */
function editLeaf({ node, start: origin }: Leaf, edits: readonly Edit[]): readonly InlineText[] {
  const pieces: InlineText[] = [];
  let { text } = node;
  let from = 0;
  const cut = (to: number) => {
    if (to > from)
      pieces.push({ ...node, text: text.slice(from, to), span: partOfSpan(node, from, to) });
  };
  for (const edit of edits) {
    const start = edit.start - origin;
    const end = edit.end - origin;
    if (edit.text.length === end - start) {
      text = text.slice(0, start) + edit.text + text.slice(end);
      continue;
    }
    cut(start);
    if (edit.text !== '')
      pieces.push({ ...node, text: edit.text, span: partOfSpan(node, start, end) });
    from = end;
  }
  cut(text.length);
  return pieces;
}

function rebuild(
  inlines: readonly Inline[],
  edited: ReadonlyMap<InlineText, readonly InlineText[]>,
): readonly Inline[] {
  return inlines.flatMap((inline): readonly Inline[] => {
    if (inline.kind === 'text') return edited.get(inline) ?? [inline];
    if (inline.kind === 'break') return [inline];
    return [{ ...inline, children: rebuild(inline.children, edited) }];
  });
}

/** The leaf that all of a stretch lies in. */
function leafAt(leaves: readonly Leaf[], start: number, end: number): Leaf | undefined {
  return leaves.find((leaf) => leaf.start <= start && end <= leaf.start + leaf.node.text.length);
}

/** The place from one end of a stretch to the other, which may lie in two leaves. */
function spanBetween(first: Leaf, last: Leaf, start: number, end: number): Span {
  const from = partOfSpan(first.node, start - first.start, start - first.start + 1);
  const to = partOfSpan(last.node, end - 1 - last.start, end - last.start);
  return { source: from.source, start: from.start, end: Math.max(from.end, to.end) };
}

/** A text of the copy with its typography put right, and what was changed. */
export function cleanUp(
  inlines: readonly Inline[],
  settings: CleanUpSettings,
  field: string,
): { readonly inlines: readonly Inline[]; readonly changes: readonly TypographyChange[] } {
  const leaves: Leaf[] = [];
  const texts: string[] = [];
  collectLeaves(inlines, leaves, texts);
  const typed = texts.join('');
  const text = maskKept(typed, settings.verbatim);
  const byLeaf = new Map<Leaf, Edit[]>();
  const changes: TypographyChange[] = [];
  for (const { start, end, edits } of findCorrections(text, settings)) {
    const places = edits.map((edit) => leafAt(leaves, edit.start, edit.end));
    const first = leafAt(leaves, start, start + 1);
    const last = leafAt(leaves, end - 1, end);
    if (!first || !last || places.includes(undefined)) continue;
    edits.forEach((edit, index) => {
      const leaf = places[index];
      if (leaf) byLeaf.set(leaf, [...(byLeaf.get(leaf) ?? []), edit]);
    });
    let after = typed.slice(start, end);
    for (const edit of [...edits].reverse())
      after = after.slice(0, edit.start - start) + edit.text + after.slice(edit.end - start);
    const span = spanBetween(first, last, start, end);
    changes.push({ before: typed.slice(start, end), after, span, field });
  }
  if (changes.length === 0) return { inlines, changes };
  const edited = new Map<InlineText, readonly InlineText[]>();
  for (const [leaf, edits] of byLeaf)
    edited.set(
      leaf.node,
      editLeaf(
        leaf,
        edits.sort((a, b) => a.start - b.start),
      ),
    );
  return { inlines: rebuild(inlines, edited), changes };
}

/** Tells what was set otherwise than typed: `input/typography`, a note each. */
export function reportChanges(changes: readonly TypographyChange[], report: Report): void {
  for (const change of changes) report(problems.typographyChanged(change));
}
