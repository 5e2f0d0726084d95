/**
 * From a PDF's pages to sheets: the same way for a file of our own and for anybody's. A pure
 * function of bytes and workspace; what comes out is parts of a file, and the proof of its order.
 */
import {
  type Artifact,
  type Context,
  deflate,
  mmToPt,
  ptToMm,
  type Span,
  sha256,
} from './base/index.ts';
import { caliperMm, type Paper } from './folds/index.ts';
import {
  drawOrder,
  isSheetFault,
  orderJson,
  planSheets,
  imposeProblems as problems,
  type SheetFault,
  type SheetPlan,
  type SheetScheme,
  type SheetSide,
  type SheetSize,
  sheetMarks,
  sheetSizes,
} from './impose/index.ts';
import { looseFonts } from './loose-fonts.ts';
import {
  type DocumentFacts,
  paintMarks,
  paintPagePictures,
  paintScreen,
  type SheetSource,
  sidesOf,
  type WrittenSheets,
  writeSheets,
} from './paint/index.ts';
import { collectPages, missingPages, type PdfFile, pageBox, readPdf } from './pdf/index.ts';
import { technicalInks } from './preflight/index.ts';
import { commonBleed, openAnyPdf, readSource, spotNames, trimSize } from './sheet-source.ts';
import { type Font, isFontFault, openFont, prepareShaping } from './text/index.ts';
import { programName } from './version.ts';

export interface SheetSettings {
  readonly scheme: SheetScheme;
  /** Null: the smallest from SRA3 on that holds the pages. */
  readonly sheet: SheetSize | null;
  /** For creep; null: none is reckoned. */
  readonly paper: Paper | null;
  /** Of a cover that is printed apart and stitched around the pages; null: there is none. */
  readonly cover: Paper | null;
  /** 1: each sheet pushes the next out by one caliper; printers use 1.2–1.4. */
  readonly creepFactor: number;
  readonly gripperMm: number | null;
  readonly gapMm: number | null;
  readonly bleedMm: number;
  readonly isOneSided: boolean;
  readonly isRepeated: boolean;
  readonly hasMarks: boolean;
  /** Folds across a page in pt from its trim's left edge: a folder's flat sides. */
  foldsOf?(page: number): readonly number[];
}

export const sheetDefaults = {
  cover: null,
  creepFactor: 1,
  gripperMm: null,
  gapMm: null,
  bleedMm: 3,
  isOneSided: false,
  isRepeated: false,
  hasMarks: true,
} as const;

export interface ImposeWork {
  /** How the reader named the file. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly settings: SheetSettings;
  /** For the slug line. */
  readonly title: string;
  readonly language: 'en' | 'da';
  /** Spot inks that are known to print nothing; others are found in the file. */
  readonly technicalInks?: ReadonlySet<string>;
  /** ISO 8601; null: no date in the slug line. */
  readonly date: string | null;
  /** Where settings come from. */
  readonly span?: Span | undefined;
}

export interface ImposedSheets {
  readonly plan: SheetPlan;
  /** The PDF in parts, which share memory with the file it is made from. */
  readonly parts: readonly Uint8Array[];
}

const words = {
  en: { sheet: 'sheet', of: 'of', front: 'front', back: 'back', plate: 'both sides' },
  da: { sheet: 'ark', of: 'af', front: 'forside', back: 'bagside', plate: 'begge sider' },
} as const;

const fontPath = 'fonts/hanken-grotesk/HankenGrotesk-Medium.ttf';

/** The font of slug lines and proofs; null where the installation has lost it. */
export async function labelFont({ workspace }: Context): Promise<Font | null> {
  const read = workspace.read(fontPath);
  if (read.kind !== 'file') return null;
  await prepareShaping([]);
  const font = openFont(fontPath, read.bytes);
  return isFontFault(font) ? null : font;
}

function reportFault(fault: SheetFault, { settings, span }: ImposeWork, context: Context): void {
  const { scheme, sheet } = settings;
  if (fault.kind === 'page-count') {
    const { pages, multipleOf } = fault;
    context.report(problems.pageCountWrong(scheme.id, pages, multipleOf, span));
    return;
  }
  const { needs, room, smallest } = fault;
  const inMm = ({ width, height }: { width: number; height: number }) => ({
    width: ptToMm(width),
    height: ptToMm(height),
  });
  context.report(
    problems.sheetTooSmall(
      sheet?.name ?? sheetSizes.at(-1)?.name ?? '',
      inMm(needs),
      inMm(room),
      smallest,
      span,
    ),
  );
}

