/**
 * JPEG 2000 and JBIG2 pictures (ISO 32000-1 §7.4.7, §7.4.9): their samples are what the renderer that
 * also makes the pictures of pages shows of them. It is handed a page as large as the picture, with
 * components as red, green and blue.
 */
import { type RasterPage, rasterPages } from '../paint/index.ts';
import {
  arrayOf,
  as,
  createPdfWriter,
  dictionaryOf,
  nameObject,
  numberOf,
  type PdfFile,
  type PdfObject,
  type PdfReference,
  type PdfStream,
  type PdfWriter,
} from '../pdf/index.ts';
import { hasFaxRegion } from './jbig2-segments.ts';
import { readJpxHeader } from './jpx-header.ts';
import { type PackedPicture, reduceSamples, type Samples } from './samples.ts';

interface Shown {
  /** Of the page, in pixels. */
  readonly width: number;
  readonly height: number;
  /** For each page, the components that are its red, green and blue. */
  readonly pages: readonly (readonly [number, number, number])[];
  /** How much smaller the picture is looked at to see whether it can be decoded. */
  readonly probedBy: number;
}

/** Three numbers of `count`, in PostScript: what is wanted on top, then the rest away. */
function selection(count: number, [a, b, c]: readonly [number, number, number]): string {
  const copies = `${count - 1 - a} index ${count - b} index ${count + 1 - c} index`;
  return `{ ${copies} ${count + 3} 3 roll${' pop'.repeat(count)} }`;
}

function stream(
  writer: PdfWriter,
  entries: Readonly<Record<string, PdfObject | undefined>>,
  raw: Uint8Array | string,
): PdfReference {
  const bytes = typeof raw === 'string' ? new TextEncoder().encode(raw) : raw;
  return writer.add({ kind: 'stream', dictionary: dictionaryOf(entries), raw: bytes });
}

/** Components as they are: of one and of three, in a space that costs the renderer nothing. */
function componentSpace(
  writer: PdfWriter,
  count: number,
  selected: readonly [number, number, number],
): PdfObject {
  if (count === 1) return nameObject('DeviceGray');
  return count === 3 ? nameObject('DeviceRGB') : selectingSpace(writer, count, selected);
}

/** A space of `count` unnamed inks, shown as three of them. */
function selectingSpace(
  writer: PdfWriter,
  count: number,
  selected: readonly [number, number, number],
): PdfObject {
  const names = Array.from({ length: count }, (_, index) => nameObject(`Component${index}`));
  const unit = (times: number) =>
    arrayOf(Array.from({ length: times * 2 }, (_, index) => index % 2));
  const code = selection(count, selected);
  const shown = stream(writer, { FunctionType: 4, Domain: unit(count), Range: unit(3) }, code);
  return arrayOf([nameObject('DeviceN'), arrayOf(names), nameObject('DeviceRGB'), shown]);
}

/** A page of this size full of a picture, on black or on white paper. */
function addPage(
  writer: PdfWriter,
  tree: PdfReference,
  picture: PdfReference,
  { width, height }: Pick<Shown, 'width' | 'height'>,
  paper: 0 | 1,
): PdfReference {
  const content = `${paper} g 0 0 ${width} ${height} re f q ${width} 0 0 ${height} 0 0 cm /P Do Q`;
  return writer.add(
    dictionaryOf({
      Type: nameObject('Page'),
      Parent: tree,
      MediaBox: arrayOf([0, 0, width, height]),
      Resources: dictionaryOf({ XObject: dictionaryOf({ P: picture }) }),
      Contents: stream(writer, {}, content),
    }),
  );
}

/** A small page on black and on white paper, which is seen where nothing is decoded; then all pages. */
function writePages(
  { width, height, pages, probedBy }: Shown,
  pictureOf: (writer: PdfWriter, selected: readonly [number, number, number]) => PdfReference,
): Uint8Array {
  // Nothing is compressed.
  const writer = createPdfWriter('1.4', (bytes) => bytes);
  const tree = writer.reserve();
  const pictures = pages.map((selected) => pictureOf(writer, selected));
  const probe = { width: Math.ceil(width / probedBy), height: Math.ceil(height / probedBy) };
  const [first] = pictures;
  const kids = [
    ...(first
      ? [addPage(writer, tree, first, probe, 0), addPage(writer, tree, first, probe, 1)]
      : []),
    ...pictures.map((picture) => addPage(writer, tree, picture, { width, height }, 1)),
  ];
  writer.set(
    tree,
    dictionaryOf({ Type: nameObject('Pages'), Count: kids.length, Kids: arrayOf(kids) }),
  );
  const root = writer.add(dictionaryOf({ Type: nameObject('Catalog'), Pages: tree }));
  const id = new Uint8Array(16);
  return new Uint8Array(Buffer.concat([...writer.finish({ root, info: null, id: [id, id] })]));
}

const isBlank = ({ rgba }: RasterPage) => rgba.every((value) => value === 255);

/** Each page's red, green and blue, at 72 dpi; null where the picture leaves paper to be seen. */
async function render(pdf: Uint8Array): Promise<readonly Uint8Array[] | null> {
  const [onBlack, onWhite, ...pages] = await rasterPages(pdf, 72);
  const isCovered = onBlack && onWhite && Buffer.compare(onBlack.rgba, onWhite.rgba) === 0;
  if (!isCovered) return null;
  // What can be read when it is small may yet be damaged in its details.
  const isLost = pages.every(isBlank) && !isBlank(onWhite);
  return isLost ? null : pages.map(({ rgba }) => rgba);
}

