/** Messages of words that run out of their frame or their line. */
import {
  type Finding,
  hint,
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

/** `layout/overset-text`. The span is the first word left out. */
export function oversetText(overset: Overset): Finding {
  const { page, element, lines, characters, missingPt, field, word } = overset;
  const count = { en: plural(lines, 'line', 'lines'), da: plural(lines, 'linje', 'linjer') };
  const letters = { en: plural(characters, 'character', 'characters'), da: `${characters} tegn` };
  const whose = field === undefined ? '' : { en: ` of \`${field}\``, da: ` af \`${field}\`` };
  const where = element
    ? { en: `in \`${nameOf(element)}\``, da: `i \`${nameOf(element)}\`` }
    : { en: `on the page${page && ` \`${page}\``}`, da: `på siden${page && ` \`${page}\``}` };
  const from =
    word === undefined
      ? { en: '', da: '' }
      : { en: `, from \`${shorten(word)}\` on`, da: `, fra \`${shorten(word)}\`` };
  const of = whose === '' ? { en: '', da: '' } : whose;
  // Nothing is wanting below: the words run out at the top or the sides, and cutting is no help.
  const isOutside = missingPt <= 0;
  const more = mm(missingPt);
  const cut = isOutside
    ? hint('move it inwards, or make it narrower', 'ryk det indad, eller gør det smallere')
    : element
      ? hint(
          `cut about ${letters.en}, or give \`${nameOf(element)}\` ${more.en} more`,
          `skær omkring ${letters.da} væk, eller giv \`${nameOf(element)}\` ${more.da} mere`,
        )
      : hint(`cut about ${letters.en}`, `skær omkring ${letters.da} væk`);
  const name = element ? nameOf(element) : page;
  const outside = element
    ? { en: `outside \`${name}\``, da: `uden for \`${name}\`` }
    : {
        en: `outside the page${name && ` \`${name}\``}`,
        da: `uden for siden${name && ` \`${name}\``}`,
      };
  const message = isOutside
    ? {
        en: `${count.en}${of.en} (${letters.en}) ${lines === 1 ? 'stands' : 'stand'} ${outside.en}${from.en}`,
        da: `${count.da}${of.da} (${letters.da}) står ${outside.da}${from.da}`,
      }
    : {
        en: `${count.en}${of.en} (${letters.en}) ${lines === 1 ? 'does' : 'do'} not fit ${where.en}${from.en}`,
        da: `${count.da}${of.da} (${letters.da}) er der ikke plads til ${where.da}${from.da}`,
      };
  const found = {
    page,
    rect: overset.rect,
    measured: overset.linesThatFit + lines,
    limit: overset.linesThatFit,
    unit: 'lines',
    ...(field === undefined ? {} : { field }),
  } as const;
  const own = problem('error', 'layout/overset-text', message, {
    span: overset.span,
    related: placeLabels(overset.placedAt, overset.heightAt),
    hints: [cut],
  });
  return Object.assign(found, own);
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

const brokenWord = hint(
  'put a soft hyphen (`\\-` in the copy) where the word may be broken, shorten it, allow `hyphens: auto`, or set it smaller',
  'sæt en blød bindestreg (`\\-` i teksten), hvor ordet må deles, gør det kortere, tillad `hyphens: auto`, eller sæt det mindre',
);

const loosenedWords = hint(
  'let the line be broken between them: take away `[[…]]` or `~` in the copy, `white-space: nowrap` or `&nbsp;` in the template; or shorten them',
  'lad linjen deles mellem dem: fjern `[[…]]` eller `~` i teksten, `white-space: nowrap` eller `&nbsp;` i skabelonen; eller gør dem kortere',
);

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

function hintOf({ words, span }: Overfull) {
  if (/\s/.test(words)) return loosenedWords;
  return isAddress(span) ? shortAddress : brokenWord;
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
