/** Plates of a press file with the ink on them, and what is to be said of both. */
import type { Context, Helpers } from '../base/index.ts';
import { type PdfFile, readPdf } from '../pdf/index.ts';
import { type IsTold, judgeInk, type SourceOf } from './judge-ink.ts';
import * as problems from './problems.ts';
import { type PagePlates, type PlatesOptions, renderPlates } from './render-plates.ts';

export interface MeasuredPage {
  readonly plates: PagePlates;
  /** Total ink that the printing condition takes. */
  readonly limitPercent: number;
}

export interface MeasureOptions extends PlatesOptions {
  readonly limitPercent: number;
  /** What presses usually take on such paper; null or absent: what they usually take at all. */
  readonly advisedPercent?: number | null;
  readonly sourceOf?: SourceOf;
  readonly isTold?: IsTold;
}

/**
 * The pages' plates and ink. Reports `plates/ink-mean`, `plates/ink-peak`, `plates/not-shown`; and
 * `plates/encrypted`, `plates/no-pages`, `plates/page-size` and `plates/too-large` for a file that gets no plates.
 */
export async function measureFile(
  file: PdfFile,
  options: MeasureOptions,
  { report }: Pick<Context, 'report'>,
): Promise<readonly MeasuredPage[]> {
  if (file.trailer.entries.has('Encrypt')) {
    report(problems.encryptedPlates());
    return [];
  }
  const result = await renderPlates(file, options);
  if (result.kind === 'no-size') {
    report(problems.pagesWithoutSize(result.pages));
    return [];
  }
  if (result.kind === 'too-large') {
    report(problems.platesTooLarge(result.page, result.megapixels, result.limit));
    return [];
  }
  if (result.pages.length === 0) report(problems.platesWithoutPages());
  for (const omission of result.omissions) report(problems.notShown(omission));
  const { limitPercent, advisedPercent = null, sourceOf = () => null, isTold } = options;
  const limits = { limitPercent, advisedPercent };
  return result.pages.map((plates) => {
    for (const finding of judgeInk(plates, limits, sourceOf, isTold)) report(finding);
    return { plates, limitPercent };
  });
}

/** The same of a file's bytes; also reports `plates/damaged-file`. */
export async function measurePlates(
  pdf: Uint8Array,
  options: MeasureOptions,
  context: Pick<Context, 'report'>,
  helpers?: Helpers,
): Promise<readonly MeasuredPage[]> {
  const file = readPdf(pdf);
  const threads = helpers ? { helpers, bytes: pdf, isRepaired: false } : null;
  if (file.kind === 'pdf') return measureFile(file, { ...options, threads }, context);
  context.report(problems.damagedPlates(file.reason));
  return [];
}
