/** Numbers of pages as people write them. */
import type { Message } from '../base/index.ts';

/** Numbers that follow each other, as first and last. */
function runsOf(pages: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run && page === run[1] + 1) run[1] = page;
    else runs.push([page, page]);
  }
  return runs;
}

/** `pages 1–4, 7`: more runs than anyone reads are left out. */
export function pagesText(pages: readonly number[]): Message {
  const most = 6;
  const runs = runsOf(pages);
  const words = runs
    .slice(0, most)
    .map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`))
    .join(', ');
  const more = runs.length > most ? ' …' : '';
  return {
    en: `${pages.length === 1 ? 'page' : 'pages'} ${words}${more}`,
    da: `side ${words}${more}`,
  };
}
