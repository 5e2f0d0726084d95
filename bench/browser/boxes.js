/**
 * `node bench/browser/boxes.js [--pages N] [--from N] [--show N] [--html FILE…] [--lines FILE…] [THEME…]`: random pages of a few boxes
 * as this program and as headless Chromium lay them out, with the share that agrees to 0.02 pt, and the
 * smallest pages that do not. `--lines FILE…`: small pages instead, each line of a file a body whose tags
 * need no ids. Needs a `chromium` on the path, and the bundle (`node scripts/bundle.js`).
 */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { makePage, themes, toHtml } from './box-pages.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '30' },
    from: { type: 'string', default: '0' },
    show: { type: 'string', default: '3' },
    html: { type: 'boolean', default: false },
    lines: { type: 'boolean', default: false },
  },
});
const tolerancePx = 0.02 / 0.75 + 1e-9;

const folder = mkdtempSync(join(tmpdir(), 'trykklar-boxes-'));
const fixtures = join(import.meta.dirname, '../../tests/layout/fixtures');
for (const name of ['square.ttf', 'picture.png'])
  copyFileSync(join(fixtures, name), join(folder, name));
const file = join(folder, 'page.html');
const dump = join(folder, 'page.json');

const program = join(import.meta.dirname, '../../bin/trykklar.js');
const server = spawn(process.execPath, [program, 'render', '--server'], {
  cwd: folder,
  stdio: ['pipe', 'pipe', 'inherit'],
});
const answers = createInterface({ input: server.stdout })[Symbol.asyncIterator]();

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--font-render-hinting=none'],
});
const context = await browser.newContext({ viewport: { width: 800, height: 1000 } });
const page = await context.newPage();
await page.emulateMedia({ media: 'print' });

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

async function theirs() {
  await page.goto(pathToFileURL(file).href);
  return new Map(await page.evaluate(readBoxes));
}

async function ours() {
  server.stdin.write(`${JSON.stringify({ in: file, json: dump })}\n`);
  const { value } = await answers.next();
  const answer = JSON.parse(value);
  if (!answer.ok) throw new Error(answer.error);
  const boxes = new Map();
  let pages = 1;
  for (const { id, page: number, x, y, w, h } of JSON.parse(readFileSync(dump, 'utf8')).boxes) {
    pages = Math.max(pages, number);
    boxes.set(id, [...(boxes.get(id) ?? []), [x, y, w, h]]);
  }
  return { boxes, pages };
}

const show = (boxes) =>
  (boxes ?? []).map((box) => box.map((n) => Math.round(n * 100) / 100).join(' ')).join(' | ') ||
  '-';

const sameBox = (one, other) =>
  one && other && one.every((number, at) => Math.abs(number - other[at]) <= tolerancePx);

/** Lines on what differs; `many` where the page runs over, which is another question. */
async function compareHtml(html) {
  writeFileSync(file, html);
  const wanted = await theirs();
  let made;
  try {
    made = await ours();
  } catch (failure) {
    return { crash: true, lines: [`failed: ${failure.message}`] };
  }
  if (made.pages > 1) return { many: true, lines: [] };
  const lines = [];
  for (const [id, boxes] of wanted) {
    // A box without an area has no rectangle in one of the two.
    const one = boxes.filter(([, , w, h]) => w !== 0 || h !== 0);
    const other = (made.boxes.get(id) ?? []).filter(([, , w, h]) => w !== 0 || h !== 0);
    const agrees = one.length === other.length && one.every((box, at) => sameBox(box, other[at]));
    if (!agrees) lines.push(`${id}: expected ${show(one)}, found ${show(other)}`);
  }
  return { lines };
}

const copy = (value) => structuredClone(value);

/** Every node with the list it stands in. */
function places(nodes, into = []) {
  nodes.forEach((node, index) => {
    into.push([nodes, index]);
    if (typeof node === 'object') places(node.children, into);
  });
  return into;
}

