/** The ticket as a page to print and as plain text to paste into a mail; Danish first, then English. */
import type { Artifact, Language } from '../base/index.ts';
import { escapeHtml, htmlPage } from './html-page.ts';
import type { Ticket } from './ticket.ts';

const heads: Readonly<Record<Language, string>> = { da: 'Jobkort', en: 'Job ticket' };
const languages: readonly Language[] = ['da', 'en'];

function section({ title, job, date, rows }: Ticket, language: Language): string {
  const lines = rows.map(({ label, lines: said }) => {
    const words = said.map((message) => `<p>${escapeHtml(message[language])}</p>`).join('');
    return `<tr><th scope="row">${escapeHtml(label[language])}</th><td>${words}</td></tr>`;
  });
  return `<section class="ticket" lang="${language}">\n<p class="lead">${heads[language]} · ${escapeHtml(job)} · ${date}</p>\n<h1>${escapeHtml(title)}</h1>\n<table class="rows">\n${lines.join('\n')}\n</table>\n</section>`;
}

function plain({ title, job, date, rows }: Ticket, language: Language): string {
  const width = Math.max(...rows.map(({ label }) => label[language].length)) + 3;
  const lines = rows.flatMap(({ label, lines: said }) =>
    said.map((message, index) => {
      const head = index === 0 ? `${label[language]}:` : '';
      return `${head.padEnd(width)}${message[language]}`;
    }),
  );
  const head = `${heads[language].toUpperCase()}: ${title}`;
  return [head, `${job}, ${date}`, '', ...lines, ''].join('\n');
}

/** `ticket.html` and `ticket.txt`. */
export function ticketFiles(ticket: Ticket): readonly Artifact[] {
  const body = languages.map((language) => section(ticket, language)).join('\n');
  const text = languages.map((language) => plain(ticket, language)).join('\n\n');
  const title = `${heads.da}: ${ticket.title}`;
  return [
    { path: 'ticket.html', bytes: htmlPage({ title, language: 'da', body }) },
    { path: 'ticket.txt', bytes: new TextEncoder().encode(text) },
  ];
}
