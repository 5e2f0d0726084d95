// The programs that set the texts. Each gives the bytes of a PDF, or null where it is not installed.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const fontFile = join(project, 'fonts/source-serif-4/SourceSerif4-Regular.ttf');

const escapeHtml = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function pageHtml({ language, widthMm, paragraphs }, css) {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>x</title><style>
@font-face { font-family: "Text Serif"; src: url("fonts/text.ttf"); }
@page { size: ${widthMm + 20}mm 1200mm; margin: 10mm; }
html { font-family: "Text Serif"; font-size: 9.5pt; line-height: 13pt; text-align: justify; hyphens: auto; }
body, p { margin: 0; } p + p { text-indent: 13pt; }
${css}
</style></head><body>${paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}</body></html>`;
}

function inScratch(files, command, args, result) {
  const folder = mkdtempSync(join(tmpdir(), 'trykklar-type-'));
  try {
    mkdirSync(join(folder, 'fonts'));
    copyFileSync(fontFile, join(folder, 'fonts/text.ttf'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const run = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
    if (run.error || !existsSync(join(folder, result))) {
      if (!run.error)
        process.stderr.write(`${command}: ${(run.stderr || run.stdout).slice(-800)}\n`);
      return null;
    }
    return readFileSync(join(folder, result));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const black = 'html { color: device-cmyk(0 0 0 1); }';

function trykklar(css) {
  return (text) => {
    const args = [join(project, 'bin/trykklar.js'), 'render', 'page.html', '-o', 'page.pdf'];
    const html = pageHtml(text, `${black}\n${css}`);
    return inScratch({ 'page.html': html }, process.execPath, args, 'page.pdf');
  };
}

const limits =
  'text-wrap: pretty; hyphenate-limit-chars: 6 2 3; hyphenate-limit-lines: 2; hyphenate-limit-last: always;';

function weasyprint(text) {
  return inScratch(
    { 'page.html': pageHtml(text, 'html { hyphenate-limit-chars: 6 2 3; }') },
    'weasyprint',
    ['page.html', 'page.pdf'],
    'page.pdf',
  );
}

const babel = { da: 'danish', en: 'british' };
const escapeTex = (text) => text.replaceAll(/[%&#$_]/g, '\\$&').replaceAll('\u00a0', '~');

function lualatex({ language, widthMm, paragraphs }) {
  const tex = `\\documentclass{article}
\\usepackage[paperwidth=${widthMm + 20}mm,paperheight=1200mm,margin=10mm]{geometry}
\\usepackage{fontspec}\\usepackage[${babel[language]}]{babel}
\\setmainfont{text.ttf}[Path=fonts/,Ligatures=TeX]
\\usepackage{microtype}\\pagestyle{empty}
\\setlength{\\parindent}{13pt}\\emergencystretch=1em
\\begin{document}\\fontsize{9.5bp}{13bp}\\selectfont
${paragraphs.map(escapeTex).join('\n\n')}
\\end{document}`;
  const args = ['-interaction=batchmode', 'page.tex'];
  return inScratch({ 'page.tex': tex }, 'lualatex', args, 'page.pdf');
}

export const programs = [
  { name: 'trykklar', set: trykklar(`html { ${limits} }`) },
  {
    name: 'trykklar, glyphs 97–103 %',
    set: trykklar(`html { ${limits} -trykklar-justify: word 85% 118% glyph 97% 103%; }`),
  },
  {
    name: 'trykklar, word spaces only',
    set: trykklar(`html { ${limits} text-justify: inter-word; }`),
  },
  {
    name: 'trykklar, line by line',
    set: trykklar(
      'html { text-wrap: stable; text-justify: inter-word; -trykklar-margin-kerning: none; hyphenate-limit-chars: 6 2 3; }',
    ),
  },
  { name: 'LuaLaTeX, microtype', set: lualatex },
  { name: 'WeasyPrint', set: weasyprint },
];
