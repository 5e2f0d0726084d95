/** `report.html`: what was made and measured, with pictures of pages and plates, for people. */
import type { Artifact, Language } from '../base/index.ts';
import { panelName, sideNames } from '../folds/index.ts';
import type { MeasuredPage } from '../plates/index.ts';
import type { BuildReport } from '../report.ts';
import { escapeHtml, htmlPage, htmlTable, messageHtml } from './html-page.ts';
import { inkName } from './ink-names.ts';
import { type ReportWords, reportWords } from './report-words.ts';

export interface ReportPage {
  readonly report: BuildReport;
  readonly plates: readonly MeasuredPage[];
  /** All files of the hand-over, whose pictures are shown. */
  readonly files: readonly Artifact[];
  readonly language: Language;
  readonly date: string;
}

interface Writer extends ReportPage {
  readonly words: ReportWords;
  /** A number as the language writes it. */
  figure(value: number, digits?: number): string;
}

function picture(path: string, caption: string): string {
  const alt = escapeHtml(caption);
  return `<figure><img src="${encodeURI(path)}" alt="${alt}"><figcaption>${alt}</figcaption></figure>`;
}

/** `pages/front.png` to `front`. */
const stem = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/\.png$/, '');

/** A panel, a flat side or a numbered page, as people call it. */
function pageName(name: string, { language }: Writer): string {
  if (name === 'outside' || name === 'inside') return sideNames[name][language];
  return panelName(/^\d+$/.test(name) ? `page${name}` : name)[language];
}

/** `outside-black` to «udvendig side, sort». */
function plateCaption(name: string, writer: Writer): string {
  const { plates: measured, words, language } = writer;
  const page = measured
    .map(({ plates: { ink } }) => ink.page)
    .find((one) => name.startsWith(`${one}-`));
  if (page === undefined) return name;
  const ink = name.slice(page.length + 1);
  const plate = ink === 'overview' ? words.overview : inkName(ink)[language];
  return `${pageName(page, writer)}, ${plate}`;
}

function section(head: string, ...parts: readonly string[]): string {
  const inside = parts.filter((part) => part !== '');
  return inside.length === 0 ? '' : `<h2>${escapeHtml(head)}</h2>\n${inside.join('\n')}`;
}

function pages(writer: Writer): string {
  const { report, files, words, figure } = writer;
  const pictures = files.filter(({ path }) => /^pages\/.*\.png$/.test(path));
  const rows = report.pages.map(({ name, trimMm, bleedMm }) => [
    pageName(name, writer),
    `${figure(trimMm.width)} × ${figure(trimMm.height)} mm`,
    `${[bleedMm.top, bleedMm.right, bleedMm.bottom, bleedMm.left].map((edge) => figure(edge)).join(' · ')} mm`,
  ]);
  return section(
    words.pages,
    `<div class="pictures">\n${pictures.map(({ path }) => picture(path, pageName(stem(path), writer))).join('\n')}\n</div>`,
    htmlTable([{ head: words.page }, { head: words.trim }, { head: words.bleed }], rows),
  );
}

function plates(writer: Writer): string {
  const { plates: measured, files, words, figure, language } = writer;
  if (measured.length === 0) return '';
  // The overviews show all plates of a page with their scale; the single ones are for zooming in.
  const pictures = files.filter(({ path }) => /^plates\/.*-overview\.png$/.test(path));
  const inks = [
    ...new Set(measured.flatMap(({ plates: { ink } }) => ink.coverage.map(({ name }) => name))),
  ];
  const limit = measured[0]?.limitPercent ?? 0;
  const columns = [
    { head: words.page },
    ...inks.map((name) => ({ head: inkName(name)[language], isNumber: true })),
    { head: `${words.mean} (${words.limit} ${limit} %)`, isNumber: true },
    { head: words.peak, isNumber: true },
  ];
  const rows = measured.map(({ plates: { ink } }) => [
    pageName(ink.page, writer),
    ...inks.map((name) => {
      const percent = ink.coverage.find((plate) => plate.name === name)?.percent;
      return percent === undefined ? '' : `${figure(percent, 1)} %`;
    }),
    `${figure(ink.mean.percent, 0)} %`,
    `${figure(ink.peak.percent, 0)} %`,
  ]);
  return section(
    words.plates,
    htmlTable(columns, rows),
    `<div class="pictures overviews">\n${pictures.map(({ path }) => picture(path, plateCaption(stem(path), writer))).join('\n')}\n</div>`,
  );
}

function fonts({ report, words }: Writer): string {
  const found = report.press?.fonts ?? [];
  if (found.length === 0) return '';
  const rows = found.map(({ name, type, embedded, subset }) => [
    name.replace(/^[A-Z]{6}\+/, ''),
    type,
    embedded ? (subset ? words.subset : words.whole) : words.no,
  ]);
  return section(
    words.fonts,
    htmlTable([{ head: words.font }, { head: words.kind }, { head: words.embedded }], rows),
  );
}

