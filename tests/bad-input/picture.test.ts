/** Pictures that are missing, damaged, hostile or merely unusual. */
import { crc32, deflateSync } from 'node:zlib';
import { describe } from 'vitest';
import { type Case, paths, photo, swap, testCases } from './project.ts';

const { copy, pages } = paths;
const image = '<img src="{{picture.file}}" alt="{{picture.alt}}">';

const jpeg = new Uint8Array(await photo().jpeg().toBuffer());
const png = new Uint8Array(await photo().png().toBuffer());

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** A PNG of one gray (PNG §11.2.1), as large as it says, in a few kilobytes. */
function pngOf(width: number, height: number, data: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const parts = [chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([signature, ...parts]));
}

const bomb = pngOf(60_000, 60_000, deflateSync(Buffer.alloc(1000)));
/** Within the limits of size, and nearly a thousand times smaller on disk than in memory. */
const denseBomb = pngOf(16_000, 16_000, deflateSync(Buffer.alloc(16_001 * 16_000), { level: 9 }));

const otherPhoto = (bytes: Uint8Array | string) => ({ [paths.photo]: bytes });
const named = (path: string) => ({ [copy]: swap('/assets/photo.jpg', path) });
const inTemplate = (src: string) => ({ [pages]: swap(image, `<img src="${src}" alt="">`) });

const fileCases: readonly Case[] = [
  { name: 'a picture that is not there', change: named('/assets/foto.jpg'), findings: [] },
  { name: 'a picture outside the project', change: named('../../../photo.jpg'), findings: [] },
  { name: 'a picture by its path on the machine', change: named('/etc/passwd'), findings: [] },
  {
    name: 'a picture on the network',
    change: named('https://example.org/photo.jpg'),
    findings: [],
  },
  {
    name: 'a picture of the template that is not there',
    change: inTemplate('/assets/foto.jpg'),
    findings: [],
  },
  {
    name: 'a picture of the template outside the project',
    change: inTemplate('../../../photo.jpg'),
    findings: [],
  },
  {
    name: 'a picture of the template on the network',
    change: inTemplate('https://example.org/photo.jpg'),
    findings: [],
  },
  {
    name: 'a picture without a file',
    change: { [pages]: swap(image, '<img alt="">') },
    findings: [],
  },
  {
    name: 'a picture in an address that is no picture',
    change: inTemplate('data:image/png;base64,@@@@'),
    findings: [],
  },
  {
    name: 'a file larger than is read',
    change: {},
    refused: {
      [paths.photo]: { kind: 'too-large', path: paths.photo, limitBytes: 200 * 1024 * 1024 },
    },
    findings: [],
  },
  {
    name: 'a file that the machine does not hand out',
    change: {},
    refused: { [paths.photo]: { kind: 'unreadable', path: paths.photo, reason: 'EACCES' } },
    findings: [],
  },
];

const contentCases: readonly Case[] = [
  {
    name: 'ten pixels',
    change: otherPhoto(new Uint8Array(await photo().resize(10, 7).jpeg().toBuffer())),
    findings: [],
  },
  {
    name: 'somewhat too few pixels',
    change: otherPhoto(new Uint8Array(await photo().resize(400, 267).jpeg().toBuffer())),
    findings: [],
  },
  { name: 'an empty file', change: otherPhoto(''), findings: [] },
  { name: 'a text', change: otherPhoto('This is not a photograph.'), findings: [] },
  { name: 'a PDF', change: otherPhoto('%PDF-1.4\n1 0 obj\n'), findings: [] },
  {
    name: 'a JPEG that is cut off',
    change: otherPhoto(jpeg.slice(0, jpeg.length - 2000)),
    findings: [],
  },
  {
    name: 'a JPEG of which only the beginning is left',
    change: otherPhoto(jpeg.slice(0, 12)),
    findings: [],
  },
  {
    name: 'a PNG that is cut off',
    change: otherPhoto(png.slice(0, png.length - 500)),
    findings: [],
  },
  {
    name: 'a PNG with one wrong byte',
    change: otherPhoto(
      png.map((byte, i) => (i === Math.floor(png.length / 2) ? byte ^ 0xff : byte)),
    ),
    findings: [],
  },
  { name: 'three thousand million pixels in a kilobyte', change: otherPhoto(bomb), findings: [] },
  {
    name: 'a quarter of a thousand million pixels in a few hundred kilobytes',
    change: otherPhoto(denseBomb),
    findings: [],
  },
];

