// Small pages by chance, laid out by this program and by headless Chromium, and their boxes
// compared at 0.02 pt: `node scripts/compare-random.js floats 1 300` prints how many of 300 pages
// from seed 1 agree, and the first boxes of those that do not. A page that shows a fault becomes a
// fixture. `--keep FOLDER` leaves the pages there; `--list` names the seeds that disagree only.
// CHROMIUM names the browser where it is not /usr/bin/chromium.
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { columnPage } from './compare/columns.js';
import { floatPage, shapePage } from './compare/floats.js';
import { gridPage } from './compare/grids.js';
import { openNames, openRandom } from './compare/random.js';
import { readBoxes } from './compare/read-boxes.js';

const makers = {
  grids: gridPage,
  floats: floatPage,
  shapes: shapePage,
  columns: columnPage(),
  'columns-floats': columnPage('float'),
  'columns-flex': columnPage('flex'),
  'columns-grid': columnPage('grid'),
  'columns-table': columnPage('table'),
  'columns-abs': columnPage('abs'),
  'columns-nested': columnPage('columns'),
  'columns-span': columnPage('span'),
};

const tolerancePx = 0.02 / 0.75 + 1e-9;
const [kind, from = '1', count = '100', ...flags] = process.argv.slice(2);
const make = makers[kind];
if (!make) throw new Error(`kinds: ${Object.keys(makers).join(', ')}`);
const isList = flags.includes('--list');
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = flags.includes('--keep')
  ? flags[flags.indexOf('--keep') + 1]
  : mkdtempSync(join(tmpdir(), 'compare-'));
mkdirSync(folder, { recursive: true });
for (const file of ['fixture.css', 'square.ttf'])
  copyFileSync(join(root, 'tests/layout/fixtures', file), join(folder, file));

function pageOf(seed) {
  const body = make(openRandom(seed), openNames());
  return `<!doctype html>\n<title>${kind} ${seed}</title>\n<link rel="stylesheet" href="fixture.css">\n${body}\n`;
}

/** The program's layout, bundled as it is now. */
async function openLayout() {
  const outfile = join(root, 'node_modules/.cache/compare-random.mjs');
  await build({
    stdin: {
      contents: `export { renderHtml } from './src/render.ts'; export { openWorkspace } from './src/cli/disk-workspace.ts';`,
      resolveDir: root,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    define: {},
    outfile,
    logLevel: 'error',
  });
  const { renderHtml, openWorkspace } = await import(pathToFileURL(outfile).href);
  const workspace = openWorkspace(folder, { get: () => undefined, set: () => {} });
  return async (path) => {
    const request = { path, extraSheet: null, media: 'press', strict: false, fileName: null };
    const { layout } = await renderHtml(request, workspace);
    const boxes = layout?.boxes ?? [];
    // What goes on to a second page has no likeness on a screen.
    if (boxes.some(({ page }) => page > 1)) return null;
    return boxes.map(({ id, x, y, w, h }) => [id, x, y, w, h]);
  };
}

function byId(boxes) {
  const map = new Map();
  for (const box of boxes) map.set(box[0], [...(map.get(box[0]) ?? []), box]);
  return map;
}

const show = ([id, ...place]) =>
  `${id} ${place.map((one) => Math.round(one * 100) / 100).join(' ')}`;

function compare(expected, found) {
  const [wanted, made] = [byId(expected), byId(found)];
  const wrong = [];
  for (const id of new Set([...wanted.keys(), ...made.keys()])) {
    const [one, other] = [wanted.get(id) ?? [], made.get(id) ?? []];
    for (let at = 0; at < Math.max(one.length, other.length); at++) {
      const [want, have] = [one[at], other[at]];
      const isSame =
        want && have && [1, 2, 3, 4].every((n) => Math.abs(want[n] - have[n]) <= tolerancePx);
      if (!isSame)
        wrong.push(`  want ${want ? show(want) : '-'} | have ${have ? show(have) : '-'}`);
    }
  }
  return wrong;
}

const layout = await openLayout();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--font-render-hinting=none'],
});
let agreed = 0;
let skipped = 0;
const wrongSeeds = [];
try {
  const page = await browser.newPage({ viewport: { width: 800, height: 1000 } });
  await page.emulateMedia({ media: 'print' });
  for (let seed = Number(from); seed < Number(from) + Number(count); seed++) {
    const name = `${kind}-${seed}.html`;
    writeFileSync(join(folder, name), pageOf(seed));
    await page.goto(pathToFileURL(join(folder, name)).href);
    await page.evaluate(() => document.fonts.ready.then(() => true));
    const expected = await page.evaluate(readBoxes);
    const started = performance.now();
    const found = await layout(name).catch((error) => [[`${error.stack}`, 0, 0, 0, 0]]);
    const took = performance.now() - started;
    if (!found) {
      skipped++;
      continue;
    }
    const wrong = compare(expected, found);
    if (took > 2000) wrong.unshift(`  took ${Math.round(took)} ms`);
    if (wrong.length === 0) agreed++;
    else {
      wrongSeeds.push([seed, wrong.length, pageOf(seed).length]);
      if (!isList)
        console.log(
          `${kind} ${seed}\n${pageOf(seed).split('\n')[3]}\n${wrong.slice(0, 8).join('\n')}`,
        );
    }
  }
} finally {
  await browser.close();
}
if (isList)
  console.log(
    wrongSeeds
      .toSorted((a, b) => a[2] - b[2])
      .map(([s, w, l]) => `${s}(${w},${l})`)
      .join(' '),
  );
console.log(`${kind}: ${agreed} of ${Number(count) - skipped} agree`);
