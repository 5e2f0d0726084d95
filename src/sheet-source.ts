/**
 * A PDF to be imposed, whoever made it: opened, mended where only its table of objects is wrong,
 * and refused where something of it is missing or does not go on sheets.
 */
import { type Context, type Edges, type Finding, mmToPt, ptToMm, type Size } from './base/index.ts';
import { imposeProblems as problems } from './impose/index.ts';
import type { SheetSource } from './paint/index.ts';
import {
  as,
  collectPages,
  type Damage,
  inkNameOf,
  nameOf,
  numberOf,
  type PageBox,
  type PdfDictionary,
  type PdfFile,
  type PdfObject,
  pageBox,
  pageGap,
  readPdf,
  repairPdf,
} from './pdf/index.ts';

/** Bytes before the header that readers put up with (ISO 32000-1 annex H, note 13). */
const longestPreamble = 1024;

/** From `%PDF-` on; null where there is none. */
function fromHeader(bytes: Uint8Array): Uint8Array | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, longestPreamble));
  const start = head.indexOf('%PDF-');
  return start < 0 ? null : bytes.subarray(start);
}

const isUsable = (file: PdfFile | Damage): file is PdfFile => file.kind === 'pdf';

const noEnd: Damage = { kind: 'damage', reason: 'no startxref at the end' };

function hasEnd(bytes: Uint8Array): boolean {
  return /%%EOF\s*$/.test(Buffer.from(bytes.subarray(-64)).toString('latin1'));
}

export interface OpenedPdf {
  readonly kind: 'opened';
  readonly file: PdfFile;
  /** From its header on. */
  readonly bytes: Uint8Array;
  readonly isRepaired: boolean;
}

/** The file by its own table of objects, or by a search for them. */
export function openAnyPdf(bytes: Uint8Array, mayRepairOnly = false): OpenedPdf | Damage {
  const body = fromHeader(bytes);
  if (!body) return { kind: 'damage', reason: 'no %PDF- header' };
  if (!mayRepairOnly) {
    const file = readPdf(body);
    const isWhole = isUsable(file) && collectPages(file).length > 0 && pageGap(file) === null;
    if (isWhole && file.damages.length === 0)
      return { kind: 'opened', file, bytes: body, isRepaired: false };
    if (isUsable(file) && file.trailer.entries.has('Encrypt'))
      return { kind: 'opened', file, bytes: body, isRepaired: false };
  }
  const repaired = repairPdf(body);
  if (!isUsable(repaired)) return repaired;
  // No page is left where a file was cut off before them.
  if (collectPages(repaired).length === 0 && !hasEnd(body)) return noEnd;
  const gap = pageGap(repaired);
  if (gap !== null) return { kind: 'damage', reason: gap };
  return { kind: 'opened', file: repaired, bytes: body, isRepaired: true };
}

/** Why a form's file goes on no sheet: nested fields are counted by their top. */
function refuseForm(name: string, file: PdfFile): Finding | null {
  const form = file.entry(file.catalog, 'AcroForm', 'dictionary');
  if (!form) return null;
  if (form.entries.has('XFA')) return problems.fileWithXfa(name);
  const fields = (file.entry(form, 'Fields', 'array')?.items ?? []).map((item) =>
    as(file.resolve(item), 'dictionary'),
  );
  const isSignature = (field: PdfDictionary | null) =>
    nameOf(file.resolve(field?.entries.get('FT'))) === 'Sig';
  if (fields.length > 0 && fields.every(isSignature)) return problems.fileSigned(name);
  return fields.length > 0 ? problems.fileWithForm(name, fields.length) : null;
}

/** Annotations that print and are more than a link. */
function countAnnotations(file: PdfFile, page: SheetSource['pages'][number]): number {
  const silent = ['Link', 'Popup', 'PrinterMark', 'TrapNet'];
  const items = file.entry(page, 'Annots', 'array')?.items ?? [];
  return items.filter((item) => {
    const annotation = as(file.resolve(item), 'dictionary');
    const flags = numberOf(file.resolve(annotation?.entries.get('F'))) ?? 0;
    const kind = nameOf(file.resolve(annotation?.entries.get('Subtype')));
    return kind !== null && !silent.includes(kind) && (flags & 2) === 0;
  }).length;
}

