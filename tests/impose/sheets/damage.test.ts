/** Files with bytes changed at random: sheets, or a finding. Never an exception, never silence. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/program.ts';
import { impose, numberedPdf } from './numbered-pdf.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

/** The same numbers each time (Numerical Recipes' linear congruential generator). */
function randomizer(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function packed(bytes: Uint8Array): Uint8Array {
  const [from, to] = [join(folder.path, 'from.pdf'), join(folder.path, 'to.pdf')];
  writeFileSync(from, bytes);
  execFileSync('qpdf', ['--object-streams=generate', from, to]);
  return readFileSync(to);
}

const plain = numberedPdf(4);

it.each([
  ['plain', plain],
  ['with object streams', packed(plain)],
])('%s', async (_, source) => {
  const random = randomizer(7);
  for (let round = 0; round < 150; round += 1) {
    const bytes = Uint8Array.from(source);
    for (let change = random(6); change >= 0; change -= 1)
      bytes[random(bytes.length)] = random(256);
    const start = random(4) === 0 ? random(bytes.length) : 0;
    const removed = start > 0 ? bytes.subarray(0, start) : bytes;
    const { pdf, said } = await impose(removed, 'saddle');
    expect(pdf !== null || said.some((line) => line.startsWith('error '))).toBe(true);
  }
});