function pictures(writer: Writer): string {
  const { report, words, figure } = writer;
  const found = report.press?.pictures ?? [];
  if (found.length === 0) return '';
  const rows = found.map(({ page, widthPx, heightPx, ppi, space }) => [
    pageName(page, writer),
    `${widthPx} × ${heightPx}`,
    `${figure(ppi, 0)} ppi`,
    space,
  ]);
  const columns = [words.page, words.pixels, words.resolution, words.space];
  return section(
    words.pictures,
    htmlTable(
      columns.map((head) => ({ head })),
      rows,
    ),
  );
}

function fields(writer: Writer): string {
  const { report, words, language } = writer;
  if (report.fields.length === 0) return '';
  const most = (value: number, limit: number | null) =>
    limit === null ? String(value) : `${value} / ${limit}`;
  const rows = report.fields.map((field) => [
    field.label[language],
    pageName(field.page, writer),
    most(field.lines, field.maxLines ?? null),
    most(field.characters, field.maxCharacters ?? null),
    field.roomLinesLeft === null || field.roomLinesLeft === undefined
      ? ''
      : String(field.roomLinesLeft),
  ]);
  const number = (head: string) => ({ head, isNumber: true });
  const columns = [{ head: words.field }, { head: words.page }];
  const numbers = [words.lines, words.characters, words.left].map(number);
  return section(words.words, htmlTable([...columns, ...numbers], rows));
}

function findings({ report, words, language }: Writer): string {
  const told = report.findings.map(({ severity, code, message, place, hints }) => {
    const where = place ? `${place.file}:${place.line}:${place.column}` : '';
    const lines = [
      `<p><strong>${messageHtml(message[language])}</strong></p>`,
      ...hints.map((one) => `<p>${messageHtml(one.message[language])}</p>`),
      `<p class="soft"><code>${escapeHtml([code, where].filter(Boolean).join(' · '))}</code></p>`,
    ];
    return `<div class="finding ${severity}">${lines.join('')}</div>`;
  });
  const silenced = report.silenced.map(
    ({ code, reason }) => `<p><code>${escapeHtml(code)}</code>: ${escapeHtml(reason)}</p>`,
  );
  return `${section(words.findings, ...told)}\n${section(words.silenced, ...silenced)}`;
}

function fileList({ files, report, words, figure }: Writer): string {
  const known = new Map(report.files.map(({ path, sha256 }) => [path, sha256]));
  const shown = files.filter(({ path }) => known.has(path) && !path.startsWith('pages/'));
  const rows = shown.map(({ path, bytes }) => [
    path,
    `${figure(bytes.length / 1024, 0)} kB`,
    `<code>${known.get(path) ?? ''}</code>`,
  ]);
  const columns = [{ head: words.file }, { head: words.size, isNumber: true }, { head: 'SHA-256' }];
  return section(words.files, htmlTable(columns, rows));
}

function sheets({ files, words }: Writer): string {
  const found = files.find(({ path }) => path === 'sheets.png');
  if (!found) return '';
  const shown = `<img src="sheets.png" alt="${escapeHtml(words.sheets)}" style="max-width:100%">`;
  return section(words.sheets, shown);
}

/** The page; nothing in it depends on the clock or the machine. */
export function reportPage(input: ReportPage): Artifact {
  const { report, language, date } = input;
  const words = reportWords[language];
  const figure = (value: number, digits = 2) => {
    const power = 10 ** digits;
    const text = String(Math.round(value * power) / power);
    return language === 'da' ? text.replace('.', ',') : text;
  };
  const writer: Writer = { ...input, words, figure };
  const count = report.findings.length;
  const verdict = count === 0 ? words.verdictClean : words.verdictWarnings(count);
  const flavour = report.built?.replace('built to ', '') ?? '';
  const body = [
    `<p class="lead">${words.report} · ${escapeHtml(report.job)} · ${date.slice(0, 10)} · ${escapeHtml(report.program)}</p>`,
    `<h1>${escapeHtml(report.title)}</h1>`,
    `<p>${escapeHtml(words.built(flavour))}</p>`,
    `<p class="verdict${count === 0 ? '' : ' care'}">${escapeHtml(verdict)}</p>`,
    findings(writer),
    pages(writer),
    plates(writer),
    sheets(writer),
    fonts(writer),
    pictures(writer),
    fields(writer),
    fileList(writer),
  ];
  const title = `${words.report}: ${report.title}`;
  const bytes = htmlPage({ title, language, body: body.filter((part) => part !== '').join('\n') });
  return { path: 'report.html', bytes };
}
