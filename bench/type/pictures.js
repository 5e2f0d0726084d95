// Draws the pictures of the guide for designers: each refinement off (left) and on (right), at 400 %.
// `node bench/type/pictures.js` writes them to `docs/type/`; names may be given, else all are drawn.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';

const project = fileURLToPath(new URL('../..', import.meta.url));
const docs = join(project, 'docs/type');
const dpi = 4 * 72;

const long =
  'Havnen åbner klokken otte, og de første kuttere er allerede på vej ud, når fiskehandleren skruer den blå markise ned. Man kan gå hele vejen rundt på en time.';
const edges =
  '»Hvad så?« siger hun. »Tja,« svarer han, »det er jo en sag, som bestyrelsen må tage op, når den mødes.« Og så gik de ud, alle som en.';
const rag =
  'Vi kan frem for alt tilbyde dig et fagligt netværk og fællesskab med ligesindede, som ved, hvad du som leder står med og i til daglig af krav og rammer.';
const justified = 'text-align: justify; text-wrap: pretty; hyphens: auto;';

/** Height in mm, the words, and the style of either side. */
const pictures = {
  'total-fit': [
    34,
    long,
    'text-align: justify; text-wrap: stable; text-justify: inter-word; hyphens: auto; -trykklar-margin-kerning: none',
    justified,
  ],
  'margin-kerning': [30, edges, `${justified} -trykklar-margin-kerning: none`, justified],
  ragged: [39, rag, 'text-wrap: stable', 'text-wrap: pretty'],
  joints: [12, 'cheflønninger, affinde', 'hyphens: none', 'hyphens: none'],
  kerning: [12, 'T<em>o</em>, V<em>a</em>gt, A<em>V</em>', 'font-kerning: none', ''],
  figures: [
    12,
    '1.000 medlemmer i 2026',
    'font-variant-numeric: lining-nums tabular-nums',
    'font-variant-numeric: oldstyle-nums proportional-nums',
  ],
  'hanging-punctuation': [
    30,
    edges,
    `${justified} -trykklar-margin-kerning: none`,
    `${justified} -trykklar-margin-kerning: none; hanging-punctuation: first force-end last`,
  ],
  capitals: [12, 'HK og FTF i NATO', '', '-trykklar-capital-spacing: 6%'],
  'long-words': [
    24,
    'Se praksisplanlægningsperioder i planen.',
    'width: 30mm; text-wrap: pretty',
    'width: 30mm; text-wrap: pretty; overflow-wrap: anywhere',
  ],
  indents: [
    34,
    'Havnen åbner klokken otte, og de første kuttere er allerede på vej<br>Vi kan frem for alt tilbyde dig et fagligt netværk og fællesskab',
    'text-wrap: pretty',
    'text-wrap: pretty; text-indent: 1em hanging each-line',
  ],
};

/** Ligatures across joints cannot be asked for; the left side binds the letters by another language. */
const languages = { joints: ['x-none', 'da'] };

function html(name, [height, words, before, after]) {
  const [left = 'da', right = 'da'] = languages[name] ?? [];
  return `<!doctype html><html lang="da"><head><meta charset="utf-8"><title>${name}</title><style>
@font-face { font-family: S; src: url(fonts/SourceSerif4-Regular.ttf); }
@page { size: 108mm ${height}mm; margin: 3mm; }
html { font: 9.5pt/13pt S; color: device-cmyk(0 0 0 1); hyphenate-limit-chars: 6 2 3; }
em { font-style: normal; } body, p { margin: 0; }
body { display: grid; grid-template-columns: 47mm 47mm; column-gap: 8mm; }
</style></head><body><p lang="${left}" style="${before}">${words}</p><p lang="${right}" style="${after}">${words}</p></body></html>`;
}

async function draw(name, picture, library, folder) {
  writeFileSync(join(folder, 'page.html'), html(name, picture));
  const args = [join(project, 'bin/trykklar.js'), 'render', 'page.html', '-o', 'page.pdf'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const document = await library.loadDocument(readFileSync(join(folder, 'page.pdf')));
  const page = document.getPage(0);
  const { width, height, data } = await page.render({ scale: dpi / 72, render: 'bitmap' });
  const raw = { width, height, channels: 4 };
  await sharp(Buffer.from(data), { raw })
    .flatten({ background: 'white' })
    .grayscale()
    .png({ palette: true, colours: 16 })
    .toFile(join(docs, `${name}.png`));
  document.destroy();
}

mkdirSync(docs, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'trykklar-pictures-'));
cpSync(join(project, 'fonts/source-serif-4'), join(folder, 'fonts'), { recursive: true });
const library = await PDFiumLibrary.init();
const asked = process.argv.slice(2);
for (const [name, picture] of Object.entries(pictures))
  if (asked.length === 0 || asked.includes(name)) await draw(name, picture, library, folder);
library.destroy();
rmSync(folder, { recursive: true, force: true });
