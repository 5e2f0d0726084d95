/**
 * The finished file as the rules see it: its objects, its metadata, its pages with their boxes and
 * everything they paint, and what the job asked for.
 */
import { type Edges, mmToPt, type Rect } from '../base/index.ts';
import type { Flavour } from '../input/index.ts';
import {
  as,
  collectPages,
  emptyDictionary,
  nameOf,
  numberOf,
  type PdfDictionary,
  type PdfFile,
  type PdfObject,
  readRectangle,
  readXmp,
  textOf,
  type Xmp,
} from '../pdf/index.ts';
import type { PaintEvent, TextEvent } from './content/events.ts';
import type { ContentFont } from './content/font.ts';
import { type PageContent, type Reader, readPageContent } from './content/interpret.ts';
import { type Placed, placeEvents } from './placed.ts';

/** Letters that the file has as outlines only, which therefore cannot be read from it. */
export type OutlinedText = Pick<TextEvent, 'text' | 'sizePt' | 'color' | 'rect'>;

/** A page the job asks for. */
export interface ExpectedPage {
  /** How people call it: `outside`, `inside`, `page 3`. */
  readonly name: string;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Folds across the page, from the trim box's left edge. */
  readonly foldsMm: readonly number[];
  readonly outlinedTexts: readonly OutlinedText[];
}

export interface PreflightExpectations {
  readonly pages: readonly ExpectedPage[];
  readonly bleedMm: Edges;
  /** Text nearer to a trim than the first is an error, than the second a warning. */
  readonly safetyMm: { readonly error: number; readonly warning: number };
  /** `OutputConditionIdentifier` of the job's printing condition. */
  readonly identifier: string;
  readonly totalInkLimitPercent: number;
  /** Spot inks the job prints with, beside the four. */
  readonly spots: readonly string[];
  readonly flavour: Flavour;
}

/** The page boxes as the file states them (PDF space, y up); null where there is none. */
export interface PageBoxes {
  readonly media: Rect | null;
  readonly crop: Rect | null;
  readonly bleed: Rect | null;
  readonly trim: Rect | null;
  readonly art: Rect | null;
}

export interface ArtPage {
  /** From 0. */
  readonly index: number;
  readonly name: string;
  readonly expected: ExpectedPage | null;
  readonly dictionary: PdfDictionary;
  readonly boxes: PageBoxes;
  /** Size of the trim box (of the media box where there is none), pt. */
  readonly widthPt: number;
  readonly heightPt: number;
  /** The bleed box in pt from the trim box's top left, y down. */
  readonly bleedRect: Rect;
  readonly rotate: number;
  readonly events: readonly PaintEvent[];
  readonly fonts: readonly ContentFont[];
  /** False where some of the contents could not be read. */
  readonly isWhole: boolean;
}

export interface ArtObject {
  readonly number: number;
  readonly object: PdfObject;
}

export interface Art {
  readonly file: PdfFile;
  readonly expected: PreflightExpectations;
  /** Every object in use, by ascending number. */
  readonly objects: readonly ArtObject[];
  readonly info: PdfDictionary;
  readonly xmp: Xmp | null;
  readonly pages: readonly ArtPage[];
  /** Everything on the pages that can be seen, in painting order. */
  readonly placed: readonly Placed[];
  /** Every dictionary of the file, streams' included, by object number, then in order of writing. */
  readonly dictionaries: readonly FoundDictionary[];
  /** Output intents of the catalog. */
  readonly outputIntents: readonly PdfDictionary[];
}

const emptyRect: Rect = { x: 0, y: 0, width: 0, height: 0 };

/** A box of the page in pt from the trim box's top left, y down. */
function fromTrim(box: Rect, trim: Rect): Rect {
  return {
    x: box.x - trim.x,
    y: trim.y + trim.height - (box.y + box.height),
    width: box.width,
    height: box.height,
  };
}

