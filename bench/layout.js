// Times cascade and layout, warm and in one process: the shipped brochure, pages of a thousand
// elements of each kind, how the cost grows with the number of elements, and depth. In ms.
import { fileURLToPath } from 'node:url';
import { bundled } from './bundled.js';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const { prepareBrochure, preparePage } = await bundled('layout/phases.ts');

/** As many rounds again go before those that are counted: V8 compiles code that runs often. */
async function time(run, rounds) {
  const times = [];
  for (let round = -rounds; round < rounds; round++) {
    const start = performance.now();
    await run();
    if (round >= 0) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { least: times[0], median: times[Math.floor(times.length / 2)] };
}

async function row(name, run, rounds = 15) {
  const { least, median } = await time(run, rounds);
  console.log(`${name.padEnd(44)}${least.toFixed(1).padStart(9)}${median.toFixed(1).padStart(9)}`);
}

console.log(`${''.padEnd(44)}${'least'.padStart(9)}${'median'.padStart(9)}`);
// Each round runs the code for everything there is once: it takes many to be compiled.
await row('brochure, cascade and layout', await prepareBrochure(path('..')), 75);

const item = '<div class="i"></div>';
const kinds = {
  blocks: ['', item],
  'blocks with words': ['', '<p class="i">Ord på linjen</p>'],
  'flex items in rows of ten': ['', `<div style="display:flex">${item.repeat(9)}</div>`, 10],
  'grid items in grids of ten': [
    '',
    `<div style="display:grid;grid-template-columns:1fr 2fr 1fr">${item.repeat(9)}</div>`,
    10,
  ],
  'table cells in rows of ten': ['table', `<tr>${'<td>a</td>'.repeat(9)}</tr>`, 10],
};
for (const [name, [around, html, size = 1]] of Object.entries(kinds)) {
  const body = (count) => {
    const inner = html.repeat(count / size);
    return around ? `<${around}>${inner}</${around}>` : inner;
  };
  for (const count of [1000, 4000])
    await row(`${count} ${name}`, await preparePage(body(count)), count > 1000 ? 5 : 15);
}
await row('50,000 blocks', await preparePage(item.repeat(50_000)), 2);
for (const display of ['block', 'flex', 'table'])
  await row(
    `500 ${display} in each other`,
    await preparePage(`${`<div style="display:${display}">`.repeat(500)}a${'</div>'.repeat(500)}`),
    3,
  );
