/**
 * What other programs see in a PDF: qpdf and poppler, called as commands. Lengths are pt, y down,
 * from the media box's top left.
 */
import { execFileSync } from 'node:child_process';

function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

/** qpdf's verdict: the empty text where it found nothing to say against the file. */
export function qpdfComplaints(file: string): string {
  try {
    const said = run('qpdf', ['--check', file]);
    return /^No syntax or stream encoding errors found/m.test(said) ? '' : said;
  } catch (error) {
    return String(error);
  }
}

/** All words as pdftotext puts them in order. */
export function wholeText(file: string): string {
  return run('pdftotext', ['-nopgbrk', '-enc', 'UTF-8', file, '-']);
}

export interface TextArea {
  /** Counted from 1. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The words of an area in the order of the page's content, as pdftotext reads them. */
export function textOf(file: string, { page, x, y, width, height }: TextArea): string {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const area = [
    ...['-x', left, '-y', top],
    ...['-W', Math.ceil(x + width) - left, '-H', Math.ceil(y + height) - top],
  ];
  const pages = ['-f', page, '-l', page];
  return run('pdftotext', [
    ...[...pages, '-r', 72, ...area].map(String),
    ...['-raw', '-nopgbrk', '-enc', 'UTF-8', file, '-'],
  ]);
}

/**
 * Lines joined to running text: a word that a hyphen divides at a line's end is whole again (PDF
 * 32000-1 §14.8.2.2.3: the hyphen of a divided word reads as U+00AD), spaces are plain and single.
 */
export function runningText(text: string): string {
  return text
    .replace(/\u00ad\s*/g, '')
    .replace(/[\s\u00a0\u202f\u2009]+/g, ' ')
    .trim();
}

type Box = readonly [number, number, number, number];

export interface PageBoxes {
  readonly media: Box;
  readonly bleed: Box;
  readonly trim: Box;
}

/** An object of a PDF as qpdf's JSON (version 2) gives it. */
export type PdfValue =
  | string
  | number
  | boolean
  | null
  | readonly PdfValue[]
  | { readonly [key: string]: PdfValue };

export interface PdfObjects {
  /** The value behind references, as deep as the path goes. */
  at(from: PdfValue, ...path: readonly (string | number)[]): PdfValue;
  readonly trailer: PdfValue;
  readonly pages: readonly PdfValue[];
  /** Every dictionary in the file, those of streams included. */
  readonly dictionaries: readonly { readonly [key: string]: PdfValue }[];
}

interface QpdfJson {
  readonly pages: readonly { readonly object: string }[];
  readonly qpdf: readonly [
    unknown,
    Record<string, { value?: PdfValue; stream?: { dict: PdfValue } }>,
  ];
}

function isDictionary(value: PdfValue): value is { readonly [key: string]: PdfValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** All objects of a file. */
export function readObjects(file: string): PdfObjects {
  const json = JSON.parse(
    run('qpdf', ['--json=2', '--json-key=pages', '--json-key=qpdf', file]),
  ) as QpdfJson;
  const [, objects] = json.qpdf;
  const resolve = (value: PdfValue): PdfValue => {
    if (typeof value !== 'string' || !/^\d+ \d+ R$/.test(value)) return value;
    const found = objects[`obj:${value}`];
    return found?.value ?? found?.stream?.dict ?? null;
  };
  const at = (from: PdfValue, ...path: readonly (string | number)[]): PdfValue => {
    let here = resolve(from);
    for (const step of path) {
      const next = Array.isArray(here)
        ? here[Number(step)]
        : isDictionary(here)
          ? here[step]
          : null;
      here = resolve(next ?? null);
    }
    return here;
  };
  const values = Object.values(objects).map(({ value, stream }) => value ?? stream?.dict ?? null);
  return {
    at,
    trailer: objects.trailer?.value ?? null,
    pages: json.pages.map(({ object }) => resolve(object)),
    dictionaries: values.flatMap((value) => (isDictionary(value) ? [value] : [])),
  };
}

function boxOf(value: PdfValue): Box {
  if (!Array.isArray(value) || value.length !== 4) throw new Error('a page box is missing');
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = value.map(Number);
  return [x1, y1, x2, y2];
}

/** The boxes of every page, in pt as the file has them (y up). */
export function pageBoxes(file: string): readonly PageBoxes[] {
  const { pages, at } = readObjects(file);
  return pages.map((page) => ({
    media: boxOf(at(page, '/MediaBox')),
    bleed: boxOf(at(page, '/BleedBox')),
    trim: boxOf(at(page, '/TrimBox')),
  }));
}

export function sizeMm([x1, y1, x2, y2]: Box): { readonly width: number; readonly height: number } {
  return { width: ((x2 - x1) * 25.4) / 72, height: ((y2 - y1) * 25.4) / 72 };
}

/** How a piece of text is painted. */
export interface TextPaint {
  /** The font's name without the prefix of its subset. */
  readonly font: string;
  readonly sizePt: number;
  /** Operands of the colour operator and its name: `0 0 0 1 k`. */
  readonly color: string;
  /** Overprint for fills, with overprint mode 1 (PDF 32000-1 §8.6.7). */
  readonly overprint: boolean;
}

interface PaintState {
  readonly font: string;
  readonly sizePt: number;
  readonly color: string;
  readonly overprint: boolean;
}

/** Numbers, names, strings and operators of a content stream. */
const contentTokens =
  /<[0-9a-fA-F\s]*>|\((?:\\.|[^\\()])*\)|\[|\]|\/[^\s[\]()<>/]+|[^\s[\]()<>/]+/g;

/** Every text operator of a page, in order, with the state it is painted in. */
export function textPaints(file: string, page: number): readonly TextPaint[] {
  const { at, pages } = readObjects(file);
  const resources = at(pages[page - 1] ?? null, '/Resources');
  const paints: TextPaint[] = [];
  const stack: PaintState[] = [];
  let state: PaintState = { font: '', sizePt: 0, color: '0 g', overprint: false };
  let operands: string[] = [];
  for (const [token] of contentOf(file, page).matchAll(contentTokens)) {
    if (/^[A-Za-z'"*]+\*?$/.test(token) && token !== 'true' && token !== 'false') {
      if (token === 'q') stack.push(state);
      else if (token === 'Q') state = stack.pop() ?? state;
      else if (['k', 'g', 'rg', 'sc', 'scn', 'cs'].includes(token))
        state = { ...state, color: `${operands.join(' ')} ${token}` };
      else if (token === 'Tf') {
        const name = at(resources, '/Font', operands[0] ?? '', '/BaseFont');
        const font = String(name).replace(/^\/([A-Z]{6}\+)?/, '');
        state = { ...state, font, sizePt: Number(operands[1]) };
      } else if (token === 'gs') {
        const graphics = at(resources, '/ExtGState', operands[0] ?? '');
        const fill = at(graphics, '/op') ?? at(graphics, '/OP');
        if (fill !== null)
          state = { ...state, overprint: fill === true && at(graphics, '/OPM') === 1 };
      } else if (token === 'Tj' || token === 'TJ') paints.push(state);
      operands = [];
    } else operands.push(token);
  }
  return paints;
}

/** A page's content stream, uncompressed. */
export function contentOf(file: string, page: number): string {
  const json = JSON.parse(run('qpdf', ['--json=2', '--json-key=pages', file])) as QpdfJson;
  const found = json.pages[page - 1] as { readonly contents?: readonly string[] } | undefined;
  return (found?.contents ?? [])
    .map((reference) =>
      run('qpdf', [`--show-object=${reference.split(' ')[0]}`, '--filtered-stream-data', file]),
    )
    .join('\n');
}

export interface FontRow {
  readonly name: string;
  readonly embedded: boolean;
  readonly subset: boolean;
  readonly unicode: boolean;
}

/** `pdffonts`: the columns are found from the line of dashes below the headings. */
export function pdfFonts(file: string): readonly FontRow[] {
  const [, dashes = '', ...rows] = run('pdffonts', [file]).trimEnd().split('\n');
  const columns = [...dashes.matchAll(/-+/g)].map(({ index, 0: { length } }) => [index, length]);
  return rows.map((row) => {
    const cell = (index: number) => {
      const [start = 0, length = 0] = columns[index] ?? [];
      return row.slice(start, start + length).trim();
    };
    return {
      name: cell(0),
      embedded: cell(3) === 'yes',
      subset: cell(4) === 'yes',
      unicode: cell(5) === 'yes',
    };
  });
}

/** Colour spaces of all pictures, as `pdfimages -list` names them: `cmyk`, `gray`, `rgb`, `icc`. */
export function pictureSpaces(file: string): readonly string[] {
  const [, , ...rows] = run('pdfimages', ['-list', file]).trimEnd().split('\n');
  return rows.map((row) => row.trim().split(/\s+/)[5] ?? '');
}
