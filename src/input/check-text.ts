/**
 * What a text must not hold, and what is in it by mistake: invisible characters, HTML and templates'
 * marks from elsewhere, words lost in a comment, letters read in the wrong encoding.
 */
import type { Report, Source } from '../base/index.ts';
import * as problems from './problems.ts';
import { type PlacedText, spanOfText } from './scalar-text.ts';
import type { YamlScalar } from './yaml.ts';

/** Characters that must not be in a text: those we mark origins with, and control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const forbidden = /[\uFDD0-\uFDEF\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/** Tags and references that web pages and mail are full of, and a template's braces. */
const foreignMarkup =
  /(?<!\\)(?:<\/?(?:[abipu]|br|em|strong|span|div|font|h[1-6]|li|ol|ul|su[bp]|small|script|style|img)(?:\s[^<>]*)?\/?>|&(?:nbsp|amp|lt|gt|quot|apos|shy|[nm]dash|hellip|[lr]aquo|[lr][sd]quo|aelig|oslash|aring|eacute|#\d{2,6}|#x[0-9a-f]{2,5});|\{\{[^{}]*\}\})/gi;

/**
 * Reports `input/reserved-character`, `input/control-character`, `input/line-separator` and
 * `input/markup-in-text`.
 */
export function checkCharacters(placed: PlacedText, report: Report): void {
  const { text } = placed;
  const at = text.search(forbidden);
  if (at >= 0) {
    const code = text.charCodeAt(at);
    const span = spanOfText(placed, at, at + 1);
    report(code >= 0xfdd0 ? problems.markerInCopy(span) : problems.controlInCopy(span, code));
  }
  const separator = text.search(/[\u2028\u2029]/);
  if (separator >= 0)
    report(problems.separatorInCopy(spanOfText(placed, separator, separator + 1)));
  if (!/[<&{]/.test(text)) return;
  const found = [...text.matchAll(foreignMarkup)];
  const [first] = found;
  if (!first) return;
  const span = spanOfText(placed, first.index, first.index + first[0].length);
  report(problems.markupInCopy([...new Set(found.map(([mark]) => mark))], span));
}

/**
 * Reports `input/comment-in-text`: words after ` #` on the line where a text ends. Two spaces before
 * and one after are how a comment is written on purpose.
 */
export function checkRemark({ style, span }: YamlScalar, report: Report): void {
  if (style !== 'plain') return;
  const { source, end } = span;
  const match = /^[ \t]+(?=#)/.exec(source.text.slice(end, end + 200));
  if (!match) return;
  const start = end + match[0].length;
  const words = /^[^\r\n]*/.exec(source.text.slice(start))?.[0].trimEnd() ?? '';
  if (match[0].length > 1 && words.startsWith('# ')) return;
  const shown = words.length > 40 ? `${words.slice(0, 40)}…` : words;
  report(problems.remarkInText(shown, { source, start, end: start + words.length }));
}

/** UTF-8 read as Windows-1252: the letters that people see for `æ`, `ø`, `å`, `–`, `’` and the like. */
const garbled =
  /Ã[¦¸¥©¨¤¶¼¡³±†˜\u0086\u0098\u0085]|â€[™˜“”œ¦¢\u009c\u009d\u0093\u0094\u0099\u0098]|â\u0080[\u0080-\u00bf]|Â[\u00a0§°´·½]/g;

/** Windows-1252's letters at 0x80–0x9F. */
const windowsLetters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function meantBy(letters: string): string {
  const bytes = Uint8Array.from(letters, (letter) => {
    const at = windowsLetters.indexOf(letter);
    return at < 0 ? letter.charCodeAt(0) : 0x80 + at;
  });
  return new TextDecoder().decode(bytes);
}

/** Reports `input/garbled-letters`, once, at the first of them. */
export function checkEncoding(source: Source, report: Report): void {
  const found = [...source.text.matchAll(garbled)];
  const [first] = found;
  if (!first) return;
  const [letters] = first;
  const span = { source, start: first.index, end: first.index + letters.length };
  report(problems.garbledLetters(letters, meantBy(letters), found.length, span));
}
