// Runs the bundled scripts on the brochure that ships, and keeps the code that V8 compiled: in a copy
// of the project, once as if for the first time, once with what the first run kept. Of that, the
// press profile's compressed form goes into dist/kept/: every first build would make it anew.
// A run for each use that is named: `tasks` of the threads, `build`, `render` of a page.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import load from '../bin/load.js';

const { codeCacheFile, loadBundle } = load;
const project = fileURLToPath(new URL('..', import.meta.url));
const target = readFileSync(join(project, 'assets/icc/FOGRA39L_coated.icc'));
const portrait = 'assets/ledersektionen/portraet.jpg';

/** As a thread does it for the brochure's portrait. */
async function convertPortrait({ perform }) {
  const bytes = readFileSync(join(project, portrait));
  const source = { path: portrait, widthPx: 1830, heightPx: 2600, bytes };
  const use = { widthPt: 298, heightPt: 423 };
  for (const [name, input] of [
    ['ready-converter', { bytes, intent: 'relative', target }],
    ['convert-picture', { source, use, target }],
  ]) {
    const answer = await perform({ name, input });
    if (answer.kind === 'failure') throw new Error(answer.message);
  }
}

async function buildTwice({ main }, scratch) {
  for (const name of ['content', 'templates', 'assets'])
    cpSync(join(project, name), join(scratch, name), { recursive: true });
  process.chdir(scratch);
  const build = ['build', 'ledersektionen', '--only', 'press', '--quiet'];
  await main(build, '0');
  await main(build, '0');
}

const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/** Ends with an error where the program names its entries otherwise. */
function keepProfile(scratch) {
  const name = sha256(`wasm-zlib-1-${sha256(target)}`);
  mkdirSync(join(project, 'dist/kept'), { recursive: true });
  copyFileSync(join(scratch, 'out/.cache', name), join(project, 'dist/kept', name));
}

async function renderTwice({ main }, scratch) {
  copyFileSync(join(project, 'scripts/sample-page.html'), join(scratch, 'page.html'));
  process.chdir(scratch);
  const render = ['render', 'page.html', '-o', 'page.pdf', '--dump-layout', 'boxes.json'];
  await main(render, '0');
  await main(render, '0');
}

const uses = {
  tasks: { name: 'helper', run: convertPortrait },
  build: { name: 'main', run: buildTwice, after: keepProfile },
  render: { name: 'main', run: renderTwice },
};

async function keepCode(use, scratch) {
  const { name, run, after } = uses[use];
  const { exports, script } = loadBundle(name, use);
  await run(exports, scratch);
  const file = codeCacheFile(name, use);
  writeFileSync(`${file}.new`, script.createCachedData());
  renameSync(`${file}.new`, file);
  after?.(scratch);
}

const scratch = mkdtempSync(join(tmpdir(), 'trykklar-'));
// What the program says of the brochure is for those who build it.
process.stderr.write = () => true;
process.stdout.write = () => true;
try {
  await keepCode(process.argv[2], scratch);
} finally {
  process.chdir(project);
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = 0;
