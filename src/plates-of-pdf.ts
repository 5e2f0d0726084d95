/** The plates of any PDF: opened as for sheets, measured against what its output intent names. */
import type { Context } from './base/index.ts';
import { cautiousInkLimitPercent, knownConditions, namesOfOneInk } from './color/index.ts';
import { as, type PdfFile, textOf } from './pdf/index.ts';
import {
  damagedPlates,
  type MeasuredPage,
  measureFile,
  spotNames,
  type WhenPainted,
} from './plates/index.ts';
import { openAnyPdf } from './sheet-source.ts';

/** What the file's printing condition takes, as far as it is known; else what every press takes. */
function inkLimits(file: PdfFile) {
  const intents = file.entry(file.catalog, 'OutputIntents', 'array')?.items ?? [];
  for (const item of intents) {
    const intent = as(file.resolve(item), 'dictionary');
    const name = textOf(file.resolve(intent?.entries.get('OutputConditionIdentifier')));
    const known = knownConditions.get(name ?? '');
    if (known)
      return { limitPercent: known.totalInkPercent, advisedPercent: known.pressTotalInkPercent };
  }
  return { limitPercent: cautiousInkLimitPercent };
}

export async function platesOfPdf(
  bytes: Uint8Array,
  { dpi, whenPainted }: { readonly dpi: number; readonly whenPainted: WhenPainted },
  context: Context,
): Promise<readonly MeasuredPage[]> {
  const opened = openAnyPdf(bytes);
  if (opened.kind === 'damage') {
    context.report(damagedPlates(opened.reason));
    return [];
  }
  const { file, bytes: body, isRepaired } = opened;
  const { helpers } = context.workspace;
  const threads = helpers ? { helpers, bytes: body, isRepaired } : null;
  const options = { dpi, whenPainted, threads, ...inkLimits(file) };
  const pages = await measureFile(file, options, context);
  const inks = pages[0]?.plates.plates.map(({ name }) => name) ?? [];
  for (const names of namesOfOneInk(inks)) context.report(spotNames(names));
  return pages;
}
