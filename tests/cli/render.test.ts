/** `trykklar render` as test suites and editors use it: flags, the dump of boxes, the server. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pageBoxes } from '../support/pdf-tools.ts';
import { startTrykklar, temporaryFolder, trykklar } from '../support/program.ts';
import { squareFont } from '../support/square-font.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const path = (name: string) => join(folder.path, name);

mkdirSync(path('fonts'));
mkdirSync(path('pages'));
writeFileSync(path('fonts/square.ttf'), squareFont());
writeFileSync(path('package.json'), '{}');
writeFileSync(
  path('pages/base.css'),
  `@font-face { font-family: Square; src: url(../fonts/square.ttf) }
   @page { size: 100px 60px; margin: 10px } body { margin: 0; font: 10px/1 Square }`,
);
writeFileSync(path('pages/wide.css'), '#a { width: 7px }');
/** A page as one finds it: things that a job refuses, and CSS that nobody knows. */
writeFileSync(
  path('pages/found.html'),
  `<!doctype html><html><head><meta charset="utf-8"><meta name="flags" content="x">
   <title>Found</title><link rel="author" href="https://example.org/"><link rel="stylesheet" href="base.css">
   <style>@font-face { font-family: Gone; src: url(nowhere.woff2) } #a { -x-y: 1; widht: 2px }</style>
   <script>document.title = 'x'</script></head>
   <body onload="go()"><p id=a style="margin:0">aa bb cc dd</p><div id=n style="display:none"></div>
   <div style="transform:rotate(45deg)"><span id=s>aa bb cc dd ee</span></div></body></html>`,
);

const boxesOf = (file: string) => JSON.parse(readFileSync(file, 'utf8')).boxes;

describe('render', { timeout: 60_000 }, () => {
  it('sets a page as it was found, and tells what it could not use', async () => {
    const json = path('boxes.json');
    const pdf = path('found.pdf');
    const args = ['render', path('pages/found.html'), '-o', pdf, '--dump-layout', json];
    const { code, stdout, stderr } = await trykklar(args);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${pdf}\n${json}\n` });
    expect(readFileSync(pdf, 'latin1').slice(0, 5)).toBe('%PDF-');
    for (const told of ['widht', 'script', 'onload']) expect(stderr).toContain(told);
    // The line as it stands in the file, the tag with it.
    expect(stderr).toMatch(/widht: 2px }<\/style>\n +\| +\^+\n/);
    // CSS px from the page's corner; an entry for each line of the span, none for display: none.
    expect(boxesOf(json)).toEqual([
      { id: 'a', page: 1, x: 10, y: 10, w: 80, h: 20 },
      { id: 's', page: 1, x: 10, y: 30, w: 80, h: 10 },
      { id: 's', page: 1, x: 10, y: 40, w: 50, h: 10 },
    ]);
  });

  it('gives the sheet the bleed and the marks that `@page` asks for', async () => {
    writeFileSync(path('sheet.css'), '@page { size: 200pt 100pt; bleed: 8.5pt; marks: crop }');
    const pdf = path('sheet.pdf');
    const sheet = ['--css', path('sheet.css')];
    await trykklar(['render', path('pages/found.html'), '-o', pdf, ...sheet]);
    const [boxes] = pageBoxes(pdf);
    const size = ([x1, y1, x2, y2]: readonly number[] = []) => [
      Math.round(Number(x2) - Number(x1)),
      Math.round(Number(y2) - Number(y1)),
    ];
    expect(size(boxes?.trim)).toEqual([200, 100]);
    expect(size(boxes?.bleed)).toEqual([217, 117]);
    expect(size(boxes?.media)[0]).toBeGreaterThan(217 + 2 * 14);
  });

  it.each([
    ['the page', 'pages/found.html'],
    ['a sheet it links', 'pages/base.css'],
    ['a font', 'fonts/square.ttf'],
  ])('writes over nothing that it reads: %s', async (_, name) => {
    const before = readFileSync(path(name));
    const { code, stderr } = await trykklar(['render', path('pages/found.html'), '-o', path(name)]);
    expect({ code, isTold: stderr.includes(name) }).toEqual({ code: 2, isTold: true });
    expect(readFileSync(path(name)).equals(before)).toBe(true);
  });

  it('takes a further sheet, and everything as an error where it is to be strict', async () => {
    const json = path('wide.json');
    const args = ['render', path('pages/found.html'), '--dump-layout', json];
    await trykklar([...args, '--css', path('pages/wide.css')]);
    expect(boxesOf(json)[0]).toMatchObject({ id: 'a', w: 7 });
    const strict = path('strict.json');
    const { code, stderr } = await trykklar([
      ...args.slice(0, 2),
      '--dump-layout',
      strict,
      '--strict',
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('error[css/');
    expect(existsSync(strict)).toBe(false);
  });

  it('reads nothing outside the folder of the page or the one that is named', async () => {
    const page = path('pages/found.html');
    const json = path('root.json');
    const narrow = await trykklar(['render', page, '--dump-layout', json, '--root', path('pages')]);
    expect(narrow.stderr).toContain('fonts/square.ttf');
    const wrong = await trykklar(['render', page, '-o', path('x.pdf'), '--root', path('fonts')]);
    expect(wrong.code).toBe(2);
    const outside = await trykklar(['render', page, '-o', path('x.pdf'), '--css', '/etc/hostname']);
    expect(outside.code).toBe(2);
    expect(outside.stderr).toContain('--root');
  });

  it('serves line after line, whatever a line asks for', async () => {
    const { child, ended } = startTrykklar(['render', '--server'], { stdin: 'pipe' });
    const page = path('pages/found.html');
    const requests = [
      JSON.stringify({ in: page, out: path('server.pdf'), json: path('server.json') }),
      'not JSON',
      JSON.stringify({ in: path('missing.html'), json: path('missing.json') }),
      JSON.stringify({ out: path('x.pdf') }),
      '',
      JSON.stringify({ in: page, json: path('again.json') }),
    ];
    child.stdin?.end(`${requests.join('\n')}\n`);
    const { code, stdout } = await ended;
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, false, false, true]);
    expect(answers[0]).toEqual({ ok: true });
    expect(answers[1].error).toContain('not JSON');
    expect(answers[2].error).toContain('missing.html');
    expect(boxesOf(path('again.json'))).toEqual(boxesOf(path('server.json')));
    expect(existsSync(path('server.pdf'))).toBe(true);
  });
});
