/**
 * Findings as a reader wants them: on a terminal with the lines they speak of, or as JSON for
 * machines. Every place is given as `path:line:column`, counted from 1.
 */
import {
  type Finding,
  type Language,
  lineText,
  locate,
  type Message,
  type Severity,
  type Span,
} from '../base/index.ts';

const severityWords: Readonly<Record<Severity, Message>> = {
  error: { en: 'error', da: 'fejl' },
  warning: { en: 'warning', da: 'advarsel' },
  note: { en: 'note', da: 'note' },
};

const severityColors: Readonly<Record<Severity, string>> = {
  error: '31',
  warning: '33',
  note: '36',
};

export interface Look {
  readonly language: Language;
  /** ANSI colours: a terminal without NO_COLOR. */
  readonly color: boolean;
}

/** Control characters in a quoted line could drive the reader's terminal. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\u00b7').replaceAll('\t', ' ');
}

function placeOf(span: Span): string {
  const { line, column } = locate(span.source, span.start);
  return `${span.source.path}:${line}:${column}`;
}

const longestExcerpt = 100;

/** The line a span is on, shortened around it, with the span's first line underlined. */
function excerpt(span: Span): readonly string[] {
  const { line, column } = locate(span.source, span.start);
  const whole = lineText(span.source, line);
  const from = column - 1 > longestExcerpt - 30 ? column - 31 : 0;
  const shown = printable(whole.slice(from, from + longestExcerpt));
  if (shown.trim() === '') return [];
  const indent = column - 1 - from;
  const length = Math.max(1, Math.min(span.end - span.start, shown.length - indent));
  return [shown, `${' '.repeat(indent)}${'^'.repeat(length)}`];
}

/** A finding as lines of text: message, places with their lines, hints. */
export function describeFinding(finding: Finding, { language, color }: Look): string {
  const paint = (code: string, text: string) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const word = severityWords[finding.severity][language];
  const head = paint(`1;${severityColors[finding.severity]}`, `${word}[${finding.code}]`);
  const lines = [`${head}: ${printable(finding.message[language])}`];
  if (finding.span) {
    lines.push(`  --> ${placeOf(finding.span)}`);
    for (const text of excerpt(finding.span)) lines.push(`    | ${text}`);
  } else if (finding.page)
    lines.push(`  --> ${language === 'da' ? 'side' : 'page'} ${finding.page}`);
  for (const { span, label } of finding.related)
    lines.push(`  ${placeOf(span)}: ${printable(label[language])}`);
  for (const { message } of finding.hints) lines.push(`  = ${printable(message[language])}`);
  if (finding.reference !== undefined)
    lines.push(`  = ${language === 'da' ? 'se' : 'see'} ${finding.reference}`);
  return lines.join('\n');
}

const severityOrder: readonly Severity[] = ['error', 'warning', 'note'];

/** How many of each, in one sentence: `2 fejl, 1 advarsel`. */
export function countFindings(findings: readonly Finding[], language: Language): string {
  const plural: Readonly<Record<Severity, Message>> = {
    error: { en: 'errors', da: 'fejl' },
    warning: { en: 'warnings', da: 'advarsler' },
    note: { en: 'notes', da: 'noter' },
  };
  return severityOrder
    .map((severity) => ({
      severity,
      count: findings.filter((finding) => finding.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => {
      const words = count === 1 ? severityWords : plural;
      return `${count} ${words[severity][language]}`;
    })
    .join(', ');
}
