/** Plates of finished files, beside those that another renderer makes. */
import { describe, expect, it } from 'vitest';
import { type PlatesResult, renderPlates } from '../../src/plates/index.ts';
import { differences, ghostscriptPlates } from './separations.ts';
import { testPage } from './test-page.ts';

async function platesOf(pdf: Uint8Array, dpi = 72): Promise<PlatesResult> {
  const result = await renderPlates(pdf, { dpi });
  if (result.kind === 'fault') throw new Error(result.reason);
  return result;
}

describe('a page with one of everything', () => {
  it('has the plates that Ghostscript makes', async () => {
    const pdf = testPage();
    const { pages, omissions } = await platesOf(pdf, 144);
    const others = await ghostscriptPlates(pdf, 144);
    const [page] = pages;
    if (!page) throw new Error('no page');
    expect(omissions).toEqual([]);
    const names = page.plates.map(({ name }) => name);
    expect(names).toEqual(['Cyan', 'Magenta', 'Yellow', 'Black', 'Gold']);
    expect(names.toSorted()).toEqual([...others.keys()].sort());
    expect(differences(page.plates, others, page.widthPx, 600, 0.2)).toEqual([]);
    expect(differences(page.plates, others, page.widthPx, 40, 1)).toEqual([]);
  });
});