/** Places that hold no page. */
function emptyPlaces({ sheets, columns, rows }: SheetPlan): number {
  return sheets.reduce((sum, { front }) => sum + columns * rows - front.cells.length, 0);
}

/** Sheets of offices, not of presses. */
const small = new Set(['A4', 'A3', 'RA3']);

/** The plan on the first sheet that holds the pages, else the fault of the last. */
function firstThatFits(
  sheets: readonly SheetSize[],
  planOn: (sheet: SheetSize) => SheetPlan | SheetFault,
): SheetPlan | SheetFault | null {
  let plan: SheetPlan | SheetFault | null = null;
  for (const sheet of sheets) {
    plan = planOn(sheet);
    if (!isSheetFault(plan) || plan.kind !== 'does-not-fit') return plan;
  }
  return plan;
}

function makePlan(work: ImposeWork, source: SheetSource, context: Context): SheetPlan | null {
  const { settings } = work;
  const { paper, cover, creepFactor } = settings;
  const creepOf = (one: Paper | null) => (one ? mmToPt(creepFactor * caliperMm(one)) : 0);
  const [first] = source.boxes;
  if (!first) return null;
  const bleed = commonBleed(source.boxes, settings.bleedMm);
  const sheets = settings.sheet
    ? [settings.sheet]
    : sheetSizes.filter(({ name }) => !small.has(name));
  const planOn = (sheet: SheetSize) =>
    planSheets({
      ...settings,
      sheet,
      pages: source.pages.length,
      trim: trimSize(first),
      bleed,
      creep: creepOf(paper),
      coverCreep: creepOf(cover),
    });
  const plan = firstThatFits(sheets, planOn);
  if (!plan) return null;
  if (isSheetFault(plan)) {
    reportFault(plan, work, context);
    return null;
  }
  if (Math.max(bleed.top, bleed.right, bleed.bottom, bleed.left) < mmToPt(0.5))
    context.report(problems.bleedMissing());
  const fonts = looseFonts(source.file, source.pages);
  if (fonts.length > 0) context.report(problems.fontsMissing(fonts));
  if (ptToMm(plan.creepTotal) > 1) context.report(problems.creepLarge(ptToMm(plan.creepTotal)));
  const empty = emptyPlaces(plan);
  if (empty > 0) context.report(problems.placesEmpty(empty));
  return plan;
}

/** `Title · sheet 1 of 2, front · saddle stitch · SRA3 · CMYK, PANTONE 286 C · 2026-11-25`. */
function slugText(work: ImposeWork, plan: SheetPlan, side: SheetSide, spots: readonly string[]) {
  const { title, date, language } = work;
  const said = words[language];
  const index = plan.sheets.findIndex(({ front, back }) => front === side || back === side);
  const sheet = plan.sheets[index];
  const isOnePlate = sidesOf(plan).length === plan.sheets.length && sheet?.back;
  const face = isOnePlate ? said.plate : sheet?.front === side ? said.front : said.back;
  const parts = [
    title,
    `${said.sheet} ${index + 1} ${said.of} ${plan.sheets.length}, ${face}`,
    plan.scheme.name[language],
    plan.sheet.name,
    ['CMYK', ...spots].join(', '),
    ...(date ? [date.slice(0, 10)] : []),
  ];
  return parts.join('  ·  ');
}

async function makeMarks(
  work: ImposeWork,
  plan: SheetPlan,
  { file, pages: given }: SheetSource,
  context: Context,
): Promise<SheetSource | null> {
  const spots = spotNames(file);
  const technical = technicalInks(file, given, spots);
  const printing = spots.filter((name) => !technical.has(name) && !work.technicalInks?.has(name));
  const font = await labelFont(context);
  const marked = sidesOf(plan).map((side) => {
    const sheet = plan.sheets.find(({ front, back }) => front === side || back === side);
    const slug = font && { font, text: slugText(work, plan, side, spots) };
    return sheet ? sheetMarks({ plan, sheet, side, spots: printing, slug }) : null;
  });
  const found = problems.marksLeftOut(marked.flatMap((side) => side?.leftOut ?? []));
  if (found) context.report(found);
  const sides = marked.map((side) => side?.items ?? []);
  const facts = documentFacts(work);
  const marks = readPdf(await paintMarks(sides, plan.size, facts, context));
  if (marks.kind === 'damage') return null;
  const pages = collectPages(marks);
  const boxes = pages.flatMap((page) => pageBox(marks, page) ?? []);
  return { file: marks, pages, boxes };
}

