/**
 * Small pages of paint as this program (rasterised by PDFium) and as headless Chromium show them,
 * with the share where no block of pixels differs by more than the smoothing of an edge. CHROMIUM
 * names the browser where it is not /usr/bin/chromium; the bundle must be there
 * (`node scripts/bundle.js`).
 *
 *     node bench/browser/pixels.js [--pages N] [--from N] [--show N] [--list] [--out FOLDER] [THEME…]
 *
 * Random pages of all themes or some, with the smallest forms of the first N (3) that differ in each
 * theme, or only the numbers of all that do, which is far quicker. FOLDER gets the pictures of what is
 * shown: ours, Chromium's, where they differ.
 *
 *     node bench/browser/pixels.js --html FILE…     pages as they are, of 240 by 240 px
 *     node bench/browser/pixels.js --lines FILE…    each line a body
 *     node bench/browser/pixels.js --print THEME N  a random page, to be looked at
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { toHtml } from './pages/nodes.js';
import { makePaintPage, paintThemes } from './pages/paint/index.js';
import { pageSize } from './pages/paint/parts.js';
import { openPictures } from './pictures-of-both.js';
import { shrink } from './shrink.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '30' },
    from: { type: 'string', default: '0' },
    show: { type: 'string', default: '3' },
    out: { type: 'string' },
    list: { type: 'boolean', default: false },
    html: { type: 'boolean', default: false },
    lines: { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
  },
});

const bodyOf = (html) => html.slice(html.indexOf('<body>')).trim();
const pictureOf = (name) => (options.out ? join(options.out, `${name}.png`) : undefined);

/** What was said of a page, but for its colours, which are the screen's. */
const saidOf = (findings) =>
  [...new Set(findings.map(({ message }) => message?.en ?? String(message)))].filter(
    (text) => !/RGB|screen colour|press/i.test(text),
  );

async function showSmallest(name, page, compare) {
  const isBad = async (one) => (await compare(toHtml(one))).blocks > 0;
  const html = toHtml(await shrink(page, isBad));
  const { blocks, findings } = await compare(html, pictureOf(name));
  console.log(`  ${name} (${blocks}) ${bodyOf(html)}`);
  for (const text of saidOf(findings)) console.log(`      ${text}`);
}

async function compareTheme(theme, compare) {
  const [from, count] = [Number(options.from), Number(options.pages)];
  const bad = [];
  for (let number = from; number < from + count; number++) {
    const picture = options.list ? pictureOf(`${theme}-${number}`) : undefined;
    const { blocks } = await compare(toHtml(makePaintPage(theme, number)), picture);
    if (blocks > 0) bad.push(number);
  }
  console.log(`${theme}: ${count - bad.length} of ${count} agree`);
  if (options.list) console.log(`  ${bad.join(' ')}`);
  const shown = options.list ? 0 : Number(options.show);
  for (const number of bad.slice(0, shown))
    await showSmallest(`${theme}-${number}`, makePaintPage(theme, number), compare);
  return count - bad.length;
}

async function compareThemes(names, compare) {
  let good = 0;
  for (const theme of names) good += await compareTheme(theme, compare);
  console.log(`all: ${good} of ${names.length * Number(options.pages)} agree`);
}

async function comparePages(pages, compare) {
  let good = 0;
  for (const { name, html } of pages) {
    const { blocks, findings } = await compare(html, pictureOf(name));
    if (blocks === 0) good += 1;
    else console.log([`${name} (${blocks}) ${bodyOf(html)}`, ...saidOf(findings)].join('\n    '));
  }
  console.log(`${good} of ${pages.length} agree`);
}

const pageOfFile = (file) => ({
  name: basename(file, '.html'),
  html: readFileSync(file, 'utf8'),
});

const pagesOfLines = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line, index) => ({ line, name: `${basename(file)}-${index + 1}` }))
    .filter(({ line }) => line.trim() !== '' && !line.startsWith('#'))
    .map(({ line, name }) => ({
      name,
      html: toHtml({ isQuirky: false, bodyMargin: '0', size: pageSize, nodes: [line] }),
    }));

if (options.out) mkdirSync(options.out, { recursive: true });
if (options.print) {
  const [theme, number] = positionals;
  console.log(toHtml(makePaintPage(theme, Number(number))));
} else {
  const { compare, close } = await openPictures(pageSize);
  try {
    if (options.lines) await comparePages(positionals.flatMap(pagesOfLines), compare);
    else if (options.html) await comparePages(positionals.map(pageOfFile), compare);
    else await compareThemes(positionals.length > 0 ? positionals : paintThemes, compare);
  } finally {
    await close();
  }
}
