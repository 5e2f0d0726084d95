/** Pages as this program and as headless Chromium lay them out. */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const tolerancePx = 0.02 / 0.75 + 1e-9;
/** No small page may take longer. */
const longestMs = 2000;
const root = join(import.meta.dirname, '../..');

/** Runs in the page. */
async function readBoxes() {
  await document.fonts.load('20px Square');
  await document.fonts.ready;
  // An inline box around blocks has rectangles of the blocks in a browser, and none here.
  const isAround = (element) =>
    getComputedStyle(element).display === 'inline' &&
    [...element.querySelectorAll('*')].some(
      (one) => !getComputedStyle(one).display.startsWith('inline'),
    );
  const elements = [...document.querySelectorAll('[id]')].filter((one) => !isAround(one));
  return elements.map((element) => [
    element.id,
    [...element.getClientRects()].map(({ x, y, width, height }) => [
      x + scrollX,
      y + scrollY,
      width,
      height,
    ]),
  ]);
}

const show = (boxes) =>
  boxes.map((box) => box.map((n) => Math.round(n * 100) / 100).join(' ')).join(' | ') || '-';

const sameBox = (one, other) =>
  one && other && one.every((number, at) => Math.abs(number - other[at]) <= tolerancePx);

/** A box without an area has no rectangle in one of the two. */
const withArea = (boxes) => boxes.filter(([, , w, h]) => w !== 0 || h !== 0);

function differences(wanted, found) {
  const lines = [];
  for (const [id, boxes] of wanted) {
    const [one, other] = [withArea(boxes), withArea(found.get(id) ?? [])];
    const agrees = one.length === other.length && one.every((box, at) => sameBox(box, other[at]));
    if (!agrees) lines.push(`${id}: expected ${show(one)}, found ${show(other)}`);
  }
  return lines;
}

/** Our boxes of a file, by id, from a server that stays open. */
function openProgram(folder) {
  const server = spawn(process.execPath, [join(root, 'bin/trykklar.js'), 'render', '--server'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  const dump = join(folder, 'page.json');
  const layOut = async (file) => {
    server.stdin.write(`${JSON.stringify({ in: file, json: dump })}\n`);
    const answer = JSON.parse((await answers.next()).value);
    if (!answer.ok) throw new Error(answer.error);
    const boxes = new Map();
    let pages = 1;
    for (const { id, page, x, y, w, h } of JSON.parse(readFileSync(dump, 'utf8')).boxes) {
      pages = Math.max(pages, page);
      boxes.set(id, [...(boxes.get(id) ?? []), [x, y, w, h]]);
    }
    return { boxes, pages };
  };
  return { layOut, close: () => server.stdin.end() };
}

async function openChromium() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--font-render-hinting=none'],
  });
  const context = await browser.newContext({ viewport: { width: 800, height: 1000 } });
  const page = await context.newPage();
  await page.emulateMedia({ media: 'print' });
  const layOut = async (file) => {
    await page.goto(pathToFileURL(file).href);
    return new Map(await page.evaluate(readBoxes));
  };
  return { layOut, close: () => browser.close() };
}

/**
 * Opens both. `compare(html)` gives a line for each element whose boxes differ by more than 0.02 pt;
 * `isMany` where the page runs over, which has no likeness on a screen.
 */
export async function openSideBySide() {
  const folder = mkdtempSync(join(tmpdir(), 'trykklar-boxes-'));
  for (const name of ['square.ttf', 'picture.png'])
    copyFileSync(join(root, 'tests/layout/fixtures', name), join(folder, name));
  const file = join(folder, 'page.html');
  const [ours, theirs] = [openProgram(folder), await openChromium()];
  const compare = async (html) => {
    writeFileSync(file, html);
    const wanted = await theirs.layOut(file);
    const started = performance.now();
    try {
      const { boxes, pages } = await ours.layOut(file);
      if (pages > 1) return { isMany: true, lines: [] };
      const tookMs = performance.now() - started;
      const slow = tookMs > longestMs ? [`took ${Math.round(tookMs)} ms`] : [];
      return { lines: [...slow, ...differences(wanted, boxes)] };
    } catch (failure) {
      return { lines: [`failed: ${failure.message}`] };
    }
  };
  const close = async () => {
    ours.close();
    await theirs.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { compare, close };
}
