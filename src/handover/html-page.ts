/** Pages for a browser, whole in one file: no script, nothing from the network, ready to print. */
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Words as HTML text or in an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

const style = `
:root { --ink: #17211f; --soft: #5c6966; --line: #d9dfdd; --tint: #f4f6f5; --accent: #0b5a52; --bad: #b3261e; --care: #8a5a00 }
* { box-sizing: border-box }
html { font: 15px/1.5 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: var(--ink); background: #fff }
body { max-width: 62rem; margin: 0 auto; padding: 2.5rem 2rem 4rem }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .3rem; letter-spacing: -.01em }
h2 { font-size: 1.15rem; margin: 2.6rem 0 .8rem; padding-top: .9rem; border-top: 2px solid var(--ink) }
p { margin: .3rem 0 }
.lead, .soft { color: var(--soft) }
.verdict { display: inline-block; margin: 1rem 0 0; padding: .35rem .8rem; border-radius: 4px; background: var(--accent); color: #fff; font-weight: 600 }
.verdict.care { background: var(--care) }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
th, td { text-align: left; vertical-align: top; padding: .42rem 1rem .42rem 0; border-bottom: 1px solid var(--line) }
th { font-weight: 600; color: var(--soft); font-size: .86rem }
td.number, th.number { text-align: right }
.rows { margin-top: 1.4rem; border-top: 2px solid var(--ink) }
.rows th { width: 12rem; font-size: 1rem; color: var(--ink) }
.rows p { margin: 0 }
code { font: .82rem/1.4 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere }
.pictures { display: flex; flex-wrap: wrap; gap: 1.1rem }
figure { margin: 0 }
.pictures + table, table + .pictures { margin-top: 1.3rem }
figure img { display: block; height: 15rem; width: auto; max-width: 100%; object-fit: contain; border: 1px solid var(--line); background: #fff }
.overviews figure { flex: 1 1 27rem }
.overviews img { height: auto; width: 100% }
figcaption { font-size: .86rem; color: var(--soft); margin-top: .35rem }
.finding { padding: .6rem .9rem; margin: .6rem 0; background: var(--tint); border-left: 4px solid var(--soft) }
.finding.error { border-color: var(--bad) }
.finding.warning { border-color: var(--care) }
.finding p { margin: .15rem 0 }
section + section.ticket { break-before: page; margin-top: 4rem }
@media print { body { padding: 0; max-width: none } html { font-size: 12px } h2 { break-after: avoid } figure, .finding, tr { break-inside: avoid } @page { margin: 16mm } }
`.trim();

export interface HtmlPage {
  readonly title: string;
  readonly language: string;
  readonly body: string;
}

/** Words of a message: what stands in backticks is code. */
export function messageHtml(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

/** The file's bytes. */
export function htmlPage({ title, language, body }: HtmlPage): Uint8Array {
  const head = `<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>${escapeHtml(title)}</title>\n<style>\n${style}\n</style>`;
  return new TextEncoder().encode(
    `<!doctype html>\n<html lang="${escapeHtml(language)}">\n<head>\n${head}\n</head>\n<body>\n${body}\n</body>\n</html>\n`,
  );
}

export interface Column {
  readonly head: string;
  readonly isNumber?: boolean;
}

/** A table of plain words. Cells that begin with `<` are markup already. */
export function htmlTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const kind = (index: number) => (columns[index]?.isNumber ? ' class="number"' : '');
  const cell = (text: string) => (text.startsWith('<') ? text : escapeHtml(text));
  const head = columns.map(({ head: word }, index) => `<th${kind(index)}>${escapeHtml(word)}</th>`);
  const lines = rows.map(
    (row) =>
      `<tr>${row.map((text, index) => `<td${kind(index)}>${cell(text)}</td>`).join('')}</tr>`,
  );
  return `<table>\n<thead><tr>${head.join('')}</tr></thead>\n<tbody>\n${lines.join('\n')}\n</tbody>\n</table>`;
}
