/** `plates/ink.json`: what was measured, for machines and for the printer's ink keys. */
import { type Artifact, ptToMm } from '../base/index.ts';
import type { InkSpot } from './measure-ink.ts';
import type { MeasuredPage } from './measure-plates.ts';

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function spotJson({ percent, rect }: InkSpot) {
  return {
    percent: round(percent),
    rectMm: {
      x: round(ptToMm(rect.x)),
      y: round(ptToMm(rect.y)),
      width: round(ptToMm(rect.width)),
      height: round(ptToMm(rect.height)),
    },
  };
}

/** Percent and mm (from the trim's top left), to a hundredth; keys in a fixed order. */
export function inkReport(pages: readonly MeasuredPage[]): Artifact {
  const report = {
    limitPercent: pages[0]?.limitPercent ?? null,
    pages: pages.map(({ plates: { ink, dpi } }) => ({
      page: ink.page,
      dpi,
      coveragePercent: Object.fromEntries(
        ink.coverage.map(({ name, percent }) => [name, round(percent)]),
      ),
      mean15mm: spotJson(ink.mean),
      peak1mm: spotJson(ink.peak),
      highestPixel: spotJson(ink.highest),
    })),
  };
  const bytes = new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`);
  return { path: 'plates/ink.json', bytes };
}
