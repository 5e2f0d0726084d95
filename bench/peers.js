// Times the brochure's first build and react-pdf on the same copy, in turns: machines differ, and
// one machine from hour to hour, so that a figure says most beside another program's.
// First `npm install --no-save @react-pdf/renderer react`; `npm ci` takes them away again.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'trykklar-peers-'));
const runs = Number(process.argv[2] ?? 9);
const build = ['bin/trykklar.js', 'build', 'ledersektionen', '--only', 'press', '--quiet'];
const forget = () => rmSync(join(project, 'out/.cache'), { recursive: true, force: true });

const hasPeer = existsSync(join(project, 'node_modules/@react-pdf/renderer'));
if (!hasPeer) console.log('react-pdf is not installed');

const peer = ['react-pdf, RGB', ['bench/peers/react-pdf.js', join(scratch, 'peer.pdf')]];
const cases = [
  ['node -e 0', ['-e', '0']],
  ...(hasPeer ? [peer] : []),
  ['trykklar, nothing kept', [...build, '--out', scratch], forget],
  ['trykklar, pictures kept', [...build, '--out', scratch]],
];

function time([name, args, before = () => {}]) {
  before();
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} ended with ${status}\n${stderr}`);
  return performance.now() - started;
}

const times = cases.map(() => []);
for (let run = 0; run <= runs; run++)
  cases.forEach((one, index) => {
    const ms = time(one);
    if (run > 0) times[index].push(ms);
  });
rmSync(scratch, { recursive: true, force: true });
console.log(`${runs} runs in turns, whole processes      median ms   fastest`);
cases.forEach(([name], index) => {
  const sorted = times[index].sort((one, other) => one - other);
  const cells = [sorted[runs >> 1], sorted[0]].map((ms) => ms.toFixed(0).padStart(10));
  console.log(name.padEnd(34) + cells.join(''));
});
