// Measures the fixtures of tests/layout/fixtures in headless Chromium and stores what it finds beside
// them: for each folder one `expected.json`, with the border boxes of all elements that have an id, in
// CSS px. The tests need no browser; this is run when fixtures are added or changed. Names of folders
// may be given; else all are measured. CHROMIUM names the browser where it is not /usr/bin/chromium.
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { readBoxes } from './read-boxes.js';

const fixtures = fileURLToPath(new URL('../tests/layout/fixtures', import.meta.url));

// The page area of tests/layout/fixtures/fixture.css.
const viewport = { width: 800, height: 1000 };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--hide-scrollbars',
    // Letters as wide as the font says, not rounded to whole px for a screen.
    '--font-render-hinting=none',
  ],
});

function folders() {
  return readdirSync(fixtures, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

try {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.emulateMedia({ media: 'print' });
  const asked = process.argv.slice(2);
  for (const folder of asked.length > 0 ? asked : folders()) {
    const files = readdirSync(`${fixtures}/${folder}`).filter((name) => name.endsWith('.html'));
    const lines = [];
    for (const file of files.sort()) {
      await page.goto(pathToFileURL(`${fixtures}/${folder}/${file}`).href);
      await page.evaluate(() => document.fonts.ready.then(() => true));
      const boxes = await page.evaluate(readBoxes);
      lines.push(`${JSON.stringify(file.replace(/\.html$/, ''))}: ${JSON.stringify(boxes)}`);
    }
    writeFileSync(`${fixtures}/${folder}/expected.json`, `{\n${lines.join(',\n')}\n}\n`);
    console.log(`${folder}: ${lines.length}`);
  }
} finally {
  await browser.close();
}
