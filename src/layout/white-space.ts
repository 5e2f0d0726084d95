/**
 * White space (css-text-4 §4.1.1): collapsed through a whole inline formatting context, so that a
 * space at the end of one inline box takes away the one at the start of the next.
 */
import type { ComputedStyle } from '../style/index.ts';
import { type InlineContent, type InlineText, isInFlow, type TextOrigin } from './box.ts';

type Collapse = ComputedStyle['whiteSpaceCollapse'];

/** True where spaces and tabs are collapsed. */
export function collapsesSpaces(value: Collapse): boolean {
  return value === 'collapse' || value === 'preserve-breaks';
}

function keepsBreaks(value: Collapse): boolean {
  return value !== 'collapse' && value !== 'preserve-spaces';
}

/** What was read before: at the start of a line spaces vanish; after one space, further ones. */
interface Collapsing {
  /** At the start of a line, or after a collapsible space. */
  afterSpace: boolean;
  /** Index in the result of the text that ends with a collapsible space. */
  spaceAt: number;
}

/**
 * Content with its white space collapsed: none at the start and end of the context and around
 * forced breaks. Texts that become empty are dropped.
 */
export function collapseContent(content: readonly InlineContent[]): readonly InlineContent[] {
  const result: InlineContent[] = [];
  const state: Collapsing = { afterSpace: true, spaceAt: -1 };
  for (const one of content) {
    if (one.kind === 'text') addCollapsed(one, result, state);
    else {
      result.push(one);
      // A box in the line is like a letter; one that is out of flow is not there at all.
      if (one.kind === 'atom' && isInFlow(one.box)) {
        state.afterSpace = false;
        state.spaceAt = -1;
      }
    }
  }
  trimSpace(result, state);
  return result.filter((one) => one.kind !== 'text' || one.text !== '');
}

function addCollapsed(text: InlineText, result: InlineContent[], state: Collapsing): void {
  const collapsed = collapseText(text, result, state);
  if (collapsed.text === '') return;
  result.push(collapsed);
  if (state.spaceAt === ownSpace) state.spaceAt = result.length - 1;
}

/** Words and the single spaces between them: nothing there can collapse. */
const plainStretch = /[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*/y;

function plainEnd(text: string, start: number): number {
  plainStretch.lastIndex = start;
  return plainStretch.test(text) ? plainStretch.lastIndex : start;
}

/** Stands for the text being read until its index is known. */
const ownSpace = -2;

function collapseText(text: InlineText, result: InlineContent[], state: Collapsing): InlineText {
  const { whiteSpaceCollapse } = text.style;
  const builder = new MappedText(text);
  const collapses = collapsesSpaces(whiteSpaceCollapse);
  const keepsTabs = whiteSpaceCollapse !== 'preserve-spaces';
  for (let at = 0; at < text.text.length; at++) {
    const plain = plainEnd(text.text, at);
    if (plain > at) {
      builder.copy(at, plain);
      state.afterSpace = false;
      state.spaceAt = -1;
      at = plain - 1;
      continue;
    }
    const character = text.text[at] ?? '';
    const isBreak = character === '\n' && (keepsBreaks(whiteSpaceCollapse) || isForced(text, at));
    if (isBreak) {
      dropSpace(builder, result, state);
      builder.add('\n', at);
      state.afterSpace = true;
      state.spaceAt = -1;
    } else if (character === '\r') {
      if (!collapses) builder.add(character, at);
      state.afterSpace = false;
      state.spaceAt = -1;
    } else if (!collapses) {
      builder.add(character === '\t' && keepsTabs ? '\t' : ' ', at);
      state.afterSpace = false;
      state.spaceAt = -1;
    } else if (!state.afterSpace) {
      builder.add(' ', at);
      state.afterSpace = true;
      state.spaceAt = ownSpace;
    }
  }
  return builder.finish();
}

/** `<br>` is a text of its own with one `\n` and no origin. */
function isForced(text: InlineText, at: number): boolean {
  return text.isBreak && at === 0;
}

/** Takes off the collapsible space before a forced break. */
function dropSpace(builder: MappedText, result: InlineContent[], state: Collapsing): void {
  if (state.spaceAt === ownSpace) builder.dropLast();
  else trimSpace(result, state);
}

function trimSpace(result: InlineContent[], state: Collapsing): void {
  const text = result[state.spaceAt];
  if (text?.kind === 'text' && text.text.endsWith(' ')) {
    result[state.spaceAt] = { ...text, text: text.text.slice(0, -1) };
  }
  state.spaceAt = -1;
}

/** A text being written, with the origin of each stretch kept. */
export class MappedText {
  readonly #source: InlineText;
  readonly #origins: TextOrigin[] = [];
  #text = '';
  #index = 0;

  constructor(source: InlineText) {
    this.#source = source;
  }

  /** Adds words that stand for the source's character at `at`. */
  add(words: string, at: number): void {
    const start = this.#text.length;
    this.#text += words;
    const origin = this.#originAt(at);
    if (origin) this.#addOrigin(origin, at, start, start + words.length);
  }

  /** Adds the source's characters from `from` up to `to` as they are. */
  copy(from: number, to: number): void {
    const shift = this.#text.length - from;
    this.#text += this.#source.text.slice(from, to);
    for (let at = from; at < to; ) {
      const origin = this.#originAt(at);
      if (!origin) {
        at = this.#source.origins[this.#index]?.start ?? to;
        continue;
      }
      const end = Math.min(origin.end, to);
      this.#addOrigin(origin, at, at + shift, end + shift);
      at = end;
    }
  }

  /** The result's characters from `start` to `end` come from the source's at `at`. */
  #addOrigin(origin: TextOrigin, at: number, start: number, end: number): void {
    const offset = origin.offset + at - origin.start;
    const last = this.#origins.at(-1);
    const continues =
      last !== undefined &&
      last.piece === origin.piece &&
      last.end === start &&
      last.offset + (start - last.start) === offset;
    if (continues) this.#origins[this.#origins.length - 1] = { ...last, end };
    else this.#origins.push({ start, end, piece: origin.piece, offset });
  }

  /** Takes off the last character. */
  dropLast(): void {
    this.#text = this.#text.slice(0, -1);
    const last = this.#origins.at(-1);
    if (!last || last.end <= this.#text.length) return;
    if (last.start >= this.#text.length) this.#origins.pop();
    else this.#origins[this.#origins.length - 1] = { ...last, end: this.#text.length };
  }

  finish(): InlineText {
    return { ...this.#source, text: this.#text, origins: this.#origins };
  }

  /** Origins are in order and so are the questions: the search goes on where it stopped. */
  #originAt(at: number): TextOrigin | undefined {
    const { origins } = this.#source;
    while ((origins[this.#index]?.end ?? Number.POSITIVE_INFINITY) <= at) this.#index++;
    const origin = origins[this.#index];
    return origin && origin.start <= at ? origin : undefined;
  }
}
