import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createSource } from '../../src/base/index.ts';
import { loadPictures, parseHtmlFile, pictureKeyOf } from '../../src/input/index.ts';
import { type Files, openProject } from './project.ts';

async function load(body: string, files: Files = {}, addresses: readonly string[] = []) {
  const project = openProject(files);
  const source = createSource('pages/a.html', `<!doctype html><title>T</title><body>${body}`);
  const document = parseHtmlFile(source, project.context);
  const list = addresses.map((path) => ({ path }));
  const { pictures, add } = loadPictures(document, project.context);
  add(list);
  return { document, pictures, lines: project.lines() };
}

const blank = { create: { width: 30, height: 20, channels: 3, background: 'red' } } as const;

describe('a picture’s format and size', () => {
  it.each([
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
    ['PDF', '%PDF-1.7\n1 0 obj'],
    ['Office/ZIP', 'PK\x03\x04\x14\0\0\0'],
    ['Photoshop', '8BPS\0\x05'],
  ])('%s is none, and is named', async (name, start) => {
    const bytes = new Uint8Array(Buffer.from(start.padEnd(200, '\0'), 'latin1'));
    const project = openProject({ 'pages/b.x': bytes });
    const html = '<!doctype html><title>T</title><body><img src="b.x" alt="">';
    const document = parseHtmlFile(createSource('pages/a.html', html), project.context);
    loadPictures(document, project.context);
    expect(project.findings[0]).toMatchObject({ code: 'input/not-a-picture' });
    expect(project.findings[0]?.message.da).toContain(`(${name})`);
  });

  it('is that of the candidate with the most pixels, where only srcset names any', async () => {
    const bytes = await sharp(blank).png().toBuffer();
    const body = '<img srcset="none.png, b.x 2x, c.x 1.5x" alt="">';
    const { pictures, lines } = await load(body, { 'pages/b.x': bytes });
    expect([...pictures.keys(), ...lines]).toEqual(['pages/b.x']);
  });

  it.each(['jpeg', 'png', 'webp', 'tiff', 'gif', 'avif'] as const)('%s', async (format) => {
    const bytes = await sharp(blank).toFormat(format).toBuffer();
    const { pictures, lines } = await load('<img src="b.x" alt="">', { 'pages/b.x': bytes });
    expect(lines).toEqual([]);
    expect(pictures.get('pages/b.x')).toMatchObject({
      kind: 'bitmap',
      format,
      widthPx: 30,
      heightPx: 20,
    });
  });

  it.each(['jpeg', 'png', 'webp', 'tiff'] as const)('%s that Exif turns', async (format) => {
    for (const [orientation, widthPx] of [
      [1, 30],
      [3, 30],
      [6, 20],
      [8, 20],
    ] as const) {
      const bytes = await sharp(blank).withMetadata({ orientation }).toFormat(format).toBuffer();
      const { pictures } = await load('<img src="b.x" alt="">', { 'pages/b.x': bytes });
      expect(pictures.get('pages/b.x')).toMatchObject({ widthPx, heightPx: 50 - widthPx });
    }
  });

  it.each([
    ['width="40" height="20"', 40, 20, 2],
    ['width="1in" height="48pt" viewBox="0 0 3 1"', 96, 64, 1.5],
    ['viewBox="0 0 300 200"', null, null, 1.5],
    ['width="100%" viewBox="0,0,10,10"', null, null, 1],
    ['width="10mm"', (10 * 96) / 25.4, null, null],
    ['', null, null, null],
  ])('svg %s', async (attributes, widthPx, heightPx, ratio) => {
    const xml = `<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "x" "y">\n<!-- c -->\n<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><path d="M0 0"/></svg>`;
    const { pictures, lines } = await load('<img src="b.svg" alt="">', { 'pages/b.svg': xml });
    expect(lines).toEqual([]);
    const picture = pictures.get('pages/b.svg');
    expect(picture?.kind === 'vector' && picture.widthPx).toBe(widthPx);
    expect(picture).toMatchObject({ kind: 'vector', heightPx, ratio });
  });
});

