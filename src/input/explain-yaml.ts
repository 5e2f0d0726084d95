/**
 * What the `yaml` package stumbled on, as the mistake that a person made. The package knows tokens;
 * people forget a space, indent a line too far, or paste a bullet. The line itself tells which.
 */
import type { Diagnostic, Span } from '../base/index.ts';
import * as problems from './problems.ts';
import { explainIndent } from './yaml-indent.ts';
import {
  bareKey,
  bodySpan,
  firstSaying,
  indentOf,
  isField,
  isItem,
  isRemark,
  type Line,
  lineAround,
  lineAt,
  lineBefore,
  nextLine,
  spanIn,
} from './yaml-lines.ts';

export interface YamlFault {
  /** The package's code and sentence. */
  readonly code: string;
  readonly detail: string;
  readonly span: Span;
}

/** Spaces that look like one and are none to YAML. */
const hardSpaces = '\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff';

/** White space that a person cannot see, in front of a line or after its dash or colon. */
function hiddenSpace(line: Line): Diagnostic | null {
  const tab = /^ *\t/.exec(line.text);
  if (tab) return problems.yamlTab(spanIn(line, tab[0].length - 1, 1));
  const hard = new RegExp(`^(\\s*(?:-\\s+)?(?:\\w+:|-)?)([${hardSpaces}])`).exec(line.text);
  if (!hard) return null;
  // `\s` takes hard spaces too: the first of all of them is the one to show.
  const at = line.text.search(new RegExp(`[${hardSpaces}]`));
  const code = line.text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  return problems.yamlHardSpace(`U+${code}`, spanIn(line, at, 1));
}

/**
 * Prose under a field's name without `|`. A group of fields, one of them broken, has others beside
 * it; a list begins with a dash.
 */
function lacksPipe(line: Line): Diagnostic | null {
  const around = lineAround(line);
  const key = around && bareKey.exec(around.text);
  if (!key) return null;
  const [, before = '', name = ''] = key;
  const indent = indentOf(line);
  for (let at = nextLine(around); at; at = nextLine(at)) {
    if (isRemark(at)) continue;
    if (indentOf(at) <= before.length) break;
    const isSibling = indentOf(at) <= indent && /^\s*[a-z_]\w*:(\s|$)/.test(at.text);
    if (isSibling || isItem(at, null)) return null;
  }
  const first = firstSaying(nextLine(around) ?? line);
  const isProse = /^\s*\S+[ \t]+\S/.test(first.text);
  return isProse ? problems.yamlNoPipe(name, spanIn(around, before.length, name.length + 1)) : null;
}

/** A text that begins beside its field's name and goes on below, with a colon in it. */
function textBesideName(line: Line): Diagnostic | null {
  const [written = '', before = '', name = ''] =
    /^(\s*(?:-\s+)?)([A-Za-z_]\w*):[ \t]+[^\s"'|>[{#][^\n]*[ \t]\S/.exec(line.text) ?? [];
  const after = written === '' ? null : nextLine(line);
  const next = after && firstSaying(after);
  if (!next || indentOf(next) <= before.length || isField(next) || isItem(next, null)) return null;
  return problems.yamlTextBesideName(name, spanIn(line, before.length, name.length + 1));
}

/** What people and word processors begin items with; private letters are bullets of Wingdings. */
const bullet = /^[–—−•·▪◦‣●○■□➢✓\uf000-\uf0ff]/;

/** A line between items of a list that begins with no dash, or with what only looks like one. */
function notAnItem(line: Line): Diagnostic | null {
  const indent = indentOf(line);
  const body = line.text.trimStart();
  if (/^-(\s|$)/.test(body)) return null;
  const after = nextLine(line);
  const neighbours = [lineBefore(line), after && firstSaying(after)];
  const isBullet = bullet.test(body);
  if (!neighbours.some((each) => isItem(each, isBullet ? null : indent))) return null;
  const sign = isBullet ? body.charAt(0) : (/^(?:[*-]|\d+[.)])/.exec(body)?.[0] ?? '');
  return problems.yamlNoItem(
    sign,
    sign === '' ? bodySpan(line) : spanIn(line, indent, sign.length),
  );
}

/** A line that lacks a colon, or the space after it. */
function lacksColon(line: Line): Diagnostic | null {
  const body = line.text.trimStart();
  const glued = /^([A-Za-z_]\w*):(?=[^\s/])/.exec(body);
  if (glued?.[1] !== undefined)
    return problems.yamlColonWithoutSpace(
      glued[1],
      spanIn(line, indentOf(line), glued[0].length + 1),
    );
  return /:(\s|$)/.test(body) ? null : problems.yamlNoColon(bodySpan(line));
}

