/** Measured ink against the printing condition's limit. */
import type { Finding, Span } from '../base/index.ts';
import { usualInkLimitPercent } from '../color/index.ts';
import type { PaintEvent } from '../preflight/index.ts';
import type { InkSpot } from './measure-ink.ts';
import { inkMean, inkPeak } from './problems.ts';
import type { PagePlates } from './render-plates.ts';

/** Peaks may go this far beyond the limit. */
const peakAllowancePercent = 20;
/** Half a step of 8-bit ink on four plates is rounding. */
const tolerancePercent = 0.8;

export interface InkLimits {
  /** What the condition or the printer takes. */
  readonly limitPercent: number;
  /** What presses usually take of that, where something is known of the paper. */
  readonly advisedPercent: number | null;
}

/** A picture's file, and where the job names it. */
export interface PictureFile {
  readonly path: string;
  readonly span?: Span | undefined;
}

/** Whether too much ink in a mark has been told of already, as a colour of the job's. */
export type IsTold = (event: PaintEvent, limitPercent: number) => boolean;

/** The file that a picture on the page was made from, by its stored bytes; null if not known. */
export type SourceOf = (stored: Uint8Array) => PictureFile | null;

/**
 * `plates/ink-mean` where a square of 15 mm has more ink than the limit (or, as a warning, than
 * presses usually take: 320 %, on uncoated paper 280 %), `plates/ink-peak` where a square of 1 mm has 20 % more than the limit.
 */
export function judgeInk(
  { page: { events }, ink: { page, mean, peak }, storedBytes }: PagePlates,
  { limitPercent, advisedPercent }: InkLimits,
  sourceOf: SourceOf,
  isTold: IsTold = () => false,
): readonly Finding[] {
  const found = (spot: InkSpot, limit: number) => {
    const event = events[spot.owner];
    const object = event?.kind === 'picture' ? event.object : null;
    const stored = object === null ? null : storedBytes(object);
    return { page, spot, limit, event, source: stored && sourceOf(stored) };
  };
  const isOver = ({ percent, owner }: InkSpot, limit: number) => {
    const event = events[owner];
    return percent > limit + tolerancePercent && !(event && isTold(event, limit));
  };
  const advised = advisedPercent ?? usualInkLimitPercent;
  const findings: Finding[] = [];
  if (isOver(mean, limitPercent)) findings.push(inkMean(found(mean, limitPercent), 'error'));
  else if (isOver(mean, advised)) findings.push(inkMean(found(mean, advised), 'warning'));
  // A peak in a mark that has too much all over says the same once more.
  const isSaid = findings.length > 0 && mean.owner === peak.owner;
  const highest = limitPercent + peakAllowancePercent;
  if (!isSaid && isOver(peak, highest)) findings.push(inkPeak(found(peak, highest)));
  return findings;
}
