// Measures the fixtures of tests/style/computed in headless Chromium: the computed style of all
// elements that have an id goes to `expected.json` beside them. The tests need no browser; this is
// run when fixtures are added or changed. CHROMIUM names the browser where it is not
// /usr/bin/chromium.
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const fixtures = fileURLToPath(new URL('../tests/style/computed', import.meta.url));

const properties = [
  ...['display', 'order', 'orphans', 'letter-spacing', 'text-indent', 'line-height', 'opacity'],
  ...['font-size', 'font-weight', 'font-style', 'color', 'background-color', 'vertical-align'],
  ...['list-style-type', 'text-decoration-line', 'text-align', 'margin-top', 'margin-bottom'],
  ...['margin-left', 'padding-left', 'padding-top', 'border-top-width', 'border-top-style'],
];

// The page of tests/style/computed/probe.css.
const viewport = { width: 800, height: 1000 };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--hide-scrollbars'],
});

/** Runs in the page. */
function readStyles(names) {
  return Object.fromEntries(
    [...document.querySelectorAll('[id]')].map((element) => {
      const style = getComputedStyle(element);
      return [element.id, Object.fromEntries(names.map((name) => [name, style[name]]))];
    }),
  );
}

try {
  const page = await (await browser.newContext({ viewport })).newPage();
  await page.emulateMedia({ media: 'print' });
  const files = readdirSync(fixtures).filter((name) => name.endsWith('.html'));
  const expected = {};
  for (const file of files.sort()) {
    await page.goto(pathToFileURL(`${fixtures}/${file}`).href);
    await page.evaluate(() => document.fonts.ready.then(() => true));
    expected[file] = await page.evaluate(readStyles, properties);
  }
  const lines = Object.entries(expected).map(
    ([file, styles]) =>
      `${JSON.stringify(file)}: {\n${Object.entries(styles)
        .map(([id, style]) => `${JSON.stringify(id)}: ${JSON.stringify(style)}`)
        .join(',\n')}\n}`,
  );
  writeFileSync(`${fixtures}/expected.json`, `{\n${lines.join(',\n')}\n}\n`);
} finally {
  await browser.close();
}
