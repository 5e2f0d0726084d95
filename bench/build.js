// Times the program as a whole process, as a user or a CI server meets it, and prints a table.
// Each figure is the median of several runs after one that is not counted.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const program = join(project, 'bin/trykklar.js');
const memoryHook = fileURLToPath(new URL('report-memory.js', import.meta.url));
const runs = Number(process.argv[2] ?? 11);
const scratch = mkdtempSync(join(tmpdir(), 'trykklar-bench-'));
const cache = join(project, 'out/.cache');

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

function run(args, { cwd = project, environment = {} } = {}) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}\n${stderr}`);
  return performance.now() - started;
}

function peakMegabytes(args, cwd) {
  const file = join(scratch, 'memory');
  run(['--import', memoryHook, ...args], { cwd, environment: { TRYKKLAR_MEMORY_FILE: file } });
  return Number(readFileSync(file, 'utf8')) / 1024;
}

const build = [program, 'build', 'ledersektionen', '--out', scratch, '--quiet', '--only', 'press'];
const all = build.slice(0, -2);
const forgetCache = () => rmSync(cache, { recursive: true, force: true });
const nothing = () => {};

// A secretary's day: another word in the letter before every build.
const copied = join(scratch, 'project');
for (const folder of ['content', 'templates', 'assets', 'fonts'])
  cpSync(join(project, folder), join(copied, folder), { recursive: true });
const copyFile = join(copied, 'content/ledersektionen/copy.yaml');
const copy = readFileSync(copyFile, 'utf8');
let edits = 0;
const editCopy = () =>
  writeFileSync(copyFile, copy.replace('950 medlemmer', `${++edits} medlemmer`));

const cases = [
  ['node -e 0', ['-e', '0'], nothing],
  ['trykklar --version', [program, '--version'], nothing],
  ['build, press PDF, pictures not cached', build, forgetCache],
  ['build, press PDF, pictures cached', build, nothing],
  ['build, press PDF, another word each time', build, editCopy, copied],
  ['build, all outputs, pictures cached', all, nothing],
];

console.log(`median of ${runs} runs`);
console.log('                                          median ms   fastest   slowest   peak MB');
for (const [name, args, before, cwd] of cases) {
  const times = [];
  for (let i = 0; i <= runs; i++) {
    before();
    const ms = run(args, { cwd });
    if (i > 0) times.push(ms);
  }
  before();
  const cells = [median(times), Math.min(...times), Math.max(...times), peakMegabytes(args, cwd)];
  console.log(name.padEnd(42) + cells.map((cell) => cell.toFixed(0).padStart(9)).join(' '));
}
rmSync(scratch, { recursive: true, force: true });
