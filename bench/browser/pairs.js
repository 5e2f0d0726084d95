/**
 * `node bench/browser/pairs.js OUT [TOPIC…]`: the pairs of `tests/reference`, as this program and as
 * headless Chromium show them. A line for each pair where the two ways of writing give two pictures,
 * here or there, or where the first page differs from Chromium's in more than a few pixels. OUT gets
 * the pictures of those: ours, ours, Chromium's, Chromium's. CHROMIUM names the browser where it is
 * not /usr/bin/chromium.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { pageOf, pairSize, readPairs } from '../../tests/reference/read-pairs.js';

const [folder = 'out/pairs', ...topics] = process.argv.slice(2);
const out = resolve(folder);
mkdirSync(out, { recursive: true });
const root = join(import.meta.dirname, '../..');
const source = join(root, 'tests/reference');
const { width, height } = pairSize;
const font = 'pair.ttf';
copyFileSync(join(root, 'fonts/hanken-grotesk/HankenGrotesk-Medium.ttf'), join(out, font));
/** The share of pixels that may differ from Chromium's: edges are smoothed in two ways. */
const tolerated = 0.004;

const cases = readdirSync(source)
  .filter((name) => name.endsWith('.pairs'))
  .map((name) => basename(name, '.pairs'))
  .filter((topic) => topics.length === 0 || topics.includes(topic))
  .flatMap((topic) =>
    readPairs(readFileSync(join(source, `${topic}.pairs`), 'utf8')).map((pair, index) => ({
      ...pair,
      topic,
      file: `${topic}-${index + 1}`,
    })),
  );

const server = spawn(
  process.execPath,
  [join(root, 'bin/trykklar.js'), 'render', '--server', '--media', 'screen'],
  {
    stdio: ['pipe', 'pipe', 'inherit'],
  },
);
const answers = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
const library = await PDFiumLibrary.init();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--font-render-hinting=none'],
});
const tab = await (await browser.newContext({ viewport: pairSize })).newPage();

function flat(image) {
  return image.flatten({ background: '#fff' }).raw().toBuffer();
}

async function picturesOf(file, html) {
  const page = join(out, `${file}.html`);
  const pdf = join(out, `${file}.pdf`);
  writeFileSync(page, html);
  server.stdin.write(`${JSON.stringify({ in: page, out: pdf, findings: true })}\n`);
  const answer = JSON.parse((await answers.next()).value);
  let ours = Buffer.alloc(width * height * 3);
  if (answer.ok) {
    const document = await library.loadDocument(readFileSync(pdf));
    const [first] = document.pages();
    const { data } = await first.render({ width, height, scale: 1, render: 'bitmap' });
    document.destroy();
    ours = await flat(sharp(data, { raw: { width, height, channels: 4 } }));
  }
  await tab.goto(pathToFileURL(page).href);
  const theirs = await flat(sharp(await tab.screenshot()));
  return {
    ours,
    theirs,
    said: (answer.findings ?? []).map(({ message, fault }) =>
      typeof message === 'string' ? message : (message?.en ?? JSON.stringify(message ?? fault)),
    ),
  };
}

function difference(a, b, shade) {
  let count = 0;
  for (let at = 0; at < a.length; at += 3)
    if ([0, 1, 2].some((part) => Math.abs(a[at + part] - b[at + part]) > shade)) count += 1;
  return count;
}

let wrong = 0;
for (const { name, topic, file, left, right, isMatch, toleratedPx } of cases) {
  const a = await picturesOf(`${file}-a`, pageOf(left, font));
  const b = await picturesOf(`${file}-b`, pageOf(right, font));
  const own = difference(a.ours, b.ours, 2);
  const browsers = difference(a.theirs, b.theirs, 2);
  const apart = difference(a.ours, a.theirs, 48);
  const faults = [
    ...(own <= toleratedPx === isMatch ? [] : [`OURS ${own} px`]),
    ...(browsers <= 3 * toleratedPx === isMatch ? [] : [`chromium ${browsers} px`]),
    ...(apart <= tolerated * width * height ? [] : [`apart ${apart} px`]),
    ...[...new Set([...a.said, ...b.said])].filter(
      (text) => !/RGB|screen colour|press/i.test(text),
    ),
  ];
  if (faults.length === 0) continue;
  wrong += 1;
  console.log(`${topic} · ${file} · ${name}: ${faults.join('; ')}`);
  const raw = { raw: { width, height, channels: 3 } };
  await sharp({ create: { width: 4 * width + 15, height, channels: 3, background: '#f0f' } })
    .composite(
      [a.ours, b.ours, a.theirs, b.theirs].map((input, index) => ({
        input,
        ...raw,
        left: index * (width + 5),
        top: 0,
      })),
    )
    .png()
    .toFile(join(out, `${file}.png`));
}
console.log(`${cases.length} pairs, ${wrong} to look at`);
server.stdin.end();
await browser.close();
library.destroy();
