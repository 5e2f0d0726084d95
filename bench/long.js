// Times long texts: 500 pages of running text and one very long paragraph, each beside a tenth of
// it, as whole processes; and paragraphs of 100 words, warm, each another one.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundled } from './bundled.js';
import { bookOf, documentOf, paragraphOf, paragraphsOf } from './long/pages.js';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const program = path('../bin/trykklar.js');
const fontFile = path('../fonts/source-serif-4/SourceSerif4-Regular.ttf');
const scratch = mkdtempSync(join(tmpdir(), 'trykklar-long-'));
copyFileSync(fontFile, join(scratch, 'text.ttf'));

/** One run of the program as a process: seconds, seconds of processor time, megabytes at most. */
function run(args) {
  const file = join(scratch, 'usage.json');
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', path('long/report-usage.js'), program, ...args],
    { cwd: scratch, env: { ...process.env, TRYKKLAR_USAGE_FILE: file }, encoding: 'utf8' },
  );
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}\n${stderr}`);
  return { seconds, ...JSON.parse(readFileSync(file, 'utf8')) };
}

function row(name, { seconds, cpuSeconds, megabytes }) {
  const cells = [seconds.toFixed(2), cpuSeconds.toFixed(2), megabytes.toFixed(0)];
  console.log(name.padEnd(44) + cells.map((cell) => cell.padStart(9)).join(''));
}

const pagesIn = (file) => readFileSync(file, 'latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

function render(name, body) {
  const html = join(scratch, 'text.html');
  writeFileSync(html, documentOf(body));
  const pdf = join(scratch, 'text.pdf');
  const whole = run(['render', html, '-o', pdf]);
  row(`${name}: ${pagesIn(pdf)} pages`, whole);
  return whole;
}

async function timeParagraphs() {
  const { prepareBreaking } = await bundled('long/paragraph.ts');
  const breakText = await prepareBreaking(fontFile);
  const times = paragraphsOf(1000, 100).map((text) => {
    const started = performance.now();
    breakText(text);
    return performance.now() - started;
  });
  return times.slice(500).sort((a, b) => a - b);
}

console.log(`${''.padEnd(44)}  seconds      CPU       MB`);
row('the start alone (--help)', run(['--help']));
const few = render('running text', bookOf(50));
const many = render('running text, ten times as much', bookOf(500));
const short = render('20,000 words in one paragraph', paragraphOf(20_000));
const long = render('200,000 words in one paragraph', paragraphOf(200_000));
const growth = (small, large) => (large.cpuSeconds / small.cpuSeconds).toFixed(1);
console.log(
  `\nten times the text, times the CPU: pages ${growth(few, many)}, paragraph ${growth(short, long)}`,
);
const times = await timeParagraphs();
const at = (share) => times[Math.floor(times.length * share)].toFixed(2);
console.log(
  `a paragraph of 100 words, shaped and broken, warm: median ${at(0.5)} ms, 95th of 100 ${at(0.95)} ms`,
);
rmSync(scratch, { recursive: true, force: true });