/** Size of a page's trim as shown, in pt. */
export function trimSize({ trim, rotate, userUnit }: PageBox): Size {
  const [width, height] = [trim.width * userUnit, trim.height * userUnit];
  return rotate % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** Room between trim and bleed box on the page as shown. */
function bleedOf({ trim, bleed, rotate, userUnit }: PageBox): Edges {
  const around = [
    bleed.y + bleed.height - trim.y - trim.height,
    bleed.x + bleed.width - trim.x - trim.width,
    trim.y - bleed.y,
    trim.x - bleed.x,
  ].map((room) => Math.max(0, room) * userUnit);
  // Shown turned clockwise, what was the left edge is the top.
  const at = (edge: number) => around[(edge - rotate / 90 + 4) % 4] ?? 0;
  return { top: at(0), right: at(1), bottom: at(2), left: at(3) };
}

/** The bleed that every page has, no more than `limitMm`. */
export function commonBleed(boxes: readonly PageBox[], limitMm: number): Edges {
  const all = boxes.map(bleedOf);
  const least = (edge: keyof Edges) => Math.min(mmToPt(limitMm), ...all.map((one) => one[edge]));
  return {
    top: least('top'),
    right: least('right'),
    bottom: least('bottom'),
    left: least('left'),
  };
}

/** Trims may differ by this much: what programs round. */
const sizeTolerancePt = mmToPt(0.1);

function checkSizes(boxes: readonly PageBox[], context: Context): boolean {
  const [first, ...others] = boxes.map(trimSize);
  if (!first) return false;
  const inMm = ({ width, height }: Size) => ({ width: ptToMm(width), height: ptToMm(height) });
  for (const [index, size] of others.entries()) {
    const isSame =
      Math.abs(size.width - first.width) < sizeTolerancePt &&
      Math.abs(size.height - first.height) < sizeTolerancePt;
    if (isSame) continue;
    context.report(problems.pageSizesDiffer(index + 2, inMm(size), inMm(first)));
    return false;
  }
  return true;
}

/** Why a file does not go on sheets, whatever its pages; null where it does. */
function refusal(name: string, file: PdfFile): Finding | null {
  const encrypt: PdfObject = file.resolve(file.trailer.entries.get('Encrypt'));
  if (encrypt !== null || file.trailer.entries.has('Encrypt')) return problems.fileEncrypted(name);
  return refuseForm(name, file);
}

/** The pages of an opened file with their boxes; null after a report that they are of no use. */
export function readSource(name: string, file: PdfFile, context: Context): SheetSource | null {
  const refused = refusal(name, file);
  if (refused) {
    context.report(refused);
    return null;
  }
  const pages = collectPages(file);
  if (pages.length === 0) context.report(problems.fileWithoutPages(name));
  const boxes: PageBox[] = [];
  const flat: number[] = [];
  const annotated: number[] = [];
  let annotations = 0;
  for (const [index, page] of pages.entries()) {
    const box = pageBox(file, page);
    if (!box || box.trim.width < 1 || box.trim.height < 1) flat.push(index + 1);
    else boxes.push(box);
    const count = countAnnotations(file, page);
    annotations += count;
    if (count > 0) annotated.push(index + 1);
  }
  if (flat.length > 0) context.report(problems.pagesWithoutSize(flat));
  if (annotations > 0) context.report(problems.annotationsLeftOut(annotated, annotations));
  if (boxes.length === 0 || boxes.length < pages.length) return null;
  return checkSizes(boxes, context) ? { file, pages, boxes } : null;
}

/** Names of all spot inks in a file, sorted; `All` and `None` are no inks. */
export function spotNames(file: PdfFile): readonly string[] {
  const names = new Set<string>();
  const visit = (object: PdfObject) => {
    const items = as(object, 'array')?.items;
    const family = nameOf(items?.[0]);
    if (family === 'Separation') names.add(inkNameOf(file.resolve(items?.[1])) ?? '');
    if (family === 'DeviceN')
      for (const ink of as(file.resolve(items?.[1]), 'array')?.items ?? [])
        names.add(inkNameOf(file.resolve(ink)) ?? '');
    for (const item of items ?? []) visit(item);
    const dictionary = as(object, 'dictionary') ?? as(object, 'stream')?.dictionary;
    for (const value of dictionary?.entries.values() ?? []) visit(value);
  };
  for (const number of file.numbers) visit(file.object(number));
  for (const plain of ['', 'All', 'None', 'Cyan', 'Magenta', 'Yellow', 'Black'])
    names.delete(plain);
  return [...names].sort();
}
