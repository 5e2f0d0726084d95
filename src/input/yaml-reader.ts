/**
 * Reading settings out of a YAML tree: known keys, words, numbers, choices. Each reader reports what
 * is wrong with its place and answers null, so that the caller can go on with a default.
 */
import { type Hint, hint, type Message, nearest, type Report, type Span } from '../base/index.ts';
import * as problems from './problems.ts';
import type { YamlEntry, YamlMap, YamlNode } from './yaml.ts';

export type Entries = ReadonlyMap<string, YamlEntry>;

/** The node as a map; null after `input/not-keys`. An empty file counts as one without keys. */
export function readMap(node: YamlNode, path: string, report: Report): YamlMap | null {
  if (node.kind === 'map') return node;
  if (node.kind === 'scalar' && node.value === null)
    return { kind: 'map', entries: [], span: node.span };
  report(problems.notAMap(path, node.span));
  return null;
}

/** A piece of a value in `{…}` that a comma has cut off: it has no colon, nor a value. */
export function isCutByComma({ key, keySpan, value }: YamlEntry): boolean {
  if (key === '' || value.kind !== 'scalar' || value.value !== null) return false;
  const { source, start, end } = keySpan;
  const isCut = /,[ \t]*["']?$/.test(source.text.slice(Math.max(0, start - 20), start));
  return isCut && /^["']?[ \t]*[,}]/.test(source.text.slice(end, end + 20));
}

/** A map's entries by key; any key that is not known is reported (`input/unknown-key`). */
export function readKeys(map: YamlMap, known: readonly string[], report: Report): Entries {
  const entries = new Map<string, YamlEntry>();
  for (const entry of map.entries) {
    if (known.includes(entry.key)) entries.set(entry.key, entry);
    else if (isCutByComma(entry)) report(problems.commaInBraces(entry.key, entry.keySpan));
    else {
      const near = nearest(entry.key, known);
      report(problems.keyUnknown(entry.key, entry.keySpan, near, known));
    }
  }
  return entries;
}

/**
 * Reports that a value is not what it must be; `help` is what its writer seems to mean, or what to
 * write.
 */
export function reportWrong(
  entry: YamlEntry,
  wanted: Message,
  report: Report,
  help?: string | Hint,
): null {
  const { key, value } = entry;
  const found = value.kind === 'scalar' ? value.text.slice(0, 60) : '';
  const span = value.span.end > value.span.start ? value.span : entry.keySpan;
  report(problems.valueWrong(key, wanted, { found, help }, span));
  return null;
}

/** The words of a value, never empty; numbers as they are written. */
export function readWords(entry: YamlEntry, report: Report): string | null {
  const { value } = entry;
  if (value.kind === 'scalar' && value.text.trim() !== '') return value.text.trim();
  const help = hint(
    `write the words after the colon: \`${entry.key}: …\``,
    `skriv ordene efter kolonet: \`${entry.key}: …\``,
  );
  return reportWrong(entry, { en: 'a text', da: 'en tekst' }, report, help);
}

/** `true` or `false`. */
export function readBoolean(entry: YamlEntry, report: Report): boolean | null {
  const { value } = entry;
  if (value.kind === 'scalar' && typeof value.value === 'boolean') return value.value;
  const meant = value.kind === 'scalar' ? truthMeant(value.text) : undefined;
  const wanted = { en: '`true` or `false`', da: '`true` eller `false`' };
  const help = hint('write `true` or `false`', 'skriv `true` eller `false`');
  return reportWrong(entry, wanted, report, meant ?? help);
}

function truthMeant(text: string): string | undefined {
  if (/^(ja|yes|y|on|sand|til|x)$/i.test(text)) return 'true';
  return /^(nej|no|n|off|falsk|fra)$/i.test(text) ? 'false' : undefined;
}

export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly isWhole: boolean;
}

/** A number inside a range, both ends included. */
export function readNumber(entry: YamlEntry, range: NumberRange, report: Report): number | null {
  const { min, max, isWhole } = range;
  const text = entry.value.kind === 'scalar' ? entry.value.text.trim() : '';
  const number = numberIn(text, isWhole);
  const fits = (one: number) => one >= min && one <= max && (!isWhole || Number.isInteger(one));
  if (fits(number)) return number;
  const kind = isWhole
    ? { en: 'a whole number', da: 'et helt tal' }
    : { en: 'a number', da: 'et tal' };
  const wanted = {
    en: `${kind.en} from ${min} to ${max}`,
    da: `${kind.da} fra ${min} til ${max}`,
  };
  const meant = numberAmong(text, isWhole);
  return reportWrong(entry, wanted, report, fits(meant) ? String(meant) : numberHint(meant, range));
}

/** `170 g/m²`, `ca. 20.000 stk.`: the only number among other words; NaN where there are several. */
function numberAmong(text: string, isWhole: boolean): number {
  const [first, ...more] = text.match(/\d(?:[\d.,' ]*\d)?/g) ?? [];
  // A digit at a word's end is none of the number: `g/m2`.
  const others = more.filter((digits) => !/[a-z]\d/i.test(text.slice(text.indexOf(digits) - 1)));
  return first === undefined || others.length > 0 ? Number.NaN : numberIn(first, isWhole);
}

function numberHint(written: number, { min, max }: NumberRange): Hint {
  if (written > max) return hint(`write at most \`${max}\``, `skriv højst \`${max}\``);
  if (written < min) return hint(`write at least \`${min}\``, `skriv mindst \`${min}\``);
  return hint('write one number and nothing else', 'skriv ét tal og intet andet');
}

/**
 * A list that somebody has written without its brackets: `press, screen` as `[press, screen]`;
 * undefined where there is only one word.
 */
export function unbracketed({ value }: YamlEntry): string | undefined {
  if (value.kind !== 'scalar') return undefined;
  const parts = value.text.split(/[,;]/).map((part) => part.trim());
  const words = parts.filter((part) => part !== '');
  return parts.length > 1 ? `[${words.join(', ')}]` : undefined;
}

/** Reports a list without its brackets. */
export function reportUnbracketed(entry: YamlEntry, meant: string, report: Report): null {
  const wanted = {
    en: 'one word, or a list in square brackets',
    da: 'ét ord eller en liste i kantede klammer',
  };
  return reportWrong(entry, wanted, report, meant);
}

/**
 * A number as people write it: `20000`, `20.000`, `20 000`, `1.5`, `1,5`. Where it must be whole, a
 * sign before three digits parts thousands: 20.000 copies are not twenty.
 */
function numberIn(text: string, isWhole: boolean): number {
  if (isWhole && /^\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+$/.test(text))
    return Number(text.replace(/\D/g, ''));
  const pattern = isWhole ? /^-?\d+$/ : /^-?\d+(?:[.,]\d+)?$/;
  return pattern.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}

/** One of a few words; `meanings` are other words for them. */
export function readChoice<T extends string>(
  key: string,
  node: YamlNode,
  choices: readonly T[],
  report: Report,
  meanings: readonly (readonly [RegExp, T])[] = [],
): T | null {
  const found = node.kind === 'scalar' ? node.text : '';
  const choice = choices.find((known) => known === found);
  if (choice === undefined) {
    const meant = meanings.find(([words]) => words.test(found))?.[1] ?? nearest(found, choices);
    report(problems.choiceWrong(key, found, choices, meant, node.span));
  }
  return choice ?? null;
}

/** The places of all keys of a tree, by dotted path: `form.fold`. */
export function keySpans(map: YamlMap): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  const visit = ({ entries }: YamlMap, prefix: string): void => {
    for (const { key, keySpan, value } of entries) {
      const isEmpty = value.span.end <= value.span.start;
      spans.set(prefix + key, isEmpty ? keySpan : value.kind === 'scalar' ? value.span : keySpan);
      if (value.kind === 'map') visit(value, `${prefix}${key}.`);
    }
  };
  visit(map, '');
  return spans;
}

/** The first character of a place: where something is missing from the whole. */
export function startOf({ source, start }: Span): Span {
  return { source, start, end: Math.min(start + 1, source.text.length) };
}
