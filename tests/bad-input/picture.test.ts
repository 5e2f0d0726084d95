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
  {
    name: 'a picture that is not there',
    change: named('/assets/foto.jpg'),
    findings: ['error input/missing-picture content/leaflet/copy.yaml:11:9 ‹/assets/foto.jpg›'],
    says: ['did you mean `/assets/photo.jpg`?'],
  },
  {
    name: 'a picture outside the project',
    change: named('../../../photo.jpg'),
    findings: ['error input/file-outside content/leaflet/copy.yaml:11:9 ‹../../../photo.jpg›'],
  },
  {
    name: 'a picture by its path on the machine',
    change: named('/etc/passwd'),
    findings: ['error input/missing-picture content/leaflet/copy.yaml:11:9 ‹/etc/passwd›'],
  },
  {
    name: 'a picture on the network',
    change: named('https://example.org/photo.jpg'),
    findings: [
      'error input/remote-file content/leaflet/copy.yaml:11:9 ‹https://example.org/photo.jpg›',
    ],
    says: ['on the network'],
  },
  {
    name: 'a picture of the template that is not there',
    change: inTemplate('/assets/foto.jpg'),
    findings: ['error input/file-missing templates/leaflet/pages.hbs:16:13 ‹/assets/foto.jpg›'],
  },
  {
    name: 'a picture of the template outside the project',
    change: inTemplate('../../../photo.jpg'),
    findings: ['error input/file-outside templates/leaflet/pages.hbs:16:13 ‹../../../photo.jpg›'],
  },
  {
    name: 'a picture of the template on the network',
    change: inTemplate('https://example.org/photo.jpg'),
    findings: [
      'error input/remote-file templates/leaflet/pages.hbs:16:13 ‹https://example.org/photo.jpg›',
    ],
  },
  {
    name: 'a picture without a file',
    change: { [pages]: swap(image, '<img alt="">') },
    findings: ['error input/picture-without-file templates/leaflet/pages.hbs:16:3 ‹<img alt="">›'],
  },
  {
    name: 'a picture in an address that is no picture',
    change: inTemplate('data:image/png;base64,@@@@'),
    findings: [
      'error input/data-url templates/leaflet/pages.hbs:16:13 ‹data:image/png;base64,@@@@›',
    ],
  },
  {
    name: 'a file larger than is read',
    change: {},
    refused: {
      [paths.photo]: { kind: 'too-large', path: paths.photo, limitBytes: 200 * 1024 * 1024 },
    },
    findings: ['error input/file-too-large content/leaflet/copy.yaml:11:9 ‹/assets/photo.jpg›'],
  },
  {
    name: 'a file that the machine does not hand out',
    change: {},
    refused: { [paths.photo]: { kind: 'unreadable', path: paths.photo, reason: 'EACCES' } },
    findings: ['error input/file-unreadable content/leaflet/copy.yaml:11:9 ‹/assets/photo.jpg›'],
  },
];