describe('pictures', () => {
  it('are found by the key of their element, or by the path of a style sheet', async () => {
    const svg = '<svg viewBox="0 0 2 1"><image href="c.png" /></svg>';
    const png = await sharp(blank).png().toBuffer();
    const files = { 'assets/b.png': png, 'pages/c.png': png, 'pages/d e.png': png };
    const body = `<img src="/assets/b.png" alt="">${svg}<img src="d%20e.png?x" alt="">${svg}`;
    const { document, pictures, lines } = await load(body, files, ['assets/b.png']);
    expect(lines).toEqual([]);
    expect([...pictures.keys()]).toEqual([
      'assets/b.png',
      'pages/a.html#svg-1',
      'pages/c.png',
      'pages/d e.png',
      'pages/a.html#svg-2',
    ]);
    const body_ = document.root.children.at(-1);
    const keys =
      body_?.kind === 'element'
        ? body_.children.map((child) => child.kind === 'element' && pictureKeyOf(child))
        : [];
    expect(keys).toEqual([
      'assets/b.png',
      'pages/a.html#svg-1',
      'pages/d e.png',
      'pages/a.html#svg-2',
    ]);
  });

  it('may be small data: addresses', async () => {
    const png = (await sharp(blank).png().toBuffer()).toString('base64');
    const address = `data:image/png;base64,${png}`;
    const { pictures, lines } = await load(`<img src="${address}" alt="">`);
    expect(lines).toEqual([]);
    expect(pictures.get(address)).toMatchObject({ format: 'png', widthPx: 30 });
  });

  /** A PNG header that promises a size; nothing follows. */
  function pngHeader(width: number, height: number): Uint8Array {
    const bytes = Buffer.alloc(40);
    bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    bytes.writeUInt32BE(13, 8);
    bytes.write('IHDR', 12, 'latin1');
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return bytes;
  }

  it.each<[string, Uint8Array | string, string]>([
    ['an empty file', '', 'input/empty-picture'],
    ['words', 'ikke et billede', 'input/not-a-picture'],
    ['HTML', '<html></html>', 'input/not-a-picture'],
    ['a bitmap of Windows', `BM${'\0'.repeat(60)}`, 'input/not-a-picture'],
    [
      'a JPEG cut off in its header',
      Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1]),
      'input/damaged-picture',
    ],
    [
      'a PNG without a header',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      'input/damaged-picture',
    ],
    ['a PNG of no width', pngHeader(0, 10), 'input/damaged-picture'],
    ['a picture of 40,000 px', pngHeader(40_000, 10), 'input/picture-too-large'],
    ['a picture of 400 million px', pngHeader(20_000, 20_000), 'input/picture-too-large'],
    ['an SVG that is none', '<svg', 'input/not-a-picture'],
  ])('%s is an error at the place that names it', async (_, content, code) => {
    const { pictures, lines } = await load('<img src="b.x" alt="">', { 'pages/b.x': content });
    expect(pictures.size).toBe(0);
    expect(lines).toEqual([`error ${code} pages/a.html:1:48 ‹b.x›`]);
  });

  it.each([
    ['<img src="mangler.png" alt="">', 'error input/file-missing pages/a.html:1:48 ‹mangler.png›'],
    ['<img src="../../x.png" alt="">', 'error input/file-outside pages/a.html:1:48 ‹../../x.png›'],
    [
      '<img src="https://x.dk/a.png" alt="">',
      'error input/remote-file pages/a.html:1:48 ‹https://x.dk/a.png›',
    ],
    ['<img src="//x.dk/a.png" alt="">', 'error input/remote-file pages/a.html:1:48 ‹//x.dk/a.png›'],
    [
      '<img src="data:image/png,abc" alt="">',
      'error input/not-a-picture pages/a.html:1:48 ‹data:image/png,abc›',
    ],
    [
      '<img src="data:image/png;base64,§" alt="">',
      'error input/data-url pages/a.html:1:48 ‹data:image/png;base64,§›',
    ],
    ['<img alt="">', 'error input/picture-without-file pages/a.html:1:38 ‹<img alt="">›'],
  ])('%s', async (body, expected) => {
    expect((await load(body)).lines).toEqual([expected]);
  });

  it('of a script in an SVG nothing is left', async () => {
    const svg = '<svg onload="x()"><script>x()</script><path d=""/></svg>';
    const { pictures, lines } = await load('<img src="b.svg" alt="">', { 'pages/b.svg': svg });
    expect(lines.map((line) => line.split(' ')[1])).toEqual([
      'input/refused-attribute',
      'input/refused-element',
    ]);
    const picture = pictures.get('pages/b.svg');
    expect(
      picture?.kind === 'vector' &&
        picture.root.children.map((child) => child.kind === 'element' && child.tag),
    ).toEqual(['path']);
  });
});