/** Smaller pages than this one. */
function* smaller(made) {
  const count = places(made.nodes).length;
  for (let at = 0; at < count; at++) {
    const next = copy(made);
    const [list, index] = places(next.nodes)[at];
    list.splice(index, 1);
    if (next.nodes.length > 0) yield next;
  }
  for (let at = 0; at < count; at++) {
    const next = copy(made);
    const [list, index] = places(next.nodes)[at];
    const node = list[index];
    if (typeof node !== 'object' || ['td', 'th', 'tr', 'tbody'].includes(node.tag)) continue;
    list.splice(index, 1, ...node.children);
    if (next.nodes.length > 0) yield next;
  }
  for (let at = 0; at < count; at++) {
    const node = places(made.nodes)[at];
    const own = node[0][node[1]];
    if (typeof own !== 'object') continue;
    for (const kind of ['style', 'attributes'])
      for (const name of Object.keys(own[kind])) {
        const next = copy(made);
        const [list, index] = places(next.nodes)[at];
        delete list[index][kind][name];
        yield next;
      }
  }
  if (made.isQuirky) yield { ...copy(made), isQuirky: false };
  if (made.bodyMargin !== '0') yield { ...copy(made), bodyMargin: '0' };
}

const disagrees = ({ lines, many }) => !many && lines.length > 0;

async function shrink(made) {
  let least = made;
  for (let found = true; found; ) {
    found = false;
    for (const next of smaller(least)) {
      if (!disagrees(await compareHtml(toHtml(next)))) continue;
      least = next;
      found = true;
      break;
    }
  }
  return least;
}

/** The page of one line: tags without ids are given some, `[quirks]` before it asks for that mode. */
function pageOfLine(line) {
  const isQuirky = line.startsWith('[quirks]');
  let next = 0;
  const withIds = line
    .replace('[quirks]', '')
    .replace(/<([a-z][a-z0-9]*)(?![^>]*\sid=)(?=[\s>])/g, (start, tag) =>
      ['style', 'col', 'colgroup', 'br', 'option', 'body', 'html'].includes(tag)
        ? start
        : `${start} id="n${next++}"`,
    );
  return toHtml({ isQuirky, bodyMargin: '0', nodes: [withIds] });
}

async function compareLines(name) {
  const lines = readFileSync(name, 'utf8').split('\n');
  let [all, good] = [0, 0];
  for (const line of lines) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const result = await compareHtml(pageOfLine(line));
    all += 1;
    if (result.lines.length === 0) good += 1;
    else
      console.log([`  ${line}`, ...result.lines.slice(0, 6).map((one) => `    ${one}`)].join('\n'));
  }
  console.log(`${name}: ${good} of ${all} agree`);
}

const bodyOf = (html) => html.slice(html.indexOf('<body>'));

try {
  if (options.lines) {
    for (const name of positionals) await compareLines(name);
  } else if (options.html) {
    for (const name of positionals) {
      const { lines } = await compareHtml(readFileSync(name, 'utf8'));
      console.log(`${name}: ${lines.length === 0 ? 'agrees' : `\n  ${lines.join('\n  ')}`}`);
    }
  } else {
    let [all, good] = [0, 0];
    for (const theme of positionals.length > 0 ? positionals : Object.keys(themes)) {
      const [from, count] = [Number(options.from), Number(options.pages)];
      let [agreeing, compared] = [0, 0];
      const bad = [];
      for (let number = from; number < from + count; number++) {
        const made = makePage(theme, number);
        const result = await compareHtml(toHtml(made));
        if (result.many) continue;
        compared += 1;
        if (result.lines.length === 0) agreeing += 1;
        else if (result.crash) bad.unshift(made);
        else bad.push(made);
      }
      all += compared;
      good += agreeing;
      console.log(`${theme}: ${agreeing} of ${compared} agree`);
      for (const made of bad.slice(0, Number(options.show))) {
        const html = toHtml(await shrink(made));
        const { lines } = await compareHtml(html);
        console.log(`  ${html.startsWith('<!') ? '' : '[quirks] '}${bodyOf(html).trim()}`);
        for (const line of lines.slice(0, 4)) console.log(`    ${line}`);
      }
    }
    console.log(`all: ${good} of ${all} agree`);
  }
} finally {
  server.stdin.end();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