/** Components of pixels from pages of three each. */
function gather(pages: readonly Uint8Array[], size: number, components: readonly number[]) {
  const bytes = new Uint8Array(size * components.length);
  components.forEach((component, channel) => {
    const page = pages[Math.floor(component / 3)] ?? new Uint8Array();
    let from = component % 3;
    for (let to = channel; to < bytes.length; to += components.length, from += 4)
      bytes[to] = page[from] as number;
  });
  return bytes;
}

/** So many at once; larger pictures come smaller. */
const mostPixels = 50_000_000;

function reductionFor(width: number, height: number, wanted: number): number {
  let times = wanted;
  while (Math.ceil(width / times) * Math.ceil(height / times) > mostPixels) times *= 2;
  return times;
}

/** How many of a picture's components are colour: by its space in the PDF, else by itself. */
function colorsOf(stored: number | null, components: number, said: number | null): number {
  const colors = stored ?? said ?? (components >= 3 ? (components === 4 ? 4 : 3) : 1);
  return Math.min(colors, components);
}

async function decodeJpx(
  file: PdfFile,
  { dictionary }: PdfStream,
  bytes: Uint8Array,
  inSpace: number | null,
  wanted: number,
): Promise<PackedPicture | null> {
  const header = readJpxHeader(bytes);
  if (!header || header.components < 1 || header.components > 32) return null;
  const { components: count, width: fullWidth, height: fullHeight } = header;
  // The renderer reads no more than it shows.
  const stored = Math.min(wanted, 2 ** header.levels);
  const times = reductionFor(fullWidth, fullHeight, stored);
  const [width, height] = [Math.ceil(fullWidth / times), Math.ceil(fullHeight / times)];
  const component = (index: number) => Math.min(index, count - 1);
  const pages = Array.from(
    { length: Math.ceil(count / 3) },
    (_, page) => [component(page * 3), component(page * 3 + 1), component(page * 3 + 2)] as const,
  );
  const image = { Type: nameObject('XObject'), Subtype: nameObject('Image') };
  const size = { Width: fullWidth, Height: fullHeight, BitsPerComponent: 8 };
  const probedBy = Math.max(1, 2 ** Math.min(header.levels, 5) / times);
  const pdf = writePages({ width, height, pages, probedBy }, (writer, selected) => {
    const space = componentSpace(writer, count, selected);
    const filter = nameObject('JPXDecode');
    return stream(writer, { ...image, ...size, ColorSpace: space, Filter: filter }, bytes);
  });
  const shown = await render(pdf);
  if (!shown) return null;
  const colors = colorsOf(inSpace, count, header.colors);
  const samplesOf = (channels: readonly number[]): Samples => {
    const bytes = gather(shown, width * height, channels);
    return reduceSamples(
      { width, height, channels: channels.length, bytes },
      Math.max(1, wanted / times),
    );
  };
  const hasOpacity = numberOf(file.resolve(dictionary.entries.get('SMaskInData'))) === 1;
  return {
    samples: samplesOf([...Array(colors).keys()]),
    opacity: hasOpacity && colors < count ? samplesOf([colors]) : null,
  };
}

/** The globals of a JBIG2 picture, where it has some: the last filter's parameters. */
function parametersOf(file: PdfFile, { dictionary }: PdfStream): PdfObject {
  const given = file.resolve(dictionary.entries.get('DecodeParms'));
  const last = as(given, 'array')?.items.at(-1);
  return last === undefined ? given : file.resolve(last);
}

async function decodeJbig2(
  file: PdfFile,
  given: PdfStream,
  bytes: Uint8Array,
  wanted: number,
): Promise<PackedPicture | null> {
  const number = (key: string) =>
    Math.floor(numberOf(file.resolve(given.dictionary.entries.get(key))) ?? 0);
  const [fullWidth, fullHeight] = [number('Width'), number('Height')];
  if (fullWidth < 1 || fullHeight < 1) return null;
  // The renderer decodes these, and shows nothing of them.
  if (hasFaxRegion(bytes)) return null;
  const times = reductionFor(fullWidth, fullHeight, 1);
  const [width, height] = [Math.ceil(fullWidth / times), Math.ceil(fullHeight / times)];
  const parameters = parametersOf(file, given);
  const shownAs = { width, height, pages: [[0, 0, 0]] as const, probedBy: 8 };
  const pdf = writePages(shownAs, (writer) =>
    stream(
      writer,
      {
        ...{ Type: nameObject('XObject'), Subtype: nameObject('Image') },
        ...{ Width: fullWidth, Height: fullHeight, BitsPerComponent: 1 },
        ...{ ColorSpace: nameObject('DeviceGray'), Filter: nameObject('JBIG2Decode') },
        DecodeParms: parameters === null ? undefined : writer.importer(file).take(parameters),
      },
      bytes,
    ),
  );
  const shown = await render(pdf);
  if (!shown) return null;
  const samples = { width, height, channels: 1, bytes: gather(shown, width * height, [0]) };
  return { samples: reduceSamples(samples, Math.max(1, wanted / times)), opacity: null };
}

/**
 * A picture's samples, `bytes` being what only its last filter is left of; `stored`: the components
 * that its space in the PDF has, null where it has none there. Null where it cannot be decoded.
 */
export function decodeBorrowed(
  file: PdfFile,
  given: PdfStream,
  bytes: Uint8Array,
  { filter, stored, reduction }: BorrowedRequest,
): Promise<PackedPicture | null> {
  return filter === 'JPXDecode'
    ? decodeJpx(file, given, bytes, stored, reduction)
    : decodeJbig2(file, given, bytes, reduction);
}

export interface BorrowedRequest {
  readonly filter: string;
  readonly stored: number | null;
  /** How many times smaller than stored it may come. */
  readonly reduction: number;
}
