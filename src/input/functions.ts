/**
 * What templates can call: `{{upper title}}`, `{{date day "lang"}}`. One pure entry a function; the
 * words keep their places. Templates hold no other code.
 */
import { type Cache, nearest, ptToMm, type Report, type Size, type Span } from '../base/index.ts';
import { parseDay } from './copy-value.ts';
import type { Inline } from './inline.ts';
import { parseInline } from './inline-markup.ts';
import { linkTarget } from './link-address.ts';
import { type DateStyle, dateStyles, formatDay, formatNumber } from './locale.ts';
import { escapeHtml, type Marker } from './origins.ts';
import * as problems from './problems.ts';
import { createQrCode, type QrLevel, qrLevels } from './qr.ts';
import { placeText } from './scalar-text.ts';
import {
  changeWords,
  createHtml,
  createWords,
  isTruthy,
  isWords,
  numberOfValue,
  paragraphsHtml,
  replaceWords,
  textOfValue,
  type Words,
} from './words.ts';

/** One call: what surrounds it, and where it stands in the template. */
export interface Call {
  readonly name: string;
  readonly span: Span;
  readonly options: ReadonlyMap<string, unknown>;
  /** The job's language. */
  readonly language: string;
  /** Trim sizes in pt by panel role or page name. */
  readonly panels: ReadonlyMap<string, Size>;
  readonly marker: Marker;
  readonly report: Report;
  /** Keeps what takes long to work out. */
  readonly cache: Cache;
}

export interface TemplateFunction {
  /** An example, for messages. */
  readonly usage: string;
  /** Least and most arguments. */
  readonly arguments: readonly [number, number];
  readonly options: readonly string[];
  readonly call: (values: readonly unknown[], call: Call) => unknown;
}

/** `text` in the place of a value from the copy, or as template text. */
function written(value: unknown, text: string, { marker }: Call): Words | string {
  return isWords(value) ? replaceWords(value, text, marker) : text;
}

function reportArgument(en: string, da: string, value: unknown, call: Call): void {
  const found = textOfValue(value).slice(0, 60);
  call.report(problems.functionArgument(call.name, { en, da }, found, call.span));
}

function changeCase(change: (text: string) => string): TemplateFunction['call'] {
  return ([value], { marker }) =>
    isWords(value) ? changeWords(value, change, marker) : change(textOfValue(value));
}

function callNumber([value]: readonly unknown[], call: Call): unknown {
  const number = numberOfValue(value);
  const decimals = call.options.get('decimals');
  const hasDecimals = typeof decimals === 'number' && decimals >= 0 && decimals <= 10;
  if (number !== null) {
    const count = hasDecimals ? Math.round(decimals) : null;
    return written(value, formatNumber(number, count, call.language), call);
  }
  if (isTruthy(value)) reportArgument('a number', 'et tal', value, call);
  return value;
}

function callDate([value, style]: readonly unknown[], call: Call): unknown {
  const day = isWords(value) ? value.day : parseDay(textOfValue(value));
  const wanted = style === undefined ? 'lang' : textOfValue(style);
  const known = dateStyles.find((name): name is DateStyle => name === wanted);
  if (!known) {
    const list = dateStyles.join(', ');
    reportArgument(`one of ${list}`, `en af ${list}`, wanted, call);
  }
  if (day) return written(value, formatDay(day, known ?? 'lang', call.language), call);
  if (isTruthy(value)) reportArgument('a date', 'en dato', value, call);
  return value;
}

function callPlural([count, one, many]: readonly unknown[], call: Call): unknown {
  const number = Array.isArray(count) ? count.length : numberOfValue(count);
  if (number === null) reportArgument('a number', 'et tal', count, call);
  return number === 1 ? one : many;
}

function qrOption<T>(
  name: string,
  fallback: T,
  isValid: (value: unknown) => value is T,
  call: Call,
): T {
  const value = call.options.get(name);
  if (value === undefined || isValid(value)) return value ?? fallback;
  reportArgument(`another \`${name}\``, `en anden \`${name}\``, value, call);
  return fallback;
}

/** The quiet zone that ISO/IEC 18004 §9.1 asks for, in modules. */
const quietZone = 4;

function callQr([value]: readonly unknown[], call: Call): unknown {
  const text = (isWords(value) ? value.href : undefined) ?? textOfValue(value);
  if (text === '') return '';
  const content = linkTarget(text) ?? text;
  const isLevel = (level: unknown): level is QrLevel => qrLevels.some((known) => known === level);
  const isQuiet = (quiet: unknown): quiet is number =>
    typeof quiet === 'number' && Number.isInteger(quiet) && quiet >= 0 && quiet <= 20;
  const level = qrOption<QrLevel>('level', 'M', isLevel, call);
  const quiet = qrOption('quiet', quietZone, isQuiet, call);
  const code = createQrCode(content, level, quiet, call.cache);
  if (!code) {
    call.report(problems.qrTooLong(content.length, call.span));
    return '';
  }
  const className = textOfValue(call.options.get('class')) || 'qr';
  const label = textOfValue(call.options.get('alt')) || content;
  const box = `0 0 ${code.size} ${code.size}`;
  return createHtml(
    `<svg class="${escapeHtml(className)}" viewBox="${box}" role="img" aria-label="${escapeHtml(label)}">` +
      `<path fill="currentColor" d="${code.path}"></path></svg>`,
  );
}

