/** Messages of words that run out of their frame or their line. */
import {
  type Finding,
  type Hint,
  hint,
  type Message,
  problem,
  ptToMm,
  type Rect,
  type Related,
  type Span,
  shorten,
} from '../base/index.ts';
import type { ElementNode } from '../input/index.ts';
import { nameOf } from './problems.ts';

/** A length as people measure it, with at most one decimal. */
function mm(pt: number): { readonly en: string; readonly da: string } {
  const rounded = (Math.round(ptToMm(pt) * 10) / 10).toString();
  return { en: `${rounded} mm`, da: `${rounded.replace('.', ',')} mm` };
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function charactersWords(count: number): string {
  return plural(count, 'character', 'characters');
}

/** Words that ran out of a frame. */
export interface Overset {
  readonly page: string;
  /** The frame; null for the page itself. */
  readonly element: ElementNode | null;
  readonly lines: number;
  readonly linesThatFit: number;
  readonly characters: number;
  /** Height that is wanting, in pt. */
  readonly missingPt: number;
  /** About so many characters stand beyond the frame's sides. */
  readonly charactersBeside: number;
  readonly rect: Rect;
  readonly field: string | undefined;
  /** First word left out. */
  readonly word: string | undefined;
  readonly span: Span | undefined;
  readonly placedAt: Span | undefined;
  readonly heightAt: Span | undefined;
}

function placeLabels(placedAt: Span | undefined, heightAt: Span | undefined): readonly Related[] {
  const placed = { en: 'placed here', da: 'placeret her' };
  const height = { en: 'height set here', da: 'højden er sat her' };
  return [
    ...(placedAt ? [{ span: placedAt, label: placed }] : []),
    ...(heightAt ? [{ span: heightAt, label: height }] : []),
  ];
}

/** The frame in a sentence: `on the page \`front\``, `outside \`.letter\``. */
function frameWords({ element, page }: Overset, isOutside: boolean): Message {
  if (element) {
    const name = nameOf(element);
    return isOutside
      ? { en: `outside \`${name}\``, da: `uden for \`${name}\`` }
      : { en: `in \`${name}\``, da: `i \`${name}\`` };
  }
  const name = page && ` \`${page}\``;
  return isOutside
    ? { en: `outside the page${name}`, da: `uden for siden${name}` }
    : { en: `on the page${name}`, da: `på siden${name}` };
}

/** What is to be done about lines that are out below, or (nothing wanting there) at the sides or above. */
function oversetHint({ element, characters, missingPt, charactersBeside }: Overset): Hint {
  if (missingPt > 0) {
    const more = mm(missingPt);
    return element
      ? hint(
          `cut about ${charactersWords(characters)}, or give \`${nameOf(element)}\` ${more.en} more`,
          `skær omkring ${characters} tegn væk, eller giv \`${nameOf(element)}\` ${more.da} mere`,
        )
      : hint(`cut about ${charactersWords(characters)}`, `skær omkring ${characters} tegn væk`);
  }
  return charactersBeside > 0
    ? hint(
        `cut about ${charactersWords(charactersBeside)}, move it inwards, or make it narrower`,
        `skær omkring ${charactersBeside} tegn væk, ryk det indad, eller gør det smallere`,
      )
    : hint('move it inwards, or make it narrower', 'ryk det indad, eller gør det smallere');
}

function oversetMessage(overset: Overset): Message {
  const { lines, characters, missingPt, field, word } = overset;
  const isOutside = missingPt <= 0;
  const where = frameWords(overset, isOutside);
  const of = field === undefined ? '' : `\`${field}\``;
  const from = word === undefined ? '' : `\`${shorten(word)}\``;
  const [stand, fit] = lines === 1 ? ['stands', 'does not fit'] : ['stand', 'do not fit'];
  const en = `${plural(lines, 'line', 'lines')}${of && ` of ${of}`} (${charactersWords(characters)})`;
  const da = `${plural(lines, 'linje', 'linjer')}${of && ` af ${of}`} (${characters} tegn)`;
  return {
    en: `${en} ${isOutside ? stand : fit} ${where.en}${from && `, from ${from} on`}`,
    da: `${da} ${isOutside ? 'står' : 'er der ikke plads til'} ${where.da}${from && `, fra ${from}`}`,
  };
}

/** `layout/overset-text`. The span is the first word left out. */
export function oversetText(overset: Overset): Finding {
  const { page, rect, field, lines, linesThatFit } = overset;
  const own = problem('error', 'layout/overset-text', oversetMessage(overset), {
    span: overset.span,
    related: placeLabels(overset.placedAt, overset.heightAt),
    hints: [oversetHint(overset)],
  });
  const measured = linesThatFit + lines;
  const found = { page, rect, measured, limit: linesThatFit, unit: 'lines' } as const;
  return { ...found, ...(field === undefined ? {} : { field }), ...own };
}

/** A line that is wider than its box. */
export interface Overfull {
  readonly page: string;
  /** One word, or several that are kept together. */
  readonly words: string;
  readonly span: Span | undefined;
  readonly placedAt: Span | undefined;
  /** Whose line it is; null where the word has widened the box. */
  readonly element: ElementNode | null;
  readonly field: string | undefined;
  readonly rect: Rect;
  readonly widthPt: number;
  readonly roomPt: number;
}

function brokenWord(excess: number): Hint {
  return hint(
    `put a soft hyphen (\`\\-\` in the copy) where the word may be broken, make it about ${charactersWords(excess)} shorter, allow \`hyphens: auto\`, or set it smaller`,
    `sæt en blød bindestreg (\`\\-\` i teksten), hvor ordet må deles, gør det omkring ${excess} tegn kortere, tillad \`hyphens: auto\`, eller sæt det mindre`,
  );
}

function loosenedWords(excess: number): Hint {
  return hint(
    `make them about ${charactersWords(excess)} shorter; or let the line be broken between them: take away \`[[…]]\` or \`~\` in the copy, \`white-space: nowrap\` or \`&nbsp;\` in the template`,
    `gør dem omkring ${excess} tegn kortere; eller lad linjen deles mellem dem: fjern \`[[…]]\` eller \`~\` i teksten, \`white-space: nowrap\` eller \`&nbsp;\` i skabelonen`,
  );
}

/** A hyphen in an address would be read as a part of it. */
const shortAddress = hint(
  'write a shorter address, or make a link with a few words of it: `[words](https://…)`',
  'skriv en kortere adresse, eller lav den til et link med få ord: `[ord](https://…)`',
);

/** Whether what is written around a place, up to the spaces, is an address on the net. */
function isAddress(span: Span | undefined): boolean {
  if (!span) return false;
  const { source, start, end } = span;
  const near = 400;
  const before = /\S*$/.exec(source.text.slice(Math.max(0, start - near), start))?.[0] ?? '';
  const from = /^\S*/.exec(source.text.slice(start, end + near))?.[0] ?? '';
  return /\bhttps?:\/\/|\bwww\.|^[^\s@]+@[^\s@]+\.\w|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\//i.test(
    before + from,
  );
}

