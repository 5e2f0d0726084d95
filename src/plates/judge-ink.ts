/** Measured ink against the printing condition's limit. */
import type { Finding, Span } from '../base/index.ts';
import { usualInkLimitPercent } from '../color/index.ts';
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
): readonly Finding[] {
  const found = (spot: InkSpot, limit: number) => {
    const event = events[spot.owner];
    const object = event?.kind === 'picture' ? event.object : null;
    const stored = object === null ? null : storedBytes(object);
    return { page, spot, limit, event, source: stored && sourceOf(stored) };
  };
  const isOver = ({ percent }: InkSpot, limit: number) => percent > limit + tolerancePercent;
  const findings: Finding[] = [];
  if (isOver(mean, limitPercent)) findings.push(inkMean(found(mean, limitPercent), 'error'));
  else if (isOver(mean, advisedPercent ?? usualInkLimitPercent))
    findings.push(inkMean(found(mean, advisedPercent ?? usualInkLimitPercent), 'warning'));
  const highest = limitPercent + peakAllowancePercent;
  if (isOver(peak, highest)) findings.push(inkPeak(found(peak, highest)));
  return findings;
}
