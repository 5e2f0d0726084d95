/**
 * Sheets as a PDF: each page of the source once, as a form XObject, placed by the plan; marks from
 * a PDF of their own. Fonts, spot inks, overprint, transparency, layers and the output intent come
 * over as they are; streams are never decoded. Links, forms and document structure stay behind.
 */
import type { Matrix, Rect, Size } from '../../base/index.ts';
import type { SheetCell, SheetPlan, SheetSide } from '../../impose/index.ts';
import {
  arrayOf,
  as,
  type Compress,
  createPdfWriter,
  dictionaryOf,
  type Importer,
  inkNameOf,
  nameObject,
  nameOf,
  type PageBox,
  type PdfArray,
  type PdfDictionary,
  type PdfFile,
  type PdfObject,
  type PdfReference,
  type PdfWriter,
} from '../../pdf/index.ts';
import { formatNumber } from '../pdf/number.ts';
import { type FormFault, pageForm } from './page-form.ts';

export interface SheetSource {
  readonly file: PdfFile;
  readonly pages: readonly PdfDictionary[];
  /** Boxes of each page. */
  readonly boxes: readonly PageBox[];
}

export interface SheetWork {
  readonly source: SheetSource;
  readonly plan: SheetPlan;
  /** A page of marks for each side, in the order of the sides; null: none. */
  readonly marks: SheetSource | null;
  /** 16 bytes made from source and plan. */
  readonly id: Uint8Array;
}

export interface WrittenSheets {
  readonly kind: 'sheets';
  readonly parts: readonly Uint8Array[];
  /** Objects that the source refers to and does not have. */
  readonly missing: number;
}

export interface SheetsFault extends FormFault {
  /** From 1. */
  readonly page: number;
}

const rectArray = ({ x, y, width, height }: Rect): PdfArray => ({
  kind: 'array',
  items: [x, y, x + width, y + height],
});

/** From a page's own coordinates to its upright trim box: pt, y up, from the bottom left. */
function toTrim({ trim, rotate, userUnit: u }: PageBox): Matrix {
  const { x, y, width, height } = trim;
  switch (rotate) {
    case 90:
      return [0, -u, u, 0, -y * u, (x + width) * u];
    case 180:
      return [-u, 0, 0, -u, (x + width) * u, (y + height) * u];
    case 270:
      return [0, u, -u, 0, (y + height) * u, -x * u];
    default:
      return [u, 0, 0, u, -x * u, -y * u];
  }
}

/** The page's place on the sheet, both y up. */
function cellMatrix(box: PageBox, { trim, isTurned }: SheetCell, sheet: Size): Matrix {
  const [a, b, c, d, e, f] = toTrim(box);
  const left = trim.x;
  const bottom = sheet.height - trim.y - trim.height;
  if (!isTurned) return [a, b, c, d, e + left, f + bottom];
  return [-a, -b, -c, -d, left + trim.width - e, bottom + trim.height - f];
}

const numbers = (values: readonly number[]) =>
  values.map((value) => formatNumber(value, 5)).join(' ');

/** Operators that show one page in its cell. */
function showCell(cell: SheetCell, box: PageBox, sheet: Size): string {
  const { x, y, width, height } = cell.clip;
  const clip = numbers([x, sheet.height - y - height, width, height]);
  return `q ${clip} re W n ${numbers(cellMatrix(box, cell, sheet))} cm /P${cell.page} Do Q`;
}