/** Where the value of a line begins: after the dash, the key and its colon. */
function valueStart({ text }: Line): number {
  return /^\s*(?:-\s+)?(?:[^\s"'#:[{][^:#]*:\s+)?/.exec(text)?.[0].length ?? 0;
}

/** Something after a text that is already whole, for the sign that the text begins with. */
function afterWhole(line: Line, span: Span): Diagnostic | null {
  const at = valueStart(line);
  const sign = line.text[at] ?? '';
  if (line.start + at >= span.start) return null;
  if (sign === '"' || sign === "'") return problems.yamlAfterQuote(sign, span);
  if (sign === '{' && /^\{\s*[A-Za-z_]\w*:\s/.test(line.text.slice(at)))
    return problems.yamlFieldsInBraces(spanIn(line, at, line.text.trimEnd().length - at));
  return '[{|>&!?'.includes(sign) ? problems.yamlFirstSign(sign, spanIn(line, at, 1)) : null;
}

/** A field that is indented below a text, as if it were a part of it. */
function fieldBelow(line: Line): Diagnostic | null {
  const after = nextLine(line);
  if (!after) return null;
  const next = firstSaying(after);
  const isNamed = /^\s*(?:-\s+)?[A-Za-z_]\w*:(\s|$)/.test(next.text);
  return isNamed && indentOf(next) > indentOf(line) ? explainIndent(next) : null;
}

/** Fields on one line whose opening brace is gone. */
function unopenedBrace(line: Line): Diagnostic | null {
  const isUnopened = /^[^{]*:\s[^{]*\}\s*$/.test(line.text);
  return isUnopened
    ? problems.yamlUnopenedBrace(spanIn(line, line.text.trimEnd().length - 1, 1))
    : null;
}

function colonOrIndent(line: Line, span: Span): Diagnostic {
  const unopened = unopenedBrace(line);
  if (unopened) return unopened;
  const value = line.text.slice(valueStart(line));
  if (/:(\s|$)/.test(value))
    return problems.yamlColonInText(/^[“”„«»‘’]/.exec(value)?.[0] ?? '', span);
  return textBesideName(line) ?? fieldBelow(line) ?? explainIndent(line);
}

/** Where the quote stands that is open at `end`; null where none is. */
function openQuote(text: string, end: number): number | null {
  const before = text.slice(0, end);
  const match = /(?:^|[:\-?[{,][ \t]+|\n[ \t]*)(["'])(?:(?!\1)[^\\]|\\.)*$/.exec(before);
  return match ? match.index + match[0].indexOf(match[1] ?? '') : null;
}

/** The reference (`*kursiv*`) that stands right before what the package stumbled on. */
function aliasBefore(line: Line, span: Span): Diagnostic | null {
  const written = /(?:^|[:-])[ \t]+(\*\S+)[ \t]+$/.exec(
    line.text.slice(0, span.start - line.start),
  );
  if (written?.[1] === undefined) return null;
  const at = written.index + written[0].indexOf('*');
  return problems.yamlUnknownAlias(written[1].slice(1), spanIn(line, at, written[1].length));
}

function missing(line: Line, { detail, span }: YamlFault): Diagnostic {
  const { source } = span;
  const quote = /closing .*quote/.test(detail) ? openQuote(source.text, span.start + 1) : null;
  if (quote !== null) return problems.yamlOpenQuote({ source, start: quote, end: quote + 1 });
  const rest = isField(line) ? explainIndent(line) : problems.yamlOpen(span);
  return notAnItem(line) ?? lacksColon(line) ?? rest;
}

/** The bracket of a list or of fields on one line that is open at `end`; null where none is. */
function openBracket(text: string, end: number): number | null {
  const open: number[] = [];
  const signs = /"(?:[^"\\]|\\.)*"|'[^']*'|[[{\]}]|(?:^|\s)#.*/gm;
  for (const { 0: sign, index } of text.slice(0, end).matchAll(signs)) {
    if (sign === '[' || sign === '{') open.push(index);
    else if (sign === ']' || sign === '}') open.pop();
  }
  return open.at(-1) ?? null;
}

function badIndent(line: Line, { detail, span }: YamlFault): Diagnostic {
  if (detail.startsWith('Block scalar')) return problems.yamlBlockIndent(bodySpan(line));
  const { source } = span;
  const bracket = detail.startsWith('Flow') ? openBracket(source.text, span.start) : null;
  if (bracket !== null)
    return problems.yamlOpenBracket(source.text[bracket] ?? '', {
      ...{ source, start: bracket, end: bracket + 1 },
    });
  return notAnItem(line) ?? explainIndent(line);
}

/** What the package says of words that it tries to read as structure. */
const textFaults: ReadonlySet<string> = new Set([
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
]);

/** One fault in our words, at the place a reader would look for it. */
export function explainYaml(fault: YamlFault): Diagnostic {
  const { code, detail, span } = fault;
  const line = firstSaying(lineAt(span.source, span.start));
  const hidden = hiddenSpace(line);
  if (hidden) return hidden;
  const unmarked = textFaults.has(code) ? lacksPipe(line) : null;
  if (unmarked) return unmarked;
  switch (code) {
    case 'BAD_DQ_ESCAPE':
      return problems.yamlBackslash(span);
    case 'BAD_INDENT':
      return badIndent(line, fault);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return colonOrIndent(line, span);
    case 'BAD_SCALAR_START':
    case 'BAD_ALIAS':
      return problems.yamlFirstSign(span.source.text[span.start] ?? '', span);
    case 'MISSING_CHAR':
      return missing(line, fault);
    case 'MULTILINE_IMPLICIT_KEY':
      return notAnItem(line) ?? lacksColon(line) ?? textBesideName(line) ?? explainIndent(line);
    case 'MULTIPLE_DOCS':
      return problems.yamlSecondDocument(span);
    case 'TAB_AS_INDENT':
      return problems.yamlTab(span);
    default:
      return aliasBefore(line, span) ?? afterWhole(line, span) ?? problems.yamlOther(detail, span);
  }
}
