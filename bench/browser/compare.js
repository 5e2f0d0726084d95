/**
 * `node bench/browser/compare.js OUT [NAME…]`: composite pages as this program and as headless
 * Chromium show them, side by side with their difference, as PNGs in OUT; a line a page with the
 * share of pixels that differ by more than a shade. Needs a `chromium` on the path.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { browserPages } from './make-pages.js';

const [folder = 'out/browser', ...names] = process.argv.slice(2);
const out = resolve(folder);
const program = join(import.meta.dirname, '../../bin/trykklar.js');
mkdirSync(out, { recursive: true });
const library = await PDFiumLibrary.init();

async function ours(name, html, { width, height }) {
  const [page, pdf] = [join(out, `${name}.html`), join(out, `${name}.pdf`)];
  writeFileSync(page, html);
  execFileSync(process.execPath, [program, 'render', page, '-o', pdf, '--media', 'screen'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const document = await library.loadDocument(readFileSync(pdf));
  const [first] = document.pages();
  const { data } = await first.render({ width, height, scale: 1, render: 'bitmap' });
  document.destroy();
  return sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: '#fff' });
}

function theirs(name, { width, height }) {
  const shot = join(out, `${name}.chromium.png`);
  const window = `--window-size=${width},${height}`;
  const address = pathToFileURL(join(out, `${name}.html`)).href;
  execFileSync(
    'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      window,
      `--screenshot=${shot}`,
      address,
    ],
    { stdio: 'ignore' },
  );
  return sharp(shot).flatten({ background: '#fff' });
}

for (const { name, html, ...size } of browserPages()) {
  if (names.length > 0 && !names.includes(name)) continue;
  const [mine, other] = [await ours(name, html, size), theirs(name, size)];
  const [a, b] = await Promise.all([mine, other].map((image) => image.clone().raw().toBuffer()));
  let differing = 0;
  const difference = Buffer.alloc(a.length);
  for (let at = 0; at < a.length; at += 3) {
    const most = Math.max(...[0, 1, 2].map((part) => Math.abs(a[at + part] - b[at + part])));
    if (most > 48) differing += 1;
    difference.fill(255 - most, at, at + 3);
  }
  const { width, height } = size;
  const raw = { raw: { width, height, channels: 3 } };
  const images = [
    await mine.png().toBuffer(),
    await other.png().toBuffer(),
    await sharp(difference, raw).png().toBuffer(),
  ];
  await sharp({ create: { width: 3 * width, height, channels: 3, background: '#fff' } })
    .composite(images.map((input, index) => ({ input, left: index * width, top: 0 })))
    .png()
    .toFile(join(out, `${name}.png`));
  console.log(`${name}: ${((100 * differing) / (width * height)).toFixed(2)} % differ`);
}
library.destroy();