function documentFacts({ title, language, date }: ImposeWork): DocumentFacts {
  return { title, language, date: date ?? '2000-01-01T00:00:00Z', creator: programName };
}

function identify(work: ImposeWork, plan: SheetPlan): Uint8Array {
  const said = JSON.stringify([orderJson(plan), work.title, work.date, work.settings.hasMarks]);
  const hex = sha256(`${sha256(work.bytes)} ${said}`).slice(0, 32);
  return new Uint8Array(Buffer.from(hex, 'hex'));
}

async function writeFrom(work: ImposeWork, file: PdfFile, context: Context) {
  const source = readSource(work.name, file, context);
  const plan = source && makePlan(work, source, context);
  if (!plan) return null;
  const marks = work.settings.hasMarks ? await makeMarks(work, plan, source, context) : null;
  const id = identify(work, plan);
  const written = writeSheets({ source, plan, marks, id }, (bytes) => deflate(bytes, 6));
  if (written.kind === 'form-fault') {
    context.report(problems.pageUnreadable(written.page, written.filters));
    return null;
  }
  return { plan, written };
}

/** What a repaired file lacks, in words; null where it is whole. */
function lossOf(file: PdfFile, { missing }: WrittenSheets): string | null {
  if (missing > 0) return missing === 1 ? '1 object is missing' : `${missing} objects are missing`;
  return file.damages[0] ?? null;
}

/** The sheets; null after reports of what stands in the way. */
export async function imposeSheets(
  work: ImposeWork,
  context: Context,
): Promise<ImposedSheets | null> {
  const refuse = (reason: string) => {
    context.report(problems.fileDamaged(work.name, reason));
    return null;
  };
  const opened = openAnyPdf(work.bytes);
  if (opened.kind === 'damage') return refuse(opened.reason);
  if (!opened.isRepaired) {
    const done = await writeFrom(work, opened.file, context);
    if (!done) return null;
    if (opened.file.damages.length === 0) return { plan: done.plan, parts: done.written.parts };
  }
  const repaired = opened.isRepaired ? opened : openAnyPdf(work.bytes, true);
  if (repaired.kind === 'damage') return refuse(repaired.reason);
  const lost = missingPages(repaired.file);
  if (lost > 0) return refuse(lost === 1 ? '1 page is missing' : `${lost} pages are missing`);
  const done = await writeFrom(work, repaired.file, context);
  if (!done) return null;
  const loss = lossOf(repaired.file, done.written);
  if (loss !== null) return refuse(loss);
  context.report(problems.fileRepaired(work.name));
  return { plan: done.plan, parts: done.written.parts };
}

/** The proof of page order: `NAME.json`, and `NAME.png` as a picture. */
export async function proveOrder(
  plan: SheetPlan,
  name: string,
  work: Pick<ImposeWork, 'title' | 'language' | 'date'>,
  context: Context,
): Promise<readonly Artifact[]> {
  const json = new TextEncoder().encode(`${JSON.stringify(orderJson(plan), null, 2)}\n`);
  const artifacts: Artifact[] = [{ path: `${name}.json`, bytes: json }];
  const font = await labelFont(context);
  if (!font) return artifacts;
  const { title, language } = work;
  const head = `${title}: ${plan.scheme.name[language]}, ${plan.sheet.name}`;
  const page = drawOrder(plan, font, { ...words[language], title: head });
  const facts = {
    title,
    language,
    date: work.date ?? '2000-01-01T00:00:00Z',
    creator: programName,
  };
  const { bytes: pdf } = await paintScreen([page], facts, new Map(), context);
  const pictures = await paintPagePictures({ pdf, names: [name], dpi: 144 });
  return [...artifacts, ...pictures.map(({ bytes }) => ({ path: `${name}.png`, bytes }))];
}