/** By how many characters words must be shorter to fit, as far as letters are alike. */
function excessOf({ words, widthPt, roomPt }: Overfull): number {
  const share = widthPt > 0 ? Math.max(0, 1 - roomPt / widthPt) : 0;
  return Math.max(1, Math.ceil([...words].length * share));
}

function hintOf(line: Overfull): Hint {
  const { words, span } = line;
  if (/\s/.test(words)) return loosenedWords(excessOf(line));
  return isAddress(span) ? shortAddress : brokenWord(excessOf(line));
}

/** What is too wide, as the beginning of a sentence with two ends. */
function tooLong({ words, field }: Overfull) {
  const whose = {
    en: field === undefined ? '' : ` of \`${field}\``,
    da: field === undefined ? '' : ` af \`${field}\``,
  };
  const named = `\`${shorten(words)}\``;
  return /\s/.test(words)
    ? {
        en: `the words ${named}${whose.en} are kept together and too long for their line: they take`,
        da: `ordene ${named}${whose.da} holdes sammen og er for lange til deres linje: de fylder`,
      }
    : {
        en: `the word ${named}${whose.en} is too long for its line: it takes`,
        da: `ordet ${named}${whose.da} er for langt til sin linje: det fylder`,
      };
}

/** `layout/overfull-line`: words that can neither be broken nor made narrower. */
export function overfullLine(line: Overfull): Finding {
  const width = mm(line.widthPt);
  const room = mm(line.roomPt);
  const subject = tooLong(line);
  const where = line.element
    ? { en: ` in \`${nameOf(line.element)}\``, da: ` i \`${nameOf(line.element)}\`` }
    : { en: '', da: '' };
  return {
    ...problem(
      'error',
      'layout/overfull-line',
      {
        en: `${subject.en} ${width.en}, and there are ${room.en}${where.en}`,
        da: `${subject.da} ${width.da}, og der er ${room.da}${where.da}`,
      },
      {
        span: line.span,
        related: placeLabels(line.placedAt, undefined),
        hints: [hintOf(line)],
      },
    ),
    page: line.page,
    rect: line.rect,
    measured: line.widthPt,
    limit: line.roomPt,
    unit: 'pt',
    ...(line.field === undefined ? {} : { field: line.field }),
  };
}