const svg = (body: string, head = '') =>
  otherPhoto(`${head}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40">${body}</svg>`);
const square = '<path d="M0 0H60V40H0Z" fill="device-cmyk(0 1 0 0)"/>';
const entities = Array.from(
  { length: 9 },
  (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`,
).join('');

const vectorCases: readonly Case[] = [
  { name: 'a drawing is no mistake', change: svg(square), findings: [] },
  {
    name: 'a drawing with a script',
    change: svg(`${square}<script>alert(1)</script>`),
    findings: [],
  },
  {
    name: 'a drawing whose entities multiply',
    change: svg('<text>&a9;</text>', `<!DOCTYPE svg [<!ENTITY a0 "x">${entities}]>`),
    findings: [],
  },
  {
    name: 'a drawing that uses itself',
    change: svg('<g id="a"><use href="#a"/></g>'),
    findings: [],
  },
  {
    name: 'a drawing whose parts multiply',
    change: svg(
      `<defs><path id="p0" d="M0 0H1V1Z"/>${Array.from({ length: 12 }, (_, i) => `<g id="p${i + 1}">${`<use href="#p${i}"/>`.repeat(10)}</g>`).join('')}</defs><use href="#p12"/>`,
    ),
    findings: [],
  },
  {
    name: 'a drawing with words',
    change: svg(`${square}<text x="1" y="9">Words</text>`),
    findings: [],
  },
  {
    name: 'a drawing with a picture outside the project',
    change: svg('<image href="../../secret.jpg" width="60" height="40"/>'),
    findings: [],
  },
  {
    name: 'a drawing with a picture on the network',
    change: svg('<image href="https://example.org/a.jpg" width="60" height="40"/>'),
    findings: [],
  },
  {
    name: 'a drawing that is not one',
    change: otherPhoto('<?xml version="1.0"?><note/>'),
    findings: [],
  },
  {
    name: 'a drawing that ends too early',
    change: otherPhoto('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><path d="M0 0'),
    findings: [],
  },
  {
    name: 'a path that cannot be read',
    change: svg('<path d="M0 0 L 1 2 3 x 4" fill="device-cmyk(0 1 0 0)"/>'),
    findings: [],
  },
  {
    name: 'a colour of screens',
    change: svg('<path d="M0 0H60V40H0Z" fill="#ff0000"/>'),
    findings: [],
  },
];

const cmyk = new Uint8Array(await photo().toColourspace('cmyk').jpeg().toBuffer());

const unusualCases: readonly Case[] = [
  {
    name: 'a PNG with 16 bits and transparency',
    change: otherPhoto(
      new Uint8Array(await photo().ensureAlpha(0.5).toColourspace('rgb16').png().toBuffer()),
    ),
    findings: [],
  },
  {
    name: 'a PNG with a palette',
    change: otherPhoto(new Uint8Array(await photo().png({ palette: true }).toBuffer())),
    findings: [],
  },
  {
    name: 'a gray JPEG',
    change: otherPhoto(new Uint8Array(await photo().grayscale().jpeg().toBuffer())),
    findings: [],
  },
  {
    name: 'a progressive JPEG',
    change: otherPhoto(new Uint8Array(await photo().jpeg({ progressive: true }).toBuffer())),
    findings: [],
  },
  { name: 'a JPEG in CMYK', change: otherPhoto(cmyk), findings: [] },
  {
    name: 'a TIFF',
    change: otherPhoto(new Uint8Array(await photo().tiff().toBuffer())),
    findings: [],
  },
  {
    name: 'a WebP',
    change: otherPhoto(new Uint8Array(await photo().webp().toBuffer())),
    findings: [],
  },
  {
    name: 'a JPEG on its side',
    change: otherPhoto(
      new Uint8Array(await photo().rotate(90).withMetadata({ orientation: 6 }).jpeg().toBuffer()),
    ),
    findings: [],
  },
  {
    name: 'a name that says PNG',
    change: { ...named('/assets/photo.png'), 'assets/photo.png': jpeg },
    findings: [],
  },
];

describe('files', () => testCases(fileCases));
describe('bitmaps', () => testCases(contentCases));
describe('drawings', () => testCases(vectorCases));
describe('unusual but no mistake', () => testCases(unusualCases));