function moveTo(inline: Inline, span: Span): Inline {
  if (inline.kind === 'text' || inline.kind === 'break') return { ...inline, span };
  return { ...inline, children: inline.children.map((child) => moveTo(child, span)) };
}

/** Marks in text of the template itself: `{{inline "*kursiv*"}}`. */
function callInline([value]: readonly unknown[], { span, marker, report }: Call): unknown {
  if (typeof value !== 'string') return value;
  const source = { path: span.source.path, text: value, lineStarts: [0] };
  const scalar = {
    kind: 'scalar',
    value,
    text: value,
    style: 'plain',
    span: { source, start: 0, end: value.length },
  } as const;
  const range = { start: 0, end: value.length };
  const inlines = parseInline(placeText(scalar), range, true, (finding) =>
    report({ ...finding, span }),
  );
  const moved = inlines.map((inline) => moveTo(inline, span));
  return createWords(moved, { span, field: undefined }, marker);
}

function callParagraphs([value]: readonly unknown[], { options }: Call): unknown {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return createHtml(paragraphsHtml(list.filter(isWords), textOfValue(options.get('class'))));
}

function callPanel([role, side]: readonly unknown[], call: Call): unknown {
  const name = textOfValue(role);
  const size = call.panels.get(name);
  const dimension = textOfValue(side);
  if (!size) {
    const roles = [...call.panels.keys()];
    call.report(problems.panelUnknown(name, roles, nearest(name, roles), call.span));
    return '';
  }
  if (dimension === 'width' || dimension === 'height')
    return String(Number(ptToMm(size[dimension]).toFixed(3)));
  reportArgument('`"width"` or `"height"`', '`"width"` eller `"height"`', dimension, call);
  return '';
}

function callHref([value]: readonly unknown[], call: Call): unknown {
  const href = (isWords(value) ? value.href : undefined) ?? linkTarget(textOfValue(value));
  if (href === null && isTruthy(value))
    reportArgument('a web address', 'en webadresse', value, call);
  return href === null ? '' : written(value, href, call);
}

function isEqual(a: unknown, b: unknown): boolean {
  const left = numberOfValue(a);
  const right = numberOfValue(b);
  if (left !== null && right !== null) return left === right;
  return textOfValue(a) === textOfValue(b);
}

function compare(test: (a: number, b: number) => boolean): TemplateFunction['call'] {
  return ([a, b]) => {
    const left = numberOfValue(a);
    const right = numberOfValue(b);
    return left !== null && right !== null && test(left, right);
  };
}

function callAdd(values: readonly unknown[], call: Call): unknown {
  return values.reduce<number>((sum, value) => {
    const number = numberOfValue(value);
    if (number === null) reportArgument('numbers', 'tal', value, call);
    return sum + (number ?? 0);
  }, 0);
}

/** The first value that is false, else the last: as `&&` does. */
function callAnd(values: readonly unknown[]): unknown {
  const index = values.findIndex((value) => !isTruthy(value));
  return values.at(index);
}

function entry(
  usage: string,
  least: number,
  most: number,
  call: TemplateFunction['call'],
  options: readonly string[] = [],
): TemplateFunction {
  return { usage, arguments: [least, most], options, call };
}

const many = 20;

/** The functions by name. Each has at least one argument: `{{name}}` alone is always a field. */
export const templateFunctions: ReadonlyMap<string, TemplateFunction> = new Map([
  ['number', entry('{{number members decimals=0}}', 1, 1, callNumber, ['decimals'])],
  ['date', entry('{{date day "lang"}}', 1, 2, callDate)],
  [
    'upper',
    entry(
      '{{upper title}}',
      1,
      1,
      changeCase((text) => text.toLocaleUpperCase('da')),
    ),
  ],
  [
    'lower',
    entry(
      '{{lower title}}',
      1,
      1,
      changeCase((text) => text.toLocaleLowerCase('da')),
    ),
  ],
  ['plural', entry('{{plural count "medlem" "medlemmer"}}', 3, 3, callPlural)],
  ['qr', entry('{{qr address quiet=4}}', 1, 1, callQr, ['quiet', 'level', 'class', 'alt'])],
  ['href', entry('{{href address}}', 1, 1, callHref)],
  ['inline', entry('{{inline "*kursiv*"}}', 1, 1, callInline)],
  ['paragraphs', entry('{{paragraphs body class="x"}}', 1, 1, callParagraphs, ['class'])],
  ['panel', entry('{{panel "front" "width"}}', 2, 2, callPanel)],
  ['eq', entry('(eq a b)', 2, 2, ([a, b]) => isEqual(a, b))],
  ['ne', entry('(ne a b)', 2, 2, ([a, b]) => !isEqual(a, b))],
  [
    'lt',
    entry(
      '(lt a b)',
      2,
      2,
      compare((a, b) => a < b),
    ),
  ],
  [
    'gt',
    entry(
      '(gt a b)',
      2,
      2,
      compare((a, b) => a > b),
    ),
  ],
  ['not', entry('(not a)', 1, 1, ([a]) => !isTruthy(a))],
  ['and', entry('(and a b)', 2, many, callAnd)],
  ['or', entry('(or a b)', 2, many, (values) => values.find(isTruthy) ?? values.at(-1))],
  ['add', entry('{{add @index 1}}', 2, many, callAdd)],
]);