function readPage(
  reader: Reader,
  dictionary: PdfDictionary,
  index: number,
  expected: ExpectedPage | null,
): ArtPage {
  const { file } = reader;
  const box = (key: string) => readRectangle(file, dictionary.entries.get(key));
  const boxes: PageBoxes = {
    media: box('MediaBox'),
    crop: box('CropBox'),
    bleed: box('BleedBox'),
    trim: box('TrimBox'),
    art: box('ArtBox'),
  };
  const trim = boxes.trim ?? boxes.art ?? boxes.media ?? emptyRect;
  const content: PageContent = readPageContent(
    reader,
    dictionary,
    file.entry(dictionary, 'Resources', 'dictionary'),
    [1, 0, 0, -1, -trim.x, trim.y + trim.height],
    fromTrim(boxes.media ?? trim, trim),
  );
  return {
    index,
    name: expected?.name ?? `${index + 1}`,
    expected,
    dictionary,
    boxes,
    widthPt: trim.width,
    heightPt: trim.height,
    bleedRect: fromTrim(boxes.bleed ?? trim, trim),
    rotate: numberOf(file.resolve(dictionary.entries.get('Rotate'))) ?? 0,
    ...content,
  };
}

function readMetadata(file: PdfFile): Xmp | null {
  const stream = file.entry(file.catalog, 'Metadata', 'stream');
  const bytes = stream && file.decode(stream);
  return bytes && readXmp(new TextDecoder().decode(bytes));
}

/** A dictionary somewhere in the file, with the number of the object it stands in. */
export interface FoundDictionary {
  readonly number: number;
  readonly dictionary: PdfDictionary;
}

function findDictionaries(
  file: PdfFile,
  objects: readonly ArtObject[],
): readonly FoundDictionary[] {
  const found: FoundDictionary[] = [];
  const visit = (number: number, object: PdfObject) => {
    const dictionary = as(object, 'dictionary') ?? as(object, 'stream')?.dictionary;
    if (dictionary) {
      found.push({ number, dictionary });
      for (const value of dictionary.entries.values()) visit(number, value);
    } else for (const item of as(object, 'array')?.items ?? []) visit(number, item);
  };
  for (const { number, object } of objects) visit(number, object);
  visit(0, file.trailer);
  return found;
}

/** The whole file, read once for all rules. */
export function readArt(file: PdfFile, expected: PreflightExpectations): Art {
  const reader: Reader = { file, fonts: new Map() };
  const intents = file.entry(file.catalog, 'OutputIntents', 'array')?.items ?? [];
  const objects = file.numbers.map((number) => ({ number, object: file.object(number) }));
  const pages = collectPages(file).map((page, index) =>
    readPage(reader, page, index, expected.pages[index] ?? null),
  );
  return {
    file,
    expected,
    objects,
    dictionaries: findDictionaries(file, objects),
    info: file.entry(file.trailer, 'Info', 'dictionary') ?? emptyDictionary,
    xmp: readMetadata(file),
    pages,
    placed: placeEvents(pages),
    outputIntents: intents.flatMap((item) => as(file.resolve(item), 'dictionary') ?? []),
  };
}

/** Length of the edge that the job's bleed asks for, pt. */
export function bleedPt({ expected: { bleedMm } }: Art): Edges {
  return {
    top: mmToPt(bleedMm.top),
    right: mmToPt(bleedMm.right),
    bottom: mmToPt(bleedMm.bottom),
    left: mmToPt(bleedMm.left),
  };
}

/** A dictionary entry that is a name, resolved. */
export function nameEntry(file: PdfFile, dictionary: PdfDictionary, key: string): string | null {
  return nameOf(file.resolve(dictionary.entries.get(key)));
}

/** A dictionary entry that is a text string, resolved. */
export function textEntry(file: PdfFile, dictionary: PdfDictionary, key: string): string | null {
  return textOf(file.resolve(dictionary.entries.get(key)));
}
