/**
 * XHTML as HTML: a file of XML is written out so that the HTML parser makes the same tree of it.
 * Elements that close themselves get an end tag, CDATA sections become plain text, and style sheets
 * lose what XML calls comments and references (html §14.2).
 */
import type { Source } from '../base/index.ts';
import { elementDefinitions } from './elements.ts';
import type { Markup, Origin } from './origins.ts';

/** True for a file that browsers read as XHTML. */
export function isXhtml({ path }: Source): boolean {
  return /\.(?:xht|xhtml)$/i.test(path);
}

/** Comments, CDATA sections, instructions, style sheets, and tags that close themselves. */
const special =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|(<style\b(?:[^>"']|"[^"]*"|'[^']*')*(?<!\/)>)([\s\S]*?)(?=<\/style\s*>)|<([A-Za-z][\w:.-]*)((?:\s(?:[^>"']|"[^"]*"|'[^']*')*?)?)\/>/g;

const references: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
  ['&quot;', '"'],
  ['&apos;', "'"],
]);

const plain: ReadonlyMap<string, string> = new Map([
  ['<', '&lt;'],
  ['&', '&amp;'],
]);

function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|amp|quot|apos);/g, (name) => references.get(name) ?? name);
}

function escaped(text: string): string {
  return text.replace(/[<&]/g, (sign) => plain.get(sign) ?? sign);
}

/** What a style sheet says, without the markup in it. */
function sheetText(text: string): string {
  return text
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part, index) =>
      index % 2 === 1 ? part.slice(9, -3) : unescaped(part.replace(/<!--[\s\S]*?-->/g, '')),
    )
    .join('');
}

/** The HTML of an XHTML file, each stretch with its place in the file. */
export function markupOfXhtml(source: Source): Markup {
  const { text } = source;
  const origins: Origin[] = [];
  let html = '';
  let done = 0;
  /** Writes what stands for a stretch of the file; letter by letter where it is the same. */
  const write = (written: string, end: number) => {
    if (written !== '')
      origins.push({
        start: html.length,
        end: html.length + written.length,
        span: { source, start: done, end },
      });
    html += written;
    done = end;
  };
  const copyTo = (end: number) => write(text.slice(done, end), end);
  for (const match of text.matchAll(special)) {
    const [whole, section, styleTag, sheet, tag] = match;
    const end = match.index + whole.length;
    if (whole.startsWith('<!--')) continue;
    copyTo(match.index);
    if (section !== undefined) write(escaped(section), end);
    else if (whole.startsWith('<?')) write('', end);
    else if (styleTag !== undefined) {
      copyTo(match.index + styleTag.length);
      writeSheet(sheet ?? '', end, { write, copyTo });
    } else if (tag !== undefined && elementDefinitions.get(tag)?.isVoid !== true) {
      copyTo(end - 2);
      write(`></${tag}>`, end);
    } else copyTo(end);
  }
  copyTo(text.length);
  return { html, path: source.path, origins };
}

/** A sheet that is written as it will be read keeps the place of each letter. */
function writeSheet(
  sheet: string,
  end: number,
  {
    write,
    copyTo,
  }: {
    readonly write: (written: string, end: number) => void;
    readonly copyTo: (end: number) => void;
  },
): void {
  const cdata = /^(\s*<!\[CDATA\[)([\s\S]*?)\]\]>\s*$/.exec(sheet);
  const [, opening = '', inner = ''] = cdata ?? [];
  if (cdata && !inner.includes('<![CDATA[')) {
    const start = end - sheet.length + opening.length;
    write('', start);
    copyTo(start + inner.length);
    write('', end);
  } else if (sheetText(sheet) === sheet) copyTo(end);
  else write(sheetText(sheet), end);
}