const contentCases: readonly Case[] = [
  {
    name: 'ten pixels',
    change: otherPhoto(new Uint8Array(await photo().resize(10, 7).jpeg().toBuffer())),
    findings: ['error color/low-resolution content/leaflet/copy.yaml:11:9 ‹/assets/photo.jpg›'],
    says: ['5 ppi'],
  },
  {
    name: 'somewhat too few pixels',
    change: otherPhoto(new Uint8Array(await photo().resize(400, 267).jpeg().toBuffer())),
    findings: ['warning color/low-resolution content/leaflet/copy.yaml:11:9 ‹/assets/photo.jpg›'],
  },
  {
    name: 'an empty file',
    change: otherPhoto(''),
    findings: ['error input/empty-picture content/leaflet/copy.yaml:11:9 ‹/assets/photo.jpg›'],
  },
  {
    name: 'a text',
    change: otherPhoto('This is not a photograph.'),
    findings: ['error input/not-a-picture content/leaflet/copy.yaml:11:9 ‹/assets/photo.jpg›'],
  },
  {
    name: 'a PDF',
    change: otherPhoto('%PDF-1.4\n1 0 obj\n'),
    findings: ['error input/not-a-picture content/leaflet/copy.yaml:11:9 ‹/assets/photo.jpg›'],
  },
  {
    name: 'a JPEG that is cut off',
    change: otherPhoto(jpeg.slice(0, jpeg.length - 2000)),
    findings: ['error color/damaged-picture content/leaflet/copy.yaml:11:9 ‹/assets/photo.jpg›'],
  },
  {
    name: 'a JPEG of which only the beginning is left',
    change: otherPhoto(jpeg.slice(0, 12)),
    findings: ['error input/damaged-picture content/leaflet/copy.yaml:11:9 ‹/assets/photo.jpg›'],
  },
  {
    name: 'a PNG that is cut off',
    change: otherPhoto(png.slice(0, png.length - 500)),
    findings: ['error color/damaged-picture content/leaflet/copy.yaml:11:9 ‹/assets/photo.jpg›'],
  },
  {
    name: 'a PNG with one wrong byte',
    change: otherPhoto(
      png.map((byte, i) => (i === Math.floor(png.length / 2) ? byte ^ 0xff : byte)),
    ),
    findings: ['error color/damaged-picture content/leaflet/copy.yaml:11:9 ‹/assets/photo.jpg›'],
  },
  {
    name: 'three thousand million pixels in a kilobyte',
    change: otherPhoto(bomb),
    findings: ['error input/picture-too-large content/leaflet/copy.yaml:11:9 ‹/assets/photo.jpg›'],
  },
  {
    name: 'a quarter of a thousand million pixels in a few hundred kilobytes',
    change: otherPhoto(denseBomb),
    findings: ['error color/oversized-picture content/leaflet/copy.yaml:11:9 ‹/assets/photo.jpg›'],
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
    findings: ['error input/refused-element assets/photo.jpg:1:114 ‹<script>›'],
  },
  {
    name: 'a drawing whose entities multiply',
    change: svg('<text>&a9;</text>', `<!DOCTYPE svg [<!ENTITY a0 "x">${entities}]>`),
    findings: ['error input/html-syntax assets/photo.jpg:1:598 ‹;›'],
  },
  {
    name: 'a drawing that uses itself',
    change: svg('<g id="a"><use href="#a"/></g>'),
    findings: ['error display/svg-reference assets/photo.jpg:1:71 ‹<use href="#a"/>›'],
  },
  {
    name: 'a drawing whose parts multiply',
    change: svg(
      `<defs><path id="p0" d="M0 0H1V1Z"/>${Array.from({ length: 12 }, (_, i) => `<g id="p${i + 1}">${`<use href="#p${i}"/>`.repeat(10)}</g>`).join('')}</defs><use href="#p12"/>`,
    ),
    findings: ['error display/svg-too-complex assets/photo.jpg:1:124 ‹<use href="#p0"/>›'],
  },
  {
    name: 'a drawing with words along a path',
    change: svg(`${square}<text><textPath href="#p">Words</textPath></text>`),
    findings: ['error display/svg-unsupported assets/photo.jpg:1:120 ‹<textPath href="#p">›'],
  },
  {
    name: 'a drawing with a picture outside the project',
    change: svg('<image href="../../secret.jpg" width="60" height="40"/>'),
    findings: ['error input/file-outside assets/photo.jpg:1:74 ‹../../secret.jpg›'],
  },
  {
    name: 'a drawing with a picture on the network',
    change: svg('<image href="https://example.org/a.jpg" width="60" height="40"/>'),
    findings: ['error input/remote-file assets/photo.jpg:1:74 ‹https://example.org/a.jpg›'],
  },
  {
    name: 'a drawing that is not one',
    change: otherPhoto('<?xml version="1.0"?><note/>'),
    findings: ['error input/not-a-picture content/leaflet/copy.yaml:11:9 ‹/assets/photo.jpg›'],
  },
  {
    name: 'a drawing that ends too early',
    change: otherPhoto('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><path d="M0 0'),
    findings: ['error input/html-syntax assets/photo.jpg:1:61 ‹<path d="M0 0›'],
  },
  {
    name: 'a path that cannot be read',
    change: svg('<path d="M0 0 L 1 2 3 x 4" fill="device-cmyk(0 1 0 0)"/>'),
    findings: [
      'error display/svg-invalid assets/photo.jpg:1:61 ‹<path d="M0 0 L 1 2 3 x 4" fill="device…›',
    ],
  },
  {
    name: 'a colour of screens',
    change: svg('<path d="M0 0H60V40H0Z" fill="#ff0000"/>'),
    findings: [
      'error display/rgb-in-print assets/photo.jpg:1:61 ‹<path d="M0 0H60V40H0Z" fill="#ff0000"/>›',
    ],
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