/** Trims of all pages of a side. */
function union(rects: readonly Rect[]): Rect {
  const left = Math.min(...rects.map(({ x }) => x));
  const top = Math.min(...rects.map(({ y }) => y));
  const right = Math.max(...rects.map(({ x, width }) => x + width));
  const bottom = Math.max(...rects.map(({ y, height }) => y + height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function upwards(rect: Rect, sheet: Size): PdfArray {
  return rectArray({ ...rect, y: sheet.height - rect.y - rect.height });
}

/** The sides in the order of the file's pages; one plate stands for both sides. */
export function sidesOf({ sheets, backing }: SheetPlan): readonly SheetSide[] {
  const isOnePlate = backing === 'work-and-turn' || backing === 'work-and-tumble';
  return sheets.flatMap(({ front, back }) => (back && !isOnePlate ? [front, back] : [front]));
}

/** What viewers and digital presses need to know (ISO 32000-1 table 150). */
function viewerPreferences({ backing, size }: SheetPlan): PdfObject {
  const edge = size.width > size.height ? 'DuplexFlipShortEdge' : 'DuplexFlipLongEdge';
  return dictionaryOf({
    Duplex: nameObject(backing === 'sheetwise' ? edge : 'Simplex'),
    PrintScaling: nameObject('None'),
  });
}

const catalogKeys = ['OutputIntents', 'Metadata', 'OCProperties', 'Lang', 'Extensions'];

/** A page's transparency group as text: equal texts are equal groups. */
function groupKey(file: PdfFile, page: PdfDictionary): string {
  const group = file.entry(page, 'Group', 'dictionary');
  if (!group) return '';
  const plain = [...group.entries].map(([key, value]) => [key, file.resolve(value)]);
  return JSON.stringify(plain.sort());
}

/** A page's group as a form's: isolated, as a page's always is (§11.4.7). */
function formGroup(file: PdfFile, page: PdfDictionary, importer: Importer): PdfObject | null {
  const group = file.entry(page, 'Group', 'dictionary');
  if (!group) return null;
  const taken = as(importer.take(group), 'dictionary');
  return taken && { kind: 'dictionary', entries: new Map(taken.entries).set('I', true) };
}

/** The name of a Separation space; null for anything else. */
function spotName(object: PdfObject): string | null {
  const items = as(object, 'array')?.items;
  return items?.length === 4 && nameOf(items[0]) === 'Separation' ? inkNameOf(items[1]) : null;
}

/** A spot ink's space in the source, and in the new file. */
interface Spot {
  readonly space: PdfArray;
  readonly reference: PdfReference;
}

/** Imports the source with each spot ink's space an object of its own, for marks to print with. */
function importSource(writer: PdfWriter, file: PdfFile) {
  const spots = new Map<string, Spot>();
  const importer = writer.importer(file, (object) => {
    const name = spotName(object);
    const space = as(object, 'array');
    if (name === null || !space) return undefined;
    const known = spots.get(name);
    if (known) return known.space === space ? known.reference : undefined;
    const reference = writer.reserve();
    spots.set(name, { space, reference });
    return reference;
  });
  return { importer, spots };
}

/** Writes the spaces that `importSource` has set apart. */
function writeSpots(writer: PdfWriter, spots: ReadonlyMap<string, Spot>, importer: Importer): void {
  // Taking one may set apart another: a map hands out what is added meanwhile.
  for (const { space, reference } of spots.values())
    writer.set(reference, arrayOf(space.items.map((item) => importer.take(item))));
}

function importMarks(
  writer: PdfWriter,
  marks: SheetSource,
  spots: ReadonlyMap<string, Spot>,
): Importer {
  return writer.importer(marks.file, (object) => spots.get(spotName(object) ?? '')?.reference);
}

/** All forms of a source's pages, or the first that cannot be one. */
function writeForms(
  writer: PdfWriter,
  { file, pages, boxes }: SheetSource,
  importer: Importer,
  hasOwnGroups: boolean,
  compress: Compress,
): readonly PdfReference[] | SheetsFault {
  const forms: PdfReference[] = [];
  for (const [index, page] of pages.entries()) {
    const box = boxes[index];
    const media = rectArray(box ? box.media : { x: 0, y: 0, width: 0, height: 0 });
    const group = hasOwnGroups ? formGroup(file, page, importer) : null;
    const form = pageForm(file, { page, box: media, group }, importer, compress);
    if (form.kind === 'form-fault') return { ...form, page: index + 1 };
    forms.push(writer.add(form));
  }
  return forms;
}

interface SideForms {
  readonly pages: readonly PdfReference[];
  readonly marks: readonly PdfReference[];
}

function writeSide(
  writer: PdfWriter,
  side: SheetSide,
  index: number,
  { source, plan }: SheetWork,
  forms: SideForms,
  compress: Compress,
) {
  const { size, bleed } = plan;
  const shown = new Map<string, PdfObject>();
  const lines = side.cells.flatMap((cell) => {
    const form = forms.pages[cell.page - 1];
    const box = source.boxes[cell.page - 1];
    if (!form || !box) return [];
    shown.set(`P${cell.page}`, form);
    return [showCell(cell, box, size)];
  });
  const marks = forms.marks[index];
  if (marks) {
    shown.set('M', marks);
    lines.push('/M Do');
  }
  const contents = writer.add({
    kind: 'stream',
    raw: compress(Buffer.from(lines.join('\n'), 'latin1')),
    dictionary: dictionaryOf({ Filter: nameObject('FlateDecode') }),
  });
  const trims = union(side.cells.map(({ trim }) => trim));
  const bleeds = {
    x: Math.max(0, trims.x - bleed.left),
    y: Math.max(0, trims.y - bleed.top),
    width: Math.min(size.width, trims.width + bleed.left + bleed.right),
    height: Math.min(size.height, trims.height + bleed.top + bleed.bottom),
  };
  return {
    MediaBox: rectArray({ x: 0, y: 0, ...size }),
    TrimBox: upwards(trims, size),
    BleedBox: upwards(bleeds, size),
    Resources: dictionaryOf({ XObject: { kind: 'dictionary', entries: shown } }),
    Contents: contents,
  };
}

/**
 * The file, in parts that share the source's memory; or the page whose contents are coded in a way
 * that cannot be joined. The version is the source's.
 */
export function writeSheets(work: SheetWork, compress: Compress): WrittenSheets | SheetsFault {
  const { source, plan, marks, id } = work;
  const { file, pages } = source;
  const writer = createPdfWriter(versionOf(file), compress);
  const catalog = writer.reserve();
  const tree = writer.reserve();
  const { importer, spots } = importSource(writer, file);
  const groups = new Set(pages.map((page) => groupKey(file, page)));
  const forms = writeForms(writer, source, importer, groups.size > 1, compress);
  if ('kind' in forms) return forms;
  const markForms = marks
    ? writeForms(writer, marks, importMarks(writer, marks, spots), false, compress)
    : [];
  if ('kind' in markForms) return markForms;

  const [first] = pages;
  const group = first && groups.size === 1 ? file.entry(first, 'Group', 'dictionary') : null;
  const sheetGroup = group ? importer.take(group) : undefined;
  const kids = sidesOf(plan).map((side, index) =>
    writer.add(
      dictionaryOf({
        Type: nameObject('Page'),
        Parent: tree,
        ...writeSide(writer, side, index, work, { pages: forms, marks: markForms }, compress),
        Group: sheetGroup,
      }),
    ),
  );
  writeSpots(writer, spots, importer);
  writer.set(
    tree,
    dictionaryOf({ Type: nameObject('Pages'), Count: kids.length, Kids: arrayOf(kids) }),
  );
  const kept = catalogKeys.flatMap((key) => {
    const value = file.catalog.entries.get(key);
    return value === undefined ? [] : [[key, importer.take(value)] as const];
  });
  writer.set(
    catalog,
    dictionaryOf({
      Type: nameObject('Catalog'),
      Pages: tree,
      ...Object.fromEntries(kept),
      ViewerPreferences: viewerPreferences(plan),
    }),
  );
  const info = importer.take(file.trailer.entries.get('Info') ?? null);
  const parts = writer.finish({ root: catalog, info, id: [firstId(file) ?? id, id] });
  return { kind: 'sheets', parts, missing: writer.missing() };
}

function firstId(file: PdfFile): Uint8Array | null {
  const first = as(file.resolve(file.trailer.entries.get('ID')), 'array')?.items[0];
  return as(file.resolve(first), 'string')?.bytes ?? null;
}

/** The header's version, or the catalog's where that is later (§7.7.2). */
function versionOf(file: PdfFile): string {
  const stated = nameOf(file.resolve(file.catalog.entries.get('Version')));
  const header = /^\d\.\d$/.test(file.version) ? file.version : '1.4';
  return stated && /^\d\.\d$/.test(stated) && Number(stated) > Number(header) ? stated : header;
}
