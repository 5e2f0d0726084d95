/** Plates of a press file with the ink on them, and what is to be said of both. */
import type { Context } from '../base/index.ts';
import { judgeInk, type SourceOf } from './judge-ink.ts';
import { measureInk, type PageInk, totalInkOf } from './measure-ink.ts';
import { damagedPlates, notShown } from './problems.ts';
import { type PagePlates, type PlatesOptions, renderPlates } from './render-plates.ts';

export interface MeasuredPage {
  readonly plates: PagePlates;
  readonly ink: PageInk;
  /** Sum of all printing inks of each pixel, 255 for one full ink. */
  readonly totalInk: Uint16Array;
  /** Total ink that the printing condition takes. */
  readonly limitPercent: number;
}

export interface MeasureOptions extends PlatesOptions {
  readonly limitPercent: number;
  /** What presses usually take on such paper; null or absent: what they usually take at all. */
  readonly advisedPercent?: number | null;
  readonly sourceOf?: SourceOf;
}

/**
 * The pages' plates and ink. Reports `plates/ink-mean`, `plates/ink-peak`, `plates/not-shown`, and
 * `plates/damaged-file` for a file that cannot be read, which has no pages.
 */
export async function measurePlates(
  pdf: Uint8Array,
  options: MeasureOptions,
  { report }: Pick<Context, 'report'>,
): Promise<readonly MeasuredPage[]> {
  const result = await renderPlates(pdf, options);
  if (result.kind === 'fault') {
    report(damagedPlates(result.reason));
    return [];
  }
  for (const omission of result.omissions) report(notShown(omission));
  const { limitPercent, advisedPercent = null, sourceOf = () => null } = options;
  const limits = { limitPercent, advisedPercent };
  return result.pages.map((plates) => {
    const totalInk = totalInkOf(plates);
    const ink = measureInk(plates, totalInk);
    for (const finding of judgeInk(plates, ink, limits, sourceOf)) report(finding);
    return { plates, ink, totalInk, limitPercent };
  });
}
