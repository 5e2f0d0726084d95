/**
 * Small pages as this program and as headless Chromium lay them out, with the share that agrees to
 * 0.02 pt. CHROMIUM names the browser where it is not /usr/bin/chromium; the bundle must be there
 * (`node scripts/bundle.js`).
 *
 *     node bench/browser/boxes.js [--pages N] [--from N] [--show N] [--list] [THEME…]
 *
 * Random pages of all themes or some, with the smallest forms of the first N (3) that disagree in each
 * theme, or only the numbers of all that do. The theme `dense` stands for those that pages/dense.js makes,
 * where much meets in few boxes; they are left out unless they are named.
 *
 *     node bench/browser/boxes.js --html FILE…     pages as they are
 *     node bench/browser/boxes.js --lines FILE…    each line a body, whose tags need no ids
 *     node bench/browser/boxes.js --print THEME N  a random page, to be looked at
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { denseThemes, makePage, themes } from './pages/index.js';
import { toHtml } from './pages/nodes.js';
import { shrink } from './shrink.js';
import { openSideBySide } from './side-by-side.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '30' },
    from: { type: 'string', default: '0' },
    show: { type: 'string', default: '3' },
    list: { type: 'boolean', default: false },
    html: { type: 'boolean', default: false },
    lines: { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
  },
});

const bodyOf = (html) => html.slice(html.indexOf('<body>')).trim();
const indented = (lines) => lines.map((line) => `    ${line}`).join('\n');

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

async function compareLines(name, compare) {
  let [all, good] = [0, 0];
  for (const line of readFileSync(name, 'utf8').split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const { lines, isMany } = await compare(pageOfLine(line));
    if (isMany) lines.push('more than one page');
    all += 1;
    if (lines.length === 0) good += 1;
    else console.log(`  ${line}\n${indented(lines.slice(0, 6))}`);
  }
  console.log(`${name}: ${good} of ${all} agree`);
}

async function compareFile(name, compare) {
  const { lines } = await compare(readFileSync(name, 'utf8'));
  console.log(lines.length === 0 ? `${name}: agrees` : `${name}:\n${indented(lines)}`);
}

async function showSmallest(page, compare) {
  const least = await shrink(page, async (one) => (await compare(toHtml(one))).lines.length > 0);
  const { lines } = await compare(toHtml(least));
  console.log(`  ${least.isQuirky ? '[quirks] ' : ''}${bodyOf(toHtml(least))}`);
  console.log(indented(lines.slice(0, 4)));
}

async function compareTheme(theme, compare) {
  const [from, count] = [Number(options.from), Number(options.pages)];
  let [all, good] = [0, 0];
  const bad = [];
  for (let number = from; number < from + count; number++) {
    const { lines, isMany } = await compare(toHtml(makePage(theme, number)));
    if (isMany) continue;
    all += 1;
    if (lines.length === 0) good += 1;
    else bad.push(number);
  }
  console.log(`${theme}: ${good} of ${all} agree`);
  if (options.list) console.log(`  ${bad.join(' ')}`);
  const shown = options.list ? 0 : Number(options.show);
  for (const number of bad.slice(0, shown)) {
    console.log(`  ${theme} ${number}`);
    await showSmallest(makePage(theme, number), compare);
  }
  return { all, good };
}

const named = (names) => names.flatMap((name) => (name === 'dense' ? denseThemes : [name]));

async function compareThemes(names, compare) {
  let [all, good] = [0, 0];
  for (const theme of names) {
    const counts = await compareTheme(theme, compare);
    all += counts.all;
    good += counts.good;
  }
  console.log(`all: ${good} of ${all} agree`);
}

if (options.print) {
  const [theme, number] = positionals;
  console.log(toHtml(makePage(theme, Number(number))));
} else {
  const { compare, close } = await openSideBySide();
  try {
    if (options.lines) for (const name of positionals) await compareLines(name, compare);
    else if (options.html) for (const name of positionals) await compareFile(name, compare);
    else await compareThemes(positionals.length > 0 ? named(positionals) : themes, compare);
  } finally {
    await close();
  }
}
