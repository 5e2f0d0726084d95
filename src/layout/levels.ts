/**
 * Levels of what stands in lines (css-writing-modes-4 §2): the words of a block as one text, with
 * the controls that its inline boxes stand for, are handed to the bidirectional algorithm.
 */
import { bidiControl, type InlineItem, isBidiReady, levelsOf, mayTurn } from '../text/index.ts';
import { type Box, isInFlow, type LinesBox } from './box.ts';
import type { MadePage } from './made-page.ts';
import { allBoxes } from './walk-boxes.ts';

type Writing = Pick<LinesBox['style'], 'direction' | 'unicodeBidi'>;

/** What an inline box opens with, and closes with. */
function controlsOf({ direction, unicodeBidi }: Writing): readonly [open: string, close: string] {
  const isTurned = direction === 'rtl';
  const isolate = isTurned ? bidiControl.isolateRightToLeft : bidiControl.isolateLeftToRight;
  const override = isTurned ? bidiControl.overrideRightToLeft : bidiControl.overrideLeftToRight;
  const { endEmbedding, endIsolate } = bidiControl;
  switch (unicodeBidi) {
    case 'normal':
      return ['', ''];
    case 'embed':
      return [isTurned ? bidiControl.embedRightToLeft : bidiControl.embedLeftToRight, endEmbedding];
    case 'isolate':
      return [isolate, endIsolate];
    case 'bidi-override':
      return [override, endEmbedding];
    case 'isolate-override':
      return [isolate + override, endEmbedding + endIsolate];
    case 'plaintext':
      return [bidiControl.isolateByContent, endIsolate];
  }
}

/** True where some of the words in a box may run from right to left. */
function turns({ style, content }: LinesBox): boolean {
  if (style.direction === 'rtl') return true;
  return content.some((one) =>
    one.kind === 'text' ? mayTurn(one.text) : one.kind === 'open' && one.style.direction === 'rtl',
  );
}

/** True where a document's layout asks for levels; `prepareBidi` must then be awaited. */
export function asksLevels(root: Box): boolean {
  for (const box of allBoxes(root)) if (box.kind === 'lines' && turns(box)) return true;
  return false;
}

/** The same of the words of pages' margins. */
export function marginsAskLevels(pages: readonly Pick<MadePage, 'marginBoxes'>[]): boolean {
  return pages.some(({ marginBoxes }) =>
    marginBoxes.some(({ style }) => mayTurn(JSON.stringify(style.content))),
  );
}

/** U+FFFC, as which the algorithm sees pictures and inline blocks. */
const object = '\ufffc';

/** The words as the algorithm reads them, and where each text and atom begins in them. */
function logicalText({ style, content }: LinesBox) {
  let text = style.unicodeBidi.endsWith('override')
    ? (controlsOf({ ...style, unicodeBidi: 'bidi-override' })[0] ?? '')
    : '';
  const starts: number[] = [];
  for (const one of content) {
    if (one.kind === 'open') text += controlsOf(one.style)[0];
    else if (one.kind === 'close') text += controlsOf(one.style)[1];
    else if (one.kind === 'text' || isInFlow(one.box)) {
      starts.push(text.length);
      text += one.kind === 'text' ? one.text : object;
    }
  }
  return { text, starts };
}

/** The items of a box with their levels; as they are where all run from left to right. */
export function withLevels(box: LinesBox, items: readonly InlineItem[]): readonly InlineItem[] {
  if (!isBidiReady() || !turns(box)) return items;
  const { text, starts } = logicalText(box);
  const base = box.style.unicodeBidi === 'plaintext' ? 'auto' : box.style.direction;
  const levels = levelsOf(text, base);
  let next = 0;
  return items.map((item) => {
    if (item.kind === 'edge') return item;
    const start = starts[next++] ?? 0;
    if (item.kind === 'atom') return { ...item, level: levels[start] ?? 0 };
    return { ...item, levels: levels.slice(start, start + item.text.length) };
  });
}
