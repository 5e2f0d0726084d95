/** Pages as this program and as headless Chromium show them, pixel by pixel. */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { chromium } from 'playwright-core';
import sharp from 'sharp';

const root = join(import.meta.dirname, '../..');
/** Of a pixel beside an edge, and of one that is another colour. */
const shade = 40;
/** Pixels of a block of three by three that make it another: an edge may be smoothed in another way. */
const most = 6;
const scale = 2;

/** A drawing of two colours with a frame, whose size says how the outermost element is sized. */
const drawing = (attributes) =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect width="100%" height="100%" fill="#cff"/><circle cx="20" cy="15" r="12" fill="#c00"/><rect x="20" y="15" width="20" height="15" fill="#00c"/></svg>`;

const drawings = {
  'sized.svg': drawing('width="40" height="30"'),
  'ratio.svg': drawing('viewBox="0 0 40 30"'),
  'bare.svg': drawing(''),
  'wide.svg': drawing('width="60" viewBox="0 0 40 30"'),
  'slice.svg': drawing(
    'width="60" height="60" viewBox="0 0 40 30" preserveAspectRatio="xMinYMid slice"',
  ),
  'nine.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="30"><rect width="30" height="30" fill="#fc0"/><circle cx="5" cy="5" r="5" fill="#c00"/><circle cx="25" cy="25" r="5" fill="#00c"/><rect x="12" width="6" height="10" fill="#0a0"/><rect y="12" width="10" height="6" fill="#c0c"/><rect x="20" y="12" width="10" height="6" fill="#088"/><rect x="12" y="20" width="6" height="10" fill="#444"/></svg>',
};

async function writeMaterial(folder) {
  copyFileSync(join(root, 'tests/layout/fixtures/square.ttf'), join(folder, 'square.ttf'));
  for (const [name, text] of Object.entries(drawings)) writeFileSync(join(folder, name), text);
  const four = { create: { width: 40, height: 20, channels: 3, background: '#c00' } };
  const quarter = (background, left, top) => ({
    input: { create: { width: 20, height: 10, channels: 3, background } },
    left,
    top,
  });
  const picture = sharp(four).composite([
    quarter('#0a0', 20, 0),
    quarter('#00c', 0, 10),
    quarter('#fc0', 20, 10),
  ]);
  await picture.clone().png().toFile(join(folder, 'picture.png'));
  const turned = await picture.clone().png().toBuffer();
  await sharp(turned)
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .withMetadata({ orientation: 6 })
    .toFile(join(folder, 'turned.jpg'));
}

async function openProgram(folder, size) {
  const server = spawn(
    process.execPath,
    [join(root, 'bin/trykklar.js'), 'render', '--server', '--media', 'screen'],
    { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const answers = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  const library = await PDFiumLibrary.init();
  const pdf = join(folder, 'page.pdf');
  const show = async (file) => {
    server.stdin.write(`${JSON.stringify({ in: file, out: pdf, findings: true })}\n`);
    const answer = JSON.parse((await answers.next()).value);
    if (!answer.ok) throw new Error(answer.error);
    const document = await library.loadDocument(readFileSync(pdf));
    const [first] = document.pages();
    const { data } = await first.render({ ...size, scale: 1, render: 'bitmap' });
    document.destroy();
    const image = sharp(data, { raw: { ...size, channels: 4 } }).flatten({ background: '#fff' });
    return { pixels: await image.raw().toBuffer(), findings: answer.findings ?? [] };
  };
  const close = () => {
    server.stdin.end();
    library.destroy();
  };
  return { show, close };
}

async function openChromium({ width, height }) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--allow-file-access-from-files',
      '--disable-gpu',
      '--hide-scrollbars',
      '--font-render-hinting=none',
    ],
  });
  const viewport = { width: width / scale, height: height / scale };
  const context = await browser.newContext({ viewport, deviceScaleFactor: scale });
  const page = await context.newPage();
  const show = async (file) => {
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(() => document.fonts.load('20px Square'));
    const shot = await page.screenshot();
    return sharp(shot).flatten({ background: '#fff' }).raw().toBuffer();
  };
  return { show, close: () => browser.close() };
}

/** True where a pixel of one picture is a mixture of those around its place in the other. */
function isMixture(one, other, x, y, { width, height }) {
  const around = [];
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++)
      around.push(3 * (row * width + column));
  return [0, 1, 2].every((part) => {
    const value = one[3 * (y * width + x) + part];
    const values = around.map((at) => other[at + part]);
    return value >= Math.min(...values) - shade && value <= Math.max(...values) + shade;
  });
}

/**
 * Pixels that are another colour. An edge that both smooth in their own way, or that lies on a
 * whole pixel here and between two there, is the same edge.
 */
function differingPixels(one, other, size) {
  const { width, height } = size;
  const differs = new Uint8Array(width * height);
  for (let at = 0; at < differs.length; at++) {
    const isApart = [0, 1, 2].some(
      (part) => Math.abs(one[3 * at + part] - other[3 * at + part]) > shade,
    );
    if (!isApart) continue;
    const [x, y] = [at % width, Math.floor(at / width)];
    const isSmoothed = isMixture(one, other, x, y, size) && isMixture(other, one, x, y, size);
    differs[at] = isSmoothed ? 0 : 1;
  }
  return differs;
}

/** How many blocks of three by three pixels differ by more than the smoothing of an edge. */
function differingBlocks(one, other, size) {
  const { width, height } = size;
  const differs = differingPixels(one, other, size);
  let blocks = 0;
  for (let y = 0; y + 3 <= height; y++)
    for (let x = 0; x + 3 <= width; x++) {
      let count = 0;
      for (let row = y; row < y + 3; row++) {
        const at = row * width + x;
        count += differs[at] + differs[at + 1] + differs[at + 2];
      }
      if (count >= most) blocks++;
    }
  return blocks;
}

/** Ours, theirs and where they differ, from left to right. */
async function writeBoth(file, one, other, { width, height }) {
  const difference = Buffer.alloc(one.length);
  for (let at = 0; at < one.length; at++) difference[at] = 255 - Math.abs(one[at] - other[at]);
  const raw = { raw: { width, height, channels: 3 } };
  await sharp({ create: { width: 3 * width + 20, height, channels: 3, background: '#f0f' } })
    .composite(
      [one, other, difference].map((input, index) => ({
        input,
        ...raw,
        left: index * (width + 10),
        top: 0,
      })),
    )
    .png()
    .toFile(file);
}

/**
 * Opens both. `compare(html, picture?)` gives the number of blocks that differ, and what was said of
 * the page; `picture` gets both where they do.
 */
export async function openPictures(cssSize) {
  const size = { width: cssSize.width * scale, height: cssSize.height * scale };
  const folder = mkdtempSync(join(tmpdir(), 'trykklar-pixels-'));
  await writeMaterial(folder);
  const file = join(folder, 'page.html');
  const [ours, theirs] = [await openProgram(folder, size), await openChromium(size)];
  const compare = async (html, picture) => {
    writeFileSync(file, html);
    const wanted = await theirs.show(file);
    try {
      const { pixels, findings } = await ours.show(file);
      const blocks = differingBlocks(pixels, wanted, size);
      if (picture && blocks > 0) await writeBoth(picture, pixels, wanted, size);
      return { blocks, findings };
    } catch (failure) {
      return { blocks: Number.POSITIVE_INFINITY, findings: [{ message: failure.message }] };
    }
  };
  const close = async () => {
    ours.close();
    await theirs.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { compare, close };
}
