/** The first half of 5,000 damaged pages, so that both halves run at once. */
import { expect, it } from 'vitest';
import { checkDamaged, pages, render } from '../support/damaged-pages.ts';

it('whole pages have boxes', async () => {
  for (const html of pages) expect((await render(html)).layout?.boxes.length).toBeGreaterThan(0);
});

checkDamaged(0, 2500);
