/**
 * What any division of a text into justified lines can reach at best: for each paragraph, and each
 * number of hyphens in it, the least that its widest word space can be. Every row of breaks that
 * the rules allow is looked at: two hyphens in a row at most, the last word whole, five letters in the
 * last line.
 */
import { readFileSync } from 'node:fs';
import { type BreakPoints, hasTrait, naturalWidth, trait } from '../../src/text/break-points.ts';
import { breakPoints } from '../../src/text/find-break-points.ts';
import {
  evenShape,
  isFontFault,
  openFont,
  type ParagraphStyle,
  prepareShaping,
  type TextStyle,
} from '../../src/text/index.ts';
import { type ParagraphText, paragraphText } from '../../src/text/paragraph-text.ts';
import { setLine } from '../../src/text/set-line.ts';
import type { InlineItem, JustificationLimits, LineSource } from '../../src/text/types.ts';

export interface Text {
  readonly language: string;
  readonly widthMm: number;
  readonly paragraphs: readonly string[];
}

/** By number of hyphens: the widest word space as a multiple of the font's own. */
export type LeastByHyphens = ReadonlyMap<number, number>;

/** Ways that may matter yet at a break, by hyphens in a row and in all. */
type Ways = Map<string, { readonly row: number; readonly all: number; readonly widest: number }>;

const mostHyphensInRow = 2;
const fewestLastLetters = 5;

function styleOf(justification: JustificationLimits, isFirst: boolean): ParagraphStyle {
  return {
    align: 'justify',
    alignLast: 'left',
    indentPt: isFirst ? 0 : 13,
    wrap: 'total-fit',
    justification,
    hyphenation: { word: 6, before: 2, after: 3, lines: 2, last: 'always', zonePt: 0 },
    opticalMargins: true,
  };
}

/** A line between two breaks: how wide its word spaces are; null where it may not be. */
function widestOf(
  paragraph: ParagraphText,
  points: BreakPoints,
  [from, to]: readonly [number, number],
  source: LineSource,
): number | null {
  const isLast = to === points.count - 1;
  if (hasTrait(points, to, trait.dividesLastWord)) return null;
  const letters = (points.letters[to] ?? 0) - (points.letters[from] ?? 0);
  if (isLast && letters < fewestLastLetters) return null;
  const line = setLine(paragraph, points, from, to, source, 0);
  if (line.overfull) return null;
  const hasSpaces = (points.spaceTo[to] ?? 0) > (points.spaceFrom[from] ?? 0);
  if (!isLast && !hasSpaces && line.ratio > 1) return null;
  return line.wordSpace;
}

function leastOf(text: string, style: ParagraphStyle, textStyle: TextStyle, width: number) {
  const items: readonly InlineItem[] = [{ kind: 'text', text, style: textStyle }];
  const source: LineSource = { items, style, shape: evenShape(width) };
  const paragraph = paragraphText(items);
  const points = breakPoints(paragraph, style);
  const last = points.count - 1;
  const reached: Ways[] = Array.from({ length: points.count }, () => new Map());
  reached[0]?.set('', { row: 0, all: 0, widest: 0 });
  for (let from = 0; from < last; from++) {
    for (let to = from + 1; to <= last; to++) {
      // Nothing shrinks by a fifth.
      if (naturalWidth(points, from, to) > width * 1.2) break;
      const widest = widestOf(paragraph, points, [from, to], source);
      if (widest === null) continue;
      const isHyphenated = hasTrait(points, to, trait.hyphenated);
      for (const way of reached[from]?.values() ?? []) {
        const row = isHyphenated ? way.row + 1 : 0;
        if (row > mostHyphensInRow) continue;
        const next = { row, all: way.all + (isHyphenated ? 1 : 0), widest };
        const key = `${next.row},${next.all}`;
        const most = Math.max(way.widest, widest);
        const known = reached[to]?.get(key);
        if (!known || most < known.widest) reached[to]?.set(key, { ...next, widest: most });
      }
    }
  }
  const least = new Map<number, number>();
  for (const { all, widest } of reached[last]?.values() ?? [])
    least.set(all, Math.min(widest, least.get(all) ?? Number.POSITIVE_INFINITY));
  return least;
}

/** For each paragraph of a text, set as `bench/type.js` sets it. */
export async function leastByHyphens(
  { language, widthMm, paragraphs }: Text,
  fontFile: string,
  limits: JustificationLimits,
): Promise<readonly LeastByHyphens[]> {
  await prepareShaping([language]);
  const font = openFont(fontFile, readFileSync(fontFile));
  if (isFontFault(font)) throw new Error(`${font.code} ${font.subject}`);
  const textStyle: TextStyle = {
    fonts: [font],
    sizePt: 9.5,
    letterSpacingPt: 0,
    wordSpacingPt: 0,
    language,
    features: [],
    kerning: true,
    ligatures: true,
    hyphens: 'auto',
    wrap: true,
    avoidBreaks: false,
  };
  return paragraphs.map((text, index) =>
    leastOf(text, styleOf(limits, index === 0), textStyle, (widthMm * 72) / 25.4),
  );
}
