/**
 * `::first-line` and `::first-letter` (css-pseudo-4 §2): the first formatted line of a block
 * container is found among its boxes. Its first letter becomes an inline box or a float; the words
 * as they are on a first line are kept beside the others, since only layout knows how many fit.
 */
import type { ElementNode } from '../input/index.ts';
import type { ComputedStyle, StyledDocument } from '../style/index.ts';
import {
  type BlockBox,
  type Box,
  type InlineContent,
  type InlineEdge,
  type InlineText,
  isInFlow,
  type LinesBox,
} from './box.ts';
import type { FontSet } from './font-set.ts';
import { initialLetterStyle } from './initial-letter.ts';
import { headOfText, tailOfText } from './paragraph-rest.ts';
import { transformText } from './text-transform.ts';

/** The boxes of a block container with its typographic pseudo-elements put in. */
export function addTypographicPseudos(
  children: readonly Box[],
  element: ElementNode,
  style: ComputedStyle,
  styled: StyledDocument,
  fonts: FontSet | null,
): readonly Box[] {
  const { typographicPseudos } = styled;
  if (typographicPseudos.size === 0) return children;
  let boxes = children;
  const line = typographicPseudos.has('first-line')
    ? styled.styleWithin(element, 'first-line', style)
    : null;
  if (typographicPseudos.has('first-letter'))
    boxes = changeFirstLines(boxes, (lines) => withFirstLetter(lines, element, styled, fonts));
  return line
    ? changeFirstLines(boxes, (lines) => [withFirstLine(lines, line, element, styled)])
    : boxes;
}

/** The first lines in flow, in the box itself or in its first blocks, are replaced. */
function changeFirstLines(
  children: readonly Box[],
  change: (lines: LinesBox) => readonly Box[],
): readonly Box[] {
  const index = children.findIndex(isInFlow);
  const first = children[index];
  if (!first) return children;
  const put = (boxes: readonly Box[]) => [
    ...children.slice(0, index),
    ...boxes,
    ...children.slice(index + 1),
  ];
  if (first.kind === 'lines') return put(change(first));
  if (first.kind !== 'block' || first.independent || first.style.display === 'flow-root')
    return children;
  return put([{ ...first, children: changeFirstLines(first.children, change) }]);
}

/**
 * Punctuation before, one letter or digit with what stands over and under it, punctuation after
 * (css-pseudo-4 §2.2.1).
 */
const letterPattern =
  /^[\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Po}]*[\p{L}\p{N}\p{S}]\p{M}*[\p{Pe}\p{Pi}\p{Pf}\p{Po}]*/u;

function withFirstLetter(
  lines: LinesBox,
  element: ElementNode,
  styled: StyledDocument,
  fonts: FontSet | null,
): readonly Box[] {
  const index = lines.content.findIndex((one) => one.kind === 'text' || one.kind === 'atom');
  const text = lines.content[index];
  const length = text?.kind === 'text' ? (letterPattern.exec(text.text)?.[0].length ?? 0) : 0;
  if (text?.kind !== 'text' || length === 0) return [lines];
  const own = styled.styleWithin(element, 'first-letter', text.style);
  if (!own) return [lines];
  const style = initialLetterStyle(own, lines.style, fonts, text.text) ?? own;
  const letter = transformText({ ...headOfText(text, length), style }, true);
  const rest = text.text.length > length ? [tailOfText(text, length)] : [];
  const put = (content: readonly InlineContent[]): LinesBox => ({
    ...lines,
    content: [
      ...lines.content.slice(0, index),
      ...content,
      ...rest,
      ...lines.content.slice(index + 1),
    ],
  });
  if (style.float !== 'none') return [floatOf(letter, lines), put([])];
  const edge: InlineEdge = { style, element: null, language: text.language, whole: true };
  return [put([{ ...edge, kind: 'open' }, letter, { ...edge, kind: 'close' }])];
}

/** A letter that floats is a block with one line. */
function floatOf(letter: InlineText, { owner }: LinesBox): BlockBox {
  const { style, language } = letter;
  const base = { style, element: null, language, owner };
  const inner: InlineText = { ...letter, style: { ...style, float: 'none' } };
  const lines: LinesBox = { kind: 'lines', ...base, content: [inner] };
  return { kind: 'block', ...base, children: [lines], independent: true, marker: null };
}

/** All words of the lines as they would be on a first line, in a box of its style. */
function withFirstLine(
  lines: LinesBox,
  style: ComputedStyle,
  owner: ElementNode,
  styled: StyledDocument,
): LinesBox {
  if (lines.firstLine) return lines;
  const { language } = lines;
  const around: InlineEdge = { style, element: null, language, whole: true, isFirstLine: true };
  // Blocks between the element and its first line hand the style on.
  let outer = style;
  for (const block of blocksBetween(owner, lines.owner, styled))
    outer = styled.styleWithin(block, null, outer);
  const open: ComputedStyle[] = [outer];
  const content: InlineContent[] = [{ ...around, kind: 'open' }];
  for (const one of lines.content) {
    const top = open.at(-1) ?? outer;
    if (one.kind === 'open') {
      const own = restyled(one, top, lines.style, owner, styled);
      open.push(own);
      content.push({ ...one, style: own });
    } else if (one.kind === 'close') {
      open.pop();
      content.push({ ...one, style: top });
    } else content.push(one.kind === 'text' ? onFirstLine(one, top) : one);
  }
  content.push({ ...around, kind: 'close' });
  return { ...lines, firstLine: { ...lines, content } };
}

/** Words in the first line's style, and in its case. */
function onFirstLine(text: InlineText, style: ComputedStyle): InlineText {
  const own = { ...text, style };
  return style.textTransform === text.style.textTransform ? own : transformText(own, true);
}

/** An inline box's style on the first line. */
function restyled(
  { element, style }: InlineEdge,
  parent: ComputedStyle,
  block: ComputedStyle,
  owner: ElementNode,
  styled: StyledDocument,
): ComputedStyle {
  if (element) return styled.styleWithin(element, null, parent);
  const isLetter = styled.styleWithin(owner, 'first-letter', block) === style;
  return (isLetter && styled.styleWithin(owner, 'first-letter', parent)) || style;
}

/** Elements from below `outer` to `inner`; none where they are the same. */
function blocksBetween(
  outer: ElementNode,
  inner: ElementNode | null,
  { document }: StyledDocument,
): readonly ElementNode[] {
  if (!inner || inner === outer) return [];
  const path = pathTo(inner, outer) ?? pathTo(inner, document.root) ?? [];
  return path.slice(path.indexOf(outer) + 1);
}

function pathTo(wanted: ElementNode, from: ElementNode): readonly ElementNode[] | null {
  if (from === wanted) return [from];
  for (const child of from.children) {
    const path = child.kind === 'element' ? pathTo(wanted, child) : null;
    if (path) return [from, ...path];
  }
  return null;
}
