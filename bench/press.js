// Times the press's work as whole processes: a photograph of 12 megapixels on a page beside the page
// without it, the plates and the ink of the shipped folder, and 300 pages of 200 MB onto sheets.
import { spawnSync } from 'node:child_process';
import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const program = path('../bin/trykklar.js');
const project = path('..');
const runs = Number(process.argv[2] ?? 3);
const scratch = mkdtempSync(join(tmpdir(), 'trykklar-press-'));

function run(args, cwd) {
  const file = join(scratch, 'usage.json');
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', path('long/report-usage.js'), ...args],
    { cwd, env: { ...process.env, TRYKKLAR_USAGE_FILE: file }, encoding: 'utf8' },
  );
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}\n${stderr}`);
  return { seconds, ...JSON.parse(readFileSync(file, 'utf8')) };
}

/** The median of several runs, by time. */
function measure(name, args, cwd = scratch) {
  return tell(
    name,
    Array.from({ length: runs }, () => run(args, cwd)),
  );
}

/** Of a difference of some milliseconds nothing can be said that is not taken in turns, and often. */
const turns = 5 * runs;

function measureInTurns(one, other) {
  const pairs = Array.from({ length: turns }, () => [
    run(one.args, scratch),
    run(other.args, scratch),
  ]);
  return [one, other].map(({ name }, index) =>
    tell(
      name,
      pairs.map((pair) => pair[index]),
    ),
  );
}

function tell(name, all) {
  const median = all.sort((a, b) => a.seconds - b.seconds)[all.length >> 1];
  // A process starts with what its parent had resident, and reports it as its own.
  const own = process.resourceUsage().maxRSS / 1024;
  const memory = median.megabytes > own + 1 ? median.megabytes.toFixed(0) : `< ${own.toFixed(0)}`;
  const cells = [median.seconds.toFixed(2), median.cpuSeconds.toFixed(2), memory];
  console.log(name.padEnd(44) + cells.map((cell) => cell.padStart(9)).join(''));
  return median;
}

/** Bytes that no compressor makes smaller, the same in every run. */
function noise(length) {
  let state = 1;
  return Buffer.from(
    Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 24;
    }),
  );
}

/** A photograph's smooth tones with some grain. */
async function writePhotograph(file, width, height) {
  const small = sharp(noise(40 * 30 * 3), { raw: { width: 40, height: 30, channels: 3 } });
  const tones = await small.resize(width, height, { kernel: 'cubic' }).raw().toBuffer();
  const grain = noise(1 << 16);
  for (let at = 0; at < tones.length; at += 1)
    tones[at] = Math.max(0, Math.min(255, tones[at] + (grain[at & 0xffff] >> 5) - 4));
  const image = sharp(tones, { raw: { width, height, channels: 3 } });
  await image.jpeg({ quality: 90 }).toFile(file);
}

async function writeLongPdf(file, pages, bytesEach) {
  const side = Math.floor(Math.sqrt(bytesEach / 3));
  const picture = await sharp(noise(side * side * 3), {
    raw: { width: side, height: side, channels: 3 },
  })
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer();
  const document = new PDFDocument({ size: 'A5', autoFirstPage: false });
  const stream = createWriteStream(file);
  document.pipe(stream);
  for (let page = 0; page < pages; page += 1) {
    document.addPage();
    // A segment of its own makes each page's picture another one.
    const comment = Buffer.from([0xff, 0xfe, 0x00, 0x04, page >> 8, page & 255]);
    document.image(Buffer.concat([picture.subarray(0, 2), comment, picture.subarray(2)]), 20, 20, {
      width: 380,
    });
  }
  document.end();
  await finished(stream);
}

const builds = (name) => [program, 'build', '--only', 'press', '--quiet', '--out', 'out', name];

/** Jobs of one page with and without the photograph, both built once. */
async function writeProjects() {
  const write = (path, text) => {
    mkdirSync(join(scratch, path, '..'), { recursive: true });
    writeFileSync(join(scratch, path), text);
  };
  const job = (template) => `title: A page
language: en
template: ${template}
form: {booklet: A4, pages: 4}
paper: {weight: 130, stock: silk}
bleed: 3 mm
condition: FOGRA39
outputs: [press]
date: 2026-01-01
`;
  const schema = `title: {da: Side, en: Page}
form: {booklet: A4}
fields:
  title: {type: text, label: {da: Titel, en: Title}}
`;
  const face =
    '<style>@font-face { font-family: A; src: url(/fonts/hanken-grotesk/HankenGrotesk-Medium.ttf) } html { font-family: A } p { margin: 5mm }</style>';
  for (const [name, body] of [
    ['bare', ''],
    ['photograph', '<img src="/photograph.jpg" alt="">'],
  ]) {
    write(`content/${name}/job.yaml`, job(name));
    write(`content/${name}/copy.yaml`, 'title: A page\n');
    write(`templates/${name}/template.yaml`, schema);
    const rest = '<p style="break-before: page">A page</p>'.repeat(3);
    write(`templates/${name}/pages.hbs`, `${face}${pageOf(`{{title}}${body}`)}</p>${rest}`);
    run(builds(name), scratch);
  }
}

const pageOf = (body) =>
  `<!doctype html><style>@page { size: 210mm 160mm; margin: 0 } img { width: 200mm }</style><p>A page${body}`;
writeFileSync(join(scratch, 'bare.html'), pageOf(''));
writeFileSync(join(scratch, 'photograph.html'), pageOf('<img src="photograph.jpg" alt="">'));
await writePhotograph(join(scratch, 'photograph.jpg'), 4000, 3000);
const book = join(scratch, 'book.pdf');
await writeLongPdf(book, 300, 700_000);

console.log(`median of ${runs} runs`);
console.log('                                              seconds    cpu s        MB');
measure('node -e 0', ['-e', '0']);
const bare = measure('render, a page', [program, 'render', 'bare.html', '-o', 'a.pdf']);
const whole = measure('render, with 12 megapixels at 508 ppi', [
  program,
  'render',
  'photograph.html',
  '-o',
  'a.pdf',
]);
console.log(`  the photograph alone: ${(whole.seconds - bare.seconds).toFixed(2)} s`);
await writeProjects();
const [single, again] = measureInTurns(
  { name: 'build, a page, second time', args: builds('bare') },
  { name: 'build, with the photograph, second time', args: builds('photograph') },
);
console.log(
  `  the photograph from the cache: ${((again.seconds - single.seconds) * 1000).toFixed(0)} ms`,
);
const folder = ['ledersektionen', '--out', scratch, '--quiet'];
const built = measure(
  'build, press PDF',
  [program, 'build', ...folder, '--only', 'press'],
  project,
);
const plates = measure('plates, 72 ppi', [program, 'plates', ...folder, '--dpi', '72'], project);
console.log(`  plates and ink alone: ${(plates.seconds - built.seconds).toFixed(2)} s`);
const sheets = join(scratch, 'sheets.pdf');
measure('impose, 300 pages', [
  program,
  'impose',
  book,
  '--scheme',
  'saddle',
  '--sheet',
  'SRA3',
  '-o',
  sheets,
]);
const growth = statSync(sheets).size / statSync(book).size - 1;
console.log(
  `  ${(statSync(book).size / 1e6).toFixed(0)} MB, ${(growth * 100).toFixed(2)} % more on sheets`,
);
rmSync(scratch, { recursive: true, force: true });
